"""What a part of the benchmarks hands back: results of a race, and how they stand to the goals."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from measure import Result


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio that was aimed at.

    Attributes:
        work: What is measured against what.
        bound: The goal; `at_least` tells on which side of it is good.
        measured: The ratio found, or None where one side of it has no time.
    """

    work: str
    bound: float
    measured: float | None
    at_least: bool
    unit: str = "×"

    @property
    def is_met(self) -> bool:
        if self.measured is None:
            return False
        return self.measured >= self.bound if self.at_least else self.measured <= self.bound


@dataclass(frozen=True, slots=True)
class Section:
    """One race.

    Attributes:
        documents: How many documents a full run makes; the times of those who made fewer are reckoned from that.
        each: What one of the documents is called.
        caption: What the chart calls it; "" keeps it out.
    """

    title: str
    text: str
    documents: int
    results: Sequence[Result]
    goals: Sequence[Goal] = ()
    each: str = "document"
    caption: str = ""

    def as_data(self) -> dict[str, Any]:
        return asdict(self)

    def best(self, role: str) -> Result | None:
        """The fastest of a kind that has a time."""
        timed = [one for one in self.results if one.role == role and not one.fault]
        return min(timed, key=lambda one: median_each(one, self.documents), default=None)


def median_each(result: Result, documents: int) -> float:
    """Milliseconds a document."""
    each = sorted(result.each(documents))
    middle = len(each) // 2
    return each[middle] if len(each) % 2 else (each[middle - 1] + each[middle]) / 2


def by_name(results: Sequence[Result]) -> dict[str, Result]:
    """The results that have a time."""
    return {one.name: one for one in results if not one.fault}


def ratio(over: Result | None, under: Result | None, documents: int) -> float | None:
    """How many times as long `over` takes as `under`, whole processes."""
    if over is None or under is None:
        return None
    return median_each(over, documents) / median_each(under, documents)
