"""One cause, one message: what many problems of one record have in common is told in their place."""

from pathlib import Path

import pytest

from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.fieldtypes.types.name import TYPE as NAME
from tests.cli.running import skjema
from tests.drawing import HEAD, TEMPLATES, checked, field, form_of, from_json

_HEAD = HEAD.replace('key = ["navn"]', 'key = ["barn"]')
GUARDIANS = (
    '[[section.field]]\nid = "foresatte"\ntype = "group"\nlabel = { nb = "Foresatt" }\n'
    '[[section.field.field]]\nid = "navn"\ntype = "name"\nlabel = { nb = "Navn" }\n'
    '[[section.field.field]]\nid = "ansvar"\ntype = "yes_no"\nlabel = { nb = "Ansvar" }\nrequired = true\n'
)


def codes(form: Form, folder: Path, **values: object) -> list[str]:
    (one,) = from_json(form, folder, {"barn": "Anne", **values})
    return [problem.code for problem in one.problems]


@pytest.mark.parametrize("name", ["...", "Død", "NULL"])
def test_a_name_that_is_none_is_one_message(name: str, tmp_path: Path) -> None:
    form = form_of(tmp_path, field("barn", "name"), GUARDIANS, head=_HEAD)
    assert len(codes(form, tmp_path, foresatte=[{"navn": name}])) == 1


@pytest.mark.parametrize(("count", "expected"), [(2, ["not-relevant"] * 2), (4, ["not-relevant-many"])])
def test_one_answer_that_hides_many_values_is_one_message(count: int, expected: list[str], tmp_path: Path) -> None:
    hidden = (field(f"felt{number}", relevant='"gjelder"') for number in range(4))
    form = form_of(tmp_path, field("barn", "name"), field("gjelder", "yes_no"), *hidden, head=_HEAD)
    assert codes(form, tmp_path, gjelder=False, **{f"felt{number}": "a" for number in range(count)}) == expected


def test_people_that_a_comma_parts_are_no_name_that_is_turned() -> None:
    assert NAME.read("Kari, Per og Ola Nes") == "Kari, Per og Ola Nes"


def test_two_columns_of_one_heading_may_be_two_people(tmp_path: Path) -> None:
    overgang = load_form(TEMPLATES / "samtykke-overgang", None)
    (tmp_path / "a.csv").write_text("Navn;Født;Mor;Mor\nKari Nes;21.03.2021;Anne Nes;Eva Li\n", "utf-8")
    (told,) = (one for one in checked(overgang, tmp_path / "a.csv")[1] if one.code.startswith("heading-"))
    assert told.code == "heading-twice-differs"
    assert "Forelder eller foresatt 1: Navn, Forelder eller foresatt 2: Navn" in told.text("nb")


def test_a_run_that_stops_shows_what_was_left_out_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    form_of(tmp_path, field("barn", "name", required="true"), field("sted", required="true"), field("by"), head=_HEAD)
    (tmp_path / "a.csv").write_text("Barn;By;Stedsnavn\nKari Nes;Bodø;Bodø\n", "utf-8")
    assert "«Stedsnavn»" in skjema("fill", "prove", "a.csv", "-o", "ut", "--format", "docx").said


def test_the_marked_copy_is_a_workbook_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    form_of(tmp_path, field("barn", "name"), head=_HEAD)
    (tmp_path / "a.csv").write_text("Barn\nKari Nes\n", "utf-8")
    assert skjema("check", "prove", "a.csv", "--annotate", "m.csv").code == 2
    assert skjema("check", "prove", "a.csv", "--annotate", "m.xlsx").code == 0
