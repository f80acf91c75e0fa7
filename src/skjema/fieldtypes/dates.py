"""Dates and times as Norwegian offices and registers write them."""

import re
from datetime import date, datetime, time, timedelta

from skjema.fieldtypes.reading_results import InvalidValue, Repaired
from skjema.formats.table import Value

_NUMERIC = re.compile(r"(\d{1,2})(?:[.\s](\d{1,2})[.\s]|/(\d{1,2})-)(\d{4}|\d{2})\.?(?: 00:00(?::00)?)?")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[t ]00:00(?::00(?:\.0+)?)?z?)?")
_WORDS = re.compile(r"(\d{1,2})\.? ?([a-zæøå]{3,9})\.? (\d{4})")
_PACKED = re.compile(r"\d{5,6}|\d{8}")
_TIME = re.compile(r"(?:kl\.? ?)?(\d{1,2})[.:](\d\d)(?:[.:]00)?")
_MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")

# Serial dates of the years 1950 to 2079; outside them a bare number is no likely date.
_SERIALS = range(18264, 65746)
_SERIAL_EPOCH = date(1899, 12, 30)
_YEARS_AHEAD = 10
"""A two-digit year is the one nearest in the past, or at most this many years ahead."""


def read_date(written: Value, today: date) -> date | Repaired:
    """The date; a year in two digits, packed digits and serial numbers are repairs.

    Raises:
        InvalidValue: It is no date, or could be two different ones.
    """
    if isinstance(written, datetime):
        return written.date()
    if isinstance(written, date):
        return written
    if isinstance(written, bool) or not isinstance(written, str | int | float):
        raise InvalidValue("date-form")
    text = str(int(written)) if isinstance(written, float) and written.is_integer() else str(written)
    text = " ".join(text.casefold().split())
    if found := _ISO.fullmatch(text):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    if found := _NUMERIC.fullmatch(text):
        return _with_year(int(found[1]), int(found[2] or found[3]), found[4], today)
    if (found := _WORDS.fullmatch(text)) and found[2][:3] in _MONTHS:
        return _date(int(found[1]), _MONTHS.index(found[2][:3]) + 1, int(found[3]))
    if _PACKED.fullmatch(text):
        return _packed(text, today)
    raise InvalidValue("date-form")


def _with_year(day: int, month: int, year: str, today: date) -> date | Repaired:
    if len(year) == 4:
        return _date(day, month, int(year))
    century = today.year // 100 * 100
    whole = century + int(year)
    if whole > today.year + _YEARS_AHEAD:
        whole -= 100
    value = _date(day, month, whole)
    return Repaired(value, "year-completed", {"value": f"{value:%d.%m.%Y}"})


def _packed(digits: str, today: date) -> date | Repaired:
    """`ddmmyy`, also with its leading zero lost, `ddmmyyyy`, or the number of days behind a date cell."""
    candidates = []
    if len(digits) == 8:
        candidates.append(_try(digits[:2], digits[2:4], digits[4:], today))
    else:
        padded = digits.zfill(6)
        candidates.append(_try(padded[:2], padded[2:4], padded[4:], today))
    if int(digits) in _SERIALS:
        candidates.append(_SERIAL_EPOCH + timedelta(days=int(digits)))
    found = [one for one in candidates if one is not None]
    if len(found) != 1:
        raise InvalidValue("date-ambiguous" if found else "date-form")
    return Repaired(found[0], "date-unpacked", {"value": f"{found[0]:%d.%m.%Y}"})


def _try(day: str, month: str, year: str, today: date) -> date | None:
    try:
        value = _with_year(int(day), int(month), year, today)
    except InvalidValue:
        return None
    return value.value if isinstance(value, Repaired) else value


def _date(day: int, month: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise InvalidValue("date-none") from None


def read_time(written: Value) -> time:
    """A time of day, to the minute.

    Raises:
        InvalidValue: It is none.
    """
    if isinstance(written, time):
        return written.replace(second=0, microsecond=0)
    found = _TIME.fullmatch(" ".join(written.casefold().split())) if isinstance(written, str) else None
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise InvalidValue("time-form")
    return time(int(found[1]), int(found[2]))
