"""`skjema draft`"""

from collections import Counter
from collections.abc import Iterator, Sequence
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
from skjema.wording.draft import draft_wording
from skjema.wording.messages import say


@click.command("draft", cls=Command)
@click.argument("files", metavar="FIL...", type=path_type(), nargs=-1, required=True)
@option("-o", "--output", text="draft -o", type=path_type(), metavar="MAPPE", required=True)
@option("--overwrite", is_flag=True)
@date_option()
@language_option()
def command(files: tuple[Path, ...], output: Path, overwrite: bool, today: date) -> int:
    if len(files) == 1:
        form_id = output.resolve().name
        if not is_kebab_case(form_id):
            raise click.UsageError(say("usage-draft", current(), got=form_id))
        return _draft(files[0], form_id, output, today, overwrite=overwrite)
    names = _form_ids(files)
    return max(
        _tried(file, name, output / name, today, overwrite=overwrite) for file, name in zip(files, names, strict=True)
    )


def _form_ids(files: Sequence[Path]) -> list[str]:
    """What each of several forms is called: as its file is, in small letters and hyphens."""
    names = [plain_id(one.stem).replace("_", "-") for one in files]
    for file, name in zip(files, names, strict=True):
        if not is_kebab_case(name):
            raise click.UsageError(say("usage-draft", current(), got=file.name))
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        same = (file.name for file, name in zip(files, names, strict=True) if name == twice[0])
        raise click.UsageError(say("usage-draft-twice", current(), names=", ".join(same), name=twice[0]))
    return names


def _tried(file: Path, form_id: str, folder: Path, today: date, *, overwrite: bool) -> int:
    """The exit code of one of several: what is wrong with it keeps none of the others."""
    click.echo(f"{file.name}:")
    try:
        return _draft(file, form_id, folder, today, overwrite=overwrite)
    except SkjemaError as error:
        show(error.problems)
        return error.exit_code


def _draft(file: Path, form_id: str, folder: Path, today: date, *, overwrite: bool) -> int:
    draft = api.draft(file, form_id, language=current(), today=today)
    write_draft({"skjema.toml": draft.definition.encode(), **draft.papers}, folder, overwrite=overwrite)
    for line in _lines_of_word(draft) if draft.read_from else map(_line_of_pdf, draft.guesses):
        click.echo(line)
    for strange in draft.strange:
        click.echo(say("draft-strange", current(), got=on_one_line(strange)), err=True)
    show(draft.problems)
    if draft.pdf == "made":
        click.echo(say("draft-no-converter", current()), err=True)
    guessed = sum(one.reason in ("label", "name", "unknown") for one in draft.guesses)
    following = {verb: command_of(verb, folder) for verb in ("lint", "sheet")}
    click.echo(say("drafted", current(), count=len(draft.guesses), guessed=guessed, **following), err=True)
    is_left = any(one.severity is not Severity.NOTE for one in draft.problems)
    return ExitCode.WARNINGS if draft.strange or is_left else ExitCode.DONE


def _line_of_pdf(guess: Guess) -> str:
    """What a field of a PDF was taken for, and where it stands."""
    own = f"{guess.group}.{guess.id}" if guess.group else guess.id
    by = draft_wording(f"draft-told-{guess.reason}", current())
    return f"{guess.place} {own}: {guess.type} ({on_one_line(guess.label)}) {by}".rstrip()


def _lines_of_word(draft: api.Draft) -> Iterator[str]:
    """What each place of a Word file was taken for, and the words that it stands beside."""
    wide = max(len(one.id) for one in draft.guesses)
    for guess, source in zip(draft.guesses, draft.read_from, strict=True):
        mark = f" ({say(f'draft-reason-{guess.reason}', current())})" if guess.reason != "kind" else ""
        where = " ".join(filter(None, (*guess.sources[:1], guess.place)))
        told = on_one_line(f"{guess.label}{mark} \u2013 {say(f'draft-from-{source}', current())} {where}".rstrip())
        yield f"{guess.id:{wide}}  {guess.type:14} {told}"
