"""Where faults are marked in the copy of a workbook, and how they are listed."""

import io
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from skjema.problems import Place, Problem
from skjema.render.workbook.annotated_copy import annotated, can_annotate
from tests.drawing import TODAY, checked, field, first, form_of, put, sheet


def copy(path: Path, problems: list[Problem]) -> Workbook:
    return load_workbook(io.BytesIO(annotated(path.name, path.read_bytes(), problems, "nb", TODAY)))


def page(book: Workbook, name: str) -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def links(book: Workbook) -> dict[object, str | None]:
    """Where the list leads, by the code of the problem."""
    rows = page(book, "Feil").iter_rows(min_row=2)
    return {row[3].value: row[0].hyperlink.location for row in rows if row[0].hyperlink}


def test_a_fault_inside_merged_cells_is_listed_with_its_link_and_the_rest_is_marked(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("sted", required="true"), field("postnr", "postnummer"))
    book = Workbook()
    put(first(book), [["Navn", "Sted", "Postnr"], ["Kari", "Bodø", "0150"], ["Per", None, "15"]])
    first(book).merge_cells("B2:B3")
    book.save(tmp_path / "a.xlsx")
    _, problems = checked(form, tmp_path / "a.xlsx")
    assert sorted(one.code for one in problems) == ["cells-merged", "digits-length", "required-empty"]
    made = copy(tmp_path / "a.xlsx", problems)
    marked = page(made, "Sheet")
    assert isinstance(marked["B3"], MergedCell)
    assert marked["C3"].comment is not None
    assert links(made) == {
        "cells-merged": "'Sheet'!B2",
        "required-empty": "'Sheet'!B3",
        "digits-length": "'Sheet'!C3",
    }
    assert marked.merged_cells.ranges == first(book).merged_cells.ranges


def test_two_faults_of_one_cell_stand_in_one_comment_under_each_other(tmp_path: Path) -> None:
    form = form_of(
        tmp_path, field("navn"), field("fra", "date", constraint='"fra > today"', message='{ nb = "For tidlig." }')
    )
    _, problems = checked(form, sheet(tmp_path / "a.xlsx", [["Navn", "Fra"], ["Kari", "1.2.19"]]))
    assert [one.code for one in problems] == ["year-completed", "constraint"]
    marked = page(copy(tmp_path / "a.xlsx", problems), "Ark")["B2"]
    assert marked.comment is not None
    assert [line.rpartition(" ")[2] for line in marked.comment.text.splitlines()] == [
        "[year-completed]",
        "[constraint]",
    ]
    assert marked.fill.fgColor.rgb == "FFFFC7CE"


def test_what_concerns_a_whole_row_is_marked_in_its_first_cell(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("sted"))
    _, problems = checked(form, sheet(tmp_path / "a.xlsx", [["Navn", "Sted"], ["Kari", "x"], ["Kari", "y"]]))
    assert [one.code for one in problems] == ["record-differs"]
    book = copy(tmp_path / "a.xlsx", problems)
    assert page(book, "Ark")["A3"].comment is not None
    assert page(book, "Ark")["A3"].fill.fgColor.rgb == "FFFFEB9C"
    assert links(book) == {"record-differs": "'Ark'!A3"}


def test_the_list_is_the_first_sheet_and_the_one_that_opens(tmp_path: Path) -> None:
    book = copy(sheet(tmp_path / "a.xlsx", [["Navn"], ["Kari"]]), [])
    assert book.sheetnames == ["Feil", "Ark"]
    assert book.active is book["Feil"]
    listed = page(book, "Feil")
    assert listed.freeze_panes == "A2"
    assert [listed.column_dimensions[letter].width for letter in "ABCD"] == [34, 12, 90, 24]
    assert [cell.font.bold for cell in listed[1]] == [True] * 4


def test_workbooks_and_csv_files_can_be_marked_whatever_the_case_of_their_ending() -> None:
    found = {
        name: can_annotate(Path(name)) for name in ("a.xlsx", "a.XLSM", "a.csv", "a.TXT", "a.tsv", "a.json", "a.ods")
    }
    assert found == {
        "a.xlsx": True,
        "a.XLSM": True,
        "a.csv": True,
        "a.TXT": True,
        "a.tsv": True,
        "a.json": False,
        "a.ods": False,
    }


def test_a_problem_of_a_sheet_that_the_copy_has_not_is_listed_without_a_link(tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", [["Navn"], ["Kari"]])
    problem = Problem("record-twice", Place("a.xlsx", "Borte", 2, 1), params={"first": 1})
    book = copy(path, [problem])
    assert [cell.value for cell in page(book, "Feil")["D"]] == ["Kode", "record-twice"]
    assert links(book) == {}
    assert page(book, "Ark")["A2"].comment is None
