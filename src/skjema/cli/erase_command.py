"""`skjema erase`"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from skjema.batch.target import earlier_run
from skjema.cli.app import Command
from skjema.cli.ask import ask, is_somebody_there
from skjema.cli.language import current
from skjema.cli.options import date_option, file_option, language_option, option, path_type
from skjema.errors import ExitCode
from skjema.output.erase import Erased, Remnant, erase, leave, receipt, remnants, scans_in, still_there
from skjema.output.folder import folder_at
from skjema.output.left_beside import left_beside
from skjema.output.previous import KEY, Previous
from skjema.output.whole_file import check_room, make_folder, write_file
from skjema.wording.messages import say


@click.command("erase", cls=Command)
@click.argument("given", metavar="MAPPE|FIL...", nargs=-1, required=True, type=path_type())
@option("--yes", "is_sure", is_flag=True)
@file_option("--receipt", "receipt_file")
@date_option()
@language_option()
@click.pass_context
def command(
    ctx: click.Context, given: tuple[Path, ...], is_sure: bool, receipt_file: Path | None, today: date
) -> int:  # fmt: skip
    given_folders = [path for path in given if path.is_dir()]
    scans = {path: scans_in(path) for path in given_folders if not (path / KEY).exists()} if given_folders[1:] else {}
    folders = [path for path in given_folders if not scans.get(path)]
    if len(folders) > 1:
        raise click.UsageError(say("usage-erase", current()), ctx)
    papers = [paper for path in scans for paper in scans[path]]
    folder = folders[0] if folders else None
    previous = earlier_run(folder_at(str(folder)), None) if folder else None
    found = remnants(folder, previous, [*(path for path in given if path not in given_folders), *papers])
    paper = receipt_file or Path(f"slettet-{today.isoformat()}.json")
    check_room([paper], overwrite=False)
    _list(found, left_beside(folder, [*scans, *(one.path for one in found)]))
    if not (is_sure or (is_somebody_there() and ask(say("ask-erase", current())))):
        click.echo(say("erase-not", current()), err=True)
        return ExitCode.USAGE
    return _erase(found, folder, [*scans], previous, paper, today)


def _list(found: Sequence[Remnant], beside: Sequence[Path]) -> None:
    """List what is to be removed: other files by name, the number of documents, and files beside them."""
    counts = {kind: sum(one.kind == kind for one in found) for kind in ("document", "made", "report", "key")}
    for one in found:
        if one.kind == "made":
            click.echo(f"  {one.path}", err=True)
    own = counts["report"] + counts["key"]
    click.echo(say("erase-list", current(), documents=counts["document"], others=counts["made"], own=own), err=True)
    if beside:
        click.echo(say("erase-beside", current(), files=tuple(map(_as_typed, beside))), err=True)


def _as_typed(path: Path) -> str:
    """A path as typed in the working folder."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _erase(
    found: Sequence[Remnant],
    folder: Path | None,
    scans: Sequence[Path],
    previous: Previous | None,
    paper: Path,
    today: date,
) -> ExitCode:
    """Remove the files, and write a receipt of those that are gone, even if some couldn't be removed."""
    erased: list[Erased] = []
    try:
        erased.extend(erase(found))  # one by one, so that files removed before an error are on the receipt
        if folder:
            leave(folder, scans)
    finally:
        left = still_there(found, folder)
        make_folder(paper.parent)
        records = len(previous.outcomes) if previous else 0
        write_file(paper, receipt(previous.form if previous else "", records, erased, left, today))
    click.echo(say("erased", current(), files=len(erased), left=left), err=True)
    click.echo(say("erase-backups", current()), err=True)
    click.echo(paper)
    return ExitCode.DONE
