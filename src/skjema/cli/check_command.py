"""`skjema check`"""

import json
from datetime import date
from pathlib import Path
from typing import cast

import click

from skjema.batch.executor import InProcess
from skjema.batch.plan import Plan
from skjema.batch.precheck import Job, PrecheckReport
from skjema.cli.app import Command
from skjema.cli.given_files import habit_problems, meant
from skjema.cli.given_values import given_values
from skjema.cli.language import asked_language, current
from skjema.cli.options import (
    data_argument,
    file_option,
    form_argument,
    hidden_option,
    open_form,
    option,
    paper_options,
    set_option,
)
from skjema.cli.problem_lines import show
from skjema.cli.report import as_data, check_exit_code, checked_data, show_counts
from skjema.definition.model import Form
from skjema.output.whole_file import check_room, make_folder, write_file
from skjema.records.record_rows import HiddenRows
from skjema.wording import Language
from skjema.wording.messages import say


@click.command("check", cls=Command)
@form_argument()
@data_argument(required=False)
@set_option()
@option("--json", "as_json", is_flag=True)
@file_option("--annotate")
@hidden_option()
@option("--overwrite", is_flag=True)
@paper_options()
@click.pass_context
def command(
    ctx: click.Context, form_id: str, files: tuple[Path, ...], pairs: tuple[str, ...], as_json: bool,
    annotate: Path | None, hidden: str | None, overwrite: bool, today: date, kommune: Path | None,
    templates: Path | None
) -> int:  # fmt: skip
    if annotate is not None:
        from skjema.render.workbook.annotated_copy import annotated, can_annotate  # loads what most checks do without
    form_id, files = meant(form_id, files)
    form = open_form(form_id, templates, kommune)
    data, contents = given_values(form, files, pairs)
    if annotate is not None and (len(files) != 1 or not can_annotate(files[0]) or _same(annotate, files[0])):
        raise click.UsageError(say("usage-annotate", current()), ctx)
    if annotate is not None and annotate.suffix.casefold() not in (".xlsx", ".xlsm"):
        raise click.UsageError(say("usage-annotate-name", current()), ctx)
    if annotate is not None:
        check_room([annotate], overwrite=overwrite)
    paper = _paper_language(form)
    plan = Plan(form.with_common_values(paper), paper, today)
    job = Job(plan, data, cast(HiddenRows, hidden or "ask"), contents=contents)
    report = checked_data(job, InProcess(), beforehand=habit_problems(files, kommune))
    _report(report, as_json=as_json)
    if annotate is not None:
        make_folder(annotate.parent)
        copy = annotated(files[0].name, report.contents[files[0]], report.problems, current(), today)
        write_file(annotate, copy, overwrite=overwrite)
        click.echo(say("file-written", current(), file=annotate), err=True)
    return check_exit_code(report.problems)


def _same(first: Path, second: Path) -> bool:
    return first.resolve() == second.resolve()


def _paper_language(form: Form) -> Language:
    """Language of the papers to measure: the one asked for or that of messages if the form has it, else its first."""
    wanted = (asked_language(), current(), *form.languages)
    return next(one for one in wanted if one in form.languages)


def _report(report: PrecheckReport, *, as_json: bool) -> None:
    if as_json:
        listed = {"records": report.taken, "problems": [as_data(problem) for problem in report.problems]}
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
    else:
        show(report.problems, on_stdout=True)
        show_counts(report.taken, report.problems)
