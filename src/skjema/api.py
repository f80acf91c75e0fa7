"""What a program asks of skjema, instead of the command line: values in, values and problems out.

Nothing here prints or ends the process. What is wrong with data comes back as `Problem` values, each with its place
and a sentence in three languages (`problem.text("nb")`); what keeps the work from going on is a `SkjemaError`, whose
`problems` say why. Paths are `pathlib.Path`; languages are `nb`, `nn` and `en`.

Importing this module loads next to nothing: each function loads what it needs.

Its functions may be called from any thread. Those that make or read pages wait for one another, since what sets and
draws pages works for one thread at a time; a `renderer` is for one thread.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from functools import wraps
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, ParamSpec, TypeVar

from skjema.batch.pack_layout import PackLayout
from skjema.batch.plan_defaults import make_plan, paper_language, today_here
from skjema.errors import (
    DefinitionError,
    FileError,
    InputError,
    SkjemaError,
    TemplateError,
    UsageError,
    WorkerLostError,
)
from skjema.problems import Place, Problem, Severity
from skjema.wording import Language, MessageLanguage

if TYPE_CHECKING:
    from datetime import date

    from skjema.batch.packed import Packed
    from skjema.batch.plan import Renderer
    from skjema.batch.precheck import PrecheckReport
    from skjema.batch.run_batch import Result
    from skjema.batch.scan import Counts
    from skjema.batch.status import Status
    from skjema.definition.catalogue import CatalogueEntry
    from skjema.definition.model import Form
    from skjema.draft.first_draft import Draft
    from skjema.records.record import Record
    from skjema.records.record_rows import HiddenRows
    from skjema.validation.checked import CheckedRecord
    from skjema.validation.replies import Collection

__all__ = [
    "CarriedSheet", "DefinitionError", "FileError", "InputError", "PackLayout", "Place", "Problem", "Severity",
    "SkjemaError", "TemplateError", "UsageError", "WorkerLostError", "answers_workbook", "blank_pdf", "carried_sheet",
    "check", "check_record", "checked_records", "collect", "draft", "fill", "list_forms", "load_form", "make_record",
    "pack", "read_records", "render", "renderer", "scan", "sheet", "status",
]  # fmt: skip

Format = Literal["docx", "pdf", "ics"]

_Params = ParamSpec("_Params")
_Returned = TypeVar("_Returned")
_PAGES_LOCK = RLock()


def _one_thread_at_a_time(function: Callable[_Params, _Returned]) -> Callable[_Params, _Returned]:
    """Make a function that sets or reads pages wait until no other thread is in one."""

    @wraps(function)
    def waiting(*args: _Params.args, **kwargs: _Params.kwargs) -> _Returned:
        with _PAGES_LOCK:
            return function(*args, **kwargs)

    return waiting


def list_forms(templates: Path | None = None) -> "list[CatalogueEntry]":
    """Every form there is, by id: `id`, `title` by language, `version`, `layout`, `languages`, `folder`.

    Args:
        templates: A folder of forms that come before those of skjema; without one, `templates/` in the working folder.

    Raises:
        UsageError: There is no such folder.
    """
    from skjema.definition.catalogue import list_forms

    return list(list_forms(templates))


def load_form(form_id: str, *, templates: Path | None = None, kommune: Path | None = None) -> "Form":
    """A form, with a municipality's settings.

    Args:
        templates: As for `list_forms`.
        kommune: The municipality's `kommune.toml`; without one the form has no sender, and no values of its own.

    Raises:
        UsageError: There is no such form; the problem names the nearest.
        DefinitionError: With every fault of the definition and the settings.
        FileError: A file can't be read.
    """
    from skjema.definition.catalogue import find_form, form_folders
    from skjema.definition.form_cache import load_form as load

    return load(find_form(form_id, templates), kommune, form_folders(templates))


def read_records(
    form: "Form", files: Sequence[Path], *, hidden: "HiddenRows" = "ask"
) -> "tuple[list[Record], list[Problem]]":
    """The records of xlsx, ods, csv and JSON files, in the files' order, and what is wrong with the files themselves.

    Nothing is said yet of the values: see `check_record`. A list is held whole; for a long one see `fill`.

    Args:
        hidden: Whether rows that a sheet hides are used, skipped, or used and reported as an error.

    Raises:
        FileError, InputError: A file can't be read, or holds no records of the form.
    """
    from skjema.records.input import Input

    data = Input(form, files, hidden)
    records = list(data)
    return records, [*data.problems, *data.late_problems]


def make_record(form: "Form", values: Mapping[str, Any], *, number: int = 1) -> "Record":
    """A record of values that a program has: by field id or label, groups as lists of such, as in a JSON file.

    Args:
        number: Identifies the record where its values may not be shown, as in file names; counted from 1.
    """
    from skjema.records.json_records import JsonRecords

    return JsonRecords(form).record(number, Place(form.id, path=f"$[{number - 1}]"), dict(values))


def check_record(
    form: "Form", record: "Record", *, today: "date | None" = None, draft: bool = False
) -> "CheckedRecord":
    """A record's `values` by field id, and its `problems` in the order of its columns; empty where all is well.

    That a text is too long for its box is found by the format it is printed in: see `render`.

    Args:
        today: The day that rules and dates are judged by; the day it is if left out.
        draft: Whether groups without rows get those of the blank form.

    Raises:
        DefinitionError: kommune.toml gives a field a value that it can't have.
    """
    from skjema.validation.check import RecordChecker

    return RecordChecker(form, today or today_here(), draft=draft).check(record)


def checked_records(
    form: "Form", files: Sequence[Path], *, today: "date | None" = None, hidden: "HiddenRows" = "ask"
) -> "Iterator[CheckedRecord]":
    """Each record of some files, read and checked lazily; `check` also reports the problems of the files themselves.

    Args:
        today, hidden: As for `check_record` and `read_records`.

    Raises:
        FileError, InputError: A file can't be read, or holds no records of the form.
    """
    from skjema.records.input import Input
    from skjema.validation.check import RecordChecker

    data = Input(form, files, hidden)
    yield from map(RecordChecker(form, today or today_here(), frozenset(data.missing_columns)).check, data)


@_one_thread_at_a_time
def check(
    form: "Form", files: Sequence[Path], *, language: Language | None = None, today: "date | None" = None,
    hidden: "HiddenRows" = "ask", rows: tuple[range, ...] | None = None,
) -> "PrecheckReport":  # fmt: skip
    """Check all records of some files, as `skjema check` does, including whether their texts fit the PDF's boxes.

    The report has `problems`, in the order of the files; `taken`, the number of records; and `failed`, the codes of the
    errors of each record that can't be printed, by its number.

    Args:
        language: That the forms are printed in; the form's first if left out.
        today, hidden: As for `check_record` and `read_records`.
        rows: Numbers of the records to take, counted from 1; all if left out.

    Raises:
        FileError, InputError: A file can't be read, or holds no records of the form.
    """
    from skjema.batch.executor import InProcess
    from skjema.batch.precheck import Job, precheck

    return precheck(Job(make_plan(form, (), language, today), files, hidden, rows), InProcess())


def renderer(
    form: "Form", format: Format, *, language: Language | None = None, flat: bool = False, draft: bool = False,  # noqa: A002
) -> "Renderer":  # fmt: skip
    """Makes the files of one record after another: `render(checked)` gives bytes, `problems(checked)` what is wrong.

    Args:
        format: Word (`docx`), PDF, or, where the form has a calendar, a file of its entries (`ics`).
        language: As for `check`.
        flat: Whether a PDF is for paper, rather than with fields to fill in further.
        draft: Whether it is marked as a draft, with a list of what is missing.

    Raises:
        TemplateError, FileError: The form's Word template is damaged or has faults, or can't be read.
    """
    from skjema.batch.plan import make_renderer

    return make_renderer(format, make_plan(form, (format,), language, None, flat=flat, draft=draft))


@_one_thread_at_a_time
def render(
    form: "Form", checked: "CheckedRecord", format: Format, *, language: Language | None = None, flat: bool = False,  # noqa: A002
    draft: bool = False,
) -> bytes:  # fmt: skip
    """One record as a Word or PDF file; for many of a kind, keep a `renderer`.

    Args:
        format, language, flat, draft: As for `renderer`.

    Raises:
        InputError: With every problem that keeps the record from being printed; a draft may lack values.
        TemplateError, FileError: As for `renderer`.
    """
    from skjema.batch.plan import make_renderer

    plan = make_plan(form, (format,), language, None, flat=flat, draft=draft)
    ready = make_renderer(format, plan)
    if problems := [one for one in (*checked.problems, *ready.problems(checked)) if plan.is_blocking(one)]:
        raise InputError(*problems)
    return ready.render(checked)


@_one_thread_at_a_time
def fill(
    form: "Form", files: Sequence[Path], output: Path | str, *, formats: Iterable[Format] = ("docx", "pdf"),
    language: Language | None = None, today: "date | None" = None, flat: bool = False, draft: bool = False,
    partial: bool = False, pattern: str | None = None, hidden: "HiddenRows" = "ask",
    rows: tuple[range, ...] | None = None, overwrite: bool = False, resume: bool = False, since: Path | None = None,
    workers: int = 1, progress: Callable[[int, int], None] | None = None,
) -> "tuple[PrecheckReport, Result]":  # fmt: skip
    """Write every record's files, as `skjema fill` does, all records checked first: the check, and what was written.

    Args:
        output: A folder, a `.zip` file, or an address in object storage.
        partial: Whether sound records are printed where others are not.
        pattern: Of the file names, such as `{barnehage_navn}-{nr}`.
        overwrite: Whether files that exist are replaced.
        resume: Whether an earlier run that was cut off is continued: files that it has written are kept.
        since: The folder of an earlier run: only records that are new or changed since then are made.
        workers: Processes; they import the calling program, to be guarded by `if __name__ == "__main__"`.
        progress: Called with how many records are written, and how many there are.

    Raises:
        InputError: With every problem, where they keep the run from being made; nothing is written.
        UsageError: The pattern is not valid, or there is no run to resume.
        FileError, TemplateError, WorkerLostError: Files exist, or the run was cut off; files written so far are whole.
        ValueError: No format, file or row is asked for.
    """
    from skjema.batch.precheck import Job
    from skjema.batch.target import run_in
    from skjema.batch.whole_run import fill_files

    wanted = tuple(sorted(set(formats)))
    _require_not_empty(formats=wanted, files=files, rows=rows)
    plan = make_plan(form, wanted, language, today, flat=flat, draft=draft, pattern=pattern)
    job = Job(plan, files, hidden, rows, run_in(since, form.id))
    return fill_files(job, str(output), workers, partial=partial, overwrite=overwrite, resume=resume, progress=progress)


def _require_not_empty(**asked: Sized | None) -> None:
    for name, given in asked.items():
        if given is not None and not given:
            raise ValueError(f"{name} is empty: nothing would be made")


@_one_thread_at_a_time
def pack(
    form: "Form", files: Sequence[Path], output: Path, *, layout: PackLayout | None = None,
    language: Language | None = None, today: "date | None" = None, draft: bool = False, partial: bool = False,
    hidden: "HiddenRows" = "ask", rows: tuple[range, ...] | None = None, since: Path | None = None,
    run: Path | None = None, overwrite: bool = False,
) -> "tuple[PrecheckReport, list[Packed]]":  # fmt: skip
    """Write all forms into one PDF or Word file for print, as `skjema pack` does; each form's pages, in print order.

    Args:
        output: Ends with `.pdf` or `.docx`.
        layout: How it is sorted, grouped and laid on sheets.
        language, today, draft, partial, hidden, rows, since: As for `fill`.
        run: The folder of the run that knows whom each paper concerns when it comes back; made if it isn't there.

    Raises:
        InputError, FileError, TemplateError: As for `fill`; a file that exists is left as it is.
        UsageError: The layout names a field that isn't the form's, or whose values may not stand outside of it.
        ValueError: The ending is neither of the two, no file or row is given, or a Word pack can't have the layout.
    """
    from skjema.batch.pack_order import checked_layout
    from skjema.batch.precheck import Job
    from skjema.batch.target import run_in, run_of_pack
    from skjema.batch.whole_run import write_pack_file

    _require_not_empty(files=files, rows=rows)
    kind = output.suffix.casefold().removeprefix(".")
    if kind not in ("pdf", "docx"):
        raise ValueError(f"{output.name} ends with neither .pdf nor .docx")
    layout = checked_layout(form, layout or PackLayout(), is_word=kind == "docx")
    plan = make_plan(form, (kind,), language, today, flat=True, draft=draft, packed=True)
    job = Job(plan, files, hidden, rows, run_in(since, form.id))
    run_folder = run_of_pack(run, form.id)
    return write_pack_file(job, output, layout, run_folder, partial=partial, overwrite=overwrite)


def sheet(form: "Form", *, language: Language | None = None, example: bool = False, single: bool = False) -> bytes:
    """The workbook that an office fills in, with guidance and lists of answers, as `skjema sheet` makes it.

    Args:
        language: As for `check`.
        example: Whether it holds the form's example, of invented people.
        single: Whether it is for one record, whose fields then stand below one another.

    Raises:
        UsageError: The form has no example.
    """
    from skjema.definition.example import example_common, example_records
    from skjema.render.workbook.input_sheet import input_workbook

    records, common = (example_records(form), example_common(form)) if example else ([], {})
    return input_workbook(form, paper_language(form, language), records, common, single=single)


@_one_thread_at_a_time
def draft(
    files: Path | Sequence[Path], form_id: str, *, language: MessageLanguage = "nb", today: "date | None" = None
) -> "Draft":
    """The first definition of a form that somebody else has made, as `skjema draft` writes it, with each guess marked.

    Where a PDF has no form fields, lines and boxes drawn on it become some, in a copy.

    Args:
        files: A Word file, a PDF, or one of each: then both are papers of one form.
        form_id: Of the new form; kebab-case.
        language: Of the comments in it.
        today: The date of its first edition; the day it is if left out.

    Raises:
        FileError: A file can't be read.
        TemplateError: It has nothing to fill in, or is damaged.
        InputError: They are no such papers, or an office could fill in none of their fields.
    """
    from skjema.convert.find import has_converter
    from skjema.draft.first_draft import first_draft
    from skjema.formats.open_input import read_file

    papers = {file.name: read_file(file) for file in ([files] if isinstance(files, Path) else files)}
    return first_draft(papers, form_id, language, today or today_here(), has_converter=has_converter())


class CarriedSheet(NamedTuple):
    """A workbook that an earlier one's rows were carried into.

    Attributes:
        left: Lines on its sheet of what has no place in the form any more.
        marked: Lines on its sheet of what is to be looked at, since it was moved, emptied or kept.
        not_taken: Records of another form that it doesn't concern, such as plans whose review isn't due yet.
    """

    content: bytes
    left: int
    marked: int
    not_taken: int = 0


def carried_sheet(
    form: "Form", earlier: Path, *, language: Language | None = None, year: int | None = None,
    today: "date | None" = None,
) -> CarriedSheet:  # fmt: skip
    """The workbook that an earlier one's rows are carried into, and how much somebody has to look at.

    Args:
        language, today: As for `check`.
        earlier: A workbook of an earlier edition or year, or of the form that this one takes its first values from.
        year: The year that its rows are moved on to, as the definition says of each field; None to leave them.

    Raises:
        UsageError: The earlier workbook is for that year or a later one, or for another form.
        FileError, InputError: It can't be read at all.
    """
    from skjema.records.earlier import read_earlier
    from skjema.records.form_tables import TO_TAKE
    from skjema.records.taken import holds_other, read_taken
    from skjema.render.workbook.carried import Carried
    from skjema.render.workbook.input_sheet import input_workbook
    from skjema.validation.taken_records import concerned

    day, taken, not_taken = today or today_here(), form.taken_from, 0
    other = load_form(taken.form, templates=form.folder.parent) if taken else None
    try:
        held = read_earlier(form, earlier)
        is_other = other is not None and holds_other(other, held)
    except InputError as refused:
        if refused.problems[0].code != TO_TAKE:
            raise
        is_other = True
    if other is not None and is_other:
        if year is not None:
            raise UsageError(Problem("year-of-other", params={"other": other.id}))
        found = read_taken(form, other, earlier, day)
        held = found._replace(records=concerned(form, found.records, day))
        not_taken = len(found.records) - len(held.records)
    carried = Carried(form, held, year, day)
    content = input_workbook(form, paper_language(form, language), (), carried=carried)
    return CarriedSheet(content, carried.listed.get("left-sheet", 0), carried.listed.get("rolled-sheet", 0), not_taken)


@_one_thread_at_a_time
def collect(
    form: "Form", files: Sequence[Path], *, listed: Sequence[Path] = (), run: Path | None = None,
    today: "date | None" = None,
) -> "Collection":  # fmt: skip
    """What documents that have come back say, and of whom: `replies`, `odd` files, those who are `silent`.

    Args:
        files: PDF and Word files as they came back, and folders of such; they stay where and as they are.
        listed: The office's own list.
        run: The folder of the run that made the documents; it knows whom each concerns.
        today: The day that answers are judged by; the day it is if left out.

    Raises:
        UsageError: There has been no run in the folder, or one of another form.
        FileError, InputError: The list or the run's report can't be read.
    """
    from skjema.batch.collect import collect_files
    from skjema.batch.returned_files import read_all, returned_files
    from skjema.batch.sent import sent_list
    from skjema.batch.target import run_in

    previous, day = run_in(run, form.id), today or today_here()
    sent = sent_list(form, listed, previous, (previous.day if previous else None) or day)
    return collect_files(form, read_all([*returned_files(files)]), sent, day)


def answers_workbook(
    collection: "Collection", *, language: Language | None = None, today: "date | None" = None
) -> bytes:  # fmt: skip
    """The workbook of a collection's replies, as `skjema collect` makes it: clerks may add to it; `status` reads it.

    Args:
        language: Of its headings; the form's first if left out.
        today: The day that the workbook says it was made; the day it is if left out.
    """
    from skjema.render.workbook.replies import replies_workbook

    form = collection.form
    return replies_workbook(collection, paper_language(form, language), None, today or today_here())


@_one_thread_at_a_time
def scan(form: "Form", stack: Sequence[Path], run: Path, *, into: Path | None = None) -> "Counts":
    """Write a PDF for each paper of a stack that has been scanned, which `collect` reads; how many pages of which kind.

    Args:
        stack: PDFs and pictures of a scanner.
        run: The folder of the run that printed the papers.
        into: Where the PDFs are written, and nothing is written over; a folder of the run if left out.

    Raises:
        UsageError: There has been no run in the folder, or one of another form; or `skjema[scan]` isn't installed.
        FileError: Nothing of the stack can be read; what of it can't stands among the `problems` of the counts.
    """
    from skjema.batch.returned_files import can_scan
    from skjema.batch.target import earlier_run
    from skjema.errors import UsageError
    from skjema.output.folder import LocalFolder
    from skjema.output.previous import SCANNED
    from skjema.problems import Problem

    previous = earlier_run(LocalFolder(run), form.id)
    if not can_scan():
        raise UsageError(Problem("scan-extra"))
    from skjema.batch.scan import sort_stack, write_papers

    sorter = sort_stack(form, previous, stack)
    write_papers(sorter, LocalFolder(into or run / SCANNED))
    return sorter.counts


def status(
    form: "Form", listed: Sequence[Path], answers: Path, *, run: Path | None = None, today: "date | None" = None,
    soon: int = 60,
) -> "Status":  # fmt: skip
    """How it stands with each that a document was sent about: `everyone`, each with its `state`.

    Args:
        listed, run, today: As for `collect`.
        answers: The workbook that `skjema collect` or `answers_workbook` made.
        soon: Days before its last in which an answer is one that expires.

    Raises:
        UsageError, FileError, InputError: As for `collect`; or the workbook is none of answers.
    """
    from skjema.batch.status import read_status
    from skjema.batch.target import run_in

    return read_status(form, listed, run_in(run, form.id), answers, today or today_here(), soon)


@_one_thread_at_a_time
def blank_pdf(form: "Form", *, language: Language | None = None) -> bytes:
    """The form as a PDF with nothing filled in: with fields, or, for a flowing form, with room to write."""
    from skjema.render.pdf.pdf_renderer import blank_pdf as blank

    return blank(form, paper_language(form, language))
