"""The rows of another form's workbook as those of a form that begins with them: plans, for their review."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from skjema.definition.model import Field, Form
from skjema.definition.slot import Slot
from skjema.fieldtypes.reading_results import InvalidValue, value_of
from skjema.formats.table import Unreadable, Written
from skjema.problems import Place
from skjema.records.earlier import Earlier, read_earlier
from skjema.records.record import Places, Record


class _TakenPlaces(NamedTuple):
    """The places in the other form's workbook."""

    of: Places
    sources: Mapping[Slot, Slot]

    def place(self, slot: Slot | None = None) -> Place:
        source = self.sources.get(slot, slot) if slot else None
        if slot and source and source.group and not slot.group:
            return self.of.place()  # a row of another sheet tells nothing of how the record's own looks
        return self.of.place(source)


def read_taken(form: Form, other: Form, path: Path, today: date) -> Earlier:
    """What a form takes from a workbook of the other that its definition names; the rest stays there.

    Raises:
        FileError, InputError: As for `read_earlier`.
    """
    earlier = read_earlier(other, path)
    records = [_taken(form, other, record, today) for record in earlier.records]
    common = {slot: written for slot, written in earlier.common.items() if _is_common(form, slot)}
    places = {record.places.place(slot) for record in records for slot in record.cells}
    notes = {place: text for place, text in earlier.looks.notes.items() if place in places}
    return Earlier(records, common, [], earlier.looks._replace(notes=notes))


def holds_other(other: Form, earlier: Earlier) -> bool:
    """Whether a JSON file that was read as a form's own has what only the other form knows."""
    unused = (one.params["got"] for record in earlier.records for one in record.problems if one.code == "key-unused")
    return any(name in other.fields or name in other.groups for name in unused)


def _is_common(form: Form, slot: Slot) -> bool:
    field = None if slot.group else form.fields.get(slot.field)
    return field is not None and field.profile


def _taken(form: Form, other: Form, record: Record, today: date) -> Record:
    sources: dict[Slot, Slot] = {slot: slot for slot in record.cells if _is_common(form, slot)}
    for name, source in form.taken_from.values.items() if form.taken_from else ():
        sources.update(_sources(name, source, record, other, today))
    groups = {target.group: source.group for target, source in sources.items() if target.group}
    return Record(
        record.number, _TakenPlaces(record.places, sources), {to: record.cells[of] for to, of in sources.items()},
        shared=frozenset(to for to, of in sources.items() if of in record.shared),
        rows={group: record.rows[of] for group, of in groups.items()}, folder=record.folder,
    )  # fmt: skip


def _sources(name: str, source: str, record: Record, other: Form, today: date) -> Iterator[tuple[Slot, Slot]]:
    """Where each value of a field or column stands in the record of the other form."""
    group, _, column = name.rpartition(".")
    of_group, _, of_column = source.rpartition(".")
    found = [slot for slot in record.cells if (slot.group, slot.field) == (of_group, of_column) and not slot.answer]
    if group or not of_group:
        yield from ((Slot(column, group, slot.row), slot) for slot in found)
        return
    field = other.groups[of_group].column(of_column)
    days = {slot: day for slot in found if (day := _day(field, record.cells[slot], today))}
    if days:  # of all rows, that of the latest day
        yield Slot(column), max(days, key=lambda slot: days[slot])


def _day(field: Field, written: Written, today: date) -> date | None:
    if isinstance(written, Unreadable):
        return None
    try:
        value = value_of(field.kind.reader(field, today)(written))
    except InvalidValue:
        return None
    return value if isinstance(value, date) else None
