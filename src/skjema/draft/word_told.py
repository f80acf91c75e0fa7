"""Collects the problems with a Word file, apart from its fields."""

from collections.abc import Iterable

from skjema.problems import Place, Problem, Severity

_TOLD = 12
"""Most places that are named in one message."""


class Told:
    """Collects problems, part by part.

    Args:
        name: Name of the file in messages.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self.strange: list[str] = []
        self.shaped: list[str] = []
        self.merged: list[str] = []
        self.left: list[str] = []
        self.opened: list[str] = []
        self.repeated: list[str] = []
        self.pictures: list[str] = []
        self.locked: list[str] = []
        self.calculated: list[str] = []
        self.fixed: list[str] = []
        self.active = 0

    def problems(self) -> list[Problem]:
        listed = [
            ("draft-word-left", Severity.WARNING, "places", self.left),
            ("draft-control-repeated", Severity.WARNING, "names", self.repeated),
            ("draft-control-picture", Severity.WARNING, "names", self.pictures),
            ("draft-control-locked", Severity.NOTE, "names", self.locked),
            ("draft-calculated", Severity.WARNING, "names", self.calculated),
            ("draft-fixed", Severity.WARNING, "names", self.fixed),
            ("draft-merge-left", Severity.WARNING, "names", self.merged),
            ("draft-open-control", Severity.NOTE, "names", self.opened),
            ("draft-merge-shape", Severity.NOTE, "names", self.shaped),
        ]
        found = [
            Problem(code, Place(self._name), kind, {name: _some(said)}) for code, kind, name, said in listed if said
        ]
        if self.active:
            params: dict[str, object] = {"count": self.active}
            found.append(Problem("draft-active", Place(self._name), Severity.WARNING, params))
        return found


def _some(said: Iterable[str]) -> tuple[str, ...]:
    """The first of some words, each once."""
    own = list(dict.fromkeys(said))
    return (*own[:_TOLD], *(("...",) if len(own) > _TOLD else ()))
