"""The columns of a form's workbook, and every heading by which each is recognised."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from skjema.definition.model import Field, Form, Group
from skjema.definition.slot import Slot
from skjema.wording import Text, in_language


class Column(NamedTuple):
    """One column that a form's input may have.

    Attributes:
        slot: Address of its values; in a group's own table, without a row.
        name: Its id in that table: `barn_navn`, `opplysninger.helse`, `foresatte.1.navn`.
        field: The field that its cells are values of, also where the column is for one answer of the field.
        heading: In every language.
        others: Other headings, from registers; a tuple of several is several columns joined with spaces.
    """

    slot: Slot
    name: str
    field: Field
    heading: Text
    others: tuple[tuple[str, ...], ...] = ()

    @property
    def is_answer(self) -> bool:
        """Whether the column holds yes or no for one answer of a `choices` field."""
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
    """Every column of the main table, in print order; a `choices` field has one column, and one for each answer."""
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
    """The columns of a group that lies in the main table, row by row."""
    for row_number in range(1, (len(group.row) or group.max or 0) + 1):
        label = group.row_label(row_number)
        for field in group.field:
            slot = Slot(field.id, group.id, group.row_name(row_number))
            yield Column(slot, slot.name, field, _joined(": ", label, field.label), _others(field, row_number))


def group_columns(form: Form, group: Group) -> Iterator[Column]:
    """Every column of a group's own table: the form's key fields, then the group's fields."""
    for key in form.key:
        yield _own_column(form.fields[key])
    for field in group.field:
        yield Column(Slot(field.id, group.id), field.id, field, field.label, _others(field))


def _own_column(field: Field) -> Column:
    """The column of a field of the record itself."""
    return Column(Slot(field.id), field.id, field, field.label, _others(field))


def _joined(between: str, first: Text, second: Text) -> Text:
    """Two texts joined by `between`, in every language that either text has."""
    return {code: f"{in_language(first, code)}{between}{in_language(second, code)}" for code in {**first, **second}}


def _others(field: Field, row_number: int = 0) -> tuple[tuple[str, ...], ...]:
    """The other headings of a field, with `{n}` replaced by the number of a group's row.

    For a group's row in the main table only headings with `{n}` count: without a number, only the columns beside it
    tell which row it means.
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
    # Excel refuses an apostrophe at either end of a title
    return _REFUSED_IN_TITLES.sub(" ", text)[:_LONGEST_TITLE].strip("' ")
