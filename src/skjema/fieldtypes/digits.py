"""Reads numbers that are names, such as account numbers; puts back the leading zero that a spreadsheet takes away."""

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
    """The digits; spaces, points and hyphens between them don't count.

    Raises:
        InvalidValue: Something else stands among them, or a spreadsheet has made a power of ten of them.
    """
    text = without_fraction(cell_text(written))
    refuse_power(text)
    bare = _SEPARATORS.sub("", text)
    # `isdecimal` alone would take Arabic digits, which no register knows.
    if not bare.isascii() or not bare.isdecimal():
        raise InvalidValue("digits-form")
    return bare


def refuse_power(text: str) -> None:
    """Refuse what a spreadsheet has made a power of ten of, with the last digits gone.

    Raises:
        InvalidValue: It is one.
    """
    if _SCIENTIFIC.fullmatch(text.strip()):
        raise InvalidValue("digits-scientific")


def without_fraction(text: str) -> str:
    """Digits without the `.0` that programs give a column of numbers that isn't filled everywhere."""
    found = _AS_NUMBER.fullmatch(text.strip())
    return found[1] if found else text


def number_of_length(written: Value, length: int) -> str | Repaired:
    """A number of fixed length without check digits; a lost leading zero is put back."""
    digits = digits_of(written)
    if len(digits) > length or len(digits) < length - 1 or not int(digits):
        raise InvalidValue("digits-length", length=length)
    return digits if len(digits) == length else _with_zero(digits)


def number_with_check_digits(written: Value, code: str, length: int, is_valid: Callable[[str], bool]) -> str | Repaired:
    """A number with check digits; a lost leading zero is put back only where they then agree.

    Args:
        code: Code of the problem where the check digits are wrong, without its ending `-checksum`.
    """
    digits = digits_of(written)
    # Any digit may have been forgotten; only check digits that agree tell that it was a leading zero.
    if len(digits) == length - 1 and is_valid(f"0{digits}"):
        return _with_zero(digits)
    if len(digits) != length:
        raise InvalidValue("digits-length", length=length)
    if not is_valid(digits):
        raise InvalidValue(f"{code}-checksum")
    return digits


def _with_zero(digits: str) -> Repaired:
    return Repaired(f"0{digits}", "leading-zero", {})
