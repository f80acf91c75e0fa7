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
        form_of("samtykke-samarbeid"), tmp_path, samtykke_form="muntlig_nedtegnet", gitt_av="Begge foreldrene",
        nedtegnet_av="Kari Nes", nedtegnet_rolle="Kontaktlærer", nedtegnet_dato=day,
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


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"id": "miljoterapeut", "area": "skole"}, []),
        ({"id": "rus_psykiatri", "area": "helse"}, ["constraint"]),
        ({"id": "rus_psykiatri"}, ["constraint"]),
        ({"id": "bup"}, ["constraint"]),
        ({"id": "ppt"}, []),
    ],
)
def test_a_service_of_the_municipalitys_own_has_an_area(
    row: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    """A pupil of 15 signs alone for school and PPT; what else is ticked takes the parents, whoever made the list."""
    area = f', area = "{row["area"]}"' if "area" in row else ""
    label = 'label = { nb = "Tjeneste", nn = "Teneste", en = "Service" }'
    school = 'label = { nb = "Skole", nn = "Skule", en = "School" }'
    rows = f'[{{ id = "skole", {school} }}, {{ id = "{row["id"]}", {label}{area} }}]'
    (tmp_path / "kommune.toml").write_text(f"[rows]\ntjenester = {rows}\n", "utf-8")
    form = load_form(TEMPLATES / "samtykke-samarbeid", tmp_path / "kommune.toml")
    ticked = {"skole": {"kryss": True}, row["id"]: {"kryss": True}}
    known = {"barn_fodselsdato": "2011-11-15", "gjelder_rolle": "ungdom", "rettsomrade": ["skole", "ppt"]}
    record = example(form, tmp_path, tjenester=ticked, **known)
    assert [one for one in codes(record) if one == "constraint"] == expected


@pytest.mark.parametrize(
    ("born", "role", "expected"),
    [
        ("2012-11-23", "forelder", []),
        ("2011-11-22", "forelder", ["ungdom-kan-ha-samtykket"]),
        ("2011-11-22", "fosterforelder", ["ungdom-kan-ha-samtykket"]),
        ("2011-11-22", "selv", []),
        ("2012-11-23", "selv", ["for-ung-til-a-trekke"]),
        ("2018-05-02", "institusjon", []),
        ("2008-11-22", "fosterforelder", ["myndig-trekker-selv"]),
    ],
)
def test_whoever_gave_a_consent_withdraws_it(born: str, role: str, expected: list[str], tmp_path: Path) -> None:
    record = example(
        form_of("samtykke-tilbaketrekking"), tmp_path, barn_fodselsdato=born, trekkes_av_rolle=role,
        samtykke_dato="2026-11-01",
    )  # fmt: skip
    assert codes(record) == expected


@pytest.mark.parametrize("other", ["ja", "alene"])
def test_nobody_has_responsibility_alone_beside_another(other: str, tmp_path: Path) -> None:
    form = form_of("samtykke-overgang")
    parents: Any = example_records(form)[0]["foresatte"]
    known = [parents[0] | {"foreldreansvar": "alene"}, parents[1] | {"foreldreansvar": other}]
    assert "alene-og-en-til" in codes(example(form, tmp_path, foresatte=known))
    known[1]["foreldreansvar"] = "nei"
    assert "alene-og-en-til" not in codes(example(form, tmp_path, foresatte=known))


def test_a_pupil_of_age_is_referred_without_parents(tmp_path: Path) -> None:
    form = form_of("henvisning-ppt")
    known = {"henvisning_gjelder": "videregaende", "barn_fodselsdato": "2008-03-02", "foresatte": None}
    record = example(form, tmp_path, barnevern_omsorg=None, **known)
    assert {"group-too-few", "required-empty"}.isdisjoint(codes(record))
    record = example(form, tmp_path, **known | {"henvisning_gjelder": "voksen"}, barnevern_omsorg=None)
    assert "required-empty" not in codes(record)
    assert {"hjemmel_skole", "foresatte"} <= record.hidden
    assert "hjemmel_voksen" not in record.hidden


@pytest.mark.parametrize(("born", "is_told"), [("2011-11-15", True), ("2010-11-15", False)])
def test_one_who_is_pregnant_and_under_sixteen_may_need_her_parents(born: str, is_told: bool, tmp_path: Path) -> None:
    form = form_of("meldeskjema-ke")
    role = next(one.id for one in form.fields["gjelder_rolle"].choices if one.id not in ("barn", "voksen"))
    record = example(form, tmp_path, gjelder_rolle=role, barn_fodselsdato=born)
    assert ("under-16-alene" in codes(record)) is is_told


def test_an_address_that_may_be_hidden_is(tmp_path: Path) -> None:
    """Nobody need guess: what isn't known stays off the paper, and that is told."""
    form = form_of("bekymringsmelding")
    children: Any = example_records(form)[0]["barn"]
    known = [children[0] | {"skjult_adresse": None, "adresse": "Skogveien 3", "postnr": "8200", "poststed": "Fauske"}]
    record = example(form, tmp_path, barn=known)
    assert codes(record).count("skjult-adresse-ubesvart") == 1
    assert not [one for one in record.problems if one.severity == "error"]
    assert all(row["adresse"] is None for row in record.values["barn"])


@pytest.mark.parametrize("name", ["henvisning-ppt", "bekymringsmelding", "stafettlogg"])
def test_a_number_is_no_name(name: str, tmp_path: Path) -> None:
    form = form_of(name)
    number = form.key[0]
    assert "nummeret-med-navn" in codes(example(form, tmp_path, **{number: "Per Hansen"}))
    assert "nummeret-med-navn" not in codes(example(form, tmp_path, **{number: "HV 2026/014-2"}))


def test_each_kind_of_unit_has_a_skeleton(tmp_path: Path) -> None:
    form = form_of("virksomhetsplan")
    kinds = ("Barneskole", "Ungdomsskule", "PP-tjenesten", "NAV-kontor", "Hjemmetjenesten", "Kulturskole", "Sjukeheim")
    for kind in kinds:
        record = example(form, tmp_path, enhetstype=kind)
        assert "choice-unknown" not in codes(record), kind
        assert record.values["enhetstype"], kind
