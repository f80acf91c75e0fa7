"""Text as it may be printed: nothing invisible, nothing that a program would take for a command."""

import re
import unicodedata

from skjema.fieldtypes.reading_results import InvalidValue, Repaired

_LINE_BREAKS = str.maketrans(dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n"))
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
_REMOVE_INVISIBLE = str.maketrans("", "", _INVISIBLE)
_REPLACEMENT = "\ufffd"
_MISREAD = re.compile("\u00c3[\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]")
"""A letter in UTF-8 that some program has read as Windows-1252: `\u00c3\u00b8` for `\u00f8`."""
_DIRECTION_OVERRIDES = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
# Control characters, surrogates, private use and code points that are no characters.
_REFUSED = frozenset({"Cc", "Cs", "Co", "Cn"})
_KEPT_CONTROLS = frozenset("\n\t")


def text(written: str) -> str | Repaired:
    """`written` in NFC, without spaces at its ends; lines end in a bare line feed.

    Raises:
        InvalidValue: It holds a character that can't be printed, or one that stands for a lost letter.
    """
    if "\u00c3" in written and _MISREAD.search(written):
        raise InvalidValue("letters-misread")
    if written.isprintable() and _REPLACEMENT not in written and unicodedata.is_normalized("NFC", written):
        return written.strip()
    whole = unicodedata.normalize("NFC", written).replace("\r\n", "\n").translate(_LINE_BREAKS).strip()
    visible = whole.translate(_REMOVE_INVISIBLE).strip()
    if _REPLACEMENT in visible:
        raise InvalidValue("letter-lost")
    if not visible.isprintable():
        _check_characters(visible)
    if visible == whole:
        return whole
    return Repaired(visible, "invisible-removed", {})


def line(written: str) -> str | Repaired:
    """`text` on one line."""
    if written.isprintable():  # and so on one line
        return text(written)
    whole = text(written)
    bare = whole.value if isinstance(whole, Repaired) else whole
    joined = " ".join(bare.split()) if "\n" in bare or "\t" in bare else bare
    return whole if joined == bare else Repaired(joined, "line-joined", {})


def _check_characters(visible: str) -> None:
    found = sorted(
        {
            one
            for one in visible
            if one in _DIRECTION_OVERRIDES or (unicodedata.category(one) in _REFUSED and one not in _KEPT_CONTROLS)
        }
    )
    if found:
        raise InvalidValue("character-refused", characters=tuple(f"U+{ord(one):04X}" for one in found))
