"""`skjema convert`"""

from collections.abc import Sequence
from pathlib import Path

import click

from skjema.cli.app import Command
from skjema.cli.language import current
from skjema.cli.options import language_option, option, path_type
from skjema.cli.problem_lines import show
from skjema.cli.progress import progress
from skjema.convert.conversion import Problems, convert_documents, is_convertible
from skjema.convert.documents import Document, find_documents
from skjema.convert.find import find_converter
from skjema.errors import ExitCode, FileError
from skjema.problems import Place, Problem
from skjema.wording.messages import say


@click.command("convert", cls=Command)
@click.argument("places", metavar="DOKUMENT...", nargs=-1, required=True, type=path_type())
@option("-o", "--output", text="convert -o", type=path_type(), metavar="MAPPE")
@option("--workers", type=click.IntRange(1, 64), default=1, metavar="N")
@option("--soffice", metavar="PROGRAM")
@option("--overwrite", is_flag=True)
@language_option()
def command(
    places: tuple[Path, ...], output: Path | None, workers: int, soffice: str | None, overwrite: bool
) -> int:  # fmt: skip
    chosen = find_documents(places, output)
    if not overwrite:
        _refuse_to_overwrite(chosen)
    converter = find_converter(soffice)
    try:
        found = convert_documents(chosen, converter, workers=workers, overwrite=overwrite, progress=progress())
    except KeyboardInterrupt:
        click.echo(f"\n{say('convert-interrupted', current())}", err=True)
        return ExitCode.INTERRUPTED
    show(problem for problems in found.values() for problem in problems)
    return _said(found)


def _refuse_to_overwrite(chosen: Sequence[Document]) -> None:
    """Refuse to run where a PDF already exists."""
    existing = [document.target for document in chosen if document.target.exists() or document.target.is_symlink()]
    if existing:
        raise FileError(Problem("pdfs-exist", Place(existing[0].parent.name), params={"count": len(existing)}))


def _said(problems_by_document: Problems) -> ExitCode:
    """Report the result of the run; only the folders go to stdout."""
    convertible = [document for document, problems in problems_by_document.items() if is_convertible(problems)]
    failed = len(problems_by_document) - len(convertible)
    click.echo(
        say("converted-failed" if failed else "converted", current(), count=len(convertible), failed=failed), err=True
    )
    for folder in dict.fromkeys(document.target.parent for document in convertible):
        click.echo(folder)
    if failed:
        return ExitCode.SOME_FAILED if convertible else ExitCode.CONVERTER
    return ExitCode.WARNINGS if any(problems_by_document.values()) else ExitCode.DONE
