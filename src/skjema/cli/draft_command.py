"""`skjema draft`"""

from datetime import date
from pathlib import Path

import click

from skjema import api
from skjema.cli.app import Command
from skjema.cli.language import current
from skjema.cli.options import date_option, language_option, option, path_type
from skjema.cli.problem_lines import show
from skjema.definition.check_texts import is_kebab_case
from skjema.errors import ExitCode
from skjema.output.whole_file import check_room, make_folder, write_file
from skjema.wording import on_one_line
from skjema.wording.draft import draft_word
from skjema.wording.messages import say


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
    draft = api.draft(file, form_id, language=current(), today=today)
    contents = {"skjema.toml": draft.definition.encode(), **draft.papers}
    check_room([output / name for name in contents], overwrite=overwrite)
    make_folder(output)
    for name, content in contents.items():
        write_file(output / name, content, overwrite=overwrite)
        click.echo(say("file-written", current(), file=output / name), err=True)
    for guess in draft.guesses:
        by = draft_word(f"draft-told-{guess.reason}", current())
        click.echo(f"{guess.place} {guess.id}: {guess.type} ({on_one_line(guess.label)}) {by}".rstrip())
    show(draft.problems)
    click.echo(say("drafted", current(), count=len(draft.guesses), form=form_id), err=True)
    return ExitCode.WARNINGS if draft.problems else ExitCode.DONE
