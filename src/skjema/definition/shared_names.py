"""Finds names that two columns or two sheets of a form's workbook share, so that they can't be told apart."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from skjema.definition.columns import Column, group_columns, main_columns, sheet_title
from skjema.definition.model import Choice, Field, Form, Group
from skjema.definition.origins import Owner
from skjema.definition.profile import FixedRow
from skjema.text_match import match_key
from skjema.wording.workbook import GUIDE


class SharedName(NamedTuple):
    """A name with two meanings.

    Attributes:
        owner: The later of the two parts, for which the problem is reported.
        key: The key of the owner that gives the name: `id`, `label`, `headers` or `records`.
        name: The name as it is written.
        other: Id of the column that has the name already; empty for a sheet.
        code: Code of the problem to report.
    """

    owner: Owner
    key: str
    name: str
    other: str
    code: str


class _Heading(NamedTuple):
    """A name of a column or sheet, with the part and the key of the definition that give it."""

    owner: Owner
    key: str
    name: str


_Named = tuple[str, Iterable[_Heading]]
"""The id of a column or sheet, with all its names."""


def shared_headings(form: Form) -> Iterator[SharedName]:
    """Columns of one table, or keys of one JSON object, that share a name; one for each owner."""
    reported: set[Owner] = set()
    for table in _tables(form):
        for shared in _shared(table):
            if shared.owner not in reported:
                reported.add(shared.owner)
                yield shared


def _tables(form: Form) -> Iterator[Iterable[_Named]]:
    """The sets of names that must differ: keys of each JSON object, and columns of each sheet."""
    yield from map(_column_keys, form.groups.values())
    yield map(_named_column, main_columns(form))
    for group in form.groups.values():
        if not group.in_main_sheet:
            yield map(_named_column, group_columns(form, group))
    yield _record_keys(form)


def shared_titles(form: Form) -> Iterator[SharedName]:
    """Sheets with the same title as another sheet of the form, or as one that every workbook has."""
    yield from _shared(_sheets(form))


def _sheets(form: Form) -> Iterator[_Named]:
    """The sheets of a form's workbook with their titles in every language."""
    form_owner: Owner = ("form",)
    titles = chain.from_iterable(GUIDE[sheet] for sheet in OWN_SHEETS)
    yield "", [_Heading(form_owner, "", title) for title in titles]
    yield "records", [_Heading(form_owner, "records", sheet_title(text)) for text in form.records.values()]
    for group in form.groups.values():
        if not group.in_main_sheet:
            names = _own_names(("item", group.id), group)
            yield group.id, [heading._replace(name=sheet_title(heading.name)) for heading in names]


OWN_SHEETS = ("guide-sheet", "lists-sheet", "common-sheet", "edition-sheet", "left-sheet", "rolled-sheet")
"""Sheets that every workbook has; they come first, so that a form's own sheet is the one reported."""


def _named_column(column: Column) -> _Named:
    slot = column.slot
    field_owner: Owner = ("column", slot.group, slot.field) if slot.group else ("item", slot.field)
    # in the main sheet a group's column is named after the group and row; only `headers` are the column's own
    owner: Owner = ("item", slot.group) if slot.group and slot.row else field_owner
    names = column.names()
    return column.name, [_Heading(field_owner if key == "headers" else owner, key, name) for key, name in names]


def _column_keys(group: Group) -> Iterator[_Named]:
    """The keys of a group's JSON objects, with their names."""
    for column in group.field:
        yield column.id, _own_names(("column", group.id, column.id), column)


def _record_keys(form: Form) -> Iterator[_Named]:
    """The keys of a record's JSON object: fields and groups, by id or label."""
    items: list[Field | Group] = [field for field in form.fields.values() if not field.is_signature]
    for item in [*items, *form.groups.values()]:
        yield item.id, _own_names(("item", item.id), item)


def _own_names(owner: Owner, item: Field | Group) -> Iterator[_Heading]:
    yield _Heading(owner, "id", item.id)
    for text in item.label.values():
        yield _Heading(owner, "label", text)


def _shared(columns: Iterable[_Named]) -> Iterator[SharedName]:
    """For each column or sheet, its first name that an earlier one has too."""
    # by name as it is read: the id of the first column with it, and the keys that give it to that column
    meanings: dict[str, tuple[str, set[str]]] = {}
    for column, headings in columns:
        for owner, key, name in headings:
            other, keys = meanings.setdefault(match_key(name), (column, set()))
            if other == column:
                keys.add(key)
            # ids such as `a.b` and `a_b` differ as they are written
            elif not (key == "id" in keys and name.replace("_", "") != other.replace("_", "")):
                code = "label-twice" if key == "label" in keys else "name-shared"
                yield SharedName(owner, key, name, other, code)
                break  # one message for each cause


def has_names(form: Form) -> bool:
    """Whether the key's fields exist and every part has a label; if not, those faults must be mended first."""
    labelled: list[Field | Group | FixedRow | Choice] = [*form.all_fields, *form.groups.values()]
    for group in form.groups.values():
        labelled.extend(group.row)
    for field in form.all_fields:
        labelled.extend(field.choices)
    return all(name in form.fields for name in form.key) and all(part.label for part in labelled)


def is_of_own_rows(form: Form, shared: SharedName) -> bool:
    """Whether a shared name comes from a row that the municipality's profile gives."""
    kind, name = shared.owner[:2]
    return kind == "item" and name in form.groups and bool(form.groups[name].row) and name in form.profile.rows
