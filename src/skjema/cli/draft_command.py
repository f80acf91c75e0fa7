"""`skjema draft`"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from skjema import api
from skjema.cli.app import Command
from skjema.cli.draft_files import command_of, write_draft
from skjema.cli.language import current
from skjema.cli.options import date_option, language_option, option, path_type
from skjema.cli.problem_lines import show
from skjema.definition.check_texts import is_kebab_case
from skjema.draft.guess import Guess, plain_id
from skjema.errors import ExitCode, SkjemaError
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
    forms = _papers_by_form(files)
    if len(forms) == 1:
        return _draft(files, output.resolve().name, output, today, overwrite=overwrite)
    return max(_tried(papers, name, output / name, today, overwrite=overwrite) for name, papers in forms.items())


def _papers_by_form(files: Sequence[Path]) -> dict[str, list[Path]]:
    """The papers of each form by id: a Word file and a PDF with the same name belong to one form."""
    forms: dict[str, list[Path]] = {}
    for file in files:
        forms.setdefault(plain_id(file.stem).replace("_", "-"), []).append(file)
    for name, papers in forms.items():
        if len({one.suffix.casefold() for one in papers}) < len(papers):
            names = ", ".join(one.name for one in papers)
            raise click.UsageError(say("usage-draft-twice", current(), names=names, name=name))
        if len(forms) > 1:
            _require_id(name, papers[0].name)
    return forms


def _require_id(form_id: str, got: str) -> None:
    if not is_kebab_case(form_id):
        raise click.UsageError(say("usage-draft", current(), got=got))


def _tried(papers: Sequence[Path], form_id: str, folder: Path, today: date, *, overwrite: bool) -> int:
    """Draft one of several forms; returns an exit code, so that a faulty paper doesn't stop the others."""
    click.echo(f"{', '.join(one.name for one in papers)}:")
    try:
        return _draft(papers, form_id, folder, today, overwrite=overwrite)
    except SkjemaError as error:
        show(error.problems)
        return error.exit_code


def _draft(papers: Sequence[Path], form_id: str, folder: Path, today: date, *, overwrite: bool) -> int:
    _require_id(form_id, form_id)
    draft = api.draft(papers, form_id, language=current(), today=today)
    write_draft({"skjema.toml": draft.definition.encode(), **draft.papers}, folder, overwrite=overwrite)
    ids = [f"{one.group}.{one.id}" if one.group else one.id for one in draft.guesses]
    wide = max(map(len, ids))
    for own, guess in zip(ids, draft.guesses, strict=True):
        click.echo(f"{own:{wide}}  {guess.type:14} {_described(guess)}")
    show(draft.problems)
    guessed = sum(one.reason in ("label", "name", "unknown") for one in draft.guesses)
    following = {verb: command_of(verb, folder) for verb in ("lint", "sheet")}
    click.echo(say("drafted", current(), count=len(draft.guesses), guessed=guessed, **following), err=True)
    is_left = any(one.severity is not Severity.NOTE for one in draft.problems)
    return ExitCode.WARNINGS if is_left else ExitCode.DONE


def _described(guess: Guess) -> str:
    """The label of a guessed field, the source of its type, and where it stands."""
    source = say(f"draft-from-{guess.found_in}", current())
    mark = f" ({say(f'draft-reason-{guess.reason}', current())})" if guess.reason != "kind" else ""
    where = " ".join(filter(None, (*guess.sources[:1], guess.place)))
    return on_one_line(f"{guess.label}{mark} \u2013 {source} {where}".rstrip())
