"""The door every file of the user's comes in by: is it there, and unlocked? What it holds, `package` looks at."""

from pathlib import Path
from typing import IO

from skjema.errors import FileError
from skjema.problems import Place, Problem


def open_file(path: Path) -> IO[bytes]:
    """The file, opened for reading.

    Raises:
        FileError: It is missing, a folder, or locked by another program.
    """
    try:
        return path.open("rb")
    except OSError as error:
        raise file_error(path.name, error) from None


def file_error(name: str, error: OSError) -> FileError:
    """What to tell the clerk about a file that can't be opened or written."""
    place = Place(name)
    match error:
        case FileNotFoundError():
            return FileError(Problem("file-missing", place))
        case IsADirectoryError():
            return FileError(Problem("file-is-folder", place))
        case PermissionError():
            return FileError(Problem("file-locked", place))
        case _:
            return FileError(Problem("file-unreadable", place, gaps={"reason": error.strerror or type(error).__name__}))
