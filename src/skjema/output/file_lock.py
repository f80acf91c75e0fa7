"""A lock on an open file, which other processes respect, until it is closed."""

import sys
from typing import IO

_LOCKED = 1 << 40
"""The byte that is locked: where Windows locks, nobody can read or write, so it is one that no file has."""


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
