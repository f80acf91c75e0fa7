"""`skjema collect`"""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from itertools import chain, count
from pathlib import Path

import click

from skjema.batch.collect import collect_files
from skjema.batch.returned_files import ReadFile, likely_form, read_all, returned_files
from skjema.batch.sent import SentList, sent_list
from skjema.batch.target import earlier_run
from skjema.cli.app import Command
from skjema.cli.language import current
from skjema.cli.options import file_option, form_language, open_form, option, paper_options, path_type
from skjema.cli.problem_lines import show
from skjema.cli.progress import progress
from skjema.definition.model import Form
from skjema.errors import ExitCode, InputError, UsageError
from skjema.formats.open_input import read_file
from skjema.output.folder import folder_at
from skjema.output.previous import Previous
from skjema.output.whole_file import check_room, make_folder, write_file
from skjema.problems import Problem, Severity
from skjema.records.answers_workbook import require_run
from skjema.records.typed_replies import EarlierLine, earlier_lines, typed_rows
from skjema.render.workbook.replies import ListCopy, can_copy, replies_workbook
from skjema.validation.replies import Collection
from skjema.wording.messages import say

_ANSWERS = Path("svar.xlsx")


@click.command("collect", cls=Command)
@click.argument("files", metavar="SVAR...", nargs=-1, required=True, type=path_type())
@option("--list", "listed", type=path_type(), metavar="FIL", multiple=True)
@option("--run", type=path_type(), metavar="MAPPE")
@file_option("-o", "--output", text="collect -o")
@option("--overwrite", is_flag=True)
@paper_options()
@click.pass_context
def command(
    ctx: click.Context, files: tuple[Path, ...], listed: tuple[Path, ...], run: Path | None, output: Path | None,
    overwrite: bool, today: date, kommune: Path | None, templates: Path | None
) -> int:  # fmt: skip
    output = output or _ANSWERS
    if output.suffix.casefold() != ".xlsx" or output.resolve() in {one.resolve() for one in (*files, *listed)}:
        raise click.UsageError(say("usage-answers", current()), ctx)
    check_room([output], overwrite=overwrite)
    previous = None if run is None else earlier_run(folder_at(str(run)), None)
    read = read_files(files, output)
    form_id = previous.form if previous else likely_form(read)
    if not form_id:
        raise UsageError(*(problem for one in read for problem in one.problems), Problem("returned-no-form"))
    form = open_form(form_id, templates, kommune)
    code = write_answers(form, read, listed, previous, output, today, overwrite=overwrite)
    if not read:  # the workbook is written: reminders of everybody are made by it
        show([Problem("returned-nothing", None, Severity.WARNING)])
    return code if read else max(code, ExitCode.WARNINGS)


def write_answers(
    form: Form, read: Sequence[ReadFile], listed: Sequence[Path], previous: Previous | None, output: Path, today: date,
    *, overwrite: bool,
) -> ExitCode:  # fmt: skip
    """Write the workbook of replies in returned files, and report how many have answered.

    Args:
        listed: The office's own list.
        previous: The run that made the documents.
    """
    sent = sent_list(form, listed, previous, _day_of(previous) or today)
    collection = collect_files(form, read, sent, today)
    copy = None if form.addressed else _list_copy(listed, sent)  # several documents may then belong to one row
    make_folder(output.parent)
    earlier = read_file(output) if output.exists() else b""
    content = replies_workbook(collection, form_language(form), copy, today, _lines_of(form, earlier, sent.run))
    if output.exists():
        _keep_before(output, earlier, content)
    write_file(output, content, overwrite=overwrite)
    _say(collection, output)
    if listed and copy is None:
        click.echo(say("collect-no-copy", current()), err=True)
    click.echo(output)
    return _exit_code(collection)


def _lines_of(form: Form, earlier: bytes, run: str) -> list[EarlierLine]:
    """The lines of an earlier workbook; none of one that is of other documents."""
    with suppress(InputError):
        require_run(form, "", earlier, run)
        return earlier_lines(earlier)
    return []


def _keep_before(output: Path, earlier: bytes, content: bytes) -> None:
    """Keep the earlier workbook under another name, and list its rows that differ in the new one.

    Args:
        content: The workbook that replaces it.
    """
    kept = _free(output.with_stem(f"{output.stem}-forrige"))
    write_file(kept, earlier)
    rows = typed_rows(earlier, content)
    told = "collect-before-same" if rows == () else "collect-before-rows" if rows else "collect-before"
    click.echo(say(told, current(), file=kept, rows=rows), err=True)


def _free(path: Path) -> Path:
    """The path itself or, if it is taken, the first free one with a number added."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(one for one in chain([path], numbered) if not one.exists())


def read_files(files: Sequence[Path], output: Path) -> list[ReadFile]:
    """Read files, and all files in folders, except the workbook that is to be written."""
    found = [path for path in returned_files(files) if path.resolve() != output.resolve()]
    return read_all(found, progress())


def _day_of(previous: Previous | None) -> date | None:
    return previous.day if previous else None


def _list_copy(listed: Sequence[Path], sent: SentList) -> ListCopy | None:
    """The list to copy with the replies beside it; None where there are several lists, or it can't be copied."""
    if len(listed) != 1 or sent.data is None or not can_copy(listed[0].name):
        return None
    tables = [one for file in sent.data.files for one in file.form_tables if one.group is None]
    headings = {one.table.place().sheet: one.heading.number for one in tables if not one.value_column}
    return ListCopy(listed[0].name, sent.data.contents[listed[0]], headings)


def _say(collection: Collection, output: Path) -> None:
    """Report how many have answered, and each file that fits no record; never the contents of replies."""
    show([*collection.problems, *collection.odd])
    codes = Counter(problem.code for reply in collection.replies for problem in reply.problems)
    params = {
        "answers": len(collection.replies),
        "records": len(collection.everyone) - len(collection.silent),
        "silent": len(collection.silent),
        "doubled": len(collection.doubled),
        "odd": len(collection.odd),
        "faults": codes.total(),
    }
    click.echo(say("collected", current(), **params), err=True)
    click.echo(say("file-written", current(), file=output), err=True)


def _exit_code(collection: Collection) -> ExitCode:
    told = collection.odd or any(one.severity is not Severity.NOTE for one in collection.problems)
    doubtful = told or collection.doubled or any(reply.problems for reply in collection.replies)
    return ExitCode.WARNINGS if doubtful else ExitCode.DONE
