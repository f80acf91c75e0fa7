"""Temporary folders for files on their way to their place, and removal of those that killed processes left."""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from skjema.output.file_lock import lock
from skjema.output.whole_file import AT_ONCE, BESIDE, write_error

_STALE = 60
"""Seconds since the last write, after which the process that writes has locked it or is gone."""
_IN_USE = "in-use"
"""Name of the file that is locked as long as a temporary folder is in use."""


@contextlib.contextmanager
def temporary_folder(beside: Path) -> Iterator[Path]:
    """A temporary folder in `beside`, removed afterwards with its content.

    What processes that were killed have left there is removed as well.

    Raises:
        FileError: It can't be made.
    """
    import tempfile  # which takes long to load

    remove_leftovers(beside)
    try:
        folder = tempfile.TemporaryDirectory(prefix=BESIDE, dir=beside, ignore_cleanup_errors=True)
        in_use = (Path(folder.name) / _IN_USE).open("xb")
    except OSError as error:
        raise write_error(beside.name, error) from None
    with folder as path, in_use:
        lock(in_use)
        yield Path(path)


def remove_leftovers(folder: Path, *, own: bool = False) -> None:
    """Remove what processes that were killed had begun to write; what others are writing is left alone.

    Args:
        own: Whether nobody else writes files in one go there, so that those needn't be old to be left over.
    """
    leftovers: list[Path] = []
    with contextlib.suppress(OSError), os.scandir(folder) as entries:  # one by one: a folder may hold 100 000 files
        leftovers = [Path(one.path) for one in entries if one.name.startswith(BESIDE)]
    for path in leftovers:
        with contextlib.suppress(OSError):
            if path.is_dir():
                _remove_folder(path, own=own)
            elif (own and path.suffix == AT_ONCE) or _is_left(path):
                path.unlink()


def _remove_folder(path: Path, *, own: bool) -> None:
    """Remove a temporary folder, if it isn't in use."""
    import shutil

    held = path / _IN_USE
    if _is_left(held, own=own) if held.exists() else _is_old(path):
        shutil.rmtree(path)


def _is_left(path: Path, *, own: bool = False) -> bool:
    """Whether no process holds a file; False where that can't be known."""
    if not own and not _is_old(path):
        return False
    with path.open("r+b") as file:
        return lock(file)


def _is_old(path: Path) -> bool:
    return time.time() - path.stat().st_mtime > _STALE
