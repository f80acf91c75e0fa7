"""Which files of a folder are answers, and what is told of those that aren't."""

import io
import zipfile
from collections.abc import Callable
from functools import partial, partialmethod
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject

from skjema.batch import returned_files
from skjema.errors import FileError
from skjema.formats.open_input import read_file
from skjema.problems import Place, Problem
from tests.batch.test_collect import SAID, answers, back, collect, run, sent, told
from tests.returning import saved_whole, with_part

__all__ = ["back", "run"]  # fixtures


@pytest.mark.parametrize("names", [("a.docx", "b.pdf"), ("b.pdf", "c.docx")])
def test_the_twin_of_a_file_that_could_not_be_read_is_read(run: Path, back: Path, names: tuple[str, str]) -> None:
    """A PDF by the name of a Word file, and the same by its own."""
    for name in names:
        (back / name).write_bytes(saved_whole(sent(run), SAID))
    collect(back, run)
    assert [one["@fil"] for one in answers(back)] == ["b.pdf"]
    code = "returned-again" if names[0] == "b.pdf" else "returned-not-word"
    assert [one for _, one in told(back, "Passer ikke")] == [code]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("svar.eml", "returned-mail"),
        ("Svar.MSG", "returned-mail"),
        ("svar.zip", "returned-zip"),
        ("a.heic", "returned-heic"),
        ("a.JPG", "returned-picture"),
        ("a.tif", "returned-picture"),
        ("a.odt", "returned-kind"),
    ],
)
def test_the_remedy_for_a_file_of_another_kind_is_that_of_its_kind(run: Path, back: Path, name: str, code: str) -> None:
    (back / name).write_bytes(b"x")
    collect(back, run)
    assert told(back, "Passer ikke") == [(name, code)]


@pytest.mark.parametrize("name", ["Thumbs.db", "desktop.ini", "__MACOSX/._svar.pdf", ".DS_Store"])
def test_what_a_system_leaves_in_a_folder_is_no_answer(run: Path, back: Path, name: str) -> None:
    (back / name).parent.mkdir(exist_ok=True)
    (back / name).write_bytes(b"x")
    (back / "a.pdf").write_bytes(saved_whole(sent(run), SAID))
    collect(back, run)
    assert told(back, "Passer ikke") == []


@pytest.mark.parametrize("is_known", [True, False])
def test_answers_that_may_be_of_last_year_are_noted_where_no_run_is_named(
    run: Path, back: Path, is_known: bool
) -> None:
    (back / "a.pdf").write_bytes(saved_whole(sent(run), SAID))
    found = collect(back, run if is_known else None)
    assert ("[returned-any-run]" in found.said) != is_known
    assert len(answers(back)) == 1


@pytest.mark.parametrize("kind", ["empty", "of files of the system"])
def test_a_folder_without_answers_is_told(run: Path, back: Path, kind: str) -> None:
    if kind != "empty":
        (back / "Thumbs.db").write_bytes(b"x")
    found = collect(back, run)
    assert (found.code, "[returned-nothing]" in found.said) == (1, True)
    assert answers(back) == []


def test_workbooks_of_answers_in_the_folder_are_our_own(run: Path, back: Path) -> None:
    """Those of this and earlier collectings, with what a clerk has typed."""
    (back / "a.pdf").write_bytes(saved_whole(sent(run), SAID))
    for _ in range(3):
        found = collect(back, run, "--overwrite", "-o", back / "svar.xlsx")
    assert "svar-forrige-2.xlsx" in {one.name for one in back.iterdir()}
    assert "[returned-kind]" not in found.said


@pytest.mark.parametrize("kind", ["not to be opened", "swelling"])
def test_a_workbook_that_is_no_list_of_answers_is_told_and_stops_nothing(
    run: Path, back: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From outside anything may come by the name of a workbook."""
    (back / "a.pdf").write_bytes(saved_whole(sent(run), SAID))
    with zipfile.ZipFile(back / "b.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", b" " * (60 << 20 if kind == "swelling" else 10))
    if kind == "swelling":
        monkeypatch.setattr(zipfile.ZipFile, "read", partialmethod(_reading_little, zipfile.ZipFile.read))
    else:
        monkeypatch.setattr(returned_files, "read_file", partial(_refusing, read_file, "b.xlsx"))
    collect(back, run)
    assert [one["@fil"] for one in answers(back)] == ["a.pdf"]
    assert told(back, "Passer ikke") == [("b.xlsx", "returned-kind")]


def _reading_little(archive: zipfile.ZipFile, read: Callable[..., bytes], name: str, pwd: bytes | None = None) -> bytes:
    if archive.getinfo(name).file_size > 50 << 20:
        raise MemoryError
    return read(archive, name, pwd)


def _refusing(read: Callable[..., bytes], refused: str, path: Path, name: str = "") -> bytes:
    if path.name == refused:
        raise FileError(Problem("file-locked", Place(refused)))
    return read(path, name)


def _portfolio(_: bytes) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.root_object[NameObject("/Collection")] = DictionaryObject()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _strict(content: bytes) -> bytes:
    plain, strict = (
        b"schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"purl.oclc.org/ooxml/wordprocessingml/main",
    )
    return with_part(content, "word/document.xml", lambda xml: xml.replace(plain, strict))


@pytest.mark.parametrize(
    ("ending", "changed", "code"), [("pdf", _portfolio, "pdf-portfolio"), ("docx", _strict, "docx-strict")]
)
def test_a_form_saved_in_a_way_that_has_a_remedy_is_told_with_it(
    run: Path, back: Path, ending: str, changed: Callable[[bytes], bytes], code: str
) -> None:
    (back / f"a.{ending}").write_bytes(changed(sent(run, 1, ending)))
    collect(back, run)
    assert told(back, "Passer ikke") == [(f"a.{ending}", code)]


def test_a_file_in_which_no_name_stands_is_not_said_to_name_nobody(run: Path, back: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(sent(run))))
    del writer.root_object["/Pages"]["/Kids"][0]  # type: ignore[index]
    fields = writer.root_object["/AcroForm"]["/Fields"]  # type: ignore[index]
    for at in [*range(len(fields))][::-1]:
        if fields[at].get_object()["/T"] in ("barn_navn", "barn_fodselsdato", "@skjema"):
            del fields[at]
    writer.metadata = None
    out = io.BytesIO()
    writer.write(out)
    (back / "a.pdf").write_bytes(out.getvalue())
    collect(back, run)
    assert told(back, "Passer ikke") == [("a.pdf", "returned-no-name")]
