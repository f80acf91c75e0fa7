"""The Python API: what programs call instead of the command line.

Nothing here prints or ends the process. Problems with data are returned as `Problem` values, each with its place and
a sentence in three languages (`problem.text("nb")`). Where the work can't go on, a `SkjemaError` is raised, whose
`problems` say why. Paths are `pathlib.Path`; languages of messages are `nb`, `nn` and `en`.

Importing this module is quick: each function imports what it needs.

Functions may be called from any thread. Those that make or read pages wait for one another, since the libraries for
pages work in one thread at a time; a `renderer` must be used by one thread only.
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
    """Make a function that sets or reads pages wait for other threads to leave such functions."""

    @wraps(function)
    def waiting(*args: _Params.args, **kwargs: _Params.kwargs) -> _Returned:
        with _PAGES_LOCK:
            return function(*args, **kwargs)

    return waiting


def list_forms(templates: Path | None = None) -> "list[CatalogueEntry]":
    """All forms, sorted by id: each with `id`, `title` by language, `version`, `layout`, `languages`, `folder`.

    Args:
        templates: A folder of forms that win over those of skjema; by default `templates/` in the working folder.

    Raises:
        UsageError: There is no such folder.
    """
    from skjema.definition.catalogue import list_forms

    return list(list_forms(templates))


def load_form(form_id: str, *, templates: Path | None = None, kommune: Path | None = None) -> "Form":
    """A form, with a municipality's profile.

    Args:
        templates: As for `list_forms`.
        kommune: The municipality's `kommune.toml`; without one the form has no sender and no values of its own.

    Raises:
        UsageError: There is no such form; the problem names the nearest one.
        DefinitionError: With every fault of the definition and the profile.
        FileError: A file can't be read.
    """
    from skjema.definition.catalogue import find_form, form_folders
    from skjema.definition.form_cache import load_form as load

    return load(find_form(form_id, templates), kommune, form_folders(templates))


def read_records(
    form: "Form", files: Sequence[Path], *, hidden: "HiddenRows" = "ask"
) -> "tuple[list[Record], list[Problem]]":
    """The records of xlsx, ods, csv and JSON files, in file order, and the problems with the files themselves.

    Values aren't checked yet: see `check_record`. The whole list is held in memory; for a long one see `fill`.

    Args:
        hidden: What to do with rows that a sheet hides: `use` them, `skip` them, or `ask`, which uses them and adds an
            error to the problems.

    Raises:
        FileError, InputError: A file can't be read, or holds no records of the form.
    """
    from skjema.records.input import Input

    data = Input(form, files, hidden)
    records = list(data)
    return records, [*data.problems, *data.late_problems]


def make_record(form: "Form", values: Mapping[str, Any], *, number: int = 1) -> "Record":
    """A record from values of a program: by field id or label, with groups as lists of such mappings, as in JSON.

    Args:
        number: Identifies the record where its values must not be shown, such as in file names; counted from 1.
    """
    from skjema.records.json_records import JsonRecords

    return JsonRecords(form).record(number, Place(form.id, path=f"$[{number - 1}]"), dict(values))


def check_record(
    form: "Form", record: "Record", *, today: "date | None" = None, draft: bool = False
) -> "CheckedRecord":
    """A checked record: its `values` by field id, and its `problems` in the order of its columns.

    Whether a text is too long for its box depends on the format, and is checked by `render`.

    Args:
        today: The day for rules and for completing dates; by default the current day.
        draft: Whether groups without rows get those of the blank form.

    Raises:
        DefinitionError: kommune.toml gives a field a value that it can't have.
    """
    from skjema.validation.check import RecordChecker

    return RecordChecker(form, today or today_here(), draft=draft).check(record)


def checked_records(
    form: "Form", files: Sequence[Path], *, today: "date | None" = None, hidden: "HiddenRows" = "ask"
) -> "Iterator[CheckedRecord]":
    """The records of some files, read and checked one at a time; problems with the files are reported by `check`.

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
    """Check all records of some files as `skjema check` does, including whether texts fit the PDF's boxes.

    The report has `problems`, in file order; `taken`, the number of records; and `failed`, the codes of the errors of
    each record that can't be printed, by its number.

    Args:
        language: Language of the papers; by default the form's first.
        today, hidden: As for `check_record` and `read_records`.
        rows: Numbers of the records to check, counted from 1; by default all.

    Raises:
        FileError, InputError: A file can't be read, or holds no records of the form.
    """
    from skjema.batch.executor import InProcess
    from skjema.batch.precheck import Job, precheck

    return precheck(Job(make_plan(form, (), language, today), files, hidden, rows), InProcess())


def renderer(
    form: "Form", format: Format, *, language: Language | None = None, flat: bool = False, draft: bool = False,  # noqa: A002
) -> "Renderer":  # fmt: skip
    """A renderer for many records: `render(checked)` returns a file's bytes, `problems(checked)` what doesn't fit.

    Args:
        format: Word (`docx`), PDF (`pdf`), or, where the form has a calendar, a calendar file (`ics`).
        language: As for `check`.
        flat: Whether PDFs are for paper, without fields to fill in.
        draft: Whether papers are marked as drafts, with a list of what is missing.

    Raises:
        TemplateError, FileError: The form's Word template is damaged or faulty, or can't be read.
    """
    from skjema.batch.plan import make_renderer

    return make_renderer(format, make_plan(form, (format,), language, None, flat=flat, draft=draft))


@_one_thread_at_a_time
def render(
    form: "Form", checked: "CheckedRecord", format: Format, *, language: Language | None = None, flat: bool = False,  # noqa: A002
    draft: bool = False,
) -> bytes:  # fmt: skip
    """One record as a file; to render many records, keep a `renderer`.

    Args:
        format, language, flat, draft: As for `renderer`.

    Raises:
        InputError: With every problem that prevents the record from being printed; a draft may lack values.
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
    """Check all records, then write the files of each, as `skjema fill` does; returns the check and the result.

    Args:
        output: A folder, a `.zip` file, or an address in object storage.
        partial: Whether to print the records without errors where others have errors.
        pattern: Pattern of the file names, such as `{barnehage_navn}-{nr}`.
        overwrite: Whether existing files are replaced.
        resume: Whether to continue an interrupted run, whose files are kept.
        since: Folder of an earlier run: only records that are new or changed since then are printed.
        workers: Number of processes; they import the calling program, which needs `if __name__ == "__main__"`.
        progress: Called with the number of records written so far, and the number of all records.

    Raises:
        InputError: With every problem, where they prevent the run; nothing is written.
        UsageError: The pattern is not valid, or there is no run to resume.
        FileError, TemplateError, WorkerLostError: Files exist, or the run was interrupted; written files are complete.
        ValueError: `formats`, `files` or `rows` is empty.
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
    """Write all papers into one PDF or Word file for printing, as `skjema pack` does.

    Returns the check, and each paper's pages in print order.

    Args:
        output: File to write; its name ends with `.pdf` or `.docx`.
        layout: How papers are sorted, grouped and laid on sheets.
        language, today, draft, partial, hidden, rows, since: As for `fill`.
        run: Folder of the run to record the papers in, so that they are recognised when returned; created if needed.

    Raises:
        InputError, FileError, TemplateError: As for `fill`; an existing file is left unchanged.
        UsageError: The layout names a field that the form doesn't have, or whose values may stand only on the paper.
        ValueError: The ending is another one, `files` or `rows` is empty, or a Word pack can't have the layout.
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
    """The input workbook for an office, with a guide and lists of answers, as `skjema sheet` makes it.

    Args:
        language: As for `check`.
        example: Whether to fill it with the form's example, of invented people.
        single: Whether it is for one record, with its fields below one another.

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
    """Draft the first definition of a form made by others, as `skjema draft` does; each guess is marked in it.

    Where a PDF has no form fields, a copy gets fields at its drawn lines and boxes.

    Args:
        files: A Word file, a PDF, or one of each for the same form.
        form_id: Id of the new form; kebab-case.
        language: Language of the definition's comments.
        today: Date of its first edition; by default the current day.

    Raises:
        FileError: A file can't be read.
        TemplateError: A file has nothing to fill in, or is damaged.
        InputError: The files are not such papers, or an office couldn't fill in any of their fields.
    """
    from skjema.convert.find import has_converter
    from skjema.draft.first_draft import first_draft
    from skjema.formats.open_input import read_file

    papers = {file.name: read_file(file) for file in ([files] if isinstance(files, Path) else files)}
    return first_draft(papers, form_id, language, today or today_here(), has_converter=has_converter())


class CarriedSheet(NamedTuple):
    """An input workbook with the rows of an earlier one.

    Attributes:
        content: The workbook as an xlsx file.
        left: Number of lines on its sheet of values that have no place in the form any more.
        marked: Number of lines on its sheet of values to look at, since they were moved on, cleared or kept.
        not_taken: Number of records of another form that weren't taken, such as plans whose review isn't due yet.
    """

    content: bytes
    left: int
    marked: int
    not_taken: int = 0


def carried_sheet(
    form: "Form", earlier: Path, *, language: Language | None = None, year: int | None = None,
    today: "date | None" = None,
) -> CarriedSheet:  # fmt: skip
    """An input workbook with the rows of an earlier one, and how many values somebody has to look at.

    Args:
        earlier: A workbook of an earlier edition or year, or of the form that this form takes its first values from.
        language, today: As for `check`.
        year: The year to move the rows on to, as the definition says for each field; None to keep them unchanged.

    Raises:
        UsageError: The earlier workbook is for that year or a later one, or for another form.
        FileError, InputError: It can't be read.
    """
    from skjema.records.earlier import read_earlier
    from skjema.records.form_tables import TO_TAKE
    from skjema.records.taken import holds_other
    from skjema.render.workbook.carried import Carried
    from skjema.render.workbook.input_sheet import input_workbook
    from skjema.validation.taken_records import taken_records

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
        held, not_taken = taken_records(form, other, earlier, day)
    carried = Carried(form, held, year, day)
    content = input_workbook(form, paper_language(form, language), (), carried=carried)
    return CarriedSheet(content, carried.listed.get("left-sheet", 0), carried.listed.get("rolled-sheet", 0), not_taken)


@_one_thread_at_a_time
def collect(
    form: "Form", files: Sequence[Path], *, listed: Sequence[Path] = (), run: Path | None = None,
    today: "date | None" = None,
) -> "Collection":  # fmt: skip
    """Read returned documents: `replies` to records, `odd` files that fit none, and records still `silent`.

    Args:
        files: Returned PDF and Word files, and folders of such; they are left where and as they are.
        listed: The office's own list.
        run: Folder of the run that made the documents, which knows the record of each.
        today: The day to judge answers by; by default the current day.

    Raises:
        UsageError: The folder has no run, or one of another form.
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
    """The workbook of replies, as `skjema collect` makes it: clerks may add to it, and `status` reads it.

    Args:
        language: Language of its headings; by default the form's first.
        today: The workbook's date of creation; by default the current day.
    """
    from skjema.render.workbook.replies import replies_workbook

    form = collection.form
    return replies_workbook(collection, paper_language(form, language), None, today or today_here())


@_one_thread_at_a_time
def scan(form: "Form", stack: Sequence[Path], run: Path, *, into: Path | None = None) -> "Counts":
    """Sort and read a stack of scanned papers; writes a PDF for each, which `collect` reads, and counts the pages.

    Args:
        stack: PDFs and pictures from a scanner.
        run: Folder of the run that printed the papers.
        into: Folder for the PDFs, in which nothing is overwritten; by default a folder of the run.

    Raises:
        UsageError: The folder has no run, or one of another form; or `skjema[scan]` isn't installed.
        FileError: No file can be read; files that can't be read beside others are in the counts' `problems`.
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
    """The standing of everyone whom a document was sent about: `everyone`, each with a `state`.

    Args:
        listed, run, today: As for `collect`.
        answers: The workbook made by `skjema collect` or `answers_workbook`.
        soon: Answers that expire within this many days have a state of their own.

    Raises:
        UsageError, FileError, InputError: As for `collect`; or the workbook is no workbook of replies.
    """
    from skjema.batch.status import read_status
    from skjema.batch.target import run_in

    return read_status(form, listed, run_in(run, form.id), answers, today or today_here(), soon)


@_one_thread_at_a_time
def blank_pdf(form: "Form", *, language: Language | None = None) -> bytes:
    """The form as a PDF with nothing filled in: with fields or, for a flowing form, with space to write."""
    from skjema.render.pdf.pdf_renderer import blank_pdf as blank

    return blank(form, paper_language(form, language))
