"""Numbers that are names: their digits, and the leading zero that a spreadsheet takes away."""

import re
from collections.abc import Callable

from skjema.fieldtypes.plain_text import plain
from skjema.fieldtypes.reading_results import InvalidValue, Repaired
from skjema.formats.table import Value

_SEPARATORS = re.compile(r"[\s.\-/\u2010-\u2015]")
_SCIENTIFIC = re.compile(r"\d([.,]\d+)?[eE]\+?\d+")


def digits_of(written: Value) -> str:
    """The digits; spaces, points and hyphens between them don't count.

    Raises:
        InvalidValue: Something else stands among them, or a spreadsheet has made a power of ten of them.
    """
    bare = _SEPARATORS.sub("", plain(written))
    if _SCIENTIFIC.fullmatch(bare):
        raise InvalidValue("digits-scientific")
    if not bare.isascii() or not bare.isdecimal():
        raise InvalidValue("digits-form")
    return bare


def padded(written: Value, length: int) -> str | Repaired:
    """A number of fixed length without check digits; a lost leading zero is put back."""
    digits = digits_of(written)
    if len(digits) > length or len(digits) < length - 1 or not int(digits):
        raise InvalidValue("digits-length", length=length)
    return digits if len(digits) == length else _with_zero(digits)


def checked(written: Value, code: str, length: int, is_valid: Callable[[str], bool]) -> str | Repaired:
    """A number with check digits; a lost leading zero is put back only where they then agree.

    Args:
        code: Of the problem where they don't, up to `-checksum`.
    """
    digits = digits_of(written)
    if len(digits) == length - 1 and is_valid(f"0{digits}"):
        return _with_zero(digits)
    if len(digits) != length:
        raise InvalidValue("digits-length", length=length)
    if not is_valid(digits):
        raise InvalidValue(f"{code}-checksum")
    return digits


def _with_zero(digits: str) -> Repaired:
    return Repaired(f"0{digits}", "leading-zero", {})
