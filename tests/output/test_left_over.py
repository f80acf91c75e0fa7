"""What a run that was killed has left in the folder, and what another may still be writing."""

import errno
import os
import tempfile
import time
from pathlib import Path

import pytest

from skjema.errors import FileError
from skjema.output.folder import folder_at
from skjema.output.temporary_folder import remove_leftovers, temporary_folder
from tests.drawing import lines


def left(folder: Path, name: str, seconds: float) -> Path:
    """A file begun by somebody, last written to so many seconds ago."""
    path = folder / name
    path.write_bytes(b"%PDF-1.7 Kari")
    then = time.time() - seconds
    os.utime(path, (then, then))
    return path


@pytest.mark.parametrize(("seconds", "stays"), [(0, True), (55, True), (65, False), (3600, False)])
@pytest.mark.parametrize("ending", [".tmp", ".part"])
def test_a_file_nobody_has_locked_is_left_over_after_a_minute(
    tmp_path: Path, ending: str, seconds: float, stays: bool
) -> None:
    path = left(tmp_path, f".skjema-0a0b0c0d{ending}", seconds)
    remove_leftovers(tmp_path)
    assert path.exists() == stays


@pytest.mark.parametrize(("seconds", "stays"), [(55, True), (65, False)])
def test_a_folder_nobody_uses_is_left_over_after_a_minute(tmp_path: Path, seconds: float, stays: bool) -> None:
    folder = tmp_path / ".skjema-abc"
    folder.mkdir()
    left(folder, "in-use", seconds)
    remove_leftovers(tmp_path)
    assert folder.exists() == stays


def test_in_the_folder_of_a_run_only_it_writes_files_in_one_go(tmp_path: Path) -> None:
    recent = [left(tmp_path, f".skjema-0a0b0c0d{ending}", 0) for ending in (".tmp", ".part")]
    folder_at(str(tmp_path)).remove_leftovers()
    assert [one.exists() for one in recent] == [False, True]


def test_files_of_other_names_are_nobody_elses_to_remove(tmp_path: Path) -> None:
    others = [left(tmp_path, name, 3600) for name in ("brev.tmp", ".brev.part", "skjema-0a.tmp", "run.part")]
    remove_leftovers(tmp_path)
    assert all(one.exists() for one in others)


def test_where_no_temporary_folder_can_be_made_the_clerk_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught, temporary_folder(tmp_path / "borte"):
        pass
    assert lines(caught.value.problems) == [
        "borte: Filen finnes ikke. Se etter skrivefeil i navnet og om du står i riktig mappe. [file-missing]"
    ]


def test_a_full_disk_is_told_as_such_when_a_temporary_folder_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(tempfile, "TemporaryDirectory", full)
    with pytest.raises(FileError) as caught, temporary_folder(tmp_path):
        pass
    assert [one.code for one in caught.value.problems] == ["disk-full"]


def test_what_a_killed_run_has_left_beside_a_zip_file_goes_when_the_next_one_writes_there(tmp_path: Path) -> None:
    path = left(tmp_path, ".skjema-0a0b0c0d.part", 3600)
    folder = folder_at(str(tmp_path / "ut.zip"))
    folder.write("a.pdf", b"x")
    folder.close(complete=True)
    assert (path.exists(), [one.name for one in tmp_path.iterdir()]) == (False, ["ut.zip"])
