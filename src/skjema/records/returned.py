"""A record from the fields of a document that has come back, filled in by its recipient."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from skjema.definition.model import Field, Form
from skjema.definition.slot import Slot
from skjema.problems import Place, Problem
from skjema.records.mark import FIELD, Mark
from skjema.records.record import Record
from skjema.wording import Text

if TYPE_CHECKING:
    from skjema.formats.form_fields import FormFields

SIGNED, SIGNED_ON = "underskrift", "dato"
"""Columns of a line to sign on: whether it is signed, and the day."""
_MANY = 4
"""Fields of a form, one of so many of the file's own, by which one that doesn't say what it is is known."""


class ReturnedPlaces(NamedTuple):
    """The places of the values of a document: the file, and the field's name."""

    file: str

    def place(self, slot: Slot | None = None) -> Place:
        return Place(self.file, path=slot.name if slot else "")


def mark_of(fields: "FormFields") -> Mark | None:
    """The mark of a document; None where it has none, or two that differ."""
    told = (*fields.marks, str(fields.values.get(FIELD, "")))
    found = {mark for text in told if (mark := Mark.read(text)) is not None}
    return found.pop() if len(found) == 1 and FIELD not in fields.unclear else None


def is_of_form(form: Form, fields: "FormFields") -> bool:
    """Whether most fields of a document that doesn't say what it is are those of a form."""
    names = [name for name in fields.values if name and name != FIELD]
    known = sum(Slot.parse(name, form) is not None for name in names)
    return known > 0 and known * _MANY > len(names) * (_MANY - 1)


def is_merged(form: Form, fields: "FormFields") -> bool:
    """Whether a file has the fields of several documents, as of PDFs that somebody has put together."""
    twice = (re.fullmatch(r"([^.+]+)\+\d+(\..*)?", name) for name in fields.values)
    if any(found and Slot.parse(f"{found[1]}{found[2] or ''}", form) for found in twice):
        return True
    return any(name in fields.unclear for name in (FIELD, *form.key))


def returned_record(form: Form, number: int, name: str, fields: "FormFields") -> Record:
    """The record in the fields of a document, the office's part too; contradicting fields are problems.

    Args:
        number: Of the record, counted from 1.
        name: What messages call the file.
    """
    record = Record(number, ReturnedPlaces(name), written=hash(tuple(fields.values.items())))
    ticked: defaultdict[Slot, list[str]] = defaultdict(list)
    unclear = {slot for one in fields.unclear if (slot := Slot.parse(one, form))}
    for one, value in fields.values.items():
        slot = Slot.parse(one, form)
        if slot is None or slot in unclear or value in ("", False):
            continue
        whole = slot._replace(answer="")
        if slot.answer and not field_at(form, whole).kind.has_answer_columns:
            ticked[whole].append(slot.answer)
        else:
            record.cells[slot] = value
    for slot, answers in ticked.items():
        record.cells[slot] = answers[0]
        if len(answers) > 1:
            unclear.add(slot)
    record.cells |= {slot: True for one in fields.signed if (slot := Slot.parse(one, form))}
    for slot in sorted(unclear):
        record.cells.pop(slot, None)
        record.problems.append(
            Problem("returned-unclear", record.places.place(slot), params={"label": label_of(form, slot)})
        )
    for slot in record.cells:
        if slot.group in form.groups:
            record.rows[slot.group] = max(record.rows.get(slot.group, 0), form.groups[slot.group].row_number(slot.row))
    return record


def field_at(form: Form, slot: Slot) -> Field:
    """The field that a slot holds a value of; for a line to sign on, the signature."""
    return form.groups[slot.group].column(slot.field) if slot.group in form.groups else form.fields[slot.item]


def is_recipients(form: Form, slot: Slot) -> bool:
    """Whether a slot is filled in by who gets the form."""
    return field_at(form, slot).recipient


def decides(form: Form, slot: Slot) -> bool:
    """Whether a slot holds what the form's answer is read from."""
    group, _, column = form.answer.rpartition(".")
    return bool(form.answer) and (slot.group, slot.field) == (group, column or form.answer)


def label_of(form: Form, slot: Slot) -> Text:
    """The label of a slot: the field's, with the row in a group; of a signature line, the line's."""
    if slot.group in form.groups:
        group = form.groups[slot.group]
        row, column = group.row_label(group.row_number(slot.row)), group.column(slot.field).label
        return {code: f"{text}: {column[code]}" for code, text in row.items() if code in column}
    label = form.fields[slot.item].label
    return {code: f"{text} {slot.row}" for code, text in label.items()} if slot.row not in ("", "1") else label


def rows_of_their_own(
    form: Form, row: Record, returned: Record, lines: Mapping[tuple[str, str], str]
) -> dict[tuple[str, str], str]:
    """The rows for lines of a paper that the office left empty: new ones, below all that the list has.

    Args:
        lines: Which row of the list each other line is, by group and line.
    """
    found: dict[tuple[str, str], str] = {}
    taken = {group: row.rows.get(group, 0) for group in form.groups}
    for (group, _), name in lines.items():
        if name.isdecimal():
            taken[group] = max(taken[group], int(name))
    for slot in returned.cells:
        line, group_of = (slot.group, slot.row), form.groups.get(slot.group)
        # lines to sign on are told apart as rows are, and are none
        if group_of and not group_of.row and line not in lines and line not in found:
            taken[slot.group] += 1
            found[line] = str(taken[slot.group])
    return found
