"""Cleans text for printing: composed letters, plain line breaks, nothing invisible; refuses control characters."""

import re
import unicodedata

from skjema.fieldtypes.reading_results import InvalidValue, Repaired, value_of

_LINE_BREAKS = str.maketrans(dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n"))
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
_REMOVE_INVISIBLE = str.maketrans("", "", _INVISIBLE)
_REPLACEMENT = "\ufffd"
_MISREAD = re.compile("\u00c3[\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]")
"""A letter in UTF-8 that some program has read as Windows-1252: `\u00c3\u00b8` for `\u00f8`."""
# They turn the order of letters on paper: what is read would not be what is written.
_DIRECTION_OVERRIDES = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
# Control characters, surrogates, private use and code points that are no characters.
_REFUSED = frozenset({"Cc", "Cs", "Co", "Cn"})
_KEPT_CONTROLS = frozenset("\n\t")


def clean_text(written: str) -> str | Repaired:
    """`written` in NFC, without spaces at its ends; lines end in a bare line feed.

    Raises:
        InvalidValue: It holds a character that can't be printed, or one that stands for a lost letter.
    """
    # Few texts hold the letter, and looking for it is quicker than the search.
    if "\u00c3" in written and _MISREAD.search(written):
        raise InvalidValue("letters-misread")
    if written.isprintable() and _REPLACEMENT not in written and unicodedata.is_normalized("NFC", written):
        return written.strip()
    composed = unicodedata.normalize("NFC", written).replace("\r\n", "\n").translate(_LINE_BREAKS).strip()
    visible = composed.translate(_REMOVE_INVISIBLE).strip()
    if _REPLACEMENT in visible:
        raise InvalidValue("letter-lost")
    if not visible.isprintable():
        _check_characters(visible)
    if visible == composed:
        return composed
    return Repaired(visible, "invisible-removed", {})


def clean_line(written: str) -> str | Repaired:
    """`text` on one line."""
    if written.isprintable():  # and so on one line
        return clean_text(written)
    cleaned = clean_text(written)
    lines = value_of(cleaned)
    joined = " ".join(lines.split()) if "\n" in lines or "\t" in lines else lines
    return cleaned if joined == lines else Repaired(joined, "line-joined", {})


def _check_characters(visible: str) -> None:
    """Refuse a text with characters that can't be printed.

    Raises:
        InvalidValue: With each of them by its number in Unicode, since they can't be shown.
    """
    refused = sorted(filter(_is_refused, set(visible)))
    if refused:
        raise InvalidValue("character-refused", characters=tuple(f"U+{ord(letter):04X}" for letter in refused))


def _is_refused(letter: str) -> bool:
    if letter in _DIRECTION_OVERRIDES:
        return True
    return unicodedata.category(letter) in _REFUSED and letter not in _KEPT_CONTROLS
