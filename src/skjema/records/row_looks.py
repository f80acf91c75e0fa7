"""Rows whose looks may mean something: struck out, or in a colour of their own."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from skjema.formats.table import Row
from skjema.problems import Problem, Severity

if TYPE_CHECKING:
    from skjema.records.recognised_table import FormTable

_FEW = 4
"""Of how many rows one may be in a colour that says something; of more, the colour is how the sheet looks."""
_MOST_NAMED = 8
"""Rows that a message names."""


def is_struck(form_table: "FormTable", row: Row) -> bool:
    """Whether a row as a whole is struck out: at least half of what is read of it."""
    read = [column for column in row.cells if column in form_table.heading.slots]
    return bool(row.struck) and 2 * len([column for column in read if column in row.struck]) >= len(read)


class RowColours:
    """Counts the rows of each table by the colour behind them."""

    def __init__(self) -> None:
        self._rows: dict[int, tuple[FormTable, dict[str, list[int]]]] = {}

    def note(self, form_table: "FormTable", row: Row) -> None:
        self._rows.setdefault(id(form_table), (form_table, {}))[1].setdefault(row.fill, []).append(row.number)

    def problems(self) -> Iterator[Problem]:
        """A warning for rows in a colour that few rows of their sheet have."""
        for form_table, rows in self._rows.values():
            total = sum(map(len, rows.values()))
            usual = max(rows, key=lambda fill: len(rows[fill]))
            few = [row for fill, some in rows.items() if fill != usual and len(some) * _FEW <= total for row in some]
            if few:
                params: dict[str, object] = {"rows": tuple(map(str, sorted(few)[:_MOST_NAMED])), "count": len(few)}
                yield Problem("rows-coloured", form_table.table.place(), Severity.WARNING, params)
