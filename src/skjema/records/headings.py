"""Which heading means which field: by id or by label, in any language, however it is spaced."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from skjema.definition.columns import Column, main_columns
from skjema.definition.model import Field, Form
from skjema.definition.slot import Slot
from skjema.formats.table import Row
from skjema.text_match import normal


def field_called(form: Form, name: str) -> Field | None:
    """The field of the record itself that an id or a heading means."""
    column = Headings(main_columns(form)).find(name)
    return form.fields.get(column.slot.name) if column else None


class Headings:
    """The headings one table of a form may have."""

    def __init__(self, columns: Iterable[Column]) -> None:
        self.columns = list(columns)
        self._named = {column.name: column for column in self.columns}
        self._single: dict[str, Column] = {}
        self._parts: dict[str, list[tuple[Column, tuple[str, ...]]]] = {}
        for column in self.columns:
            for _, name in column.names():
                self._single.setdefault(normal(name), column)
        for column in self.columns:
            for other in column.others:
                if len(other) > 1:
                    parts = tuple(map(normal, other))
                    for part in parts:
                        self._parts.setdefault(part, []).append((column, parts))

    def find(self, heading: str) -> Column | None:
        """The column that a heading means."""
        return self._named.get(heading.strip()) or self._single.get(normal(heading))

    def known(self, cells: Iterable[object]) -> int:
        """How many of the cells are headings."""
        names = {normal(cell) for cell in cells if isinstance(cell, str)}
        return sum(name in self._single or name in self._parts for name in names)

    def match(self, row: Row) -> "MatchedHeadings":
        """What each cell of a heading row means."""
        written = {at: str(cell).strip() for at, cell in row.cells.items()}
        names = {at: normal(text) for at, text in written.items() if normal(text)}
        first = {name: at for at, name in reversed(names.items())}
        matched = MatchedHeadings(row.number, headed=frozenset(at for at, text in written.items() if text))
        for at in names:
            if column := self.find(written[at]):
                if column.slot in matched.column_of:
                    matched.twice.append((at, written[at]))
                else:
                    matched.add(column, (at,))
        for name in names.values():
            if name in self._single:
                continue
            for column, parts in self._parts.get(name, ()):
                if column.slot not in matched.column_of and all(part in first for part in parts):
                    matched.add(column, tuple(first[part] for part in parts))
        used = {*matched.slots, *(at for several in matched.joined.values() for at in several)}
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
class MatchedHeadings:
    """A heading row understood.

    Attributes:
        row: Where it stands, counted from 1.
        slots: Where the values of each sheet column (from 1) belong.
        joined: Sheet columns that one value is joined from.
        column_of: The first sheet column of each slot.
        headed: Sheet columns with anything for a heading.
        unknown: Sheet column and text of headings that mean nothing to the form.
        twice: The same for headings that repeat a column already found.
    """

    row: int
    slots: dict[int, Slot] = field(default_factory=dict)
    joined: dict[Slot, tuple[int, ...]] = field(default_factory=dict)
    column_of: dict[Slot, int] = field(default_factory=dict)
    headed: frozenset[int] = frozenset()
    unknown: list[tuple[int, str]] = field(default_factory=list)
    twice: list[tuple[int, str]] = field(default_factory=list)

    def add(self, column: Column, at: tuple[int, ...]) -> None:
        self.column_of[column.slot] = at[0]
        if len(at) == 1:
            self.slots[at[0]] = column.slot
        else:
            self.joined[column.slot] = at
