"""Sheets of the clerk's own beside those that hold records: which are read, which are asked about, and what is said."""

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from skjema.definition.model import Form
from skjema.errors import InputError
from skjema.records.record_rows import HiddenRows
from skjema.render.workbook.input_sheet import input_workbook
from tests.drawing import checked, field, form_of

HEAD = ["Navn", "Sted"]


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return form_of(tmp_path, field("navn", required="true"), field("sted"))


def read(form: Form, book: Any, folder: Path, hidden: HiddenRows = "ask") -> tuple[list[str], list[str]]:
    book.save(folder / "liste.xlsx")
    records, problems = checked(form, folder / "liste.xlsx", hidden=hidden)
    return [one.values["navn"] for one in records], [one.code for one in problems]


def with_sheets(*titles: str) -> Any:
    book = Workbook()
    del book["Sheet"]
    for title in titles:
        page = book.create_sheet(title)
        page.append(HEAD)
        page.append([f"Barn {title}", "Bodø"])
    return book


def test_beside_the_forms_own_sheet_no_other_is_read_and_that_is_said(form: Form, tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(input_workbook(form, "nb", [{"navn": "Anne", "sted": "Bodø"}])))
    page = book.create_sheet("Bursdager")
    page.append(["Navn", "Sted", "Gave"])
    page.append(["Berit", "Bodø", "bok"])
    assert read(form, book, tmp_path) == (["Anne"], ["sheet-beside"])


def test_several_sheets_of_records_are_all_read_and_that_is_said(form: Form, tmp_path: Path) -> None:
    assert read(form, with_sheets("Rød", "Blå"), tmp_path) == (["Barn Rød", "Barn Blå"], ["sheets-several"])


@pytest.mark.parametrize(
    "title", ["Sluttet", "Ikke send", "IKKJE BRUK", "Gammel liste", "Kopi av Rød", "Arkiv 2025", "Utmeldt", "slettet"]
)
def test_rows_of_a_sheet_that_is_put_aside_are_asked_about(title: str, form: Form, tmp_path: Path) -> None:
    names, codes = read(form, with_sheets("Rød", title), tmp_path)
    assert (len(names), codes) == (2, ["sheets-several", "rows-aside"])
    assert read(form, with_sheets("Rød", title), tmp_path, "skip")[0] == ["Barn Rød"]
    assert len(read(form, with_sheets("Rød", title), tmp_path, "use")[0]) == 2


@pytest.mark.parametrize("title", ["Kopibarna", "Gamlebyen", "Arkivaren skole", "Oldervik", "Avslutning", "Rød 2"])
def test_ordinary_titles_are_not(title: str, form: Form, tmp_path: Path) -> None:
    assert read(form, with_sheets("Rød", title), tmp_path)[1] == ["sheets-several"]


def test_the_only_sheet_is_read_whatever_it_is_called(form: Form, tmp_path: Path) -> None:
    assert read(form, with_sheets("Kopi"), tmp_path) == (["Barn Kopi"], [])


@pytest.mark.parametrize("title", ["Tiltak (2)", "Tiltak 2026", "Gamle"])
def test_of_a_copied_sheet_of_a_group_it_is_said_where_its_rows_are_read(title: str, tmp_path: Path) -> None:
    columns = '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Hva" }\n'
    group = '[[section.field]]\nid = "tiltak"\ntype = "group"\nlabel = { nb = "Tiltak" }\n' + columns
    form = form_of(tmp_path, field("navn", required="true"), field("sted"), group)
    book = load_workbook(io.BytesIO(input_workbook(form, "nb", [{"navn": "Anne", "tiltak": [{"hva": "Lese"}]}])))
    book.copy_worksheet(book["Tiltak"]).title = title
    book.save(tmp_path / "liste.xlsx")
    records, problems = checked(form, tmp_path / "liste.xlsx")
    assert [row["hva"] for row in records[0].values["tiltak"]] == ["Lese"]
    assert [(one.code, one.params.get("sheet")) for one in problems] == [("sheet-beside", "Tiltak")]


def test_a_workbook_of_replies_is_no_list(form: Form, tmp_path: Path) -> None:
    book = with_sheets("Barn")
    page = book.create_sheet("Svar")
    page.append(["Nr.", "Navn", "Sted"])
    page.append(["@svar", "@navn", "@sted"])
    page.append([1, "Kari Berg", "Bodø"])
    book.save(tmp_path / "svar.xlsx")
    with pytest.raises(InputError) as caught:
        checked(form, tmp_path / "svar.xlsx")
    assert [one.code for one in caught.value.problems] == ["list-answers"]


@pytest.mark.parametrize("suffix", [" - Tabell 1", " - Table 1"])
def test_a_workbook_that_numbers_has_exported_is_read_as_it_was(form: Form, tmp_path: Path, suffix: str) -> None:
    book = load_workbook(io.BytesIO(input_workbook(form, "nb", [{"navn": "Anne", "sted": "Bodø"}])))
    for page in book:
        page.title += suffix
    assert read(form, book, tmp_path) == (["Anne"], [])
