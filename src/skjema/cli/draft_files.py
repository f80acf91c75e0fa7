"""The files of a first definition."""

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from skjema.cli.language import current
from skjema.output.whole_file import check_room, make_folder, write_file
from skjema.wording.messages import say


def command_of(verb: str, folder: Path) -> str:
    """A command that does something with a draft, from where we are."""
    own = folder.resolve()
    name = own.name
    if own.parent == Path("templates").resolve():
        return f"skjema {verb} {name}"
    parent = os.path.relpath(own.parent) if own.parent.is_relative_to(Path.cwd()) else str(own.parent)
    return f"skjema {verb} {name} --templates {_quoted(parent)}"


def _quoted(path: str) -> str:
    """A path as the shell of this system takes it."""
    return subprocess.list2cmdline([path]) if sys.platform == "win32" else shlex.quote(path)


def write_draft(contents: Mapping[str, bytes], folder: Path, *, overwrite: bool) -> None:
    """Write the files of a draft, all of them or none where one is there already."""
    check_room([folder / name for name in contents], overwrite=overwrite)
    make_folder(folder)
    for name, content in contents.items():
        write_file(folder / name, content, overwrite=overwrite)
        click.echo(say("file-written", current(), file=folder / name), err=True)
