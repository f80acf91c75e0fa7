"""The functions that expressions may call."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any


class Undecided(Exception):
    """An expression needs a value that is empty, so it is neither true nor false."""


def require_filled(*values: Any) -> tuple[Any, ...]:
    """The values, unchanged.

    Raises:
        Undecided: One of the values is empty.
    """
    if None in values:
        raise Undecided
    return values


def age(born: date | None, on: date | None) -> int:
    """Whole years from `born` to `on`."""
    born, on = require_filled(born, on)
    # True counts as 1 and takes off a year before the birthday; a person born on 29 February turns on 1 March
    return int(on.year - born.year - ((on.month, on.day) < (born.month, born.day)))


def months(first: date | None, last: date | None) -> int:
    """Months from `first` to `last`, a begun month counted whole; 0 for the same day."""
    first, last = require_filled(first, last)
    return int((last.year - first.year) * 12 + last.month - first.month + (last.day > first.day))


def year(day: date | list[date | None] | None) -> int | list[int | None]:
    """The year of a date, or of each date of a column."""
    if isinstance(day, list):
        return [None if each is None else each.year for each in day]
    return int(require_filled(day)[0].year)


def count(values: list[Any] | tuple[Any, ...] | None, *wanted: Any) -> int:
    """How many values are among `wanted`; without `wanted`, how many are filled and not false."""
    return sum(value in wanted if wanted else bool(value) for value in values or ())


def same_birth(number: str | None, born: date | None) -> bool:
    """Whether an identity number begins with this date of birth; also true where either is empty."""
    if number is None or born is None:
        return True
    day, month, year = (int(number[at : at + 2]) for at in (0, 2, 4))
    # D-numbers have 40 added to the day, H-numbers and synthetic ones 40, 65 or 80 to the month
    months = (month - added for added in (0, 40, 65, 80))
    return (day % 40, year) == (born.day, born.year % 100) and born.month in months


def length(text: str | None) -> int:
    """Number of characters."""
    return len(text or "")


def workday(day: date | None) -> bool:
    """Whether a date is a working day: no Saturday, Sunday or Norwegian public holiday."""
    (day,) = require_filled(day)
    return day.weekday() < _SATURDAY and day not in _public_holidays(day.year)


@cache
def _public_holidays(year: int) -> frozenset[date]:
    from holidays.countries.norway import Norway  # which takes as long to load as a small command

    return frozenset(Norway(years=year))


def weekday(day: date | None) -> int:
    """The day of the week, from 1 for Monday to 7 for Sunday."""
    return int(require_filled(day)[0].isoweekday())


def in_order(days: list[date | None] | None) -> bool:
    """Whether the dates of a column are in ascending order, ignoring empty ones."""
    filled = [day for day in days or [] if day is not None]
    return filled == sorted(filled)


def lower(text: str | None) -> str | None:
    """A text in lower case."""
    return text and text.lower()


def school_year(text: str | None) -> bool:
    """Whether a text names two consecutive years, such as 2026/2027, 2026/27 or 26/27."""
    return _second_year(require_filled(text)[0]) is not None


def school_year_end(text: str | None) -> date:
    """The last day of a school year, 31 July of its second year."""
    second = _second_year(require_filled(text)[0])
    if second is None:
        raise Undecided
    return date(second, 7, 31)


def _second_year(text: str) -> int | None:
    years = re.fullmatch(r"(?:sk[ou]leåret )?(\d\d)?(\d\d) ?[/\u2013-] ?(\d\d)?(\d\d)", text.strip().casefold())
    if years is None or (years[3] and not years[1]):
        return None
    first, second = int(f"{years[1] or 20}{years[2]}"), int(f"{years[3] or years[1] or 20}{years[4]}")
    follows = second == first + 1 or (not years[3] and (first + 1) % 100 == second % 100)
    return first + 1 if follows else None


def mentions(values: list[Any] | str | None, word: str) -> bool:
    """Whether a text, or any text of a column, contains `word`, ignoring case."""
    listed = values if isinstance(values, list) else [values]
    return any(word.casefold() in str(one).casefold() for one in listed if one is not None)


def identifies(*values: Any) -> bool:
    """Whether any text, also of a column, may identify a person by a number, an address, a link or a date."""
    from skjema.fieldtypes.identifying import is_identifying  # patterns that few forms need

    return any(map(is_identifying, _texts(values)))


def identifies_person(*values: Any) -> bool:
    """As `identifies`, but case numbers and dates don't count."""
    from skjema.fieldtypes.identifying import tells_person  # patterns that few forms need

    return any(map(tells_person, _texts(values)))


def dated(*values: Any) -> bool:
    """Whether any text, also of a column, has a whole date."""
    from skjema.fieldtypes.identifying import has_date  # patterns that few forms need

    return any(map(has_date, _texts(values)))


def names(*values: Any) -> bool:
    """Whether any text, also of a column, seems to name a person or a school."""
    from skjema.fieldtypes.naming import may_name  # patterns that few forms need

    return any(map(may_name, _texts(values)))


def names_person(*values: Any) -> bool:
    """Whether any text, also of a column, seems to name a person."""
    from skjema.fieldtypes.naming import may_name_person  # patterns that few forms need

    return any(map(may_name_person, _texts(values)))


def names_diagnosis(*values: Any) -> bool:
    """Whether any text, also of a column, names a diagnosis."""
    from skjema.fieldtypes.naming import may_name_diagnosis  # patterns that few forms need

    return any(map(may_name_diagnosis, _texts(values)))


def _texts(values: tuple[Any, ...]) -> Iterator[str]:
    for value in values:
        yield from (str(one) for one in (value if isinstance(value, list) else [value]) if one is not None)


_SATURDAY = 5
"""Number of Saturday in `date.weekday`."""
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "age": age,
    "months": months,
    "year": year,
    "count": count,
    "same_birth": same_birth,
    "length": length,
    "workday": workday,
    "weekday": weekday,
    "in_order": in_order,
    "lower": lower,
    "school_year": school_year,
    "school_year_end": school_year_end,
    "mentions": mentions,
    "identifies": identifies,
    "identifies_person": identifies_person,
    "dated": dated,
    "names": names,
    "names_person": names_person,
    "names_diagnosis": names_diagnosis,
}
TEXT_JUDGES = frozenset({"identifies", "identifies_person", "names", "names_person", "names_diagnosis", "dated"})
"""Functions that judge each of their texts alone."""
ARGUMENTS = dict.fromkeys(FUNCTIONS, (1, 1)) | {
    "age": (2, 2),
    "months": (2, 2),
    "same_birth": (2, 2),
    "count": (1, 99),
    "mentions": (2, 2),
    "identifies": (1, 99),
    "identifies_person": (1, 99),
    "names": (1, 99),
    "names_person": (1, 99),
    "names_diagnosis": (1, 99),
    "dated": (1, 99),
}
"""The fewest and the most arguments of each function."""
