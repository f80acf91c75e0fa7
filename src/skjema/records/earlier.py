"""The content of an earlier workbook to carry into a new one: its records, and cells that no column reads today."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.errors import InputError
from skjema.formats.table import Row, Table, Unreadable, Written, is_blank
from skjema.problems import Place, Problem, quoted
from skjema.records.common_sheet import is_common_sheet, is_heading, unread_cells
from skjema.records.edition import edition_of
from skjema.records.guide_sheets import is_left_over, is_own_guide
from skjema.records.input import Input
from skjema.records.recognise import FormHeadings
from skjema.records.recognised_table import FormTable
from skjema.records.record import Record
from skjema.records.returned import label_of
from skjema.records.row_looks import is_struck
from skjema.records.single_sheet import cells_beside

_OF_NO_RECORD = ("row-orphan", "row-keyless", "totals-row")
"""Codes of what is said of rows that are in no record."""


class Unread(NamedTuple):
    """A cell that no column of the form reads.

    Attributes:
        heading: What stands above it; empty where nothing does.
    """

    place: Place
    heading: str
    value: Written


class Earlier(NamedTuple):
    """The content of an earlier workbook.

    Attributes:
        records: In their order, hidden rows among them.
        common: What it has for every record.
        unread: What they say that no column of the form reads, in the order of the file.
        looks: What its cells say beside their values.
    """

    records: list[Record]
    common: Mapping[Slot, Written]
    unread: list[Unread]
    looks: "CellLooks"


class CellLooks(NamedTuple):
    """The looks of the cells that are read (hidden, struck out, with notes), by the place of the cell or row.

    Attributes:
        hidden: Rows that are hidden.
        struck, partly_struck: Cells that are struck out, and those of whose text a part is.
        notes: What is noted at cells.
    """

    hidden: frozenset[Place]
    struck: frozenset[Place]
    partly_struck: frozenset[Place]
    notes: Mapping[Place, str]


def read_earlier(form: Form, path: Path) -> Earlier:
    """What a workbook of an earlier edition, or of an earlier year, holds.

    Raises:
        FileError, InputError: It can't be read at all, or has nothing of the form; or cells of it can't be read.
    """
    data = Input(form, (path,), "use")
    # one for each row of the sheet, whatever it has documents for
    records = [record for record in data if not record.is_again]
    below = [problem for problem in data.late_problems if problem.code == "rows-heading-other"]  # which isn't read
    if problems := [*below, *_unreadable(form, records)]:
        raise InputError(*problems)
    lost = {problem.place for problem in data.late_problems if problem.code in _OF_NO_RECORD}
    tables = [form_table for file in data.files for form_table in file.form_tables]
    common = tables[0].common.cells if tables else {}
    unread = list(_unread(data, FormHeadings(form), lost, has_records=bool(records)))
    return Earlier(records, common, unread, _looks(data, tables))


def _unreadable(form: Form, records: Iterable[Record]) -> Iterator[Problem]:
    """Cells of an error, or of a formula nobody has calculated: the new workbook would have nothing in their place."""
    told: set[Place | None] = set()
    for record in records:
        for slot, written in record.cells.items():
            place = record.places.place(slot)
            if isinstance(written, Unreadable) and place not in told:
                told.add(place)
                yield Problem(written.code, place, params={"label": label_of(form, slot), "got": quoted(written.shown)})


def _looks(data: Input, tables: Iterable[FormTable]) -> CellLooks:
    hidden: set[Place] = set()
    struck: set[Place] = set()
    partly_struck: set[Place] = set()
    for form_table in tables:
        place = form_table.table.place
        for row in form_table.rows():
            hidden.update([place(row.number)] if row.hidden else ())
            struck.update(
                place(row.number, column) for column in (row.cells if is_struck(form_table, row) else row.struck)
            )
            partly_struck.update(place(row.number, column) for column in row.partly_struck)
    notes = {at: text for file in data.files for at, text in file.content.notes.items()}
    return CellLooks(frozenset(hidden), frozenset(struck), frozenset(partly_struck), notes)


def _unread(data: Input, headings: FormHeadings, lost: set[Place | None], *, has_records: bool) -> Iterator[Unread]:
    for file in data.files:
        known = {form_table.table.place().sheet for form_table in file.form_tables}
        for form_table in file.form_tables:
            yield from _above(form_table, headings)
            yield from _beside(form_table, lost)
        # what is hidden isn't read, and may yet be wanted
        for table in (*file.content.tables, *file.content.hidden):
            if is_left_over(table):
                yield from _listed(table)
            elif is_common_sheet(table):
                edition = edition_of((*file.content.tables, *file.content.hidden))
                for row, column in unread_cells(table, edition):
                    yield _cell(table.place(row.number, column), "", row, column)
                yield from _unknown_lines(table, headings, has_records=has_records)
            elif not is_own_guide(table) and (table.place().sheet not in known or table in file.content.hidden):
                for row in table.rows():
                    yield from (_cell(table.place(row.number, column), "", row, column) for column in row.cells)


def _listed(table: Table) -> Iterator[Unread]:
    """The cells listed as without a place when an earlier workbook was carried into this one."""
    for row in islice(table.rows(), 1, None):
        sheet, number, heading, value = (row.cells.get(column, "") for column in (1, 2, 3, 4))
        at = int(number) if isinstance(number, int | float) else 0
        yield Unread(table.place()._replace(sheet=str(sheet), row=at), str(heading), value)


def _unknown_lines(table: Table, headings: FormHeadings, *, has_records: bool) -> Iterator[Unread]:
    """The lines of a sheet for what is the same in every row that have no place, there or in the records' rows."""
    for row in table.rows():
        label, value = row.cells.get(1, ""), row.cells.get(2, "")
        column = headings.main.find(str(label))
        has_place = column is not None and (has_records or column.field.profile)
        if not (is_blank(value) or is_heading(row) or has_place):
            yield Unread(table.place(row.number, 2), str(label), value)


def _above(form_table: FormTable, headings: FormHeadings) -> Iterator[Unread]:
    """What the clerk has written above the headings, and beside the lines of a sheet for one record."""
    table = form_table.table
    for place, value in cells_beside(table):
        yield Unread(place, "", value)
    if not form_table.value_column:
        for row in table.rows():
            if row.number >= form_table.heading.number:
                break
            if not headings.is_band(row):
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
