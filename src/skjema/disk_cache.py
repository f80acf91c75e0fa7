"""A cache on disk, in the user's cache folder, for what takes long to make and is the same next time.

It keeps form definitions, compiled templates and pages, and measurements of fonts; never a value from a row.
Files are named by a hash of all that their content is made of, including our own code; damaged ones are made again.
Since some of the content is code, it is read only from folders and files that nobody else can write to.
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
"""Most files kept; beyond that, the least recently used are removed."""
_CHECKSUM_BYTES = 16
"""Length of the checksum before the content."""
_NAME = re.compile(r"[a-z]+-[0-9a-f]{40}")
_SOURCE_ENDINGS = (".py", ".typ", ".ttf")
_FOLDERS_WITHOUT_SOURCE = frozenset({"__pycache__", "templates"})


_PROGRAM = Path(__file__).parent
"""Folder of our own code; another version of it may make something else of the same content."""

_STALE_PICKLE_ERRORS = (
    pickle.UnpicklingError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    TypeError,
    ValueError,
)
"""Errors when reading content made by other versions of the libraries."""

Made = TypeVar("Made")


def cached(kind: str, made_of: Iterable[bytes], make: Callable[[], Made], libraries: Iterable[str] = ()) -> Made:
    """The result of `make`, or the cached result for the same content and program.

    Args:
        kind: What the content is, as the beginning of a file name.
        made_of: All the content that the result depends on.
        libraries: Names of third-party modules that the result depends on.
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
    with contextlib.suppress(OSError):  # no space: then it is made again the next time
        content = pickle.dumps(value)
        _store(path, _checksum(content) + content)
    return value


def _load(path: Path) -> list[Any]:
    """The content of a file, in a list; empty where it doesn't exist, is damaged, or others could have written it."""
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
    """A checksum that tells whether a file is unchanged."""
    return blake2b(content, digest_size=_CHECKSUM_BYTES).digest()


@cache
def _program_fingerprint() -> bytes:
    """A fingerprint that changes whenever a file of our own code does."""
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
    """The folder of the cache: SKJEMA_CACHE, or the system's place for caches; closed to other users.

    None where that is not the user's own folder, or can't be created: then nothing is kept.
    """
    place = _folder_path()
    if not place.is_absolute():
        return None
    try:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        if (
            sys.platform == "win32"
        ):  # on Windows, permissions can't be seen here, but the user's own folders are closed to others
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
    """Remove all files of the cache; they are made again when needed."""
    place = folder()
    for path in place.iterdir() if place else ():
        if _NAME.match(path.name):
            with contextlib.suppress(OSError):
                path.unlink()


def _folder_path() -> Path:
    """The folder that the environment names; empty or relative names are ignored, as XDG requires."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - which without a home gives no error, but a relative path
    windows = sys.platform == "win32"
    for name in ("SKJEMA_CACHE", "LOCALAPPDATA" if windows else "XDG_CACHE_HOME"):
        named = Path(os.environ.get(name, ""))
        if named.is_absolute():
            return named / "skjema"
    return (home / "AppData" / "Local" if windows else home / ".cache") / "skjema"


def _read_own_file(path: Path) -> bytes:
    """The content of a file that only the user can have written.

    Raises:
        OSError: There is no such file.
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
    """Remove the least recently used files beyond those to keep."""
    ours = (one for one in place.iterdir() if _NAME.match(one.name))
    others = sorted(ours, key=lambda one: one.stat().st_mtime)
    for old in others[:-_MOST_FILES]:
        old.unlink(missing_ok=True)


def _private(path: str, flags: int) -> int:
    """Open a file that only this user can read, whatever the usual permissions."""
    return os.open(path, flags, 0o600)
