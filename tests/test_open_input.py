"""Files are looked at before they are read, read once, and what is made is what was checked."""

import errno
import importlib
import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import pytest

from skjema.batch import precheck as precheck_module
from skjema.batch.precheck import HeldRecords
from skjema.errors import FileError
from skjema.formats import open_input
from skjema.formats.open_input import read_file
from skjema.records.record import Record
from tests.cli.running import Result, skjema
from tests.drawing import field, png, sheet, write_form
from tests.reading_back import docx_text

KINDS = ("xlsx", "csv", "txt", "json", "jsonl")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a form in it."""
    monkeypatch.chdir(tmp_path)
    write_form(tmp_path, '[[section]]\nid = "del"\n' + field("navn", required="true") + field("sted"))
    return tmp_path


def code_of(found: Result) -> tuple[int, list[str]]:
    """The exit code and the codes of all that is wrong."""
    lines = [line for line in found.said.splitlines() if line.endswith("]")]
    return found.code, [line.rsplit("[")[-1].rstrip("]") for line in lines]


def written(folder: Path, kind: str, *names: str) -> Path:
    """Records of these names, as a file of this kind."""
    path = folder / f"liste.{kind}"
    if kind == "xlsx":
        return sheet(path, [["Navn", "Sted"], *([name, "Bodø"] for name in names)])
    if kind in ("csv", "txt"):
        text = "\n".join(["Navn;Sted", *(f"{name};Bodø" for name in names)])
    else:
        objects = [f'{{"navn": "{name}", "sted": "Bodø"}}' for name in names]
        text = "\n".join(objects) if kind == "jsonl" else f"[{', '.join(objects)}]"
    path.write_text(text, "utf-8")
    return path


class _GoneShare(io.BytesIO):
    """A file whose storage goes away in the middle."""

    def __enter__(self) -> Self:
        return self

    def read(self, size: int | None = -1, /) -> bytes:
        raise OSError(errno.EIO, "Input/output error")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", ["check", "fill"])
def test_a_share_that_goes_away_is_no_damaged_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, command: str, kind: str
) -> None:
    path = written(folder, kind, "Kari")
    really = Path.open

    def opened(self: Path, *arguments: Any, **named: Any) -> Any:
        return _GoneShare() if self.name == path.name else really(self, *arguments, **named)

    monkeypatch.setattr(Path, "open", opened)
    assert code_of(skjema(command, "prove", path)) == (6, ["file-unreadable"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_pipe_is_not_waited_for(folder: Path, kind: str) -> None:
    os.mkfifo(folder / f"liste.{kind}")
    assert code_of(skjema("check", "prove", f"liste.{kind}")) == (6, ["file-not-regular"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_device_without_end_is_not_read(folder: Path, kind: str) -> None:
    (folder / f"liste.{kind}").symlink_to("/dev/zero")
    assert code_of(skjema("check", "prove", f"liste.{kind}")) == (6, ["file-not-regular"])


@pytest.mark.parametrize("is_pipe", [True, False], ids=["pipe", "device"])
def test_nor_are_they_read_as_kommune_toml_or_logo_or_definition(folder: Path, *, is_pipe: bool) -> None:
    def put(path: Path) -> None:
        path.unlink(missing_ok=True)
        if is_pipe:
            os.mkfifo(path)
        else:
            path.symlink_to("/dev/zero")

    data = written(folder, "csv", "Kari")
    put(folder / "rør.toml")
    assert code_of(skjema("check", "prove", data, "--kommune", "rør.toml")) == (6, ["file-not-regular"])
    put(folder / "logo.png")
    (folder / "k.toml").write_text('logo = "logo.png"\n')
    assert code_of(skjema("check", "prove", data, "--kommune", "k.toml")) == (6, ["file-not-regular"])
    put(folder / "templates" / "prove" / "skjema.toml")
    assert code_of(skjema("check", "prove", data)) == (6, ["file-not-regular"])


def test_a_file_beyond_reason_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(folder, "csv", "Kari")
    os.truncate(path, open_input.LARGEST + 1)
    found = skjema("check", "prove", path)
    assert code_of(found) == (6, ["file-too-large"])
    assert "512 MB" in found.said


def test_a_file_that_grows_while_it_is_read_is_not_read_without_end(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(folder, "csv", "Kari")
    monkeypatch.setattr(open_input, "LARGEST", 8)
    monkeypatch.setattr(open_input, "_look_at", lambda path, name: None)
    with pytest.raises(FileError) as caught:
        read_file(path)
    assert caught.value.problems[0].code == "file-too-large"


def test_a_missing_logo_is_the_settings_fault_still(folder: Path) -> None:
    data = written(folder, "csv", "Kari")
    for logo in ("borte.png", "a\\u0000b.png"):
        (folder / "k.toml").write_text(f'logo = "{logo}"\n')
        assert code_of(skjema("check", "prove", data, "--kommune", "k.toml")) == (5, ["logo-missing"])
    (folder / "logo.png").write_bytes(png(300_000))
    (folder / "k.toml").write_text('logo = "logo.png"\n')
    assert code_of(skjema("check", "prove", data, "--kommune", "k.toml")) == (5, ["logo-large"])


@pytest.mark.parametrize("change", ["replaced", "rewritten", "removed"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_made_is_what_was_checked(
    folder: Path, monkeypatch: pytest.MonkeyPatch, kind: str, change: str
) -> None:
    """A list longer than is held as it is, saved again in Excel between check and rendering."""
    path = written(folder, kind, "Kari", "Per", "Liv")
    (folder / "ny").mkdir()
    later = written(folder / "ny", kind, "", "Ola", "Liv", "Siv")
    held = HeldRecords.__iter__

    def changed(records: HeldRecords) -> Iterator[Record]:
        match change:
            case "replaced":
                later.replace(path)
            case "rewritten":
                shutil.copyfile(later, path)
            case _:
                path.unlink()
        return held(records)

    monkeypatch.setattr(precheck_module, "HELD", 1)
    monkeypatch.setattr(precheck_module, "_PACKED", 1)
    monkeypatch.setattr(HeldRecords, "__iter__", changed)
    found = skjema("fill", "prove", path, "--format", "docx", "-o", "ut")
    assert found.code == 0, found.said
    texts = [docx_text(one.read_bytes()) for one in sorted((folder / "ut").glob("*.docx"))]
    assert ["Kari" in texts[0], "Per" in texts[1], "Liv" in texts[2], len(texts)] == [True, True, True, 3]


def test_the_marked_copy_is_of_what_was_checked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import openpyxl

    path = sheet(folder / "liste.xlsx", [["Navn", "Sted"], ["", "Bodø"], ["Per", "Ås"]])
    later = sheet(folder / "ny.xlsx", [["Navn", "Sted"], ["Ola", "Moss"]])
    annotated = importlib.import_module("skjema.render.workbook.annotated_copy").annotated

    def changed(*arguments: Any) -> Any:
        later.replace(path)
        return annotated(*arguments)

    monkeypatch.setattr("skjema.render.workbook.annotated_copy.annotated", changed)
    assert skjema("check", "prove", path, "--annotate", "merket.xlsx").code == 4
    copy = openpyxl.load_workbook(folder / "merket.xlsx").worksheets[1]
    assert [cell.value for cell in copy["B"]] == ["Sted", "Bodø", "Ås"]
    assert copy["A2"].comment is not None
