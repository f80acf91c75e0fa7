"""Rows of cells as a file holds them, before anybody knows what they mean."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import NamedTuple, Protocol, Self

from skjema.problems import Place, Problem

CSV_ENDINGS = (".csv", ".txt", ".tsv")
HEADING_SEARCH_ROWS = 20
"""Rows of a table, counted from its first that holds anything, among which the heading may stand."""


class ShownNumber(float):
    """A number, and what the sheet shows for it.

    Attributes:
        shown: Empty where the reader of the file doesn't know; None where it can't be worked out.
    """

    shown: str | None = ""

    @classmethod
    def of(cls, number: float, shown: str | None) -> Self:
        made = cls(number)
        made.shown = shown
        return made

    def __repr__(self) -> str:
        return f"{type(self).__name__}({float(self)!r})"

    def __str__(self) -> str:
        return self.shown or repr(float(self))


class Percent(ShownNumber):
    """A number that the sheet shows as a percentage: 0.054 for 5,4 %."""


class PartlyShown(datetime):
    """A day of which the sheet shows a part: what it doesn't show, it may have put there itself.

    Attributes:
        lacks: What isn't shown: `day` or `year`.
    """

    lacks: str = ""

    @classmethod
    def of(cls, moment: datetime, lacks: str) -> Self:
        made = cls.combine(moment.date(), moment.time())
        made.lacks = lacks
        return made


class Joined(str):
    """One text from several cells, such as first and last name."""

    __slots__ = ()


class Unreadable(NamedTuple):
    """A cell that holds no value.

    Attributes:
        code: What kind of problem it is, such as `cell-error`.
        shown: What stands in the cell, such as `#N/A`.
    """

    code: str
    shown: str = ""


Value = str | int | float | bool | datetime | date | time | ShownNumber
"""A value as the file gives it; an empty cell has none."""

Written = Value | Unreadable


def is_blank(value: Written) -> bool:
    """Whether nothing but spaces is written."""
    return isinstance(value, str) and (not value or value.isspace())


@dataclass(slots=True, repr=False)
class Row:
    """One line of a table.

    Attributes:
        number: Row of the sheet or line of the file, counted from 1.
        cells: Column counted from 1 and value, for cells that hold one.
        hidden: Whether the sheet hides it, by hand or by a filter.
        struck: Columns of cells that are struck out.
        partly_struck: Columns of cells of whose text a part is.
        fill: The colour that most of its cells have behind them; empty where they have none.
    """

    number: int
    cells: dict[int, Written] = field(default_factory=dict)
    hidden: bool = False
    struck: tuple[int, ...] = ()
    partly_struck: tuple[int, ...] = ()
    fill: str = ""


class Table(Protocol):
    """A sheet or a CSV file; `rows` may be called again to read it again."""

    name: str
    """Title of the sheet, or name of the file without its ending."""

    def rows(self) -> Iterator[Row]:
        """Rows that hold something, in order.

        Raises:
            InputError: The file turns out to be damaged.
        """

    def place(self, row: int = 0, column: int = 0) -> Place: ...

    def problems(self) -> list[Problem]:
        """What only shows when all rows have been read, such as merged cells and hidden columns."""
