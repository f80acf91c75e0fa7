"""Records from JSON objects: keys are ids or labels of fields, groups are lists of objects."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from skjema.definition.columns import main_columns
from skjema.definition.model import Field, Form, Group
from skjema.definition.slot import UNDER, Slot
from skjema.errors import InputError
from skjema.formats.table import Unreadable, is_blank
from skjema.problems import Place, Problem, Severity, quoted
from skjema.records.json_values import is_list_of_objects, joined_name, rows_of_object
from skjema.records.other_spellings import by_ascii, other_spellings
from skjema.records.protected_columns import is_unread_protection
from skjema.records.record import Record
from skjema.text_match import match_key, match_keys

_NAME_WORDS = ("navn", "namn", "name")
_BARE_PARTS = frozenset({"fornavn", "førenamn", "mellomnavn", "mellomnamn", "etternavn", "etternamn"})
_DEEPEST = 4
"""Keys of the longest path to a value."""


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
        self._inner = {group.id: form.inner_groups(group) for group in form.groups.values()}
        for item in items:
            for name in {match_key(item.id), *match_keys(item.label)}:
                self._items.setdefault(name, item)
        for column in main_columns(form):
            if not column.slot.group and not column.is_answer:
                for _, heading in column.names():
                    self._items.setdefault(match_key(heading), column.field)
        self._by_ascii = by_ascii(self._items)
        names = [field for field in form.fields.values() if field.type == "name"]
        self._named = form.fields[form.key[0]] if form.key[0] in {field.id for field in names} else None
        """The field whose parts are meant by `Fornavn` and `Etternavn`."""
        fields = (one for item in items for one in (item.field if isinstance(item, Group) else (item,)))
        self._protections = {
            one.id: one.label
            for one in fields
            if any(is_unread_protection(text, value=True) for text in one.label.values())
        }
        """Label by id of the fields that say whose address is protected."""
        self._reported_keys: set[str] = set()

    def _item(self, *names: str) -> Field | Group | None:
        """What a key of the object means, or the keys of a path to a value."""
        key = match_key("".join(names))
        usual, plain = other_spellings(key)
        found = self._items.get(key) or self._items.get(usual)
        return found or next((self._by_ascii[one] for one in plain if one in self._by_ascii), None)

    def record(self, number: int, place: Place, written: dict[str, Any]) -> Record:
        """The record that an object holds.

        Args:
            number: Of the record, counted from 1 over all files.
        """
        places = _JsonPlaces(place)
        record = Record(number, places, written=hash(repr(written)))
        for key, value in self._with_whole_name(written).items():
            match self._item(key):
                case None if isinstance(value, dict):
                    record.problems.extend(self._put_nested(record, places, (key,), value))
                case None:
                    record.problems.extend(self._unknown_key(key, places.below(f".{key}"), value))
                case Field() | Group() if value is None:
                    continue
                case Field() if isinstance(value, dict) and self._says_more(key, value):
                    record.problems.extend(self._put_nested(record, places, (key,), value))
                case Field() as field:
                    record.problems.extend(self._put_field(record, places, field, f".{key}", value))
                case Group() as group:
                    record.problems.extend(self._put_group(record, places, group, f".{key}", value))
        if any(slot.field in self._protections for slot in record.cells):
            record.problems = [one for one in record.problems if one.code != "cell-protected"]
        return record

    def _with_whole_name(self, written: dict[str, Any]) -> dict[str, Any]:
        """The object with the parts of the record's name as one, where they are written apart and the name isn't."""
        parts = {key: value for key, value in written.items() if match_key(key) in _BARE_PARTS}
        named = self._named
        if named is None or len(parts) < 2 or any(self._item(key) is named for key in written):
            return written
        return {named.id: parts} | {key: value for key, value in written.items() if key not in parts}

    def unwrapped(self, place: Place, written: dict[str, Any]) -> list[tuple[Place, dict[str, Any]]] | None:
        """The objects within an object that itself says nothing to the form: those of a list, or under keys of theirs.

        None where there are none.

        Raises:
            InputError: There are several such lists.
        """
        if any(self._is_said(key, value) for key, value in written.items()):
            return None
        lists = {key: value for key, value in written.items() if is_list_of_objects(value)}
        if len(lists) > 1:
            raise InputError(Problem("json-lists", place, params={"known": tuple(lists)}))
        for key, items in lists.items():
            return [(place._replace(path=f"{place.path}.{key}[{number}]"), item) for number, item in enumerate(items)]
        inner = {key: value for key, value in written.items() if isinstance(value, dict)}
        records = {key: value for key, value in inner.items() if any(map(self._is_said, value, value.values()))}
        if len(records) == 1 or (records and len(records) == len(written)):
            return [(place._replace(path=f"{place.path}.{key}"), value) for key, value in records.items()]
        within = [
            self.unwrapped(place._replace(path=f"{place.path}.{key}"), inner[key]) for key in inner if not records
        ]
        found = [one for one in within if one]
        return found[0] if len(found) == 1 else None

    def says_nothing(self, written: dict[str, Any]) -> bool:
        """Whether an object has keys, and none that the form knows."""
        return bool(written) and not any(self._is_said(*one) for one in self._with_whole_name(written).items())

    def _is_said(self, key: str, value: Any) -> bool:
        """Whether a key with its value says something to the form; a field has no list of objects."""
        item = self._item(key)
        is_path = isinstance(value, dict) and self._says_more(key, value)
        return is_path or isinstance(item, Group) or (item is not None and not is_list_of_objects(value))

    def _says_more(self, key: str, written: dict[str, Any]) -> bool:
        """Whether an object in a field's place holds fields of its own: `barnehage.navn` in that of Barnehage."""
        return any(self._item(key, inner) is not None for inner in written)

    def _put_nested(
        self, record: Record, places: _JsonPlaces, keys: tuple[str, ...], written: dict[str, Any]
    ) -> Iterator[Problem]:
        """Put the values of an object within the record into it: `barn.navn` is `barn_navn`."""
        for key, value in written.items():
            names = (*keys, key)
            path = "".join(f".{one}" for one in names)
            item = self._item(*names)
            if item is None and match_key(key) in _NAME_WORDS:  # `avdeling.navn` is `avdeling`
                item = self._item(*keys)
            if isinstance(item, Field) and (not isinstance(value, dict) or item.type == "name"):
                if value is not None:
                    yield from self._put_field(record, places, item, path, value)
            elif isinstance(value, dict) and len(names) < _DEEPEST:
                yield from self._put_nested(record, places, names, value)
            else:
                yield from self._unknown_key(".".join(names), places.below(path), value)

    def _unknown_key(self, key: str, place: Place, value: object = None) -> Iterator[Problem]:
        if self._protections and is_unread_protection(key.rpartition(".")[2], value):
            yield Problem("cell-protected", place, params={"label": next(iter(self._protections.values()))})
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
            yield from places.add(Slot(field.id), path)
            record.cells[Slot(field.id)] = Unreadable("json-shape")

    def _put_group(self, record: Record, places: _JsonPlaces, group: Group, path: str, value: Any) -> Iterator[Problem]:
        """Put the rows of a group into the record: a list of objects, or, for fixed rows, an object with their ids."""
        yield from places.add(Slot(group=group.id), path)
        fixed_ids = [row.id for row in group.row]
        if isinstance(value, dict) and fixed_ids:
            for row_id in value:
                if row_id not in fixed_ids:
                    yield from self._unknown_key(f"{group.id}.{row_id}", places.below(f"{path}.{row_id}"))
            value = [value.get(row_id) for row_id in fixed_ids]
        elif isinstance(value, dict):
            value = rows_of_object(value, _columns_by_name(group))
        if not isinstance(value, list) or not all(isinstance(row, dict | None) for row in value):
            yield Problem("json-not-rows", places.below(path), params={"label": group.label})
            return
        if fixed_ids and len(value) > len(fixed_ids):
            params: dict[str, object] = {"label": group.label, "count": len(value), "wanted": len(fixed_ids)}
            yield Problem("group-too-many", places.below(path), params=params)
        yield from self._put_rows(record, places, group, path, value)

    def _put_rows(
        self, record: Record, places: _JsonPlaces, group: Group, path: str, rows: list[Any], under: str = ""
    ) -> Iterator[Problem]:
        """Put rows into the record, after those of the group that are there.

        Args:
            under: The row of the outer group that they stand in; empty where they say it themselves.
        """
        first = record.rows.get(group.id, 0) + 1
        record.rows[group.id] = first - 1 + len(rows)
        for row_number, row in enumerate(rows, start=first):
            row_path = f"{path}[{row_number - first}]"  # JSON paths count from 0
            if under:
                record.cells[Slot(group.link, group.id, group.row_name(row_number))] = under
            row_slot = Slot(group=group.id, row=group.row_name(row_number))
            places.paths[row_slot] = row_path
            yield from self._put_row(record, places, group, row_slot, row_path, row or {})

    def _put_row(
        self, record: Record, places: _JsonPlaces, group: Group, row_slot: Slot, path: str, row: dict[str, Any]
    ) -> Iterator[Problem]:
        columns = _columns_by_name(group)
        inner = {name: one for one in self._inner[group.id] for name in (match_key(one.id), *match_keys(one.label))}
        for key, value in row.items():
            column = columns.get(match_key(key))
            if match_key(key) in inner:
                yield from self._put_inner(record, places, inner[match_key(key)], f"{path}.{key}", value, row_slot)
            elif column is None:
                yield from self._unknown_key(f"{group.id}.{key}", places.below(f"{path}.{key}"), value)
            else:
                yield from _put_value(
                    record, places, row_slot._replace(field=column.id), column, f"{path}.{key}", value
                )

    def _put_inner(
        self, record: Record, places: _JsonPlaces, group: Group, path: str, value: Any, outer: Slot
    ) -> Iterator[Problem]:
        """Put the rows of a group that stands in a row of another into the record."""
        if value is None:
            return
        if not isinstance(value, list) or not all(isinstance(row, dict | None) for row in value):
            yield Problem("json-not-rows", places.below(path), params={"label": group.label})
            return
        yield from self._put_rows(record, places, group, path, value, under=UNDER + outer.row)


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
    if isinstance(value, dict) and field.type == "name":
        value = joined_name(value)
    if isinstance(value, list | dict):
        record.cells[slot] = Unreadable("json-shape")  # told where it is read, which it can't be
    elif value is not None and not is_blank(value):
        record.cells[slot] = value
