"""`skjema fill`"""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import cast

import click

from skjema.batch import INCOMPLETE, Job, Progress, Renderer, Survey, Target, run, survey
from skjema.cli.app import Command
from skjema.cli.ask import about_hidden
from skjema.cli.language import current
from skjema.cli.options import (
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
from skjema.cli.report import show, show_counts
from skjema.definition.model import Form
from skjema.errors import ExitCode, FileError
from skjema.output.manifest import Manifest
from skjema.output.names import fresh_folder, namer
from skjema.problems import Place, Problem, Severity
from skjema.records.read import HiddenRows
from skjema.wording import Language
from skjema.wording.messages import say

FORMATS = ("docx", "pdf")


class _Rows(click.ParamType[frozenset[int]]):
    """Numbers of records: `1-3,7`."""

    name = "rows"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[int]:
        numbers: set[int] = set()
        for part in str(value).split(","):
            first, _, last = part.strip().partition("-")
            if not first.isdecimal() or not (last or first).isdecimal() or not 0 < int(first) <= int(last or first):
                self.fail(say("usage-rows", current()), param, ctx)
            numbers.update(range(int(first), int(last or first) + 1))
        return frozenset(numbers)


@click.command("fill", cls=Command)
@form_argument()
@data_argument()
@option("-o", "--output", text="fill -o", type=click.Path(path_type=Path), metavar="MAPPE")
@option("--format", "formats", type=click.Choice(FORMATS), multiple=True)
@option("--flat", is_flag=True)
@option("--rows", type=_Rows(), metavar="1-3,7")
@option("--draft", is_flag=True)
@option("--partial", is_flag=True)
@option("--name", "pattern", metavar="MØNSTER")
@hidden_option()
@option("--overwrite", is_flag=True)
@date_option()
@kommune_option()
@templates_option()
@language_option()
def command(
    form_id: str, files: tuple[Path, ...], output: Path | None, formats: tuple[str, ...], flat: bool,
    rows: frozenset[int] | None, draft: bool, partial: bool, pattern: str | None, hidden: str | None, overwrite: bool,
    today: date, kommune: Path | None, templates: Path | None
) -> int:  # fmt: skip
    form = open_form(form_id, templates, kommune)
    job = Job(form, form_language(form), files, today, cast(HiddenRows, hidden or "ask"), rows, draft)
    renderers = [_renderer(one, form, job.language, flat=flat, draft=draft) for one in formats or FORMATS]
    usual = Path(f"{form.id}-{today.isoformat()}")
    folder = output or (usual if overwrite else fresh_folder(usual))
    target = Target(folder, namer(form, job.language, pattern), overwrite)
    job, found = about_hidden(job, lambda job: survey(job, renderers, target))
    _show(found)
    if found.is_blocked or len(found.failed) == found.taken or (found.failed and not partial):
        _say_nothing_written(found, draft=draft, partial=partial)
        return ExitCode.INPUT
    if found.existing:
        raise FileError(Problem("files-exist", Place(folder.name), gaps={"count": found.existing}))
    before = len(found.problems)
    manifest = run(job, found, renderers, target, progress=_progress())
    show(found.problems[before:])
    return _result(manifest, found, folder)


def _renderer(kind: str, form: Form, language: Language, *, flat: bool, draft: bool) -> Renderer:
    if kind == "docx":
        from skjema.render.word.render import WordRenderer

        return WordRenderer(form, language, draft=draft)
    from skjema.render.pdf.render import PdfRenderer

    return PdfRenderer(form, language, flat=flat, draft=draft)


def _show(found: Survey) -> None:
    """Errors and warnings in full, and how many notes there are besides."""
    notes = sum(problem.severity is Severity.NOTE for problem in found.problems)
    show(problem for problem in found.problems if problem.severity is not Severity.NOTE)
    if notes:
        click.echo(say("more-notes", current(), count=notes), err=True)
    show_counts(found.taken, found.problems)


def _say_nothing_written(found: Survey, *, draft: bool, partial: bool) -> None:
    """That the errors stop the run, and what else would help."""
    click.echo(say("nothing-written", current()), err=True)
    if not partial and not found.is_blocked and len(found.failed) < found.taken:
        click.echo(say("try-partial", current(), count=found.taken - len(found.failed)), err=True)
    errors = {one.code for one in found.problems if one.severity is Severity.ERROR}
    if not draft and errors <= INCOMPLETE:
        click.echo(say("try-draft", current()), err=True)


def _progress() -> Progress | None:
    """A count on one line of the terminal; nothing where there is no terminal."""
    if not sys.stderr.isatty():
        return None

    def show_progress(done: int, total: int) -> None:
        if done == total or done % 25 == 0:
            click.echo(f"\r{say('progress', current(), done=done, total=total)}", nl=done == total, err=True)

    return show_progress


def _result(manifest: Manifest, found: Survey, folder: Path) -> ExitCode:
    written = [file for outcome in manifest.outcomes for file in outcome.files]
    failed = _count(manifest, ("failed",))
    gaps = {"files": len(written), "folder": folder, "records": len(manifest.outcomes), "failed": failed}
    click.echo(say("written-failed" if failed else "written", current(), **gaps), err=True)
    click.echo(folder)
    if failed:
        return ExitCode.SOME_FAILED
    doubtful = any(problem.severity is not Severity.NOTE for problem in found.problems)
    return ExitCode.WARNINGS if doubtful else ExitCode.DONE


def _count(manifest: Manifest, statuses: Sequence[str]) -> int:
    return sum(outcome.status in statuses for outcome in manifest.outcomes)
