"""Writes names and texts in PDF syntax; and the names that skjema uses in every PDF form."""

from isal import isal_zlib

TYPED = "SkjL"
"""Name of the simple font that viewers type with; WinAnsi letters only."""
DRAWN = "SkjU"
"""Name of the font that values are drawn with; it has every letter."""
OFF = "Off"
ON = "Ja"
"""Name of a tick box's on-state; in a radio group it is the answer's id."""

_OFF_STATES = frozenset({OFF, "off"})
"""The standard's name of the off-state, and one that some programs write."""

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

_DELIMITERS = b"#/()<>[]{}%"
_ESCAPED = str.maketrans({one: f"\\{one}" for one in "\\()"})


def is_off(state: str) -> bool:
    """Whether a state, without its slash, is the off-state of a button."""
    return state in _OFF_STATES


def written_name(text: str) -> bytes:
    encoded = text.encode()
    if encoded.isalnum():
        return b"/" + encoded
    return b"/" + b"".join(bytes([c]) if 33 <= c <= 126 and c not in _DELIMITERS else b"#%02X" % c for c in encoded)


def written_text(text: str) -> bytes:
    """A text string: plain if ASCII suffices, else UTF-16 with a byte order mark."""
    if text.isascii() and text.isprintable():
        return b"(%s)" % text.translate(_ESCAPED).encode()
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().encode()


def packed_stream(content: bytes) -> bytes:
    """A stream without other entries, compressed at the fast level."""
    # isal takes half of zlib's time for the same size
    data = isal_zlib.compress(content, 1)
    return b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(data), data)
