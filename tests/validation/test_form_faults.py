"""Faults of single forms that printed a wrong paper: consents open to anybody, years that are none, plans without a base."""

from pathlib import Path
from typing import Any

import pytest

from skjema.definition.example import example_records
from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.validation.checked import CheckedRecord
from tests.drawing import TEMPLATES, example
from tests.sample_files import KOMMUNE


def form_of(name: str) -> Form:
    return load_form(TEMPLATES / name, KOMMUNE)


def codes(record: CheckedRecord) -> list[str]:
    return [problem.code for problem in record.problems]


def services(**others: Any) -> dict[str, Any]:
    return {"skole": {"kryss": True}, "ppt": {"kryss": True}, "andre": others}


def test_a_consent_to_others_names_them(tmp_path: Path) -> None:
    form = form_of("samtykke-samarbeid")
    assert codes(example(form, tmp_path, tjenester=services(kryss=True))) == ["required-empty"]
    assert codes(example(form, tmp_path, tjenester=services(kryss=True, kontakt="Fysioterapeuten"))) == []
    assert codes(example(form, tmp_path, tjenester=services())) == []


def test_the_municipalitys_own_list_of_services_may_do_without_others(tmp_path: Path) -> None:
    (tmp_path / "kommune.toml").write_text(
        "[rows]\ntjenester = [{ id = 'skole', label = { nb = 'Skole', nn = 'Skule', en = 'School' } }]\n", "utf-8"
    )
    assert (
        load_form(TEMPLATES / "samtykke-samarbeid", tmp_path / "kommune.toml").groups["tjenester"].row[0].id == "skole"
    )


def test_an_interpreter_spoke_some_language(tmp_path: Path) -> None:
    form = form_of("samtykke-samarbeid")
    assert codes(example(form, tmp_path, tolk_brukt=True, sprak_informasjon=None)) == ["required-empty"]
    assert codes(example(form, tmp_path, tolk_brukt=True, sprak_informasjon="Polsk")) == []
    assert codes(example(form, tmp_path, tolk_brukt=False, sprak_informasjon=None)) == []


@pytest.mark.parametrize(("day", "expected"), [("2026-11-22", []), ("2026-11-23", ["constraint"])])
def test_an_oral_consent_was_written_down_before_today(day: str, expected: list[str], tmp_path: Path) -> None:
    record = example(
        form_of("samtykke-samarbeid"), tmp_path, samtykke_form="muntlig_nedtegnet", nedtegnet_av="Kari Nes",
        nedtegnet_rolle="Kontaktlærer", nedtegnet_dato=day,
    )  # fmt: skip
    assert codes(record) == expected


@pytest.mark.parametrize("name", ["samtykke-foto", "iop"])
@pytest.mark.parametrize(
    ("year", "is_good"), [("2026/2027", True), ("2026-2027", True), ("2026/2024", False), ("hest hest", False)]
)
def test_a_school_year_is_two_years_that_follow(name: str, year: str, is_good: bool, tmp_path: Path) -> None:
    assert ("constraint" not in codes(example(form_of(name), tmp_path, skolear=year))) is is_good


def test_a_unit_plan_rests_on_the_plan_for_cooperation(tmp_path: Path) -> None:
    form = form_of("virksomhetsplan")
    rows = [row for row in example_records(form)[0]["planverk"] if "amhandling" not in row["navn"]]
    rows.append({"navn": "Oppvekstplanen", "slag": "intern"})
    assert "samhandlingsplan-mangler" in codes(example(form, tmp_path, planverk=rows))
    rows.append({"navn": "Samhandlingsplanen 2026-2030", "slag": "intern"})
    assert "samhandlingsplan-mangler" not in codes(example(form, tmp_path, planverk=rows))


def test_a_municipality_has_focus_areas_of_its_own(tmp_path: Path) -> None:
    own = "[choices]\nfokusomrader = [{ id = 'lesing', label = { nb = 'Lesing', nn = 'Lesing' } }]\n"
    (tmp_path / "kommune.toml").write_text(own, "utf-8")
    form = load_form(TEMPLATES / "virksomhetsplan", tmp_path / "kommune.toml")
    (area,) = [one for one in form.groups["mal"].field if one.id == "fokusomrade"]
    assert [choice.id for choice in area.choices] == ["lesing"]


def test_a_meeting_on_one_child_that_ended_without_tasks_is_told_of(tmp_path: Path) -> None:
    form = form_of("referat")
    assert "ingen-oppgaver" not in codes(example(form, tmp_path))
    assert "ingen-oppgaver" in codes(example(form, tmp_path, oppgaver=None))
    assert "ingen-oppgaver" not in codes(example(form, tmp_path, oppgaver=None, enkeltsak=False))
