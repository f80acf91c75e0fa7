"""A JSON object as a record: keys are ids or labels, groups are lists of objects."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from skjema.definition.model import Field, Form, Group
from skjema.definition.slot import Slot
from skjema.problems import Place, Problem, Severity, quoted
from skjema.records.recognise import blank
from skjema.records.record import Record
from skjema.text_match import labels, normal


class _JsonPlaces:
    """Places of one object: its own path, with the keys below it."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self.keys: dict[Slot, str] = {}

    def place(self, slot: Slot | None = None) -> Place:
        if slot is None:
            return self.below("")
        if slot in self.keys:
            return self.below(self.keys[slot])
        row = self.keys.get(slot._replace(field="", answer="")) if slot.row else None
        return self.below(f"{row}.{slot.field}" if row else f".{slot.item}")

    def take(self, slot: Slot, key: str) -> Iterator[Problem]:
        """Note where a value stands; a problem where there is one already, under another name of its field."""
        if slot in self.keys:
            yield Problem("json-key-twice", self.below(key), gaps={"got": quoted(key.rpartition(".")[2])})
        self.keys[slot] = key

    def below(self, key: str) -> Place:
        return Place(self._place.file, row=self._place.row, path=f"{self._place.path}{key}")


class JsonRecords:
    """Makes records of a form from JSON objects; an unknown key is reported once."""

    def __init__(self, form: Form) -> None:
        self._items: dict[str, Field | Group] = {}
        named: list[Field | Group] = [*form.fields.values(), *form.groups.values()]
        for item in named:
            for name in {normal(item.id), *labels(item.label)}:
                self._items.setdefault(name, item)
        self._reported: set[str] = set()

    def record(self, number: int, place: Place, written: dict[str, Any]) -> Record:
        places = _JsonPlaces(place)
        record = Record(number, places)
        for key, value in written.items():
            here = places.below(f".{key}")
            match self._items.get(normal(key)):
                case None:
                    record.problems.extend(self._unknown(key, here))
                case Field() | Group() if value is None:
                    continue
                case Field() as one:
                    record.problems.extend(self._put_field(record, places, one, f".{key}", value))
                case Group() as group:
                    record.problems.extend(self._put_group(record, places, group, f".{key}", value))
        return record

    def _unknown(self, key: str, place: Place) -> Iterator[Problem]:
        if key not in self._reported:
            self._reported.add(key)
            yield Problem("key-unused", place, Severity.WARNING, {"got": key})

    def _put_field(self, record: Record, places: _JsonPlaces, one: Field, key: str, value: Any) -> Iterator[Problem]:
        if not one.kind.has_answer_columns or not isinstance(value, list | dict):
            yield from _put(record, places, Slot(one.id), one, key, value)
        elif isinstance(value, dict):
            ids = {choice.id for choice in one.choices}
            for answer, chosen in value.items():
                if answer in ids:
                    yield from _put(record, places, Slot(one.id, answer=answer), one, f"{key}.{answer}", chosen)
                else:
                    yield from self._unknown(f"{one.id}.{answer}", places.below(f"{key}.{answer}"))
        elif all(isinstance(answer, str) for answer in value):
            yield from _put(record, places, Slot(one.id), one, key, "\n".join(value))
        else:
            yield Problem("json-shape", places.below(key), gaps={"label": one.label})

    def _put_group(self, record: Record, places: _JsonPlaces, group: Group, key: str, value: Any) -> Iterator[Problem]:
        yield from places.take(Slot(group=group.id), key)
        ids = [row.id for row in group.row]
        if isinstance(value, dict) and ids:
            for name in (one for one in value if one not in ids):
                yield from self._unknown(f"{group.id}.{name}", places.below(f"{key}.{name}"))
            value = [value.get(one) for one in ids]
        if not isinstance(value, list) or not all(isinstance(row, dict | None) for row in value):
            yield Problem("json-not-rows", places.below(key), gaps={"label": group.label})
            return
        if ids and len(value) > len(ids):
            gaps: dict[str, object] = {"label": group.label, "count": len(value), "wanted": len(ids)}
            yield Problem("group-too-many", places.below(key), gaps=gaps)
        record.rows[group.id] = len(value)
        for at, row in enumerate(value, start=1):
            places.keys[Slot(group=group.id, row=group.row_name(at))] = f"{key}[{at - 1}]"
            yield from self._put_row(record, places, group, at, f"{key}[{at - 1}]", row or {})

    def _put_row(
        self, record: Record, places: _JsonPlaces, group: Group, at: int, key: str, row: dict[str, Any]
    ) -> Iterator[Problem]:
        """Take in one row of a group, counted from 1."""
        columns = _columns(group)
        for name, value in row.items():
            if (column := columns.get(normal(name))) is None:
                yield from self._unknown(f"{group.id}.{name}", places.below(f"{key}.{name}"))
            else:
                slot = Slot(column.id, group.id, group.row_name(at))
                yield from _put(record, places, slot, column, f"{key}.{name}", value)


@lru_cache(maxsize=64)
def _columns(group: Group) -> dict[str, Field]:
    """The fields of a group by their ids, then by their labels."""
    columns: dict[str, Field] = {}
    for one in group.field:
        for name in (normal(one.id), *labels(one.label)):
            columns.setdefault(name, one)
    return columns


def _put(record: Record, places: _JsonPlaces, slot: Slot, one: Field, key: str, value: Any) -> Iterator[Problem]:
    yield from places.take(slot, key)
    if isinstance(value, list | dict):
        yield Problem("json-shape", places.below(key), gaps={"label": one.label})
    elif value is not None and not blank(value):
        record.cells[slot] = value
