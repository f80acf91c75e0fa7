"""What people really send: each ends right, or in one clear message with the right exit code."""

import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import typst

from skjema.render.typst import typeset
from tests.cli.running import Result, skjema
from tests.drawing import HEAD, field, sheet, write_form
from tests.reading_back import docx_text, pdf_text
from tests.render.word.documents import docx

MAIN = "xl/worksheets/sheet1.xml"


@pytest.fixture(autouse=True)
def _form(folder: Path) -> None:
    write_form(folder, '[[section]]\nid = "del"\n' + field("navn", required="true") + field("sted", "longtext"))


def fill(data: Path, *arguments: object) -> Result:
    return skjema("fill", "prove", data, "-o", "ut", *arguments)


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    return path


def only_problem(found: Result) -> str:
    """The code of the one thing that is wrong."""
    lines = [line for line in found.said.splitlines() if line.endswith("]")]
    assert len(lines) == 1, found.said
    return lines[0].rsplit("[")[-1].rstrip("]")


@pytest.mark.parametrize(
    "text", ["Hansen & Sønn", "<ikke oppgitt>", "{{ 7*7 }}", '#import "x"', "+47 ", "-rf", "'; DROP"]
)
def test_text_that_means_something_to_a_program_is_text(folder: Path, text: str) -> None:
    assert fill(sheet(folder / "a.xlsx", [["Navn", "Sted"], [f"{text}x", "Bodø"]]), "--flat").code == 0
    assert f"{text}x" in docx_text((folder / "ut" / "prove-0001.docx").read_bytes())
    assert f"{text}x" in pdf_text((folder / "ut" / "prove-0001.pdf").read_bytes())


def test_a_soft_line_break_is_a_line_break(folder: Path) -> None:
    data = written(folder / "a.json", '[{"navn": "Kari", "sted": "en\\u000bto"}]')
    assert fill(data, "--flat").code == 0
    assert docx_text((folder / "ut" / "prove-0001.docx").read_bytes()).endswith("en\nto")
    assert "en\nto" in pdf_text((folder / "ut" / "prove-0001.pdf").read_bytes())


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('[{"navn": "a\\ud800b"}]', "character-refused"),
        ('[{"navn": "a\\u0000b"}]', "character-refused"),
        ('[{"navn": "a\\ufffdb"}]', "letter-lost"),
        ('[{"navn": NaN}]', "json-number"),
        ('[{"navn": "Kari", "navn": "Per"}]', "json-key-twice"),
        ('[{"navn": "Kari"', "json-syntax"),
        ("[" * 100_000, "json-extreme"),
        ("[]", "no-rows"),
        ("", "json-syntax"),
    ],
    ids=["surrogate", "nul", "replacement", "nan", "twin key", "cut", "deep", "no rows", "empty"],
)
def test_json(folder: Path, content: str, code: str) -> None:
    found = fill(written(folder / "a.json", content))
    assert only_problem(found) == code
    assert found.code == 4


def test_forty_thousand_letters(folder: Path) -> None:
    data = sheet(folder / "a.xlsx", [["Navn", "Sted"], ["Kari", "ord " * 8_000]])
    assert only_problem(fill(data)) == "text-attached"
    assert pdf_text((folder / "ut" / "prove-0001.pdf").read_bytes()).count("ord") == 8_000
    assert fill(data, "--format", "docx", "--overwrite").code == 0
    assert docx_text((folder / "ut" / "prove-0001.docx").read_bytes()).count("ord") == 8_000
    too_long = written(folder / "b.json", f'[{{"navn": "Kari", "sted": "{"ord " * 10_000}"}}]')
    assert only_problem(fill(too_long, "--overwrite")) == "text-attached"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["Navn", "Sted"]], "no-rows"),
        ([["Navn", "Sted"], [" ", "\u00a0"]], "no-rows"),
        ([["Fornavn", "Bosted"], ["Kari", "Bodø"]], "heading-missing"),
        ([], "heading-missing"),
    ],
    ids=["no rows", "a row of spaces", "wrong header", "empty"],
)
def test_workbooks_without_rows(folder: Path, rows: list[list[str]], code: str) -> None:
    found = fill(sheet(folder / "a.xlsx", rows))
    assert (only_problem(found), found.code) == (code, 4)
    assert not (folder / "ut").exists()


def changed(path: Path, name: str, old: bytes, new: bytes) -> Path:
    """The same workbook with something else in one of its files."""
    made = path.with_name("endret.xlsx")
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for one in before.namelist():
            content = before.read(one)
            after.writestr(one, content.replace(old, new) if name == one else content)
    return made


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        (MAIN, b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "a">]><worksheet', "file-doctype"),
        (MAIN, b"</worksheet>", b"</worksheet>" + b" " * (300 << 20), "file-swells"),
        (MAIN, b"</sheetData>", b"", "file-damaged"),
    ],
    ids=["doctype", "zip bomb", "cut"],
)
def test_workbooks_that_are_refused(folder: Path, name: str, old: bytes, new: bytes, code: str) -> None:
    data = sheet(folder / "a.xlsx", [["Navn", "Sted"], ["Kari", "Bodø"]])
    found = fill(changed(data, name, old, new))
    assert (only_problem(found), found.code) == (code, 4)


OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (OLE2 + "EncryptedPackage".encode("utf-16-le"), "file-password"),
        (OLE2, "file-old-format"),
        (b"PK\x03\x04 half a file", "file-damaged"),
        (b"%PDF-1.7", "file-not-office"),
        (b"", "file-not-office"),
    ],
    ids=["password", "xls", "cut", "pdf", "empty"],
)
def test_files_that_are_no_workbook(folder: Path, content: bytes, code: str) -> None:
    found = fill(written(folder / "a.xlsx", content))
    assert (only_problem(found), found.code) == (code, 4)


def test_a_csv_with_a_stray_quote_is_refused_whole(folder: Path) -> None:
    found = fill(written(folder / "a.csv", 'Navn;Sted\nKari;"Bodø\nPer;Oslo\n'))
    assert (only_problem(found), found.code) == ("csv-quotes", 4)


@pytest.mark.parametrize(
    ("text", "code"),
    [("#REF!", "cell-error"), ("#I/T", "cell-error"), ("Ã…se Ã˜vergÃ¥rd", "letters-misread")],
)
def test_what_another_program_has_spoiled_is_not_printed(folder: Path, text: str, code: str) -> None:
    found = fill(written(folder / "a.csv", f"Navn;Sted\n{text};Bodø\n"))
    assert (only_problem(found), found.code) == (code, 4)


def test_a_tab_is_room(folder: Path) -> None:
    data = sheet(folder / "a.xlsx", [["Navn", "Sted"], ["Kari", "en\tto"]])
    assert fill(data, "--flat").code == 0
    assert "en    to" in docx_text((folder / "ut" / "prove-0001.docx").read_bytes())


@pytest.mark.parametrize("command", [("fill", "-o", "x" * 300), ("pack", "-o", f"{'x' * 300}.pdf")])
def test_a_name_that_is_too_long_is_told(folder: Path, command: tuple[str, ...]) -> None:
    data = sheet(folder / "a.xlsx", [["Navn", "Sted"], ["Kari", "Bodø"]])
    found = skjema(command[0], "prove", data, *command[1:])
    assert (only_problem(found), found.code) == ("path-too-long", 6)


def test_folders_are_made_for_what_is_written(folder: Path) -> None:
    data = sheet(folder / "a.xlsx", [["Navn", "Sted"], ["Kari", "Bodø"]])
    assert skjema("pack", "prove", data, "-o", "ny/pakke.pdf", "--index", "to/liste.xlsx").code == 0
    assert skjema("sheet", "prove", "-o", "tre/bok.xlsx").code == 0
    assert all((folder / path).is_file() for path in ("ny/pakke.pdf", "to/liste.xlsx", "tre/bok.xlsx"))


@pytest.mark.parametrize("content", [b"", b"tekst", OLE2, b"PK\x03\x04 half a file"])
def test_a_damaged_word_template_is_the_form_authors_to_mend(folder: Path, content: bytes) -> None:
    written(folder / "templates" / "prove" / "prove.nb.docx", content)
    found = fill(sheet(folder / "a.xlsx", [["Navn", "Sted"], ["Kari", "Bodø"]]))
    assert (only_problem(found), found.code) == ("template-damaged", 5)


def test_a_template_without_a_field_is_told_of_before_anything_is_printed(folder: Path) -> None:
    written(folder / "templates" / "prove" / "prove.nb.docx", docx("Kjære {{ navn }}, {{ 'sted' }}"))
    found = fill(sheet(folder / "a.xlsx", [["Navn", "Sted"], ["Kari", "Bodø"]]), "--format", "docx")
    assert found.code == 1
    assert "«sted» står ikke i malen" in found.said
    assert "[tag-quoted]" in found.said


def test_a_folder_of_templates_must_exist(folder: Path) -> None:
    found = skjema("lint", "--templates", "borte")
    assert (only_problem(found), found.code) == ("templates-missing", 2)


def test_an_expression_that_mixes_kinds_is_the_form_authors_to_mend(folder: Path) -> None:
    write_form(folder, '[[section]]\nid = "del"\n' + field("navn", constraint='"navn > 3"', message='{ nb = "x" }'))
    found = skjema("check", "prove", written(folder / "a.csv", "navn\nKari\n"))
    assert (only_problem(found), found.code) == ("expression-mixes", 5)


def test_a_page_that_can_not_be_set_stops_no_other(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_form(
        folder, '[[section]]\nid = "del"\n' + field("navn"), HEAD.replace('layout = "fixed"', 'layout = "flowing"')
    )
    data = written(folder / "a.csv", "navn\nKari\nOla\n")
    compile_page = typeset._compiler().compile

    def compiled(files: dict[str, bytes], **options: Any) -> object:
        if b"Kari" in files["form.json"]:
            raise typst.TypstError("Kari", "Kari")
        return compile_page(files, **options)

    monkeypatch.setattr(typeset, "_compiler", lambda: SimpleNamespace(compile=compiled))
    found = fill(data, "--format", "pdf")
    assert (only_problem(found), found.code) == ("typeset-failed", 3)
    assert "Kari" not in found.said
    assert [path.name for path in (folder / "ut").glob("*.pdf")] == ["prove-0002.pdf"]
