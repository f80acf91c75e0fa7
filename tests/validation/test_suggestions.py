"""Rows that a form suggests: in drafts alone, where a record has none, and told as missing where they lack something."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.errors import DefinitionError
from skjema.records.input import Input
from skjema.validation.check import RecordChecker
from skjema.validation.checked import CheckedRecord
from tests.drawing import TEMPLATES, TODAY, field, form_of
from tests.sample_files import KOMMUNE

GROUP = """[[section.field]]
id = "lover"
type = "group"
label = { nb = "Lov", nn = "Lov" }
min = 1
[[section.field.field]]
id = "lov"
type = "text"
label = { nb = "Lov", nn = "Lov" }
[[section.field.field]]
id = "nr"
type = "integer"
label = { nb = "Nr.", nn = "Nr." }
required = true
"""
BOTH = """[[section.field.suggest]]
values = { lov = "Alles lov", nr = "1" }
[[section.field.suggest]]
relevant = "slag == 'skole'"
values = { lov = { nb = "Skolens lov", nn = "Lova for skulen" } }
"""


def on(form: Form, folder: Path, *, draft: bool = True, **values: Any) -> CheckedRecord:
    file = folder / "data.json"
    file.write_text(json.dumps([{"navn": "A", **values}]), "utf-8")
    data = Input(form, [file], "ask")
    return next(RecordChecker(form, TODAY, frozenset(data.missing_columns), draft=draft).check(one) for one in data)


def form_with(folder: Path, suggest: str = BOTH) -> Form:
    return form_of(
        folder,
        field("navn"),
        field("slag"),
        GROUP.replace('id = "nr"', 'id = "tall"'),
        suggest.replace("nr =", "tall ="),
    )


def test_a_draft_without_rows_has_those_that_concern_it_and_says_what_they_lack(tmp_path: Path) -> None:
    form = form_with(tmp_path)
    school = on(form, tmp_path, slag="skole")
    assert [(row["lov"], row["tall"]) for row in school.values["lover"]] == [("Alles lov", 1), ("Skolens lov", None)]
    assert [slot.name for slot in school.missing] == ["lover.2.tall"]
    other = on(form, tmp_path, slag="annet")
    assert [row["lov"] for row in other.values["lover"]] == ["Alles lov"]
    assert not other.problems


def test_they_are_in_the_language_of_the_paper(tmp_path: Path) -> None:
    form = form_with(tmp_path).with_common_values("nn")
    assert [row["lov"] for row in on(form, tmp_path, slag="skole").values["lover"]] == ["Alles lov", "Lova for skulen"]


def test_what_is_written_stands_and_nothing_is_suggested_beside_it(tmp_path: Path) -> None:
    form = form_with(tmp_path)
    assert [row["lov"] for row in on(form, tmp_path, lover=[{"lov": "Vår egen", "tall": 3}]).values["lover"]] == [
        "Vår egen"
    ]


def test_without_draft_nothing_is_guessed(tmp_path: Path) -> None:
    checked = on(form_with(tmp_path), tmp_path, draft=False, slag="skole")
    assert checked.values["lover"] == []
    assert [one.code for one in checked.problems] == ["group-too-few"]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ('{ lovv = "A" }', "name-unknown"),
        ('{ tall = "mange" }', "suggestion-unfit"),
        ('{ lov = { en = "A" } }', "text-missing"),
    ],
)
def test_what_cannot_be_written_there_is_a_fault_of_the_definition(tmp_path: Path, values: str, code: str) -> None:
    with pytest.raises(DefinitionError) as told:
        form_with(tmp_path, f"[[section.field.suggest]]\nvalues = {values}\n")
    assert [one.code for one in told.value.problems] == [code]


@pytest.mark.parametrize(
    ("kind", "law"),
    [
        ("barnehage", "Barnehageloven"),
        ("skole", "Opplæringslova"),
        ("helse", "Helse- og omsorgstjenesteloven"),
        ("nav", "Nav-loven"),
    ],
)
def test_a_skeleton_of_a_plan_has_the_laws_of_its_kind_of_unit_and_the_three_areas(
    tmp_path: Path, kind: str, law: str
) -> None:
    plan = load_form(TEMPLATES / "virksomhetsplan", KOMMUNE)
    file = tmp_path / "unit.json"
    file.write_text(
        json.dumps([{"enhet_navn": "Enhet", "plan_niva": "enhet", "ar": 2027, "enhetstype": kind}]), "utf-8"
    )
    data = Input(plan, [file], "ask")
    (checked,) = [RecordChecker(plan, date(2026, 8, 3), draft=True).check(one) for one in data]
    listed = [row["navn"] for row in checked.values["planverk"]]
    assert law in listed
    assert {"Forvaltningsloven", "Personopplysningsloven", "Kommunens samhandlingsplan"} <= set(listed)
    assert [row["fokusomrade"] for row in checked.values["mal"]] == ["folkehelse", "foreldrestotte", "tidlig_innsats"]
    assert {one.code for one in checked.problems} <= {"required-empty", "group-too-few"}
