"""The address of one value of a record, the same for reading, checking, printing, and returned papers."""

import re
from typing import NamedTuple, Self

from skjema.definition.model import Field, Form, Group


class Slot(NamedTuple):
    """The address of a value; an empty part means all of them: every answer, every row, the whole group.

    Attributes:
        field: Id of a field, or of a column of a group; empty for a row or a group as a whole.
        group: Id of the group; empty for a field of the record itself.
        row: Id of a fixed row, else its number from 1; empty for a column as such, in no particular row.
        answer: Id of one answer of the field; empty for the field's whole value.
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
        """The address with this `name`; None where the form has nothing at it.

        A line to sign on is a row of its field, with the columns `SIGNATURE_COLUMNS`.
        """
        first, *rest = name.split(".")
        row, field, answer = (*rest, "", "", "")[:3]
        if first in form.groups or (first in form.fields and form.fields[first].is_signature and rest):
            slot = cls(field, first, row, answer)
        else:
            slot = cls(first, answer=row)  # for a record's own field, the second part is an answer
        # comparing the names refuses addresses with too many parts, or empty parts
        return slot if slot.name == name and _exists(slot, form) else None


UNDER = "#"
"""Prefix of a row number that refers to the outer row, where rows of an inner group name it in a column."""

_ROW = re.compile("[1-9][0-9]{0,2}")
"""A row number. It is limited, since it comes from outside files, and no form has thousands of rows."""

SIGNATURE_COLUMNS = ("dato", "underskrift", "navn")
"""Parts of a line to sign on: the date, the signature, and the signer's name."""


def _exists(slot: Slot, form: Form) -> bool:
    """Whether the form has a place for a value at this address."""
    if slot.group in form.groups:
        group = form.groups[slot.group]
        columns = {field.id: field for field in group.field}
        is_column = not slot.field or (slot.field in columns and _has_answer(columns[slot.field], slot.answer))
        return _has_row(group, slot.row) and is_column
    if slot.group:
        return _ROW.fullmatch(slot.row) is not None and slot.field in ("", *SIGNATURE_COLUMNS) and not slot.answer
    return slot.field in form.fields and _has_answer(form.fields[slot.field], slot.answer)


def _has_row(group: Group, row: str) -> bool:
    """Whether a group has this row: one of its fixed rows, or a number if it has no fixed rows."""
    if not row:
        return True
    return row in {fixed.id for fixed in group.row} if group.row else _ROW.fullmatch(row) is not None


def _has_answer(field: Field, answer: str) -> bool:
    return not answer or answer in {possible.id for possible in field.kind.answers(field)}
