"""A field of several answers with a column for each: what is wrong with one of them."""

from pathlib import Path
from typing import Any

from skjema.definition.model import Form
from tests.drawing import checked, field, form_of, lines, sheet

CHOICES = (
    '[{ id = "a", label = { nb = "Avis" } }, { id = "b", label = { nb = "Bok" } }, { id = "c", label = { nb = "Cd" } }]'
)


def form(folder: Path, **keys: str) -> Form:
    return form_of(folder, field("navn"), field("ting", "choices", choices=CHOICES, **keys))


def test_what_is_neither_yes_nor_no_is_told_once_at_its_own_cell(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Navn", "Ting: Avis", "Ting: Bok"], ["Kari", "kanskje", None], ["Per", "nei", "kanskje"]]
    records, problems = checked(form(tmp_path, required="true"), sheet(tmp_path / "a.xlsx", rows))
    assert lines(problems) == [
        "a.xlsx:Ark!B2: «Ting: Avis» er 'kanskje'. Skriv ja eller nei, eller x for ja. [yes-no-form]",
        "a.xlsx:Ark!C3: «Ting: Bok» er 'kanskje'. Skriv ja eller nei, eller x for ja. [yes-no-form]",
    ]
    assert [record.values["ting"] for record in records] == [None, None]
    assert [record.missing for record in records] == [{}, {}]


def test_a_fault_in_one_answer_keeps_the_default_from_being_taken(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Navn", "Ting: Avis"], ["Kari", "kanskje"], ["Per", "nei"], ["Ola", None]]
    records, _ = checked(form(tmp_path, default="\"'Bok'\""), sheet(tmp_path / "a.xlsx", rows))
    assert [record.values["ting"] for record in records] == [None, ("b",), ("b",)]


def test_the_answers_that_say_yes_are_the_value_in_the_order_of_the_form(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Navn", "Ting: Cd", "Ting: Avis", "Ting: Bok"],
        ["Kari", "x", True, "nei"],
        ["Per", "nei", "nei", "nei"],
    ]
    records, problems = checked(form(tmp_path), sheet(tmp_path / "a.xlsx", rows))
    assert [record.values["ting"] for record in records] == [("a", "c"), None]
    assert problems == []


def test_a_problem_of_one_field_of_several_points_at_that_ones_first_column(tmp_path: Path) -> None:
    both = [field(name, "choices", choices=CHOICES, required="true") for name in ("ting", "mer")]
    rows: list[list[Any]] = [["Navn", "Ting: Avis", "Mer: Bok", "Mer: Avis"], ["Kari", "x", None, "nei"]]
    _, problems = checked(form_of(tmp_path, field("navn"), *both), sheet(tmp_path / "a.xlsx", rows))
    assert lines(problems) == ["a.xlsx:Ark!C2: «Mer» må fylles ut. [required-empty]"]


def test_where_no_answer_says_yes_a_field_that_must_be_filled_is_empty(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Navn", "Ting: Cd", "Ting: Avis"], ["Kari", "nei", None]]
    _, problems = checked(form(tmp_path, required="true"), sheet(tmp_path / "a.xlsx", rows))
    assert lines(problems) == ["a.xlsx:Ark!B2: «Ting» må fylles ut. [required-empty]"]


def test_what_has_no_column_at_all_is_told_at_its_row(tmp_path: Path) -> None:
    rows = [["Navn", "By"], ["Kari", "x"]]
    made = form_of(
        tmp_path, field("navn"), field("by"), field("ting", "choices", choices=CHOICES, required="\"by == 'x'\"")
    )
    _, problems = checked(made, sheet(tmp_path / "a.xlsx", rows))
    assert lines(problems) == [
        "a.xlsx:Ark, rad 2: «Ting» må fylles ut, og det er ingen kolonne for det. Legg til kolonnen. [column-absent]"
    ]
