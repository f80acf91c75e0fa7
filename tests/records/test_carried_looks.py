"""What a workbook says beside its values, carried into a new one: what is hidden, struck out and noted, and what may
have changed in a year."""

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from xlsxwriter import Workbook

from skjema.api import carried_sheet
from skjema.definition.model import Form
from skjema.errors import InputError
from skjema.render.workbook.input_sheet import input_workbook
from tests.drawing import TODAY, checked, field, form_of

GROUP = (
    '[[section.field]]\nid = "maal"\ntype = "group"\nlabel = { nb = "Mål" }\n'
    '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Hva" }\n'
    '[[section.field.field]]\nid = "status"\ntype = "choice"\nlabel = { nb = "Status" }\n'
    'choices = [{ id = "a", label = { nb = "I gang" } }, { id = "b", label = { nb = "Ferdig" } }]\n'
)
RECORDS = [{"navn": name, "sted": "Bodø", "maal": [{"hva": f"Lese {name}"}]} for name in ("Anne", "Berit", "Cato")]


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return form_of(tmp_path, field("navn"), field("sted"), GROUP)


def carried(form: Form, folder: Path, book: Any) -> Any:
    book.save(folder / "gammel.xlsx")
    (folder / "ny.xlsx").write_bytes(carried_sheet(form, folder / "gammel.xlsx", today=TODAY).content)
    return load_workbook(folder / "ny.xlsx")


def filled(form: Form) -> Any:
    return load_workbook(io.BytesIO(input_workbook(form, "nb", RECORDS)))


@pytest.mark.parametrize("title", ["Rader", "Mål"])
def test_rows_that_are_hidden_or_struck_out_stay_so_and_are_asked_about_again(
    title: str, form: Form, tmp_path: Path
) -> None:
    book = filled(form)
    book[title].row_dimensions[4].hidden = True
    for cell in book[title][5]:
        cell.font = Font(strike=True)
    new = carried(form, tmp_path, book)[title]
    assert [new.row_dimensions[row].hidden for row in (3, 4, 5)] == [False, True, False]
    assert [bool(new.cell(row, 1).font.strike) for row in (3, 4, 5)] == [False, False, True]
    codes = [problem.code for problem in checked(form, tmp_path / "ny.xlsx")[1]]
    assert sorted(codes) == sorted(problem.code for problem in checked(form, tmp_path / "gammel.xlsx")[1])


def test_notes_stay_at_their_cells_and_those_without_one_are_listed(form: Form, tmp_path: Path) -> None:
    book = filled(form)
    book["Rader"]["A4"].comment = Comment("Far skal ikke vite det", "en annen")
    book["Rader"]["D2"].comment = Comment("Spør helsestasjonen", "en annen")
    book["Rader"]["B3"].comment = Comment("vår egen", "skjema")
    new = carried(form, tmp_path, book)
    notes = {cell.coordinate: cell.comment.text for row in new["Rader"] for cell in row if cell.comment}
    assert notes == {"A4": "Far skal ikke vite det"}
    listed = [list(row) for row in new["Uten plass"].iter_rows(min_row=2, values_only=True)]
    assert listed == [["Rader", 2, "Merknad", "Spør helsestasjonen"]]
    assert "cell-note" in [problem.code for problem in checked(form, tmp_path / "ny.xlsx")[1]]


def test_of_a_record_of_several_rows_the_hidden_one_is_noted(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), GROUP.replace('"group"\n', '"group"\nmax = 3\n'))
    book = filled(form_of(tmp_path / "b", field("navn"), field("hva")))
    page = book["Rader"]
    page["A2"], page["B2"] = "Navn", "Mål 1: Hva"
    for row, what in enumerate(("Lese", "Skrive"), start=3):
        page.cell(row, 1, "Anne")
        page.cell(row, 2, what)
    page.delete_rows(5, 9)
    page.row_dimensions[4].hidden = True
    new = carried(form, tmp_path, book)["Rader"]
    notes = {cell.value: cell.comment.text for cell in new[3] if cell.comment}
    assert notes == {"Skrive": "Sto i en skjult rad i den forrige arbeidsboken."}


def test_what_was_answered_last_year_is_looked_at_and_who_somebody_is_isnt(tmp_path: Path) -> None:
    fields = field("navn"), field("gjelder", "yes_no"), GROUP
    form = form_of(tmp_path, *fields)
    record = {"navn": "Anne", "gjelder": True, "maal": [{"hva": "Lese", "status": "b"}]}
    (tmp_path / "a.xlsx").write_bytes(input_workbook(form, "nb", [record]))
    book = load_workbook(io.BytesIO(carried_sheet(form, tmp_path / "a.xlsx", year=2027, today=TODAY).content))
    listed = [row[:3] for row in book["Fra i fjor"].iter_rows(min_row=2, values_only=True)]
    assert listed == [("Rader", 3, "Gjelder"), ("Mål", 3, "Status")]


def of_numbers(folder: Path, *cells: tuple[object, str]) -> Path:
    """A list of a saksnummer and a share, as XlsxWriter writes numbers in formats of their own."""
    with Workbook(str(folder / "gammel.xlsx")) as book:
        sheet = book.add_worksheet("Rader")
        sheet.write_row(0, 0, ["Navn", "Sted", "Fravær"])
        sheet.write(1, 0, "Anne")
        for column, (value, shown) in enumerate(cells, start=1):
            if isinstance(value, str):
                sheet.write_formula(1, column, value, None, "")
            else:
                sheet.write_number(1, column, value, book.add_format({"num_format": shown}))
    return folder / "gammel.xlsx"


SHARES = (field("navn"), field("sted"), field("fravaer", "decimal", label='{ nb = "Fravær" }'))


@pytest.mark.parametrize("year", [None, 2028])
def test_numbers_are_carried_as_the_old_sheet_shows_them(tmp_path: Path, year: int | None) -> None:
    form = form_of(tmp_path, *SHARES)
    path = of_numbers(tmp_path, (123, '"2027/"00000'), (0.065, "0.0 %"))
    before = checked(form, path)[0][0].values
    (tmp_path / "ny.xlsx").write_bytes(carried_sheet(form, path, year=year, today=TODAY).content)
    after = checked(form, tmp_path / "ny.xlsx")[0][0].values
    assert (before["sted"], str(before["fravaer"])) == ("2027/00123", "6.5")
    assert (after["sted"], str(after["fravaer"])) == ("2027/00123", "6.5")


def test_a_formula_that_nobody_has_calculated_is_not_carried_as_nothing(tmp_path: Path) -> None:
    form = form_of(tmp_path, *SHARES)
    with pytest.raises(InputError) as told:
        carried_sheet(form, of_numbers(tmp_path, ("=1+1", ""), (3, "0")), today=TODAY)
    assert [(one.code, one.place and one.place.column) for one in told.value.problems] == [("cell-not-calculated", 2)]


def test_rows_below_headings_in_another_order_are_not_left_behind(tmp_path: Path) -> None:
    form = form_of(tmp_path, *SHARES)
    rows = [["Navn", "Sted", "Fravær"], ["Anne", "Bodø", 1], ["Fravær", "Navn", "Sted"], [2, "Berit", "Ås"]]
    with Workbook(str(tmp_path / "a.xlsx")) as book:
        sheet = book.add_worksheet("Rader")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    with pytest.raises(InputError) as told:
        carried_sheet(form, tmp_path / "a.xlsx", today=TODAY)
    assert [(one.code, one.place and one.place.row) for one in told.value.problems] == [("rows-heading-other", 3)]
