"""A record as it is written in a file, before its values are read."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from skjema.definition.expressions import ROW
from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.formats.table import Written
from skjema.problems import Place, Problem


def named_slot(form: Form, record: "Record", name: str) -> Slot:
    """The slot of a name used in a text; `rad.navn` is a column of the row that the document is for."""
    owner, _, column = name.rpartition(".")
    return Slot(column, form.for_each, record.addressed) if owner == ROW else Slot(name)


class Places(Protocol):
    """The places of the values of one record."""

    def place(self, slot: Slot | None = None) -> Place:
        """Where the value of `slot` stands or would stand; without one, the record itself."""


@dataclass(slots=True, eq=False, repr=False)
class Record:
    """A record as it is written in a file. Its `repr`, which may stand in a cluster's log, shows no value.

    Attributes:
        number: Counted from 1 over all input files; names the record wherever its values may not.
        document: Number of its documents: its own, or the one that an earlier run has given it.
        token: What a run calls whom it concerns, in its report and on its documents; empty outside of one.
        folder: Where its file lies, and with it the files that it names; None where it comes from no file.
        addressed: The row of the form's `for_each` that it is a document for; empty where there is none.
        is_again: Whether an earlier record holds the same values, for another such row.
        cells: Value for each slot that has one.
        shared: Slots of values that every record of its file has, from the sheet for such values.
        rows: How many rows of each group, by its id, may be written; for groups with any.
        written: A hash of all that stands in its row, unread columns included; another in each process.
        problems: What is wrong with the record before its values are looked at.
    """

    number: int
    places: Places
    cells: dict[Slot, Written] = field(default_factory=dict, repr=False)
    shared: frozenset[Slot] = frozenset()
    rows: dict[str, int] = field(default_factory=dict)
    written: int = 0
    document: int = 0
    token: str = ""
    folder: Path | None = field(default=None, repr=False)
    addressed: str = ""
    is_again: bool = False
    problems: list[Problem] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        self.document = self.document or self.number

    @property
    def spot(self) -> tuple[Place, str]:
        """Its place and the row it is addressed to, which no two records of a file share."""
        return self.places.place(), self.addressed
