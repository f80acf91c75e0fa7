"""A workbook made of another form's: the review of plans, of the workbook of the plans."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from skjema.api import carried_sheet, check_record, make_record
from skjema.definition.catalogue import find_form
from skjema.definition.example import example_common, example_records
from skjema.definition.form_cache import load_form
from skjema.errors import DefinitionError, InputError, UsageError
from skjema.records.input import Input
from skjema.render.workbook.input_sheet import input_workbook
from tests.cli.running import skjema as run
from tests.drawing import HEAD, TEMPLATES, field, form_of
from tests.sample_files import FORMS

TODAY = date(2027, 2, 1)
PLAN, REVIEW = (load_form(find_form(name)) for name in ("individuell-plan", "ip-gjennomgang"))


def plans(folder: Path, *, hide: int = 0) -> Path:
    path = folder / "planer.xlsx"
    records = example_records(PLAN)
    records[0]["revisjoner"] = [{"dato": day, "hva": "Nye mål"} for day in ("2026-11-20", "2025-11-21")]
    path.write_bytes(input_workbook(PLAN, "nb", records, example_common(PLAN)))
    if hide:
        book = load_workbook(path)
        book.worksheets[0].row_dimensions[hide].hidden = True
        book.save(path)
    return path


def sheet(content: bytes, title: str, folder: Path) -> list[list[Any]]:
    (folder / "ny.xlsx").write_bytes(content)
    return [list(row) for row in load_workbook(folder / "ny.xlsx")[title].iter_rows(min_row=2, values_only=True)]


def test_a_review_is_made_of_the_workbook_of_the_plans_in_one_command(tmp_path: Path) -> None:
    made = carried_sheet(REVIEW, plans(tmp_path), today=TODAY)
    heading, first, *_ = sheet(made.content, "Gjennomganger", tmp_path)
    row = dict(zip(heading, first, strict=True))
    assert row["Plan nr. *"] == "IP-2026-07"
    assert row["Neste revisjon *"].date() == date(2027, 4, 15)
    assert row["Forrige revisjon"].date() == date(2026, 11, 20), "the latest, wherever it stands"
    assert row["Koordinator *"] == "Kari Lind"
    goals = sheet(made.content, "Mål i planen", tmp_path)
    assert goals[1][:3] == ["IP-2026-07", "Være hele dager på skolen sammen med klassen.", None]
    assert (made.left, made.marked) == (0, 0)


def test_no_name_of_whom_a_plan_is_for_comes_into_the_review(tmp_path: Path) -> None:
    content = carried_sheet(REVIEW, plans(tmp_path), today=TODAY).content
    (tmp_path / "ny.xlsx").write_bytes(content)
    said = {str(cell.value) for one in load_workbook(tmp_path / "ny.xlsx") for row in one for cell in row}
    for record in example_records(PLAN):
        names = {record["barn_navn"], *(parent["navn"] for parent in record.get("foresatte", []))}
        assert not {text for text in said for name in names if name in text}


def test_a_plan_that_is_hidden_is_hidden_in_the_review_too(tmp_path: Path) -> None:
    carried = carried_sheet(REVIEW, plans(tmp_path, hide=3), today=TODAY)
    (tmp_path / "ny.xlsx").write_bytes(carried.content)
    main = load_workbook(tmp_path / "ny.xlsx").worksheets[0]
    assert [main.row_dimensions[row].hidden for row in (3, 4)] == [True, False]


def due(folder: Path, *days: date | str | None) -> Path:
    """The workbook of plans that are to be revised on these days."""
    path = folder / "planer.xlsx"
    plans = [{**example_records(PLAN)[0], "plan_nr": f"IP-{number}"} for number in range(len(days))]
    path.write_bytes(input_workbook(PLAN, "nb", plans, example_common(PLAN)))
    book = load_workbook(path)
    main = book.worksheets[0]
    column = [str(cell.value).startswith("Neste revisjon") for cell in main[2]].index(True) + 1
    for row, day in enumerate(days, start=3):
        main.cell(row, column).value = day
    book.save(path)
    return path


def test_the_plans_whose_revision_falls_due_within_three_months_are_taken(tmp_path: Path) -> None:
    path = due(tmp_path, date(2026, 11, 15), TODAY, date(2027, 5, 1), date(2027, 5, 2), date(2027, 9, 1))
    made = carried_sheet(REVIEW, path, today=TODAY)
    assert [row[1] for row in sheet(made.content, "Gjennomganger", tmp_path)[1:] if row[1]] == ["IP-0", "IP-1", "IP-2"]
    assert {row[0] for row in sheet(made.content, "Mål i planen", tmp_path)[1:] if row[0]} == {"IP-0", "IP-1", "IP-2"}
    assert made.not_taken == 2


def test_a_plan_of_which_nobody_can_tell_when_it_is_due_is_taken(tmp_path: Path) -> None:
    made = carried_sheet(REVIEW, due(tmp_path, None, "våren", date(2027, 9, 1)), today=TODAY)
    assert [row[1] for row in sheet(made.content, "Gjennomganger", tmp_path)[1:] if row[1]] == ["IP-0", "IP-1"]
    assert made.not_taken == 1


def test_plans_as_json_are_taken_like_those_of_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "planer.json"
    path.write_text(json.dumps(example_records(PLAN)), encoding="utf-8")
    made = carried_sheet(REVIEW, path, today=TODAY)
    goals = sheet(made.content, "Mål i planen", tmp_path)
    assert goals[1][:2] == ["IP-2026-07", "Være hele dager på skolen sammen med klassen."]
    assert made.not_taken == 1


def test_reviews_as_json_stay_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "gjennomganger.json"
    path.write_text(json.dumps([{**one, "eget_felt": "x"} for one in example_records(REVIEW)]), encoding="utf-8")
    assert carried_sheet(REVIEW, path, today=date(2020, 1, 1)).not_taken == 0


def test_a_municipality_says_how_long_before_its_plans_are_reviewed(tmp_path: Path) -> None:
    kommune = tmp_path / "kommune.toml"
    kommune.write_text("schema = 1\n[settings]\ngjennomgang_innen_maneder = 8\n")
    form = load_form(find_form("ip-gjennomgang"), kommune)
    assert carried_sheet(form, due(tmp_path, date(2027, 10, 1), date(2027, 10, 2)), today=TODAY).not_taken == 1


def test_how_many_plans_are_left_out_is_said_and_why(tmp_path: Path) -> None:
    path = due(tmp_path, TODAY, date(2027, 9, 1))
    args = ("sheet", "ip-gjennomgang", "--from", str(path), "-o", str(tmp_path / "ny.xlsx"), "--date", "2027-02-01")
    told = [line for line in run(*args).said.splitlines() if "tatt med" in line]
    assert told == [
        "Poster som ikke er tatt med: 1. Neste revisjon er lenger fram enn kommunen tar med: tre måneder, "
        "eller gjennomgang_innen_maneder i kommune.toml. Med --date regnes det fra en annen dag."
    ]
    due(tmp_path, TODAY)
    assert "tatt med" not in run(*args, "--overwrite").said


def test_whom_a_review_is_of_may_be_the_case_number() -> None:
    record = {**example_records(REVIEW)[0], "saksnummer": "2026/4101", "planeier_ref": ""}
    assert check_record(REVIEW, make_record(REVIEW, record), today=TODAY).values["planeier_ref"] == "2026/4101"


def test_dates_of_another_form_are_not_moved_on(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        carried_sheet(REVIEW, plans(tmp_path), year=2027, today=TODAY)
    assert [one.code for one in refused.value.problems] == ["year-of-other"]


def test_whoever_checks_the_plans_as_reviews_is_told_the_command(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        list(Input(REVIEW, (plans(tmp_path),)))
    assert 'skjema sheet ip-gjennomgang --from "planer.xlsx"' in refused.value.problems[0].text("nb")


def test_a_name_that_the_form_lacks_is_told(tmp_path: Path) -> None:
    head = HEAD.replace("key =", 'taken_from = { form = "annet", values = { nvan = "navn" } }\nkey =')
    with pytest.raises(DefinitionError) as told:
        form_of(tmp_path, field("navn"), head=head)
    assert [one.code for one in told.value.problems] == ["name-unknown"]


@pytest.mark.parametrize("name", FORMS)
def test_what_a_bundled_form_takes_is_there_and_of_the_same_type(name: str) -> None:
    form = load_form(TEMPLATES / name)
    if form.taken_from:
        other = load_form(TEMPLATES / form.taken_from.form)
        here, there = ({f"{g.id}.{c.id}": c for g in one.groups.values() for c in g.field} for one in (form, other))
        for target, source in form.taken_from.values.items():
            field_here, field_there = {**form.fields, **here}[target], {**other.fields, **there}[source]
            assert field_here.type == field_there.type, target
