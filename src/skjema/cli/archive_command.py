"""`skjema archive`"""

from datetime import date
from pathlib import Path

import click

from skjema.batch.archive import make_package
from skjema.batch.target import earlier_run
from skjema.cli.app import Command
from skjema.cli.language import current
from skjema.cli.options import form_language, open_form, option, paper_options, path_type
from skjema.cli.problem_lines import show
from skjema.errors import ExitCode
from skjema.output.folder import folder_at
from skjema.output.whole_file import check_room, make_folder, write_file
from skjema.wording.messages import say


@click.command("archive", cls=Command)
@click.argument("run", metavar="MAPPE", type=path_type())
@click.argument("returned", metavar="SVAR...", nargs=-1, type=path_type())
@option("--list", "listed", type=path_type(), metavar="FIL", multiple=True, required=True)
@option("-o", "--output", text="archive -o", type=path_type(), metavar="FIL", required=True)
@option("--restriction", default="UOFF", metavar="KODE")
@option("--overwrite", is_flag=True)
@paper_options()
@click.pass_context
def command(
    ctx: click.Context, run: Path, returned: tuple[Path, ...], listed: tuple[Path, ...], output: Path,
    restriction: str, overwrite: bool, today: date, kommune: Path | None, templates: Path | None
) -> int:  # fmt: skip
    if output.suffix.casefold() != ".zip":
        raise click.UsageError(say("usage-archive", current()), ctx)
    check_room([output], overwrite=overwrite)
    previous = earlier_run(folder_at(str(run)), None)
    form = open_form(previous.form, templates, kommune)
    package = make_package(form, run, previous, listed, returned, form_language(form), today, restriction)
    show(package.problems)
    make_folder(output.parent)
    write_file(output, package.content, overwrite=overwrite)
    click.echo(say("archived", current(), sent=package.sent, returned=package.returned), err=True)
    click.echo(output)
    return ExitCode.WARNINGS if package.problems else ExitCode.DONE
