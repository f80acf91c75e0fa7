"""`skjema lint`"""

from collections.abc import Iterator
from pathlib import Path

import click

from skjema.cli.app import Command
from skjema.cli.language import current
from skjema.cli.lint_pages import made_problems
from skjema.cli.options import kommune_option, language_option, profile_file, templates_option
from skjema.cli.problem_lines import show
from skjema.definition.catalogue import find_form, form_folders, list_forms
from skjema.definition.form_cache import load_form
from skjema.definition.unread import unread_files, unread_names
from skjema.errors import ExitCode, SkjemaError
from skjema.problems import Place, Problem, Severity
from skjema.render.word.check_names import template_problems
from skjema.wording.forms import FORMS, words_lacking
from skjema.wording.messages import say


@click.command("lint", cls=Command)
@click.argument("form_ids", metavar="[SKJEMA...]", nargs=-1)
@kommune_option()
@templates_option()
@language_option()
def command(form_ids: tuple[str, ...], kommune: Path | None, templates: Path | None) -> int:
    profile = profile_file(kommune)
    folders = [find_form(one, templates) for one in form_ids] or [one.folder for one in list_forms(templates)]
    problems = [problem for folder in folders for problem in _problems(folder, profile, templates)]
    show(problems, on_stdout=True)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return ExitCode.TEMPLATE
    click.echo(say("lint-sound", current(), count=len(folders)), err=True)
    return ExitCode.WARNINGS if problems else ExitCode.DONE


def _problems(folder: Path, profile: Path | None, templates: Path | None) -> Iterator[Problem]:
    """Every fault of one form: its definition's, or else its templates'."""
    try:
        form = load_form(folder, profile, form_folders(templates))
    except SkjemaError as error:
        yield from error.problems
        return
    yield from unread_names(form)
    yield from unread_files(form)
    for language in form.languages:
        if lacking := words_lacking(language):
            params: dict[str, object] = {"language": language, "words": tuple(FORMS[one].nb for one in lacking)}
            yield Problem("words-lacking", Place(f"{form.id}/skjema.toml"), Severity.WARNING, params)
        yield from template_problems(form, language)
        yield from made_problems(form, language)
        if form.pdf == "own":
            from skjema.render.pdf.own_paper import lint_own_paper  # loads pypdf, which no other form needs here

            yield from lint_own_paper(form, language)
