"""Which heading means which field: by id or by label, in any language, however it is spaced."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from skjema.definition.columns import Column, main_columns
from skjema.definition.model import Field, Form
from skjema.definition.slot import Slot
from skjema.formats.table import Row
from skjema.text_match import match_key

_SIMILARITY = 0.8
"""How alike a heading and a name must be for a hint, as difflib measures it; 1.0 is equal."""


def find_field(form: Form, name: str) -> Field | None:
    """The field of the record itself that an id or a heading means."""
    column = Headings(main_columns(form)).find(name)
    return form.fields.get(column.slot.name) if column else None


class Headings:
    """The headings that one table of a form may have.

    Attributes:
        columns: The columns that the table may have.
    """

    def __init__(self, columns: Iterable[Column]) -> None:
        self.columns = list(columns)
        self._by_name = {column.name: column for column in self.columns}
        self._by_heading: dict[str, Column] = {}
        self._by_part: dict[str, list[tuple[Column, tuple[str, ...]]]] = {}
        for column in self.columns:
            for _, heading in column.names():
                self._by_heading.setdefault(match_key(heading), column)
            for parts in column.others:
                if len(parts) > 1:
                    self._add_parts(column, tuple(map(match_key, parts)))

    def _add_parts(self, column: Column, parts: tuple[str, ...]) -> None:
        """Note that registers write a column as several, such as first and last name."""
        for part in parts:
            self._by_part.setdefault(part, []).append((column, parts))

    def find(self, heading: str) -> Column | None:
        """The column that a heading means."""
        # The id first: the label of one field may be the id of another.
        return self._by_name.get(heading.strip()) or self._by_heading.get(match_key(heading))

    def count_known(self, cells: Iterable[object]) -> int:
        """How many different headings of this table stand in the cells."""
        texts = {match_key(cell) for cell in cells if isinstance(cell, str)}
        return sum(text in self._by_heading or text in self._by_part for text in texts)

    def match(self, row: Row) -> "HeadingRow":
        """What each cell of a heading row means."""
        texts = {column: str(cell).strip() for column, cell in row.cells.items()}
        heading_row = HeadingRow(row.number, headed=frozenset(column for column, text in texts.items() if text))
        headings = {column: match_key(text) for column, text in texts.items() if match_key(text)}
        for sheet_column in headings:
            if column := self.find(texts[sheet_column]):
                if column.slot in heading_row.column_of:
                    heading_row.repeated.append((sheet_column, texts[sheet_column]))
                else:
                    heading_row.add(column, (sheet_column,))
        self._match_parts(heading_row, headings)
        passed_over = heading_row.used_columns() | {sheet_column for sheet_column, _ in heading_row.repeated}
        heading_row.unknown = [(column, texts[column]) for column in headings if column not in passed_over]
        return heading_row

    def _match_parts(self, heading_row: "HeadingRow", headings: dict[int, str]) -> None:
        """Find the columns that are written as several, where all their parts are there."""
        first_column = {heading: sheet_column for sheet_column, heading in reversed(headings.items())}
        for heading in headings.values():
            if heading in self._by_heading:  # a column of its own
                continue
            for column, parts in self._by_part.get(heading, ()):
                if column.slot not in heading_row.column_of and all(part in first_column for part in parts):
                    heading_row.add(column, tuple(first_column[part] for part in parts))

    def nearest(self, heading: str, among: Iterable[Column]) -> Column | None:
        """The column whose heading is nearly this one."""
        from difflib import get_close_matches  # only where something is wrong

        by_name: dict[str, Column] = {}
        for column in among:
            for name in (column.name, *column.heading.values()):
                by_name[match_key(name)] = column
        close = get_close_matches(match_key(heading), by_name, n=1, cutoff=_SIMILARITY)
        return by_name[close[0]] if close else None


@dataclass(slots=True)
class HeadingRow:
    """What a heading row means. Sheet columns are counted from 1.

    Attributes:
        number: Where the row stands, counted from 1.
        slots: Where the values of each sheet column belong.
        parts: Sheet columns that one value is joined from, in the order in which it is written.
        column_of: The first sheet column of each slot.
        headed: Sheet columns with anything for a heading.
        unknown: Sheet column and text of headings that mean nothing to the form.
        repeated: Sheet column and text of headings that mean a column found further left.
    """

    number: int
    slots: dict[int, Slot] = field(default_factory=dict)
    parts: dict[Slot, tuple[int, ...]] = field(default_factory=dict)
    column_of: dict[Slot, int] = field(default_factory=dict)
    headed: frozenset[int] = frozenset()
    unknown: list[tuple[int, str]] = field(default_factory=list)
    repeated: list[tuple[int, str]] = field(default_factory=list)

    def add(self, column: Column, sheet_columns: tuple[int, ...]) -> None:
        """Note where the values of a column stand: in one sheet column, or joined from several."""
        self.column_of[column.slot] = sheet_columns[0]
        if len(sheet_columns) == 1:
            self.slots[sheet_columns[0]] = column.slot
        else:
            self.parts[column.slot] = sheet_columns

    def used_columns(self) -> set[int]:
        """Sheet columns whose values belong somewhere."""
        return {*self.slots, *self._part_columns()}

    def _part_columns(self) -> Iterator[int]:
        for sheet_columns in self.parts.values():
            yield from sheet_columns
