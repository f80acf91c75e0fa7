"""All that an earlier workbook holds, to be carried into a new one: its records, and what no column reads today."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from skjema.definition.model import Form
from skjema.formats.table import Row, Written, is_blank
from skjema.problems import Place
from skjema.records.common_sheet import is_common_sheet
from skjema.records.input import Input
from skjema.records.recognise import FormTable, is_own_guide
from skjema.records.record import Record


class Unread(NamedTuple):
    """A cell that no column of the form reads.

    Attributes:
        heading: What stands above it; empty where nothing does.
    """

    place: Place
    heading: str
    value: Written


class Earlier(NamedTuple):
    """What a workbook holds.

    Attributes:
        records: In their order, hidden rows among them.
        unread: What they say that no column of the form reads, in the order of the file.
    """

    records: list[Record]
    unread: list[Unread]


def read_earlier(form: Form, path: Path) -> Earlier:
    """What a workbook of an earlier edition, or of an earlier year, holds.

    Raises:
        FileError, InputError: It can't be read at all, or has nothing of the form.
    """
    data = Input(form, (path,), "use")
    # one for each row of the sheet, whatever it has documents for
    records = [record for record in data if not record.is_again]
    lost = {problem.place for problem in data.late_problems if problem.code in ("row-orphan", "totals-row")}
    return Earlier(records, list(_unread(data, lost)))


def _unread(data: Input, lost: set[Place | None]) -> Iterator[Unread]:
    for file in data.files:
        known = {form_table.table.place().sheet for form_table in file.form_tables}
        for form_table in file.form_tables:
            yield from _beside(form_table, lost)
        for table in file.content.tables:
            if not (table.place().sheet in known or is_own_guide(table) or is_common_sheet(table)):
                for row in table.rows():
                    yield from (_cell(table.place(row.number, column), "", row, column) for column in row.cells)


def _beside(form_table: FormTable, lost: set[Place | None]) -> Iterator[Unread]:
    """The cells of a table that aren't read, and those of rows that belong to nobody."""
    heading, table = form_table.heading, form_table.table
    joined = {column for columns in heading.parts.values() for column in columns}
    others = {column for readings in heading.others.values() for columns in readings for column in columns}
    repeated = {column for columns in heading.repeated_parts.values() for column in columns}
    read = {*heading.slots, *joined, *others, *repeated}
    for row in form_table.rows():
        is_lost = table.place(row.number) in lost
        for column, value in row.cells.items():
            if not is_blank(value) and (is_lost or column not in read):
                yield _cell(table.place(row.number, column), heading.texts.get(column, ""), row, column)


def _cell(place: Place, heading: str, row: Row, column: int) -> Unread:
    return Unread(place, heading, row.cells[column])
