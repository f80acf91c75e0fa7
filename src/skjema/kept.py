"""What takes long to make and is the same next time, kept in the user's cache folder.

Form definitions, compiled templates and pages, and what is known of fonts; never a value from a row.
A file is named by a hash of all that it is made of, our own code included; one that can't be read is made anew.
"""

import contextlib
import os
import pickle
import re
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
    path = folder() / f"{kind}-{digest.hexdigest()}"
    with contextlib.suppress(Exception):  # not there, or damaged in whatever way
        file = path.read_bytes()
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


def folder() -> Path:
    """Where it is kept: SKJEMA_CACHE, or the place the system has for such files."""
    own = os.environ.get("SKJEMA_CACHE")
    if own:
        return Path(own) / "skjema"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "skjema" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "skjema"


def _keep(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = path.with_name(f"{path.name}.{os.urandom(4).hex()}")
    beside.write_bytes(content)
    beside.replace(path)
    ours = (one for one in path.parent.iterdir() if _NAME.match(one.name))
    others = sorted(ours, key=lambda one: one.stat().st_mtime)
    for old in others[:-_MOST]:
        old.unlink(missing_ok=True)
