"""The sheet for one record: a field in each line, and groups as small tables below, read as tables are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from skjema.definition.model import Group
from skjema.definition.slot import Slot
from skjema.formats.table import HEADING_SEARCH_ROWS, Row, Table, Written, is_blank
from skjema.problems import Place, Problem, Severity
from skjema.records.edition import Edition, Renamed, cell_beside, is_unread
from skjema.records.recognise import FormHeadings
from skjema.text_match import match_key
from skjema.wording.workbook import GUIDE

_BAND, _LABEL, _VALUE, _HELP = 1, 2, 3, 4
"""Columns of what stands above a part of the sheet, of the labels, of the values and of what to write."""
_HEADING, _RECORD = 1, 2
"""Numbers of the two rows that a record is read as: its labels, and its values."""
_KEY = 16_385
"""Columns from here on, which no sheet has, hold the record's key in the rows of its groups."""
_APART = 3
"""Rows between two of a table, from which on the lower one is hardly meant for it."""


@dataclass
class _Lines:
    """The lines of a sheet as a table of one record; the numbers of its columns are those of the lines.

    Attributes:
        unread: Rows, and columns of what stands in them that is not read.
    """

    name: str
    lines: Sequence[Row]
    unread: Sequence[tuple[Row, int]]
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


def is_of_sheet(table: Table) -> bool:
    """Whether a table is one of a group that stands below the lines of a record."""
    return isinstance(_unnamed(table), _Below)


def _unnamed(table: Table) -> Table:
    """The table itself, where its columns go by the names of another edition."""
    return table.table if isinstance(table, Renamed) else table


def cells_beside(table: Table) -> Iterator[tuple[Place, Written]]:
    """The place and content of cells on a sheet for one record that are not read."""
    lines = _unnamed(table)
    if isinstance(lines, _Lines):
        yield from ((lines.table.place(row.number, column), row.cells[column]) for row, column in lines.unread)


def _filled(row: Row) -> list[int]:
    return [column for column, value in row.cells.items() if not is_blank(value)]


def _is_heading(row: Row) -> bool:
    is_labelled = row.cells.get(_LABEL) in GUIDE["field"]
    return is_labelled and (row.cells.get(_VALUE) in GUIDE["value"] or row.cells.get(_HELP) in GUIDE["what"])


class SingleSheet:
    """A sheet for one record, read as tables: the record, then each of its groups that has rows.

    Args:
        edition: What its workbook says of itself; None where that is gone, and with it what stood beside the values.

    Attributes:
        problems: Of tables and rows that aren't where they should be, and of what isn't read.
    """

    def __init__(self, table: Table, headings: FormHeadings, edition: Edition | None) -> None:
        self._table, self._headings, self._edition = table, headings, edition
        self._lines: list[Row] = []
        self._beside: list[tuple[Row, int]] = []
        self._untitled: list[Row] = []
        self._below: dict[str, list[Row]] = {}
        self._beyond: set[tuple[int, int]] = set()
        """Row and column of what stands beside a title, where the table above goes down to it."""
        self.problems: list[Problem] = []
        self._read()
        for row, column in self._beside:
            if (row.number, column) not in self._beyond:
                self.problems.append(cell_beside(table.place(row.number, column), _VALUE))

    def tables(self) -> Iterator[Table]:
        unread = self._beside + [(row, column) for row in self._untitled for column in _filled(row)]
        yield _Lines(self._table.name, self._lines, unread, self._table)
        keys = [_key(name, self._lines, self._headings) for name in self._headings.form.key]
        for group_id, rows in self._below.items():
            if len(rows) > 1:
                yield _Below(group_id, rows, keys, self._table)

    def _read(self) -> None:
        listed, titled = self._lines, None
        for row in filter(_filled, self._below_heading()):
            if self._is_title(row):
                self._note_beyond(listed, row)
                listed, titled = self._lines, self._headings.group_titled(str(row.cells[_BAND]))
                self._beside += [(row, column) for column in _filled(row) if column != _BAND]
                continue
            if _filled(row) == [_BAND]:  # a note, or a title that another edition had
                if listed is not self._lines or self._is_of_today:
                    self._beside.append((row, _BAND))
                continue
            groups = self._headed(row, titled)
            if len(groups) > 1:
                known = tuple(group.label for group in groups)
                self.problems.append(Problem("table-untitled", self._table.place(row.number), params={"known": known}))
                listed = self._untitled
            elif groups:
                listed = self._below.setdefault(groups[0].id, [])
            elif listed is not self._lines and listed and row.number - listed[-1].number > _APART:
                self.problems.append(Problem("row-apart", self._table.place(row.number), Severity.WARNING))
            titled = None  # only the row below a title tells whether it is a group's or that of a part of the sheet
            listed.append(row)
            if listed is self._lines:  # in the rows of a group, it is told of what has no heading
                self._beside += [
                    (row, column) for column in _filled(row) if is_unread(row, column, _VALUE, self._edition)
                ]

    def _note_beyond(self, listed: Sequence[Row], title: Row) -> None:
        """Report a row of the table above that stands on the row of a title, since the table has no room for it."""
        if listed is self._lines or not listed or listed[-1].number != title.number - 1:
            return
        columns = [column for column in _filled(title) if column != _BAND and column in listed[0].cells]
        self._beyond.update((title.number, column) for column in columns)
        if columns:
            self.problems.append(Problem("table-full", self._table.place(title.number, columns[0])))

    @property
    def _is_of_today(self) -> bool:
        return self._edition is not None and self._edition.version == self._headings.form.version

    def _below_heading(self) -> Iterator[Row]:
        rows = self._table.rows()
        for row in rows:
            if _is_heading(row):
                self._beside += [(row, column) for column in _filled(row) if column not in (_LABEL, _VALUE, _HELP)]
                break
        yield from rows

    def _is_title(self, row: Row) -> bool:
        """Whether a row has the title of a part of the sheet, whatever was written beside it."""
        title = row.cells.get(_BAND)
        return (
            isinstance(title, str) and self._headings.is_band(Row(row.number, {_BAND: title})) and not is_blank(title)
        )

    def _headed(self, row: Row, titled: Group | None) -> list[Group]:
        """The groups whose heading a row may be: the one that a title above says, or whose columns it has.

        The first line of a part that is called as a group is none.
        """
        texts = [str(row.cells[column]) for column in _filled(row) if column >= _LABEL]
        is_line = self._headings.main.find(str(row.cells.get(_LABEL, ""))) is not None
        known = {group_id: self._count_known(group_id, texts) for group_id in self._headings.groups}
        groups = self._headings.form.groups
        if titled is not None and known[titled.id] > is_line:
            return [titled]
        full = [groups[name] for name, count in known.items() if count == len(texts)]
        # one name alone is a heading only where the table has no more
        whole = [group for group in full if known[group.id] == len(group.field)]
        return whole or [group for group in full if len(texts) > 1]

    def _count_known(self, group_id: str, texts: Sequence[str]) -> int:
        """How many texts are names of columns of a group, today or in the sheet's edition."""
        own = self._headings.groups[group_id]
        earlier = self._edition.names.get(match_key(group_id), {}) if self._edition else {}
        return sum(own.find(text) is not None or match_key(text) in earlier for text in texts)


def _key(name: str, lines: Sequence[Row], headings: FormHeadings) -> tuple[str, Written]:
    """The label of a field of the key, and what is written beside it."""
    for line in lines:
        column = headings.main.find(str(line.cells.get(_LABEL, "")))
        if column is not None and column.slot == Slot(name):
            return str(line.cells[_LABEL]), line.cells.get(_VALUE, "")
    return name, ""
