"""Recognises texts that were read in the wrong encoding, by the letters that this gives."""

import re
import unicodedata
from typing import NamedTuple

_RUN_OF_CP1252 = re.compile(
    "[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2,}"
)
_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_DASHES, _QUOTES = "–—…", "»«”“„’›"
"""Signs that may follow a word ending in Å or Ä: `«SOLØ»` and `Å–B` are not UTF-8 misread."""

_ABC = "[A-Za-zÆØÅæøå]"
_CP1252 = "C[4-9]|D[68]|E[0-9A-F]|F[268]"
"""Numbers in Windows-1252 of letters that occur in words: `E5` is å."""


def _any(*signs: str) -> re.Pattern[str]:
    return re.compile("|".join(signs))


_MISREADINGS = (
    # read as Mac Roman, and as code page 850 or 865
    ("UTF-8", _any("√[^\x00-\x7f]", r"[ƒ≈][^\x00-\x7f\s]", "[├┬][^\x00-\x7f]")),
    # read as code page 850 or 865, and as Mac Roman
    ("Windows-1252", _any("[\u2500-\u259f]")),
    ("Windows-1252", _any(rf"(?<={_ABC})[°µ](?=[a-z])", r"(?<![\w.,])[°µ](?=[a-zæøå]{2})", f"{_ABC}σ|σ{_ABC}")),
    ("Windows-1252", _any(f"{_ABC}[ÂÊÕÏÎÔÛ](?=[a-z])", r"(?<!\w)(?:Ï(?=[yrd])|ÿ(?=[a-z]))", "[≈∆](?=[a-z])")),
    # read as Windows-1252
    ("Mac Roman", _any(f"(?<={_ABC})[¿¾](?=[a-z])", r"(?<!\w)¾(?=[a-z]{2})", r"(?<!\w)¿(?=[a-z][^?]*$)", "[A-Za-z]Œ")),
    ("Mac Roman", _any("¯(?=[a-z])", f"(?<={_ABC})¯")),
    ("kodeside 850", _any("[\u0080-\u0084\u0086-\u009f]")),
    ("kodeside 850", _any(f"(?<={_ABC})[†›]", "[†›](?=[a-z])", "(?<=[a-fh-np-zA-FH-NP-Z])‘(?=[a-z])")),
    # letters that only a program reads
    ("HTML", _any(r"&(?:#\d{2,5}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d?);")),
    ("quoted-printable", _any(rf"(?<={_ABC})=(?:{_CP1252})(?=[a-z])", "=[CDEF][0-9A-F]=[89AB]")),
    ("URL-koding (%)", _any(f"(?<={_ABC})%(?i:{_CP1252})(?=[a-z])", "(?<![0-9])%(?i:C[345])%[89ABab][0-9A-Fa-f]")),
    ("URL-koding (%)", _any("%u[0-9A-Fa-f]{4}", f"(?<={_ABC})%20(?={_ABC})")),
    (r"\u-koding", _any(r"\\u[0-9A-Fa-f]{4}", r"\\x[0-9A-Fa-f]{2}", "_x[0-9A-F]{4}_")),
    ("UTF-7", _any(r"\+A[M-X][AEIMQUYcgkosw048]-")),
)  # fmt: skip
"""The true encodings, with patterns that show that a text was read in another one."""

_SEVEN_BIT_NORWEGIAN = re.compile(
    r"[A-Za-z][{}](?=[a-z])"  # P}l
    r"|(?<![A-Za-z])[A-Za-z][b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ]*[|](?=[a-z]{2})"  # Bj|rn
    r"|(?<=[a-z])[|](?=[b-df-hj-np-tv-xz]+(?![a-z]))"  # Solbj|rg
    r"|(?<=[A-Z])[\[\\\]](?=[A-Z])"  # BJ\RN
    r"|(?<![\w/\\:.}\]])(?:[\]}](?=[a-z])|\\(?=[a-z]{2}))"  # \yvind, ]se
    r"|^[^\]]*(?<!\w)\[(?=[a-z])[^\]]*$"  # [rlig, unless it is a remark
    r"|^[^{]*(?<=[a-z])[}](?![\w}])[^{]*$"  # Br}
)
"""Norwegian letters in seven bits (NS 4551-1): { | } [ \\ ] for æ ø å Æ Ø Å."""
_LINK = re.compile(r"(?:https?://|www\.)\S+|(?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S+", re.IGNORECASE)
_IN_BRACES = re.compile(r"\{[^{}\s]*\}")


def without_links(text: str) -> str:
    """The text with its links, which may contain any signs, replaced by spaces."""
    return _LINK.sub(lambda link: " " * len(link[0]), text)


def true_encoding(text: str) -> str | None:
    """The encoding that a text was probably written in, if it was read in another one; else None."""
    found = misread(text)
    return found.encoding if found else None


class Misread(NamedTuple):
    """A sign that a text was read in the wrong encoding.

    Attributes:
        encoding: The encoding that it was probably written in.
        at: Position of the first letter that shows it, counted from 1.
    """

    encoding: str
    at: int


def misread(text: str) -> Misread | None:
    """Where a text shows that it was read in the wrong encoding; None where nothing does."""
    bare = without_links(text)
    if (at := _utf8_at(bare)) is not None:
        return Misread("UTF-8", at + 1)
    for encoding, sign in _MISREADINGS:
        if found := sign.search(bare):
            return Misread(encoding, found.start() + 1)
    # in seven bits there are no other letters than those of English
    if any(letter.isalpha() and not letter.isascii() for letter in bare):
        return None
    found = _SEVEN_BIT_NORWEGIAN.search(_IN_BRACES.sub(lambda part: " " * len(part[0]), bare))
    return Misread("NS 4551-1 (7 bit)", found.start() + 1) if found else None


def _utf8_at(text: str) -> int | None:
    """Position of the first UTF-8 letter that was read as Windows-1252, such as `Ã¸` for `ø`."""
    for run in _RUN_OF_CP1252.finditer(text):
        found = _UTF8_LETTER.search(b"".join(map(_cp1252, run[0])))
        if found and _is_likely(found[0], before_letter=text[run.end() : run.end() + 1].islower()):
            return run.start()
    return None


def _cp1252(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1", "replace")


def _is_likely(letter: bytes, *, before_letter: bool) -> bool:
    """Whether a UTF-8 letter is likely in a name, rather than two letters of Windows-1252 side by side."""
    meant = letter.decode(errors="replace")
    if letter[0] in b"\xc2\xc3" or meant == "\ufffd":
        return True
    if len(meant) > 1:  # no letter: bytes that UTF-8 never has
        return False
    second = letter[1:].decode("cp1252", "replace")
    if second in _DASHES or (second in _QUOTES and not before_letter):
        return False
    return unicodedata.name(meant, "").startswith("LATIN") or (
        unicodedata.category(meant)[0] in "PZS" and len(letter) > 2
    )
