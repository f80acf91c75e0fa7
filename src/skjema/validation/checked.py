"""What a check leaves of a record: its values, what concerns it, what is missing and what is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from skjema.definition.model import Field, Group
from skjema.definition.slot import Slot
from skjema.problems import Place, Problem, Severity
from skjema.records.record import Record
from skjema.wording import Text


@dataclass(slots=True)
class Checked:
    """A record whose values have been read and judged.

    Attributes:
        values: Value of each field by id, None where empty; of a group, a list of such rows.
            Settings and `today` stand among them.
        hidden: Ids of sections, fields, notes and groups that don't concern the record.
        signers: Id of each signature field to the names printed under its lines, one a line.
        missing: Slot and label of each field that must be filled and isn't; of a group, that of all its rows.
        key: A hash of the values of the form's key, the same in every process; None where all are empty.
    """

    record: Record
    values: dict[str, Any] = field(repr=False)
    hidden: frozenset[str] = frozenset()
    signers: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    missing: dict[Slot, Text] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list, repr=False)
    key: bytes | None = None


class Repeats:
    """Remembers the keys of records, to find one that comes twice."""

    def __init__(self) -> None:
        self._first: dict[bytes, int] = {}

    def problem(self, number: int, key: bytes | None, place: Place) -> Iterator[Problem]:
        """That an earlier record has the same key."""
        first = number if key is None else self._first.setdefault(key, number)
        if first != number:
            yield Problem("record-twice", place, Severity.WARNING, {"first": first})


def row_label(group: Group, at: int, one: Field) -> Text:
    """What a cell of a group is called: its row, then its column."""
    row = group.row_label(at)
    return {code: f"{text}: {one.label[code]}" for code, text in row.items() if code in one.label}
