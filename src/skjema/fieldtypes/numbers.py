"""Reads numbers of spreadsheets, which store 0.3 as 0.30000000000000004."""

from typing import TYPE_CHECKING

from skjema.fieldtypes.reading_results import InvalidValue

if TYPE_CHECKING:
    from decimal import Decimal

_SURE_DIGITS = 15
"""Digits of a number that a spreadsheet keeps; it drops the rest."""


def decimal_of(number: float) -> "Decimal":
    """A number rounded to the digits that were typed, without trailing zeros after the point.

    Raises:
        InvalidValue: The number is infinite or not a number, or has more digits than a spreadsheet keeps.
    """
    from decimal import Decimal, InvalidOperation  # loaded for forms that have numbers: it takes longer than a check

    try:
        value = Decimal(f"{number:.{_SURE_DIGITS}g}") if isinstance(number, float) else Decimal(number)
    except InvalidOperation:
        raise InvalidValue("number-form") from None
    if not value.is_finite():
        raise InvalidValue("number-form")
    if isinstance(number, int):
        return value
    # an int has all its digits; a float of more than 15 digits has been rounded already
    if abs(number) >= 10**_SURE_DIGITS:
        raise InvalidValue("digits-lost")
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
