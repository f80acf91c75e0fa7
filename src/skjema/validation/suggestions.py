"""Rows that a draft has where the record has none, as the form suggests them."""

from typing import Any

from skjema.definition.expressions import holds
from skjema.definition.model import Group, Suggestion
from skjema.fieldtypes.reading_results import value_of
from skjema.validation.checked import CheckedRecord
from skjema.validation.checklist import Checklist
from skjema.wording import in_language


def suggest_rows(checklist: Checklist, checked: CheckedRecord, group: Group) -> None:
    """Give a group of a draft that has no rows those that the form suggests; the rules then say what they lack."""
    if group.suggest and not checked.values[group.id]:
        suggested = [one for one in group.suggest if holds(one.relevant, checked.values, if_undecided=False)]
        rows = [_row(checklist, group, number, one) for number, one in enumerate(suggested, start=1)]
        checked.values[group.id] = rows


def _row(checklist: Checklist, group: Group, number: int, suggestion: Suggestion) -> dict[str, Any]:
    row: dict[str, Any] = {"nr": number}
    for cell in checklist.row_cells(group, number):
        given = suggestion.values.get(cell.field.id)
        text = in_language(given, checklist.form.spoken) if isinstance(given, dict) else given
        row[cell.field.id] = None if text is None else value_of(cell.read(str(text)))
    return row
