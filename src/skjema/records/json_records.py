"""A JSON object as a record: keys are ids or labels, groups are lists of objects."""

from collections.abc import Iterator
from typing import Any

from skjema.definition.columns import Path
from skjema.definition.model import Field, Form, Group
from skjema.problems import Place, Problem, Severity, quoted
from skjema.records.headings import blank
from skjema.records.record import Record
from skjema.text_match import labels, normal


class _JsonPlacing:
    """Places of one object: its own path, with the keys below it."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self.keys: dict[Path, str] = {}

    def place(self, path: Path | None = None) -> Place:
        if path is None:
            return self.below("")
        if path in self.keys or isinstance(path, str):
            return self.below(self.keys.get(path, f".{path}"))
        row = self.keys.get((path[0], int(path[1]), "")) if len(path) == 3 else None
        return self.below(f"{row}.{path[-1]}" if row else f".{path[0]}")

    def take(self, path: Path, key: str) -> Iterator[Problem]:
        """Note where a value stands; a problem where there is one already, under another name of its field."""
        if path in self.keys:
            yield Problem("json-key-twice", self.below(key), gaps={"got": quoted(key.rpartition(".")[2])})
        self.keys[path] = key

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
        placing = _JsonPlacing(place)
        record = Record(number, placing)
        for key, value in written.items():
            here = placing.below(f".{key}")
            match self._items.get(normal(key)):
                case None:
                    record.problems.extend(self._unknown(key, here))
                case Field() | Group() if value is None:
                    continue
                case Field() as one:
                    record.problems.extend(self._put_field(record, placing, one, f".{key}", value))
                case Group() as group:
                    record.problems.extend(self._put_group(record, placing, group, f".{key}", value))
        return record

    def _unknown(self, key: str, place: Place) -> Iterator[Problem]:
        if key not in self._reported:
            self._reported.add(key)
            yield Problem("key-unused", place, Severity.WARNING, {"got": key})

    def _put_field(self, record: Record, placing: _JsonPlacing, one: Field, key: str, value: Any) -> Iterator[Problem]:
        if not one.kind.has_answer_columns or not isinstance(value, list | dict):
            yield from _put(record, placing, one.id, one, key, value)
        elif isinstance(value, dict):
            ids = {choice.id for choice in one.choices}
            for answer, chosen in value.items():
                if answer in ids:
                    yield from _put(record, placing, (one.id, answer), one, f"{key}.{answer}", chosen)
                else:
                    yield from self._unknown(f"{one.id}.{answer}", placing.below(f"{key}.{answer}"))
        elif all(isinstance(answer, str) for answer in value):
            yield from _put(record, placing, one.id, one, key, "\n".join(value))
        else:
            yield Problem("json-shape", placing.below(key), gaps={"label": one.label})

    def _put_group(
        self, record: Record, placing: _JsonPlacing, group: Group, key: str, value: Any
    ) -> Iterator[Problem]:
        yield from placing.take(group.id, key)
        ids = [row.id for row in group.row]
        if isinstance(value, dict) and ids:
            for name in (one for one in value if one not in ids):
                yield from self._unknown(f"{group.id}.{name}", placing.below(f"{key}.{name}"))
            value = [value.get(one) for one in ids]
        if not isinstance(value, list) or not all(isinstance(row, dict | None) for row in value):
            yield Problem("json-not-rows", placing.below(key), gaps={"label": group.label})
            return
        if ids and len(value) > len(ids):
            gaps: dict[str, object] = {"label": group.label, "count": len(value), "wanted": len(ids)}
            yield Problem("group-too-many", placing.below(key), gaps=gaps)
        fields: dict[str, Field] = {}
        for one in group.field:
            for name in (normal(one.id), *labels(one.label)):
                fields.setdefault(name, one)
        record.rows[group.id] = len(value)
        for at, row in enumerate(value, start=1):
            placing.keys[group.id, at, ""] = f"{key}[{at - 1}]"
            for inner, cell in (row or {}).items():
                path = f"{key}[{at - 1}].{inner}"
                if (found := fields.get(normal(inner))) is None:
                    yield from self._unknown(f"{group.id}.{inner}", placing.below(path))
                else:
                    yield from _put(record, placing, (group.id, at, found.id), found, path, cell)


def _put(record: Record, placing: _JsonPlacing, path: Path, one: Field, key: str, value: Any) -> Iterator[Problem]:
    yield from placing.take(path, key)
    if isinstance(value, list | dict):
        yield Problem("json-shape", placing.below(key), gaps={"label": one.label})
    elif value is not None and not blank(value):
        record.cells[path] = value
