"""Reads dates and times as Norwegian offices and registers write them."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from skjema.fieldtypes.reading_results import InvalidValue, Repaired, value_of
from skjema.formats.table import PartlyShown, Value
from skjema.problems import Severity

# Registers and spreadsheets add a time of midnight to a date without a time. Only the two ways in which nearly every
# list writes dates are compiled at once; the others when a date first needs them.
_NUMERIC = re.compile(r"(\d{1,2})(?:(?:\. ?| )(\d{1,2})(?:\. ?| )|/(\d{1,2})[- ])(\d{4}|\d{2})\.?(?: 00:00(?::00)?)?")
_ISO = re.compile(r"(\d{4})([-./])(\d\d?)\2(\d\d?)(?:[t ]00:00(?::00(?:\.0+)?)?(?:z|\+0[012]:?00)?)?")
_SLASHED = r"(\d\d?)/(\d\d?)/(\d{4}|\d\d)"
_WEEKDAY = r"(man|tir|tys|ons|tor|fre|lør|lau|søn|sun)(?:s|r)?(?:dag)?\.?,? (?:den )?(\d.*)"
_DASHED = r"(\d\d?)-(\d\d?)-(\d{4}|\d\d)"
_WITH_TIME = r"(.+?)(?:t| |, ?| kl\.? ?)(\d\d?)[:.](\d\d)(?:[:.]\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?"
_AT_MIDNIGHT = r"(.+?)(?:t| |, ?| kl\.? ?)(?:0?0[:.]00(?:[:.]00(?:[.,]0+)?)?|12:00(?::00)? ?am)"
_WORDS = r"(\d{1,2})[. -]{0,2}([a-zæøå]{3,9})[. -]{1,2}(\d{4}|\d\d)"
_PACKED = r"\d{5,6}|\d{8}"
_TIME = r"(?:kl\.? ?|klokk[ae]n? )?(\d{1,2})(?:[.:,]?(\d\d))?(?:[.:]00)?\.?"
_DAYS = ("man",), ("tir", "tys"), ("ons",), ("tor",), ("fre",), ("lør", "lau"), ("søn", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")

# A date cell formatted as a number holds days. They are counted from 1899-12-30, since Excel has a 29 February 1900
# that never was. These are the years 1950 to 2079; outside them a bare number is no likely date.
_SERIALS = range(18264, 65746)
_SERIAL_EPOCH = date(1899, 12, 30)
_LIKELY_YEARS = range(1850, 2150)
_EMPTY_DATES = frozenset({date(1900, 1, 1), date(1899, 12, 30), date(1899, 12, 31)})
"""What programs write for a date that isn't there, besides the first and the last that they know."""
_YEARS_AHEAD = 10
"""A two-digit year means the latest such year that is at most this many years ahead."""


def read_date(written: Value, today: date) -> date | Repaired:
    """The date in a cell; a year in two digits, packed digits and serial numbers are returned as `Repaired`.

    Raises:
        InvalidValue: The text is no date, may be several dates, or is the 0001-01-01 that programs write for no date.
    """
    found = _read(written, today)
    day = value_of(found)
    if day.year not in _LIKELY_YEARS or day in _EMPTY_DATES:
        raise InvalidValue("date-unlikely")
    return found


def _read(written: Value, today: date) -> date | Repaired:
    # bool is a subclass of int, and datetime of date, so both come first
    if isinstance(written, PartlyShown):
        return _partly_shown(written.date(), written.lacks, today)
    if isinstance(written, datetime):
        return written.date() if written.time() == time() else _with_time(written.date(), f"{written:%H.%M}")
    if isinstance(written, date):
        return written
    if isinstance(written, bool) or not isinstance(written, str | int | float):
        raise InvalidValue("date-form")
    text = str(int(written)) if isinstance(written, float) and written.is_integer() else str(written)
    return _from_text(" ".join(text.casefold().split()), today)


def _from_text(text: str, today: date) -> date | Repaired:
    if iso := _ISO.fullmatch(text):
        return _date(int(iso[4]), int(iso[3]), int(iso[1]))
    if numeric := _NUMERIC.fullmatch(text):
        return _with_year(int(numeric[1]), int(numeric[2] or numeric[3]), numeric[4], today)
    if named := re.fullmatch(_WEEKDAY, text):
        return _on_weekday(named[1], _from_text(named[2], today))
    if slashed := re.fullmatch(_SLASHED, text):
        return _from_slashes(slashed, today)
    if dashed := re.fullmatch(_DASHED, text):
        return _from_dashes(dashed, today)
    if (words := re.fullmatch(_WORDS, text)) and words[2][:3] in _MONTHS:
        return _with_year(int(words[1]), _MONTHS.index(words[2][:3]) + 1, words[3], today)
    if re.fullmatch(_PACKED, text):
        return _packed(text, today)
    if midnight := re.fullmatch(_AT_MIDNIGHT, text):
        return _from_text(midnight[1], today)
    if timed := re.fullmatch(_WITH_TIME, text):
        return _with_time(value_of(_from_text(timed[1], today)), f"{timed[2]:0>2}.{timed[3]}")
    raise InvalidValue("date-form")


def _from_slashes(parts: re.Match[str], today: date) -> Repaired:
    """Read `21/03/2021`; English writes the month first, so day and month must not be exchangeable.

    Raises:
        InvalidValue: The text is no date, or may be a date in either order.
    """
    day, month, year = parts.groups()
    meant, other = _date_or_none(day, month, year, today), _date_or_none(month, day, year, today)
    if meant is None:
        raise InvalidValue("date-form")
    return _one_of((meant, other), "date-unpacked")


def _on_weekday(said: str, found: date | Repaired) -> date | Repaired:
    """A date that was written with its weekday.

    Raises:
        InvalidValue: The date falls on another weekday, so one of the two is wrong, and it can't be known which.
    """
    if said not in _DAYS[value_of(found).weekday()]:
        raise InvalidValue("date-weekday")
    return found


def _partly_shown(day: date, lacks: str, today: date) -> date | Repaired:
    """A date cell that shows only a part of its day: a sheet stores `mars 2026` as 1 March, and `12/3` in this year."""
    if day.day != 1 if lacks == "day" else day.year < today.year - 1:
        return day
    # for a day to come, such as a deadline, the sheet's guess of the year is likely right
    severity = Severity.NOTE if lacks == "year" and day > today else Severity.WARNING
    code = "date-without-day" if lacks == "day" else "date-without-year"
    return Repaired(day, code, {"value": f"{day:%d.%m.%Y}"}, severity)


def _with_time(day: date, clock: str) -> Repaired:
    """A day that was written with a time, always a warning: near midnight, another time zone gives another day."""
    return Repaired(day, "date-with-time", {"value": f"{day:%d.%m.%Y}", "time": clock}, Severity.WARNING)


def _with_year(day: int, month: int, year: str, today: date) -> date | Repaired:
    """The date, with a two-digit year completed; it is then returned as `Repaired`."""
    if len(year) == 4:
        return _date(day, month, int(year))
    century = today.year // 100 * 100
    full_year = century + int(year)
    if full_year > today.year + _YEARS_AHEAD:
        full_year -= 100
    value = _date(day, month, full_year)
    return Repaired(value, "year-completed", {"value": f"{value:%d.%m.%Y}"})


def _from_dashes(parts: re.Match[str], today: date) -> date | Repaired:
    """Read `21-03-2021`; where all parts have two digits, the year may stand first or last."""
    day, month, year = parts.groups()
    if len(year) == 4:
        return _date(int(day), int(month), int(year))
    return _one_of((_date_or_none(day, month, year, today), _date_or_none(year, month, day, today)), "year-completed")


def _one_of(meanings: Iterable[date | None], code: str) -> Repaired:
    """The date, where only one date is meant in whichever way the text is read.

    Raises:
        InvalidValue: No way of reading gives a date, or several give different dates, of which none is guessed.
    """
    dates = {day for day in meanings if day is not None}
    if len(dates) != 1:
        raise InvalidValue("date-ambiguous" if dates else "date-form")
    (found,) = dates
    return Repaired(found, code, {"value": f"{found:%d.%m.%Y}"})


def _packed(digits: str, today: date) -> date | Repaired:
    """Read digits only: `ddmmyy` with or without its leading zero, `ddmmyyyy`, `yyyymmdd`, or Excel's serial number."""
    padded = digits if len(digits) == 8 else digits.zfill(6)
    # 50419 is 5 April 2019 or 14 January 2038
    meanings = [_date_or_none(padded[:2], padded[2:4], padded[4:], today)]
    if int(digits) in _SERIALS:
        meanings.append(_SERIAL_EPOCH + timedelta(days=int(digits)))
    if len(digits) == 8 and digits[:2] in ("19", "20"):
        meanings.append(_date_or_none(digits[6:], digits[4:6], digits[:4], today))
    likely = [day for day in meanings if day is not None and day.year in _LIKELY_YEARS]
    return _one_of(likely or meanings, "date-unpacked")


def _date_or_none(day: str, month: str, year: str, today: date) -> date | None:
    try:
        value = _with_year(int(day), int(month), year, today)
    except InvalidValue:
        return None
    return value.value if isinstance(value, Repaired) else value


def _date(day: int, month: int, year: int) -> date:
    """The date of three numbers.

    Raises:
        InvalidValue: There is no such day.
    """
    try:
        return date(year, month, day)
    except ValueError:
        raise InvalidValue("date-none") from None


def read_time(written: Value) -> time | Repaired:
    """The time of day, to the minute; `9` and `0930` are returned as `Repaired`.

    Raises:
        InvalidValue: The cell holds no time of day.
    """
    if isinstance(written, time):
        return written.replace(second=0, microsecond=0)
    is_number = isinstance(written, int) and not isinstance(written, bool)
    text = " ".join(str(written).casefold().split()) if is_number or isinstance(written, str) else ""
    parts = re.fullmatch(_TIME, text)
    if not parts or int(parts[1]) > 23 or int(parts[2] or 0) > 59:
        raise InvalidValue("time-form")
    found = time(int(parts[1]), int(parts[2] or 0))
    is_plain = parts[2] is not None and text[parts.end(1)] in ".:"
    return found if is_plain else Repaired(found, "date-unpacked", {"value": f"{found:%H.%M}"})
