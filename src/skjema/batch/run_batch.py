"""The making: files written record by record, each noted when it is there, so that a run can be taken up again."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice

from skjema import __version__
from skjema.batch.executor import Executor
from skjema.batch.identity import RecordHashes, Tokens
from skjema.batch.plan import Engine, Plan, RenderedRecord, render_staged
from skjema.batch.precheck import PrecheckReport
from skjema.batch.target import Target
from skjema.errors import FileError, WorkerLostError
from skjema.output.folder import Folder
from skjema.output.manifest import Manifest, Outcome, Previous, Status
from skjema.problems import Place, Problem
from skjema.records.paper_layout import PaperLayout
from skjema.records.record import Record
from skjema.wording import message_language
from skjema.wording.messages import say

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
        WorkError: A worker was lost; likewise.
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
        self._tokens = Tokens(earlier.key)
        self._report, self._target, self._progress = report, target, progress
        self._language = message_language(plan.language)
        self._manifest = Manifest(plan.form, plan.language, plan.today, target.folder, earlier)
        self._hashes = RecordHashes(plan.form, self._manifest.key, repr((__version__, plan.printing)).encode())
        self._waiting: dict[int, Outcome] = {}
        self.result = Result()

    def _to_render(self) -> Iterator[Record]:
        """The records that must be rendered; what becomes of the others waits for its turn to be noted."""
        known, failed = self._target.previous, self._report.failed
        previous = known if self._target.keeps else None
        for record in self._report.records:
            row = token = fields = ""
            if self._target.folder.can_be_resumed:  # else nobody keeps the key that would tell what they say
                row, fields = self._hashes.of(record)
                token = record.token = self._token(record)
            outcome = Outcome(record.document, self._place(record), "failed", row=row, key=token, fields=fields)
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

    def _token(self, record: Record) -> str:
        identities = self._report.identities
        if identities is not None and self._target.previous is not None:
            return identities.token(record)
        return self._tokens.token(self._report.keys[record.number])

    def _place(self, record: Record) -> str:
        """Where a record stands, without the title of its sheet, which may be somebody's name."""
        place = record.places.place()
        if not place.sheet:
            return place.text(self._language)
        return f"{place.file}: {say('place-row', self._language, row=place.row)}"

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
        papers = self._papers(outcome.number, rendered.layout)
        return outcome._replace(status=status, files=tuple(files), codes=codes, papers=papers)

    def _papers(self, document: int, layout: PaperLayout | None) -> tuple[str, ...]:
        """What the papers are called that a record has, those of earlier runs first: any of them may come back."""
        known = self._target.previous
        earlier = known.outcomes.get(document) if known else None
        papers = earlier.papers if earlier else ()
        if layout is None or not self._target.folder.can_be_resumed:
            return papers
        self._manifest.note_paper(layout)
        return (*papers, layout.token) if layout.token not in papers else papers

    def end(self, *, complete: bool) -> None:
        """Let everything last, and write the manifest."""
        self._target.folder.sync_to_disk()
        identities = self._report.identities if self._target.previous else None
        gone = {one.number for one in identities.gone} if identities else set[int]()
        self._manifest.keep_untaken(lambda outcome: outcome.number in gone)
        if complete:
            self.result.left = tuple(sorted(self._manifest.left))
        self._manifest.end(complete=complete)
        self._target.folder.close(complete=complete)
