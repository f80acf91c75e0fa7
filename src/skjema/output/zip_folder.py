"""A folder in one zip file, to be sent on as a whole."""

import contextlib
import os
import tempfile
import zipfile
from collections.abc import Collection
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, BinaryIO, ClassVar

from skjema.errors import FileError
from skjema.output.content import Content, whole
from skjema.output.staging import Staging, joined_staging
from skjema.output.temporary_folder import remove_leftovers
from skjema.output.whole_file import BESIDE, make_folder, sync_to_disk, write_error, writing
from skjema.problems import Place, Problem

_UNIX = 3
"""The system whose rights an entry holds (APPNOTE.TXT 4.4.2)."""
_OWNER_ALONE = 0o600 << 16
"""Its rights; one number for all entries, each of which zipfile holds to the end."""


class ZipFolder:
    """The zip file appears when the run ends, with everything that was written.

    What a run that was killed leaves under another name is removed by the next one into the same folder. A file that
    exists is reported when one asks what is there. Of two runs into one file at once the first to end has it, and the
    other is told that the file exists; where both may overwrite, the last to end has it.
    """

    can_be_resumed: ClassVar[bool] = False

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._path = path
        self._file: AbstractContextManager[BinaryIO] | None = None
        self._archive: zipfile.ZipFile | None = None
        self._lost: FileError | None = None
        self._is_interrupted = False

    def __str__(self) -> str:
        return str(self._path)

    def make(self) -> None:
        make_folder(self._path.parent)

    @property
    def beside(self) -> Path:
        return self._path.parent

    def names(self) -> Collection[str]:
        if os.path.lexists(self._path):
            raise FileError(Problem("file-exists", Place(self.name)))
        return frozenset()

    def read(self, name: str) -> bytes:
        raise FileNotFoundError(name)

    def write(self, name: str, content: Content, *, overwrite: bool = False) -> None:
        if self._lost is not None:
            raise self._lost
        if self._is_interrupted:  # the archive may end in half a file: it is thrown away
            return
        if self._archive is None:
            remove_leftovers(self._path.parent)
            self._file = writing(self._path, overwrite=overwrite)
            self._archive = zipfile.ZipFile(self._file.__enter__(), "w")
        try:
            store(self._archive, name, whole(content))
        except OSError as error:
            raise self._give_up(error) from None
        except KeyboardInterrupt:
            self._is_interrupted = True
            raise

    def staging(self) -> AbstractContextManager[Staging]:
        return joined_staging(self._path.parent)

    def remove(self, name: str) -> None:
        """Nothing: only the journal is ever removed, and it isn't in the file."""

    def journal(self, name: str) -> IO[bytes]:
        return tempfile.TemporaryFile(prefix=BESIDE, dir=self._path.parent)

    def sync_to_disk(self) -> None:
        """Nothing, before the file is there; see `close`."""

    def remove_leftovers(self) -> None:
        """Nothing: there is nothing to be taken up again."""

    def close(self, *, complete: bool) -> None:
        if self._archive is None or self._file is None:
            return
        if not complete or self._is_interrupted:
            self._throw_away(KeyboardInterrupt())
            return
        try:
            self._archive.close()
        except OSError as error:
            raise self._give_up(error) from None
        self._file.__exit__(None, None, None)
        sync_to_disk()

    def _give_up(self, error: OSError) -> FileError:
        """The error for an archive that can't be written; later writes get the same one."""
        self._lost = write_error(self.name, error)
        if self._lost.problems[0].code == "disk-full":
            self._lost = FileError(Problem("archive-full", Place(self.name)))
        self._throw_away(error)
        return self._lost

    def _throw_away(self, reason: BaseException) -> None:
        """Remove the unfinished archive, which would be of no use."""
        if self._archive is not None:
            with contextlib.suppress(OSError, ValueError):  # it writes its directory, and may be in the midst of a file
                self._archive.close()
        file, self._file = self._file, None
        if file is not None:
            with contextlib.suppress(FileError):
                file.__exit__(type(reason), reason, None)


def store(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Add a file that is compressed already, with the same bytes whenever and on whatever system that is done."""
    entry = zipfile.ZipInfo(name)  # of 1 January 1980, the first day that such an archive knows
    entry.create_system = _UNIX
    entry.external_attr = _OWNER_ALONE
    archive.writestr(entry, content)
