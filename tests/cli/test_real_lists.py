"""Lists as offices have them: nothing goes to paper otherwise than it was meant, and nobody goes missing unsaid."""

from pathlib import Path

import pytest

from tests.cli.running import Result, skjema
from tests.drawing import field, sheet, write_form

FORM = '[[section]]\nid = "del"\n' + field("navn", "name", required="true") + field("sted") + field("dato", "date")


@pytest.fixture(autouse=True)
def _form(folder: Path) -> None:
    write_form(folder, FORM + field("tlf", "phone"))


def check(folder: Path, *rows: list[object]) -> Result:
    return skjema("check", "prove", sheet(folder / "a.xlsx", [["Navn", "Sted", "Dato", "Tlf"], *rows]))


def test_what_looks_wrong_is_told_at_its_cell(folder: Path) -> None:
    found = check(folder, ["NULL", "NULL"], ["KARI NORDMANN", "Bodø"])
    assert found.code == 4
    assert "a.xlsx:Ark!A2: «Navn» er 'NULL', som ser ut som et ord for ingenting." in found.out
    assert "ADVARSEL a.xlsx:Ark!B2: «Sted» er 'NULL'" in found.out
    assert "ADVARSEL a.xlsx:Ark!A3: «Navn» er 'KARI NORDMANN', med bare store" in found.out


def test_marks_that_nobody_sees_are_taken_out_of_every_type(folder: Path) -> None:
    found = check(folder, ["\u200bKari\u00ad", "\u2060Bodø", "\u200e21.03.2019\u202c", "\u202a+47 22 33 44 55\u202c"])
    assert found.code == 0
    assert found.out.count("[invisible-removed]") == 4


def test_a_cell_of_marks_that_nobody_sees_is_empty(folder: Path) -> None:
    assert "«Navn» må fylles ut" in check(folder, ["\u200b", "Bodø"]).out


@pytest.mark.parametrize("day", ["2021-03-20T23:00:00Z", "20.03.2021 23:00", "20.03.2021 kl. 23.00"])
def test_a_day_with_a_time_of_day_is_told(folder: Path, day: str) -> None:
    found = check(folder, ["Kari", "Bodø", day])
    assert found.code == 1
    assert "med klokkeslettet 23.00, og er lest som 20.03.2021" in found.out


@pytest.mark.parametrize(
    ("written", "is_number"),
    [
        ("+47 2233445", False), ("+47 (0) 22 33 44 55", True), ("+47 223344556", False), ("0047 22334455", True),
        ("+47 12334455", False), ("+46 (0)70 123 45 67", True), ("+4722334455", True), ("0047 2233445", False),
    ],
)  # fmt: skip
def test_the_code_of_norway_is_followed_by_a_whole_number(folder: Path, written: str, is_number: bool) -> None:
    assert check(folder, ["Kari", "Bodø", None, written]).code == (0 if is_number else 4)
