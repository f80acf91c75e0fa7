"""BLAKE2 without the rest of hashlib, which loads OpenSSL: a twentieth of what a small command takes."""

try:
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b

__all__ = ["blake2b"]
