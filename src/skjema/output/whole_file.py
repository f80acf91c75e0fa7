"""Files that are whole or not there at all: written beside their name, then moved into place.

What is made here can be read by who made it and nobody else; a file that is replaced and a folder that is there keep
the rights they have.
"""

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, BinaryIO, NamedTuple

from skjema.errors import FileError, file_error
from skjema.problems import Place, Problem

_DISK_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})


class StagedFile(NamedTuple):
    """A file that another process has written whole, in a staging folder, and that is yet to be put in its place."""

    path: str

    def read(self) -> bytes:
        with open(self.path, "rb") as file:
            return file.read()


Content = bytes | StagedFile | Iterable[bytes]
"""A file's content, whole, as it lies elsewhere on the same disk, or in pieces."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

_OURS = 0o600
"""Rights of a new file: on a machine with many users, personal data are for the one who asked for them."""
_OUR_FOLDER = 0o777 if sys.platform == "win32" else 0o700
"""Rights of a new folder; on Windows those of the folder it lies in, which may be an office's shared one."""

_LOCKED = 1 << 40
"""The byte that is locked: where Windows locks, nobody can read or write, so it is one that no file has."""

BESIDE = ".skjema-"
"""How the name of what is being written begins."""
_AT_ONCE, _IN_PIECES = ".tmp", ".part"
"""How it ends: for a file that is written in one go, and for one that takes a while and is locked as long."""
_STALE = 60
"""Seconds since something was last written, after which whoever writes it has it locked, or is gone."""
_IN_USE = "in-use"
"""Name of the file that is locked as long as a temporary folder is in use."""


# With plain strings and numbers of open files: objects for them would take as long as the system does.


def write_file(path: Path | str, content: Content, *, overwrite: bool = False) -> None:
    """Write `content` to `path`; see `writing`."""
    if isinstance(content, StagedFile):
        with _put_in_place(os.fspath(path), content.path, overwrite=overwrite):
            pass
    elif isinstance(content, bytes):
        with _in_place(os.fspath(path), _AT_ONCE, overwrite=overwrite) as beside:
            _write_new(beside, content)
    else:
        with writing(path, overwrite=overwrite) as out:
            out.writelines(content)


def stage_file(folder: str, name: str, content: bytes) -> StagedFile:
    """Write a file that `write_file` puts in its place later, in whatever process.

    Args:
        folder: A temporary one on the same disk as that place.

    Raises:
        FileError: There is no room for it.
    """
    path = os.path.join(folder, os.urandom(8).hex())
    try:
        _write_new(path, content)
    except OSError as error:
        raise write_error(name, error) from None
    return StagedFile(path)


def whole(content: Content) -> bytes:
    """The content in one piece; a file that was staged is gone then."""
    if isinstance(content, StagedFile):
        read = content.read()
        os.unlink(content.path)
        return read
    return content if isinstance(content, bytes) else b"".join(content)


def _write_new(path: str, content: bytes) -> None:
    file = os.open(path, _NEW, _OURS)
    try:
        left = memoryview(content)
        while left:  # a system may take less than all at once
            left = left[os.write(file, left) :]
    finally:
        os.close(file)


@contextlib.contextmanager
def writing(path: Path | str, *, overwrite: bool = False) -> Iterator[BinaryIO]:
    """A file to write into; `path` then holds all of it, or, where anything went wrong, what it held before.

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
    """Have the file `beside` take its place at `path`, when it has been written; else it is removed."""
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
    with contextlib.suppress(FileNotFoundError):
        state = os.lstat(path)
        if stat.S_ISREG(state.st_mode) and (mode := stat.S_IMODE(state.st_mode)) != _OURS:
            os.chmod(beside, mode)
    os.replace(beside, path)


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
    """See that files can have their names, before an hour's work rather than after it.

    Raises:
        FileError: One exists and isn't to be overwritten.
    """
    for file in files:
        if os.path.lexists(file) and not overwrite:
            raise FileError(Problem("file-exists", Place(os.path.basename(file))))


@contextlib.contextmanager
def temporary_folder(beside: Path) -> Iterator[Path]:
    """A folder in `beside` for what is on its way there, gone afterwards with all it holds.

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


@contextlib.contextmanager
def staging_folder(beside: Path) -> Iterator[str]:
    """The path of a temporary folder; see `temporary_folder`."""
    with temporary_folder(beside) as folder:
        yield os.fspath(folder)


def remove_leftovers(folder: Path, *, own: bool = False) -> None:
    """Remove what processes that were killed had begun to write; what others are writing is left alone.

    Args:
        own: Whether nobody else writes files in one go there, so that those needn't be old to be left over.
    """
    found: list[Path] = []
    with contextlib.suppress(OSError), os.scandir(folder) as entries:  # one by one: a folder may hold 100 000 files
        found = [Path(one.path) for one in entries if one.name.startswith(BESIDE)]
    for path in found:
        with contextlib.suppress(OSError):
            if path.is_dir():
                _remove_folder(path, own=own)
            elif (own and path.suffix == _AT_ONCE) or _is_left(path):
                path.unlink()


def _remove_folder(path: Path, *, own: bool) -> None:
    """Remove a temporary folder, if it isn't in use."""
    import shutil

    held = path / _IN_USE
    if _is_left(held, own=own) if held.exists() else _is_old(path):
        shutil.rmtree(path)


def _is_left(path: Path, *, own: bool = False) -> bool:
    """Whether nobody is at work on a file; False where that can't be told."""
    if not own and not _is_old(path):
        return False
    with path.open("r+b") as file:
        return lock(file)


def _is_old(path: Path) -> bool:
    return time.time() - path.stat().st_mtime > _STALE


def lock(file: IO[bytes]) -> bool:
    """Keep other processes from locking the same file, until it is closed or this one ends.

    Returns:
        Whether it is locked; False where the file system knows no locks, and nothing keeps them from it.

    Raises:
        BlockingIOError, PermissionError: Another has locked it.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            position = file.tell()
            file.seek(_LOCKED)
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            finally:
                file.seek(position)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        raise
    except OSError:
        return False
    return True


def sync_to_disk() -> None:
    """Let everything written so far reach the disk, where the system can be asked to."""
    if hasattr(os, "sync"):
        os.sync()


def write_error(name: str, error: OSError) -> FileError:
    """What kept the file with this name from being written."""
    if error.errno in _DISK_FULL:
        return FileError(Problem("disk-full", Place(name)))
    return file_error(name, error)
