"""The sheet for one record: a field in each line, and groups as small tables below, read as tables are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from skjema.definition.model import Group
from skjema.definition.slot import Slot
from skjema.formats.table import HEADING_SEARCH_ROWS, Row, Table, Written, is_blank
from skjema.problems import Place, Problem
from skjema.records.edition import Edition, Renamed
from skjema.records.recognise import FormHeadings
from skjema.wording.workbook import GUIDE

_BAND, _LABEL, _VALUE, _HELP = 1, 2, 3, 4
"""Columns of what stands above a part of the sheet, of the labels, of the values and of what to write."""
_HEADING, _RECORD = 1, 2
"""Numbers of the two rows that a record is read as: its labels, and its values."""
_KEY = 16_385
"""Columns from here on, which no sheet has, hold the record's key in the rows of its groups."""


@dataclass
class _Lines:
    """The lines of a sheet as a table of one record; the numbers of its columns are those of the lines.

    Attributes:
        beside: Rows, and columns of what stands in them where nothing is read.
    """

    name: str
    lines: Sequence[Row]
    beside: Sequence[tuple[Row, int]]
    table: Table

    def rows(self) -> Iterator[Row]:
        for number, column in ((_HEADING, _LABEL), (_RECORD, _VALUE)):
            cells = {line.number: line.cells[column] for line in self.lines if column in line.cells}
            struck = tuple(line.number for line in self.lines if column in line.struck)
            partly = tuple(line.number for line in self.lines if column in line.partly_struck)
            yield Row(number, cells, struck=struck, partly_struck=partly)

    def place(self, row: int = 0, column: int = 0) -> Place:
        if not column:
            return self.table.place()
        return self.table.place(column, _LABEL if row == _HEADING else _VALUE)

    def problems(self) -> list[Problem]:
        return self.table.problems()


@dataclass
class _Below:
    """The rows of a group that stand below the lines, each with the record's key."""

    name: str
    listed: Sequence[Row]
    keys: Sequence[tuple[str, Written]]
    table: Table

    def rows(self) -> Iterator[Row]:
        for place, row in enumerate(self.listed):
            key = {_KEY + at: pair[min(place, 1)] for at, pair in enumerate(self.keys)}
            yield Row(row.number, row.cells | key, row.hidden, row.struck, row.partly_struck, row.fill)

    def place(self, row: int = 0, column: int = 0) -> Place:
        return self.table.place(row, column if column < _KEY else 0)

    def problems(self) -> list[Problem]:
        return []


def is_single_sheet(table: Table) -> bool:
    """Whether a sheet has labels beside values, as the heading of an input workbook says."""
    return any(map(_is_heading, islice(table.rows(), HEADING_SEARCH_ROWS)))


def value_column(table: Table) -> int:
    """The column in which a record's values stand below one another; 0 where they stand side by side."""
    return _VALUE if isinstance(_unnamed(table), _Lines) else 0


def _unnamed(table: Table) -> Table:
    """The table itself, where its columns go by the names of another edition."""
    return table.table if isinstance(table, Renamed) else table


def cells_beside(table: Table) -> Iterator[tuple[Row, int]]:
    """Rows of a sheet for one record, and columns of what stands in them where nothing is read."""
    lines = _unnamed(table)
    yield from lines.beside if isinstance(lines, _Lines) else ()


def _filled(row: Row) -> list[int]:
    return [column for column, value in row.cells.items() if not is_blank(value)]


def _is_heading(row: Row) -> bool:
    return row.cells.get(_LABEL) in GUIDE["field"] and row.cells.get(_VALUE) in GUIDE["value"]


def single_tables(table: Table, headings: FormHeadings, edition: Edition | None) -> Iterator[Table]:
    """A sheet for one record as tables: the record, then each of its groups that has rows.

    Args:
        edition: What its workbook says of itself; None where that is gone, and with it what stood beside the values.
    """
    lines: list[Row] = []
    beside: list[tuple[Row, int]] = []
    below: dict[str, list[Row]] = {}
    listed, group = lines, None
    for row in _below_heading(table):
        if _is_title(row):
            listed, group = lines, headings.group_titled(str(row.cells[_BAND]))
            continue
        if group is not None and _is_heading_of(group, row, headings):
            listed = below.setdefault(group.id, [])
        group = None  # only the row below a title tells whether it is a group's or that of a part of the sheet
        listed.append(row)
        if listed is lines:  # in the rows of a group, it is told of what has no heading
            beside += [(row, column) for column in _filled(row) if _is_beside(row, column, edition)]
    yield _Lines(table.name, lines, beside, table)
    keys = [_key(name, lines, headings) for name in headings.form.key]
    for group_id, rows in below.items():
        if len(rows) > 1:
            yield _Below(group_id, rows, keys, table)


def _is_beside(row: Row, column: int, edition: Edition | None) -> bool:
    """Whether a cell is read by nobody, nor what the workbook itself has written there."""
    if column == _HELP:
        return edition is not None and not edition.explains(row.cells[column])
    return column not in (_LABEL, _VALUE)


def _is_title(row: Row) -> bool:
    """Whether a row has something above a part of the sheet, and not a note beside a line."""
    return _filled(row) == [_BAND]


def _is_heading_of(group: Group, row: Row, headings: FormHeadings) -> bool:
    """Whether a row is the heading of a group's table rather than the first line of a part that is called the same."""
    count = headings.of(group).count_known(row.cells.values())
    is_line = headings.main.find(str(row.cells.get(_LABEL, ""))) is not None
    return count > is_line


def _below_heading(table: Table) -> Iterator[Row]:
    rows = table.rows()
    for row in rows:
        if _is_heading(row):
            break
    yield from rows


def _key(name: str, lines: Sequence[Row], headings: FormHeadings) -> tuple[str, Written]:
    """The label of a field of the key, and what is written beside it."""
    for line in lines:
        column = headings.main.find(str(line.cells.get(_LABEL, "")))
        if column is not None and column.slot == Slot(name):
            return str(line.cells[_LABEL]), line.cells.get(_VALUE, "")
    return name, ""
