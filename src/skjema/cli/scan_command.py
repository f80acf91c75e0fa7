"""`skjema scan`"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from skjema.batch.returned_files import ReadFile, can_scan, returned_files
from skjema.batch.sent import read_lists
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
from skjema.problems import Place, Problem, Severity
from skjema.records.readers import HEIC, PICTURES
from skjema.wording.messages import say

_KINDS = frozenset({".pdf", *PICTURES})
"""Endings of files that scanners make."""


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
    files, others = _files(stack)
    read_lists(listed)  # fails before a whole stack is read in vain
    if not can_scan():
        raise UsageError(Problem("scan-extra"))
    from skjema.batch.scan import sort_stack, write_papers

    if form.pdf == "own":
        click.echo(say("own-no-code", current()), err=True)
    sorter = sort_stack(form, previous, files, looking())
    write_papers(sorter, LocalFolder(split))
    counts = sorter.counts
    params = {"pages": counts.pages, "turned": counts.turned, "blank": counts.blank, "unknown": counts.unknown}
    click.echo(say("scanned", current(), **params, papers=counts.papers, folder=split), err=True)
    # including papers of earlier stacks, since the workbook has all replies on paper
    read = [*(ReadFile("", None, (one,)) for one in (*others, *counts.problems)), *read_files([split], output)]
    return write_answers(form, read, listed, previous, output, today, overwrite=overwrite)


def _files(stack: Sequence[Path]) -> tuple[list[Path], list[Problem]]:
    """The files of a stack, with those of folders in order of name, and problems with other files in the folders.

    Raises:
        UsageError: A named file is neither a PDF nor a picture, or there is none that is.
    """
    found, others, named = list[Path](), list[Problem](), {path for path in stack if not path.is_dir()}
    for path in returned_files(stack):
        if path.suffix.casefold() in _KINDS:
            found.append(path)
        else:
            code = "returned-heic" if path.suffix.casefold() in HEIC else "scan-kind"
            others.append(Problem(code, Place(path.name), Severity.WARNING))
    if not found or any(path.suffix.casefold() not in _KINDS for path in named):
        refused = [replace(one, severity=Severity.ERROR) for one in others]
        raise UsageError(*refused or [Problem("scan-nothing")])
    return found, others
