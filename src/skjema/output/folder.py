"""Where the files of a run are put: a folder of this machine, or one in object storage."""

import os
from collections.abc import Collection
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, TYPE_CHECKING, ClassVar, Protocol

from skjema.errors import FileError
from skjema.output.content import Content
from skjema.output.file_lock import lock
from skjema.output.temporary_folder import remove_leftovers
from skjema.output.whole_file import make_folder, opened, sync_to_disk, write_error, write_file
from skjema.problems import Place, Problem

if TYPE_CHECKING:
    from skjema.output.staging import Staging


class Folder(Protocol):
    """A place for files that are whole or not there."""

    name: str
    can_be_resumed: ClassVar[bool]
    """Whether a run into it can be taken up again."""

    def make(self) -> None:
        """Make it, where it isn't there yet."""

    @property
    def beside(self) -> Path:
        """A local folder for files on their way here; on the same disk where this folder is local."""

    def names(self) -> Collection[str]:
        """What is there."""

    def read(self, name: str) -> bytes: ...

    def write(self, name: str, content: Content, *, overwrite: bool = False) -> None:
        """Write a file, which is then all there.

        Raises:
            FileError: It exists and isn't to be overwritten, is open elsewhere, or there is no room.
        """

    def remove(self, name: str) -> None: ...

    def staging(self) -> AbstractContextManager["Staging | None"]:
        """Where other processes of this machine write files on their way here; None where there is none."""

    def journal(self, name: str) -> IO[bytes]:
        """The journal, opened for appending lines.

        What was written there outlives this process.

        Raises:
            FileError: It can't be made, or another run is writing in it right now.
        """

    def sync_to_disk(self) -> None:
        """Flush everything written so far to the disk."""

    def remove_leftovers(self) -> None:
        """Remove what a run that was killed had begun to write."""

    def close(self, *, complete: bool) -> None:
        """Close the folder; `complete` says whether everything was written."""


def folder_at(place: str) -> Folder:
    """The folder with this path, in this zip file, or with this address in object storage.

    Raises:
        UsageError: There is nothing to reach such an address with.
    """
    if "://" in place:
        from skjema.output.cloud_folder import CloudFolder

        return CloudFolder(place)
    if place.casefold().endswith(".zip"):
        from skjema.output.zip_folder import ZipFolder

        return ZipFolder(Path(place))
    return LocalFolder(Path(place))


class LocalFolder:
    """A folder of this machine."""

    can_be_resumed: ClassVar[bool] = True

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._path = path

    def __str__(self) -> str:
        return str(self._path)

    def make(self) -> None:
        make_folder(self._path)

    @property
    def beside(self) -> Path:
        return self._path

    def names(self) -> Collection[str]:
        return frozenset(path.name for path in self._path.iterdir()) if self._path.is_dir() else frozenset()

    def read(self, name: str) -> bytes:
        return (self._path / name).read_bytes()

    def write(self, name: str, content: Content, *, overwrite: bool = False) -> None:
        write_file(f"{self._path}{os.sep}{name}", content, overwrite=overwrite)

    def remove(self, name: str) -> None:
        (self._path / name).unlink(missing_ok=True)

    def staging(self) -> AbstractContextManager["Staging"]:
        from skjema.output.staging import file_staging  # only several processes need it

        return file_staging(self._path)

    def journal(self, name: str) -> IO[bytes]:
        path = self._path / name
        if path.is_symlink():
            path.unlink()
        try:
            file = open(path, "a+b", buffering=0, opener=opened)  # noqa: SIM115 - the run closes it at its end
        except OSError as error:
            raise write_error(self.name, error) from None
        try:
            lock(file)
        except (BlockingIOError, PermissionError):
            file.close()
            raise FileError(Problem("folder-in-use", Place(self.name))) from None
        return file

    def sync_to_disk(self) -> None:
        sync_to_disk()

    def remove_leftovers(self) -> None:
        remove_leftovers(self._path, own=True)

    def close(self, *, complete: bool) -> None:
        """Nothing: each file has been closed."""
