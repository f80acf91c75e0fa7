"""Reads numbers whose digits are an identifier, such as account numbers, and restores a lost leading zero."""

import re
from collections.abc import Callable

from skjema.fieldtypes.cell_text import cell_text
from skjema.fieldtypes.reading_results import InvalidValue, Repaired
from skjema.formats.table import Value

_SEPARATORS = re.compile(r"[\s.\-/\u2010-\u2015]")
_AS_NUMBER = re.compile(r"(\d+)\.0")
# What Excel makes of a long number, also in a CSV it saves: 1.48E+10, with the last digits gone.
_SCIENTIFIC = re.compile(r"\d([.,]\d+)?[eE]\+?\d+", re.ASCII)


def digits_of(written: Value) -> str:
    """The digits of a cell, without spaces, points and hyphens between them.

    Raises:
        InvalidValue: The cell holds other signs too, or a number that a spreadsheet has rounded to a power of ten.
    """
    text = without_fraction(cell_text(written))
    refuse_power(text)
    bare = _SEPARATORS.sub("", text)
    # `isdecimal` alone would take Arabic digits, which no register knows.
    if not bare.isascii() or not bare.isdecimal():
        raise InvalidValue("digits-form")
    return bare


def refuse_power(text: str) -> None:
    """Refuse a number such as `1.48E+10`, whose last digits a spreadsheet has rounded away.

    Raises:
        InvalidValue: The text is such a number.
    """
    if _SCIENTIFIC.fullmatch(text.strip()):
        raise InvalidValue("digits-scientific")


def without_fraction(text: str) -> str:
    """A text without the `.0` that programs add to whole numbers in a column with empty cells."""
    found = _AS_NUMBER.fullmatch(text.strip())
    return found[1] if found else text


def number_of_length(written: Value, length: int) -> str | Repaired:
    """The digits of a number of a fixed length that has no check digits; a lost leading zero is restored."""
    digits = digits_of(written)
    if len(digits) > length or len(digits) < length - 1 or not int(digits):
        raise InvalidValue("digits-length", length=length)
    return digits if len(digits) == length else _with_zero(digits)


def number_with_check_digits(written: Value, code: str, length: int, is_valid: Callable[[str], bool]) -> str | Repaired:
    """The digits of a number with check digits; a lost leading zero is restored only if the check digits then agree.

    Args:
        code: The problem for wrong check digits is `<code>-checksum`.
    """
    digits = digits_of(written)
    # a missing digit may be any of them; only matching check digits show that it was the leading zero
    if len(digits) == length - 1 and is_valid(f"0{digits}"):
        return _with_zero(digits)
    if len(digits) != length:
        raise InvalidValue("digits-length", length=length)
    if not is_valid(digits):
        raise InvalidValue(f"{code}-checksum")
    return digits


def _with_zero(digits: str) -> Repaired:
    return Repaired(f"0{digits}", "leading-zero", {})
