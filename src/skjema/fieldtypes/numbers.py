"""Reads numbers of spreadsheets, which hold 0.30000000000000004 for what was typed as 0.3."""

from typing import TYPE_CHECKING

from skjema.fieldtypes.reading_results import InvalidValue

if TYPE_CHECKING:
    from decimal import Decimal

_SURE_DIGITS = 15
"""Digits of a number that a spreadsheet keeps; the rest of a longer one is gone."""


def decimal_of(number: float) -> "Decimal":
    """A number without the noise of binary fractions, and without a fraction of zeros.

    Raises:
        InvalidValue: It is infinite or none, or has more digits than a spreadsheet keeps.
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
    # An int has all its digits; a float of more than 15 has been rounded already.
    if abs(number) >= 10**_SURE_DIGITS:
        raise InvalidValue("digits-lost")
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
