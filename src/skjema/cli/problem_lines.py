"""Shows problems as lines of text: causes before effects, and the same fault in many rows on one line."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import cast

import click

from skjema.cli.language import current
from skjema.problems import Place, Problem, Severity
from skjema.wording import Text, in_language
from skjema.wording.messages import say

_MOST_SHOWN = 1000
"""Most lines; a list with a wrong column would have one for each row."""
_ALIKE = 4
"""Least number of equal faults that are put on one line."""
_MOST_NAMED = 12
"""Most places that such a line names."""
_LISTED = {"heading-unused": ("unused-headings", "got", 2), "column-missing": ("missing-columns", "label", _ALIKE)}
"""Codes of problems with headings that one line lists: its wording, the parameter that names a heading, and the least
number of them."""
_GRAVEST_FIRST = list(Severity)
_CAUSES = frozenset({
    "cells-merged", "column-absent", "column-missing", "common-missing", "heading-part-alone", "heading-part-beside",
    "heading-misread", "heading-readings", "heading-protected", "heading-twice-records", "letters-misread", "row-alone",
    "rows-aside", "rows-gone", "rows-hidden", "rows-struck", "sheet-hidden", "sheet-of-several",
})  # fmt: skip
"""Codes of problems that cause others, many of which disappear when these are mended."""


def show(problems: Iterable[Problem], *, on_stdout: bool = False, most: int = _MOST_SHOWN) -> None:
    """Show problems, errors first and causes before effects; each line says if it is no error.

    At most `most` lines are shown, and then the number of problems that are left out.
    """
    lines = list(_gathered(problems))
    for alike in lines[:most]:
        severity = alike[0].severity
        mark = "" if severity is Severity.ERROR else f"{say(severity, current())} "
        click.echo(f"{mark}{_line(alike)}", err=not on_stdout)
    if rest := sum(map(len, lines[most:])):
        click.echo(say("more-problems", current(), count=rest), err=True)


def _gathered(problems: Iterable[Problem]) -> list[list[Problem]]:
    """The problems grouped by the line that shows them."""
    alike: dict[object, list[Problem]] = {}
    for number, problem in enumerate(problems):
        place = problem.place
        is_in_rows = place is not None and bool(place.row or place.path)
        label = "" if problem.code in _LISTED else str(problem.params.get("label"))
        kind = (problem.code, problem.severity, place and place[:2], label)
        alike.setdefault(kind if is_in_rows else number, []).append(problem)
    lines: list[list[Problem]] = []
    for group in alike.values():
        group.sort(key=lambda problem: problem.place.row if problem.place else 0)
        _, _, fewest = _LISTED.get(group[0].code, ("", "", _ALIKE))
        lines += [group] if len(group) >= fewest else ([problem] for problem in group)
    order = {id(group): number for number, group in enumerate(lines)}
    return sorted(lines, key=lambda group: (*_weight(group[0]), order[id(group)]))


def _weight(problem: Problem) -> tuple[int, bool]:
    return _GRAVEST_FIRST.index(problem.severity), problem.code not in _CAUSES


def _line(alike: Sequence[Problem]) -> str:
    first = alike[0]
    if len(alike) == 1 or first.place is None:
        return first.text(current())
    if first.code in _LISTED:
        wording, name, _ = _LISTED[first.code]
        headings = tuple(f"«{_text(problem.params[name])}»" for problem in alike)
        where = first.place._replace(column=0)
        return f"{where.text(current())}: {say(wording, current(), headings=headings)} [{first.code}]"
    places = _places([problem.place for problem in alike[1:] if problem.place])
    also = say("also-there", current(), count=len(alike) - 1, places=places)
    return f"{first.place.text(current())}: {first.sentence(current())} {also} [{first.code}]"


def _text(named: object) -> str:
    return in_language(cast(Text, named), current()) if isinstance(named, dict) else str(named)


def _places(places: Sequence[Place]) -> tuple[str, ...]:
    """Names of places: ranges of row numbers, or JSON records."""
    if places[0].path:
        named = [place.path.partition(".")[0] for place in places]
    else:
        rows = sorted({place.row for place in places})
        runs = [list(run) for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0])]
        ends = [(run[0][1], run[-1][1]) for run in runs]
        named = [f"{first}\u2013{last}" if last > first else str(first) for first, last in ends]
        named[0] = f"{say('row', current())} {named[0]}"
    return (*named[:_MOST_NAMED], *["..."] * (len(named) > _MOST_NAMED))
