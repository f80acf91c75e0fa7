"""The workbook's sheet of common values: one field a line, with its label and its value."""

from collections.abc import Iterator

from skjema.definition.slot import Slot
from skjema.formats.table import Row, Table, Written, is_blank
from skjema.problems import Place, Problem, Severity
from skjema.records.edition import Edition, cell_beside, is_unread
from skjema.records.near_headings import nearest_column
from skjema.records.recognise import FormHeadings
from skjema.records.recognised_table import CommonValues
from skjema.text_match import match_key
from skjema.wording.workbook import GUIDE

_LABEL, _VALUE = 1, 2
"""The columns of the label and of the value."""


def is_common_sheet(table: Table) -> bool:
    """Whether a sheet is the one of common values."""
    return match_key(table.name) in set(map(match_key, GUIDE["common-sheet"]))


def read_common_sheet(
    table: Table, headings: FormHeadings, edition: Edition | None
) -> tuple[CommonValues, list[Problem]]:
    """The sheet's values, and a problem for each line without one and for cells that are not read.

    Args:
        edition: What its workbook says of itself.
    """
    cells: dict[Slot, Written] = {}
    places: dict[Slot, Place] = {}
    problems = [cell_beside(table.place(row.number, at), _VALUE) for row, at in unread_cells(table, edition)]
    for index, row in enumerate(table.rows()):
        label, value = row.cells.get(_LABEL), row.cells.get(_VALUE)
        place = table.place(row.number, _VALUE)
        if index == 0 and is_heading(row):
            continue
        if not isinstance(label, str) or is_blank(label):
            if not _is_empty(value):
                problems.append(Problem("common-nameless", place, Severity.WARNING))
        elif (column := headings.main.find(label)) is None:
            problems.append(_unknown_label(label, place, headings))
        elif column.slot in places:
            problems.append(Problem("heading-twice", table.place(row.number, _LABEL), params={"got": label}))
        else:
            places[column.slot] = place
            if value is not None and not is_blank(value):
                cells[column.slot] = value
    return CommonValues(cells, places), problems


def unread_cells(table: Table, edition: Edition | None) -> Iterator[tuple[Row, int]]:
    """The row and column of each cell that is not read."""
    for index, row in enumerate(table.rows()):
        if index or not is_heading(row):
            yield from ((row, column) for column in row.cells if is_unread(row, column, _VALUE, edition))


def _is_empty(value: Written | None) -> bool:
    return value is None or is_blank(value)


def is_heading(row: Row) -> bool:
    """Whether a row is the heading that an input workbook has: `Felt` and `Verdi`."""
    return row.cells.get(_LABEL) in GUIDE["field"] and row.cells.get(_VALUE) in GUIDE["value"]


def _unknown_label(label: str, place: Place, headings: FormHeadings) -> Problem:
    params: dict[str, object] = {"got": label}
    if near := nearest_column(label, headings.main.columns):
        return Problem("heading-near", place, Severity.WARNING, {**params, "hint": near.heading})
    return Problem("common-unused", place, Severity.WARNING, params)
