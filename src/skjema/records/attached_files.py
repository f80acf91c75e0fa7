"""Files that records name: they lie in the folder of the data or below it, and nowhere else."""

import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

from skjema.errors import FileError
from skjema.fieldtypes.reading_results import InvalidValue
from skjema.formats.open_input import read_file
from skjema.hashing import blake2b

LARGEST = 20 << 20
"""Bytes of a file that is put into a document; mail takes no more."""


def read_attached(folder: Path, name: str) -> tuple[Path, bytes]:
    """The path and the content of a file that a record names.

    Args:
        folder: Of the record's own file.

    Raises:
        InvalidValue: There is none, it lies outside of the folder, also by a link, or can't be read.
    """
    path = _within(folder, name)
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise InvalidValue("attached-large", megabytes=size >> 20, most=LARGEST >> 20)
        return path, read_file(path, name)
    except (OSError, FileError):
        raise InvalidValue("attached-unreadable") from None


def content_digest(folder: Path | None, name: object) -> str:
    """Hash of the attached file with this name; empty if it is missing or can't be used."""
    if folder is None or not isinstance(name, str):
        return ""
    try:
        return blake2b(read_attached(folder, name.strip())[1], digest_size=16).hexdigest()
    except InvalidValue:
        return ""


def _within(folder: Path, name: str) -> Path:
    """The file's own path, after all links.

    Raises:
        InvalidValue: It isn't there, or lies elsewhere.
    """
    relative = PurePosixPath(name.replace("\\", "/"))  # as Windows writes it
    if relative.is_absolute() or ".." in relative.parts or PureWindowsPath(name).drive:
        raise InvalidValue("attached-outside")
    try:
        top = folder.resolve(strict=True)
        path = _as_spelled(folder / relative).resolve(strict=True)
    except (OSError, ValueError, RuntimeError):  # not there, a name that none can have, links in a circle
        raise InvalidValue("attached-missing") from None
    if not path.is_relative_to(top):
        raise InvalidValue("attached-outside")
    if not path.is_file():
        raise InvalidValue("attached-missing")
    return path


def _as_spelled(path: Path) -> Path:
    """The path as the disk spells it: a Mac writes å as two signs, and a list as one."""
    if path.exists() or not path.parent.is_dir():
        return path
    wanted = unicodedata.normalize("NFC", path.name)
    return next((one for one in path.parent.iterdir() if unicodedata.normalize("NFC", one.name) == wanted), path)
