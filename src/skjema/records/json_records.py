"""Records from JSON objects: keys are ids or labels of fields, groups are lists of objects."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from skjema.definition.model import Field, Form, Group
from skjema.definition.slot import Slot
from skjema.formats.table import is_blank
from skjema.problems import Place, Problem, Severity, quoted
from skjema.records.record import Record
from skjema.text_match import match_key, match_keys


class _JsonPlaces:
    """The places of one object's values: the path of the object, and the path of each value below it."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self.paths: dict[Slot, str] = {}

    def place(self, slot: Slot | None = None) -> Place:
        if slot is None:
            return self.below("")
        if slot in self.paths:
            return self.below(self.paths[slot])
        row = self.paths.get(slot._replace(field="", answer="")) if slot.row else None
        return self.below(f"{row}.{slot.field}" if row else f".{slot.item}")

    def add(self, slot: Slot, path: str) -> Iterator[Problem]:
        """Note where a value stands; a problem where its field has one already, under another of its names."""
        if slot in self.paths:
            yield Problem("json-key-twice", self.below(path), params={"got": quoted(path.rpartition(".")[2])})
        self.paths[slot] = path

    def below(self, path: str) -> Place:
        """The place of a `path` within the object, such as `.foresatte[0].navn`."""
        return Place(self._place.file, row=self._place.row, path=f"{self._place.path}{path}")


class JsonRecords:
    """Makes records of a form from JSON objects; a key that the form doesn't know is reported once."""

    def __init__(self, form: Form) -> None:
        self._items: dict[str, Field | Group] = {}
        items: list[Field | Group] = [*form.fields.values(), *form.groups.values()]
        for item in items:
            for name in {match_key(item.id), *match_keys(item.label)}:
                self._items.setdefault(name, item)
        self._reported_keys: set[str] = set()

    def record(self, number: int, place: Place, written: dict[str, Any]) -> Record:
        """The record that an object holds.

        Args:
            number: Of the record, counted from 1 over all files.
        """
        places = _JsonPlaces(place)
        record = Record(number, places, written=hash(repr(written)))
        for key, value in written.items():
            match self._items.get(match_key(key)):
                case None:
                    record.problems.extend(self._unknown_key(key, places.below(f".{key}")))
                case Field() | Group() if value is None:
                    continue
                case Field() as field:
                    record.problems.extend(self._put_field(record, places, field, f".{key}", value))
                case Group() as group:
                    record.problems.extend(self._put_group(record, places, group, f".{key}", value))
        return record

    def _unknown_key(self, key: str, place: Place) -> Iterator[Problem]:
        if key not in self._reported_keys:
            self._reported_keys.add(key)
            yield Problem("key-unused", place, Severity.WARNING, {"got": key})

    def _put_field(self, record: Record, places: _JsonPlaces, field: Field, path: str, value: Any) -> Iterator[Problem]:
        """Put the value of a field into the record; several answers are a list of them, or an object of yes and no."""
        if not field.kind.has_answer_columns or not isinstance(value, list | dict):
            yield from _put_value(record, places, Slot(field.id), field, path, value)
        elif isinstance(value, dict):
            answer_ids = {choice.id for choice in field.choices}
            for answer, chosen in value.items():
                answer_path = f"{path}.{answer}"
                if answer in answer_ids:
                    yield from _put_value(record, places, Slot(field.id, answer=answer), field, answer_path, chosen)
                else:
                    yield from self._unknown_key(f"{field.id}.{answer}", places.below(answer_path))
        elif all(isinstance(answer, str) for answer in value):
            yield from _put_value(record, places, Slot(field.id), field, path, "\n".join(value))
        else:
            yield Problem("json-shape", places.below(path), params={"label": field.label})

    def _put_group(self, record: Record, places: _JsonPlaces, group: Group, path: str, value: Any) -> Iterator[Problem]:
        """Put the rows of a group into the record: a list of objects, or, for fixed rows, an object with their ids."""
        yield from places.add(Slot(group=group.id), path)
        fixed_ids = [row.id for row in group.row]
        if isinstance(value, dict) and fixed_ids:
            for row_id in value:
                if row_id not in fixed_ids:
                    yield from self._unknown_key(f"{group.id}.{row_id}", places.below(f"{path}.{row_id}"))
            value = [value.get(row_id) for row_id in fixed_ids]
        if not isinstance(value, list) or not all(isinstance(row, dict | None) for row in value):
            yield Problem("json-not-rows", places.below(path), params={"label": group.label})
            return
        if fixed_ids and len(value) > len(fixed_ids):
            params: dict[str, object] = {"label": group.label, "count": len(value), "wanted": len(fixed_ids)}
            yield Problem("group-too-many", places.below(path), params=params)
        record.rows[group.id] = len(value)
        for row_number, row in enumerate(value, start=1):
            row_path = f"{path}[{row_number - 1}]"  # JSON paths count from 0
            row_slot = Slot(group=group.id, row=group.row_name(row_number))
            places.paths[row_slot] = row_path
            yield from self._put_row(record, places, group, row_slot, row_path, row or {})

    def _put_row(
        self, record: Record, places: _JsonPlaces, group: Group, row_slot: Slot, path: str, row: dict[str, Any]
    ) -> Iterator[Problem]:
        columns = _columns_by_name(group)
        for key, value in row.items():
            column = columns.get(match_key(key))
            if column is None:
                yield from self._unknown_key(f"{group.id}.{key}", places.below(f"{path}.{key}"))
            else:
                yield from _put_value(
                    record, places, row_slot._replace(field=column.id), column, f"{path}.{key}", value
                )


@lru_cache(maxsize=64)
def _columns_by_name(group: Group) -> dict[str, Field]:
    """The fields of a group by their ids, then by their labels."""
    columns: dict[str, Field] = {}
    for column in group.field:
        for name in (match_key(column.id), *match_keys(column.label)):
            columns.setdefault(name, column)
    return columns


def _put_value(
    record: Record, places: _JsonPlaces, slot: Slot, field: Field, path: str, value: Any
) -> Iterator[Problem]:
    """Put one value into the record, unless it is empty or a list or object where the field takes neither."""
    yield from places.add(slot, path)
    if isinstance(value, list | dict):
        yield Problem("json-shape", places.below(path), params={"label": field.label})
    elif value is not None and not is_blank(value):
        record.cells[slot] = value
