"""Start: how long the commands take that do next to nothing."""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import ours
from measure import Contestant, Report, Result, Role, Settings, race
from section import Goal, Section, by_name, ratio

ROUNDS = 15
"""At least so many: a start is short, and chance weighs much on it."""

_HELP, _LIST, _PYTHON = "skjema --help", "skjema list", "floor: python -c pass"


def measure(settings: Settings) -> list[Section]:
    """The help and the list of forms, beside an empty Python."""
    rounds = max(ROUNDS, settings.rounds)
    results = race(
        "Start",
        [
            _contestant(_HELP, "ours", (ours.PROGRAM, "--help"), ("skjema", "fill", "check", "pack")),
            _contestant(_LIST, "ours", (ours.PROGRAM, "list"), (ours.CONSENT,)),
            _contestant(_PYTHON, "floor", (sys.executable, "-c", "pass"), ()),
        ],
        settings,
        rounds,
    )
    return [Section("Start", f"{rounds} rounds.", 1, results, _goals(results), "start")]


def _contestant(name: str, role: Role, command: Sequence[str | Path], words: Sequence[str]) -> Contestant:
    return Contestant(name, role, lambda _out, _count: command, 1, partial(_check, words))


def _check(words: Sequence[str], out: Path, _: Report, __: int) -> str:
    said = (out.parent / "stdout").read_text("utf-8")
    missing = [word for word in words if word not in said]
    return f"says nothing of {missing[0]}" if missing else ""


def _goals(results: Sequence[Result]) -> list[Goal]:
    timed = by_name(results)
    python = timed.get(_PYTHON)
    return [
        Goal(f"`{name}` takes, of `python -c pass`", 5, ratio(timed.get(name), python, 1), at_least=False)
        for name in (_HELP, _LIST)
    ]
