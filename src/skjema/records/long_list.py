"""Lists with a row for each member of a group: the rows of one record are read as one, with several members."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.formats.table import Row, Written
from skjema.problems import Problem, Severity
from skjema.records.join import key_text
from skjema.records.places import GroupRowPlace, TablePlaces
from skjema.records.record import Record
from skjema.records.record_rows import CellRow
from skjema.text_match import match_key

if TYPE_CHECKING:
    from skjema.records.recognised_table import FormTable

_FIRST = "1"
_IDENTIFIER = re.compile(r"(?:elev|barn|barnets?|elevens?|person|bruker|brukar|klient|sak)s?(?:id|nr|nummer|kode)")
"""A column that isn't read and says who a record is: `ElevID`; not a running number, which each row has."""


def is_keyed(form_table: "FormTable", form: Form) -> bool:
    """Whether a table says which of its rows belong to one record."""
    return all(Slot(field_id) in form_table.heading.column_of for field_id in form.key)


def long_groups(form_table: "FormTable", form: Form) -> frozenset[str]:
    """Ids of groups with columns for one row only, so that the table may have a row for each member."""
    rows: dict[str, set[str]] = {}
    for slot in form_table.heading.column_of:
        if slot.row and not form.groups[slot.group].row:
            rows.setdefault(slot.group, set()).add(slot.row)
    return frozenset(group for group, numbers in rows.items() if numbers == {_FIRST})


class LongList:
    """Puts together the rows that agree in the key and in all that is the record's own.

    A row without anything of a record's own goes on with the row right above it.

    Args:
        groups: Those of which each row has one member; of others, the rows of a record say each something else.
    """

    def __init__(self, form: Form, form_table: "FormTable", groups: frozenset[str]) -> None:
        self._form, self._table, self._groups = form, form_table.table, groups
        slots = form_table.heading.column_of
        self._joined = groups or {slot.group for slot in slots if slot.row and not form.groups[slot.group].row}
        """Groups whose values differ from row to row of a record."""
        texts = form_table.heading.texts
        self._identifiers = [column for column, text in texts.items() if _IDENTIFIER.fullmatch(match_key(text))]
        told = {(slot.group, slot.row) for slot in form_table.heading.sets}
        self._named = [Slot(form.groups[group].name_field.id, group, row) for group, row in told]
        """Where the people stand whom a heading calls by what they are."""
        self._rows = self._records = 0
        self._repeated: list[tuple[int, int]] = []
        """Rows that say nothing new, and the row that has said it."""
        self._going_on: list[int] = []
        """Rows that go on with the one above."""

    def records(self, rows: Iterable[CellRow]) -> Iterator[list[CellRow]]:
        """The rows of each record, in the order of their first.

        Those of a record may stand anywhere where each has one member of a group, and else right below one another.
        """
        if not self._joined:
            yield from ([row] for row in rows)
            return
        found: dict[object, list[CellRow]] = {}
        identity: object = None
        last = 0
        for row, cells in rows:
            if identity is None or row.number != last + 1 or not self._goes_on(cells):
                identity = self._identity(row, cells)
            if not self._groups and identity not in found:
                yield from self._whole(found)
                found.clear()
            found.setdefault(identity, []).append((row, cells))
            last = row.number
        yield from self._whole(found)

    def _whole(self, found: Mapping[object, list[CellRow]]) -> Iterator[list[CellRow]]:
        for alike in found.values():
            if len(alike) > 1 and self._are_one(alike):
                self._going_on += [row.number for row, cells in alike[1:] if self._goes_on(cells)]
                yield from self._told(alike)
            else:
                yield from ([row] for row in alike)

    def _goes_on(self, cells: Mapping[Slot, Written]) -> bool:
        """Whether a row has no value of the record's own fields, only of a group."""
        return bool(cells) and all(slot.group in self._joined for slot in cells)

    def _identity(self, row: Row, cells: Mapping[Slot, Written]) -> object:
        """The key and own values that all rows of one record share."""
        key = tuple(key_text(cells.get(Slot(field_id), "")) for field_id in self._form.key)
        if not all(key):
            return row.number
        identifiers = tuple(repr(row.cells.get(column, "")) for column in self._identifiers)
        own = ((slot, repr(value)) for slot, value in cells.items() if slot.group not in self._joined)
        return key, identifiers, frozenset(own)

    def _are_one(self, alike: Sequence[CellRow]) -> bool:
        """Whether rows that agree in all that is the record's own are one record.

        Two mothers below the one heading `Mor` are those of two children; and of groups with columns for several, no
        two rows may say anything of the same.
        """
        for slot in self._named:
            if len({match_key(str(cells[slot])) for _, cells in alike if slot in cells}) > 1:
                return False
        members = [{(slot.group, slot.row) for slot in cells if slot.row} for _, cells in alike]
        return bool(self._groups) or len(set().union(*members)) == sum(map(len, members))

    def _told(self, alike: list[CellRow]) -> Iterator[list[CellRow]]:
        """Rows of one record, but for those that repeat another; one that repeats it whole is a record twice."""
        kept: list[CellRow] = []
        again: list[CellRow] = []
        for row, cells in alike:
            same = next((one for one, other in kept if other == cells), None)
            if same is None:
                kept.append((row, cells))
            elif same.cells == row.cells:
                again.append((row, cells))
            else:
                self._repeated.append((row.number, same.number))
        if len(kept) > 1:
            self._rows += len(kept)
            self._records += 1
        yield kept
        if len(kept) == 1:
            yield from ([row] for row in again)
        else:
            self._repeated += [(row.number, kept[0][0].number) for row, _ in again]

    def problems(self) -> Iterator[Problem]:
        if self._records:
            params: dict[str, object] = {"rows": self._rows, "count": self._records}
            yield Problem("rows-of-one-record", self._table.place(), Severity.NOTE, params)
        for row, first in self._repeated:
            yield Problem("row-repeated", self._table.place(row), Severity.WARNING, {"row": first})
        for row in self._going_on:
            yield Problem("row-goes-on", self._table.place(row), Severity.WARNING)


def put_beside(record: Record, places: TablePlaces, form_table: "FormTable", rows: Sequence[CellRow]) -> None:
    """Give a record what its further rows say of others than the first."""
    for row, cells in rows[1:]:
        for slot, value in cells.items():
            if slot not in record.cells:
                record.cells[slot] = value
                if column := form_table.heading.column_of.get(slot):
                    places.common[slot] = form_table.table.place(row.number, column)


def put_members(
    record: Record, places: TablePlaces, form_table: "FormTable", rows: Sequence[CellRow], groups: Iterable[str]
) -> None:
    """Give a record the members of its groups that its rows hold, one each."""
    for group_id in groups:
        members = [(row, _of_group(cells, group_id)) for row, cells in rows]
        members = [(row, cells) for row, cells in members if cells]
        column_of = {
            slot._replace(row=""): column
            for slot, column in form_table.heading.column_of.items()
            if slot.group == group_id
        }
        places.groups[group_id] = [GroupRowPlace(form_table.table.place(row.number), column_of) for row, _ in members]
        record.rows[group_id] = len(members)
        for slot in [slot for slot in record.cells if slot.group == group_id]:
            del record.cells[slot]
        for number, (_, cells) in enumerate(members, start=1):
            record.cells.update({slot._replace(row=str(number)): value for slot, value in cells.items()})


def _of_group(cells: Mapping[Slot, Written], group_id: str) -> dict[Slot, Written]:
    return {slot: value for slot, value in cells.items() if slot.group == group_id}
