"""Renders records as calendar files (iCalendar, RFC 5545), with an entry for each row of a group that has a date."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from skjema.definition.model import CalendarTable, Form
from skjema.errors import UsageError
from skjema.fieldtypes.show import show
from skjema.problems import Problem, Severity
from skjema.validation.checked import CheckedRecord
from skjema.wording import Language

_ZONE = ZoneInfo("Europe/Oslo")


class CalendarRenderer:
    """Renders the calendar files of one record after another.

    Args:
        today: The day of the run, written into the entries as their date of creation.

    Raises:
        UsageError: The form has no dates for a calendar.
    """

    suffix = ".ics"
    layout = None

    def __init__(self, form: Form, language: Language, today: date) -> None:
        if form.calendar is None:
            raise UsageError(Problem("calendar-missing", params={"form": form.id}))
        self._form, self._language, self._table = form, language, form.calendar
        self._made = datetime.combine(today, time(), UTC)

    def problems(self, checked: CheckedRecord) -> Iterator[Problem]:
        """One warning with the numbers of the rows that have no date, and so can't become entries."""
        table = self._table
        undated = [row["nr"] for row in checked.values[table.of] if row[table.date] is None]
        if undated:
            group = self._form.groups[table.of]
            params = {"label": group.label, "count": len(undated), "rows": tuple(map(str, undated))}
            yield Problem("calendar-undated", checked.record.places.place(), Severity.WARNING, params)

    def render(self, checked: CheckedRecord) -> bytes:
        """The record as an ics file; the same record and day give the same bytes."""
        calendar = Calendar()
        calendar.add("prodid", "-//skjema//NO")
        calendar.add("version", "2.0")
        whose = (checked.key or b"").hex()
        for row in checked.values[self._table.of]:
            if row[self._table.date] is not None:
                calendar.add_component(self._event(self._table, row, whose))
        return bytes(calendar.to_ical())

    def _event(self, table: CalendarTable, row: dict[str, Any], whose: str) -> Event:
        event = Event()
        day: date = row[table.date]
        start, end = (row[name] if name else None for name in (table.start, table.end))
        event.add("uid", f"{whose}-{row['nr']}@skjema")
        event.add("dtstamp", self._made)
        event.add("summary", self._shown(table.what, row))
        event.add("dtstart", _moment(day, start) if start else day)
        if start and end:
            event.add("dtend", _moment(day, end))
        if table.place and row[table.place] is not None:
            event.add("location", self._shown(table.place, row))
        return event

    def _shown(self, name: str, row: dict[str, Any]) -> str:
        return show(self._form.groups[self._table.of].column(name), row[name], self._language)


def _moment(day: date, clock: time) -> datetime:
    """A Norwegian time of day in UTC, which every calendar understands."""
    return datetime.combine(day, clock, _ZONE).astimezone(UTC)
