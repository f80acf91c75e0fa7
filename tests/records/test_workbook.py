"""The input workbook: what it asks for is what is read, and what is typed stays as typed."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from skjema.definition.columns import main_columns
from skjema.definition.example import example_records
from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.render.workbook.input_sheet import input_workbook
from tests.drawing import checked


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def headings(sheet: Any) -> list[str]:
    return [cell.value for cell in sheet[2]]


def test_it_is_the_same_every_time(tried: Form) -> None:
    assert input_workbook(tried, "nb") == input_workbook(tried, "nb")


def test_it_asks_for_what_the_office_fills_in_and_nothing_else(overgang: Form) -> None:
    book = opened(input_workbook(overgang, "nb"))
    assert book.sheetnames == ["Barn", "Felles", "Veiledning", "Utgave", "Lister"]
    assert book["Lister"].sheet_state == "hidden"
    texts = headings(book["Barn"])
    assert texts[:8] == [
        "Saksnummer", "Barnets navn *", "Fødselsdato *", "Adressesperre", "Barnehage *", "Avdeling", "Skole *", "Starter på skolen i *",
    ]  # fmt: skip
    assert texts[8] == "Forelder eller foresatt 1: Navn *"
    assert not [text for text in texts if "Fødselsnummer" in text or "tillatelse" in text]


def test_what_kommune_toml_holds_need_not_be_typed(overgang: Form) -> None:
    def common(form: Form) -> list[tuple[str, str]]:
        sheet = opened(input_workbook(form, "nb"))["Felles"]
        return [(str(row[0].value), str(row[2].value)) for row in sheet.iter_rows(min_row=2)]

    assert common(load_form(overgang.folder))[:2] == [
        ("Kommune *", "Fullt navn, for eksempel Eksempel kommune."),
        ("Enhet *", "Enheten som sender skjemaet."),
    ]
    assert common(overgang)[1] == (
        "Enhet", "Enheten som sender skjemaet. Tom: «Oppvekst og kultur», fra kommune.toml."
    )  # fmt: skip


def test_only_the_rows_a_group_must_have_are_marked_as_required(overgang: Form) -> None:
    texts = headings(opened(input_workbook(overgang, "nb"))["Barn"])
    assert [text for text in texts if "Navn" in text] == [
        "Forelder eller foresatt 1: Navn *", "Forelder eller foresatt 2: Navn",
        "Forelder eller foresatt 3: Navn", "Forelder eller foresatt 4: Navn",
    ]  # fmt: skip


def test_it_speaks_nynorsk_too(overgang: Form) -> None:
    book = opened(input_workbook(overgang, "nn"))
    assert "Namnet på barnet *" in headings(book["Barn"])
    assert "Rettleiing" in book.sheetnames


def test_numbers_that_are_names_are_text_and_answers_are_lists(samarbeid: Form) -> None:
    book = opened(input_workbook(samarbeid, "nb"))
    main = book["Samtykker"]
    columns = {cell.value: cell.column_letter for cell in main[2]}
    assert main.column_dimensions[columns["Saksnummer"]].number_format == "@"
    assert main.column_dimensions[columns["Fødselsdato *"]].number_format == "dd.mm.yyyy"
    rules = {str(rule.sqref).split(":")[0]: rule for rule in main.data_validations.dataValidation}
    choice = rules[f"{columns['Samtykket gjelder *']}3"]
    assert choice.type == "list"
    sheet_name, _, cells = choice.formula1.partition("!")
    assert [cell[0].value for cell in book[sheet_name.strip("'")][cells.replace("$", "")]] == [
        "Barn",
        "Ungdom",
        "Gravid",
        "Voksen",
    ]
    assert rules[f"{columns['Formålet med samarbeidet *']}3"].prompt.startswith("Hva tjenestene skal samarbeide om")
    assert "Fagområde: Skole (*)" in columns
    assert "Skole: Kryss" in columns


def test_a_growing_form_has_a_sheet_for_each_group(plan: Form) -> None:
    book = opened(input_workbook(plan, "nb"))
    assert book.sheetnames[:6] == ["Enheter", "Tjeneste", "Plan eller lov", "Satsingsområde", "Mål", "Tiltak"]
    assert headings(book["Tiltak"])[:3] == ["Enhet *", "Tiltak *", "Til mål nr. *"]


def test_the_example_comes_back_as_it_went_in(tried: Form, tmp_path: Path) -> None:
    """Workbook and JSON of the same example give the same values, without a single error."""
    import json

    book, data = tmp_path / "a.xlsx", tmp_path / "a.json"
    example = example_records(tried)
    book.write_bytes(input_workbook(tried, "nb", example))
    data.write_text(json.dumps(example), "utf-8")
    from_book, book_problems = checked(tried, book)
    from_json, _ = checked(tried, data)
    assert [record.values for record in from_book] == [record.values for record in from_json]
    assert [record.hidden for record in from_book] == [record.hidden for record in from_json]
    assert [problem for problem in book_problems if problem.severity == "error"] == []


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_every_heading_is_known_again(tried: Form, language: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(input_workbook(tried, language, example_records(tried)))
    _, problems = checked(tried, path)
    assert not [problem.code for problem in problems if problem.code.startswith(("heading", "column"))]


def test_every_column_has_a_heading_of_its_own(bundled: Form) -> None:
    for language in bundled.languages:
        found = [column.heading[language] for column in main_columns(bundled)]
        assert sorted(found) == sorted(set(found))


def test_what_looks_like_a_formula_stays_text(overgang: Form, tmp_path: Path) -> None:
    record = {**example_records(overgang)[0], "barnehage_navn": "=1+1", "retur_til": "+47"}
    path = tmp_path / "a.xlsx"
    path.write_bytes(input_workbook(overgang, "nb", [record]))
    records, _ = checked(overgang, path)
    assert (records[0].values["barnehage_navn"], records[0].values["retur_til"]) == ("=1+1", "+47")
