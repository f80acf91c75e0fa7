"""`skjema draft` of a Word file."""

from datetime import date
from pathlib import Path

import click

from skjema.cli.draft_files import lint_of, write_draft
from skjema.cli.language import current
from skjema.cli.problem_lines import show
from skjema.convert.find import find_converter
from skjema.draft.draft_word import TakenPlace, WordDraft, draft_word
from skjema.draft.write_draft import DraftForm, definition_text
from skjema.errors import ConverterError, ExitCode
from skjema.formats.open_input import read_file
from skjema.problems import Severity
from skjema.wording import on_one_line
from skjema.wording.messages import say


def draft_of_word(file: Path, form_id: str, folder: Path, today: date, *, overwrite: bool) -> ExitCode:
    """Write the first definition of a Word file, and the file with tags where it needs them."""
    drafted = draft_word(file.name, read_file(file))
    papers = {"word": "own"} | ({"pdf": "from-word"} if _has_converter() else {})
    form = DraftForm(
        id=form_id, title=drafted.title or file.stem, file=file.name, language=current(), guesses=drafted.guesses,
        groups=drafted.groups, papers=papers,
    )  # fmt: skip
    definition = definition_text(form, today, current()).encode()
    contents = {"skjema.toml": definition, f"{form_id}.{current()}.docx": drafted.docx}
    write_draft(contents, folder, overwrite=overwrite)
    _say(drafted, form, folder)
    is_left = any(one.severity is not Severity.NOTE for one in drafted.problems)
    return ExitCode.WARNINGS if drafted.strange or is_left else ExitCode.DONE


def _has_converter() -> bool:
    """Whether PDFs can be made of Word files here."""
    try:
        find_converter()
    except ConverterError:
        return False
    return True


def _say(drafted: WordDraft, form: DraftForm, folder: Path) -> None:
    """Say what was taken for what, field by field."""
    wide = max(len(one.guess.id) for one in drafted.taken)
    for one in drafted.taken:
        click.echo(f"{one.guess.id:{wide}}  {one.guess.type:14} {_told(one)}")
    for strange in drafted.strange:
        click.echo(say("draft-strange", current(), got=on_one_line(strange)), err=True)
    show(drafted.problems)
    if "pdf" not in form.papers:
        click.echo(say("draft-no-converter", current()), err=True)
    guessed = sum(one.guess.reason in ("label", "name", "unknown") for one in drafted.taken)
    click.echo(say("drafted", current(), count=len(drafted.taken), guessed=guessed, lint=lint_of(folder)), err=True)


def _told(one: TakenPlace) -> str:
    guess, source = one.guess, say(f"draft-from-{one.source}", current())
    mark = f" ({say(f'draft-reason-{guess.reason}', current())})" if guess.reason != "kind" else ""
    where = " ".join(filter(None, (*guess.sources[:1], guess.place)))
    return on_one_line(f"{guess.label}{mark} \u2013 {source} {where}".rstrip())
