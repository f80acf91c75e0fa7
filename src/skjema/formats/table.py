"""Tables as files hold them: rows of cells with their places, before anything is known of what they mean."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, NamedTuple, Protocol, Self, SupportsIndex

from skjema.problems import Place, Problem

CSV_ENDINGS = (".csv", ".txt", ".tsv")
HEADING_SEARCH_ROWS = 20
"""Number of rows, counted from the first that isn't empty, in which the heading is looked for."""


class ShownNumber(float):
    """A number together with the text that the sheet displays for it.

    Attributes:
        shown: The displayed text; empty where the reader doesn't know it, None where it can't be worked out.
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
    """A date of which the sheet displays only a part; the hidden part may be the sheet's own guess.

    Attributes:
        lacks: The part that isn't displayed: `day` or `year`.
    """

    lacks: str = ""

    @classmethod
    def of(cls, moment: datetime, lacks: str) -> Self:
        made = cls.combine(moment.date(), moment.time())
        made.lacks = lacks
        return made

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        """A date pickles no attribute of its own kinds; the processes that fill in are sent the rows."""
        return PartlyShown.of, (datetime.combine(self.date(), self.time()), self.lacks)


class Joined(str):
    """A text joined from several cells, such as first and last name."""

    __slots__ = ()


class Unreadable(NamedTuple):
    """A cell without a usable value.

    Attributes:
        code: Code of the problem to report, such as `cell-error`.
        shown: The text displayed in the cell, such as `#N/A`.
    """

    code: str
    shown: str = ""


Value = str | int | float | bool | datetime | date | time | ShownNumber
"""The value of a cell that isn't empty."""

Written = Value | Unreadable


def is_blank(value: Written) -> bool:
    """Whether a value is a text of nothing but spaces."""
    return isinstance(value, str) and (not value or value.isspace())


@dataclass(slots=True, repr=False)
class Row:
    """One row of a table.

    Attributes:
        number: Row of the sheet or line of the file, counted from 1.
        cells: Values of cells that aren't empty, by column counted from 1.
        hidden: Whether the sheet hides the row, by hand or by a filter.
        struck: Columns of cells whose text is struck out.
        partly_struck: Columns of cells whose text is struck out in part.
        fill: The background colour of more than half of its cells; empty without.
    """

    number: int
    cells: dict[int, Written] = field(default_factory=dict)
    hidden: bool = False
    struck: tuple[int, ...] = ()
    partly_struck: tuple[int, ...] = ()
    fill: str = ""


class Table(Protocol):
    """A sheet or a CSV file; `rows` may be called more than once."""

    name: str
    """Title of the sheet, or name of the file without its ending."""

    def rows(self) -> Iterator[Row]:
        """The rows that aren't empty, in order.

        Raises:
            InputError: The file is found to be damaged.
        """

    def place(self, row: int = 0, column: int = 0) -> Place: ...

    def problems(self) -> list[Problem]:
        """Problems known once all rows have been read, such as merged cells and hidden columns."""
