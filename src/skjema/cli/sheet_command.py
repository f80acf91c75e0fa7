"""`skjema sheet`"""

from datetime import date
from pathlib import Path

import click

from skjema import api
from skjema.cli.app import Command
from skjema.cli.language import current
from skjema.cli.options import (
    date_option,
    file_option,
    form_argument,
    form_language,
    kommune_option,
    language_option,
    open_form,
    option,
    templates_option,
)
from skjema.output.whole_file import make_folder, write_file
from skjema.wording import in_language
from skjema.wording.messages import say
from skjema.wording.workbook import sheet_word


@click.command("sheet", cls=Command)
@form_argument()
@file_option("-o", "--output", text="sheet -o")
@option("--example", is_flag=True)
@option("--single", is_flag=True)
@file_option("--from", "earlier")
@option("--year", type=click.IntRange(2000, 2100), metavar="ÅR")
@date_option()
@option("--overwrite", is_flag=True)
@kommune_option()
@templates_option()
@language_option(of_papers=True)
def command(
    form_id: str, output: Path | None, example: bool, single: bool, earlier: Path | None, year: int | None, today: date,
    overwrite: bool, kommune: Path | None, templates: Path | None,
) -> None:  # fmt: skip
    form = open_form(form_id, templates, kommune)
    if year is not None and earlier is None:
        raise click.UsageError(say("usage-year", current()))
    if earlier is not None and (single or example):
        raise click.UsageError(say("usage-from", current()))
    if output is not None and output.suffix.casefold() != ".xlsx":
        raise click.UsageError(say("usage-sheet", current()))
    language = form_language(form)
    if earlier is not None:
        carried = api.carried_sheet(form, earlier, language=language, year=year, today=today)
        content = carried.content
    else:
        carried, content = None, api.sheet(form, language=language, example=example, single=single)
    target = output or Path(f"{form.id}.xlsx")
    make_folder(target.parent)
    write_file(target, content, overwrite=overwrite)
    click.echo(say("file-written", current(), file=target), err=True)
    if carried and carried.not_taken:
        why = in_language(form.taken_from.message, current()) if form.taken_from and form.taken_from.message else ""
        click.echo(say("not-taken", current(), count=carried.not_taken, why=why).rstrip(), err=True)
    for sheet, count in (("left-sheet", carried.left), ("rolled-sheet", carried.marked)) if carried else ():
        if count:
            click.echo(say("sheet-lines", current(), sheet=sheet_word(sheet, language), count=count), err=True)
