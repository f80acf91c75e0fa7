"""The check of all records before the first file is written."""

import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from skjema.batch.executor import Executor
from skjema.batch.identity import Change, Identities
from skjema.batch.plan import HELD, Engine, Inspection, Plan, grave_codes
from skjema.batch.target import Target
from skjema.output.previous import MANIFEST, Previous
from skjema.problems import Place, Problem, sort_problems
from skjema.records.input import Input
from skjema.records.record import Record
from skjema.records.record_rows import HiddenRows
from skjema.validation.check import RecordChecker
from skjema.validation.name_orders import NameOrders
from skjema.validation.near_values import NearValues
from skjema.validation.repeats import Repeats

_PACKED = 64
"""Records that are packed together."""


class Job(NamedTuple):
    """What is to be made of which data.

    Attributes:
        rows: Numbers of the records to take; None for all.
        since: What an earlier run made, where only records are to be taken that are new or changed since then.
        contents: The files, where they are not on the disk.
    """

    plan: Plan
    files: Sequence[Path]
    hidden: HiddenRows = "ask"
    rows: tuple[range, ...] | None = None
    since: Previous | None = None
    contents: Mapping[Path, bytes] | None = None

    def input(self) -> Input:
        """The data.

        Raises:
            FileError, InputError: A file can't be read at all.
        """
        return Input(self.plan.form, self.files, self.hidden, self.contents)

    def takes(self, number: int) -> bool:
        """Whether the record with this number is one of those to take."""
        return self.rows is None or any(number in one for one in self.rows)

    def records(self, data: Input) -> Iterator[Record]:
        """Every record to take."""
        return (record for record in data if self.takes(record.number))


class HeldRecords:
    """The records of a run as they were read, to be gone through again: what is made is what was checked.

    Those of an ordinary run are held as they are, what comes after them packed, in a thirtieth of the room.
    """

    def __init__(self) -> None:
        self._first: list[Record] = []
        self._last: list[Record] = []
        self._packed: list[bytes] = []

    def holding(self, records: Iterable[Record]) -> Iterator[Record]:
        """The same records, each of which is held before it is passed on."""
        for record in records:
            if len(self._first) < HELD:
                self._first.append(record)
            else:
                self._last.append(record)
                if len(self._last) == _PACKED:
                    self._packed.append(zlib.compress(pickle.dumps(self._last, pickle.HIGHEST_PROTOCOL), 1))
                    self._last = []
            yield record

    def __iter__(self) -> Iterator[Record]:
        yield from self._first
        for packed in self._packed:
            yield from pickle.loads(zlib.decompress(packed))  # noqa: S301 - our own, and it never left this process
        yield from self._last


@dataclass(slots=True, eq=False, repr=False)
class PrecheckReport:
    """What the check of all records showed.

    Attributes:
        job: What was checked, its plan as it is sent to those who do the work.
        contents: The files as they were read, whatever becomes of them on the disk.
        records: The records that were taken, as they were read.
        problems: Of the files, then of each record in order, then what showed at the end; each place only once.
        failed: Number of each record that can't be printed, and the codes of its problems.
        warned: Numbers of those that can, though somebody should look at them.
        is_blocked: Whether something is wrong with the files themselves.
        taken: How many records are to be printed.
        existing: How many files there are already under the names of files to be written.
        keys: A digest of whom each record concerns, by its number; None where its key is missing.
        identities: Which records of an earlier run they are, where there is one to be gone by.
        changes: How each record that is taken differs from that run, by its number.
        unchanged: How many records weren't taken since they are as they were.
        asked: How many rows are hidden or struck out where nobody has said what to do with them.
    """

    job: Job
    contents: Mapping[Path, bytes] = field(default_factory=dict, repr=False)
    records: HeldRecords = field(default_factory=HeldRecords, repr=False)
    problems: list[Problem] = field(default_factory=list)
    failed: dict[int, tuple[str, ...]] = field(default_factory=dict)
    warned: set[int] = field(default_factory=set)
    taken: int = 0
    is_blocked: bool = False
    existing: int = 0
    keys: dict[int, bytes | None] = field(default_factory=dict)
    identities: Identities | None = None
    changes: dict[int, Change] = field(default_factory=dict)
    unchanged: int = 0
    asked: int = 0

    @property
    def plan(self) -> Plan:
        return self.job.plan

    def prevents(self, *, partial: bool) -> bool:
        """Whether nothing is to be written; with `partial`, what is sound would be."""
        return (
            self.is_blocked
            or (len(self.failed) == self.taken and not self.unchanged)
            or (bool(self.failed) and not partial)
        )


def precheck(
    job: Job,
    executor: Executor,
    target: Target | None = None,
    progress: Callable[[int], None] | None = None,
    ask_hidden: Callable[[int], HiddenRows] | None = None,
) -> PrecheckReport:
    """Check every record, as all formats would print it.

    Args:
        target: Where the files are to be written, to find names that are taken.
        progress: Called with how many records have been checked.
        ask_hidden: Called with how many rows are hidden where nobody has said what to do with them; says it.

    Raises:
        FileError, InputError: A file can't be read at all.
    """
    report = _precheck(job, executor, target, progress)
    if not report.asked or ask_hidden is None or (answer := ask_hidden(report.asked)) == "ask":
        return report
    return _precheck(job._replace(hidden=answer), executor, target, progress)


def _precheck(
    job: Job, executor: Executor, target: Target | None, progress: Callable[[int], None] | None
) -> PrecheckReport:
    data = job.input()
    current = _Precheck(job._replace(plan=job.plan.ready(data.missing_columns)), target)
    report = current.report
    report.contents = data.contents
    current.add(data.problems, of_files=True)
    current.add(report.plan.warnings(), of_files=True)
    records = current.noted(current.identified(job.records(data), data))
    for inspection in executor.results(report.plan, Engine.inspect_all, report.records.holding(records)):
        current.take(inspection)
        if progress:
            progress(report.taken)
    current.finish()
    report.asked = data.asked
    current.add([one for one in data.late_problems if not current.is_told(one)], of_files=True)
    for number in sorted(rows[-1] for rows in job.rows or () if rows[-1] > data.count):
        params: dict[str, object] = {"number": number, "count": data.count}
        current.add([Problem("row-number", params=params)], of_files=True)
    return report


class _Precheck:
    """A check of all records under way."""

    def __init__(self, job: Job, target: Target | None) -> None:
        self._plan = job.plan
        self._suffixes = [f".{one}" for one in job.plan.formats]
        self._taken = target.names() if target else frozenset()
        self.report = PrecheckReport(job, existing=int(MANIFEST in self._taken))
        self._repeats = Repeats(job.plan.form)
        self._near_values = NearValues(job.plan.form)
        self._name_orders = NameOrders(job.plan.form)
        self._said: set[tuple[str, Place, str]] = set()
        self._previous = job.since or (target.previous if target else None)
        self._owners = target.owners if target else {}
        self._names: dict[str, int] = {}

    def identified(self, records: Iterable[Record], data: Input) -> Iterator[Record]:
        """The records with the numbers of their documents; with `since`, only those that are new or changed."""
        report, form = self.report, self.report.plan.form
        if self._previous is None or not self._previous.outcomes:
            yield from records
            return
        checker = RecordChecker(form, self._plan.today, frozenset(data.missing_columns))
        everyone = Input(form, report.job.files, "use", data.contents)
        report.identities = identities = Identities(form, self._previous, checker, everyone)
        for record in records:
            identities.assign(record)
            change = identities.change(form, record)
            if change is not None:
                report.changes[record.number] = change
            elif report.job.since is not None:
                report.unchanged += 1
                continue
            yield record

    def noted(self, records: Iterable[Record]) -> Iterator[Record]:
        for record in records:
            if not record.is_again:
                self._near_values.note(record)
                self._name_orders.note(record)
            yield record

    def take(self, inspection: Inspection) -> None:
        self._repeats.note(inspection.number, inspection.key)
        self.report.keys[inspection.number] = inspection.key
        problems = sort_problems(inspection.problems)
        report = self.report
        report.taken += 1
        codes = grave_codes(problems)
        if self.add(problems):
            report.failed[inspection.number] = codes
        elif codes:
            report.warned.add(inspection.number)
        self._name(inspection)

    def is_told(self, problem: Problem) -> bool:
        """Whether cells are merged of a row that is told of as a title or a remark between the others."""
        alone = (one.place for one in self.report.problems if one.code == "row-alone")
        return problem.code == "cells-merged" and problem.place in alone

    def finish(self) -> None:
        """Tell of records that come twice, when all have been taken."""
        for number, problem in self._repeats.problems(self.report.records):
            if self.add([problem]):
                self.report.failed[number] = (*self.report.failed.get(number, ()), problem.code)
            elif number not in self.report.failed:
                self.report.warned.add(number)
        self.add([*self._name_orders.problems(), *self._near_values.problems()])
        taken = {record.document: record.number for record in self.report.records} if self._owners else {}
        for file, document in self._owners.items():
            if file.casefold() in self._names and document not in taken:
                self._collide(self._names[file.casefold()], document)

    def _name(self, inspection: Inspection) -> None:
        """Count files that exist, and find two records of one name to a file system that knows no case."""
        files = [f"{inspection.name}{suffix}" for suffix in self._suffixes]
        self.report.existing += sum(file in self._taken for file in files)
        if self._plan.pattern is not None:
            others = {self._names.setdefault(file.casefold(), inspection.number) for file in files}
            if others := others - {inspection.number}:
                self._collide(inspection.number, min(others))

    def _collide(self, number: int, other: int) -> None:
        self.add([Problem("names-collide", params={"number": number, "other": other})], of_files=True)

    def add(self, problems: Sequence[Problem], *, of_files: bool = False) -> bool:
        """Keep the problems; whether they keep what they concern from being printed.

        What several records share, such as a cell of the common sheet, is said once.
        """
        for problem in problems:
            said = problem.place and (problem.code, problem.place, str(problem.params.get("label")))
            if said not in self._said:
                self.report.problems.append(self._plan.weighed(problem))
                if said is not None:
                    self._said.add(said)
        blocking = any(map(self._plan.is_blocking, problems))
        self.report.is_blocked |= of_files and blocking
        return blocking
