"""Where the values of a record that is a row of a table stand."""

from dataclasses import dataclass, field

from skjema.definition.slot import Slot
from skjema.problems import Place


@dataclass(slots=True)
class TablePlaces:
    """Places of a record that is a row of a table, with what it shares and rows of groups that belong to it.

    It holds no open file, so that a record can be sent to another process.
    """

    row: Place
    column_of: dict[Slot, int]
    common: dict[Slot, Place]
    groups: dict[str, list[tuple[Place, dict[Slot, int]]]] = field(default_factory=dict)

    def place(self, slot: Slot | None = None) -> Place:
        if slot is None:
            return self.row
        if slot in self.common:
            return self.common[slot]
        if slot.group in self.groups and slot.field:
            row, column_of = self.groups[slot.group][int(slot.row) - 1]
            return row._replace(column=column_of.get(Slot(slot.field, slot.group), 0))
        return self.row._replace(column=self.column_of.get(slot, 0) or self._answer_column(slot))

    def _answer_column(self, slot: Slot) -> int:
        """The first column of a field that has one for each answer; 0 where it has none."""
        answers = (at for found, at in self.column_of.items() if found.answer and found.item == slot.name)
        return next(answers, 0)
