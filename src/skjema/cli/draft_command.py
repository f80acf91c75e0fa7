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
from skjema.draft.guess import Guess
from skjema.errors import ExitCode
from skjema.problems import Severity
from skjema.wording import on_one_line
from skjema.wording.messages import say


@click.command("draft", cls=Command)
@click.argument("files", metavar="FIL...", nargs=-1, required=True, type=path_type())
@option("-o", "--output", text="draft -o", type=path_type(), metavar="MAPPE", required=True)
@option("--overwrite", is_flag=True)
@date_option()
@language_option()
def command(files: tuple[Path, ...], output: Path, overwrite: bool, today: date) -> int:
    form_id = output.resolve().name
    if not is_kebab_case(form_id):
        raise click.UsageError(say("usage-draft", current(), got=form_id))
    draft = api.draft(files, form_id, language=current(), today=today)
    write_draft({"skjema.toml": draft.definition.encode(), **draft.papers}, output, overwrite=overwrite)
    ids = [f"{one.group}.{one.id}" if one.group else one.id for one in draft.guesses]
    wide = max(map(len, ids))
    for own, guess in zip(ids, draft.guesses, strict=True):
        click.echo(f"{own:{wide}}  {guess.type:14} {_described(guess)}")
    show(draft.problems)
    guessed = sum(one.reason in ("label", "name", "unknown") for one in draft.guesses)
    click.echo(say("drafted", current(), count=len(draft.guesses), guessed=guessed, lint=lint_of(output)), err=True)
    is_left = any(one.severity is not Severity.NOTE for one in draft.problems)
    return ExitCode.WARNINGS if is_left else ExitCode.DONE


def _described(guess: Guess) -> str:
    """What a field is called, what its type was taken from, and where it stands."""
    source = say(f"draft-from-{guess.found_in}", current())
    mark = f" ({say(f'draft-reason-{guess.reason}', current())})" if guess.reason != "kind" else ""
    where = " ".join(filter(None, (*guess.sources[:1], guess.place)))
    return on_one_line(f"{guess.label}{mark} \u2013 {source} {where}".rstrip())
