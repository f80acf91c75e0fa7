"""An earlier workbook's records in today's: all that it held, moved on by some years where that is asked for."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from skjema.definition.columns import Column
from skjema.definition.model import Field, Form
from skjema.definition.slot import Slot
from skjema.fieldtypes.reading_results import InvalidValue, value_of
from skjema.formats.table import Unreadable, Written
from skjema.records.earlier import Earlier
from skjema.records.record import Record

Remark = tuple[str, Written | None]
"""What has become of a value, by its word in `wording.workbook`, and what it was."""


class Value(NamedTuple):
    """A value for a cell of the new workbook; `remark` says what last year's has to do with it."""

    written: Written | None
    remark: Remark | None = None


class Carried:
    """Gives the cells of the new workbook.

    Args:
        year: The year that it is for; None to carry all as it is.
    """

    def __init__(self, form: Form, earlier: Earlier, year: int | None, today: date) -> None:
        self._form, self._year, self._today = form, year, today
        self.records = earlier.records
        self.unread = earlier.unread
        self._taken: set[tuple[int, Slot]] = set()
        """Number of the record, and slot, of each value that a column has been given."""

    def common(self) -> dict[str, Written]:
        """What the workbook has for every row, by field id."""
        first = self.records[:1]
        return {slot.field: record.cells[slot] for record in first for slot in record.shared}

    def value(self, record: Record, column: Column, row: int = 0) -> Value:
        """The value for a column.

        Args:
            row: Of a group that has a sheet of its own, counted from 1.
        """
        slot = column.slot._replace(row=str(row)) if row else column.slot
        if slot in record.shared:
            return Value(None)
        written = record.cells.get(slot)
        if written is not None:
            self._taken.add((record.number, slot))
        elif slot.answer:
            written = self._ticked(record, column)
        return Value(None) if written is None else self._rolled(record, column.field, written)

    def left(self, record: Record) -> Iterator[tuple[Slot, Written]]:
        """Values of a record that no column was given, once all have been asked for."""
        for slot, written in record.cells.items():
            if slot not in record.shared and (record.number, slot) not in self._taken:
                yield slot, written

    def _ticked(self, record: Record, column: Column) -> Written | None:
        """Whether an answer is one of those that an earlier edition has in one column."""
        whole = record.cells.get(Slot(column.slot.field))
        if whole is None or isinstance(whole, Unreadable):
            return None
        try:
            chosen = value_of(column.field.kind.reader(column.field, self._today)(whole))
        except InvalidValue:
            return None
        self._taken.add((record.number, Slot(column.slot.field)))
        return "x" if column.slot.answer in chosen else None

    def _rolled(self, record: Record, field: Field, written: Written) -> Value:
        if self._year is None:
            return Value(written)
        if field.roll == "clear":
            return Value(None, ("rolled-cleared", written))
        if field.roll == "next":
            moved = self._moved(record, field, written)
            return Value(written) if moved is None else Value(moved, ("rolled-moved", written))
        mentioned = self._mentioned(record, written)
        if mentioned:
            return Value(written, ("rolled-mentions", mentioned))
        is_text = field.kind.plausibility == "prose"
        return Value(written, ("rolled-kept", None) if is_text else None)

    def _moved(self, record: Record, field: Field, written: Written) -> Written | None:
        """A date or a year as many years later as the record is moved on; None for what is neither."""
        years = self._years(record)
        value = self._read(field, written)
        if isinstance(value, date):
            return datetime.combine(_later(value, years), datetime.min.time())
        return value + years if isinstance(value, int) and not isinstance(value, bool) else None

    def _years(self, record: Record) -> int:
        last = self._last_year(record)
        return 1 if last is None or self._year is None else self._year - last

    def _last_year(self, record: Record) -> int | None:
        """The year that a record was for: its first field that is a year and moves on."""
        for field in self._form.fields.values():
            if field.roll == "next" and field.type == "integer" and Slot(field.id) in record.cells:
                value = self._read(field, record.cells[Slot(field.id)])
                return value if isinstance(value, int) else None
        return None

    def _mentioned(self, record: Record, written: Written) -> str:
        """Last year, where a text names it."""
        last = self._last_year(record)
        return str(last) if last is not None and isinstance(written, str) and str(last) in written else ""

    def _read(self, field: Field, written: Written) -> Any:
        if isinstance(written, Unreadable):
            return None
        try:
            return value_of(field.kind.reader(field, self._today)(written))
        except InvalidValue:
            return None


def _later(day: date, years: int) -> date:
    """The same day of the month years later; the last of February for a leap day."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
