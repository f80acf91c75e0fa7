"""Columns that say which rows of a sheet belong to another table: everybody, with `Til stede: ja` or `nei`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from skjema.definition.model import Group
from skjema.fieldtypes.answers import yes_or_no
from skjema.formats.table import Row
from skjema.problems import Problem
from skjema.text_match import match_key, match_keys

if TYPE_CHECKING:
    from skjema.records.recognised_table import FormTable


def twins(group: Group, groups: Sequence[Group]) -> list[Group]:
    """The other groups that have the same columns, so that a sheet may hold rows of all of them."""
    own = [field.label for field in group.field]
    return [one for one in groups if one is not group and [field.label for field in one.field] == own]


def sorting_columns(form_table: "FormTable", rows: Sequence[Row], others: Sequence[Group]) -> Iterator[Problem]:
    """A problem for each column that isn't read and tells the rows of a group apart from those of others.

    Args:
        others: The twins of the table's group.
    """
    own = form_table.group
    if own is None or not others:
        return
    titles = frozenset[str]().union(*(match_keys(one.label) for one in (own, *others)))
    for column, text in form_table.heading.unknown:
        said = {str(row.cells.get(column, "")) for row in rows}
        keys = {match_key(one) for one in said if yes_or_no(one) is None}
        if len(said) > 1 and keys - {""} <= titles:
            place = form_table.table.place(form_table.heading.number, column)
            yield Problem("column-sorts", place, params={"got": text, "known": tuple(one.label for one in others)})
