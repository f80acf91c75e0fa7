"""A cache on disk: what takes long to make and is the same next time, in the user's cache folder.

Form definitions, compiled templates and pages, and what is known of fonts; never a value from a row.
A file is named by a hash of all that it is made of, our own code included; one that can't be read is made again.
Code is among what is kept, so that it is read only from a folder, and of files, that nobody else can write to.
"""

import contextlib
import os
import pickle
import re
import stat
import sys
from collections.abc import Callable, Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

from skjema import __version__
from skjema.hashing import blake2b

_MOST_FILES = 200
"""Files kept; beyond them, those that have not been used for longest go."""
_CHECKSUM_BYTES = 16
"""Bytes before the content."""
_NAME = re.compile(r"[a-z]+-[0-9a-f]{40}")
_SOURCE_ENDINGS = (".py", ".typ", ".ttf")
_FOLDERS_WITHOUT_SOURCE = frozenset({"__pycache__", "templates"})


_PROGRAM = Path(__file__).parent
"""Where our own code lies; with any other, what was made of the same content may be something else."""

_STALE_PICKLE_ERRORS = (
    pickle.UnpicklingError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    TypeError,
    ValueError,
)
"""What is raised for what was whole when it was written, by other editions of the libraries it is made of."""

Made = TypeVar("Made")


def cached(kind: str, made_of: Iterable[bytes], make: Callable[[], Made], libraries: Iterable[str] = ()) -> Made:
    """What `make` gives, or gave the last time for the same content and the same program.

    Args:
        kind: What it is, as the beginning of a file name.
        made_of: All the content it is made of.
        libraries: Names of other people's modules that take part in the making.
    """
    digest = blake2b(f"{__version__} {sys.version}".encode(), digest_size=20)
    for content in made_of:
        digest.update(blake2b(content).digest())
    digest.update(_program_fingerprint())
    for name in libraries:
        digest.update(_file_fingerprint(_library(name)))
    place = folder()
    if place is None:
        return make()
    path = place / f"{kind}-{digest.hexdigest()}"
    found: list[Made] = _load(path)
    if found:
        return found[0]
    value = make()
    with contextlib.suppress(OSError):  # no room: then it is made again the next time
        content = pickle.dumps(value)
        _store(path, _checksum(content) + content)
    return value


def _load(path: Path) -> list[Any]:
    """What a file holds; nothing where it isn't there, somebody else could have written it, or it is damaged."""
    try:
        file = _read_own_file(path)
    except OSError:
        return []
    content = file[_CHECKSUM_BYTES:]
    if not file.startswith(_checksum(content)):
        return []
    try:
        values = [pickle.loads(content)]  # noqa: S301 - from the user's own folder
    except _STALE_PICKLE_ERRORS:
        return []
    with contextlib.suppress(OSError):
        os.utime(path)
    return values


def _checksum(content: bytes) -> bytes:
    """What shows that a file is as it was written."""
    return blake2b(content, digest_size=_CHECKSUM_BYTES).digest()


@cache
def _program_fingerprint() -> bytes:
    """Changes whenever a file of our own program does."""
    found: list[bytes] = []
    folders = [os.fspath(_PROGRAM)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    folders += [entry.path] * (entry.name not in _FOLDERS_WITHOUT_SOURCE)
                elif entry.name.endswith(_SOURCE_ENDINGS):
                    found.append(_fingerprint(entry.path, entry.stat()))
    return b"".join(sorted(found))


@cache
def _library(name: str) -> str:
    """The file of an installed library that a new version replaces."""
    spec = find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    return spec.origin


def _file_fingerprint(path: str) -> bytes:
    return _fingerprint(path, Path(path).stat())


def _fingerprint(path: str, state: os.stat_result) -> bytes:
    return f"{path} {state.st_mtime_ns} {state.st_size} ".encode()


def folder() -> Path | None:
    """Where it is kept: SKJEMA_CACHE, or the place the system has for such files; closed to everybody else.

    None where that is not the user's own folder, or can't be made: then nothing is kept.
    """
    place = _folder_path()
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


def clear() -> None:
    """Remove all that is kept; it is made again when it is needed."""
    place = folder()
    for path in place.iterdir() if place else ():
        if _NAME.match(path.name):
            with contextlib.suppress(OSError):
                path.unlink()


def _folder_path() -> Path:
    """The folder that the environment names; names that are empty or relative are passed over, as XDG says."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - which without a home gives no error, but a relative path
    windows = sys.platform == "win32"
    for name in ("SKJEMA_CACHE", "LOCALAPPDATA" if windows else "XDG_CACHE_HOME"):
        named = Path(os.environ.get(name, ""))
        if named.is_absolute():
            return named / "skjema"
    return (home / "AppData" / "Local" if windows else home / ".cache") / "skjema"


def _read_own_file(path: Path) -> bytes:
    """A file that the user has written, and nobody else could have.

    Raises:
        OSError: It isn't there, or isn't such a file.
    """
    with path.open("rb") as file:
        state = os.fstat(file.fileno())
        if sys.platform != "win32" and (state.st_uid != os.geteuid() or state.st_mode & 0o022):
            raise PermissionError(path.name)
        return file.read()


def _store(path: Path, content: bytes) -> None:
    beside = path.with_name(f"{path.name}.{os.urandom(4).hex()}")
    with open(beside, "xb", opener=_private) as file:
        file.write(content)
    beside.replace(path)
    _remove_oldest(path.parent)


def _remove_oldest(place: Path) -> None:
    """Remove the files that have not been used for longest, beyond those that are kept."""
    ours = (one for one in place.iterdir() if _NAME.match(one.name))
    others = sorted(ours, key=lambda one: one.stat().st_mtime)
    for old in others[:-_MOST_FILES]:
        old.unlink(missing_ok=True)


def _private(path: str, flags: int) -> int:
    """Opens a file that is made for this user alone, whatever others are usually let do."""
    return os.open(path, flags, 0o600)
