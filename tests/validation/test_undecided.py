"""What is printed because nobody can tell whether it concerns a record."""

from pathlib import Path
from typing import Any

import pytest

from skjema.problems import Severity
from tests.drawing import checked, field, form_of, sheet

BORN = field("fodt", "date", label='{ nb = "Født" }')
OLD_ENOUGH = '"age(fodt, today) >= 15"'


def told(folder: Path, *fields: str, row: dict[str, Any]) -> list[tuple[str, int, object, object]]:
    """Code, column, label and items of each warning of a record."""
    form = form_of(folder, field("navn"), *fields)
    cells = {"Navn": "Kari", **row}
    _, problems = checked(form, sheet(folder / "a.xlsx", [list(cells), list(cells.values())]))
    return [
        (one.code, one.place.column if one.place else 0, one.params.get("label"), one.params.get("items"))
        for one in problems
        if one.severity is Severity.WARNING
    ]


def test_it_is_told_once_at_what_is_empty_with_all_that_hangs_on_it(tmp_path: Path) -> None:
    fields = (BORN, field("klasse", relevant=OLD_ENOUGH), field("fag", relevant=OLD_ENOUGH))
    assert told(tmp_path, *fields, row={"Født": None, "Klasse": "9A", "Fag": "Musikk"}) == [
        ("relevance-undecided", 2, {"nb": "Født"}, ({"nb": "Klasse"}, {"nb": "Fag"})),
    ]


def test_nothing_is_told_where_it_can_be_decided(tmp_path: Path) -> None:
    assert told(tmp_path, BORN, field("fag", relevant=OLD_ENOUGH), row={"Født": "01.02.2005", "Fag": "Musikk"}) == []
    assert told(tmp_path, BORN, field("fag", relevant='"fodt != none"'), row={"Født": None, "Fag": None}) == []


@pytest.mark.parametrize("born", [None, "31.02.2005"])
def test_nothing_more_is_told_of_what_is_an_error_already(tmp_path: Path, born: str | None) -> None:
    required = field("fodt", "date", label='{ nb = "Født" }', required="true")
    assert told(tmp_path, required, field("fag", relevant=OLD_ENOUGH), row={"Født": born, "Fag": "Musikk"}) == []


def test_what_the_recipient_fills_in_may_be_empty_when_it_is_printed(tmp_path: Path) -> None:
    recipient = field("fodt", "date", label='{ nb = "Født" }', filled_by='"recipient"')
    assert told(tmp_path, recipient, field("fag", relevant=OLD_ENOUGH), row={"Fag": "Musikk"}) == []


def test_a_section_is_called_by_its_title_and_a_text_by_the_section_it_stands_in(tmp_path: Path) -> None:
    section = '[[section]]\nid = "ungdom"\ntitle = { nb = "Ungdommen selv" }\nrelevant = "age(fodt, today) >= 15"\n'
    note = '[[section.field]]\nid = "om"\ntype = "note"\nrelevant = "age(fodt, today) >= 16"\ntext = { nb = "Les." }\n'
    assert told(tmp_path, BORN, section, field("fag"), note, row={"Født": None, "Fag": "Musikk"}) == [
        ("relevance-undecided", 2, {"nb": "Født"}, ({"nb": "Ungdommen selv"},)),
    ]


def test_a_line_to_sign_on_is_told_of_too(tmp_path: Path) -> None:
    line = field("underskrift", "signature", relevant=OLD_ENOUGH, filled_by='"recipient"')
    assert told(tmp_path, BORN, line, row={"Født": None}) == [
        ("relevance-undecided", 2, {"nb": "Født"}, ({"nb": "Underskrift"},)),
    ]


GROUP = """[[section.field]]
id = "barn"
type = "group"
label = { nb = "Barn" }
max = 2
[[section.field.field]]
id = "alder"
type = "integer"
label = { nb = "Alder" }
[[section.field.field]]
id = "hjem"
type = "text"
label = { nb = "Hjem" }
"""


@pytest.mark.parametrize(
    "line",
    [
        field("sist", relevant='"barn.alder[0] > 5"'),
        field("sist", "signature", filled_by='"recipient"', for_each='"barn"', relevant='"alder > 5"'),
    ],
    ids=["a column by its group", "a row's own column"],
)
def test_a_cell_of_a_group_that_decides_is_told_of_at_its_place(tmp_path: Path, line: str) -> None:
    found = told(tmp_path, GROUP, line, row={"Barn 1: Alder": None, "Barn 1: Hjem": "Bodø"})
    assert found == [("relevance-undecided", 2, {"nb": "Barn 1: Alder"}, ({"nb": "Sist"},))]


def test_a_rows_own_column_comes_before_a_field_and_another_groups_of_its_name(tmp_path: Path) -> None:
    other = GROUP.replace('"barn"', '"andre"').replace('"Barn"', '"Andre"')
    line = field("sist", "signature", filled_by='"recipient"', for_each='"barn"', relevant='"alder > 5"')
    row = {"Andre 1: Hjem": "Oslo", "Barn 1: Alder": None, "Barn 1: Hjem": "Bodø"}
    found = told(tmp_path, other, GROUP, line, row=row)
    assert found == [("relevance-undecided", 3, {"nb": "Barn 1: Alder"}, ({"nb": "Sist"},))]


def test_nobody_is_asked_to_fill_in_what_does_not_concern_the_record(tmp_path: Path) -> None:
    fields = (field("har", "yes_no"), field("a", "integer", relevant='"har"'), field("b", relevant='"a > 3"'))
    assert told(tmp_path, *fields, row={"Har": "nei", "A": None, "B": None}) == []
