"""The address of one value of a record, the same for readers, checks, paper and what comes back."""

import re
from typing import NamedTuple, Self

from skjema.definition.model import Field, Form, Group


class Slot(NamedTuple):
    """Where a value belongs; what is empty stands for all that it could say.

    Attributes:
        field: Id of a field, or of a column of a group; empty for a row or a group as a whole.
        group: Id of the group; empty for a field of the record itself.
        row: Id of a fixed row, else its number from 1; empty for a column of a group in whichever row.
        answer: Id of one answer of the field; empty for its value as a whole.
    """

    field: str = ""
    group: str = ""
    row: str = ""
    answer: str = ""

    @property
    def name(self) -> str:
        """The address as one word: `barn_navn`, `opplysninger.helse`, `foresatte.1.navn`."""
        return ".".join(part for part in (self.group, self.row, self.field, self.answer) if part)

    @property
    def item(self) -> str:
        """Id of the field or group of the record that the value is part of."""
        return self.group or self.field

    @classmethod
    def parse(cls, name: str, form: Form) -> Self | None:
        """The address that a `name` stands for; None where the form has nothing there.

        A line to sign on is a row of its field, with the columns `SIGNATURE_COLUMNS`.
        """
        first, *rest = name.split(".")
        row, field, answer = (*rest, "", "", "")[:3]
        if first in form.groups or (first in form.fields and form.fields[first].is_signature and rest):
            slot = cls(field, first, row, answer)
        else:
            slot = cls(first, answer=row)  # of a record's own field, what stands where a row would is an answer
        # The comparison refuses names with parts too many, or with nothing between two points.
        return slot if slot.name == name and _exists(slot, form) else None


UNDER = "#"
"""Stands before the number of the row that an inner row is written in, where others name or number it in a column."""

_ROW = re.compile("[1-9][0-9]{0,2}")
"""The number of a row. No form has thousands, and a file from outside may ask for any number of them."""

SIGNATURE_COLUMNS = ("dato", "underskrift", "navn")
"""What a line to sign on has: the day, the signature, and the name of who signs."""


def _exists(slot: Slot, form: Form) -> bool:
    """Whether a form has a place for a value there."""
    if slot.group in form.groups:
        group = form.groups[slot.group]
        columns = {field.id: field for field in group.field}
        is_column = not slot.field or (slot.field in columns and _has_answer(columns[slot.field], slot.answer))
        return _has_row(group, slot.row) and is_column
    if slot.group:
        return _ROW.fullmatch(slot.row) is not None and slot.field in ("", *SIGNATURE_COLUMNS) and not slot.answer
    return slot.field in form.fields and _has_answer(form.fields[slot.field], slot.answer)


def _has_row(group: Group, row: str) -> bool:
    """Whether a group has such a row; one without fixed rows has numbers."""
    if not row:
        return True
    return row in {fixed.id for fixed in group.row} if group.row else _ROW.fullmatch(row) is not None


def _has_answer(field: Field, answer: str) -> bool:
    return not answer or answer in {possible.id for possible in field.kind.answers(field)}
