"""Files that worker processes write for the first process, which puts them in place in record order."""

import contextlib
import os
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple, Protocol

from skjema.output.content import Staged, StagedFile, StagedPart
from skjema.output.temporary_folder import temporary_folder
from skjema.output.whole_file import write_error, write_new


class Staging(Protocol):
    """A temporary folder on the disk of the run's own, and how files are written there; is sent to each worker."""

    def stage(self, files: Sequence[tuple[str, bytes]]) -> Sequence[Staged]:
        """Write files, each given by the name it is to have and its content.

        Raises:
            FileError: There is no room for one.
        """


class FileStaging(NamedTuple):
    """Stages each file on its own, so that it only needs to be moved."""

    folder: str

    def stage(self, files: Sequence[tuple[str, bytes]]) -> list[Staged]:
        return [StagedFile(_write(self.folder, name, content)) for name, content in files]


class JoinedStaging(NamedTuple):
    """Stages the files of a batch in one file, for a target that copies: creating a file each would take longer."""

    folder: str

    def stage(self, files: Sequence[tuple[str, bytes]]) -> list[Staged]:
        if not files:
            return []
        path = _write(self.folder, files[0][0], *(content for _, content in files))
        starts = accumulate((len(content) for _, content in files), initial=0)
        return [StagedPart(path, start, len(content)) for (_, content), start in zip(files, starts, strict=False)]


def _write(folder: str, name: str, *contents: bytes) -> str:
    """Write a file under a name of chance, and return its path; `name` is the one an error tells."""
    path = os.path.join(folder, os.urandom(8).hex())
    try:
        write_new(path, *contents)
    except OSError as error:
        raise write_error(name, error) from None
    return path


@contextlib.contextmanager
def file_staging(beside: Path) -> Iterator[Staging]:
    """Staging in a temporary folder in `beside`, for a folder that files are moved to."""
    with temporary_folder(beside) as folder:
        yield FileStaging(os.fspath(folder))


@contextlib.contextmanager
def joined_staging(beside: Path) -> Iterator[Staging]:
    """Staging in a temporary folder in `beside`, for an archive that files are copied into."""
    with temporary_folder(beside) as folder:
        yield JoinedStaging(os.fspath(folder))
