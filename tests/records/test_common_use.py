"""What is given once for every row, where the rows have values of their own."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from skjema.definition.model import Form
from tests.drawing import checked, field, first, form_of, lines, put

KOMMUNE = 'schema = 1\n[values]\nskole = "Vika"\n'


def codes(folder: Path, rows: list[Any], common: list[Any], kommune: str | None = None) -> list[str]:
    """What is said of a list with the columns for a name, a deadline and a school."""
    form = form_of(folder, field("navn"), field("frist", "date"), field("skole"), kommune=kommune)
    return [line.rpartition("[")[2][:-1] for line in told(form, folder, rows, common)]


def told(form: Form, folder: Path, rows: list[Any], common: list[Any]) -> list[str]:
    book = Workbook()
    put(first(book), [["Navn", "Frist", "Skole"], *rows])
    put(book.create_sheet("Felles"), common)
    book.save(folder / "a.xlsx")
    return lines(checked(form, folder / "a.xlsx")[1])


DAY, OTHER = datetime(2026, 12, 15), "11.12.2026"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([OTHER, OTHER], ["common-overridden"]), ([DAY, OTHER], ["common-overridden"]), ([None, OTHER], []),
        ([DAY, DAY], []), (["15.12.2026", DAY], []), ([None, None], []),
    ],
)  # fmt: skip
def test_what_is_given_for_all_and_taken_by_none_is_told(tmp_path: Path, days: list[Any], said: list[str]) -> None:
    rows = [[name, day, "Vika"] for name, day in zip(("Kari", "Per"), days, strict=True)]
    assert codes(tmp_path, rows, [["Frist", DAY]]) == said


def test_it_is_told_where_it_is_given_without_the_value(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("frist", "date"), field("skole"))
    assert told(form, tmp_path, [["Kari", None, "Vika"]], [["Skole", "Lia"], ["Frist", DAY]]) == [
        "a.xlsx:Felles!B1: «Skole» er gitt her for alle rader, men radene har sin egen verdi, og den går foran. Skal det som"
        " står her, gjelde, tømmer du «Skole» i radene. Ellers tømmer du cellen her. [common-overridden]"
    ]


def test_a_name_for_all_rows_that_have_their_own_is_told(tmp_path: Path) -> None:
    assert codes(tmp_path, [["Kari", DAY, "Vika"]], [["Navn", "Ola"]]) == ["common-overridden"]


@pytest.mark.parametrize(
    ("school", "common", "said"),
    [("Lia", [], ["profile-overridden"]), ("Vika", [], []), (None, [], []), (None, [["Skole", "Lia"]], [])],
)
def test_of_kommune_toml_it_is_noted(tmp_path: Path, school: str | None, common: list[Any], said: list[str]) -> None:
    assert codes(tmp_path, [["Kari", DAY, school]], common or [["Frist", DAY]], KOMMUNE) == said
