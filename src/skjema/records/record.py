"""One record as written."""

from dataclasses import dataclass, field
from typing import Protocol

from skjema.definition.slot import Slot
from skjema.formats.table import Written
from skjema.problems import Place, Problem


class Places(Protocol):
    """Knows where the values of one record stand."""

    def place(self, slot: Slot | None = None) -> Place:
        """Where the value of `slot` stands or would stand; without one, the record itself."""


@dataclass(slots=True)
class Record:
    """One record as written. What is shown of it, in a cluster's log for one, tells no value.

    Attributes:
        number: Counted from 1 over all input files; names the record wherever its values may not.
        cells: Value for each slot that has one.
        shared: Slots of values that every record of its file has, from the sheet for such values.
        rows: How many rows of each group may be written, for groups with any.
        problems: What is wrong with the record before its values are looked at.
    """

    number: int
    placing: Places
    cells: dict[Slot, Written] = field(default_factory=dict, repr=False)
    shared: frozenset[Slot] = frozenset()
    rows: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list, repr=False)
