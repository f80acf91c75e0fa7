"""Cleans text for printing: composes letters, normalises line breaks, refuses control characters."""

import re
import unicodedata

from skjema.fieldtypes.reading_results import InvalidValue, Repaired

_LINE_BREAKS = str.maketrans(dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n"))
_SPACES = re.compile(r"\s{2,}")
# Characters that are copied along unseen: soft hyphens, zero-width joiners, marks of the direction of writing.
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u2060\u2066\u2067\u2068\u2069\ufeff")
# These reverse the order of letters on paper, so that people would read something else than what is stored.
_DIRECTION_OVERRIDES = frozenset("\u202d\u202e")
# Control characters, surrogates, private use and code points that are no characters.
_REFUSED = frozenset({"Cc", "Cs", "Co", "Cn"})
_KEPT_CONTROLS = frozenset("\n\t")


_JOINERS = re.compile("(?<=[A-Za-z\u00c0-\u024f])[\u200c\u200d]+|[\u200c\u200d]+(?=[A-Za-z\u00c0-\u024f])")
"""Joiners that matter between letters of other scripts, but mean nothing beside Latin letters."""

_BULLETS = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076", "•"))
"""List bullets of Word, which only its fonts Symbol and Wingdings can show."""


def with_bullets(written: str) -> str:
    """The text with a plain bullet in place of each bullet that only Word can show."""
    return written if written.isprintable() else written.translate(_BULLETS)


def visible(written: str) -> str:
    """The text without invisible characters."""
    if written.isprintable():
        return written
    return written.__class__(_JOINERS.sub("", written.translate(_INVISIBLE)))


def clean_text(written: str) -> str:
    """The text in NFC, without spaces at its ends, each line ended by a bare line feed.

    Raises:
        InvalidValue: The text has a character that can't be printed.
    """
    if written.isprintable() and unicodedata.is_normalized("NFC", written):
        return written.strip()
    composed = unicodedata.normalize("NFC", written).replace("\r\n", "\n").translate(_LINE_BREAKS).strip()
    if not composed.isprintable():
        _check_characters(composed)
    return composed


def clean_line(written: str) -> str | Repaired:
    """The cleaned text on one line; `Repaired` where lines or repeated spaces had to be joined."""
    if "  " in written and "  " in (bare := written.strip(" ")):
        return Repaired(_SPACES.sub(" ", clean_text(bare)), "spaces-joined", {})
    if written.isprintable():  # and so on one line
        return clean_text(written)
    lines = clean_text(written)
    joined = " ".join(lines.split()) if "\n" in lines or "\t" in lines else lines
    return lines if joined == lines else Repaired(joined, "line-joined", {})


def _check_characters(text: str) -> None:
    """Refuse a text with characters that can't be printed.

    Raises:
        InvalidValue: The text has such characters; they are listed by their Unicode numbers.
    """
    refused = sorted(filter(_is_refused, set(text)))
    if refused:
        raise InvalidValue("character-refused", characters=tuple(f"U+{ord(letter):04X}" for letter in refused))


def _is_refused(letter: str) -> bool:
    if letter in _DIRECTION_OVERRIDES:
        return True
    return unicodedata.category(letter) in _REFUSED and letter not in _KEPT_CONTROLS
