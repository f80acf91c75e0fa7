"""The workbook's sheet of what is the same in every row: a field in each line, its label and its value."""

from skjema.definition.slot import Slot
from skjema.formats.table import Table, Written
from skjema.problems import Place, Problem, Severity
from skjema.records.recognise import Common, FormHeadings, blank
from skjema.text_match import normal
from skjema.wording.workbook import GUIDE

_LABEL, _VALUE = 1, 2
"""The columns of the label and of the value."""


def is_common(table: Table) -> bool:
    """Whether a sheet is the one for what is the same in every row."""
    return normal(table.name) in {normal(title) for title in GUIDE["common-sheet"]}


def common_values(table: Table, headings: FormHeadings) -> tuple[Common, list[Problem]]:
    """The sheet's values, and its lines that mean nothing to the form."""
    cells: dict[Slot, Written] = {}
    places: dict[Slot, Place] = {}
    problems = []
    for at, row in enumerate(table.rows()):
        label, value = row.cells.get(_LABEL), row.cells.get(_VALUE)
        if not isinstance(label, str) or blank(label):
            if value is not None and not blank(value):
                problems.append(Problem("common-nameless", table.place(row.number, _VALUE), Severity.WARNING))
            continue
        if at == 0 and label in GUIDE["field"] and value in GUIDE["value"]:
            continue
        column = headings.main.find(label)
        place = table.place(row.number, _VALUE)
        if column is None:
            near = headings.main.nearest(label, headings.main.columns)
            gaps: dict[str, object] = {"got": label}
            if near:
                problems.append(Problem("heading-near", place, Severity.WARNING, {**gaps, "hint": near.heading}))
            else:
                problems.append(Problem("heading-unused", place, Severity.NOTE, gaps))
        elif column.slot in places:
            problems.append(Problem("heading-twice", table.place(row.number, _LABEL), gaps={"got": label}))
        else:
            places[column.slot] = place
            if value is not None and not blank(value):
                cells[column.slot] = value
    return Common(cells, places), problems
