"""Reads files of the user's: each is checked, then read once and as a whole.

So the content that was checked is also what documents are made of, whatever happens to the file meanwhile; and since
the file is closed at once, somebody who has it open in Excel can still save.
"""

import stat
from pathlib import Path

from skjema.errors import FileError, file_error

LARGEST = 1 << 29
"""Size in bytes of the largest file that is read."""


def read_file(path: Path, name: str = "") -> bytes:
    """The content of a file.

    Args:
        name: Name of the file in messages; by default its own name.

    Raises:
        FileError: It is missing, a folder, no ordinary file, too large, or locked by another program; or its
            storage goes away while it is read.
    """
    name = name or path.name
    try:
        _look_at(path, name)
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise file_error(name, error) from None
    except ValueError:  # a name with NUL, which no file can have
        raise _refused("file-missing", name) from None
    if len(content) > LARGEST:  # the file has grown since it was checked
        raise _too_large(name, len(content))
    return content


def check_file(path: Path) -> None:
    """Check a file that another library is going to read in parts.

    Raises:
        FileError: As for `read_file`.
    """
    try:
        _look_at(path, path.name)
        with path.open("rb"):
            pass
    except OSError as error:
        raise file_error(path.name, error) from None
    except ValueError:
        raise _refused("file-missing", path.name) from None


def _look_at(path: Path, name: str) -> None:
    """Refuse folders, files that are not ordinary, and files that are too large."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError
    if not stat.S_ISREG(status.st_mode):  # a pipe is waited for, and /dev/zero read, without end
        raise _refused("file-not-regular", name)
    if status.st_size > LARGEST:
        raise _too_large(name, status.st_size)


def _too_large(name: str, size: int) -> FileError:
    return _refused("file-too-large", name, megabytes=size >> 20, most=LARGEST >> 20)


def _refused(code: str, name: str, **params: object) -> FileError:
    from skjema.problems import Place, Problem  # only for a file that isn't read: the list of forms does without

    return FileError(Problem(code, Place(name), params=params))
