"""`skjema fill`"""

from datetime import date
from pathlib import Path
from typing import cast

import click

from skjema.batch.executor import open_executor
from skjema.batch.plan import Plan
from skjema.batch.precheck import Job, PrecheckReport
from skjema.batch.run_batch import Result, run
from skjema.batch.target import open_target, run_in
from skjema.cli.app import Command
from skjema.cli.changes import refuse_same_folder
from skjema.cli.given_files import habit_problems, meant
from skjema.cli.given_values import given_values
from skjema.cli.language import current
from skjema.cli.options import (
    Rows,
    data_argument,
    file_option,
    form_argument,
    form_language,
    hidden_option,
    open_form,
    option,
    paper_options,
    set_option,
)
from skjema.cli.problem_lines import show
from skjema.cli.progress import progress
from skjema.cli.report import checked_data, is_nothing_new, is_stopped, outcome, show_notes
from skjema.errors import ExitCode
from skjema.output.file_names import NUMBER, namer, telling_fields
from skjema.output.folder import Folder
from skjema.records.record_rows import HiddenRows
from skjema.wording import in_language
from skjema.wording.messages import say

FORMATS = ("docx", "pdf", "ics")
_PAPERS = FORMATS[:2]
"""Formats that are made where none is asked for."""
_NAMED = 5
"""Number of leftover files that a message names."""


@click.command("fill", cls=Command)
@form_argument()
@data_argument(required=False)
@set_option()
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
@file_option("--changed", "since")
@option("--workers", type=click.IntRange(1, 64), metavar="N")
@option("--executor", "address", metavar="ADRESSE")
@paper_options()
def command(
    form_id: str, files: tuple[Path, ...], pairs: tuple[str, ...], output: str | None, formats: tuple[str, ...],
    flat: bool, rows: tuple[range, ...] | None, draft: bool, partial: bool, pattern: str | None, hidden: str | None,
    overwrite: bool, resume: bool, since: Path | None, workers: int | None, address: str | None, today: date,
    kommune: Path | None, templates: Path | None
) -> int:  # fmt: skip
    if workers is not None and address is not None:
        raise click.UsageError(say("usage-workers", current()))
    form_id, files = meant(form_id, files)
    form = open_form(form_id, templates, kommune)
    wanted = tuple(one for one in FORMATS if one in formats) or _PAPERS
    data, contents = given_values(form, files, pairs)
    plan = Plan(form, form_language(form), today, wanted, flat, draft, pattern)
    namer(form, plan.language, pattern)  # reports a faulty pattern before any data is read
    refuse_same_folder(since, output)
    job = Job(plan, data, cast(HiddenRows, hidden or "ask"), rows, run_in(since, form.id), contents)
    target = open_target(output, form.id, today, files, overwrite=overwrite, resume=resume)
    with open_executor(workers or 1, address) as executor:
        report = checked_data(job, executor, target, habit_problems(files, kommune))
        if is_stopped(report, partial=partial):
            return ExitCode.INPUT
        if is_nothing_new(report, since):
            return ExitCode.DONE
        try:
            result = run(report, executor, target, progress())
        except KeyboardInterrupt:
            said = "interrupted-run" if target.folder.can_be_resumed else "interrupted-archive"
            click.echo(say(said, current()), err=True)
            return ExitCode.INTERRUPTED
    show(result.problems)
    if draft:
        click.echo(say("drafts", current()), err=True)
    return _said(result, report, target.folder)


def _said(result: Result, report: PrecheckReport, folder: Folder) -> ExitCode:
    """Report the result of the run; only the folder goes to stdout."""
    params = {"files": result.files, "folder": folder, "records": result.records, "failed": result.failed}
    click.echo(say("written-failed" if result.failed else "written", current(), **params), err=True)
    if result.kept:
        click.echo(say("kept", current(), count=result.kept), err=True)
    if result.left:
        some = (*result.left[:_NAMED], *["..."] * (len(result.left) > _NAMED))
        click.echo(say("left", current(), count=len(result.left), files=some), err=True)
    if not folder.can_be_resumed and any(field.recipient for field in report.plan.form.all_fields):
        click.echo(say("no-run-kept", current()), err=True)
    if telling := telling_fields(report.plan.form, report.plan.pattern):
        labels = tuple(in_language(field.label, current()) for field in telling)
        click.echo(say("names-telling", current(), fields=labels, number=f"{{{NUMBER}}}"), err=True)
    show_notes(report)
    click.echo(folder)
    return ExitCode.SOME_FAILED if result.failed else outcome(report)
