"""A year as a circle of twelve months: how it lies, and which rows of a group fall in each."""

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from skjema.definition.model import Form, YearWheel
from skjema.fieldtypes.show import show
from skjema.wording import Language

SIZE = 104.0
"""Width and height of the figure, in mm."""
RIM, RING, HUB = 51.5, 40.5, 12.0
"""Radii, in mm: of the whole, of the ring that names the months, and of the middle."""
_MONTHS = 12
_FEW, _STRETCH, _MOST = 5, 3, 8
"""Numbers in a month that stand one by one; how many make a stretch; and how many have room, by trial in Word."""
_NUMBERS_AT = 28.0
"""How far from the middle the numbers of a month stand, in mm."""


class Spot(NamedTuple):
    """A point of the figure, in mm from its upper left corner."""

    x: float
    y: float


def spokes() -> list[tuple[Spot, Spot]]:
    """The lines between the months, from the middle to the rim; the year begins at the top and goes clockwise."""
    return [(_spot(HUB, month), _spot(RIM, month)) for month in range(_MONTHS)]


def name_spots() -> list[Spot]:
    """Where the name of each month stands: the middle of it."""
    return [_spot((RIM + RING) / 2, month + 0.5) for month in range(_MONTHS)]


def number_spots() -> list[Spot]:
    """Where the numbers of the rows stand that fall in each month: the middle of them."""
    return [_spot(_NUMBERS_AT, month + 0.5) for month in range(_MONTHS)]


def _spot(radius: float, month: float) -> Spot:
    angle = 2 * math.pi * month / _MONTHS
    return Spot(SIZE / 2 + radius * math.sin(angle), SIZE / 2 - radius * math.cos(angle))


class Month(NamedTuple):
    """What falls in a month.

    Attributes:
        numbers: Of the rows, as they are called on paper: `1, 4`; of very many the first, and that there are more.
        rows: The same rows with their texts, a line each.
    """

    numbers: str
    rows: str


def months(form: Form, wheel: YearWheel, values: Mapping[str, Any], language: Language) -> list[Month]:
    """What falls in each month of a record's year; rows without a date, or with one of another year, fall in none."""
    group = form.groups[wheel.of]
    text, who = group.name_field, group.column(wheel.who) if wheel.who else None
    listed: list[list[tuple[str, str]]] = [[] for _ in range(_MONTHS)]
    number = group.number_field.id if group.number_field else ""
    year = values[wheel.year] if wheel.year else None
    for place, row in enumerate(values[wheel.of], start=1):
        day = row[wheel.date]
        if isinstance(day, date) and year in (None, day.year):
            called = str(row[number]) if number and row[number] is not None else str(place)
            by = f" ({show(who, row[who.id], language)})" if who and row[who.id] is not None else ""
            listed[day.month - 1].append((called, f"{called}. {show(text, row[text.id], language)}{by}"))
    return [Month(_numbers([called for called, _ in rows]), "\n".join(line for _, line in rows)) for rows in listed]


def _numbers(called: Sequence[str]) -> str:
    """The numbers as the figure has room for them: many that follow as one stretch, and the first of those left."""
    stretches: list[list[str]] = []
    for one in called:
        follows = stretches and one.isdecimal() and stretches[-1][-1].isdecimal()
        if follows and len(called) > _FEW and int(one) == int(stretches[-1][-1]) + 1:
            stretches[-1].append(one)
        else:
            stretches.append([one])
    parts: list[str] = []
    for stretch in stretches:
        parts += stretch if len(stretch) < _STRETCH else [f"{stretch[0]}\u2013{stretch[-1]}"]
    return ", ".join(parts) if len(parts) <= _MOST else f"{', '.join(parts[: _MOST - 1])} \u2026"
