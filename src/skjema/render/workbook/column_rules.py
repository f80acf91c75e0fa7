"""Which columns the input workbook has, which are required, and which are ticked."""

from collections.abc import Iterator, Mapping
from typing import Any

from skjema.definition.columns import Column
from skjema.definition.model import Form, Group
from skjema.definition.relevance import never_relevant


def is_asked(form: Form, column: Column) -> bool:
    """Whether the input workbook has this column, for the office to fill in."""
    field = column.field
    has_columns_of_its_answers = field.kind.has_answer_columns and not column.is_answer
    return not (has_columns_of_its_answers or field.recipient or field.profile or never_relevant(form, field.relevant))


def is_required(form: Form, column: Column) -> bool:
    """Whether every record must have a value in this column."""
    field = column.field
    if (
        column.is_answer
        or field.required is not True
        or field.default is not None
        or not _is_always_relevant(form, column)
    ):
        return False
    return _is_of_every_record(form, column)


def may_be_required(form: Form, column: Column) -> bool:
    """Whether some records must have a value in this column; never for rows that may be left out."""
    field = column.field
    if field.required is False or field.default is not None or is_required(form, column):
        return False
    return _is_of_every_record(form, column)


def is_tick(form: Form, column: Column) -> bool:
    """Whether the column is ticked or left empty: a single answer, or yes/no in a fixed row."""
    group = form.groups.get(column.slot.group)
    return column.is_answer or (column.field.kind.is_truth and group is not None and bool(group.row))


def example_value(form: Form, record: Mapping[str, Any], column: Column) -> Any:
    """The value of a column in a record given as in JSON; None without."""
    field, group, row, answer = column.slot
    if answer:
        return "x" if answer in record.get(field, ()) else None
    if not group:
        return record.get(field)
    rows = record.get(group, ())
    if isinstance(rows, Mapping):
        values = rows.get(row)
    else:
        number = form.groups[group].row_number(row)
        values = rows[number - 1] if number <= len(rows) else None
    return values.get(field) if values else None


def example_rows(form: Form, group: Group, record: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The example rows of a group; rows of an inner group come with what names their outer row."""
    if not group.parent:
        yield from record.get(group.id, ())
        return
    outer = form.groups[group.parent]
    for row in record.get(outer.id, ()):
        for inner in row.get(group.id, ()):
            yield {group.link: str(row[outer.named_by.id]), **inner}


def _is_of_every_record(form: Form, column: Column) -> bool:
    """Whether every record has the row of this column; columns in a group's own sheet have no row number."""
    group, row = form.groups.get(column.slot.group), column.slot.row
    return group is None or not row or bool(group.row) or int(row) <= group.always_min


def _is_always_relevant(form: Form, column: Column) -> bool:
    """Whether the column concerns every record."""
    if column.field.relevant is not True:
        return False
    for section in form.sections:
        if section.relevant is not True and column.slot.item in [item.id for item in section.items]:
            return False
    return True
