"""Writes the files of a drafted definition."""

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
    """A command to type for a draft, with paths relative to the working folder."""
    own = folder.resolve()
    name = own.name
    if own.parent == Path("templates").resolve():
        return f"skjema {verb} {name}"
    parent = os.path.relpath(own.parent) if own.parent.is_relative_to(Path.cwd()) else str(own.parent)
    return f"skjema {verb} {name} --templates {_quoted(parent)}"


def _quoted(path: str) -> str:
    """A path quoted for the shell of this system."""
    return subprocess.list2cmdline([path]) if sys.platform == "win32" else shlex.quote(path)


def write_draft(contents: Mapping[str, bytes], folder: Path, *, overwrite: bool) -> None:
    """Write the files of a draft; none of them where one already exists."""
    check_room([folder / name for name in contents], overwrite=overwrite)
    make_folder(folder)
    for name, content in contents.items():
        write_file(folder / name, content, overwrite=overwrite)
        click.echo(say("file-written", current(), file=folder / name), err=True)
