"""The workbook for one record: filled in, saved by other programs, damaged, and read as the ordinary one is."""

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from skjema.definition.example import example_common, example_records
from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.records.earlier import read_earlier
from skjema.render.workbook.input_sheet import input_workbook
from skjema.wording import in_language
from tests.drawing import SAMPLES, TEMPLATES, checked, field, first, form_of, put
from tests.sample_files import KOMMUNE, SINGLE
from tests.workbooks.pages import pages_of
from tests.workbooks.programs import WAYS

GROUP = (
    '[[section.field]]\nid = "maal"\ntype = "group"\nlabel = { nb = "Mål" }\n'
    '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Hva" }\nrequired = true\n'
    '[[section.field.field]]\nid = "frist"\ntype = "date"\nlabel = { nb = "Frist" }\n'
)
TITLED = '[[section]]\nid = "andre"\ntitle = { nb = "Sted" }\n' + field("sted") + field("postnr", "postnummer")


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return form_of(tmp_path, field("navn", required="true"), field("dato", "date"), GROUP, TITLED)


def saved(path: Path, rows: list[list[Any]]) -> Path:
    """A sheet as somebody has written it by hand."""
    book = Workbook()
    put(first(book), rows)
    book.save(path)
    return path


def test_the_example_is_read_as_the_ordinary_workbooks_first_row_is(tried: Form, tmp_path: Path) -> None:
    example, common = example_records(tried)[:1], example_common(tried)
    found = []
    for name, single in (("side.xlsx", False), ("under.xlsx", True)):
        path = tmp_path / name
        path.write_bytes(input_workbook(tried, "nb", example, common, single=single))
        records, problems = checked(tried, path)
        assert [one for one in problems if one.severity != "note"] == []
        found.append([(record.values, record.hidden) for record in records])
    assert found[0] == found[1]


@pytest.mark.parametrize("way", WAYS)
def test_it_may_be_saved_by_any_program(way: str, form: Form, tmp_path: Path) -> None:
    content = input_workbook(
        form, "nb", [{"navn": "Kari Nes", "maal": [{"hva": "Lese"}, {"hva": "Sove"}], "postnr": "0150"}], single=True
    )
    (tmp_path / "a.xlsx").write_bytes(content)
    path = tmp_path / "b.xlsx"
    path.write_bytes(WAYS[way](pages_of(tmp_path / "a.xlsx")))
    records, problems = checked(form, path)
    assert [one.code for one in problems] == []
    assert records[0].values["postnr"] == "0150"
    assert [row["hva"] for row in records[0].values["maal"]] == ["Lese", "Sove"]


def test_lines_may_come_in_any_order_with_others_between(form: Form, tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", [
        ["Skjema for Kari"], [], [None, "Felt", "Verdi", "Hjelp"],
        [None, "Sted", "Bodø"], ["Noe annet"], [None, "Merknad", "haster"], [None, "NAVN *", "Kari Nes", "Fullt navn"],
        ["Mål"], [None, "Frist", "Hva"], [None, datetime(2027, 1, 2), "Lese"],
    ])  # fmt: skip
    records, problems = checked(form, path)
    assert (records[0].values["navn"], records[0].values["sted"]) == ("Kari Nes", "Bodø")
    assert [(row["hva"], str(row["frist"])) for row in records[0].values["maal"]] == [("Lese", "2027-01-02")]
    # without what stands there: it may be a row of a table whose title is gone
    assert [(one.code, one.params, one.place and one.place.row) for one in problems] == [("line-unused", {}, 6)]


def test_faults_are_told_where_the_value_stands(form: Form, tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", [
        [None, "Felt", "Verdi"], [None, "Navn", None], [None, "Dato", "31.02.2026"], [None, "Postnr", "15"],
        ["Mål"], [None, "Hva", "Frist"], [None, None, "snart"],
    ])  # fmt: skip
    _, problems = checked(form, path)
    told = {(one.code, one.place.row, one.place.column) for one in problems if one.place}
    assert told >= {("required-empty", 2, 3), ("date-none", 3, 3), ("required-empty", 7, 2), ("date-form", 7, 3)}


def test_a_sheet_with_nothing_filled_in_is_no_record(form: Form, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(input_workbook(form, "nb", single=True))
    records, problems = checked(form, path)
    assert (records, [one.code for one in problems]) == ([], ["no-rows"])


def test_rows_may_be_put_into_a_table(form: Form, tmp_path: Path) -> None:
    content = input_workbook(form, "nb", [{"navn": "Kari Nes", "maal": [{"hva": "Lese"}]}], single=True)
    book = load_workbook(io.BytesIO(content))
    sheet = first(book)
    titled = next(cell.row for cell in sheet["A"] if cell.value == "Mål")
    sheet.insert_rows(titled + 3, 20)
    for at in range(20):
        sheet.cell(titled + 3 + at, 2).value = f"Mål {at}"
    book.save(tmp_path / "a.xlsx")
    records, _ = checked(form, tmp_path / "a.xlsx")
    assert len(records[0].values["maal"]) == 21


NOTED: dict[str, tuple[list[Any], ...]] = {
    "a note beside a row": (["Mål"], [None, "Hva"], ["ok", "Lese"], [None, "Sove"]),
    "numbers beside the rows": (["Mål"], [None, "Hva"], [1, "Lese"], [2, "Sove"]),
}


@pytest.mark.parametrize("rows", NOTED.values(), ids=NOTED)
def test_what_stands_beside_is_told_and_no_row_is_lost(rows: tuple[list[Any], ...], form: Form, tmp_path: Path) -> None:
    head: list[list[Any]] = [[None, "Felt", "Verdi"], ["NB!", "Navn", "Kari Nes"], [None, "Sted", "Bodø", None, "3B"]]
    records, problems = checked(form, saved(tmp_path / "a.xlsx", [*head, *rows]))
    assert [row["hva"] for row in records[0].values["maal"]] == ["Lese", "Sove"]
    assert records[0].values["sted"] == "Bodø"
    told = sorted((one.place.row, one.place.column, one.code) for one in problems if one.place)
    assert told[:3] == [(2, 1, "cell-beside"), (3, 5, "cell-beside"), (6, 1, "cell-unheaded")]


def test_a_table_whose_heading_is_gone_is_told_without_what_stands_there(form: Form, tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", [
        [None, "Felt", "Verdi"], [None, "Navn", "Kari Nes"], [None, "Sted", "Ås"], ["Mål"],
        [None, "Hemmelig behandling", None],
    ])  # fmt: skip
    _, problems = checked(form, path)
    assert [(one.code, one.severity, one.place and one.place.row) for one in problems] == [
        ("line-unused", "warning", 5)
    ]
    assert "Hemmelig" not in problems[0].text("nb")


def test_two_such_sheets_are_two_records_with_their_own_rows(form: Form, tmp_path: Path) -> None:
    book = Workbook()
    for title, name, goal in (("Barn A", "Kari Nes", "Lese"), ("Barn B", "Per Dahl", "Sove")):
        put(book.create_sheet(title), [
            [None, "Felt", "Verdi"], [None, "Navn", name], ["Mål"], [None, "Hva"], [None, goal],
        ])  # fmt: skip
    del book[book.sheetnames[0]]
    book.save(tmp_path / "a.xlsx")
    records, problems = checked(form, tmp_path / "a.xlsx")
    assert [[row["hva"] for row in one.values["maal"]] for one in records] == [["Lese"], ["Sove"]]
    assert problems == []


def typed(form: Form, path: Path, *cells: tuple[str, str, Any], single: bool = True) -> list[str]:
    """What a check says of a workbook with these values in these cells: sheet, cell and value."""
    example = [{"navn": "Kari Nes", "maal": [{"hva": "Lese"}]}]
    path.write_bytes(input_workbook(form, "nb", example, {"tlf": "22222222"}, single=single))
    book = load_workbook(path)
    for sheet, cell, value in cells:
        book[sheet][cell] = value
    book.save(path)
    return [one.text("nb") for one in checked(form, path)[1]]


@pytest.mark.parametrize("single", [False, True])
def test_what_is_typed_over_the_help_is_told_on_every_sheet_that_has_help(tmp_path: Path, single: bool) -> None:
    common = field("tlf", "phone", profile="true", help='{ nb = "Sentralbordet." }')
    form = form_of(tmp_path, field("navn", required="true"), field("dato", "date"), common, GROUP)
    sheet, path = "Felles", tmp_path / "a.xlsx"
    assert typed(form, path, single=single) == []
    told = typed(form, path, (sheet, "C2", "33333333"), (sheet, "D2", "44444444"), single=single)
    assert [one.split(": ")[0] for one in told] == [f"a.xlsx:{sheet}!C2", f"a.xlsx:{sheet}!D2"]
    assert all("leses verdiene i kolonne B." in one for one in told)


def test_a_value_over_the_help_of_a_line_is_told_and_not_lost(form: Form, tmp_path: Path) -> None:
    (told,) = typed(form, tmp_path / "a.xlsx", ("Rader", "D3", "11.12.2026"))
    assert told.startswith("a.xlsx:Rader!D3: ")
    assert "leses verdiene i kolonne C." in told


def test_the_help_of_an_older_edition_is_known_as_help(tmp_path: Path) -> None:
    lines = field("navn", required="true"), field("sted", help='{ nb = "Skriv stedet." }')
    path = tmp_path / "a.xlsx"
    path.write_bytes(input_workbook(form_of(tmp_path, *lines), "nb", [{"navn": "Kari"}], single=True))
    newer = form_of(tmp_path, *(one.replace("Skriv stedet.", "Hvor det skjedde.") for one in lines))
    assert checked(newer, path)[1] == []


def test_what_stands_over_the_help_is_listed_when_a_workbook_is_carried_on(tmp_path: Path) -> None:
    common = field("tlf", "phone", profile="true", help='{ nb = "Sentralbordet." }')
    form = form_of(tmp_path, field("navn", required="true"), field("dato", "date"), common, GROUP)
    path = tmp_path / "a.xlsx"
    typed(form, path, ("Felles", "C2", "33333333"), ("Rader", "D3", "11.12.2026"))
    assert {unread.value for unread in read_earlier(form, path).unread} == {"33333333", "11.12.2026"}


@pytest.mark.parametrize("form_id", ["iop", "henvisning-ppt", "bekymringsmelding"])
@pytest.mark.parametrize("is_other", [False, True], ids=["the same number", "another number"])
def test_nothing_of_a_copied_sheet_gets_onto_the_papers_of_the_first(
    form_id: str, is_other: bool, tmp_path: Path
) -> None:
    """One tab for each child is what people make of a workbook for one case; its tables have numbers of their own."""
    form = load_form(TEMPLATES / form_id, KOMMUNE)
    path = SAMPLES / form_id / SINGLE
    book = load_workbook(path)
    copy = book.copy_worksheet(book.worksheets[0])
    copy.title = "Petter"
    key = in_language(form.fields[form.key[0]].label, "nb")
    for row in copy.iter_rows():
        for cell in row:
            if is_other and cell.column == 2 and cell.row and str(cell.value or "").rstrip(" *") == key:
                copy.cell(cell.row or 0, 3).value = "NY-1"
            elif (cell.column or 0) > 3 and isinstance(cell.value, str):
                cell.value = f"{cell.value} annen"
    book.save(tmp_path / "to.xlsx")
    (one,), problems = checked(form, tmp_path / "to.xlsx")
    (alone,), _ = checked(form, path)
    assert one.values == alone.values
    assert [problem.code for problem in problems if problem.place and problem.place.sheet == "Petter"] == [
        "sheet-beside-single"
    ]


def test_two_workbooks_of_one_key_keep_their_own_rows(form: Form, tmp_path: Path) -> None:
    paths = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for path, goal in zip(paths, ("Lese", "Sove"), strict=True):
        path.write_bytes(input_workbook(form, "nb", [{"navn": "Kari Nes", "maal": [{"hva": goal}]}], single=True))
    records, problems = checked(form, *paths)
    assert [[row["hva"] for row in one.values["maal"]] for one in records] == [["Lese"], ["Sove"]]
    assert [one.code for one in problems] == ["record-other-rows"]
