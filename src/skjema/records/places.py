"""The places of the values of a record that is a row of a table."""

from dataclasses import dataclass, field
from typing import NamedTuple

from skjema.definition.slot import Slot
from skjema.problems import Place


class GroupRowPlace(NamedTuple):
    """A row of a group's own table, and the sheet column of each of its slots."""

    row: Place
    column_of: dict[Slot, int]


@dataclass(slots=True, eq=False, repr=False)
class TablePlaces:
    """The places of a record that is a row of a table.

    It holds no open file, so that a record can be sent to another process.

    Attributes:
        row: The row itself.
        column_of: The sheet column of each slot, counted from 1.
        common: Places of values that don't stand in the row: what is the same in every row of its file, and what
            a further row about the same record says.
        groups: The rows that belong to the record, of each group that has a table of its own, in order.
        value_column: Where the record's values stand below one another, in the rows that `column_of` then gives.
    """

    row: Place
    column_of: dict[Slot, int]
    common: dict[Slot, Place]
    groups: dict[str, list[GroupRowPlace]] = field(default_factory=dict)
    value_column: int = 0

    def place(self, slot: Slot | None = None) -> Place:
        """Where the value of `slot` stands or would stand; without one, the row."""
        if slot is None:
            return self.row
        if slot in self.common:
            return self.common[slot]
        if slot.group in self.groups and slot.field:
            row, column_of = self.groups[slot.group][int(slot.row) - 1]
            return row._replace(column=column_of.get(Slot(slot.field, slot.group), 0))
        found = self.column_of.get(slot, 0) or self._first_answer_column(slot)
        if self.value_column and found:
            return self.row._replace(row=found, column=self.value_column)
        return self.row._replace(column=found)

    def _first_answer_column(self, field_slot: Slot) -> int:
        """The first column of a field that has one for each answer; 0 where it has none."""
        for slot, column in self.column_of.items():
            if slot.answer and slot.item == field_slot.name:
                return column
        return 0
