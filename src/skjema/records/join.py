"""Rows of groups that stand in sheets of their own, joined with the records whose key they repeat."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.fieldtypes.texts import visible
from skjema.formats.table import Row, ShownNumber, Unreadable, Written
from skjema.problems import Place, Problem, Severity, quoted
from skjema.records.merged_keys import merged_rows
from skjema.records.places import GroupRowPlace, TablePlaces
from skjema.records.record import Record
from skjema.records.record_rows import is_remark, is_total_of_group
from skjema.wording import Text
from skjema.wording.messages import NOT_SHOWN

if TYPE_CHECKING:
    from skjema.records.recognised_table import FormTable

_EVERY_RECORD = "alle"
_EVERY_RECORD_WORDS = (_EVERY_RECORD, "all")
"""What stands for the key in a row of a group that belongs to every record."""

_Key = tuple[str, ...]
"""The values of the form's key fields, as they are compared; `alle` for any value."""


class _GroupRow(NamedTuple):
    """A row of a group, and the table it stands in."""

    form_table: "FormTable"
    row: Row

    @property
    def place(self) -> Place:
        return self.form_table.table.place(self.row.number)

    def cells(self) -> dict[Slot, Written]:
        return self.form_table.cells(self.row)


class GroupRows:
    """Every row of the groups that have sheets of their own, by the key of the record it belongs to.

    Args:
        records: Title of the sheet of the records; empty where there are several, or none that has a title.
    """

    def __init__(self, form: Form, records: str = "") -> None:
        self._form = form
        self._records: str | Text = records or form.records
        self._rows: dict[str, dict[_Key, list[_GroupRow]]] = {}
        """Rows by group id and key."""
        self._of_sheet: dict[Place, dict[str, list[_GroupRow]]] = {}
        """Rows by the sheet of the one record that they belong to, and by group id."""
        self._record_counts: Counter[tuple[str, _Key]] = Counter()
        """To how many records the rows of a group with one key were given."""

    def add(self, form_table: "FormTable", rows: Sequence[Row]) -> None:
        """Keep the rows of a group's own table, once all are read, until their records come."""
        assert form_table.group is not None
        if form_table.is_of_sheet:
            own = self._of_sheet.setdefault(form_table.table.place(), {})
            own.setdefault(form_table.group.id, []).extend(_GroupRow(form_table, row) for row in rows)
            return
        if any(Slot(field_id) not in form_table.heading.column_of for field_id in self._form.key):
            return  # told once, of the column
        rows_by_key = self._rows.setdefault(form_table.group.id, {})
        keys = {row.number: self._key(form_table.cells(row)) for row in rows}
        # what merged cells hide is told of them, and not once more of each row below
        above = {} if all(map(any, keys.values())) else self._merged_keys(form_table)
        for row in rows:
            key = keys[row.number] if any(keys[row.number]) else keys.get(above.get(row.number, 0), keys[row.number])
            rows_by_key.setdefault(key, []).append(_GroupRow(form_table, row))

    def _merged_keys(self, form_table: "FormTable") -> dict[int, int]:
        """For each row whose whole key is merged with that of one above it, the number of that row."""
        columns = (form_table.heading.column_of.get(Slot(field_id), 0) for field_id in self._form.key)
        first, *others = (merged_rows(form_table.table, column) for column in columns)
        return {row: above for row, above in first.items() if all(one.get(row) == above for one in others)}

    def join(self, record: Record, places: TablePlaces, sheet: Place) -> None:
        """Add the group rows that belong to a record, including those for every record, in the order of their sheets.

        Args:
            sheet: The one that the record stands on.
        """
        own = self._of_sheet.get(sheet, {})
        if not self._rows and not own:
            return
        keys = self._keys_that_fit(record.cells)
        for group_id in {**self._rows, **own}:
            rows = [*own.get(group_id, ())]
            rows_by_key = self._rows.get(group_id, {})
            for key in keys:
                self._record_counts[group_id, key] += 1
                rows.extend(rows_by_key.get(key, ()))
            rows.sort(key=lambda group_row: group_row.row.number)
            if rows:
                self._put_rows(record, places, group_id, rows)

    def _put_rows(self, record: Record, places: TablePlaces, group_id: str, rows: list[_GroupRow]) -> None:
        record.problems.extend(self._also_beside(record, places, group_id, rows))
        places.groups[group_id] = [GroupRowPlace(row.place, row.form_table.heading.column_of) for row in rows]
        record.rows[group_id] = len(rows)
        for row_number, row in enumerate(rows, start=1):
            for slot, value in row.cells().items():
                if slot.group:  # the others are the key
                    record.cells[slot._replace(row=str(row_number))] = value

    def _also_beside(
        self, record: Record, places: TablePlaces, group_id: str, rows: list[_GroupRow]
    ) -> Iterator[Problem]:
        """Take out what the record's own row says of a group, a problem for each that its sheet doesn't say as well."""
        beside = [slot for slot in record.cells if slot.group == group_id]
        said = {key_text(value) for row in rows for value in row.cells().values()} if beside else set()
        for slot in beside:
            value = record.cells.pop(slot)
            if key_text(value) not in said:
                params: dict[str, object] = {"label": self._form.groups[group_id].label}
                yield Problem("cell-beside-sheet", places.place(slot), params=params)

    def problems(self) -> Iterator[Problem]:
        """Rows that belong to no record or to several; complete when all records have been joined."""
        for group_id, rows_by_key in self._rows.items():
            for key, rows in rows_by_key.items():
                count = self._record_counts[group_id, key]
                if count == 0:
                    yield from map(self._orphan_problem, rows)
                elif _EVERY_RECORD not in key and count > 1:
                    yield from self._shared_problems(rows, count)

    def _shared_problems(self, rows: Iterable[_GroupRow], count: int) -> Iterator[Problem]:
        params: dict[str, object] = {"count": count, "records": self._records, "label": self._key_labels}
        for row in rows:
            yield Problem("row-of-several", row.place, params=params)

    def _orphan_problem(self, row: _GroupRow) -> Problem:
        cells = row.cells()
        key = "".join(self._key(cells))
        if is_total_of_group(row.row, key):
            return Problem("totals-row", row.place, Severity.WARNING)
        if is_remark(row.row):
            return Problem("row-remark", row.place, Severity.WARNING)
        if not key:
            return Problem("row-keyless", row.place, params={"label": self._key_labels, "records": self._records})
        if unreadable := [one for slot, one in cells.items() if not slot.group and isinstance(one, Unreadable)]:
            told: dict[str, object] = {"label": self._key_labels[0], "got": quoted(unreadable[0].shown)}
            return Problem(unreadable[0].code, row.place, params=told)
        key_fields = [self._form.fields[field_id] for field_id in self._form.key]
        got: object = NOT_SHOWN
        if open_fields := [field for field in key_fields if not field.is_secret]:
            got = quoted(", ".join(_shown(cells[Slot(field.id)]) for field in open_fields if Slot(field.id) in cells))
        params: dict[str, object] = {"label": self._key_labels, "got": got, "records": self._records}
        return Problem("row-orphan", row.place, params=params)

    @property
    def _key_labels(self) -> tuple[Text, ...]:
        return tuple(self._form.fields[field_id].label for field_id in self._form.key)

    def _key(self, cells: Mapping[Slot, Written]) -> _Key:
        """The key of a row; where one part of it belongs to every record, a part without a value does too."""
        key = [key_text(cells.get(Slot(field_id), "")) for field_id in self._form.key]
        if not any(part in _EVERY_RECORD_WORDS for part in key):
            return tuple(key)
        return tuple(_EVERY_RECORD if part in ("", *_EVERY_RECORD_WORDS) else part for part in key)

    def _keys_that_fit(self, cells: Mapping[Slot, Written]) -> Iterable[_Key]:
        """Every key that a row of the record may have: each part its own, or that of every record."""
        own = self._key(cells)
        return dict.fromkeys(product(*((_EVERY_RECORD, part) for part in own)))


def _shown(value: Written) -> str:
    return f"{value:%d.%m.%Y}" if isinstance(value, date) else str(value)


_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_DATE = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})", re.ASCII)


def key_text(value: Written) -> str:
    """A key as it is compared between sheets, where nobody sees a difference.

    That is a date however it is stored, and a text without case, spare spaces, what is invisible, and kinds of dashes.
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, ShownNumber) and value.shown:
        return value.shown
    text = " ".join(visible(str(value)).casefold().translate(_DASHES).split())
    if day := _DATE.fullmatch(text):
        return f"{day[3]}-{day[2]:0>2}-{day[1]:0>2}"
    return text
