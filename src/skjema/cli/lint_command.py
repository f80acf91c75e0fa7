"""`skjema lint`"""

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from skjema.cli.app import Command
from skjema.cli.language import current
from skjema.cli.lint_pages import made_problems
from skjema.cli.lint_trial import trial_problems
from skjema.cli.options import kommune_option, language_option, option, profile_file, templates_option
from skjema.cli.papers import papers_of
from skjema.cli.problem_lines import show
from skjema.definition.catalogue import find_form, form_folders, list_forms
from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.definition.unread import unread_files, unread_names
from skjema.errors import ExitCode, SkjemaError
from skjema.formats.open_input import read_file
from skjema.output.whole_file import write_file
from skjema.problems import Place, Problem, Severity
from skjema.render.word.check_names import template_problems
from skjema.wording import Language
from skjema.wording.forms import FORMS, words_lacking
from skjema.wording.messages import say

_WORD, _PDF = ".docx", ".pdf"
_FILES = (_WORD, _PDF)


@click.command("lint", cls=Command)
@click.argument("form_ids", metavar="[SKJEMA|FIL...]", nargs=-1)
@option("--annotate", text="lint --annotate", is_flag=True)
@kommune_option()
@templates_option()
@language_option()
def command(
    form_ids: tuple[str, ...], kommune: Path | None, templates: Path | None, *, annotate: bool
) -> int:  # fmt: skip
    profile = profile_file(kommune)
    files = [Path(one) for one in form_ids if one.casefold().endswith(_FILES)]
    names = [one for one in form_ids if not one.casefold().endswith(_FILES)]
    if annotate and not files:
        raise click.UsageError(say("usage-lint-annotate", current()))
    folders = [find_form(one, templates) for one in names]
    if not form_ids:
        folders = [one.folder for one in list_forms(templates)]
    problems = [problem for folder in folders for problem in _problems(folder, profile, templates)]
    problems += [problem for file in files for problem in _file_problems(file, annotate=annotate)]
    show(problems, on_stdout=True)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return ExitCode.TEMPLATE
    if folders:
        click.echo(say("lint-sound", current(), count=len(folders)), err=True)
    is_noted = all(problem.severity is Severity.NOTE for problem in problems)
    return ExitCode.DONE if is_noted else ExitCode.WARNINGS


def _file_problems(file: Path, *, annotate: bool) -> list[Problem]:
    """Problems with any Word file or PDF; `annotate` also writes a copy with comments."""
    content = read_file(file)
    problems, annotated = (_inspected_pdf if file.suffix.casefold() == _PDF else _inspected_word)(file.name, content)
    if annotate and problems:
        copy = file.with_name(f"{file.stem}-{say('annotated-copy', current())}{file.suffix}")
        write_file(copy, annotated())
        click.echo(say("file-written", current(), file=copy), err=True)
    return problems


_Inspected = tuple[list[Problem], Callable[[], bytes]]
"""Problems with a file, and a function that makes a copy with a comment at each of them."""


def _inspected_word(name: str, content: bytes) -> _Inspected:
    from skjema.render.word.annotate_template import annotated_template
    from skjema.render.word.inspect_template import inspect_template

    findings = inspect_template(name, content)
    return [one.problem for one in findings], lambda: annotated_template(name, content, findings, current())


def _inspected_pdf(name: str, content: bytes) -> _Inspected:
    from skjema.render.pdf.annotate_pdf import annotated_pdf
    from skjema.render.pdf.inspect_pdf import inspect_pdf

    findings = inspect_pdf(name, content)
    return [one.problem for one in findings], lambda: annotated_pdf(name, content, findings, current())


def _pdf_problems(form: Form, language: Language, told: set[str]) -> Iterator[Problem]:
    """Problems with a form's own PDF, without those in `told`, which have been reported in view of the form."""
    name, content = form.own_pdfs.get(language, ("", b""))
    about_form = told | {"pdf-prefilled", "pdf-not-printed", "pdf-off-page", "pdf-unseen"}
    if content:
        yield from (one for one in _inspected_pdf(name, content)[0] if one.code not in about_form)


def _problems(folder: Path, profile: Path | None, templates: Path | None) -> Iterator[Problem]:
    """Every fault of one form: of its definition, or else of its templates."""
    try:
        form = load_form(folder, profile, form_folders(templates))
    except SkjemaError as error:
        yield from error.problems
        return
    if papers := papers_of(form):
        click.echo(f"{form.id}{papers}", err=True)
    yield from unread_names(form)
    yield from unread_files(form)
    for language in form.languages:
        if lacking := words_lacking(language):
            params: dict[str, object] = {"language": language, "words": tuple(FORMS[one].nb for one in lacking)}
            yield Problem("words-lacking", Place(f"{form.id}/skjema.toml"), Severity.WARNING, params)
        yield from (in_template := list(template_problems(form, language)))
        if not any(one.severity is Severity.ERROR for one in in_template):
            yield from trial_problems(form, language)
        yield from made_problems(form, language)
        if form.pdf == "own":
            from skjema.render.pdf.own_paper import lint_own_paper  # loads pypdf, which no other form needs here

            found = list(lint_own_paper(form, language))
            yield from found
            yield from _pdf_problems(form, language, {one.code for one in found})
