"""What takes long to make and is the same next time, kept in the user's cache folder.

Form definitions, compiled templates and pages, and what is known of fonts; never a value from a row.
A file is named by a hash of all that it is made of, our own code included; one that can't be read is made anew.
Code is among what is kept, so that it is read only from a folder, and of files, that nobody else can write to.
"""

import contextlib
import os
import pickle
import re
import stat
import sys
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from skjema import __version__
from skjema.digests import blake2b

_MOST = 200
"""Files kept; beyond them, those that have not been used for longest go."""
_CHECK = 16
"""Bytes before the content."""
_NAME = re.compile(r"[a-z]+-[0-9a-f]{40}")


Made = TypeVar("Made")


def kept(kind: str, made_of: Iterable[bytes], code: Iterable[Path], make: Callable[[], Made]) -> Made:
    """What `make` gives, or gave the last time for the same content and code.

    Args:
        code: The files of the program that make it.
    """
    digest = blake2b(f"{__version__} {sys.version}".encode(), digest_size=20)
    for one in made_of:
        digest.update(blake2b(one).digest())
    for path in sorted(code):
        state = path.stat()
        digest.update(f"{path} {state.st_mtime_ns} {state.st_size} ".encode())
    place = folder()
    if place is None:
        return make()
    path = place / f"{kind}-{digest.hexdigest()}"
    with contextlib.suppress(Exception):  # not there, not ours, or damaged in whatever way
        file = _own(path)
        content = file[_CHECK:]
        if not file.startswith(_checked(content)):
            raise ValueError(path.name)
        found: Made = pickle.loads(content)  # noqa: S301 - from the user's own folder
        with contextlib.suppress(OSError):
            os.utime(path)
        return found
    made = make()
    with contextlib.suppress(OSError):  # no home, no room: then it is made anew the next time
        content = pickle.dumps(made)
        _keep(path, _checked(content) + content)
    return made


def _checked(content: bytes) -> bytes:
    """What shows that a file is as it was written."""
    return blake2b(content, digest_size=_CHECK).digest()


def library(name: str) -> Path:
    """The file of an installed library that a new version replaces."""
    found = find_spec(name)
    assert found is not None
    assert found.origin is not None
    return Path(found.origin)


def folder() -> Path | None:
    """Where it is kept: SKJEMA_CACHE, or the place the system has for such files; closed to everybody else.

    None where that is not the user's own folder, or can't be made: then nothing is kept.
    """
    place = _place()
    if not place.is_absolute():
        return None
    try:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        if sys.platform == "win32":  # who may write there can't be seen; what lies in the user's own folder is closed
            return place if place.is_relative_to(Path.home()) else None
        state = place.lstat()
        if not stat.S_ISDIR(state.st_mode) or state.st_uid != os.geteuid():
            return None
        if stat.S_IMODE(state.st_mode) != 0o700:
            place.chmod(0o700)
    except OSError:
        return None
    return place


def _place() -> Path:
    """The folder that the environment names; names that are empty or relative are passed over, as XDG says."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - which without a home gives no error, but a relative path
    windows = sys.platform == "win32"
    for name in ("SKJEMA_CACHE", "LOCALAPPDATA" if windows else "XDG_CACHE_HOME"):
        named = Path(os.environ.get(name, ""))
        if named.is_absolute():
            return named / "skjema"
    return (home / "AppData" / "Local" if windows else home / ".cache") / "skjema"


def _own(path: Path) -> bytes:
    """A file that the user has written.

    Raises:
        OSError: It isn't there.
        ValueError: Somebody else has written it, or could have.
    """
    with path.open("rb") as file:
        state = os.fstat(file.fileno())
        if sys.platform != "win32" and (state.st_uid != os.geteuid() or state.st_mode & 0o022):
            raise ValueError(path.name)
        return file.read()


def _keep(path: Path, content: bytes) -> None:
    beside = path.with_name(f"{path.name}.{os.urandom(4).hex()}")
    with open(beside, "xb", opener=_private) as file:
        file.write(content)
    beside.replace(path)
    ours = (one for one in path.parent.iterdir() if _NAME.match(one.name))
    others = sorted(ours, key=lambda one: one.stat().st_mtime)
    for old in others[:-_MOST]:
        old.unlink(missing_ok=True)


def _private(path: str, flags: int) -> int:
    """Opens a file that is made for this user alone, whatever others are usually let do."""
    return os.open(path, flags, 0o600)
