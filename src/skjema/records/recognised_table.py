"""A table of a file that belongs to a form, and the values of its rows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from typing import NamedTuple

from skjema.definition.model import Group
from skjema.definition.slot import Slot
from skjema.fieldtypes.answers import means_no_person
from skjema.fieldtypes.cell_text import is_dash
from skjema.formats.table import Joined, Row, ShownNumber, Table, Unreadable, Written, is_blank
from skjema.problems import Place
from skjema.records.heading_row import HeadingRow
from skjema.text_match import match_key

_NO_PART = frozenset({"null", "(null)", "<null>", "none", "nan", "undefined", "n/a"})


class CommonValues(NamedTuple):
    """Values that every row of a file has unless it gives its own, and where they stand or would stand."""

    cells: Mapping[Slot, Written] = {}
    places: Mapping[Slot, Place] = {}


class FormTable(NamedTuple):
    """A table that belongs to a form.

    Attributes:
        heading: Its heading row.
        group: The group whose rows it holds; None for the main table.
        has_title: Whether something of the clerk's own stands above the heading.
        common: Values that all its rows have unless they give their own.
        value_column: In which the values of a record stand below one another; 0 where they stand side by side.
        is_of_sheet: Whether its rows belong to the record of the same sheet, whatever key that has.
        is_aside: Whether its title says that its rows have been put aside, where others beside it hold records.
    """

    table: Table
    heading: HeadingRow
    group: Group | None
    has_title: bool
    common: CommonValues = CommonValues()
    value_column: int = 0
    is_of_sheet: bool = False
    is_aside: bool = False

    def rows(self) -> Iterator[Row]:
        """Rows below the heading that hold more than spaces, dashes and boxes that nobody has ticked."""
        for row in self.table.rows():
            if row.number > self.heading.number and not all(map(_says_nothing, row.cells.values())):
                yield row

    def unheaded_cells(self, row: Row) -> Iterator[int]:
        """Sheet columns without a heading in which the row has something."""
        for column in row.cells.keys() - self.heading.headed:
            if not is_blank(row.cells[column]):
                yield column

    def partial_values(self, row: Row) -> Iterator[tuple[Slot, int]]:
        """Each joined value with some parts missing, and the sheet column of the first that is."""
        for slot, columns in self.heading.parts.items():
            needed = [column for column in columns if column not in self.heading.optional]
            empty = [column for column in needed if is_blank(row.cells.get(column, ""))]
            if 0 < len(empty) < len(needed):
                yield slot, empty[0]

    def missing_parts(self, row: Row) -> Iterator[tuple[Slot, int]]:
        """Each part of a joined value for which a program has written that there is none, and its sheet column."""
        for slot, columns in self.heading.parts.items():
            for column in columns:
                if str(row.cells.get(column, "")).strip().casefold() in _NO_PART:
                    yield slot, column

    def cells(self, row: Row) -> dict[Slot, Written]:
        """The row's values by slot; a value whose parts stand in several columns is joined."""
        written, slots = row.cells, self.heading.slots
        # `is_blank` written out: this runs for every cell of a file, and a call takes longer than the test.
        cells: dict[Slot, Written] = {
            slots[column]: value
            for column, value in written.items()
            if column in slots and not (value.__class__ is str and value.isspace())
        }
        for slot, columns in self.heading.parts.items():
            value = _joined_value(written, columns)
            if value != "":
                cells[slot] = value
        for column in self.heading.surname_first:
            if isinstance(name := written.get(column), str):
                cells[slots[column]] = _turned(name)
        if self.heading.others or self.heading.sets:
            self._add_others(row, cells)
        return cells

    def _add_others(self, row: Row, cells: dict[Slot, Written]) -> None:
        """Add what stands in further columns for the same, and what a heading such as `Mor` says of its row."""
        for slot, readings in self.heading.others.items():
            values = [self._read(row, columns) for columns in readings]
            if slot in self.heading.longer_texts and (most := _that_says_most([cells.get(slot, ""), *values])):
                cells[slot] = most
            for value in values:
                if not is_blank(value):
                    cells.setdefault(slot, value)
        filled = {(slot.group, slot.row) for slot, value in cells.items() if slot.row and not means_no_person(value)}
        for slot, value in self.heading.sets.items():
            if (slot.group, slot.row) in filled:
                cells.setdefault(slot, value)

    @staticmethod
    def _read(row: Row, columns: tuple[int, ...]) -> Written:
        return _joined_value(row.cells, columns) if len(columns) > 1 else row.cells.get(columns[0], "")

    def differing(self, row: Row) -> Iterator[Slot]:
        """Slots that can be read in several ways which give several values in this row."""
        for slot, readings in self.heading.others.items():
            first = self.heading.parts.get(slot) or (self.heading.column_of[slot],)
            written = [_joined_value(row.cells, columns) for columns in (first, *readings)]
            is_told = slot in self.heading.longer_texts and _that_says_most(written)
            if not is_told and len(set(map(_words, written)) - {_words("")}) > 1:
                yield slot
        for slot, columns in self.heading.repeated_parts.items():
            whole = _words(row.cells.get(self.heading.column_of[slot], ""))
            if any(not _words(row.cells.get(column, "")) <= whole for column in columns):
                yield slot


def _turned(value: str) -> Written:
    """A name that has the surname first, as it is said; without a comma nothing says where the surname ends."""
    family, _, given = map(str.strip, value.partition(","))
    if family and given and "," not in given:
        return Joined(f"{given} {family}")
    return Unreadable("name-order", value) if "," not in value and len(value.split()) > 1 else value


_GRADE = re.compile(r"(?i)\b(?:års)?(?:trinn(?:et)?|steg(?:et)?|klassen?|kl)\b\.?")
"""Words for a grade or class, beside its number."""


def _that_says_most(values: Sequence[Written]) -> str:
    """The text that all others are the beginning of: of `1. trinn` and `1A` the class; empty where none is."""
    texts = [str(value) for value in values if not is_blank(value)]
    most = max(texts, key=lambda text: len(_grade_key(text)), default="")
    key = _grade_key(most)
    for start in map(_grade_key, texts):
        splits_number = start[-1:].isdigit() and key[len(start) : len(start) + 1].isdigit()
        if not key.startswith(start) or splits_number:
            return ""
    return most


def _grade_key(text: str) -> str:
    """A text as it is compared, without the words for a grade: `1` of `1. trinn`."""
    return match_key(_GRADE.sub("", text))


def _says_nothing(value: Written) -> bool:
    """Whether a cell is blank, or a dash, or a box that nobody has ticked."""
    return (
        value is False
        or is_dash(value)
        or (isinstance(value, str) and value.strip().casefold() in ("", "false", "usann"))
    )


def _words(value: Written) -> frozenset[str]:
    """What two cells must share to count as the same: the words of a name may stand in any order."""
    return frozenset(map(match_key, str(value).split())) - {""}


def _joined_value(written: dict[int, Written], columns: tuple[int, ...]) -> Written:
    """What stands in several columns as one text; the first cell that can't be part of a text, where there is one."""
    parts = [written[column] for column in columns if column in written and not is_blank(written[column])]
    for part in parts:
        if isinstance(part, Unreadable | bool | time):
            return part  # so that it is reported as it stands in its cell
    return Joined(" ".join(map(_part_text, parts)))


def _part_text(value: Written) -> str:
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, ShownNumber) and value.shown:
        return value.shown
    # 15 digits are what Excel keeps of a number; more would show how it stores them.
    return f"{value:.15g}".replace(".", ",") if isinstance(value, float) else str(value).strip()
