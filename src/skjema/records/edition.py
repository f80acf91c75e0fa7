"""The edition of a form that a workbook was made for, with its headings and the notes beside its values."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from skjema.formats.table import HEADING_SEARCH_ROWS, Row, Table, Written, is_blank
from skjema.problems import Place, Problem, Severity, column_letters
from skjema.text_match import match_key
from skjema.wording.workbook import GUIDE

_VERSION = re.compile(r"\d{4}-\d\d-\d\d")


class Edition(NamedTuple):
    """The edition data that `input_sheet` writes on a hidden sheet of a workbook.

    Attributes:
        version: Of the form; as in its definition.
        names: Name of each column by its heading, for each sheet by its title.
        explanations: What was written beside values to explain them.
    """

    version: str
    names: Mapping[str, Mapping[str, str]]
    explanations: frozenset[str]

    def explains(self, cell: Written) -> bool:
        """Whether a cell holds what was written beside values; true of all where nobody wrote it down."""
        return not self.explanations or match_key(str(cell)) in self.explanations

    def is_own(self, table: Table) -> bool:
        """Whether a table is one of those that the workbook was made with."""
        return match_key(table.name) in self.names

    def title_of(self, table: Table, lacking: Collection[str]) -> str:
        """Title of the missing sheet whose headings a table has; empty unless exactly one matches."""
        rows = [_texts(row) for row in islice(table.rows(), HEADING_SEARCH_ROWS)]
        found = [title for title in lacking if any(self.names[title].keys() <= texts for texts in rows)]
        return found[0] if len(found) == 1 else ""


def is_unread(row: Row, column: int, values: int, edition: Edition | None) -> bool:
    """Whether something stands in a cell that nobody reads and that the workbook itself hasn't written there.

    Args:
        values: The column of the values; their labels stand to the left of it, and to the right what to write.
    """
    if column in (values - 1, values) or is_blank(row.cells[column]):
        return False
    return column != values + 1 or (edition is not None and not edition.explains(row.cells[column]))


def cell_beside(place: Place, values: int) -> Problem:
    """That what stands in a cell is not read.

    Args:
        values: The column in which values are.
    """
    return Problem("cell-beside", place, Severity.WARNING, {"column": column_letters(values)})


def _texts(row: Row) -> set[str]:
    """The texts of a row, as headings are compared."""
    return {match_key(cell) for cell in row.cells.values() if isinstance(cell, str)}


def edition_of(tables: Iterable[Table]) -> Edition | None:
    """The edition on a workbook's hidden sheet; None where it has none."""
    return next((_read(table) for table in tables if is_edition_sheet(table)), None)


def is_edition_sheet(table: Table) -> bool:
    """Whether a sheet is that of the edition, rather than one of the clerk's own that is called the same."""
    first = next(iter(table.rows()), None)
    is_titled = match_key(table.name) in set(map(match_key, GUIDE["edition-sheet"]))
    return is_titled and first is not None and _VERSION.fullmatch(str(first.cells.get(2, ""))) is not None


def _read(table: Table) -> Edition:
    version = ""
    names: dict[str, dict[str, str]] = {}
    explanations: set[str] = set()
    for at, row in enumerate(table.rows()):
        first, second, third, explained = (str(row.cells.get(column, "")) for column in (1, 2, 3, 4))
        if at == 0:
            version = second
        elif third:
            names.setdefault(match_key(first), {})[match_key(second)] = third
        elif explained:
            explanations.add(match_key(explained))
    return Edition(version, names, frozenset(explanations))


@dataclass
class Renamed:
    """A table whose headings are the names that its edition had for its columns.

    Attributes:
        headings: Of the edition, by which the heading row is known: a value may be called as a column is.
        names: By the heading, of those columns that are called otherwise today.
    """

    name: str
    table: Table
    headings: Collection[str]
    names: Mapping[str, str]

    def rows(self) -> Iterator[Row]:
        rows = self.table.rows()
        head = list(islice(rows, HEADING_SEARCH_ROWS))
        heading = max(head, key=self._known, default=None)
        for row in head:
            if row is heading:
                row.cells = {
                    column: self.names.get(match_key(cell), cell) if isinstance(cell, str) else cell
                    for column, cell in row.cells.items()
                }
            yield row
        yield from rows

    def _known(self, row: Row) -> int:
        return sum(match_key(cell) in self.headings for cell in row.cells.values() if isinstance(cell, str))

    def place(self, row: int = 0, column: int = 0) -> Place:
        return self.table.place(row, column)

    def problems(self) -> list[Problem]:
        return self.table.problems()
