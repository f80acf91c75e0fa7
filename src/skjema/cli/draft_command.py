"""`skjema draft`"""

from datetime import date
from pathlib import Path

import click

from skjema import api
from skjema.cli.app import Command
from skjema.cli.draft_files import lint_of, write_draft
from skjema.cli.language import current
from skjema.cli.options import date_option, language_option, option, path_type
from skjema.cli.problem_lines import show
from skjema.definition.check_texts import is_kebab_case
from skjema.errors import ExitCode, InputError
from skjema.problems import Place, Problem, Severity
from skjema.wording import on_one_line
from skjema.wording.draft import draft_word
from skjema.wording.messages import say

_PDF, _WORD = ".pdf", ".docx"


@click.command("draft", cls=Command)
@click.argument("file", metavar="FIL", type=path_type())
@option("-o", "--output", text="draft -o", type=path_type(), metavar="MAPPE", required=True)
@option("--overwrite", is_flag=True)
@date_option()
@language_option()
def command(file: Path, output: Path, overwrite: bool, today: date) -> int:
    form_id = output.resolve().name
    if not is_kebab_case(form_id):
        raise click.UsageError(say("usage-draft", current(), got=form_id))
    if file.suffix.casefold() not in (_PDF, _WORD):
        raise InputError(Problem("draft-kind", Place(file.name)))
    if file.suffix.casefold() == _WORD:
        from skjema.cli.draft_of_word import draft_of_word

        return draft_of_word(file, form_id, output, today, overwrite=overwrite)
    draft = api.draft(file, form_id, language=current(), today=today)
    write_draft({"skjema.toml": draft.definition.encode(), **draft.papers}, output, overwrite=overwrite)
    for guess in draft.guesses:
        by = draft_word(f"draft-told-{guess.reason}", current())
        own = f"{guess.group}.{guess.id}" if guess.group else guess.id
        click.echo(f"{guess.place} {own}: {guess.type} ({on_one_line(guess.label)}) {by}".rstrip())
    show(draft.problems)
    guessed = sum(one.reason in ("label", "name", "unknown") for one in draft.guesses)
    click.echo(say("drafted", current(), count=len(draft.guesses), guessed=guessed, lint=lint_of(output)), err=True)
    is_left = any(one.severity is not Severity.NOTE for one in draft.problems)
    return ExitCode.WARNINGS if is_left else ExitCode.DONE
