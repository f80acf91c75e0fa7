"""What is kept is what would be made, however often things change."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from skjema import disk_cache as module
from skjema.definition.form_cache import load_form
from skjema.disk_cache import cached
from tests.drawing import field, form_of, png


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SKJEMA_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


def folder() -> Path:
    found = module.folder()
    assert found is not None
    return found


def made(content: bytes) -> tuple[Callable[[], bytes], list[bytes]]:
    calls: list[bytes] = []

    def make() -> bytes:
        calls.append(content)
        return content

    return make, calls


def test_it_is_made_once_for_the_same_content_and_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = tmp_path / "code" / "room" / "form.typ"
    code.parent.mkdir(parents=True)
    code.write_text("")
    monkeypatch.setattr(module, "_PROGRAM", tmp_path / "code")
    module._program_fingerprint.cache_clear()
    make, calls = made(b"x")
    for _ in range(3):
        assert cached("a", [b"1", b"2"], make) == b"x"
    assert len(calls) == 1
    cached("a", [b"12"], make)
    cached("b", [b"1", b"2"], make)
    assert len(calls) == 3
    os.utime(code, ns=(1, 1))
    module._program_fingerprint.cache_clear()
    cached("a", [b"1", b"2"], make)
    assert len(calls) == 4, "the program has changed"
    module._program_fingerprint.cache_clear()


def test_no_more_is_kept_than_there_is_use_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_FILES", 5)
    for at in range(9):
        cached("a", [bytes([at])], made(b"x")[0])
    assert len(list(folder().iterdir())) == 5


def test_files_of_others_in_the_folder_are_left_alone(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_FILES", 0)
    others = [cache / "brev.docx", folder() / "notat.txt"]
    for path in others:
        path.write_text("mitt")
    cached("a", [b"1"], made(b"x")[0])
    assert all(path.read_text() == "mitt" for path in others)


def test_what_was_used_last_stays_longest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_FILES", 2)
    for at in range(2):
        cached("a", [bytes([at])], made(b"x")[0])
    for age, path in enumerate(sorted(folder().iterdir(), key=lambda one: one.stat().st_mtime_ns)):
        os.utime(path, (age, age))
    cached("a", [b"\0"], made(b"x")[0])
    cached("a", [b"\2"], made(b"x")[0])
    make, calls = made(b"x")
    cached("a", [b"\0"], make)
    assert calls == []


def test_a_folder_that_can_not_be_written_to_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SKJEMA_CACHE", str(tmp_path / "file"))
    assert cached("a", [b"1"], made(b"x")[0]) == b"x"


@pytest.mark.unix
@pytest.mark.parametrize(("mode", "is_ours"), [(0o620, True), (0o602, True), (0o600, False)])
def test_code_that_others_could_have_written_is_not_run(
    monkeypatch: pytest.MonkeyPatch, mode: int, is_ours: bool
) -> None:
    cached("a", [b"1"], made(b"x")[0])
    (path,) = folder().iterdir()
    path.chmod(mode)
    make, calls = made(b"x")
    monkeypatch.setattr(module, "folder", lambda: path.parent)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + (not is_ours))
    cached("a", [b"1"], make)
    assert calls == [b"x"]


@pytest.mark.unix
def test_a_folder_that_was_open_to_others_is_closed(cache: Path) -> None:
    (cache / "skjema").mkdir(parents=True)
    (cache / "skjema").chmod(0o777)
    cached("a", [b"1"], made(b"x")[0])
    assert stat.S_IMODE(folder().stat().st_mode) == 0o700
    assert [stat.S_IMODE(one.stat().st_mode) for one in folder().iterdir()] == [0o600]


@pytest.mark.unix
@pytest.mark.parametrize("whose", ["another's", "a link", "a file"])
def test_a_folder_that_is_not_ones_own_keeps_nothing(cache: Path, monkeypatch: pytest.MonkeyPatch, whose: str) -> None:
    (there := cache / "there").mkdir(parents=True)
    match whose:
        case "another's":
            (cache / "skjema").mkdir()
            monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
        case "a link":
            (cache / "skjema").symlink_to(there)
        case _:
            (cache / "skjema").write_bytes(b"")
    assert module.folder() is None
    make, calls = made(b"x")
    assert [cached("a", [b"1"], make) for _ in range(2)] == [b"x", b"x"]
    assert len(calls) == 2, "slower, and right"
    assert list(there.iterdir()) == []


@pytest.mark.unix
@pytest.mark.parametrize("named", ["", "kept", "./kept"])
def test_names_of_folders_that_are_empty_or_relative_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("SKJEMA_CACHE", named)
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    for home, place in ((str(tmp_path / "home"), tmp_path / "home" / ".cache" / "skjema"), ("relative", None)):
        monkeypatch.setenv("HOME", home)
        assert module.folder() == place
        cached("a", [b"1"], made(b"x")[0])
    assert list(Path().iterdir()) == []
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert module.folder() == tmp_path / "xdg" / "skjema"


@pytest.mark.unix
def test_on_windows_only_a_folder_under_the_users_own_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("HOME", str(tmp_path / "users" / "kari"))
    monkeypatch.setenv("SKJEMA_CACHE", "")
    for local, found in (("users/kari/AppData/Local", True), ("share", False)):
        monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / local))
        assert module.folder() == (tmp_path / local / "skjema" if found else None)


def test_a_form_follows_its_files(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(filler=b"\1"))
    kommune = '[values]\nby = "x"\n'
    first = form_of(tmp_path, field("navn"), field("by"), kommune=f'logo = "logo.png"\n{kommune}')
    (tmp_path / "logo.png").write_bytes(png(filler=b"\2"))
    profile = tmp_path / "kommune.toml"
    assert load_form(first.folder, profile).logo == png(filler=b"\2")
    profile.write_text(kommune.replace("x", "y"), "utf-8")
    assert load_form(first.folder, profile).profile.values["by"] == "y"
    assert "sted" in form_of(tmp_path, field("navn"), field("sted"), kommune=kommune).fields


def test_a_kept_form_that_is_damaged_is_read_again(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"))
    assert any(folder().iterdir())
    for path in folder().iterdir():
        path.write_bytes(b"\x80garbage")
    assert load_form(form.folder).id == form.id


def test_one_bit_that_is_wrong_is_seen() -> None:
    cached("a", [b"1"], made(b"x" * 50)[0])
    (path,) = folder().iterdir()
    content = path.read_bytes()
    at = content.index(b"xxx")
    path.write_bytes(content[:at] + b"y" + content[at + 1 :])
    make, calls = made(b"x" * 50)
    assert cached("a", [b"1"], make) == b"x" * 50
    assert len(calls) == 1


def test_what_other_libraries_can_not_read_is_made_again() -> None:
    cached("a", [b"1"], made(b"x")[0])
    (path,) = folder().iterdir()
    content = b"cskjema.gone\nGone\n."  # a class that is no more, whole as it was written
    path.write_bytes(module._checksum(content) + content)
    make, calls = made(b"x")
    assert cached("a", [b"1"], make) == b"x"
    assert len(calls) == 1
