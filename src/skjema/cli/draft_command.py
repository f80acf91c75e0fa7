"""`skjema draft`"""

from datetime import date
from pathlib import Path

import click

from skjema.cli.app import Command
from skjema.cli.language import current
from skjema.cli.options import date_option, language_option, option, path_type
from skjema.convert.find import find_converter
from skjema.draft.draft_word import TakenPlace, WordDraft, draft_word
from skjema.draft.guess import plain_id
from skjema.draft.write_draft import DraftForm, definition_text
from skjema.errors import ConverterError, ExitCode, InputError
from skjema.formats.open_input import read_file
from skjema.output.whole_file import make_folder, write_file
from skjema.problems import Place, Problem
from skjema.wording import on_one_line
from skjema.wording.messages import say


@click.command("draft", cls=Command)
@click.argument("file", metavar="FIL", type=path_type())
@option("-o", "--output", text="draft -o", type=path_type(), metavar="MAPPE", required=True)
@option("--overwrite", is_flag=True)
@date_option()
@language_option()
def command(file: Path, output: Path, today: date, *, overwrite: bool) -> int:
    if file.suffix.casefold() != ".docx":
        raise InputError(Problem("draft-kind", Place(file.name)))
    form_id = "-".join(plain_id(output.name).split("_")) or "skjema"
    drafted = draft_word(file.name, read_file(file))
    papers = {"word": "own"} | ({"pdf": "from-word"} if _has_converter() else {})
    form = DraftForm(
        id=form_id, title=drafted.title or file.stem, file=file.name, language=current(), guesses=drafted.guesses,
        groups=drafted.groups, papers=papers,
    )  # fmt: skip
    make_folder(output)
    definition, template = output / "skjema.toml", output / f"{form_id}.{current()}.docx"
    write_file(definition, definition_text(form, today, current()).encode(), overwrite=overwrite)
    write_file(template, drafted.docx, overwrite=overwrite)
    _say(drafted, form, definition, template)
    return ExitCode.WARNINGS if drafted.strange else ExitCode.DONE


def _has_converter() -> bool:
    """Whether PDFs can be made of Word files here."""
    try:
        find_converter()
    except ConverterError:
        return False
    return True


def _say(drafted: WordDraft, form: DraftForm, definition: Path, template: Path) -> None:
    """Say what was taken for what, field by field; the files go to stdout."""
    wide = max(len(one.guess.id) for one in drafted.taken)
    for one in drafted.taken:
        click.echo(f"  {one.guess.id:{wide}}  {one.guess.type:14} {_told(one)}", err=True)
    for strange in drafted.strange:
        click.echo(say("draft-strange", current(), got=on_one_line(strange)), err=True)
    if "pdf" not in form.papers:
        click.echo(say("draft-no-converter", current()), err=True)
    guessed = sum(one.guess.reason in ("label", "name", "unknown") for one in drafted.taken)
    click.echo(say("drafted", current(), count=len(drafted.taken), guessed=guessed, form=form.id), err=True)
    click.echo(definition)
    click.echo(template)


def _told(one: TakenPlace) -> str:
    guess, source = one.guess, say(f"draft-from-{one.source}", current())
    mark = f" ({say(f'draft-reason-{guess.reason}', current())})" if guess.reason != "kind" else ""
    where = " ".join(filter(None, (*guess.sources[:1], guess.place)))
    return on_one_line(f"{guess.label}{mark} \u2013 {source} {where}".rstrip())
