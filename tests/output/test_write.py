"""Files that are whole or not there: nothing overwritten unasked, nothing half-written left behind."""

import errno
import os
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from skjema.errors import FileError
from skjema.output import whole_file as write
from skjema.output.folder import LocalFolder
from skjema.output.temporary_folder import remove_leftovers, temporary_folder
from skjema.output.whole_file import make_folder, write_file, writing
from tests.drawing import lines


def said(caught: pytest.ExceptionInfo[FileError]) -> list[str]:
    return lines(caught.value.problems)


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    write_file(tmp_path / "a.pdf", b"innhold")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.pdf", b"innhold")]


@pytest.fixture
def open_to_all() -> Iterator[None]:
    """A user who lets everybody read and write what other programs make."""
    before = os.umask(0)
    yield
    os.umask(before)


def rights(folder: Path) -> dict[str, int]:
    return {one.relative_to(folder).as_posix(): stat.S_IMODE(one.stat().st_mode) for one in folder.rglob("*")}


@pytest.mark.unix
@pytest.mark.usefixtures("open_to_all")
def test_what_is_made_is_for_who_made_it_alone(tmp_path: Path) -> None:
    make_folder(tmp_path / "ut" / "2026")
    write_file(tmp_path / "ut" / "a.pdf", b"x")
    write_file(tmp_path / "ut" / "b.pdf", iter([b"x", b"y"]))
    LocalFolder(tmp_path / "ut" / "2026").journal("run.part").close()
    assert rights(tmp_path) == {
        "ut": 0o700, "ut/2026": 0o700, "ut/a.pdf": 0o600, "ut/b.pdf": 0o600, "ut/2026/run.part": 0o600,
    }  # fmt: skip


@pytest.mark.unix
@pytest.mark.usefixtures("open_to_all")
def test_what_is_there_keeps_the_rights_it_has(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"fra i fjor")
    (tmp_path / "a.pdf").chmod(0o640)
    make_folder(tmp_path / "felles")
    (tmp_path / "felles").chmod(0o770)
    make_folder(tmp_path / "felles")
    for name in ("a.pdf", "b.pdf"):
        write_file(tmp_path / name, b"ny", overwrite=True)
    assert rights(tmp_path) == {"a.pdf": 0o640, "b.pdf": 0o666, "felles": 0o770}


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("content", [[b"vi"], [b"v", b"i"]])
def test_a_file_that_came_while_ours_was_written_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool, content: Any
) -> None:
    def whole() -> Iterator[bytes]:
        yield from content
        (tmp_path / "a.pdf").write_bytes(b"de andre")

    if not links:
        monkeypatch.setattr(os, "link", failing(OSError(errno.EOPNOTSUPP, "no links")))
    with pytest.raises(FileError) as caught:
        write_file(tmp_path / "a.pdf", whole())
    assert [problem.code for problem in caught.value.problems] == ["file-exists"]
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"a.pdf": b"de andre"}
    write_file(tmp_path / "b.pdf", content)
    assert (tmp_path / "b.pdf").read_bytes() == b"vi"


@pytest.mark.unix
def test_a_file_is_put_in_place_on_windows_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = os.rename

    def as_on_windows(source: str, target: str) -> None:
        if Path(target).exists():
            raise FileExistsError(target)
        rename(source, target)

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "rename", as_on_windows)
    monkeypatch.setattr(write, "check_room", lambda files, overwrite: None)  # it comes while ours is written
    write_file(tmp_path / "a.pdf", b"de andre")
    with pytest.raises(FileError) as caught:
        write_file(tmp_path / "a.pdf", b"vi")
    assert [problem.code for problem in caught.value.problems] == ["file-exists"]
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"a.pdf": b"de andre"}


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
    def fails(*arguments: Any) -> None:
        raise error

    return fails


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


@pytest.mark.parametrize(("step", "overwrite"), [("replace", True), ("link", False), ("write", False)])
def test_ctrl_c_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, overwrite: bool
) -> None:
    monkeypatch.setattr(os, step, failing(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "a.pdf", b"ny", overwrite=overwrite)
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
    assert sorted(doors) == ["folder.py", "temporary_folder.py", "whole_file.py"], (
        "beside files, a journal and the marks of folders in use"
    )


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
    remove_leftovers(tmp_path)
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
    monkeypatch.setattr("skjema.output.temporary_folder.lock", lambda file: False)
    (other := tmp_path / ".skjema-0a0b0c0d.part").write_bytes(b"1")
    aged(other)
    remove_leftovers(tmp_path)
    assert other.exists()


class Msvcrt:
    """Stands for Windows' own: a byte that one open file has locked, no other locks; closed, it is free again."""

    LK_NBLCK = 2

    def __init__(self) -> None:
        self.places: set[int] = set()

    def locking(self, number: int, mode: int, length: int) -> None:
        import fcntl

        assert (mode, length) == (self.LK_NBLCK, 1)
        self.places.add(os.lseek(number, 0, os.SEEK_CUR))
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES)) from None


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Msvcrt:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", found := Msvcrt())
    return found


@pytest.mark.unix
def test_a_lock_leaves_a_file_where_it_was_on_windows_too(tmp_path: Path, windows: Msvcrt) -> None:
    with writing(tmp_path / "a.pdf") as out:
        out.write(b"1")
        out.write(b"2")
        out.seek(0)
        assert out.read() == b"12"
    assert (tmp_path / "a.pdf").read_bytes() == b"12"
    assert windows.places == {1 << 40}, "a byte that no file has"


@pytest.mark.unix
def test_a_folder_is_one_runs_at_a_time_on_windows_too(tmp_path: Path, windows: Msvcrt) -> None:
    journal = LocalFolder(tmp_path).journal("run.part")
    with pytest.raises(FileError) as caught:
        LocalFolder(tmp_path).journal("run.part")
    assert [problem.code for problem in caught.value.problems] == ["folder-in-use"]
    journal.write(b"{}\n")
    journal.close()
    with LocalFolder(tmp_path).journal("run.part") as again:
        assert again.tell() == 3


@pytest.mark.unix
def test_what_others_write_is_left_alone_on_windows_too(tmp_path: Path, windows: Msvcrt) -> None:
    (left := tmp_path / ".skjema-0a0b0c0d.part").write_bytes(b"Kari")
    with writing(tmp_path / "stor.pdf") as out:
        for one in tmp_path.iterdir():
            aged(one)
        remove_leftovers(tmp_path)
        assert not left.exists()
        out.write(b"1")
    assert (tmp_path / "stor.pdf").read_bytes() == b"1"
