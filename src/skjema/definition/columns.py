"""The columns that a form's workbook has, and every name each of them answers to."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from skjema.definition.model import Field, Form, Group
from skjema.definition.slot import Slot
from skjema.wording import Text, in_language


class Column(NamedTuple):
    """One column that the input of a form may have.

    Attributes:
        slot: Where its values belong; in a group's own table, in whichever row.
        name: What it is called in that table: `barn_navn`, `opplysninger.helse`, `foresatte.1.navn`.
        field: The field its cells are values of; for an answer of `choices`, that whole field.
        heading: In every language.
        others: Other headings registers use; a tuple of several is joined with spaces.
    """

    slot: Slot
    name: str
    field: Field
    heading: Text
    others: tuple[tuple[str, ...], ...] = ()

    @property
    def is_answer(self) -> bool:
        """Whether it holds yes or no for one answer of a `choices` field."""
        return bool(self.slot.answer)

    def names(self) -> Iterator[tuple[str, str]]:
        """Every heading that means this column, each with the key of the definition that gives it."""
        yield "id", self.name
        for old in self.field.was:
            yield "was", self.slot._replace(field=old).name if self.slot.row else old
        for text in self.heading.values():
            yield "label", text
        for parts in self.others:
            if len(parts) == 1:
                yield "headers", parts[0]


def main_columns(form: Form) -> Iterator[Column]:
    """Every column of the main table, in print order; `choices` as a whole and answer by answer."""
    for item in form.items:
        if isinstance(item, Field) and item.kind.has_answer_columns:
            yield _own_column(item)
            for choice in item.choices:
                slot = Slot(item.id, answer=choice.id)
                yield Column(slot, slot.name, item, _joined(": ", item.label, choice.label))
        elif isinstance(item, Field) and not item.is_signature:
            yield _own_column(item)
        elif isinstance(item, Group) and item.in_main_sheet:
            yield from _group_columns(item)


def _group_columns(group: Group) -> Iterator[Column]:
    """The columns of each row of a group that lies in the main table, row by row."""
    for row_number in range(1, (len(group.row) or group.max or 0) + 1):
        label = group.row_label(row_number)
        for field in group.field:
            slot = Slot(field.id, group.id, group.row_name(row_number))
            yield Column(slot, slot.name, field, _joined(": ", label, field.label), _others(field, row_number))


def group_columns(form: Form, group: Group) -> Iterator[Column]:
    """Every column of a group's own table: the record's key, then the group's fields."""
    for key in form.key:
        yield _own_column(form.fields[key])
    for field in group.field:
        yield Column(Slot(field.id, group.id), field.id, field, field.label, _others(field))


def _own_column(field: Field) -> Column:
    """The column of a field of the record itself."""
    return Column(Slot(field.id), field.id, field, field.label, _others(field))


def _joined(between: str, first: Text, second: Text) -> Text:
    """Two texts with something between them, in every language that either has."""
    return {code: f"{in_language(first, code)}{between}{in_language(second, code)}" for code in {**first, **second}}


def _others(field: Field, row_number: int = 0) -> tuple[tuple[str, ...], ...]:
    """The other headings of a field; `{n}` in them is the number of a group's row.

    Of a group's row in the main table only those that have one: what the others mean, the headings around them say.
    """
    headers = [(header,) if isinstance(header, str) else header for header in field.headers]
    return tuple(
        tuple(part.replace("{n}", str(row_number)) for part in parts)
        for parts in headers
        if any("{n}" in part for part in parts) == (row_number > 0)
    )


_REFUSED_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_TITLE = 31


def sheet_title(text: str) -> str:
    """A sheet's title: without the characters that Excel refuses, and no longer than it allows."""
    # Excel takes an apostrophe within a title, but not at its ends.
    return _REFUSED_IN_TITLES.sub(" ", text)[:_LONGEST_TITLE].strip("' ")
