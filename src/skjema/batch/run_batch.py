"""The making: files written record by record, each noted when it is there, so that a run can be taken up again."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice

from skjema.batch.executor import Executor
from skjema.batch.plan import Engine, Plan, RenderedRecord, render_staged
from skjema.batch.precheck import PrecheckReport
from skjema.batch.run_notes import RunNotes
from skjema.batch.target import Target
from skjema.errors import FileError, WorkerLostError
from skjema.output.folder import Folder
from skjema.output.previous import Outcome, Previous, Status
from skjema.problems import Place, Problem
from skjema.records.record import Record

_NO_MORE = ("disk-full", "archive-full")
"""Codes of what keeps any more files from being written."""
Progress = Callable[[int, int], None]
"""Called with how many records are done, and how many there are."""


@dataclass(slots=True, eq=False, repr=False)
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


def run(report: PrecheckReport, executor: Executor, target: Target, progress: Progress | None = None) -> Result:
    """Write the files of every record that can be printed, then the manifest.

    Raises:
        FileError: Files exist under names to be written, the folder can't be made, or the disk is full; the files
            written so far are whole.
        TemplateError: A template can't print a record; likewise.
        WorkerLostError: A worker was lost; likewise.
        KeyboardInterrupt: The files written so far are whole, and the manifest tells which.
    """
    if report.existing:
        raise FileError(Problem("files-exist", Place(target.folder.name), params={"count": report.existing}))
    current = _Run(report, target, progress)
    complete = False
    try:
        try:
            current.write(executor)
            complete = True
        finally:
            current.end(complete=complete)
    except (FileError, WorkerLostError) as error:
        raise target.explained(error) from None
    return current.result


def _pdf_maker(plan: Plan, folder: Folder) -> Callable[[Iterable[RenderedRecord]], Iterator[RenderedRecord]]:
    """What adds the PDFs to records whose Word files they are made of.

    Raises:
        ConverterError: No program that makes them is there.
    """
    from skjema.batch.from_word import with_pdfs  # only where the definition says so
    from skjema.convert.find import find_converter

    converter = find_converter()
    return lambda records: with_pdfs(records, plan.formats, folder, converter)


class _Run:
    """One run under way."""

    def __init__(self, report: PrecheckReport, target: Target, progress: Progress | None) -> None:
        plan, earlier = report.plan, target.previous or Previous.overwritten(target.folder)
        self._report, self._target, self._progress = report, target, progress
        self._notes = RunNotes(report, target.folder, target.previous, earlier, plan.today)
        self._manifest = self._notes.manifest
        self._waiting: dict[int, Outcome] = {}
        self.result = Result()

    def _to_render(self) -> Iterator[Record]:
        """The records that must be rendered; what becomes of the others waits for its turn to be noted."""
        known, failed = self._target.previous, self._report.failed
        previous = known if self._target.keeps else None
        for record in self._report.records:
            outcome = self._notes.outcome(record)
            earlier = previous.kept(outcome) if previous else None
            if record.number in failed:
                # what an earlier run has made of it is still there, and no run's to delete
                made = known.outcomes.get(record.document) if known else None
                files = made.files if made else ()
                self._waiting[record.number] = outcome._replace(codes=failed[record.number], files=files)
            elif earlier:
                self._waiting[record.number] = earlier
            else:
                self._waiting[record.number] = outcome
                yield record

    def write(self, executor: Executor) -> None:
        """Write and note each record that is rendered, and note the others in their place among them."""
        records, plan, folder = self._to_render(), self._report.plan, self._target.folder
        converts = plan.form.pdf == "from-word" and "pdf" in plan.formats
        finish = _pdf_maker(plan, folder) if converts else None
        # a template's faults are told before anything is there
        first = list(executor.results(plan, Engine.render_all, islice(records, 1)))
        folder.make()
        self._manifest.begin(alone=not (self._target.overwrite or self._target.previous))
        with folder.staging() if executor.shares_disk and finish is None else nullcontext() as staging:
            work = Engine.render_all if staging is None else partial(render_staged, staging)
            results = chain(first, executor.results(plan, work, records))
            for rendered in finish(results) if finish else results:
                self._note_others(before=rendered.number)
                outcome = self._written(rendered, self._waiting.pop(rendered.number))
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
            self._progress(self.result.records, self._report.taken)

    def _written(self, rendered: RenderedRecord, outcome: Outcome) -> Outcome:
        codes, files = rendered.codes, list[str]()
        if rendered.failed:
            self.result.problems.extend(rendered.failed)
            return outcome._replace(codes=codes + tuple(one.code for one in rendered.failed))
        self._manifest.invalidate_earlier(outcome.number, [name for name, _ in rendered.files])
        for name, content in rendered.files:
            try:
                self._target.write(name, content)
            except FileError as error:
                if error.problems[0].code in _NO_MORE:
                    raise
                self.result.problems.extend(error.problems)
                codes += tuple(one.code for one in error.problems)
                return outcome._replace(files=tuple(files), codes=codes)
            files.append(name)
        status: Status = "warning" if rendered.number in self._report.warned else "written"
        papers = self._notes.papers(outcome.number, rendered.layout)
        return outcome._replace(status=status, files=tuple(files), codes=codes, papers=papers)

    def end(self, *, complete: bool) -> None:
        """Let everything last, and write the manifest."""
        self._target.folder.sync_to_disk()
        self._notes.end(complete=complete)
        if complete:
            self.result.left = tuple(sorted(self._manifest.left))
        self._target.folder.close(complete=complete)
