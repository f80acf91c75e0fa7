"""Files that are whole or not there: nothing overwritten unasked, nothing half-written left behind."""

import errno
import os
import re
import sys
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from skjema.errors import FileError
from skjema.output import write
from skjema.output.write import make_folder, sweep, temporary_folder, write_file, writing
from tests.drawing import lines


def said(caught: pytest.ExceptionInfo[FileError]) -> list[str]:
    return lines(caught.value.problems)


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    write_file(tmp_path / "a.pdf", b"innhold")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.pdf", b"innhold")]


def test_a_file_has_the_rights_that_other_programs_files_have(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")
    write_file(tmp_path / "a.pdf", b"x")
    write_file(tmp_path / "b.pdf", iter([b"x", b"y"]))
    assert len({one.stat().st_mode for one in tmp_path.iterdir()}) == 1


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"fra i fjor")
    with pytest.raises(FileError) as caught:
        write_file(tmp_path / "a.pdf", b"ny")
    assert said(caught) == [
        "a.pdf: Filen finnes fra før og blir ikke overskrevet. Velg et annet navn, eller legg til --overwrite. [file-exists]"
    ]
    write_file(tmp_path / "a.pdf", b"ny", overwrite=True)
    assert (tmp_path / "a.pdf").read_bytes() == b"ny"


def test_a_link_is_replaced_and_what_it_points_at_left_alone(tmp_path: Path) -> None:
    (tmp_path / "viktig.txt").write_bytes(b"viktig")
    (tmp_path / "a.pdf").symlink_to(tmp_path / "viktig.txt")
    with pytest.raises(FileError):
        write_file(tmp_path / "a.pdf", b"ny")
    write_file(tmp_path / "a.pdf", b"ny", overwrite=True)
    assert (tmp_path / "viktig.txt").read_bytes() == b"viktig"
    assert not (tmp_path / "a.pdf").is_symlink()


def failing(error: BaseException) -> Any:
    def replace(source: str, target: str) -> None:
        raise error

    return replace


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk-full"), (errno.EDQUOT, "disk-full"), (errno.EACCES, "file-locked")]
)
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"fra i fjor")
    monkeypatch.setattr(os, "replace", failing(OSError(number, os.strerror(number))))
    with pytest.raises(FileError) as caught:
        write_file(tmp_path / "a.pdf", b"ny", overwrite=True)
    assert [problem.code for problem in caught.value.problems] == [code]
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.pdf", b"fra i fjor")]


def test_ctrl_c_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "replace", failing(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "a.pdf", b"ny")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "ut").write_bytes(b"")
    with pytest.raises(FileError) as caught:
        make_folder(tmp_path / "ut")
    assert [problem.code for problem in caught.value.problems] == ["folder-is-file"]


def test_folders_above_are_made(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_everything_is_written_through_one_door() -> None:
    source = Path(write.__file__).parent
    opening = re.compile(r'\bopen\([^)\n]*"[xaw]')
    doors = [path.name for path in source.glob("*.py") if opening.search(path.read_text("utf-8"))]
    assert sorted(doors) == ["folder.py", "write.py"], "beside files, only the journal, which grows"


def test_what_killed_processes_leave_goes_and_what_others_write_stays(tmp_path: Path) -> None:
    left = [tmp_path / ".skjema-0a0b0c0d.part", tmp_path / ".skjema-0a0b0c0e.tmp"]
    for one in left:
        one.write_bytes(b"%PDF-1.7 Kari")
    for name in ("x", "y"):
        (folder := tmp_path / f".skjema-{name}").mkdir()
        (folder / "brev.pdf").write_bytes(b"Kari")
        left.append(folder)
    (left[-1] / "in-use").write_bytes(b"")
    (recent := tmp_path / ".skjema-0a0b0c0f.part").write_bytes(b"1")
    for one in (*left, left[-1] / "in-use"):
        aged(one)
    sweep(tmp_path)
    with writing(tmp_path / "stor.pdf") as out, temporary_folder(tmp_path) as mine:
        (mine / "mitt.pdf").write_bytes(b"x")
        assert [one for one in left if one.exists()] == []
        mine_too = [one for one in tmp_path.iterdir() if one.name.startswith(".skjema-") and one != recent]
        for one in (*mine_too, mine / "in-use"):
            aged(one)
        with writing(tmp_path / "annen.pdf") as other, temporary_folder(tmp_path):
            other.write(b"2")
        out.write(b"1")
        assert (mine / "mitt.pdf").exists()
    recent.unlink()
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"stor.pdf": b"1", "annen.pdf": b"2"}


def aged(path: Path) -> None:
    then = path.stat().st_mtime - 3600
    os.utime(path, (then, then))


def test_nothing_is_taken_for_left_over_where_nothing_can_be_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write, "lock", lambda file: False)
    (other := tmp_path / ".skjema-0a0b0c0d.part").write_bytes(b"1")
    aged(other)
    sweep(tmp_path)
    assert other.exists()


def test_a_lock_leaves_a_file_where_it_was_on_windows_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", Mock(LK_NBLCK=1))
    with writing(tmp_path / "a.pdf") as out:
        out.write(b"1")
    assert (tmp_path / "a.pdf").read_bytes() == b"1"
