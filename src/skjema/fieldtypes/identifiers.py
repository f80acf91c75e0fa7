"""Checks by check digits whether a Norwegian number can be a real one.

Fødselsnummer is skjema's own: python-stdnum refuses synthetic numbers and those with
the check digit of 2032, and its answer depends on today's date. Organisasjonsnummer
and kontonummer are python-stdnum's.
"""

from datetime import date
from itertools import product

# Weights over all eleven digits; the last weight of each is that of its own check digit.
# Source: docs/sources.md, "fodselsnummer".
_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
# Until 2032 the first sum is a multiple of 11; from 2032 it may leave 1, 2 or 3 as well.
_FIRST_REMAINDERS = (0, 1, 2, 3)

# What is added to the month: 40 by hospitals (H-nummer) and NAV's tests, 65 by NAV's and 80 by
# Skatteetaten's synthetic people.
_MONTH_OFFSETS = (0, 40, 65, 80)
_D_NUMBER_OFFSET = 40


def fodselsnummer(digits: str) -> bool:
    """Whether eleven digits can be a fødselsnummer, D-nummer, H-nummer or synthetic number.

    Neither birth date nor sex is derived: from 2032 the digits don't tell the century or the
    sex, and a D-nummer has never told the century.
    """
    if len(digits) != 11 or not digits.isascii() or not digits.isdecimal():
        return False
    values = [int(digit) for digit in digits]
    first = sum(map(int.__mul__, _FIRST_WEIGHTS, values)) % 11
    second = sum(map(int.__mul__, _SECOND_WEIGHTS, values)) % 11
    return first in _FIRST_REMAINDERS and second == 0 and _has_birth_date(digits)


def _has_birth_date(digits: str) -> bool:
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    days = (day, day - _D_NUMBER_OFFSET)
    months = [month - offset for offset in _MONTH_OFFSETS]
    return any(_is_date(*candidate, year) for candidate in product(days, months))


def _is_date(day: int, month: int, year: int) -> bool:
    """Whether the day exists in some century; 29 February does in every year that is divisible by four."""
    # checked in 2000 to 2099, where every fourth year is a leap year; 1900 was none
    try:
        date(2000 + year, month, day)
    except ValueError:
        return False
    return True


def organisasjonsnummer(digits: str) -> bool:
    """Whether nine digits can be an organisasjonsnummer, synthetic ones included."""
    from stdnum.no import orgnr  # which takes longer to load than most commands take

    return digits.isascii() and bool(orgnr.is_valid(digits))


def kontonummer(digits: str) -> bool:
    """Whether eleven digits can be a bank account number."""
    from stdnum.no import kontonr  # likewise

    return digits.isascii() and bool(kontonr.is_valid(digits))
