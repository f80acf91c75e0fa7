"""Where the files of a run go, and what an earlier run has left there."""

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from skjema.errors import FileError, UsageError, WorkerLostError
from skjema.output.content import Staged
from skjema.output.file_names import fresh_folder, latest_folder
from skjema.output.folder import Folder, LocalFolder, folder_at
from skjema.output.previous import JOURNAL, KEY, MANIFEST, Previous
from skjema.problems import Place, Problem, Severity

_CUT_OFF = ("disk-full", "worker-lost")
"""Codes of what ends a run in the middle, and can be mended."""


class Target(NamedTuple):
    """Where the files of a run go.

    Attributes:
        overwrite: Whether files that exist may be replaced.
        previous: What earlier runs into the same folder made, where there were any and it may be written in again.
        keeps: Whether documents that would be the same are left as they are.
    """

    folder: Folder
    overwrite: bool = False
    previous: Previous | None = None
    keeps: bool = False

    def write(self, name: str, content: bytes | Staged) -> None:
        """Write a file; one that is there is left alone, unless it was to be overwritten or an earlier run made it.

        Raises:
            FileError: It exists with another content, or can't be written.
        """
        replaces = self.overwrite or (self.previous is not None and name in self.previous.files)
        try:
            self.folder.write(name, content, overwrite=replaces)
        except FileError as error:
            if not self.keeps or error.problems[0].code != "file-exists" or not self._holds(name, content):
                raise

    def _holds(self, name: str, content: bytes | Staged) -> bool:
        """Whether a file already has this content: a run that was killed wrote it without noting it."""
        try:
            return self.folder.read(name) == (content if isinstance(content, bytes) else content.read())
        except OSError:
            return False

    @property
    def owners(self) -> dict[str, int]:
        """Number of the record that each file of the earlier run was made of."""
        return self.previous.owners if self.previous else {}

    def names(self) -> Collection[str]:
        """The names of existing files that must not be replaced."""
        return frozenset() if self.overwrite or self.keeps else self.folder.names()

    def explained(self, error: FileError | WorkerLostError) -> FileError | WorkerLostError:
        """The error that ended a run, with how to make the rest."""
        if error.problems[0].code not in _CUT_OFF or not self.folder.can_be_resumed:
            return error
        return type(error)(*error.problems, Problem("rest-resumable", Place(self.folder.name), Severity.NOTE))


def open_target(
    place: str | None, form_id: str, today: date, data: Sequence[Path], *, overwrite: bool = False, resume: bool = False
) -> Target:
    """Where a run writes.

    Args:
        place: A folder, a `.zip` file or an address in object storage; without one, a folder named by form and day.
        data: The files that are read, which are not to be written over.

    Raises:
        UsageError: One of them would be; there is nothing to take up again, though that was asked for; or what would be
            overwritten is a run of another form, whose answers could then not be read any more.
    """
    usual = Path(f"{form_id}-{today.isoformat()}")
    folder = folder_at(place or str(latest_folder(usual) if overwrite or resume else fresh_folder(usual)))
    for file in map(Path.resolve, data):
        if file.name.casefold() in (MANIFEST, JOURNAL, KEY) and file.parent == Path(str(folder)).resolve():
            raise UsageError(Problem("data-overwritten", Place(file.name)))
    if resume:
        return Target(folder, overwrite, _previous(folder, form_id), keeps=True)
    earlier = Previous.overwritten(folder) if overwrite and folder.can_be_resumed else None
    return Target(folder, overwrite, _of_form(earlier, form_id, folder) if earlier else None)


def _previous(folder: Folder, form_id: str) -> Previous:
    """What the run to be resumed has made.

    Raises:
        UsageError: There has been none, it was of another form, or it can't be taken up again.
    """
    if not folder.can_be_resumed:
        raise UsageError(Problem("resume-archive", Place(folder.name)))
    if Previous.of(folder) is None:
        raise UsageError(Problem("nothing-to-resume", Place(folder.name)))
    return earlier_run(folder, form_id)


def run_in(folder: Path | None, form_id: str) -> Previous | None:
    """The earlier run to compare with, where only new and changed records are made; see `earlier_run`."""
    return None if folder is None else earlier_run(folder_at(str(folder)), form_id)


def run_of_pack(folder: Path | None, form_id: str) -> Target | None:
    """The run that the papers of a pack are noted in: one that has been, or a new one; None without a folder."""
    if folder is None:
        return None
    place = LocalFolder(folder)
    previous = earlier_run(place, form_id) if KEY in place.names() else None
    return Target(place, previous=previous, keeps=True)


def earlier_run(folder: Folder, form_id: str | None) -> Previous:
    """The earlier run in a folder, of one form or of any.

    Raises:
        UsageError: There has been none, or it was of another form.
        FileError: What it says of itself is damaged, or of another edition.
    """
    previous = Previous.of(folder)
    if previous is None:
        raise UsageError(Problem("run-missing", Place(folder.name)))
    return _of_form(previous, form_id, folder)


def _of_form(previous: Previous, form_id: str | None, folder: Folder) -> Previous:
    """The same; UsageError where another form has made it."""
    if form_id is not None and previous.form not in ("", form_id):
        raise UsageError(Problem("run-other-form", Place(folder.name), params={"got": previous.form}))
    return previous
