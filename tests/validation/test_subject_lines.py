"""What subject lines and titles of items may say: a case number, initials, a theme; nothing that tells who it is."""

from pathlib import Path

import pytest

from skjema.definition.example import example_records
from skjema.definition.form_cache import load_form
from tests.drawing import TEMPLATES, example
from tests.sample_files import KOMMUNE

PLACES = [
    ("moteinnkalling", "gjelder", None),
    ("referat", "gjelder", None),
    ("nettverksrad-referat", "gjelder", None),
    ("nettverksrad-innkalling", "barnet_kalles", None),
    ("ip-gjennomgang", "planeier_ref", None),
    ("referat", "saker", "tittel"),
    ("ip-gjennomgang", "saker", "tittel"),
]


def told(folder: Path, name: str, field: str, column: str | None, text: str) -> list[str]:
    form = load_form(TEMPLATES / name, KOMMUNE)
    value = text
    if column:
        rows = example_records(form)[0][field]
        value = [rows[0] | {column: text}, *rows[1:]]  # type: ignore[assignment]
    problems = example(form, folder, **{field: value}).problems
    return [one.code for one in problems if one.code in ("constraint", "emnet-med-navn")]


@pytest.mark.parametrize(("name", "field", "column"), PLACES)
@pytest.mark.parametrize("text", ["14832075036", "f. 14.03.2018", "tlf 91234567"])
def test_a_number_or_a_birth_date_is_an_error(
    name: str, field: str, column: str | None, text: str, tmp_path: Path
) -> None:
    assert told(tmp_path, name, field, column, text) == ["constraint"]


@pytest.mark.parametrize(("name", "field", "column"), PLACES)
@pytest.mark.parametrize(
    "text",
    [
        "Ola Nordmann",
        "ADHD, O.N.",
        "Nguyễn Văn Đức",
        "Agnieszka Żółć",
        "Hansen, Per",
        "PER HANSEN",
        "Per O. Hansen",
        "Олена Коваль",
    ],
)
def test_a_full_name_or_a_diagnosis_is_a_warning(
    name: str, field: str, column: str | None, text: str, tmp_path: Path
) -> None:
    assert told(tmp_path, name, field, column, text) == ["emnet-med-navn"]


@pytest.mark.parametrize(("name", "field", "column"), PLACES)
@pytest.mark.parametrize("text", ["O.N., 14 år", "Máret", "Overgang, skole", "TRYGT SKOLEMILJØ", "MØTE TIRSDAG"])
def test_initials_and_a_first_name_pass(name: str, field: str, column: str | None, text: str, tmp_path: Path) -> None:
    assert told(tmp_path, name, field, column, text) == []


@pytest.mark.parametrize(("name", "field"), [("moteinnkalling", "gjelder"), ("ip-gjennomgang", "planeier_ref")])
def test_a_case_number_is_what_they_are_for(name: str, field: str, tmp_path: Path) -> None:
    assert told(tmp_path, name, field, None, "2026/2101") == []


def test_an_item_may_speak_of_a_day_and_a_school(tmp_path: Path) -> None:
    text = "Referat 14.09.2026 fra Solbakken skole"
    assert told(tmp_path, "referat", "saker", "tittel", text) == []


@pytest.mark.parametrize("text", ["14.03.2018", "14. mars 2018"])
def test_a_date_is_none_of_a_subject_line(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, "moteinnkalling", "gjelder", None, text) == ["constraint"]


def test_each_text_that_names_somebody_is_told_where_it_stands(tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "moteinnkalling", KOMMUNE)
    known = {"gjelder": "2026/3101", "saker": [{"sak": "Trivsel"}, {"sak": "Per Hansen: autisme"}, {"sak": "ADHD"}]}
    problems = example(form, tmp_path, **known, vedlegg=[{"tittel": "Rapport om Per Hansen"}]).problems
    told = [one.place.path for one in problems if one.code == "emnet-med-navn" and one.place]
    assert told == ["$[0].saker[1].sak", "$[0].saker[2].sak", "$[0].vedlegg[0].tittel"]


def test_a_rule_for_some_records_points_at_what_it_is_about(tmp_path: Path) -> None:
    """And not at the answer by which it concerns the record."""
    form = load_form(TEMPLATES / "henvisning-niva2", KOMMUNE)
    parent = {"navn": "Kari Lie", "rolle": "mor", "foreldreansvar": "ja", "bor_hos": "ja"}
    problems = example(form, tmp_path, foresatte=[parent]).problems
    assert [one.place.path for one in problems if one.code == "bare-en-forelder" and one.place] == [
        "$[0].foresatte[0].navn"
    ]
