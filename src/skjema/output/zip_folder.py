"""A folder in one zip file: what an office sends to whoever asked for the documents."""

import contextlib
import os
import tempfile
from collections.abc import Collection
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, BinaryIO, ClassVar

from skjema.errors import FileError
from skjema.formats.zip_writer import Growing
from skjema.output.whole_file import (
    BESIDE,
    Content,
    make_folder,
    settle,
    staging_folder,
    sweep,
    whole,
    write_error,
    writing,
)
from skjema.problems import Place, Problem


class ZipFolder:
    """The file appears when the run has come to an end, with all that was written.

    What a run that was killed leaves under another name is removed by the next one into the same folder.

    A file that exists is told of when one asks what is there.
    """

    can_be_resumed: ClassVar[bool] = False

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._path = path
        self._file: AbstractContextManager[BinaryIO] | None = None
        self._archive: Growing | None = None
        self._lost: FileError | None = None

    def __str__(self) -> str:
        return str(self._path)

    def make(self) -> None:
        make_folder(self._path.parent)

    def names(self) -> Collection[str]:
        if os.path.lexists(self._path):
            raise FileError(Problem("file-exists", Place(self.name)))
        return frozenset()

    def read(self, name: str) -> bytes:
        raise FileNotFoundError(name)

    def write(self, name: str, content: Content, *, overwrite: bool = False) -> None:
        if self._lost is not None:
            raise self._lost
        if self._archive is None:
            sweep(self._path.parent)
            self._file = writing(self._path, overwrite=overwrite)
            self._archive = Growing(self._file.__enter__())
        try:
            self._archive.add(name, whole(content))
        except OSError as error:
            raise self._given_up(error) from None

    def staging(self) -> AbstractContextManager[str]:
        return staging_folder(self._path.parent)

    def remove(self, name: str) -> None:
        """Nothing: only the journal is ever removed, and it isn't in the file."""

    def journal(self, name: str) -> IO[bytes]:
        return tempfile.TemporaryFile(prefix=BESIDE, dir=self._path.parent)

    def settle(self) -> None:
        """Nothing, before the file is there; see `close`."""

    def sweep(self) -> None:
        """Nothing: there is nothing to be taken up again."""

    def close(self, *, complete: bool) -> None:
        if self._archive is None or self._file is None:
            return
        if not complete:
            self._throw_away(KeyboardInterrupt())
            return
        try:
            self._archive.end()
        except OSError as error:
            raise self._given_up(error) from None
        self._file.__exit__(None, None, None)
        settle()

    def _given_up(self, error: OSError) -> FileError:
        self._lost = write_error(self.name, error)
        if self._lost.problems[0].code == "disk-full":
            self._lost = FileError(Problem("archive-full", Place(self.name)))
        self._throw_away(error)
        return self._lost

    def _throw_away(self, reason: BaseException) -> None:
        """Remove what was written; an archive that ends too early is of no use."""
        file, self._file = self._file, None
        if file is not None:
            with contextlib.suppress(FileError):
                file.__exit__(type(reason), reason, None)
