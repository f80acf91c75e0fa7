"""Names that two columns or two sheets of a form's workbook would share, so that neither could be told apart."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from skjema.definition.columns import Column, group_columns, main_columns, sheet_title
from skjema.definition.model import Field, Form, Group
from skjema.text_match import normal
from skjema.wording.workbook import GUIDE

Owner = tuple[str, ...]
"""What a fault is told of: `("item", id)`, `("column", group, id)` or `("form",)`."""


class SharedName(NamedTuple):
    """A name that means two things.

    Attributes:
        owner: The later of the two.
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


def shared_headings(form: Form) -> Iterator[SharedName]:
    """Columns of one table, or keys of one JSON object, that have a name in common; one for each owner."""
    tables: list[Iterable[_Named]] = [_columns(group) for group in form.groups.values()]
    tables.append(map(_named_column, main_columns(form)))
    with_sheet = [group for group in form.groups.values() if not group.in_main_sheet]
    tables += [map(_named_column, group_columns(form, group)) for group in with_sheet]
    tables.append(_keys(form))
    reported: set[Owner] = set()
    for table in tables:
        for found in _shared(table):
            if found.owner not in reported:
                reported.add(found.owner)
                yield found


def shared_titles(form: Form) -> Iterator[SharedName]:
    """Sheets that would be taken for another of the form's own, for the guide, or for the sheet of common values."""
    form_key: Owner = ("form",)
    sheets: list[_Named] = [("", [(form_key, "", title) for name in _SHEETS for title in GUIDE[name]])]
    sheets.append(("records", [(form_key, "records", sheet_title(text)) for text in form.records.values()]))
    for group in form.groups.values():
        if not group.in_main_sheet:
            names = _own_names(group)
            sheets.append((group.id, [(("item", group.id), key, sheet_title(text)) for key, text in names]))
    yield from _shared(sheets)


_SHEETS = ("guide-sheet", "lists-sheet", "common-sheet")
_Named = tuple[str, Iterable[tuple[Owner, str, str]]]
"""What has names: its id; and for each name whom a fault is told of, and the key that gives it."""


def _named_column(column: Column) -> _Named:
    slot = column.slot
    if not slot.group:
        return column.name, [(("item", slot.field), *one) for one in column.names()]
    if not slot.row:
        return column.name, [(("column", slot.group, slot.field), *one) for one in column.names()]
    owners: dict[str, Owner] = {"headers": ("column", slot.group, slot.field)}  # the rest of a heading is the group's
    return column.name, [(owners.get(key, ("item", slot.group)), key, one) for key, one in column.names()]


def _columns(group: Group) -> Iterator[_Named]:
    """What the keys of a group's own objects may mean."""
    for one in group.field:
        yield one.id, [(("column", group.id, one.id), *name) for name in _own_names(one)]


def _keys(form: Form) -> Iterator[_Named]:
    """What the keys of a JSON object may mean: fields and groups, by id or label."""
    items: list[Field | Group] = [one for one in form.fields.values() if not one.is_signature]
    for item in [*items, *form.groups.values()]:
        yield item.id, [(("item", item.id), *name) for name in _own_names(item)]


def _own_names(item: Field | Group) -> Iterator[tuple[str, str]]:
    yield "id", item.id
    for text in item.label.values():
        yield "label", text


def _shared(things: Iterable[_Named]) -> Iterator[SharedName]:
    """The first name of each thing that an earlier one has."""
    meant: dict[str, tuple[str, set[str]]] = {}
    for thing, names in things:
        for owner, key, name in names:
            other, given_by = meant.setdefault(normal(name), (thing, set()))
            if other == thing:
                given_by.add(key)
            # `a.b` and `a_b` are told apart as they are written.
            elif not (key == "id" in given_by and name.replace("_", "") != other.replace("_", "")):
                yield SharedName(
                    owner, key, name, other, "label-twice" if key == "label" in given_by else "name-shared"
                )
                break
