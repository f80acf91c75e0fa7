"""The making: files written record by record, each noted when it is there, so that a run can be taken up again."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import NamedTuple

from skjema import __version__
from skjema.batch.plan import Engine, Made
from skjema.batch.precheck import Job, Survey, records_of
from skjema.batch.workers import Doers, Workers
from skjema.disk_cache import blake2b
from skjema.errors import FileError
from skjema.output.folder import Folder
from skjema.output.manifest import Manifest, Outcome, Previous, Status
from skjema.problems import Problem, Severity
from skjema.records.record import Record
from skjema.wording import message_language
from skjema.wording.messages import say

_NO_MORE = ("disk-full", "archive-full")
"""Codes of what keeps any more files from being written."""
Progress = Callable[[int, int], None]
"""Called with how many records are done, and how many there are."""


class Target(NamedTuple):
    """Where the files of a run go.

    Attributes:
        overwrite: Whether files that exist may be replaced.
        previous: What an earlier run into the same folder made, where it is to be taken up again.
    """

    folder: Folder
    overwrite: bool = False
    previous: Previous | None = None

    def write(self, name: str, content: bytes) -> None:
        """Write a file; one that is there is left alone, unless it was to be overwritten or an earlier run made it.

        Raises:
            FileError: It exists with another content, or can't be written.
        """
        replaces = self.overwrite or (self.previous is not None and name in self.previous.files)
        try:
            self.folder.write(name, content, overwrite=replaces)
        except FileError as error:
            if self.previous is None or error.problems[0].code != "file-exists" or not self._holds(name, content):
                raise

    def _holds(self, name: str, content: bytes) -> bool:
        """Whether a file holds just this: a run that was killed had written it, and had not come to note it."""
        try:
            return self.folder.read(name) == content
        except OSError:
            return False

    def claimed(self, job: Job) -> dict[str, int]:
        """Files that belong to records of the earlier run which this one doesn't take, and their numbers."""
        owners = self.previous.owners if self.previous else {}
        return {file: number for file, number in owners.items() if not job.takes(number)}


@dataclass(slots=True)
class Result:
    """What became of a run.

    Attributes:
        files: How many files were written; those of records that are kept are not.
        kept: How many records were left as an earlier run had made them.
        left: Files of the earlier run that no record makes any more.
        problems: What showed while files were written.
    """

    records: int = 0
    files: int = 0
    failed: int = 0
    kept: int = 0
    left: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)


def run(job: Job, found: Survey, doers: Doers, target: Target, progress: Progress | None = None) -> Result:
    """Write the files of every record that can be printed, then the manifest.

    Raises:
        FileError: The folder can't be made, or the disk is full; the files written so far are whole.
        TemplateError: A template can't print a record; likewise.
        WorkError: A worker was lost; likewise.
        KeyboardInterrupt: The files written so far are whole, and the manifest tells which.
    """
    current = _Run(job, found, target, progress)
    complete = False
    try:
        with closing(records_of(job, found)) as records:
            current.write(Workers(found.plan, doers).results(Engine.make, current.to_make(records)))
        complete = True
    finally:
        current.end(complete=complete)
    return current.result


class _Run:
    """One run under way."""

    def __init__(self, job: Job, found: Survey, target: Target, progress: Progress | None) -> None:
        plan, earlier = found.plan, target.previous or Previous.overwritten(target.folder)
        self._job, self._found, self._target, self._progress = job, found, target, progress
        self._language = message_language(plan.language)
        self._manifest = Manifest(plan.form, plan.language, plan.today, target.folder, earlier)
        self._settings = repr((__version__, plan.printing)).encode()
        self._waiting: dict[int, Outcome] = {}
        self.result = Result()

    def to_make(self, records: Iterator[Record]) -> Iterator[Record]:
        """The records that must be made; what becomes of the others waits for its turn to be noted."""
        previous, failed = self._target.previous, self._found.failed
        for record in records:
            outcome = Outcome(record.number, self._place(record), "failed", row=self._hash(record))
            earlier = previous.kept(outcome) if previous else None
            if record.number in failed:
                self._waiting[record.number] = outcome._replace(codes=failed[record.number])
            elif earlier:
                self._waiting[record.number] = earlier
            else:
                self._waiting[record.number] = outcome
                yield record

    def _place(self, record: Record) -> str:
        """Where a record stands, without the title of its sheet, which may be somebody's name."""
        place = record.placing.place()
        if not place.sheet:
            return place.text(self._language)
        return f"{place.file}: {say('place-row', self._language, row=place.row)}"

    def write(self, made: Iterator[Made]) -> None:
        """Write and note each record that was made, and note the others in their place among them."""
        first = list(islice(made, 1))  # a template's faults are told before anything is there
        self._target.folder.make()
        self._manifest.begin(alone=not (self._target.overwrite or self._target.previous))
        for one in chain(first, made):
            self._note_others(before=one.number)
            outcome = self._written(one, self._waiting.pop(one.number))
            self.result.files += len(outcome.files)
            self._note(outcome)
        self._note_others()

    def _note_others(self, before: int | None = None) -> None:
        while self._waiting and (number := next(iter(self._waiting))) != before:
            outcome = self._waiting.pop(number)
            self.result.kept += outcome.status != "failed"
            self._note(outcome)

    def _note(self, outcome: Outcome) -> None:
        self.result.records += 1
        self.result.failed += outcome.status == "failed"
        self._manifest.add(outcome)
        if self._progress:
            self._progress(self.result.records, self._found.taken)

    def _written(self, made: Made, outcome: Outcome) -> Outcome:
        codes = tuple(dict.fromkeys(one.code for one in made.problems if one.severity is not Severity.NOTE))
        files: list[str] = []
        if made.failed:
            self.result.problems.extend(made.failed)
            return outcome._replace(codes=codes + tuple(one.code for one in made.failed))
        self._manifest.invalidate_earlier(made.number, [name for name, _ in made.files])
        for name, content in made.files:
            try:
                self._target.write(name, content)
            except FileError as error:
                if error.problems[0].code in _NO_MORE:
                    raise
                self.result.problems.extend(error.problems)
                codes += tuple(one.code for one in error.problems)
                return outcome._replace(files=tuple(files), codes=codes)
            files.append(name)
        status: Status = "warning" if made.number in self._found.warned else "written"
        return outcome._replace(status=status, files=tuple(files), codes=codes)

    def _hash(self, record: Record) -> str:
        """Equal for a record that would be printed alike; it tells nothing to whoever lacks the folder's key."""
        written = repr((sorted(map(repr, record.cells.items())), record.rows)).encode()
        return blake2b(self._settings + written, key=self._manifest.key, digest_size=12).hexdigest()

    def end(self, *, complete: bool) -> None:
        """Let everything last, and write the manifest."""
        self._target.folder.sync_to_disk()
        self._manifest.keep_untaken(self._job.takes if complete else lambda _: False)
        self.result.left = tuple(sorted(self._manifest.left)) if complete else ()
        self._manifest.end(complete=complete)
        self._target.folder.close(complete=complete)
