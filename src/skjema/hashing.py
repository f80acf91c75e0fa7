"""BLAKE2, for identifying files, pages and people."""

try:  # hashlib would load OpenSSL as well, a thirtieth of what one document takes
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b

__all__ = ["blake2b"]
