"""What the values of a column say together: `Solbakken bhg` and `Solbakken barnehage` are one place in two ways."""

import re
from collections import Counter
from collections.abc import Iterator

from skjema.definition.model import Field, Form
from skjema.definition.slot import Slot
from skjema.problems import Place, Problem, Severity, quoted
from skjema.records.record import Record
from skjema.text_match import match_key

_MOST_VALUES = 60
"""Different values of a field that is a place or a unit; one with more is a text of each record's own."""
_FEWEST_EACH = 3
"""Records for each different value, on the whole; below it a field tells records apart rather than gathers them."""
_SIMILARITY = 0.9
"""How alike two values must be, as difflib measures it; 1.0 is equal."""
_TOO_SHORT = 5
"""Letters that make two values different even when one more or less is all that differs."""
_SHORT = {"bhg": "barnehage", "sk": "skole", "skule": "skole", "avd": "avdeling", "kom": "kommune"}
"""Words that are often cut short."""


_TICKS = frozenset({"x", "xx", "✓", "✔", "☒", "☑", "☐", "1", "0"})
"""What ticks a column, in small letters."""
_FIRST_GRADE = {"1"}
"""Ones alone, which a column of grades has in a list of the first."""
_FEWEST_TICKS = 3
"""Rows with nothing else that make a column one of ticks."""


class NearValues:
    """Counts the texts of each field of the record itself."""

    def __init__(self, form: Form) -> None:
        self._fields = [field for field in form.fields.values() if field.type == "text" and not field.is_secret]
        self._counts: dict[str, Counter[str]] = {field.id: Counter() for field in self._fields}
        self._counted = [(Slot(field.id), self._counts[field.id]) for field in self._fields]
        """Those that may still be places or units."""
        self._place: Place | None = None

    def note(self, record: Record) -> None:
        for slot, counts in list(self._counted):
            value = record.cells.get(slot)
            if isinstance(value, str):
                counts[" ".join(value.split())] += 1
                if len(counts) > _MOST_VALUES:
                    self._counted.remove((slot, counts))
        self._place = self._place or record.places.place()._replace(row=0, path="")

    def problems(self) -> Iterator[Problem]:
        """A problem for each field with values that are nearly alike, or all ticks: its column is another's."""
        for field in self._fields:
            counts = self._counts[field.id]
            signs = frozenset(map(str.casefold, counts))
            if counts.total() >= _FEWEST_TICKS and signs <= _TICKS and signs != _FIRST_GRADE:
                yield Problem("column-of-ticks", self._place, Severity.WARNING, {"label": field.label})
            if len(counts) <= _MOST_VALUES and len(counts) * _FEWEST_EACH <= counts.total():
                yield from self._near(field, counts)

    def _near(self, field: Field, counts: Counter[str]) -> Iterator[Problem]:
        values = [value for value, _ in counts.most_common()]
        near = {
            value: None
            for number, one in enumerate(values)
            for other in values[number + 1 :]
            if _are_near(one, other)
            for value in (one, other)
        }
        if near:
            known = tuple(f"{quoted(value)} ({counts[value]})" for value in near)
            params: dict[str, object] = {"label": field.label, "known": known}
            yield Problem("values-nearly-alike", self._place, Severity.WARNING, params)


def _written_out(text: str) -> str:
    return " ".join(_SHORT.get(word, word) for word in re.findall(r"\w+", text.casefold()))


def _are_near(one: str, other: str) -> bool:
    first, second = _written_out(one), _written_out(other)
    if match_key(first) == match_key(second):
        return True
    # 1A and 1B, Blå 1 and Blå 2 are different places
    if re.findall(r"\d+|\b\w\b", first) != re.findall(r"\d+|\b\w\b", second):
        return False
    if len(first) <= _TOO_SHORT:
        return False
    from difflib import SequenceMatcher  # which most lists need not

    return SequenceMatcher(None, first, second).ratio() >= _SIMILARITY
