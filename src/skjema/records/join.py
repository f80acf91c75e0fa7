"""Rows of groups that stand in sheets of their own, joined with the records whose key they repeat."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.formats.table import Row, Written
from skjema.problems import Problem, quoted
from skjema.records.places import TablePlaces
from skjema.records.recognise import Source
from skjema.records.record import Record
from skjema.wording import Text
from skjema.wording.messages import NOT_SHOWN

_EVERY = "alle"
_EVERY_WORDS = (_EVERY, "all")
"""What stands for the key in a row of a group that belongs to every record."""

_Key = tuple[str, ...]


class _GroupRow(NamedTuple):
    """A row of a group, and the table it stands in."""

    source: Source
    row: Row


class GroupRows:
    """Every row of the groups that have sheets of their own, by the key of the record it belongs to."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._by_group: dict[str, dict[_Key, list[_GroupRow]]] = {}
        self._joined: Counter[tuple[str, _Key]] = Counter()

    def add(self, source: Source, row: Row) -> None:
        """Take in a row of a group's own table."""
        assert source.group is not None
        by_key = self._by_group.setdefault(source.group.id, {})
        by_key.setdefault(self._key(source.cells(row)), []).append(_GroupRow(source, row))

    def join(self, record: Record, places: TablePlaces) -> None:
        """Give a record the rows that belong to it, those of every record among them, in the order of their sheets."""
        if not self._by_group:
            return
        keys = dict.fromkeys((self._every, self._key(record.cells)))
        for group, by_key in self._by_group.items():
            self._joined.update((group, key) for key in keys)
            found = [one for key in keys for one in by_key.get(key, ())]
            found.sort(key=lambda one: one.row.number)
            if found:
                self._put(record, places, group, found)

    def _put(self, record: Record, places: TablePlaces, group: str, rows: list[_GroupRow]) -> None:
        places.groups[group] = [(one.source.table.place(one.row.number), one.source.matched.column_of) for one in rows]
        record.rows[group] = len(rows)
        for at, one in enumerate(rows, start=1):
            for slot, value in one.source.cells(one.row).items():
                if slot.group:
                    record.cells[slot._replace(row=str(at))] = value

    def problems(self) -> Iterator[Problem]:
        """Rows that belong to no record, and rows that belong to several; known when all records have been joined."""
        for group, by_key in self._by_group.items():
            for key, rows in by_key.items():
                count = self._joined[group, key]
                if (group, key) not in self._joined:
                    yield from map(self._orphan, rows)
                elif key[0] != _EVERY and count > 1:
                    yield from self._shared(rows, count)

    def _shared(self, rows: Iterable[_GroupRow], count: int) -> Iterator[Problem]:
        gaps: dict[str, object] = {"count": count, "records": self._form.records, "label": self._key_labels}
        for one in rows:
            yield Problem("row-of-several", one.source.table.place(one.row.number), gaps=gaps)

    def _orphan(self, one: _GroupRow) -> Problem:
        cells = one.source.cells(one.row)
        key = [self._form.fields[name] for name in self._form.key]
        shown = [cells[Slot(field.id)] for field in key if Slot(field.id) in cells and not field.is_secret]
        told = NOT_SHOWN if all(field.is_secret for field in key) else quoted(", ".join(map(str, shown)))
        gaps: dict[str, object] = {"label": self._key_labels, "got": told, "records": self._form.records}
        return Problem("row-orphan", one.source.table.place(one.row.number), gaps=gaps)

    @property
    def _key_labels(self) -> tuple[Text, ...]:
        return tuple(self._form.fields[one].label for one in self._form.key)

    @property
    def _every(self) -> _Key:
        """The key of a row that belongs to every record."""
        return (_EVERY,) + ("",) * (len(self._form.key) - 1)

    def _key(self, cells: Mapping[Slot, Written]) -> _Key:
        """The key of a row; of a row that belongs to every record, `alle` and nothing more."""
        key = tuple(_key_text(cells.get(Slot(one), "")) for one in self._form.key)
        return self._every if key[0] in _EVERY_WORDS else key


def _key_text(value: Written) -> str:
    """A key as it is compared between sheets: a date as a date, a text without case and spare spaces."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return " ".join(str(value).casefold().split())
