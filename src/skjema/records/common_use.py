"""Finds common values that no row takes, since every row has a different value of its own."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.formats.table import Written
from skjema.problems import Place, Problem, Severity
from skjema.records.returned import label_of
from skjema.text_match import match_key

if TYPE_CHECKING:
    from skjema.records.recognised_table import CommonValues


class _Given(NamedTuple):
    """A common value: its place and its field."""

    place: Place
    slot: Slot


class CommonUse:
    """Counts which common values, of the sheet or of kommune.toml, the rows of a run take."""

    def __init__(self, form: Form) -> None:
        self._form = form
        own = (name for name in form.common if name in form.fields and not form.fields[name].profile)
        self._of_profile = {_Given(Place(form.profile_name), Slot(name)): form.common[name] for name in own}
        self._is_taken: dict[_Given, bool] = {}
        """Of what some row has otherwise, or takes."""

    def note(self, common: "CommonValues", cells: Mapping[Slot, Written]) -> None:
        """Note which values for every row a row takes, of those that its file has."""
        for slot, value in common.cells.items():
            self._note(_Given(common.places[slot], slot), value, cells)
        for given, written in self._of_profile.items():
            if given.slot not in common.cells:
                self._note(given, written, cells)

    def _note(self, given: _Given, value: object, cells: Mapping[Slot, Written]) -> None:
        if given.slot not in cells:
            self._is_taken[given] = True
        elif _comparable(cells[given.slot]) != _comparable(value):
            self._is_taken.setdefault(given, False)

    def problems(self) -> Iterator[Problem]:
        """The common values that no row took, once all rows are noted."""
        for given, is_taken in self._is_taken.items():
            if is_taken:
                continue
            params: dict[str, object] = {"label": label_of(self._form, given.slot)}
            if given in self._of_profile:  # which other lists take it from
                yield Problem("profile-overridden", given.place, Severity.NOTE, params)
            else:
                yield Problem("common-overridden", given.place, Severity.WARNING, params)


def _comparable(value: object) -> str:
    """A value as it is compared with one that may be typed otherwise: a date as 21.03.2019, 2027.0 as 2027."""
    if isinstance(value, date):
        return match_key(f"{value:%d.%m.%Y}")
    return match_key(f"{value:g}" if isinstance(value, float) else str(value))
