"""What a sheet's looks say: rows struck out or in a colour of their own, and notes; in workbooks of other programs."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from skjema.api import check
from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.records.record_rows import HiddenRows
from tests.cli.running import skjema
from tests.drawing import TEMPLATES, checked, field, form_of, lines, write_form

Draw = Callable[[Any, Any], None]


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return form_of(tmp_path, field("navn", required="true"), field("sted"))


def drawn(folder: Path, draw: Draw, rows: int = 8) -> Path:
    """A list of children, with something done to its looks."""
    path = folder / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Ark")
        page.write_row(0, 0, ["Navn", "Sted"])
        for row in range(1, rows + 1):
            page.write_row(row, 0, [f"Barn {row}", "Bodø"])
        draw(book, page)
    return path


def struck(book: Any, page: Any) -> None:
    page.write_row(2, 0, ["Barn 2", "Bodø"], book.add_format({"font_strikeout": True}))


@pytest.mark.parametrize(
    ("hidden", "count", "code"),
    [("ask", 8, "rows-struck"), ("use", 8, "rows-struck-used"), ("skip", 7, "rows-struck-skipped")],
)
def test_a_row_that_is_struck_out_is_asked_about_as_hidden_rows_are(
    form: Form, tmp_path: Path, hidden: HiddenRows, count: int, code: str
) -> None:
    records, problems = checked(form, drawn(tmp_path, struck), hidden=hidden)
    assert (len(records), [problem.code for problem in problems]) == (count, [code])


@pytest.mark.parametrize(
    ("heading", "value", "is_gone"),
    [
        ("Status", "Sluttet", True), ("Merknad", "Flyttet 01.08.2026", True), ("Sluttet", "x", True), ("Aktiv", "Nei", True),
        ("Skal ha skjema", "nei", True), ("Elevstatus", "Utmeldt", True), ("Skal være med", "FALSE", True),
        ("Status", "Aktiv", False), ("Merknad", "flyttet fra Bodø i fjor", False), ("Sluttet", "nei", False),
        ("Aktiv", "Ja", False), ("SFO", "Nei", False), ("Sluttdato", "31.07.2031", False),
    ],
)  # fmt: skip
def test_a_row_that_says_that_it_is_nobodys_any_longer_is_asked_about(
    form: Form, tmp_path: Path, heading: str, value: str, is_gone: bool
) -> None:
    (tmp_path / "a.csv").write_text(f"Navn;Sted;{heading}\nKari Lie;Bodø;{value}\nPer Moe;Bodø;\n", "utf-8")
    told = [one.code for one in checked(form, tmp_path / "a.csv", hidden="ask")[1]]
    assert ("rows-gone" in told) == is_gone
    assert len(checked(form, tmp_path / "a.csv", hidden="skip")[0]) == 2 - is_gone


def test_nothing_is_filled_before_somebody_has_said_what_to_do_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_form(tmp_path, '[[section]]\nid = "del"\n' + field("navn") + field("sted"))
    found = skjema("fill", "prove", drawn(tmp_path, struck), "-o", "ut", "--format", "docx")
    assert (found.code, "Rader som er strøket ut: 1." in found.said) == (4, True)
    assert skjema("fill", "prove", "a.xlsx", "-o", "ut", "--format", "docx", "--hidden", "skip").code == 0


def test_a_text_of_which_a_part_is_struck_out_is_told_at_its_cell(form: Form, tmp_path: Path) -> None:
    def part(book: Any, page: Any) -> None:
        page.write_rich_string(3, 0, "Kari ", book.add_format({"font_strikeout": True}), "Berg", " Lie")

    _, problems = checked(form, drawn(tmp_path, part))
    assert lines(problems) == [
        "a.xlsx:Ark!A4: Noe i cellen er strøket ut, og er lest som det andre. Slett det, hvis det ikke skal være med."
        " [cell-struck]"
    ]


def test_so_it_is_where_each_cell_holds_its_own_text(form: Form, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        page = book.add_worksheet("Ark")
        struck_out = book.add_format({"font_strikeout": True})
        page.write_row(0, 0, ["Navn", "Sted"])
        page.write_row(1, 0, ["Barn 1", "Bodø"])
        page.write_rich_string(2, 0, "Kari ", struck_out, "Berg", " Lie")
        page.write_row(3, 0, ["Barn 3", "Bodø"])
    assert b"inlineStr" in zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")
    _, problems = checked(form, path)
    assert [(one.code, one.place and one.place.row) for one in problems] == [("cell-struck", 3)]


def test_rows_in_a_colour_of_their_own_are_told_once(form: Form, tmp_path: Path) -> None:
    def red(book: Any, page: Any) -> None:
        for row in (3, 5):
            page.write_row(row, 0, [f"Barn {row}", "Bodø"], book.add_format({"bg_color": "#FF9999"}))

    _, problems = checked(form, drawn(tmp_path, red))
    assert lines(problems) == [
        "a.xlsx:Ark: Rader med en egen farge: 2 (rad 4, 6). Fargen er ikke lest. Se etter om noen av dem ikke skal være med."
        " [rows-coloured]"
    ]


def test_every_other_row_in_a_colour_says_nothing(form: Form, tmp_path: Path) -> None:
    def banded(book: Any, page: Any) -> None:
        for row in range(1, 9, 2):
            page.write_row(row, 0, [f"Barn {row}", "Bodø"], book.add_format({"bg_color": "#DDEEFF"}))

    assert checked(form, drawn(tmp_path, banded))[1] == []


def test_notes_are_told_and_those_of_ours_are_not(form: Form, tmp_path: Path) -> None:
    def noted(_: Any, page: Any) -> None:
        page.write_comment("A1", "Overskrift")
        page.write_comment("A4", "Ikke send!", {"author": "Kari"})
        page.write_comment("A5", "Rettes", {"author": "skjema"})

    _, problems = checked(form, drawn(tmp_path, noted))
    assert [problem.code for problem in problems] == ["cell-note"]
    assert lines(problems)[0].startswith("a.xlsx:Ark!A4: Cellen har en merknad, som ikke er lest.")


def test_rows_of_boxes_that_nobody_has_ticked_are_no_records(form: Form, tmp_path: Path) -> None:
    def boxes(_: Any, page: Any) -> None:
        for row in range(9, 200):
            page.write_boolean(row, 1, False)

    records, problems = checked(form, drawn(tmp_path, boxes))
    assert (len(records), problems) == (8, [])


def test_a_merged_title_between_rows_is_told_of_once(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Ark")
        page.write_row(0, 0, ["Barnets navn", "Fødselsdato", "Barnehage"])
        page.merge_range(1, 0, 1, 2, "Blå avdeling")
        page.write_row(2, 0, ["Kari Nes", "12.03.2021", "Sol"])
    found = check(load_form(TEMPLATES / "samtykke-overgang", None), [path])
    assert [one.code for one in found.problems if one.place and one.place.row == 2] == ["row-alone"]


def test_a_note_that_says_that_an_address_is_protected_may_not_go_unread(tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "samtykke-overgang", None)

    def noted(_: Any, page: Any) -> None:
        page.write_row(0, 0, ["Barnets navn", "Fødselsdato"])
        page.write_comment("A3", "Kode 6, ring mor")

    records, _ = checked(form, drawn(tmp_path, noted))
    told = [[one.code for one in record.problems] for record in records[:3]]
    assert ["cell-protected" in codes for codes in told] == [False, True, False]
