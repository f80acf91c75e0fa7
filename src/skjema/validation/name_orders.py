"""Lists of families that have the surname first without a comma: each name looks right, and all of them are turned."""

from collections.abc import Iterator

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.problems import Place, Problem, Severity
from skjema.records.record import Record

_FEWEST = 2
"""Families that make it likely."""


class NameOrders:
    """Counts the records whose name begins as that of their own people does, and those where it ends so."""

    def __init__(self, form: Form) -> None:
        own = form.fields[form.key[0]]
        self._own = Slot(own.id) if own.type == "name" else None
        self._people = [
            Slot(field.id, group.id, str(number))
            for group in form.groups.values()
            if group.in_main_sheet and not group.row
            for field in group.field
            if field.type == "name"
            for number in range(1, (group.max or 0) + 1)
        ]
        self._first: Place | None = None
        self._begin = self._end = 0

    def note(self, record: Record) -> None:
        if self._own is None or not self._people:
            return
        own = _ends(record.cells.get(self._own))
        others = [ends for slot in self._people if (ends := _ends(record.cells.get(slot)))]
        if own and any(other[1] == own[1] for other in others):
            self._end += 1
        elif own and any(other[0] == own[0] for other in others):
            self._begin += 1
            self._first = self._first or record.places.place(self._own)

    def problems(self) -> Iterator[Problem]:
        """A warning where the names of most families begin alike; one such father and son say nothing."""
        if self._begin >= _FEWEST and self._begin > self._end:
            yield Problem("names-surname-first", self._first, Severity.WARNING, {"count": self._begin})


def _ends(name: object) -> tuple[str, str] | None:
    """The first and the last word of a name of several."""
    words = name.casefold().split() if isinstance(name, str) and "," not in name else ()
    return (words[0], words[-1]) if len(words) > 1 else None
