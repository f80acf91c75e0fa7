"""Whether the benchmarks still run skjema: each of its contestants once, on a little work. `python bench/smoke.py`

Part of `.ci/run`. It measures nothing; what a change costs is asked of `run.py`. Exit code 1: one didn't do its work.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from measure import WORK, Contestant, Report, Result, Settings, begin, clean, run

PARTS = ("word", "one", "pdf", "pack", "reading", "start", "whole", "invitations")
FEW = 20
"""Documents or rows of each contestant, also of the parts that prepare many."""
_NO_TIME = Report(0.0, 0.0, 0)


def main() -> None:
    WORK.mkdir(exist_ok=True)
    faults = [fault for part in PARTS for fault in _faults(part)]
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    sys.exit(bool(faults))


def _faults(name: str) -> list[str]:
    part: Any = import_module(f"parts.{name}")
    results: list[Result] = []

    def race_of_ours(
        title: str, contestants: Sequence[Contestant], settings: Settings, rounds: int = 0
    ) -> list[Result]:
        raced = [_run_once(one) for one in contestants]
        results.extend(raced)
        return raced

    part.race = race_of_ours
    if hasattr(part, "DOCUMENTS"):
        part.DOCUMENTS = FEW
    begin()
    try:
        part.measure(Settings(1, curve=False, progress=_progress))
    finally:
        clean()
    ours = [one for one in results if one.role == "ours"]
    _progress(f"{name}: {len(ours)} of ours")
    return [f"{name}: {one.name}: {one.fault}" for one in ours if one.fault] or (
        [] if ours else [f"{name}: none of ours"]
    )


def _run_once(one: Contestant) -> Result:
    """A small run of one of ours, its output looked at; the others are passed by."""
    if one.role != "ours":
        return Result(one.name, one.role, one.documents, (_NO_TIME,), one.note, "not run: a smoke run")
    report, fault = run(one, min(FEW, one.documents), checked=True)
    return Result(one.name, one.role, one.documents, (report,), one.note, fault)


def _progress(what: str) -> None:
    sys.stderr.write(f"{what}\n")


if __name__ == "__main__":
    main()
