"""Which tables of a file belong to a form, and where their heading rows stand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from itertools import islice
from typing import NamedTuple

from skjema.definition.columns import group_columns, main_columns, sheet_title
from skjema.definition.model import Form, Group
from skjema.definition.slot import Slot
from skjema.formats.table import HEADING_SEARCH_ROWS, Joined, Row, ShownNumber, Table, Unreadable, Written, is_blank
from skjema.misread import true_encoding
from skjema.problems import Place, Problem, Severity
from skjema.records.edition import is_edition_sheet
from skjema.records.headings import HeadingRow, Headings
from skjema.text_match import match_key, match_keys
from skjema.wording.workbook import GUIDE

_FEWEST_HEADINGS = 2
"""Headings of the form that make a row its heading row."""


class FormHeadings:
    """The headings of a form's main table and of each group that has a table of its own.

    Attributes:
        main: Those of the main table.
        groups: Those of each group's table, by its id.
    """

    def __init__(self, form: Form) -> None:
        self.form = form
        self.main = Headings(form, main_columns(form))
        self.groups: dict[str, Headings] = {}
        for group in form.groups.values():
            if not group.in_main_sheet:
                self.groups[group.id] = Headings(form, group_columns(form, group))
        self._band_titles = set(_band_titles(form))

    def count_known(self, cells: list[str]) -> int:
        """How many of the cells are headings of one and the same table."""
        return max(headings.count_known(cells) for headings in (self.main, *self.groups.values()))

    def of(self, group: Group | None) -> Headings:
        """The headings of a group's table; without a group, those of the main table."""
        return self.groups[group.id] if group else self.main

    def is_band(self, row: Row) -> bool:
        """Whether a row holds only what skjema itself writes above headings: titles of sections and groups."""
        return all(isinstance(value, str) and match_key(value) in self._band_titles for value in row.cells.values())

    def bands(self, row: Row, headed: Mapping[int, Written]) -> dict[int, str]:
        """What a row says above the headings of each of `headed` columns: whose they are; titles of ours say nothing.

        A cell stands above its own column and those to its right up to the next; one alone at the left is a title.
        """
        starts = sorted(column for column, value in row.cells.items() if isinstance(value, str) and not is_blank(value))
        if any(match_key(str(row.cells[one])) == match_key(str(headed.get(one, ""))) for one in starts):
            return {}  # a heading that is there twice
        if not starts or (len(starts) == 1 and starts[0] <= min(headed)) or self.is_band(row):
            return {}
        above = {column: max((start for start in starts if start <= column), default=0) for column in headed}
        return {column: str(row.cells[start]).strip() for column, start in above.items() if start}

    def group_titled(self, title: str) -> Group | None:
        """The group whose id or label is the title of a table."""
        name = match_key(title)
        for group_id in self.groups:
            group = self.form.groups[group_id]
            if name in _sheet_titles(group):
                return group
        return None


def _band_titles(form: Form) -> Iterator[str]:
    """What may stand in the row that an input workbook has above its headings."""
    for section in form.sections:
        if section.title:
            yield from match_keys(section.title)
    for group in form.groups.values():
        yield from match_keys(group.label)
    yield from map(match_key, GUIDE["other"])


def _sheet_titles(group: Group) -> set[str]:
    """The titles that a group's own sheet may have."""
    # Excel cuts a long title, and takes characters out of it.
    cut_titles = (match_key(sheet_title(text)) for text in group.label.values())
    return {match_key(group.id), *map(match_key, group.was), *match_keys(group.label), *cut_titles}


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
    """

    table: Table
    heading: HeadingRow
    group: Group | None
    has_title: bool
    common: CommonValues = CommonValues()
    value_column: int = 0

    def rows(self) -> Iterator[Row]:
        """Rows below the heading that hold more than spaces and boxes that nobody has ticked."""
        for row in self.table.rows():
            if row.number > self.heading.number and not all(map(_says_nothing, row.cells.values())):
                yield row

    def unheaded_cells(self, row: Row) -> Iterator[int]:
        """Sheet columns without a heading in which the row has something."""
        for column in row.cells.keys() - self.heading.headed:
            if not is_blank(row.cells[column]):
                yield column

    def partial_values(self, row: Row) -> Iterator[tuple[Slot, int]]:
        """Each joined value of which only some parts are there, and the sheet column of the first that isn't."""
        for slot, columns in self.heading.parts.items():
            needed = [column for column in columns if column not in self.heading.optional]
            empty = [column for column in needed if is_blank(row.cells.get(column, ""))]
            if 0 < len(empty) < len(needed):
                yield slot, empty[0]

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
        if self.heading.others or self.heading.sets:
            self._add_others(row, cells)
        return cells

    def _add_others(self, row: Row, cells: dict[Slot, Written]) -> None:
        """Add what stands in further columns for the same, and what a heading such as `Mor` says of its row."""
        for slot, readings in self.heading.others.items():
            for columns in readings:
                value = _joined_value(row.cells, columns) if len(columns) > 1 else row.cells.get(columns[0], "")
                if not is_blank(value):
                    cells.setdefault(slot, value)
        filled = {(slot.group, slot.row) for slot in cells if slot.row}
        for slot, value in self.heading.sets.items():
            if (slot.group, slot.row) in filled:
                cells.setdefault(slot, value)

    def differing(self, row: Row) -> Iterator[Slot]:
        """Slots that can be read in several ways which give several values in this row."""
        for slot, readings in self.heading.others.items():
            first = self.heading.parts.get(slot) or (self.heading.column_of[slot],)
            values = {_words(_joined_value(row.cells, columns)) for columns in (first, *readings)}
            if len(values - {_words("")}) > 1:
                yield slot
        for slot, columns in self.heading.repeated_parts.items():
            whole = _words(row.cells.get(self.heading.column_of[slot], ""))
            if any(not _words(row.cells.get(column, "")) <= whole for column in columns):
                yield slot


def _says_nothing(value: Written) -> bool:
    """Whether a cell is blank, or a box that nobody has ticked."""
    return value is False or (isinstance(value, str) and value.strip().casefold() in ("", "false", "usann"))


def _words(value: Written) -> frozenset[str]:
    """What two cells must have in common to say the same: a name is the same whichever part of it comes first."""
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


def is_own_guide(table: Table) -> bool:
    """Whether a sheet is the guide, or the lists behind the dropdowns, of an input workbook."""
    title = match_key(table.name)
    return title in _GUIDE_TITLES or is_edition_sheet(table) or (title in _LEFT_TITLES and is_listing(table))


def is_left_over(table: Table) -> bool:
    """Whether a sheet tells of what had no place in a workbook."""
    return match_key(table.name) in _titles("left-sheet") and is_listing(table)


def is_listing(table: Table) -> bool:
    """Whether a sheet tells of cells of others, as those do that come of an earlier workbook."""
    first = next(iter(table.rows()), None)
    return first is not None and first.cells.get(1) in GUIDE["sheet"] and first.cells.get(2) in GUIDE["row"]


def _titles(*sheets: str) -> set[str]:
    return {match_key(title) for sheet in sheets for title in GUIDE[sheet]}


_GUIDE_TITLES = _titles("guide-sheet", "lists-sheet")
_LEFT_TITLES = _titles("left-sheet", "rolled-sheet")


def form_of_guide(table: Table) -> str:
    """Id of the form whose guide the sheet is, from the command that stands in it; empty where none does."""
    for row in islice(table.rows(), HEADING_SEARCH_ROWS):
        for value in row.cells.values():
            command = re.search(r"skjema check ([a-z0-9-]+) ", value) if isinstance(value, str) else None
            if command:
                return command[1]
    return ""


def recognise_table(table: Table, headings: FormHeadings) -> FormTable | None:
    """The table with its heading, or None where no row near its top has two headings of the form, or one alone."""
    head = list(islice(table.rows(), HEADING_SEARCH_ROWS))
    most, heading, group = 0, Row(0), None
    for candidate in _candidates(table, headings):
        for row in head:
            count = headings.of(candidate).count_known(row.cells.values())
            # A band of section titles may look like headings; the headings stand below it.
            is_below_band = row.number == heading.number + 1 and candidate is group and headings.is_band(heading)
            if count > most or (count == most > 0 and is_below_band):
                most, heading, group = count, row, candidate
    is_only_heading = most > 0 and len(heading.cells) == 1
    if most < _FEWEST_HEADINGS and not is_only_heading:
        return None
    above = [row for row in head if row.number < heading.number]
    has_title = not all(map(headings.is_band, above))
    above_heading = next((row for row in above if row.number == heading.number - 1), None)
    band = headings.bands(above_heading, heading.cells) if above_heading else {}
    return FormTable(table, headings.of(group).match(heading, band), group, has_title and not band)


def _candidates(table: Table, headings: FormHeadings) -> Sequence[Group | None]:
    """What a table may hold: the group that its title names, else records (None) or any group with a table."""
    titled = headings.group_titled(table.name)
    return (titled,) if titled else (None, *(headings.form.groups[group_id] for group_id in headings.groups))


def heading_problems(form_table: FormTable, headings: FormHeadings) -> Iterator[Problem]:
    """What the clerk should know about the heading of a table."""
    table, heading = form_table.table, form_table.heading
    own = headings.of(form_table.group)
    missing = [column for column in own.columns if column.slot not in heading.column_of]
    if form_table.has_title:
        yield Problem("heading-row", table.place(heading.number), Severity.NOTE)
    for sheet_column in heading.lone_parts:
        params: dict[str, object] = {"got": heading.texts[sheet_column]}
        yield Problem("heading-part-alone", table.place(heading.number, sheet_column), params=params)
    for sheet_column, text in heading.unknown:
        place = table.place(heading.number, sheet_column)
        if sheet_column in heading.lone_parts:
            continue
        is_part_of_whole = any(sheet_column in columns for columns in heading.repeated_parts.values())
        if not is_part_of_whole and (group := own.group_beyond(text)) is not None:
            params = {"got": text, "most": group.max}
            yield Problem("heading-beyond", place, Severity.WARNING, params)
        elif encoding := true_encoding(text):
            yield Problem("heading-misread", place, params={"got": text, "encoding": encoding})
        elif near := own.nearest(text, missing):
            yield Problem("heading-near", place, Severity.WARNING, {"got": text, "hint": near.heading})
        else:
            yield Problem("heading-unused", place, Severity.NOTE, {"got": text})


def missing_required_columns(form_table: FormTable, headings: FormHeadings) -> Iterator[tuple[str, Problem]]:
    """Id and problem of each field that must be filled in every row, but for which nothing gives a value."""
    group, heading, common = form_table.group, form_table.heading, form_table.common
    for column in headings.of(group).columns:
        field, slot = column.field, column.slot
        is_whole_field = group is not None or slot == Slot(field.id)
        if slot in heading.column_of or not is_whole_field:
            continue
        is_key = group is not None and not slot.group
        has_value = field.default or field.recipient or field.id in headings.form.common or slot in common.cells
        if is_key or (field.required is True and not has_value and not _has_answer_columns(field.id, heading)):
            code = "common-missing" if field.profile else "column-missing"
            place = common.places.get(slot) if field.profile else form_table.table.place(heading.number)
            yield field.id, Problem(code, place, params={"label": column.heading, "file": headings.form.profile_name})


def _has_answer_columns(field_id: str, heading: HeadingRow) -> bool:
    """Whether a field has columns for its answers instead of one of its own."""
    return any(slot.answer and slot.item == field_id for slot in heading.column_of)
