"""The sheet for one case after a clerk has been at it: titles gone, notes beside tables, rows put in between."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from skjema.definition.example import example_common, example_records
from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.render.workbook.input_sheet import input_workbook
from tests.drawing import TEMPLATES, checked

TITLES = ("Sak", "Deltaker", "Vedlegg")


@pytest.fixture(scope="module")
def form() -> Form:
    return load_form(TEMPLATES / "moteinnkalling")


class Book:
    """The example of a form as a sheet for one case, to be damaged and read."""

    def __init__(self, form: Form, path: Path) -> None:
        self.form, self.path = form, path
        content = input_workbook(form, "nb", example_records(form), example_common(form), single=True)
        path.write_bytes(content)
        self.book = load_workbook(path)
        self.sheet: Any = self.book.worksheets[0]

    def row(self, title: str) -> int:
        return next(row for row in range(1, self.sheet.max_row + 1) if self.sheet.cell(row, 1).value == title)

    def read(self) -> tuple[list[dict[str, Any]], list[tuple[str, str]]]:
        """Values of the first document, and code and cell of every problem that is no note."""
        self.book.save(self.path)
        records, problems = checked(self.form, self.path)
        told = [(one.code, one.place.cell if one.place and one.place.row else "") for one in problems]
        return [record.values for record in records], told


@pytest.fixture
def book(form: Form, tmp_path: Path) -> Book:
    return Book(form, tmp_path / "a.xlsx")


@pytest.fixture
def sound(form: Form, tmp_path: Path) -> list[dict[str, Any]]:
    return Book(form, tmp_path / "b.xlsx").read()[0]


@pytest.mark.parametrize("title", TITLES)
def test_a_table_without_its_title_is_known_by_its_columns(title: str, book: Book, sound: list[dict[str, Any]]) -> None:
    book.sheet.cell(book.row(title), 1).value = None
    assert book.read() == (sound, [])


@pytest.mark.parametrize("title", TITLES)
def test_a_note_on_the_row_of_a_title_is_told_and_the_table_read(
    title: str, book: Book, sound: list[dict[str, Any]]
) -> None:
    row = book.row(title)
    book.sheet.cell(row, 5).value = "husk"
    assert book.read() == (sound, [("cell-beside", f"E{row}")])


@pytest.mark.parametrize("title", TITLES)
def test_a_row_between_a_title_and_its_headings_is_told_and_the_table_read(
    title: str, book: Book, sound: list[dict[str, Any]]
) -> None:
    row = book.row(title) + 1
    book.sheet.insert_rows(row)
    book.sheet.cell(row, 2).value = "Fylles ut av rektor"
    assert book.read() == (sound, [("line-unused", f"B{row}")])


@pytest.mark.parametrize("title", TITLES)
def test_a_note_in_the_first_column_of_a_spare_row_is_told_and_ends_no_table(title: str, book: Book) -> None:
    row = book.row(title) + 2
    while book.sheet.cell(row, 2).value:
        row += 1
    book.sheet.cell(row, 1).value = "husk"
    book.sheet.cell(row + 1, 2).value = "En til"
    values, told = book.read()
    group = {"Sak": "saker", "Deltaker": "deltakere", "Vedlegg": "vedlegg"}[title]
    assert "En til" in str(values[0][group])
    assert ("cell-beside", f"A{row}") in told


def test_a_note_far_below_the_last_table_is_told(book: Book) -> None:
    row = book.sheet.max_row + 4
    book.sheet.cell(row, 2).value = "husk å ringe far"
    assert ("row-apart", f"A{row}") in book.read()[1]


def test_another_word_over_the_values_is_no_other_sheet(book: Book, sound: list[dict[str, Any]]) -> None:
    book.sheet["C1"] = "Svar"
    assert book.read() == (sound, [])


@pytest.mark.parametrize(("above", "title"), [("Sak", "Deltaker"), ("Deltaker", "Vedlegg")])
def test_a_row_too_many_in_a_table_is_an_error_that_says_how_to_make_room(above: str, title: str, book: Book) -> None:
    row = book.row(title)
    for number in range(book.row(above) + 2, row + 1):
        book.sheet.cell(number, 2).value = f"Nr. {number}"
    told = book.read()[1]
    assert ("table-full", f"B{row}") in told
    assert ("cell-beside", f"B{row}") not in told
    book.sheet.insert_rows(row)  # as the message says
    book.sheet.cell(row, 2).value, book.sheet.cell(row + 1, 2).value = f"Nr. {row}", None
    values, told = book.read()
    assert f"Nr. {row}" in str(values)
    assert "table-full" not in [code for code, _ in told]
