"""The door every file of the user's comes in by: is it there, and unlocked? What it holds, `package` looks at."""

from pathlib import Path
from typing import IO

from skjema.errors import file_error


def open_file(path: Path) -> IO[bytes]:
    """The file, opened for reading.

    Raises:
        FileError: It is missing, a folder, or locked by another program.
    """
    try:
        return path.open("rb")
    except OSError as error:
        raise file_error(path.name, error) from None
