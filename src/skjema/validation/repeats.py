"""Records that the form's key doesn't tell apart, and whether they are the same or differ in something."""

from collections.abc import Iterable, Iterator

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.problems import Problem, Severity
from skjema.records.record import Record
from skjema.wording import Text


class Repeats:
    """Remembers the keys of records, to find those that come again."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._first: dict[bytes, int] = {}
        self._again: dict[int, int] = {}
        """Numbers of records whose key has come before, and of the first with that key."""

    def note(self, number: int, key: bytes | None) -> None:
        """Remember a record's key; without one nothing is known of whom it is."""
        if key is not None and (first := self._first.setdefault(key, number)) != number:
            self._again[number] = first

    def problems(self, records: Iterable[Record]) -> Iterator[tuple[int, Problem]]:
        """Number and problem of each record that has come before, once all have been noted.

        Args:
            records: All of them again, in their order.
        """
        if not self._again:
            return
        wanted = set(self._again.values())
        firsts: dict[int, Record] = {}
        for record in records:
            if record.number in wanted:
                firsts[record.number] = record
            if record.number in self._again:
                first = firsts[self._again[record.number]]
                # of two documents of one row the same is told of the group's rows
                if first.places.place() != record.places.place():
                    problem = self._problem(record, first)
                    if problem.severity is Severity.ERROR:  # of both, so that neither is printed
                        yield first.number, self._problem(first, record)
                    yield record.number, problem

    def _problem(self, record: Record, first: Record) -> Problem:
        params: dict[str, object] = {"first": first.number}
        place = record.places.place()
        if record.written == first.written:
            return Problem("record-twice", place, Severity.WARNING, params)
        params["key"] = tuple(self._form.fields[field_id].label for field_id in self._form.key)
        slots = [slot for slot in {**record.cells, **first.cells} if record.cells.get(slot) != first.cells.get(slot)]
        labels = {slot.item: self._label(slot) for slot in slots if slot.field not in self._form.key}
        if not labels:
            return Problem("record-differs-unread", place, Severity.WARNING, params)
        params["fields"] = tuple(labels.values())
        if all(slot.group for slot in slots if slot.field not in self._form.key):
            return Problem("record-other-rows", place, Severity.WARNING, params)
        if group := self._group_apart(record, first, slots):
            own = {slot.field: self._label(slot) for slot in slots if not slot.group}
            return Problem(
                "record-member-each", place, params={**params, "label": group, "fields": tuple(own.values())}
            )
        return Problem("record-differs", place, Severity.WARNING, params)

    def _group_apart(self, record: Record, first: Record, differing: Iterable[Slot]) -> Text | None:
        """The label of the group of which two records have one member each, and differ else in nothing on paper.

        So lists are with a row for each parent of a child, and the parent's own address in it.
        """
        own = [
            self._form.fields[slot.field] for slot in differing if not slot.group and slot.field not in self._form.key
        ]
        groups = {slot.group for slot in differing if slot.group}
        if any(field.printed for field in own) or len(groups) != 1:
            return None
        (group,) = groups
        rows = {slot.row for one in (record, first) for slot in one.cells if slot.group == group}
        return self._form.groups[group].label if len(rows) == 1 else None

    def _label(self, slot: Slot) -> Text:
        return self._form.groups[slot.group].label if slot.group else self._form.fields[slot.field].label
