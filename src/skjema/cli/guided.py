"""`skjema liste.xlsx`: checks a list, and asks whether to fill and to pack it."""

import sys
from pathlib import Path

import click

from skjema.cli.app import Command
from skjema.cli.ask import ask, is_somebody_there
from skjema.cli.language import current
from skjema.definition.catalogue import list_forms
from skjema.errors import ExitCode, SkjemaError, UsageError
from skjema.formats.open_input import read_file
from skjema.problems import Problem
from skjema.records.guide_sheets import form_of_guide, is_own_guide
from skjema.records.readers import read_content
from skjema.wording import in_language
from skjema.wording.messages import say

_SOUND = (ExitCode.DONE, ExitCode.WARNINGS)


@click.command("guided", cls=Command)
@click.argument("files", nargs=-1, type=Path)
def command(files: tuple[Path, ...]) -> int:
    form_id = _form_of(files[0]) or _asked_form(files[0])
    data = [str(file) for file in files]
    code = _run("check", form_id, *data)
    if code not in _SOUND or not is_somebody_there():
        return code
    if ask(say("ask-fill", current())):
        code = _run("fill", form_id, *data)
    if code in _SOUND and ask(say("ask-pack", current())):
        code = _run("pack", form_id, *data, "-o", f"{files[0].stem}-{form_id}.pdf")
    return code


def _run(*arguments: str) -> int:
    program = click.get_current_context().find_root().command
    return int(program.main(args=arguments, prog_name="skjema", standalone_mode=False) or ExitCode.DONE)


def _form_of(file: Path) -> str:
    """The form that a workbook made by skjema is for; empty for other lists."""
    try:
        content = read_content(read_file(file), file.name, len)
    except SkjemaError:  # reported by the check that follows
        return ""
    guides = (form_of_guide(table) for table in content.tables if is_own_guide(table))
    return next(filter(None, guides), "")


def _asked_form(file: Path) -> str:
    """The form that the clerk chooses for a list.

    Raises:
        UsageError: Nobody can be asked.
    """
    entries = list(list_forms())
    if is_somebody_there():
        for number, entry in enumerate(entries, start=1):
            click.echo(f"{number:3}  {in_language(entry.title, current())} ({entry.id})", err=True)
        click.echo(f"{say('ask-form', current())} ", nl=False, err=True)
        answer = sys.stdin.readline().strip()
        if answer.isdecimal() and 0 < int(answer) <= len(entries):
            return entries[int(answer) - 1].id
    known = tuple(entry.id for entry in entries)
    raise UsageError(Problem("form-needed", params={"got": file.name, "known": known}))
