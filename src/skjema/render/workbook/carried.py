"""Carries the records of an earlier workbook into a new one: all their values, moved on by some years if asked."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from skjema.definition.columns import Column
from skjema.definition.model import Field, Form
from skjema.definition.slot import Slot
from skjema.errors import UsageError
from skjema.fieldtypes.reading_results import InvalidValue, Repaired, value_of
from skjema.formats.table import Percent, ShownNumber, Unreadable, Written
from skjema.problems import Place, Problem, Severity
from skjema.records.earlier import Earlier
from skjema.records.record import Record

Remark = tuple[str, Written | None]
"""What has happened to a value, as the name of a word in `wording.workbook`, and the earlier value."""


_YEARS = range(1900, 2200)
"""Numbers in this range count as years; others are typing errors."""


class Value(NamedTuple):
    """A value for a cell of the new workbook; `remark` says what became of last year's value."""

    written: Written | None
    remark: Remark | None = None


class Carried:
    """Gives the values for the cells of the new workbook.

    Args:
        year: The year that the new workbook is for; None to carry all values unchanged.

    Raises:
        UsageError: The earlier workbook is for the same year or a later one.
    """

    def __init__(self, form: Form, earlier: Earlier, year: int | None, today: date) -> None:
        self._form, self._year, self._today = form, year, today
        self.records = earlier.records
        self.unread = earlier.unread
        self.looks = earlier.looks
        self._common = earlier.common
        self._lasting = {
            group.column(name) for group in form.groups.values() for one in group.member for name in one.sets
        }
        """Columns that say who a person is."""
        self._last_year = self._latest_year()
        if year is not None and self._last_year is not None and year <= self._last_year:
            raise UsageError(Problem("year-not-later", params={"year": year, "last": self._last_year}))
        self.listed: dict[str, int] = {}
        """Number of lines on the sheets of values without a place, and of values to look at, once those are written."""
        self._taken: set[tuple[int, Slot]] = set()
        """Number of the record, and slot, of each value that has been given to a column."""

    def common(self, field: Field) -> Value:
        """The value of a field on the sheet of common values."""
        written = self._common.get(Slot(field.id))
        return Value(None) if written is None else self._rolled(field, self._as_shown(field, written))

    def value(self, record: Record, column: Column, row: int = 0) -> Value:
        """The value for a column of the new workbook.

        Args:
            row: Row of a group that has a sheet of its own, counted from 1; else 0.
        """
        if column.field.last_year and self._year is not None:
            last = record.cells.get(Slot(column.field.last_year))
            return Value(None if last is None else self._as_shown(column.field, last))
        slot = column.slot._replace(row=str(row)) if row else column.slot
        if self._is_common(record, slot):
            return Value(None)
        written = record.cells.get(slot)
        if written is not None:
            self._taken.add((record.number, slot))
        elif slot.answer:
            written = self._ticked(record, column)
        return Value(None) if written is None else self._rolled(column.field, self._as_shown(column.field, written))

    def place(self, record: Record, column: Column, row: int = 0) -> Place | None:
        """The earlier place of a value; None where it wasn't the record's own."""
        slot = column.slot._replace(row=str(row)) if row else column.slot
        if slot in record.shared or (row and not slot.group):
            return None
        is_there = slot.group not in record.rows or int(slot.row) <= record.rows[slot.group]
        return record.places.place(slot) if is_there else None

    def left(self, record: Record) -> Iterator[tuple[Slot, Written]]:
        """Values of a record that no column has been given; to be asked after all columns."""
        for slot, written in record.cells.items():
            if not self._is_common(record, slot) and (record.number, slot) not in self._taken:
                yield slot, written

    def _is_common(self, record: Record, slot: Slot) -> bool:
        """Whether a value is a common one, in the new workbook too."""
        field = None if slot.group else self._form.fields.get(slot.field)
        return slot in record.shared and field is not None and field.profile

    def _ticked(self, record: Record, column: Column) -> Written | None:
        """Whether one answer is ticked, where an earlier edition had all answers in one column."""
        whole = record.cells.get(Slot(column.slot.field))
        if whole is None or isinstance(whole, Unreadable):
            return None
        try:
            chosen = value_of(column.field.kind.reader(column.field, self._today)(whole))
        except InvalidValue:
            return None
        self._taken.add((record.number, Slot(column.slot.field)))
        return "x" if column.slot.answer in chosen else None

    def _as_shown(self, field: Field, written: Written) -> Written:
        """A number as the old sheet displayed it, since the new sheet lacks its format: 007, or 6,5 for 6,5 %."""
        if not isinstance(written, ShownNumber) or (written.shown == "" and not isinstance(written, Percent)):
            return written
        value = self._read(field, written)
        if value is None:
            return written
        cell: Written = field.kind.cell_value(field, value, self._form.languages[0])
        return cell

    def _rolled(self, field: Field, written: Written) -> Value:
        if self._year is None:
            return Value(written)
        if field.roll == "clear":
            return Value(None, ("rolled-cleared", written))
        if field.roll == "next":
            moved = self._moved(field, written)
            return Value(written, ("rolled-kept", None)) if moved is None else Value(moved, ("rolled-moved", written))
        if isinstance(written, str) and self._last_year is not None and str(self._last_year) in written:
            return Value(written, ("rolled-mentions", str(self._last_year)))
        return Value(written, ("rolled-kept", None) if self._may_have_changed(field) else None)

    def _may_have_changed(self, field: Field) -> bool:
        """Whether a field's values hold only for a time: dates, descriptions, answers."""
        is_answer = field.kind.is_truth or field.kind.takes_choices
        is_told = field.kind.plausibility == "prose" or field.type == "date"
        return is_told or (is_answer and field not in self._lasting)

    def _moved(self, field: Field, written: Written) -> Written | None:
        """A date or year moved on by the years between the workbooks; None for anything else."""
        years = 1 if self._last_year is None or self._year is None else self._year - self._last_year
        value = self._read(field, written)
        if isinstance(value, date):
            return datetime.combine(_later(value, years), datetime.min.time()) if value.year in _YEARS else None
        return value + years if value in _YEARS else None

    def _latest_year(self) -> int | None:
        """The year of the records: the latest value of the first year field that moves on, else of such dates."""
        moving = [field for field in self._form.fields.values() if field.roll == "next"]
        years = [field for field in moving if field.type == "integer"][:1]
        found: list[int] = []
        for field in years or moving:
            for record in self.records:
                value = self._read(field, record.cells.get(Slot(field.id), ""))
                found.append(value.year if isinstance(value, date) else value)
        return max((year for year in found if year in _YEARS), default=None)

    def _read(self, field: Field, written: Written) -> Any:
        if isinstance(written, Unreadable):
            return None
        try:
            value = field.kind.reader(field, self._today)(written)
        except InvalidValue:
            return None
        # values that were read with doubt are to be looked at, and not moved
        return None if isinstance(value, Repaired) and value.severity is Severity.WARNING else value_of(value)


def _later(day: date, years: int) -> date:
    """The same date some years later; 28 February for a leap day."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
