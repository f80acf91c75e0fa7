"""`skjema scan`"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from skjema.batch.returned_files import can_scan
from skjema.batch.target import earlier_run
from skjema.cli.app import Command
from skjema.cli.collect_command import read_files, write_answers
from skjema.cli.language import current
from skjema.cli.options import (
    date_option,
    file_option,
    kommune_option,
    language_option,
    open_form,
    option,
    path_type,
    templates_option,
)
from skjema.cli.progress import looking
from skjema.errors import UsageError
from skjema.output.folder import LocalFolder
from skjema.output.previous import SCANNED
from skjema.output.whole_file import check_room
from skjema.problems import Place, Problem
from skjema.wording.messages import say

_KINDS = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"})
"""Endings of what scanners make."""


@click.command("scan", cls=Command)
@click.argument("stack", metavar="BUNKE...", nargs=-1, required=True, type=path_type())
@option("--run", type=path_type(), metavar="MAPPE", required=True)
@option("--list", "listed", type=path_type(), metavar="FIL", multiple=True)
@file_option("-o", "--output", text="collect -o")
@option("--split", type=path_type(), metavar="MAPPE")
@option("--overwrite", is_flag=True)
@date_option()
@kommune_option()
@templates_option()
@language_option(of_papers=True)
@click.pass_context
def command(
    ctx: click.Context, stack: tuple[Path, ...], run: Path, listed: tuple[Path, ...], output: Path | None,
    split: Path | None, overwrite: bool, today: date, kommune: Path | None, templates: Path | None
) -> int:  # fmt: skip
    output, split = output or Path("svar.xlsx"), split or run / SCANNED
    if output.suffix.casefold() != ".xlsx" or output.resolve() in {one.resolve() for one in (*stack, *listed)}:
        raise click.UsageError(say("usage-answers", current()), ctx)
    check_room([output], overwrite=overwrite)
    previous = earlier_run(LocalFolder(run), None)
    form = open_form(previous.form, templates, kommune)
    files = _files(stack)
    if not can_scan():
        raise UsageError(Problem("scan-extra"))
    from skjema.batch.scan import sort_stack, write_papers

    sorter = sort_stack(form, previous, files, looking())
    write_papers(sorter, LocalFolder(split))
    counts = sorter.counts
    params = {"pages": counts.pages, "turned": counts.turned, "blank": counts.blank, "unknown": counts.unknown}
    click.echo(say("scanned", current(), **params, papers=counts.papers, folder=split), err=True)
    # also what earlier stacks have left there: the workbook tells of all that has come on paper
    return write_answers(form, read_files([split], output), listed, previous, output, today, overwrite=overwrite)


def _files(stack: Sequence[Path]) -> list[Path]:
    """The files of a stack, those of folders by their names.

    Raises:
        UsageError: One is neither a PDF nor a picture.
    """
    found = list(_listed(stack))
    if foreign := [path for path in found if path.suffix.casefold() not in _KINDS]:
        raise UsageError(*(Problem("scan-kind", Place(path.name)) for path in foreign))
    return found


def _listed(stack: Sequence[Path]) -> Iterator[Path]:
    for path in stack:
        if path.is_dir():
            yield from sorted(one for one in path.iterdir() if one.suffix.casefold() in _KINDS and one.is_file())
        else:
            yield path
