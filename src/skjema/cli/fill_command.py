"""`skjema fill`"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import cast

import click

from skjema.batch.plan import Plan
from skjema.batch.precheck import Job, PrecheckReport, precheck
from skjema.batch.run_batch import Result, Target, run
from skjema.batch.workers import executor
from skjema.cli.app import Command
from skjema.cli.ask import about_hidden
from skjema.cli.language import current
from skjema.cli.options import (
    Rows,
    data_argument,
    date_option,
    form_argument,
    form_language,
    hidden_option,
    kommune_option,
    language_option,
    open_form,
    option,
    templates_option,
)
from skjema.cli.problem_lines import show
from skjema.cli.progress import looking, progress
from skjema.cli.report import outcome, say_nothing_written, show_survey
from skjema.errors import ExitCode, FileError, UsageError, WorkError
from skjema.output.file_names import fresh_folder, latest_folder, namer
from skjema.output.folder import Folder, folder_at
from skjema.output.manifest import JOURNAL, KEY, MANIFEST, Previous
from skjema.problems import Place, Problem, Severity
from skjema.records.join import HiddenRows
from skjema.wording.messages import say

FORMATS = ("docx", "pdf")
_CUT_OFF = ("disk-full", "worker-lost")
"""Codes of what ends a run in the middle, and can be mended."""
_NAMED = 5
"""How many files are named that should be deleted."""


@click.command("fill", cls=Command)
@form_argument()
@data_argument()
@option("-o", "--output", text="fill -o", metavar="MAPPE")
@option("--format", "formats", type=click.Choice(FORMATS), multiple=True)
@option("--flat", is_flag=True)
@option("--rows", type=Rows(), metavar="1-3,7")
@option("--draft", is_flag=True)
@option("--partial", is_flag=True)
@option("--name", "pattern", metavar="MØNSTER")
@hidden_option()
@option("--overwrite", is_flag=True)
@option("--resume", is_flag=True)
@option("--workers", type=click.IntRange(1, 64), metavar="N")
@option("--executor", "address", metavar="ADRESSE")
@date_option()
@kommune_option()
@templates_option()
@language_option()
def command(
    form_id: str, files: tuple[Path, ...], output: str | None, formats: tuple[str, ...], flat: bool,
    rows: tuple[range, ...] | None, draft: bool, partial: bool, pattern: str | None, hidden: str | None,
    overwrite: bool, resume: bool, workers: int | None, address: str | None, today: date, kommune: Path | None,
    templates: Path | None
) -> int:  # fmt: skip
    if workers is not None and address is not None:
        raise click.UsageError(say("usage-workers", current()))
    form = open_form(form_id, templates, kommune)
    wanted = tuple(one for one in FORMATS if one in formats) or FORMATS
    plan = Plan(form, form_language(form), today, wanted, flat, draft, pattern)
    namer(form, plan.language, pattern)  # a pattern's faults are told before any data is read
    job = Job(plan, files, cast(HiddenRows, hidden or "ask"), rows)
    usual = Path(f"{form.id}-{today.isoformat()}")
    folder = folder_at(output or str(latest_folder(usual) if overwrite or resume else fresh_folder(usual)))
    _refuse_to_overwrite(files, folder)
    target = Target(folder, overwrite, _previous(folder, form.id) if resume else None)
    with executor(workers or 1, address) as workers_ready:
        room, claimed = None if overwrite or resume else folder, target.claimed(job)
        job, found = about_hidden(job, lambda job: precheck(job, workers_ready, room, looking(), claimed))
        show_survey(found)
        if found.prevents(partial=partial):
            say_nothing_written(found, draft=draft, partial=partial)
            return ExitCode.INPUT
        if found.existing:
            raise FileError(Problem("files-exist", Place(folder.name), gaps={"count": found.existing}))
        try:
            result = run(job, found, workers_ready, target, progress())
        except KeyboardInterrupt:
            said = "interrupted-run" if folder.can_be_resumed else "interrupted-archive"
            click.echo(say(said, current()), err=True)
            return ExitCode.INTERRUPTED
        except (FileError, WorkError) as error:
            raise _with_the_way_on(error, folder) from None
    show(result.problems)
    if draft:
        click.echo(say("drafts", current()), err=True)
    return _said(result, found, folder)


def _refuse_to_overwrite(files: Sequence[Path], folder: Folder) -> None:
    """Raises UsageError where one of the data files is one that the run writes besides documents."""
    for file in map(Path.resolve, files):
        if file.name.casefold() in (MANIFEST, JOURNAL, KEY) and file.parent == Path(str(folder)).resolve():
            raise UsageError(Problem("data-overwritten", Place(file.name)))


def _with_the_way_on(error: FileError | WorkError, folder: Folder) -> FileError | WorkError:
    """The error that has cut a run off, and how the rest of it is made."""
    if error.problems[0].code not in _CUT_OFF or not folder.can_be_resumed:
        return error
    return type(error)(*error.problems, Problem("rest-resumable", Place(folder.name), Severity.NOTE))


def _previous(folder: Folder, form_id: str) -> Previous:
    """What the run to be taken up again has made.

    Raises:
        UsageError: There has been none, it was of another form, or it can't be taken up again.
    """
    if not folder.can_be_resumed:
        raise UsageError(Problem("resume-archive", Place(folder.name)))
    previous = Previous.of(folder)
    if previous is None:
        raise UsageError(Problem("nothing-to-resume", Place(folder.name)))
    if previous.form not in ("", form_id):
        raise UsageError(Problem("resume-other-form", Place(folder.name), gaps={"got": previous.form}))
    return previous


def _said(result: Result, found: PrecheckReport, folder: Folder) -> ExitCode:
    """Say what became of the run; the folder alone goes to stdout."""
    gaps = {"files": result.files, "folder": folder, "records": result.records, "failed": result.failed}
    click.echo(say("written-failed" if result.failed else "written", current(), **gaps), err=True)
    if result.kept:
        click.echo(say("kept", current(), count=result.kept), err=True)
    if result.left:
        some = (*result.left[:_NAMED], *["..."] * (len(result.left) > _NAMED))
        click.echo(say("left", current(), count=len(result.left), files=some), err=True)
    click.echo(folder)
    return ExitCode.SOME_FAILED if result.failed else outcome(found)
