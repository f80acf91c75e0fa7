"""Files that are whole or not there at all: written beside their name, then moved into place.

What is made here can be read by who made it and nobody else; a file that is replaced and a folder that is there keep
the rights they have.
"""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from skjema.errors import FileError, file_error
from skjema.output.content import Content, StagedFile, StagedPart, whole
from skjema.output.file_lock import lock
from skjema.problems import Place, Problem

_DISK_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

_OURS = 0o600
"""Rights of a new file: on a machine with many users, personal data are for the one who asked for them."""
_OUR_FOLDER = 0o777 if sys.platform == "win32" else 0o700
"""Rights of a new folder; on Windows those of the folder it lies in, which may be an office's shared one."""

BESIDE = ".skjema-"
"""How the name of what is being written begins."""
AT_ONCE, _IN_PIECES = ".tmp", ".part"
"""How it ends: for a file that is written in one go, and for one that takes a while and is locked as long."""

# With plain strings and numbers of open files: objects for them would take as long as the system does.


def write_file(path: Path | str, content: Content, *, overwrite: bool = False) -> None:
    """Write `content` to `path`; see `writing`."""
    if isinstance(content, StagedFile):
        with _put_in_place(os.fspath(path), content.path, overwrite=overwrite):
            pass
    elif isinstance(content, bytes | StagedPart):
        with _in_place(os.fspath(path), AT_ONCE, overwrite=overwrite) as beside:
            write_new(beside, whole(content))
    else:
        with writing(path, overwrite=overwrite) as out:
            out.writelines(content)


def write_new(path: str, *contents: bytes) -> None:
    """Write a new file directly under its name; for files that are moved later."""
    file = os.open(path, _NEW, _OURS)
    try:
        for content in contents:
            left = memoryview(content)
            while left:  # a system may take less than all at once
                left = left[os.write(file, left) :]
    finally:
        os.close(file)


@contextlib.contextmanager
def writing(path: Path | str, *, overwrite: bool = False) -> Iterator[BinaryIO]:
    """A file to write into; afterwards `path` holds all of it, or, after an error, what it held before.

    Raises:
        FileError: The file exists and isn't to be overwritten, is open elsewhere, or there is no room.
    """
    with (
        _in_place(os.fspath(path), _IN_PIECES, overwrite=overwrite) as beside,
        open(beside, "x+b", opener=opened) as out,
    ):
        lock(out)
        yield out


def _in_place(path: str, ending: str, *, overwrite: bool) -> "contextlib.AbstractContextManager[str]":
    """The name of a new file beside `path`, which takes its place when it has been written."""
    beside = os.path.join(os.path.dirname(path), f"{BESIDE}{os.urandom(4).hex()}{ending}")
    return _put_in_place(path, beside, overwrite=overwrite)


@contextlib.contextmanager
def _put_in_place(path: str, beside: str, *, overwrite: bool) -> Iterator[str]:
    """Move the file `beside` to `path` once it is written; after an error it is removed."""
    name = os.path.basename(path)
    if not overwrite:
        check_room([path], overwrite=False)
    try:
        yield beside
        (_replace if overwrite else _add)(beside, path)
    except FileExistsError:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise FileError(Problem("file-exists", Place(name))) from None
    except OSError as error:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise write_error(name, error) from None
    except BaseException:  # Ctrl-C: nothing half-written stays behind
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise


def _replace(beside: str, path: str) -> None:
    """Put a file in place of another, with the rights that one has."""
    mode = _OURS
    with contextlib.suppress(FileNotFoundError):
        state = os.lstat(path)
        if stat.S_ISREG(state.st_mode):
            mode = stat.S_IMODE(state.st_mode)
    if mode != _OURS and mode & stat.S_IWUSR:
        os.chmod(beside, mode)
    os.replace(beside, path)  # which Windows refuses where the old file may only be read
    if not mode & stat.S_IWUSR:
        os.chmod(path, mode)


def _add(beside: str, path: str) -> None:
    """Put a file in place, unless one has come there while it was written.

    Raises:
        FileExistsError: One has.
    """
    if sys.platform == "win32":
        os.rename(beside, path)  # which replaces nothing there
        return
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links, on which the moment between these two is left
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        os.replace(beside, path)
    else:
        os.unlink(beside)


def opened(path: str, flags: int) -> int:
    """Opens a file, for Python's `open`, which makes it for its owner alone where it isn't there yet."""
    return os.open(path, flags, _OURS)


def make_folder(path: Path) -> None:
    """Make a folder and those above it, where they aren't there yet.

    Raises:
        FileError: It can't be made, or a file has its name.
    """
    try:
        above = [one for one in path.parents if not one.exists()]
        for folder in (*reversed(above), path):
            folder.mkdir(mode=_OUR_FOLDER, exist_ok=True)
    except FileExistsError:
        raise FileError(Problem("folder-is-file", Place(path.name))) from None
    except OSError as error:
        raise write_error(path.name, error) from None


def check_room(files: Iterable[Path | str], *, overwrite: bool) -> None:
    """Check that files may be written under their names, before an hour's work rather than after.

    Raises:
        FileError: One exists and isn't to be overwritten.
    """
    for file in files:
        if os.path.lexists(file) and not overwrite:
            raise FileError(Problem("file-exists", Place(os.path.basename(file))))


def sync_to_disk() -> None:
    """Flush everything written so far to the disk, where the system supports it."""
    if hasattr(os, "sync"):
        os.sync()


def write_error(name: str, error: OSError) -> FileError:
    """The problem that kept the file with this name from being written."""
    if error.errno in _DISK_FULL:
        return FileError(Problem("disk-full", Place(name)))
    return file_error(name, error)
