"""Which heading means which field: by id or by label, in any language, however it is spaced.

All ways in which a field can be read are found before one is taken; where there are two, the rows say whether they
differ.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from skjema.definition.columns import Column, main_columns
from skjema.definition.model import Field, Form, Group
from skjema.definition.slot import Slot
from skjema.formats.table import Row
from skjema.records.heading_names import Meaning, is_generic, other_names, part_of_name, turned_names
from skjema.records.heading_row import HeadingRow
from skjema.records.heading_words import meanings_of_row
from skjema.records.other_spellings import by_ascii, other_spellings
from skjema.records.readings import Readings
from skjema.text_match import match_key, match_keys

_NUMBER = re.compile(r"\d+")
_OF_ROW = re.compile(r"(?<=\D)\d{1,2}(?!\d)")
_OF_ANOTHER = re.compile(r"(.*\D) ?(?:[2-9])\.?")


def find_field(form: Form, name: str) -> Field | None:
    """The field of the record itself that an id or a heading means."""
    column = Headings(form, main_columns(form)).find(name)
    return form.fields.get(column.slot.name) if column else None


class Headings:
    """The headings that one table of a form may have.

    Args:
        group: The one whose own table it is, in which nothing is of another; None for a table of records.

    Attributes:
        columns: The columns that the table may have.
    """

    def __init__(self, form: Form, columns: Iterable[Column], group: Group | None = None) -> None:
        self.columns = list(columns)
        self._by_name = {column.name: column for column in self.columns}
        self._by_heading: dict[str, Column] = {}
        self._by_part: dict[str, list[tuple[Column, tuple[str, ...]]]] = {}
        for column in self.columns:
            for _, heading in column.names():
                self._by_heading.setdefault(match_key(heading), column)
            for parts in column.others:
                if len(parts) > 1 and not (column.field.type == "name" and all(map(part_of_name, parts))):
                    keys = tuple(map(match_key, parts))
                    for part in keys:
                        self._by_part.setdefault(part, []).append((column, keys))
        groups = {group.id: group} if group is not None else form.groups
        self._others = other_names(groups, self.columns)
        self._groups = groups
        self._named = Slot(form.key[0]) if group is None else None
        self._titles = match_keys(group.label) if group is not None else frozenset()

    def find(self, heading: str) -> Column | None:
        """The column that a heading names in full."""
        # The id first: the label of one field may be the id of another.
        return self._by_name.get(heading.strip()) or self._by_heading.get(match_key(heading))

    def meaning(self, heading: str) -> Meaning | None:
        """What a heading may mean, taken by itself."""
        names = (heading, *turned_names(heading))
        if column := next(filter(None, map(self.find, names)), None):
            return Meaning(column)
        if found := next((self._others[key] for key in map(match_key, names) if key in self._others), None):
            return found
        return next(filter(None, map(self._spelled_otherwise, names)), None)

    def _spelled_otherwise(self, name: str) -> Meaning | None:
        usual, plain = other_spellings(name)
        if usual in self._by_heading:
            return Meaning(self._by_heading[usual])
        return self._others.get(usual) or next((self._ascii[key] for key in plain if key in self._ascii), None)

    @cached_property
    def _ascii(self) -> dict[str, Meaning]:
        own = {key: Meaning(column) for key, column in self._by_heading.items()}
        return by_ascii(self._others) | by_ascii(own)

    def group_beyond(self, heading: str) -> Group | None:
        """The group that a heading names a row of, where it has no room for it: `Foresatt 5` of four."""
        meaning = self.meaning(heading) or self.meaning(_NUMBER.sub("1", heading))
        if meaning is None or meaning.is_bare or not meaning.column.slot.row:
            return None
        group = self._groups.get(meaning.column.slot.group)
        return group if group is not None and group.max is not None else None

    def count_known(self, cells: Iterable[object]) -> int:
        """How many different headings of this table stand in the cells."""
        found = {match_key(cell): cell for cell in cells if isinstance(cell, str)}
        return sum(key in self._by_part or self.meaning(cell) is not None for key, cell in found.items())

    def match(self, row: Row, band: Mapping[int, str] | None = None) -> HeadingRow:
        """What each cell of a heading row means.

        Args:
            band: What stands above the headings of each sheet column, such as `Mor`.
        """
        texts = {column: str(cell).strip() for column, cell in row.cells.items()}
        heading_row = HeadingRow(row.number, headed=frozenset(column for column, text in texts.items() if text))
        headed = {column: text for column, text in texts.items() if match_key(text)}
        heading_row.texts = headed
        readings = Readings()
        doubtful: list[tuple[Meaning, int]] = []
        meanings = meanings_of_row(headed, band or {}, self._qualified, self._titles)
        for sheet_column in sorted(headed):
            above = (band or {}).get(sheet_column, "")
            meaning = meanings[sheet_column]
            if meaning is not None:
                readings.add(meaning, sheet_column)
            elif above and self.meaning(above) is None and (own := self.meaning(headed[sheet_column])):
                doubtful.append((own, sheet_column))
        readings.add_doubtful(doubtful)
        readings.drop_unspoken()
        heading_row.nobodys = readings.drop_nobodys()
        self._match_parts(readings, headed)
        readings.put_into(heading_row)
        heading_row.longer_texts = {
            one.slot for one in self.columns if one.slot in heading_row.others and one.field.type == "text"
        }
        used = readings.sheet_columns()
        heading_row.unknown = [
            (column, text) for column, text in headed.items() if column not in {*used, *heading_row.nobodys}
        ]
        heading_row.another = [column for column, text in heading_row.unknown if self._names_another(text)]
        of_sheets = {column: self._group_of_sheet(text) for column, text in heading_row.unknown}
        heading_row.of_sheets = {column: group for column, group in of_sheets.items() if group is not None}
        return heading_row

    def _group_of_sheet(self, heading: str) -> Group | None:
        """The group, of those with a sheet of their own, that a heading names a row of: `Vedlegg 2`."""
        numbered = _OF_ROW.search(heading)
        meaning = self.meaning(_OF_ROW.sub(" ", heading, count=1)) if numbered and self._named else None
        group = self._groups.get(meaning.column.slot.group) if meaning and not meaning.is_bare else None
        return group if group is not None and not group.in_main_sheet else None

    def _names_another(self, heading: str) -> bool:
        """Whether a heading names one more record in the same row: `Barn 2`."""
        numbered = _OF_ANOTHER.fullmatch(heading)
        own = self.meaning(numbered[1]) if numbered else None
        return own is not None and own.column.slot == self._named

    def _qualified(self, heading: str, band: str) -> Meaning | None:
        """What a heading means under what stands above it: `Navn` below `Mor` is no child's."""
        if not band:
            return self.meaning(heading)
        for name in (f"{band} {heading}", f"{band}: {heading}", f"{heading} {band}"):
            if meaning := self.meaning(name):
                return meaning
        own = self.meaning(heading)
        whose = self.meaning(band)
        if own is None or not is_generic(heading):
            return own
        if whose is None or whose.column.slot.group:  # somebody else's, or who knows whose
            return None
        # `Født` below `Barn` is the record's own; `Navn` below `Skole` is no child's.
        return own if own.column.field.type != "name" or whose.column.slot == own.column.slot else None

    def _match_parts(self, readings: Readings, headed: Mapping[int, str]) -> None:
        """Find the columns that are written as several, where all their parts are there."""
        first_column = {match_key(text): sheet_column for sheet_column, text in sorted(headed.items(), reverse=True)}
        for heading in map(match_key, headed.values()):
            if heading in self._by_heading:  # a column of its own
                continue
            for column, parts in self._by_part.get(heading, ()):
                if all(part in first_column for part in parts):
                    readings.add_joined(column.slot, tuple(first_column[part] for part in parts))
