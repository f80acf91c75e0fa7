"""Names that two columns or two sheets of a form's workbook would share, so that neither could be told apart."""

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
    """A name that means two things.

    Attributes:
        owner: The later of the two, which a problem is reported for.
        key: The key of the owner that gives the name: `id`, `label`, `headers` or `records`.
        name: As it is written.
        other: What the name means already: the id of a column; empty for a sheet.
        code: What kind of problem it is.
    """

    owner: Owner
    key: str
    name: str
    other: str
    code: str


class _Heading(NamedTuple):
    """One name of a column or sheet, and the part and key of the definition that give it."""

    owner: Owner
    key: str
    name: str


_Named = tuple[str, Iterable[_Heading]]
"""The id of a column or sheet, and all its names."""


def shared_headings(form: Form) -> Iterator[SharedName]:
    """Columns of one table, or keys of one JSON object, that have a name in common; one for each owner."""
    reported: set[Owner] = set()
    for table in _tables(form):
        for shared in _shared(table):
            if shared.owner not in reported:
                reported.add(shared.owner)
                yield shared


def _tables(form: Form) -> Iterator[Iterable[_Named]]:
    """Where names are looked up: a group's JSON objects, the main sheet, a group's sheet, and a record's object."""
    yield from map(_column_keys, form.groups.values())
    yield map(_named_column, main_columns(form))
    for group in form.groups.values():
        if not group.in_main_sheet:
            yield map(_named_column, group_columns(form, group))
    yield _record_keys(form)


def shared_titles(form: Form) -> Iterator[SharedName]:
    """Sheets that would be taken for another of the form's own, for the guide, or for the sheet of common values."""
    yield from _shared(_sheets(form))


def _sheets(form: Form) -> Iterator[_Named]:
    """The sheets of a form's workbook by their titles in every language."""
    form_owner: Owner = ("form",)
    titles = chain.from_iterable(GUIDE[sheet] for sheet in OWN_SHEETS)
    yield "", [_Heading(form_owner, "", title) for title in titles]
    yield "records", [_Heading(form_owner, "records", sheet_title(text)) for text in form.records.values()]
    for group in form.groups.values():
        if not group.in_main_sheet:
            names = _own_names(("item", group.id), group)
            yield group.id, [heading._replace(name=sheet_title(heading.name)) for heading in names]


OWN_SHEETS = ("guide-sheet", "lists-sheet", "common-sheet", "edition-sheet", "left-sheet", "rolled-sheet")
"""The sheets beside those of records and groups: they come first, so that a form's own sheet is the one at fault."""


def _named_column(column: Column) -> _Named:
    slot = column.slot
    field_owner: Owner = ("column", slot.group, slot.field) if slot.group else ("item", slot.field)
    # In the main sheet a group's column is named by the group's label and number; only `headers` are the field's own.
    owner: Owner = ("item", slot.group) if slot.group and slot.row else field_owner
    names = column.names()
    return column.name, [_Heading(field_owner if key == "headers" else owner, key, name) for key, name in names]


def _column_keys(group: Group) -> Iterator[_Named]:
    """What the keys of a group's JSON objects may be called."""
    for column in group.field:
        yield column.id, _own_names(("column", group.id, column.id), column)


def _record_keys(form: Form) -> Iterator[_Named]:
    """What the keys of a record's JSON object may be called: fields and groups, by id or label."""
    items: list[Field | Group] = [field for field in form.fields.values() if not field.is_signature]
    for item in [*items, *form.groups.values()]:
        yield item.id, _own_names(("item", item.id), item)


def _own_names(owner: Owner, item: Field | Group) -> Iterator[_Heading]:
    yield _Heading(owner, "id", item.id)
    for text in item.label.values():
        yield _Heading(owner, "label", text)


def _shared(columns: Iterable[_Named]) -> Iterator[SharedName]:
    """The first name of each column or sheet that an earlier one has."""
    # For each name as it is read: the id of the first that has it, and the keys that give it to that one.
    meanings: dict[str, tuple[str, set[str]]] = {}
    for column, headings in columns:
        for owner, key, name in headings:
            other, keys = meanings.setdefault(match_key(name), (column, set()))
            if other == column:
                keys.add(key)
            # Two ids such as `a.b` and `a_b` are told apart as they are written.
            elif not (key == "id" in keys and name.replace("_", "") != other.replace("_", "")):
                code = "label-twice" if key == "label" in keys else "name-shared"
                yield SharedName(owner, key, name, other, code)
                break  # one cause, one message


def has_names(form: Form) -> bool:
    """Whether the fields of its key are there, and every column has a label; else there are other faults to mend."""
    labelled: list[Field | Group | FixedRow | Choice] = [*form.all_fields, *form.groups.values()]
    for group in form.groups.values():
        labelled.extend(group.row)
    for field in form.all_fields:
        labelled.extend(field.choices)
    return all(name in form.fields for name in form.key) and all(part.label for part in labelled)


def is_of_own_rows(form: Form, shared: SharedName) -> bool:
    """Whether a name comes from a row that the municipality has given."""
    kind, name = shared.owner[:2]
    return kind == "item" and name in form.groups and bool(form.groups[name].row) and name in form.profile.rows
