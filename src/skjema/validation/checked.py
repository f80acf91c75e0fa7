"""A checked record: its values, hidden parts, missing values and problems."""

from dataclasses import dataclass, field
from typing import Any

from skjema.definition.model import Field, Group
from skjema.definition.slot import Slot
from skjema.problems import Problem, Severity
from skjema.records.record import Record
from skjema.wording import Text


@dataclass(slots=True, eq=False, repr=False)
class CheckedRecord:
    """A record whose values have been read and checked.

    Attributes:
        values: Value of each field by id, None where empty; of a group, a list of such rows.
            Settings and `today` stand among them.
        dropped: What was written, by id, in each field and group that doesn't concern the record, whose value is empty.
        dropped_cells: Cells of columns that don't concern their rows, written in or not.
        hidden: Ids of sections, fields, notes and groups that don't concern the record.
        undecided: Condition of each section and item, by id, of which nobody can tell whether it concerns the record,
            and the group of whose rows it is asked.
        signers: Id of each signature field to the names printed under its lines, one a line.
        missing: Slot and label of each field that must be filled and isn't; of a group, that of all its rows.
        invalid: Slots in which something is written that is no value of the field.
        key: A hash of the values of the form's key, the same in every process; None where all are empty, or one can't
            be read.
    """

    record: Record
    values: dict[str, Any] = field(repr=False)
    dropped: dict[str, Any] = field(default_factory=dict, repr=False)
    dropped_cells: set[Slot] = field(default_factory=set)
    hidden: frozenset[str] = frozenset()
    undecided: dict[str, tuple[str, str]] = field(default_factory=dict)
    signers: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    missing: dict[Slot, Text] = field(default_factory=dict)
    invalid: set[Slot] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list, repr=False)
    key: bytes | None = None

    def report(self, code: str, slot: Slot | None, severity: Severity = Severity.ERROR, **params: object) -> None:
        """Add a problem at the place of a value; without `slot`, at that of the record as a whole."""
        self.problems.append(Problem(code, self.record.places.place(slot), severity, params))


def row_label(group: Group, row_number: int, column: Field | Group) -> Text:
    """The name of a group's cell in messages: the row, counted from 1, then the column."""
    row = group.row_label(row_number)
    return {code: f"{text}: {column.label[code]}" for code, text in row.items() if code in column.label}
