"""Sheets of a group's rows that aren't called what the group is."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.records.record_rows import HiddenRows
from tests.drawing import HEAD, TEMPLATES, checked, first, form_of, lines, put

PRESENT = [["Møte nr.", "Navn", "Rolle"], ["M-1", "Mari Berg", "Mor"], ["M-1", "Eva Lie", "Lærer"]]
ABSENT = [["Møte nr.", "Navn", "Rolle"], ["M-1", "Ola Dal", "Far"]]
MINUTES = [["Møte nr.", "Møtedato", "Møteleder"], ["M-1", "04.11.2026", "Eva Lie"]]


@pytest.fixture(scope="module")
def minutes() -> Form:
    return load_form(TEMPLATES / "referat", None)


def read(
    form: Form, folder: Path, sheets: dict[str, list[list[Any]]], hidden: HiddenRows = "ask"
) -> tuple[list[Any], list[str]]:
    """The values of the records, and what is said of sheets."""
    book = Workbook()
    for number, (title, rows) in enumerate(sheets.items()):
        page = first(book) if number == 0 else book.create_sheet()
        page.title = title
        put(page, rows)
    book.save(folder / "a.xlsx")
    records, problems = checked(form, folder / "a.xlsx", hidden=hidden)
    told = [one for one in problems if one.code.startswith(("sheet", "rows", "row-", "heading"))]
    return [record.values for record in records], lines(told)


def names(rows: list[dict[str, Any]]) -> list[str]:
    return [row["navn"] for row in rows]


@pytest.mark.parametrize("title", ["Fravær", "Meldt fravær 2026", "FRAVÆR", "Fraværet"])
def test_a_title_like_that_of_one_group_says_which_it_is(minutes: Form, tmp_path: Path, title: str) -> None:
    (values,), told = read(minutes, tmp_path, {"Møter": MINUTES, "Til stede": PRESENT, title: ABSENT})
    assert (names(values["til_stede"]), names(values["fravaerende"])) == (["Mari Berg", "Eva Lie"], ["Ola Dal"])
    assert told == []


def test_a_sheet_that_fits_several_groups_is_read_as_none_of_them(minutes: Form, tmp_path: Path) -> None:
    (values,), told = read(minutes, tmp_path, {"Møter": MINUTES, "Til stede": PRESENT, "Ark3": ABSENT})
    assert (names(values["til_stede"]), names(values["fravaerende"])) == (["Mari Berg", "Eva Lie"], [])
    assert told == [
        "a.xlsx:Ark3: Arket har overskrifter som passer til flere tabeller i skjemaet, og er ikke lest. Gi arket navnet til"
        " den det gjelder: Til stede, Meldt fravær. [sheet-of-several]"
    ]


@pytest.mark.parametrize("title", ["Ark2", "Møter 2026", "Plan (2)"])
def test_a_sheet_with_the_key_and_the_columns_of_one_group_is_that_groups(tmp_path: Path, title: str) -> None:
    form = load_form(TEMPLATES / "moteplan", None)
    main: list[list[Any]] = [["Plan nr.", "Planen gjelder"], [1, "Solbakken"], [2, "Vika"]]
    meetings: list[list[Any]] = [
        ["Plan nr.", "Dato", "Fra", "Til", "Sted"],
        [2, "15.03.2027", "09.00", "10.00", "Rådhuset"],
    ]
    records, told = read(form, tmp_path, {"Ark1": main, title: meetings})
    assert [[row["sted"] for row in values["moter"]] for values in records] == [[], ["Rådhuset"]]
    assert [line for line in told if "Ark1" not in line] == []


def test_a_sheet_to_look_up_in_is_no_groups(minutes: Form, tmp_path: Path) -> None:
    staff = [["Navn", "Rolle", "Telefon"], ["Per Lie", "Lærer", "91111111"]]
    (values,), told = read(minutes, tmp_path, {"Møter": MINUTES, "Til stede": PRESENT, "Ansatte": staff})
    assert names(values["til_stede"]) == ["Mari Berg", "Eva Lie"]
    assert told == ["a.xlsx:Ansatte: Arket hører ikke til skjemaet og er ikke brukt. [sheet-unused]"]


@pytest.mark.parametrize("title", ["Til stede (2)", "Til stede gammel", "Kopi av Til stede"])
def test_rows_of_a_copied_sheet_are_asked_about(minutes: Form, tmp_path: Path, title: str) -> None:
    sheets = {"Møter": MINUTES, "Til stede": PRESENT, title: PRESENT}
    _, told = read(minutes, tmp_path, sheets)
    assert [line.rsplit(" ", 1)[1] for line in told] == ["[rows-aside]"]
    (values,), _ = read(minutes, tmp_path, sheets, hidden="skip")
    assert names(values["til_stede"]) == ["Mari Berg", "Eva Lie"]


def test_running_numbers_are_no_key(tmp_path: Path) -> None:
    group = (
        '[[section.field]]\nid = "maal"\ntype = "group"\nlabel = { nb = "Mål" }\n'
        '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Hva" }\n'
    )
    key = '[[section.field]]\nid = "plan_nr"\ntype = "text"\nlabel = { nb = "Plan nr." }\nheaders = ["Nr."]\n'
    form = form_of(tmp_path, key, group, head=HEAD.replace('["navn"]', '["plan_nr"]'))
    main: list[list[Any]] = [["Nr.", "Plan nr.", "Sted"], [1, 2, "Vika"], [2, 1, "Nes"]]
    goals: list[list[Any]] = [["Nr.", "Plan nr.", "Hva"], [1, 1, "a"], [2, 2, "b"]]
    records, told = read(form, tmp_path, {"Planer": main, "Mål": goals})
    assert [(values["plan_nr"], [row["hva"] for row in values["maal"]]) for values in records] == [
        ("2", ["b"]),
        ("1", ["a"]),
    ]
    assert {line.rsplit(" ", 1)[1] for line in told} == {"[heading-unused]"}


def test_a_sheet_titled_as_a_groups_is_not_passed_over(minutes: Form, tmp_path: Path) -> None:
    sheets: dict[str, list[list[Any]]] = {"Møter": MINUTES, "Til stede": [["Møte", "Navn"], ["M-1", "Mari Berg"]]}
    _, told = read(minutes, tmp_path, sheets)
    assert [one.rpartition("[")[2] for one in told] == ["heading-near]"]  # and the column that is missing, once
    _, told = read(minutes, tmp_path, sheets | {"Til stede": [["Hvem", "Hva"], ["Mari Berg", "Mor"]]})
    assert told == [
        "a.xlsx:Til stede: Arket heter som et ark i skjemaet, men har ingen av overskriftene derfra, og er ikke lest. Skriv dem i"
        " første rad, for eksempel Møte nr., Navn, Rolle, Instans; hører arket ikke til skjemaet, gi det et annet navn."
        " [sheet-without-headings]"
    ]


def test_goals_without_numbers_are_told_once(tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "handlingsplan", None)
    sheets: dict[str, list[list[Any]]] = {
        "Planer": [["Plan nr.", "Planen gjelder"], ["1", "Kari Nes"]],
        "Mål": [["Plan nr.", "Hva målet er"], ["1", "Lese"]],
        "Tiltak": [["Plan nr.", "Mål", "Tiltak"], ["1", "1", "Lesekurs"]],
    }
    book = tmp_path / "a.xlsx"
    read(form, tmp_path, sheets)
    records, problems = checked(form, book)
    codes = [one.code for one in (*problems, *records[0].problems)]
    assert ("column-missing" in codes, "inner-row-of-none" in codes) == (True, False)


def test_nothing_in_a_groups_sheet_is_of_another_group(minutes: Form, tmp_path: Path) -> None:
    present = [
        ["Møte nr.", "Navn", "Oppgave", "Frist"],
        ["M-1", "Mari Berg", "Ringe", "01.03.2027"],
        ["M-1", "Eva Lie"],
    ]
    tasks = [["Møte nr.", "Hva", "Ansvarlig"], ["M-1", "Skrive", "Eva Lie"]]
    (values,), told = read(minutes, tmp_path, {"Møter": MINUTES, "Oppgave": tasks, "Til stede": present})
    assert [(row["hva"], row["frist"]) for row in values["oppgaver"]] == [("Skrive", None)]
    assert [one.rpartition("[")[2] for one in told] == ["heading-unused]"] * 2


@pytest.mark.parametrize(
    ("heading", "values", "is_told"),
    [
        ("Til stede", ("Ja", "Nei"), True), ("Møtte", ("x", ""), True), ("Status", ("Til stede", "Meldt fravær"), True),
        ("Møtte", ("Ja", "Ja"), False), ("Merknad", ("", "kom sent"), False), ("Telefon", ("22222222", ""), False),
    ],
)  # fmt: skip
def test_a_list_of_who_came_and_who_did_not_is_not_read_as_of_those_who_came(
    heading: str, values: tuple[str, str], is_told: bool, minutes: Form, tmp_path: Path
) -> None:
    rows = [["M-1", "Mari Berg", values[0]], ["M-1", "Eva Lie", values[1]]]
    read(minutes, tmp_path, {"Møter": MINUTES, "Til stede": [["Møte nr.", "Navn", heading], *rows]})
    codes = [one.code for one in checked(minutes, tmp_path / "a.xlsx")[1]]
    assert ("column-sorts" in codes) == is_told


def codes_of(form: Form, path: Path) -> list[str]:
    return [one.code for one in checked(form, path)[1] if one.code.startswith("cell-")]


def test_what_the_records_row_says_of_a_group_with_rows_on_its_sheet_is_not_lost_unsaid(tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "moteinnkalling", None)
    own: list[list[Any]] = [["Møte nr.", "Navn", "Rolle"], ["M-1", "Eva Lie", None]]
    cases: list[tuple[list[list[Any]], list[str]]] = [
        ([["Møte nr.", "Møtedato", "Deltaker", "Rolle"], ["M-1", "04.11.2026", "Mari Berg", "Mor"]], ["cell-beside-sheet"] * 2),
        ([["Møte nr.", "Møtedato", "Deltaker"], ["M-1", "04.11.2026", "Eva Lie"]], []),
        ([["Møte nr.", "Møtedato", "Deltaker"], ["M-1", "04.11.2026", None]], []),
    ]  # fmt: skip
    for main, told in cases:
        (values,), _ = read(form, tmp_path, {"Møter": main, "Deltaker": own})
        assert [(row["navn"], row["rolle"]) for row in values["deltakere"]] == [("Eva Lie", None)]
        assert codes_of(form, tmp_path / "a.xlsx") == told


def test_numbered_columns_of_a_group_with_a_sheet_of_its_own_are_not_lost_unsaid(tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "moteinnkalling", None)
    heads = ["Møte nr.", "Møtedato", "Vedlegg 1", "Vedlegg 2: Tittel", "Møte 2026"]
    read(form, tmp_path, {"Møter": [heads, ["M-1", "04.11.2026", "Referat", "Rapport", "x"]]})
    assert codes_of(form, tmp_path / "a.xlsx") == ["cell-of-sheet"] * 2
    read(form, tmp_path, {"Møter": [heads, ["M-1", "04.11.2026", None, None, "x"]]})
    assert codes_of(form, tmp_path / "a.xlsx") == []
