"""A column that an own list hasn't got, of what concerns some of its rows or none of them."""

from pathlib import Path

import pytest

from skjema.definition.model import Form
from tests.drawing import checked, field, form_of, lines, sheet

SECTION = '[[section]]\nid = "sak"\nrelevant = "slag == \'sak\'"\n'
HOW = {
    "section": SECTION + field("tema", required="true"),
    "field": field("tema", required="true", relevant="\"slag == 'sak'\""),
}


def form(folder: Path, more: str) -> Form:
    return form_of(folder, field("navn", required="true"), field("slag", required="true"), more=more)


@pytest.mark.parametrize("more", HOW.values(), ids=HOW)
def test_a_column_of_what_concerns_no_row_may_be_missing(tmp_path: Path, more: str) -> None:
    rows = [["Navn", "Slag"], ["Kari", "barn"], ["Per", "barn"]]
    records, problems = checked(form(tmp_path, more), sheet(tmp_path / "a.xlsx", rows))
    assert (len(records), problems) == (2, [])


@pytest.mark.parametrize("more", HOW.values(), ids=HOW)
def test_it_is_told_at_the_row_that_it_concerns(tmp_path: Path, more: str) -> None:
    rows = [["Navn", "Slag"], ["Kari", "barn"], ["Per", "sak"]]
    records, problems = checked(form(tmp_path, more), sheet(tmp_path / "a.xlsx", rows))
    assert lines(problems) == [
        "a.xlsx:Ark, rad 3: «Tema» må fylles ut, og det er ingen kolonne for det. Legg til kolonnen. [column-absent]"
    ]
    assert [len(record.missing) for record in records] == [0, 1]


def test_a_column_that_every_row_needs_is_told_once(tmp_path: Path) -> None:
    rows = [["Navn"], ["Kari"], ["Per"]]
    _, problems = checked(form(tmp_path, HOW["section"]), sheet(tmp_path / "a.xlsx", rows))
    assert [(one.code, one.params["label"]) for one in problems] == [("column-missing", {"nb": "Slag"})]
