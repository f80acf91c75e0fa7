"""The marked copy: every fault in its cell and in a list with links, and the original untouched."""

import io
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from skjema.definition.model import Form
from skjema.render.workbook.annotated_copy import annotated
from tests.drawing import SAMPLES, TODAY, checked, field, form_of, lines

FAULTY = SAMPLES / "samtykke-overgang" / "feil.xlsx"


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def sheet(book: openpyxl.Workbook, name: str) -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def test_cells_are_marked_and_listed_with_links(overgang: Form) -> None:
    before = FAULTY.read_bytes()
    _, problems = checked(overgang, FAULTY)
    book = opened(annotated(FAULTY.name, FAULTY.read_bytes(), problems, "nb", TODAY))
    assert FAULTY.read_bytes() == before
    assert book.sheetnames == ["Feil", "Barn", "Felles", "Veiledning", "Lister"]
    listed = sheet(book, "Feil")
    assert [cell.value for cell in listed[1]] == ["Sted", "Slag", "Hva som er galt, og hva du gjør", "Kode"]
    rows = [[str(cell.value or "") for cell in row] for row in listed.iter_rows(min_row=2)]
    assert [row[3] for row in rows] == [problem.code for problem in problems]
    found = {row[0]: row[2] for row in rows}
    assert found["feil.xlsx:Barn!C4"] == "«Fødselsdato» er '31.02.2021', en dag som ikke finnes. Se etter tastefeil."
    links = {str(row[0].value): row[0].hyperlink for row in listed.iter_rows(min_row=2)}
    target = links["feil.xlsx:Barn!C4"]
    assert target is not None
    assert target.location == "'Barn'!C4"
    marked = sheet(book, "Barn")["C4"]
    assert marked.value == "31.02.2021"
    assert marked.comment is not None
    assert marked.comment.text.endswith("[date-none]")
    assert marked.fill.fgColor.rgb == "FFFFC7CE"
    assert sheet(book, "Barn")["B4"].fill.fgColor.rgb != "FFFFC7CE"


def test_the_copy_keeps_what_the_clerk_had_made(overgang: Form) -> None:
    book = opened(annotated(FAULTY.name, FAULTY.read_bytes(), [], "nb", TODAY))
    original = openpyxl.load_workbook(FAULTY)
    for name in original.sheetnames:
        before, after = sheet(original, name), sheet(book, name)
        assert [[cell.value for cell in row] for row in before] == [[cell.value for cell in row] for row in after]
        assert after.freeze_panes == before.freeze_panes
        assert len(after.data_validations.dataValidation) == len(before.data_validations.dataValidation)


def test_it_is_the_same_every_time(overgang: Form) -> None:
    _, problems = checked(overgang, FAULTY)
    assert annotated(FAULTY.name, FAULTY.read_bytes(), problems, "nb", TODAY) == annotated(
        FAULTY.name, FAULTY.read_bytes(), problems, "nb", TODAY
    )


def test_a_csv_file_becomes_a_workbook_of_text(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("postnr", "postnummer"))
    path = tmp_path / "a.csv"
    path.write_text("Navn;Postnr\n=1+1;0150\nKari;15\n", "utf-8")
    _, problems = checked(form, path)
    assert lines(problems)[0].startswith("a.csv: linje 3, kolonne 2: ")
    lines_of_file = sheet(opened(annotated(path.name, path.read_bytes(), problems, "nb", TODAY)), "Sheet")
    assert [[cell.value for cell in row] for row in lines_of_file] == [
        ["Navn", "Postnr"],
        ["=1+1", "0150"],
        ["Kari", "15"],
    ]
    assert {cell.data_type for row in lines_of_file for cell in row} == {"s"}
    assert lines_of_file["B3"].comment is not None
