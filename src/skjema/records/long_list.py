"""Lists with a row for each member of a group: the rows of one record are read as one, with several members."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.formats.table import Row, Table, Written
from skjema.problems import Problem, Severity
from skjema.records.join import key_text
from skjema.records.places import GroupRowPlace, TablePlaces
from skjema.records.record import Record

if TYPE_CHECKING:
    from skjema.records.recognised_table import FormTable

CellRow = tuple[Row, dict[Slot, Written]]
"""A row of a table, and its values by slot."""

_FIRST = "1"


def is_keyed(form_table: "FormTable", form: Form) -> bool:
    """Whether a table says which of its rows belong to one record."""
    return all(Slot(field_id) in form_table.heading.column_of for field_id in form.key)


def long_groups(form_table: "FormTable", form: Form) -> frozenset[str]:
    """Ids of groups of which a table has the columns of one row alone, so that it may have a row for each member."""
    rows: dict[str, set[str]] = {}
    for slot in form_table.heading.column_of:
        if slot.row and not form.groups[slot.group].row:
            rows.setdefault(slot.group, set()).add(slot.row)
    return frozenset(group for group, numbers in rows.items() if numbers == {_FIRST})


class LongList:
    """Puts together the rows that agree in the key and in all that is the record's own."""

    def __init__(self, form: Form, groups: frozenset[str]) -> None:
        self._form, self._groups = form, groups
        self._rows = self._records = 0
        self._repeated: list[tuple[int, int]] = []
        """Rows that say nothing new, and the row that has said it."""

    def records(self, rows: Iterable[CellRow]) -> Iterator[list[CellRow]]:
        """The rows of each record, in the order of their first."""
        found: dict[object, list[CellRow]] = {}
        for number, (row, cells) in enumerate(rows):
            own = {slot: value for slot, value in cells.items() if slot.group not in self._groups}
            key = tuple(key_text(cells.get(Slot(field_id), "")) for field_id in self._form.key)
            identity: object = (
                (key, frozenset((slot, repr(value)) for slot, value in own.items())) if all(key) else number
            )
            found.setdefault(identity, []).append((row, cells))
        for alike in found.values():
            yield from self._told(alike)

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

    def problems(self, table: Table) -> Iterator[Problem]:
        if self._records:
            params: dict[str, object] = {"rows": self._rows, "count": self._records}
            yield Problem("rows-of-one-record", table.place(), Severity.NOTE, params)
        for row, first in self._repeated:
            yield Problem("row-repeated", table.place(row), Severity.WARNING, {"row": first})


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
