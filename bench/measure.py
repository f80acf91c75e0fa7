"""Contestants raced: each in a process of its own, in turn, round after round, its result looked at before its time."""

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any, Literal

HERE = Path(__file__).resolve().parent
WORK = HERE / ".work"
RUNS = WORK / "runs"
"""Where contestants write, each run into a folder of its own."""
QUICK, OFTEN = 2.0, 3
"""Who takes less than so many seconds, runs so often in each round: chance weighs most on the quick."""
SAMPLE = 20
"""Documents of each contestant whose content is looked at."""

_numbers = count(1)

Role = Literal["ours", "peer", "floor"]
Progress = Callable[[str], None]
Command = Callable[[Path, int], Sequence[str | Path]]
"""From the folder to write to and the number of documents to a command."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How much is to be measured.

    Attributes:
        rounds: Of each race.
        curve: Whether the cost curve goes up to 50 000 records.
    """

    rounds: int
    curve: bool
    progress: Progress


@dataclass(frozen=True, slots=True)
class Report:
    """One run of one contestant.

    Attributes:
        wall: Seconds from its start to its end.
        cpu: Seconds its processes computed.
        rss: Kilobytes of memory at most.
        loop: Seconds the documents took, where the contestant tells; without start, imports and reading of the data.
        idle: Seconds of preparation that are no part of its work.
        said: What else it told.
    """

    wall: float
    cpu: float
    rss: int
    loop: float | None = None
    idle: float = 0.0
    said: Mapping[str, Any] = field(default_factory=dict)


Check = Callable[[Path, Report, int], str]
"""From the folder of the output, the report and the number of documents to what is wrong, or "" if nothing is."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """Someone who does the work.

    Attributes:
        documents: How many it makes in a run.
        check: What is wrong with its output.
        absent: Why it can't be run, or "".
        ok: Exit codes that mean that the work is done.
    """

    name: str
    role: Role
    command: Command
    documents: int
    check: Check
    note: str = ""
    absent: str = ""
    ok: frozenset[int] = frozenset({0})


@dataclass(frozen=True, slots=True)
class Result:
    """All runs of one contestant.

    Attributes:
        fault: Why it has no time: not run, or wrong output.
    """

    name: str
    role: Role
    documents: int
    runs: tuple[Report, ...]
    note: str = ""
    fault: str = ""

    def walls(self) -> list[float]:
        return [run.wall - run.idle for run in self.runs]

    @property
    def wall(self) -> float:
        """Seconds of the whole process, the median of all rounds."""
        return statistics.median(self.walls())

    @property
    def memory(self) -> float:
        """Megabytes at most, in any round."""
        return max(run.rss for run in self.runs) / 1024

    def each(self, documents: int) -> list[float]:
        """Milliseconds of the whole process per document in each round.

        Where it made fewer documents than `documents`, its start is spread over as many as the others made.
        """
        return [1000 * _each(run, self.documents, documents) for run in self.runs]

    @property
    def loop(self) -> float | None:
        """Milliseconds per document without start, imports and reading of the data; the median."""
        loops = [run.loop for run in self.runs if run.loop is not None]
        return 1000 * statistics.median(loops) / self.documents if loops else None

    def as_data(self) -> dict[str, Any]:
        return asdict(self)


def _each(run: Report, made: int, documents: int) -> float:
    whole = run.wall - run.idle
    if run.loop is None or made == documents:
        return whole / made
    return (whole - run.loop) / documents + run.loop / made


def race(title: str, contestants: Sequence[Contestant], settings: Settings, rounds: int = 0) -> list[Result]:
    """The results of all contestants, run in turn in each round, after a small run whose output is looked at.

    Args:
        rounds: Other than the settings say.
    """
    rounds = rounds or settings.rounds
    faults = {one.name: one.absent or _rehearsal(title, one, settings.progress) for one in contestants}
    reports: dict[str, list[Report]] = {one.name: [] for one in contestants}
    for number in range(1, rounds + 1):
        for one in contestants:
            if not faults[one.name]:
                settings.progress(f"{title}: round {number} of {rounds}: {one.name}")
                reports[one.name] += _round(one, number, faults)
    return [
        Result(one.name, one.role, one.documents, tuple(reports[one.name]), one.note, faults[one.name])
        for one in contestants
    ]


def _round(one: Contestant, number: int, faults: dict[str, str]) -> list[Report]:
    report, faults[one.name] = run(one, one.documents, checked=number == 1)
    more = OFTEN - 1 if report.wall < QUICK and not faults[one.name] else 0
    return [report, *(run(one, one.documents, checked=False)[0] for _ in range(more))]


def _rehearsal(title: str, one: Contestant, progress: Progress) -> str:
    """What is wrong with its first documents; it also brings its files into the system's memory."""
    progress(f"{title}: looking at the output of {one.name}")
    return run(one, min(SAMPLE, one.documents), checked=True)[1]


def run(one: Contestant, documents: int, *, checked: bool) -> tuple[Report, str]:
    """One run into a fresh folder, and what is wrong with it."""
    folder = RUNS / str(next(_numbers))
    out = folder / "out"
    out.mkdir(parents=True)
    command = one.command(out, documents)
    report, code = _launched(command, folder)
    if code not in one.ok:
        fault = f"exit code {code}: {_last_line(folder / 'stderr')}"
    else:
        fault = _checked(one, out, report, documents) if checked else ""
    _let_go(out)
    return report, fault


def _let_go(folder: Path) -> None:
    """Have what was written reach the disk and leave the memory, so that nobody pays for what another left.

    In a virtual machine, memory that was never used before costs twice the time of memory that was.
    """
    os.sync()
    if hasattr(os, "posix_fadvise"):
        for path in folder.rglob("*"):
            if path.is_file():
                file = os.open(path, os.O_RDONLY)
                os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
                os.close(file)


def begin() -> None:
    """Make the folder that contestants write to.

    ext4 avoids the places of files deleted in the last minutes, and looks past each of them for every file made: a
    write took twenty times as long after an earlier run had been cleaned up. So nothing is deleted between runs, and
    `chattr +T` lets ext4 spread their folders over the disk, away from what was deleted before.
    """
    clean()
    RUNS.mkdir(parents=True)
    if shutil.which("chattr"):
        subprocess.run(["chattr", "+T", str(RUNS)], capture_output=True, check=False)


def clean() -> None:
    """Remove what the contestants wrote."""
    shutil.rmtree(RUNS, ignore_errors=True)


def _checked(one: Contestant, out: Path, report: Report, documents: int) -> str:
    try:
        return one.check(out, report, documents)
    except Exception as error:  # noqa: BLE001 - a file that any reader chokes on is wrong
        return f"unreadable: {type(error).__name__}: {error}"[:200]


def _launched(command: Sequence[str | Path], folder: Path) -> tuple[Report, int]:
    launcher = [sys.executable, "-I", "-S", str(HERE / "launch.py"), str(folder)]
    own = {"PYTHONPATH": str(HERE), "PYTHONWARNINGS": "ignore", "SKJEMA_CACHE": str(WORK / "cache")}
    environment = os.environ | own
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # each reads its own code as an installed program does
    done = subprocess.run(
        [*launcher, *map(str, command)], capture_output=True, check=True, text=True, env=environment, cwd=folder
    )
    told = json.loads(done.stdout)
    report = Report(told["wall"], told["cpu"], told["rss"])
    lines = (folder / "stdout").read_text("utf-8", "replace").splitlines()
    if lines and lines[-1].startswith("{"):
        said = json.loads(lines[-1])
        report = replace(report, loop=said.get("loop"), idle=said.get("idle", 0.0), said=said)
    return report, told["code"]


def _last_line(path: Path) -> str:
    lines = path.read_text("utf-8", "replace").strip().splitlines()
    return lines[-1][:200] if lines else ""


def spread(count: int) -> list[int]:
    """Numbers of the documents to look at among `count`, from the first to the last."""
    if count <= SAMPLE:
        return list(range(count))
    return sorted({round(at * (count - 1) / (SAMPLE - 1)) for at in range(SAMPLE)})
