"""All documents of a run in one zip file: any number, whole or not there."""

import json
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skjema.errors import FileError
from skjema.output import whole_file as write
from skjema.output import zip_folder
from skjema.output.zip_folder import ZipFolder
from tests.cli.running import Result, interrupt, skjema
from tests.drawing import SAMPLES
from tests.reading_back import whose, without_token

FORM = "samtykke-overgang"
CHILDREN = SAMPLES / FORM / "barn.xlsx"
FIXED = ("--kommune", SAMPLES / "kommune.toml", "--date", "2026-11-22")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fill(*more: object) -> Result:
    return skjema("fill", FORM, CHILDREN, *FIXED, *more)


def held(path: str) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@given(st.dictionaries(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=9), st.binary(max_size=99)))
def test_files_are_read_back(tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]) -> None:
    path = tmp_path_factory.mktemp("a") / "a.zip"
    folder = ZipFolder(path)
    for name, content in files.items():
        folder.write(name, content)
    folder.close(complete=True)
    assert (held(str(path)) if files else {}) == files


@pytest.mark.thorough
def test_there_may_be_more_files_than_an_old_archive_holds() -> None:
    folder = ZipFolder(Path("a.zip"))
    for number in range(70_000):
        folder.write(f"{number}", b"")
    folder.close(complete=True)
    with zipfile.ZipFile("a.zip") as found:
        assert [one.filename for one in found.infolist()] == [f"{number}" for number in range(70_000)]


def test_its_bytes_depend_on_neither_the_clock_nor_the_system() -> None:
    folder = ZipFolder(Path("a.zip"))
    folder.write("ø.docx", b"1")
    folder.close(complete=True)
    with zipfile.ZipFile("a.zip") as archive:
        (entry,) = archive.infolist()
    assert (entry.date_time, entry.create_system, entry.external_attr) == ((1980, 1, 1, 0, 0, 0), 3, 0o600 << 16)


def test_nothing_is_there_after_a_file_that_was_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    folder = ZipFolder(Path("a.zip"))
    folder.write("a", b"first")
    with monkeypatch.context() as patched:
        patched.setattr(zip_folder, "store", stopped)
        with pytest.raises(KeyboardInterrupt):
            folder.write("b", b"second")
    folder.write("run.json", b"{}")
    folder.close(complete=False)
    assert not list(Path().iterdir())


def test_a_run_into_a_zip_file_holds_what_a_folder_would() -> None:
    assert fill("-o", "ut").code == fill("-o", "ny/ut.ZIP").code == 1
    found = held("ny/ut.ZIP")
    report = json.loads(found.pop("run.json"))
    assert (report["complete"], report["files"]) == (True, 24)
    assert {(one["row"], one["key"], one["fields"]) for one in report["outcomes"]} == {("", "", "")}
    folder = {path.name: path.read_bytes() for path in Path("ut").iterdir() if not path.name.startswith("run.")}
    assert {name: whose(content) for name, content in found.items()} == dict.fromkeys(folder, "")
    assert all(whose(content) for content in folder.values()), "the key that tells whose they are stays in the folder"
    assert {name: without_token(one) for name, one in found.items()} == {
        name: without_token(one) for name, one in folder.items()
    }
    assert [path.name for path in Path("ny").iterdir()] == ["ut.ZIP"]


def test_the_same_run_gives_the_same_bytes() -> None:
    for name in ("a.zip", "b.zip"):
        fill("-o", name, "--workers", "1", "--rows", "1-3")
    first, second = ({k: v for k, v in held(name).items() if k != "run.json"} for name in ("a.zip", "b.zip"))
    assert first == second


def test_a_zip_file_that_exists_is_left_alone_unless_one_asks() -> None:
    Path("ut.zip").write_bytes(b"fra i fjor")
    found = fill("-o", "ut.zip")
    assert (found.code, "[file-exists]" in found.said) == (6, True)
    assert Path("ut.zip").read_bytes() == b"fra i fjor"
    assert fill("-o", "ut.zip", "--overwrite").code == 1
    assert len(held("ut.zip")) == 25


def test_two_runs_into_one_zip_file_at_once_never_both_say_that_it_is_theirs(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = ZipFolder(Path("ut.zip")), ZipFolder(Path("ut.zip"))
    for one, name in ((ours, "vi"), (theirs, "de")):
        one.write(name, name.encode())
    theirs.close(complete=True)
    with pytest.raises(FileError) as caught:
        ours.close(complete=True)
    assert [one.code for one in caught.value.problems] == ["file-exists"]
    assert held("ut.zip") == {"de": b"de"}
    assert [path.name for path in Path().iterdir()] == ["ut.zip"]


def test_a_run_into_a_zip_file_is_not_taken_up_again() -> None:
    fill("-o", "ut.zip", "--rows", "1")
    found = fill("-o", "ut.zip", "--resume")
    assert (found.code, "[resume-archive]" in found.said) == (2, True)


def test_what_can_not_be_filled_in_makes_no_file() -> None:
    found = skjema("fill", FORM, SAMPLES / FORM / "feil.xlsx", *FIXED, "-o", "ut.zip")
    assert found.code == 4
    assert not list(Path().iterdir())


def test_ctrl_c_leaves_no_file_that_looks_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    interrupt(monkeypatch, after=5)
    found = fill("-o", "ut.zip", "--format", "docx")
    assert (found.code, "--resume" in found.said) == (130, False)
    assert "Zip-filen blir til når alt er skrevet" in found.said
    assert not list(Path().iterdir())


@pytest.mark.parametrize("at", ["write", "end"])
def test_a_full_disk_leaves_no_file_and_says_so(monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(zipfile.ZipFile, "writestr" if at == "write" else "_write_end_record", full)
    found = fill("-o", "ut.zip")
    assert (found.code, "[archive-full]" in found.said) == (6, True)
    assert not list(Path().iterdir())


def test_a_file_that_can_not_be_put_in_place_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object) -> None:
        raise PermissionError(13, os.strerror(13))

    folder = ZipFolder(Path("ut.zip"))
    folder.write("a", b"x")
    monkeypatch.setattr(write, "_add", locked)
    with pytest.raises(FileError) as caught:
        folder.close(complete=True)
    assert [one.code for one in caught.value.problems] == ["file-locked"]
    assert not list(Path().iterdir())
