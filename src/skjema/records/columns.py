"""Which heading means which field: by id or by label, in any language, however it is spaced."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from skjema.definition.alike import normal
from skjema.definition.model import Field, Form, Group
from skjema.records.tables import Row
from skjema.wording import Text

Path = str | tuple[str, str] | tuple[str, int, str]
"""Where a value belongs: a field; an answer of a `choices` field; row (from 1) and column of a group."""


class Column(NamedTuple):
    """One column that the input of a form may have.

    Attributes:
        name: Its id as one word: `barn_navn`, `opplysninger.helse`, `foresatte.1.navn`.
        field: The field its cells are values of; for an answer of `choices`, that whole field.
        heading: In every language.
        others: Other headings registers use; a tuple of several is joined with spaces.
    """

    path: Path
    name: str
    field: Field
    heading: Text
    others: tuple[tuple[str, ...], ...] = ()

    @property
    def is_answer(self) -> bool:
        """Whether it holds yes or no for one answer of a `choices` field."""
        return isinstance(self.path, tuple) and len(self.path) == 2


def field_called(form: Form, name: str) -> Field | None:
    """The field of the record itself that an id or a heading means."""
    column = Headings(main_columns(form)).find(name)
    return form.fields.get(column.path) if column and isinstance(column.path, str) else None


def main_columns(form: Form) -> Iterator[Column]:
    """Every column of the main table, in print order; `choices` as a whole and answer by answer."""
    for item in form.items:
        if isinstance(item, Field) and item.type == "choices":
            yield Column(item.id, item.id, item, item.label, _others(item))
            for choice in item.choices:
                heading = _joined(": ", item.label, choice.label)
                yield Column((item.id, choice.id), f"{item.id}.{choice.id}", item, heading)
        elif isinstance(item, Field) and item.type != "signature":
            yield Column(item.id, item.id, item, item.label, _others(item))
        elif isinstance(item, Group) and item.in_main_sheet:
            yield from _group_columns(item)


def _group_columns(group: Group) -> Iterator[Column]:
    for at in range(1, (len(group.row) or group.max or 0) + 1):
        row = group.row[at - 1] if group.row else None
        label = row.label if row else {code: f"{text} {at}" for code, text in group.label.items()}
        for one in group.field:
            name = f"{group.id}.{row.id if row else at}.{one.id}"
            yield Column((group.id, at, one.id), name, one, _joined(": ", label, one.label), _others(one, at))


def group_columns(form: Form, group: Group) -> Iterator[Column]:
    """Every column of a group's own table: the record's key, then the group's fields."""
    for key in form.key:
        yield Column(key, key, form.fields[key], form.fields[key].label, _others(form.fields[key]))
    for one in group.field:
        yield Column((group.id, 0, one.id), one.id, one, one.label, _others(one))


def _joined(between: str, first: Text, second: Text) -> Text:
    return {code: f"{first[code]}{between}{second[code]}" for code in first if code in second}


def _others(one: Field, at: int = 0) -> tuple[tuple[str, ...], ...]:
    headers = ((header,) if isinstance(header, str) else header for header in one.headers)
    return tuple(tuple(part.replace("{n}", str(at)) for part in header) for header in headers)


class Headings:
    """The headings one table of a form may have."""

    def __init__(self, columns: Iterable[Column]) -> None:
        self.columns = list(columns)
        self._single: dict[str, Column] = {}
        self._parts: dict[str, list[tuple[Column, tuple[str, ...]]]] = {}
        for column in self.columns:
            names = [column.name, *column.heading.values(), *(one[0] for one in column.others if len(one) == 1)]
            for name in names:
                self._single.setdefault(normal(name), column)
        for column in self.columns:
            for other in column.others:
                if len(other) > 1:
                    parts = tuple(map(normal, other))
                    for part in parts:
                        self._parts.setdefault(part, []).append((column, parts))

    def find(self, heading: str) -> Column | None:
        """The column that a heading means."""
        return self._single.get(normal(heading))

    def known(self, cells: Iterable[object]) -> int:
        """How many of the cells are headings."""
        names = {normal(cell) for cell in cells if isinstance(cell, str)}
        return sum(name in self._single or name in self._parts for name in names)

    def match(self, row: Row) -> "Matched":
        """What each cell of a heading row means."""
        written = {at: str(cell).strip() for at, cell in row.cells.items()}
        names = {at: normal(text) for at, text in written.items() if normal(text)}
        first = {name: at for at, name in reversed(names.items())}
        matched = Matched(row.number, headed=frozenset(at for at, text in written.items() if text))
        for at, name in names.items():
            if name in self._single:
                column = self._single[name]
                if column.path in matched.column_of:
                    matched.twice.append((at, written[at]))
                else:
                    matched.add(column, (at,))
        for name in names.values():
            if name in self._single:
                continue
            for column, parts in self._parts.get(name, ()):
                if column.path not in matched.column_of and all(part in first for part in parts):
                    matched.add(column, tuple(first[part] for part in parts))
        used = {*matched.paths, *(at for several in matched.joined.values() for at in several)}
        matched.unknown = [
            (at, written[at]) for at in names if at not in used and (at, written[at]) not in matched.twice
        ]
        return matched

    def nearest(self, heading: str, among: Iterable[Column]) -> Column | None:
        """The column whose heading is nearly this one."""
        from difflib import get_close_matches  # only where something is wrong

        names = {normal(name): column for column in among for name in (column.name, *column.heading.values())}
        close = get_close_matches(normal(heading), names, n=1, cutoff=0.8)
        return names[close[0]] if close else None


@dataclass(slots=True)
class Matched:
    """A heading row understood.

    Attributes:
        row: Where it stands, counted from 1.
        paths: What stands in each sheet column (from 1).
        joined: Sheet columns that one value is joined from.
        column_of: The first sheet column of each path.
        headed: Sheet columns with anything for a heading.
        unknown: Sheet column and text of headings that mean nothing to the form.
        twice: The same for headings that repeat a column already found.
    """

    row: int
    paths: dict[int, Path] = field(default_factory=dict)
    joined: dict[Path, tuple[int, ...]] = field(default_factory=dict)
    column_of: dict[Path, int] = field(default_factory=dict)
    headed: frozenset[int] = frozenset()
    unknown: list[tuple[int, str]] = field(default_factory=list)
    twice: list[tuple[int, str]] = field(default_factory=list)

    def add(self, column: Column, at: tuple[int, ...]) -> None:
        self.column_of[column.path] = at[0]
        if len(at) == 1:
            self.paths[at[0]] = column.path
        else:
            self.joined[column.path] = at
