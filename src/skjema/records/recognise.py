"""Which tables of a file belong to a form, and where their heading rows stand."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from skjema.definition.columns import group_columns, main_columns, sheet_title
from skjema.definition.model import Field, Form, Group
from skjema.definition.slot import Slot
from skjema.formats.table import HEADING_SEARCH_ROWS, Row, Table, Written, is_blank
from skjema.misread import true_encoding
from skjema.problems import Problem, Severity
from skjema.records.heading_row import HeadingRow
from skjema.records.headings import Headings
from skjema.records.near_headings import nearest_column
from skjema.records.other_spellings import ascii_key
from skjema.records.recognised_table import FormTable
from skjema.records.sorting_columns import twins
from skjema.text_match import match_key, match_keys
from skjema.wording.workbook import GUIDE

_FEWEST_HEADINGS = 2
"""Headings of the form that make a row its heading row."""


class FormHeadings:
    """The headings of a form's main table and of each group that has a table of its own.

    Attributes:
        main: Those of the main table.
        groups: Those of each group's table, by its id.
        twins: Of each such group the others with the same columns.
        count_asked: How many columns of the main table the office fills in.
    """

    def __init__(self, form: Form) -> None:
        self.form = form
        self.main = Headings(form, main_columns(form))
        self.groups: dict[str, Headings] = {}
        for group in form.groups.values():
            if not group.in_main_sheet:
                self.groups[group.id] = Headings(form, group_columns(form, group), group)
        own = [form.groups[group_id] for group_id in self.groups]
        self.twins = {group.id: twins(group, own) for group in own}
        self.count_asked = max(sum(not one.field.recipient for one in self.main.columns), 1)
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
            titles = _sheet_titles(group)
            if name in titles or (name.isascii() and ascii_key(name) in map(ascii_key, titles)):
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


def recognise_table(table: Table, headings: FormHeadings) -> FormTable | None:
    """The table with its heading, or None where no row near its top has two headings of the form, or one alone.

    Of a form with one column for the office, that is enough beside whatever else a list has.
    """
    head = list(islice(table.rows(), HEADING_SEARCH_ROWS))
    most, heading, group = 0, Row(0), None
    for candidate in _candidates(table, headings):
        for row in head:
            count = headings.of(candidate).count_known(row.cells.values())
            # A band of section titles may look like headings; the headings stand below it.
            is_below_band = row.number == heading.number + 1 and candidate is group and headings.is_band(heading)
            if count > most or (count == most > 0 and is_below_band):
                most, heading, group = count, row, candidate
    # with the title of a group, or alone in its row, one heading is enough
    is_enough = most > 0 and (len(heading.cells) == 1 or headings.group_titled(table.name) is not None)
    if most < min(_FEWEST_HEADINGS, headings.count_asked) and not is_enough:
        return None
    heading = _first_heading(head, heading, headings.of(group))
    above = [row for row in head if row.number < heading.number]
    has_title = not all(map(headings.is_band, above))
    above_heading = next((row for row in above if row.number == heading.number - 1), None)
    band = headings.bands(above_heading, heading.cells) if above_heading else {}
    return FormTable(table, headings.of(group).match(heading, band), group, has_title and not band)


def _first_heading(head: Sequence[Row], most: Row, headings: Headings) -> Row:
    """The first heading row of a table: that with the most headings, unless rows stand above it below another one."""
    count = headings.count_known(most.cells.values())
    for row in head:
        known = headings.count_known(row.cells.values())
        is_heading = known >= _FEWEST_HEADINGS and 2 * known > len(row.cells) and 2 * known >= count
        if row.number < most.number - 1 and is_heading:
            return row
    return most


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
        elif near := nearest_column(text, missing):
            yield Problem("heading-near", place, Severity.WARNING, {"got": text, "hint": near.heading})
        else:
            yield Problem("heading-unused", place, Severity.NOTE, {"got": text})


def missing_required_columns(form_table: FormTable, headings: FormHeadings) -> Iterator[tuple[str, Problem]]:
    """Id and problem of each field that must be filled in every row, but for which nothing gives a value.

    What concerns some records only is told at the row of each that lacks it.
    """
    group, heading, common = form_table.group, form_table.heading, form_table.common
    yield from _nobodys_columns(form_table, headings.form)
    for column in headings.of(group).columns:
        field, slot = column.field, column.slot
        is_whole_field = group is not None or slot == Slot(field.id)
        if slot in heading.column_of or not is_whole_field:
            continue
        is_key = group is not None and not slot.group
        has_value = field.default or field.recipient or field.id in headings.form.common or slot in common.cells
        is_needed = field.required is True and (field.profile or _concerns_every_row(headings.form, field))
        if is_key or (is_needed and not has_value and not _has_answer_columns(field.id, heading)):
            code = "common-missing" if field.profile else "column-missing"
            place = common.places.get(slot) if field.profile else form_table.table.place(heading.number)
            yield field.id, Problem(code, place, params={"label": column.heading, "file": headings.form.profile_name})


def _concerns_every_row(form: Form, field: Field) -> bool:
    """Whether a field concerns whatever its table has a row for."""
    sections = (section for section in form.sections if any(item.id == field.id for item in section.items))
    return field.relevant is True and all(section.relevant is True for section in sections)


def _nobodys_columns(form_table: FormTable, form: Form) -> Iterator[tuple[str, Problem]]:
    """Field id and problem of each column that doesn't say which of several people it is for."""
    for sheet_column, slot in form_table.heading.nobodys.items():
        field = form.groups[slot.group].column(slot.field)
        named = {code: f"{form.groups[slot.group].row_label(1)[code]}: {text}" for code, text in field.label.items()}
        params: dict[str, object] = {"got": form_table.heading.texts[sheet_column], "hint": named}
        severity = Severity.WARNING if field.required is False else Severity.ERROR
        yield (
            field.id,
            Problem("heading-whose", form_table.table.place(form_table.heading.number, sheet_column), severity, params),
        )


def _has_answer_columns(field_id: str, heading: HeadingRow) -> bool:
    """Whether a field has columns for its answers instead of one of its own."""
    return any(slot.answer and slot.item == field_id for slot in heading.column_of)
