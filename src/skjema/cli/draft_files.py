"""The files of a first definition."""

from collections.abc import Mapping
from pathlib import Path

import click

from skjema.cli.language import current
from skjema.output.whole_file import check_room, make_folder, write_file
from skjema.wording.messages import say


def write_draft(contents: Mapping[str, bytes], folder: Path, *, overwrite: bool) -> None:
    """Write the files of a draft, all of them or none where one is there already."""
    check_room([folder / name for name in contents], overwrite=overwrite)
    make_folder(folder)
    for name, content in contents.items():
        write_file(folder / name, content, overwrite=overwrite)
        click.echo(say("file-written", current(), file=folder / name), err=True)
