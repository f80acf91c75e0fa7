"""The meaning of a heading row: in which columns the values of each field stand."""

from dataclasses import dataclass, field

from skjema.definition.model import Group
from skjema.definition.slot import Slot
from skjema.records.other_spellings import has_surname_first


@dataclass(slots=True)
class HeadingRow:
    """The columns of each slot, by a heading row. Sheet columns are counted from 1.

    Attributes:
        number: Where the row stands, counted from 1.
        slots: Where the values of each sheet column belong.
        parts: Sheet columns that one value is joined from, in the order in which it is written.
        column_of: The first sheet column of each slot.
        headed: Sheet columns with anything for a heading.
        texts: What stands in each heading that has letters.
        others: Of each slot that can be read otherwise as well: the sheet columns of each further reading.
        longer_texts: Those of `others` whose readings are texts, where one may say more than another: `1` and `1A`.
        repeated_parts: Sheet columns of parts of a name that stands in a column of its own as well.
        optional: Sheet columns of middle names, which not everybody has.
        sets: Values that a row of a group has since a heading says who it is, such as `Mor`.
        unknown: Sheet column and text of headings that mean nothing to the form.
        another: Sheet columns, of those, that name one more record in the same row.
        of_sheets: Sheet columns, of those, that name a row of a group with a sheet of its own, and the group.
        nobodys: What a heading is for that doesn't say of whom it is, below several people, by its sheet column.
        surname_first: Sheet columns of whole names that have the surname first.
        lone_parts: Sheet columns of parts of a name, such as `Fornavn`, whose other part isn't there.
    """

    number: int
    slots: dict[int, Slot] = field(default_factory=dict)
    parts: dict[Slot, tuple[int, ...]] = field(default_factory=dict)
    column_of: dict[Slot, int] = field(default_factory=dict)
    headed: frozenset[int] = frozenset()
    texts: dict[int, str] = field(default_factory=dict)
    others: dict[Slot, list[tuple[int, ...]]] = field(default_factory=dict)
    longer_texts: set[Slot] = field(default_factory=set)
    repeated_parts: dict[Slot, list[int]] = field(default_factory=dict)
    optional: set[int] = field(default_factory=set)
    sets: dict[Slot, str] = field(default_factory=dict)
    unknown: list[tuple[int, str]] = field(default_factory=list)
    another: list[int] = field(default_factory=list)
    of_sheets: dict[int, Group] = field(default_factory=dict)
    nobodys: dict[int, Slot] = field(default_factory=dict)
    surname_first: list[int] = field(default_factory=list)
    lone_parts: list[int] = field(default_factory=list)

    def add(self, slot: Slot, sheet_columns: tuple[int, ...]) -> None:
        """Note where the values of a slot stand: in one sheet column, or joined from several."""
        self.column_of[slot] = sheet_columns[0]
        if len(sheet_columns) == 1:
            self.slots[sheet_columns[0]] = slot
            if has_surname_first(self.texts.get(sheet_columns[0], "")):
                self.surname_first.append(sheet_columns[0])
        else:
            self.parts[slot] = sheet_columns

    def reading_text(self, sheet_columns: tuple[int, ...]) -> str:
        """What messages call a reading: its heading, or its headings with a plus between them."""
        return " + ".join(f"«{self.texts.get(column, '')}»" for column in sheet_columns)
