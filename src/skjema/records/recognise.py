"""Which table of a file is what, and where its heading stands."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, time
from itertools import islice
from typing import NamedTuple

from skjema.definition.columns import group_columns, main_columns, sheet_title
from skjema.definition.model import Form, Group
from skjema.definition.slot import Slot
from skjema.formats.table import HEAD, Row, Table, Unreadable, Written
from skjema.problems import Place, Problem, Severity
from skjema.records.headings import Headings, MatchedHeadings
from skjema.text_match import labels, normal
from skjema.wording.workbook import GUIDE

_FEWEST = 2
"""Headings of the form that make a row its heading row."""


class FormHeadings:
    """The headings of a form's main table and of each group that has a table of its own."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.main = Headings(main_columns(form))
        self.groups = {
            group.id: Headings(group_columns(form, group)) for group in form.groups.values() if not group.in_main_sheet
        }
        titles = [section.title for section in form.sections if section.title]
        self._bands = {
            name for text in (*titles, *(one.label for one in form.groups.values())) for name in labels(text)
        }
        self._bands |= {normal(other) for other in GUIDE["other"]}

    def known(self, cells: list[str]) -> int:
        """How many of the cells are headings of one and the same table."""
        return max(one.known(cells) for one in (self.main, *self.groups.values()))

    def of(self, group: Group | None) -> Headings:
        return self.groups[group.id] if group else self.main

    def is_band(self, row: Row) -> bool:
        """Whether a row holds only what skjema itself writes above headings."""
        return all(isinstance(value, str) and normal(value) in self._bands for value in row.cells.values())

    def named(self, title: str) -> str | None:
        """The group whose id or label is the title of a table."""
        name = normal(title)
        return next((one for one in self.groups if name in self._titles(one)), None)

    def _titles(self, group: str) -> set[str]:
        """The titles that a group's own sheet may have."""
        label = self.form.groups[group].label
        return {normal(group), *labels(label), *(normal(sheet_title(text)) for text in label.values())}


class Common(NamedTuple):
    """Values that every row of a file has unless it gives its own, and where they stand or would stand."""

    cells: Mapping[Slot, Written] = {}
    places: Mapping[Slot, Place] = {}


class Source(NamedTuple):
    """A table whose heading has been understood; `group` is None for the main table."""

    table: Table
    matched: MatchedHeadings
    group: Group | None
    has_title: bool
    """Whether something of the clerk's own stands above the heading."""
    common: Common = Common()

    def rows(self) -> Iterator[Row]:
        """Rows below the heading that hold more than spaces."""
        below = self.matched.row
        for row in self.table.rows():
            if row.number > below and not all(map(blank, row.cells.values())):
                yield row

    def unheaded_cells(self, row: Row) -> Iterator[int]:
        """Columns without a heading in which the row has something."""
        for at in row.cells.keys() - self.matched.headed:
            if not blank(row.cells[at]):
                yield at

    def partial_names(self, row: Row) -> Iterator[tuple[Slot, int]]:
        """Each value of which only some parts are there, and the column of the first that isn't."""
        for slot, several in self.matched.joined.items():
            empty = [at for at in several if blank(row.cells.get(at, ""))]
            if 0 < len(empty) < len(several):
                yield slot, empty[0]

    def cells(self, row: Row) -> dict[Slot, Written]:
        """The row's values by slot; a value whose parts stand in several columns is joined."""
        written, slots = row.cells, self.matched.slots
        cells: dict[Slot, Written] = {
            slots[at]: value
            for at, value in written.items()
            if at in slots and not (value.__class__ is str and value.isspace())  # as `blank` says
        }
        for slot, several in self.matched.joined.items():
            if (joined := _join(written, several)) != "":
                cells[slot] = joined
        return cells


def blank(value: Written) -> bool:
    """Whether nothing but spaces is written."""
    return isinstance(value, str) and (not value or value.isspace())


def _join(written: dict[int, Written], at: tuple[int, ...]) -> Written:
    """What stands in several columns as one text; the first cell that holds no text, where there is one."""
    parts = [written[one] for one in at if one in written and not blank(written[one])]
    strange = [one for one in parts if isinstance(one, Unreadable | bool | time)]
    return strange[0] if strange else " ".join(map(_part, parts))


def _part(value: Written) -> str:
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return f"{value:.15g}".replace(".", ",") if isinstance(value, float) else str(value).strip()


def is_own_guide(table: Table) -> bool:
    """Whether a sheet is the guide, or the lists behind the dropdowns, of an input workbook."""
    return normal(table.name) in {normal(title) for name in ("guide-sheet", "lists-sheet") for title in GUIDE[name]}


def form_of_guide(table: Table) -> str:
    """Id of the form whose guide the sheet is, from the command it tells; empty where it tells none."""
    for row in islice(table.rows(), HEAD):
        for value in row.cells.values():
            found = re.search(r"skjema check ([a-z0-9-]+) ", value) if isinstance(value, str) else None
            if found:
                return found[1]
    return ""


def recognise_table(table: Table, headings: FormHeadings) -> Source | None:
    """The table with its heading, or None where no row near its top has two headings of the form, or one alone."""
    head = list(islice(table.rows(), HEAD))
    named = headings.named(table.name)
    groups = [headings.form.groups[one] for one in ([named] if named else headings.groups)]
    found, row, group = 0, Row(0), None
    for candidate in groups if named else (None, *groups):
        for one in head:
            known = headings.of(candidate).known(one.cells.values())
            # A band of section titles may look like headings; the headings stand below it.
            is_below_band = one.number == row.number + 1 and candidate is group and headings.is_band(row)
            if known > found or (known == found > 0 and is_below_band):
                found, row, group = known, one, candidate
    if found < _FEWEST and not (found and len(row.cells) == 1):
        return None
    above = [one for one in head if one.number < row.number]
    return Source(table, headings.of(group).match(row), group, not all(map(headings.is_band, above)))


def heading_problems(source: Source, headings: FormHeadings) -> Iterator[Problem]:
    """What the clerk should know about the heading of a table."""
    table, matched = source.table, source.matched
    missing = [one for one in headings.of(source.group).columns if one.slot not in matched.column_of]
    if source.has_title:
        yield Problem("heading-row", table.place(matched.row), Severity.NOTE)
    for at, text in matched.twice:
        yield Problem("heading-twice", table.place(matched.row, at), gaps={"got": text})
    for at, text in matched.unknown:
        place = table.place(matched.row, at)
        if near := headings.of(source.group).nearest(text, missing):
            yield Problem("heading-near", place, Severity.WARNING, {"got": text, "hint": near.heading})
        else:
            yield Problem("heading-unused", place, Severity.NOTE, {"got": text})


def missing_required_columns(source: Source, headings: FormHeadings) -> Iterator[tuple[str, Problem]]:
    """Id and problem of each field that must be filled in every row, but is nowhere to be found."""
    for column in headings.of(source.group).columns:
        one, slot = column.field, column.slot
        is_own = source.group is not None or slot == Slot(one.id)
        if slot in source.matched.column_of or not is_own:
            continue
        joins = source.group is not None and not slot.group
        given = one.default or one.recipient or one.id in headings.form.common or slot in source.common.cells
        if joins or (one.required is True and not given and not _answered(one.id, source)):
            code = "common-missing" if one.profile else "column-missing"
            place = source.common.places.get(slot) if one.profile else source.table.place(source.matched.row)
            yield one.id, Problem(code, place, gaps={"label": column.heading, "file": headings.form.profile_name})


def _answered(field: str, source: Source) -> bool:
    """Whether a field has columns for its answers instead of one of its own."""
    return any(found.answer and found.item == field for found in source.matched.column_of)
