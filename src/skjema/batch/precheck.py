"""The look at all records before the first file is written."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from skjema.batch.plan import HELD, Engine, Looked, Plan
from skjema.batch.workers import Doers, Workers
from skjema.output.folder import Folder
from skjema.output.manifest import MANIFEST
from skjema.problems import Place, Problem, Severity, in_order
from skjema.records.input import HiddenRows, Input
from skjema.records.record import Record
from skjema.validation.checked import Repeats


class Job(NamedTuple):
    """What is to be made of which data.

    Attributes:
        rows: Numbers of the records to take; None for all.
    """

    plan: Plan
    files: Sequence[Path]
    hidden: HiddenRows = "ask"
    rows: tuple[range, ...] | None = None

    def input(self, contents: Mapping[Path, bytes] | None = None) -> Input:
        """The data.

        Args:
            contents: The files as they were read before; nothing is read again then.

        Raises:
            FileError, InputError: A file can't be read at all.
        """
        return Input(self.plan.form, self.files, self.hidden, contents)

    def takes(self, number: int) -> bool:
        """Whether the record with this number is one of those to take."""
        return self.rows is None or any(number in one for one in self.rows)

    def records(self, data: Input) -> Iterator[Record]:
        """Every record to take."""
        return (record for record in data if self.takes(record.number))


@dataclass(slots=True)
class Survey:
    """What a first look at all records showed.

    Attributes:
        plan: As it is sent to those who do the work.
        contents: The files as they were looked at, whatever becomes of them on the disk.
        records: The records that were taken, unless they are many; see `records_of`.
        problems: Of the files, then of each record in order, then what showed at the end; each place only once.
        failed: Number of each record that can't be printed, and the codes of its problems.
        warned: Numbers of those that can, though somebody should look at them.
        is_blocked: Whether something is wrong with the files themselves.
        taken: How many records are to be printed.
        existing: How many files there are already under the names of files to be written.
    """

    plan: Plan
    contents: Mapping[Path, bytes] = field(default_factory=dict, repr=False)
    records: list[Record] | None = field(default_factory=list, repr=False)
    problems: list[Problem] = field(default_factory=list)
    failed: dict[int, tuple[str, ...]] = field(default_factory=dict)
    warned: set[int] = field(default_factory=set)
    taken: int = 0
    is_blocked: bool = False
    existing: int = 0

    def prevents(self, *, partial: bool) -> bool:
        """Whether nothing is to be written; with `partial`, what is sound would be."""
        return self.is_blocked or len(self.failed) == self.taken or (bool(self.failed) and not partial)


def survey(
    job: Job,
    doers: Doers,
    folder: Folder | None = None,
    progress: Callable[[int], None] | None = None,
    claimed: Mapping[str, int] | None = None,
) -> Survey:
    """Look at every record, as all formats would print it.

    Args:
        folder: Where the files are to be written, to find names that are taken.
        claimed: Files that belong to records which aren't taken, and their numbers.
        progress: Called with how many records have been looked at.
    """
    data = job.input()
    current = _Surveyor(job.plan.ready(data.missing), folder, claimed or {})
    current.found.contents = data.contents
    current.add(data.problems, of_files=True)
    current.add(current.found.plan.doubts(), of_files=True)
    records = current.holding(job.records(data))
    for looked in Workers(current.found.plan, doers).results(Engine.look, records):
        current.take(looked)
        if progress:
            progress(current.found.taken)
    current.add(data.late, of_files=True)
    for number in sorted(one[-1] for one in job.rows or () if one[-1] > data.count):
        gaps: dict[str, object] = {"number": number, "count": data.count}
        current.add([Problem("row-number", gaps=gaps)], of_files=True)
    return current.found


def records_of(job: Job, found: Survey) -> Generator[Record, None, None]:
    """The records that were looked at, once more: as they were, or, where they are many, from the same bytes."""
    if found.records is not None:
        yield from found.records
    else:
        yield from job.records(job.input(found.contents))


class _Surveyor:
    def __init__(self, plan: Plan, folder: Folder | None, claimed: Mapping[str, int]) -> None:
        self._plan = plan
        self._suffixes = [f".{one}" for one in plan.formats]
        self._taken = folder.names() if folder else frozenset()
        self.found = Survey(plan, existing=int(MANIFEST in self._taken))
        self._repeats = Repeats()
        self._said: set[tuple[str, Place, str]] = set()
        self._names = {file.casefold(): number for file, number in claimed.items()}

    def holding(self, records: Iterable[Record]) -> Iterator[Record]:
        """The records, which are held as long as there aren't many."""
        for record in records:
            if self.found.records is not None:
                self.found.records.append(record)
                if len(self.found.records) > HELD:
                    self.found.records = None
            yield record

    def take(self, looked: Looked) -> None:
        repeated = self._repeats.problem(looked.number, looked.key, looked.place)
        problems = in_order([*looked.problems, *repeated])
        found = self.found
        found.taken += 1
        codes = tuple(dict.fromkeys(one.code for one in problems if one.severity is not Severity.NOTE))
        if self.add(problems):
            found.failed[looked.number] = codes
        elif codes:
            found.warned.add(looked.number)
        self._name(looked)

    def _name(self, looked: Looked) -> None:
        """Count files that exist, and find two records of one name to a file system that knows no case."""
        files = [f"{looked.name}{suffix}" for suffix in self._suffixes]
        self.found.existing += sum(file in self._taken for file in files)
        if self._plan.pattern is not None:
            others = {self._names.setdefault(file.casefold(), looked.number) for file in files} - {looked.number}
            if others:
                gaps: dict[str, object] = {"number": looked.number, "other": min(others)}
                self.add([Problem("names-collide", gaps=gaps)], of_files=True)

    def add(self, problems: Sequence[Problem], *, of_files: bool = False) -> bool:
        """Keep the problems; whether they keep what they concern from being printed.

        What several records share, such as a cell of the common sheet, is said once.
        """
        for problem in problems:
            said = problem.place and (problem.code, problem.place, str(problem.gaps.get("label")))
            if said not in self._said:
                self.found.problems.append(problem)
                if said is not None:
                    self._said.add(said)
        blocking = any(map(self._plan.stops, problems))
        self.found.is_blocked |= of_files and blocking
        return blocking
