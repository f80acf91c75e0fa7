"""Cells that contradict the heading above them in saying who somebody is."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from skjema.definition.model import Form
from skjema.fieldtypes.answers import answer_key, answers_by_name
from skjema.formats.table import Row, is_blank
from skjema.problems import Problem, quoted

if TYPE_CHECKING:
    from skjema.records.recognised_table import FormTable


def contradictions(form: Form, form_table: "FormTable", row: Row) -> Iterator[Problem]:
    """A problem for each cell such as `Mor` in a column that belongs to `Far`, where `Mor` has columns of her own.

    What no heading of the table says, such as `Medmor` below `Far`, is no contradiction: the cell knows better.
    """
    heading = form_table.heading
    for slot, said in heading.sets.items():
        written = row.cells.get(heading.column_of.get(slot, 0), "")
        if is_blank(written):
            continue
        field = form.groups[slot.group].column(slot.field)
        found = answers_by_name(field).get(answer_key(str(written)))
        others = {value for other, value in heading.sets.items() if other._replace(row=slot.row) == slot != other}
        if found != said and found in others:
            labels = {choice.id: choice.label for choice in field.choices}
            params: dict[str, object] = {"label": field.label, "got": quoted(str(written)), "said": labels[said]}
            place = form_table.table.place(row.number, heading.column_of[slot])
            yield Problem("heading-contradicted", place, params=params)
