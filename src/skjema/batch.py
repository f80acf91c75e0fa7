"""One run: every record looked at before the first file is written, then written one by one."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from skjema.definition.model import Form
from skjema.errors import FileError
from skjema.output.manifest import MANIFEST, Manifest, Outcome
from skjema.output.names import Namer, collisions
from skjema.output.write import make_folder, settle, write_file
from skjema.problems import Problem, Severity
from skjema.records.read import HiddenRows, Input
from skjema.validation.check import Checked, Checker
from skjema.wording import Language

INCOMPLETE = frozenset({"required-empty", "column-missing", "common-missing", "group-too-few"})
"""What a draft may lack."""

Progress = Callable[[int, int], None]
"""Called with how many records are done, and how many there are."""


class Renderer(Protocol):
    """Makes the files of one format."""

    suffix: str

    def problems(self, checked: Checked) -> Iterator[Problem]: ...

    def render(self, checked: Checked) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be made of which data.

    Attributes:
        rows: Numbers of the records to take; None for all.
        draft: Whether records may be incomplete, and say so.
        today: The run's date.
    """

    form: Form
    language: Language
    files: Sequence[Path]
    today: date
    hidden: HiddenRows = "ask"
    rows: frozenset[int] | None = None
    draft: bool = False

    def records(self, data: Input) -> Iterator[Checked]:
        """Every record to take, checked."""
        checker = Checker(self.form, self.today, frozenset(data.absent))
        for record in data:
            checked = checker.check(record)
            if self.rows is None or record.number in self.rows:
                yield checked


@dataclass(frozen=True, slots=True)
class Target:
    """Where the files of a run go, and what they are called."""

    folder: Path
    name_of: Namer
    overwrite: bool = False

    def holds(self, file: str) -> bool:
        """Whether `file` is there already and must be left alone."""
        return not self.overwrite and os.path.lexists(self.folder / file)


@dataclass(slots=True)
class Survey:
    """What a first look at all records showed.

    Attributes:
        problems: Of the files, then of each record in order, then what showed at the end.
        failed: Numbers of the records that can't be printed.
        warned: Numbers of those that can, though somebody should look at them.
        is_blocked: Whether something is wrong with the files themselves.
        seen: How many records there are, taken or not.
        existing: How many files there are already under the names of files to be written.
    """

    problems: list[Problem] = field(default_factory=list)
    failed: set[int] = field(default_factory=set)
    warned: set[int] = field(default_factory=set)
    taken: int = 0
    seen: int = 0
    is_blocked: bool = False
    existing: int = 0


def survey(job: Job, renderers: Sequence[Renderer], target: Target | None = None) -> Survey:
    """Look at every record, as all formats would print it.

    Args:
        target: Where the files are to be written, to find names that are taken.
    """
    found = Survey(existing=int(target is not None and target.holds(MANIFEST)))
    names: list[tuple[int, str]] = []
    with Input(job.form, job.files, job.hidden) as data:
        _add(found, job, data.problems, of_files=True)
        for checked in job.records(data):
            problems = checked.problems + [one for renderer in renderers for one in renderer.problems(checked)]
            number = checked.record.number
            found.taken += 1
            if _add(found, job, problems):
                found.failed.add(number)
            elif any(problem.severity is not Severity.NOTE for problem in problems):
                found.warned.add(number)
            if target:
                names.append((number, target.name_of(checked)))
                found.existing += sum(target.holds(f"{names[-1][1]}{renderer.suffix}") for renderer in renderers)
        _add(found, job, data.late, of_files=True)
        found.seen = data.count
    for number, other in collisions(iter(names)):
        _add(found, job, [Problem("names-collide", gaps={"number": number, "other": other})], of_files=True)
    for number in sorted((job.rows or frozenset()) - frozenset(range(1, found.seen + 1))):
        gaps: dict[str, object] = {"number": number, "count": found.seen}
        _add(found, job, [Problem("row-number", gaps=gaps)], of_files=True)
    return found


def _add(found: Survey, job: Job, problems: Sequence[Problem], *, of_files: bool = False) -> bool:
    """Keep the problems; whether they keep what they concern from being printed."""
    found.problems.extend(problems)
    errors = [one for one in problems if one.severity is Severity.ERROR]
    blocking = [one for one in errors if not (job.draft and one.code in INCOMPLETE)]
    if of_files and blocking:
        found.is_blocked = True
    return bool(blocking)


def run(
    job: Job, found: Survey, renderers: Sequence[Renderer], target: Target, progress: Progress | None = None
) -> Manifest:
    """Write the files of every record that can be printed, then the manifest.

    Raises:
        FileError: The folder can't be made, or the disk is full; the files written so far are whole.
        KeyboardInterrupt: The files written so far are whole, and the manifest tells which.
    """
    make_folder(target.folder)
    manifest = Manifest(job.form, job.language, job.today)
    try:
        with Input(job.form, job.files, job.hidden) as data:
            for at, checked in enumerate(job.records(data), start=1):
                manifest.outcomes.append(_outcome(job, found, renderers, target, checked))
                if progress:
                    progress(at, found.taken)
    finally:
        settle()
        manifest.write(target.folder, overwrite=target.overwrite)
    return manifest


def _outcome(job: Job, found: Survey, renderers: Sequence[Renderer], target: Target, checked: Checked) -> Outcome:
    number = checked.record.number
    place = checked.record.placing.place().text(job.language)
    codes = tuple(dict.fromkeys(one.code for one in checked.problems if one.severity is not Severity.NOTE))
    if number in found.failed:
        return Outcome(number, place, "failed", codes=codes)
    files: list[str] = []
    for renderer in renderers:
        file = f"{target.name_of(checked)}{renderer.suffix}"
        try:
            write_file(target.folder / file, renderer.render(checked), overwrite=target.overwrite)
        except FileError as error:
            if error.problems[0].code == "disk-full":
                raise
            found.problems.extend(error.problems)
            found.failed.add(number)
            codes += tuple(one.code for one in error.problems)
            return Outcome(number, place, "failed", tuple(files), codes)
        files.append(file)
    return Outcome(number, place, "warning" if number in found.warned else "written", tuple(files), codes)
