"""How names and texts stand in a PDF, and the names that every form of skjema has in it."""

from isal import isal_zlib

TYPED = "SkjL"
"""Name of the simple font that a viewer types with; WinAnsi letters only."""
DRAWN = "SkjU"
"""Name of the font that values are drawn with; every letter the font has."""
OFF = "Off"
ON = "Ja"
"""Name of the state of a tick box that is ticked; in a radio group it is the answer's id."""

_OFF_STATES = frozenset({OFF, "off"})
"""As the standard has it, and as some programs write it."""

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

_DELIMITERS = b"#/()<>[]{}%"
_ESCAPED = str.maketrans({one: f"\\{one}" for one in "\\()"})


def is_off(state: str) -> bool:
    """Whether a state, without its slash, is that of a button that isn't ticked."""
    return state in _OFF_STATES


def written_name(text: str) -> bytes:
    encoded = text.encode()
    if encoded.isalnum():
        return b"/" + encoded
    return b"/" + b"".join(bytes([c]) if 33 <= c <= 126 and c not in _DELIMITERS else b"#%02X" % c for c in encoded)


def written_text(text: str) -> bytes:
    """A text string: as it is where ASCII suffices, else UTF-16 with its mark."""
    if text.isascii() and text.isprintable():
        return b"(%s)" % text.translate(_ESCAPED).encode()
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().encode()


def packed_stream(content: bytes) -> bytes:
    """A stream without more entries, compressed at the fast level."""
    # isal takes half of zlib's time, to the same size
    data = isal_zlib.compress(content, 1)
    return b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(data), data)
