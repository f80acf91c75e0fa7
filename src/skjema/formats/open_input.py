"""The door every file of the user's comes in by: looked at before it is read, and read once, whole.

What is checked is what is made: whoever needs the content again has these bytes, whatever happens to the file
meanwhile. And whoever has Excel open may save: the file is let go of at once.
"""

import stat
from pathlib import Path

from skjema.errors import FileError, file_error

LARGEST = 1 << 29
"""Bytes of a file that is read."""


def read_file(path: Path, name: str = "") -> bytes:
    """The content of a file.

    Args:
        name: What messages call it; its own name if left out.

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
    except ValueError:  # a NUL, which no name has
        raise _refused("file-missing", name) from None
    if len(content) > LARGEST:  # it has grown since it was looked at
        raise _too_large(name, len(content))
    return content


def check_file(path: Path) -> None:
    """Refuse, as `read_file` does, a file that something else is to read bit by bit.

    Raises:
        FileError: As of `read_file`.
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
    """Refuse what would be waited for, or read, without end."""
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
