"""Who signs where the child welfare service has the care, and from 18: on every form that has lines for parents."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from skjema.definition.example import example_records
from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.problems import Severity
from skjema.validation.checked import CheckedRecord
from tests.drawing import TEMPLATES, example, from_json, is_sound
from tests.sample_files import KOMMUNE

FAMILY = [
    {"navn": "Mona Jahr", "rolle": "mor", "foreldreansvar": "ja"},
    {"navn": "Fos Ter", "rolle": "fosterforelder", "foreldreansvar": "nei"},
    {"navn": "Barnevernet", "rolle": "barnevernstjenesten"},
]
LINES = {
    "samtykke-samarbeid": "underskrift_foresatt",
    "samtykke-overgang": "underskrift_foresatt",
    "samtykke-foto": "underskrift_foresatt",
    "individuell-plan": "underskrift_foresatt",
    "henvisning-niva2": "kjennskap_foresatt",
    "henvisning-bup": "samtykke_foresatt",
    "meldeskjema-ke": "samtykke_foresatt",
}
"""The lines of the parents on each form."""
ADULT = date(2008, 11, 22).isoformat()
DAY_BEFORE = date(2008, 11, 23).isoformat()


def form_of(name: str) -> Form:
    return load_form(TEMPLATES / name, KOMMUNE)


def codes(record: CheckedRecord) -> list[str]:
    return [problem.code for problem in record.problems]


def cared_for(name: str, folder: Path, **changes: Any) -> CheckedRecord:
    more: dict[str, Any] = {"samtykker": "barnevern"} if name == "henvisning-bup" else {}
    return example(form_of(name), folder, foresatte=FAMILY, barnevern_omsorg=True, **more, **changes)


@pytest.mark.parametrize("name", LINES)
def test_the_service_and_the_foster_parents_sign_for_a_child_in_care(name: str, tmp_path: Path) -> None:
    record = cared_for(name, tmp_path)
    assert record.signers[LINES[name]] == ("Fos Ter", "Barnevernet")
    assert is_sound(record)


@pytest.mark.parametrize("name", sorted(LINES.keys() - {"henvisning-bup"}))
def test_with_the_parents_they_do_where_nobody_has_taken_over(name: str, tmp_path: Path) -> None:
    record = example(form_of(name), tmp_path, foresatte=FAMILY, barnevern_omsorg=False)
    assert record.signers[LINES[name]] == ("Mona Jahr",)


@pytest.mark.parametrize("name", ["samtykke-samarbeid", "samtykke-overgang", "samtykke-foto", "individuell-plan"])
def test_who_has_the_care_is_asked_only_where_somebody_else_than_parents_is_listed(name: str, tmp_path: Path) -> None:
    assert "required-empty" in codes(example(form_of(name), tmp_path, foresatte=FAMILY))
    assert "required-empty" not in codes(example(form_of(name), tmp_path, foresatte=FAMILY[:1]))


@pytest.mark.parametrize("name", ["samtykke-overgang", "samtykke-foto", "individuell-plan", "henvisning-niva2"])
def test_a_service_without_parental_responsibility_can_consent_in_care_and_not_else(name: str, tmp_path: Path) -> None:
    service = [{"navn": "Barnevernet", "rolle": "barnevernstjenesten", "foreldreansvar": "nei"}]
    in_care = example(form_of(name), tmp_path, foresatte=service, barnevern_omsorg=True)
    assert not {"ingen-kan-samtykke", "uten-omsorg-kan-ingen-samtykke"} & set(codes(in_care))
    elsewhere = example(form_of(name), tmp_path, foresatte=service, barnevern_omsorg=False)
    assert "uten-omsorg-kan-ingen-samtykke" in codes(elsewhere)


@pytest.mark.parametrize("name", ["samtykke-overgang", "individuell-plan", "henvisning-niva2", "samtykke-foto"])
def test_one_parent_alone_is_asked_for_the_other(name: str, tmp_path: Path) -> None:
    assert "bare-en-forelder" in codes(example(form_of(name), tmp_path, foresatte=FAMILY[:1], barnevern_omsorg=False))
    both = [FAMILY[0], {"navn": "Fredrik Jahr", "rolle": "far", "foreldreansvar": "ja"}]
    assert "bare-en-forelder" not in codes(example(form_of(name), tmp_path, foresatte=both, barnevern_omsorg=False))


@pytest.mark.parametrize(
    ("name", "own"),
    [("samtykke-foto", "underskrift_ungdom"), ("samtykke-samarbeid", "underskrift_ungdom"),
     ("henvisning-niva2", "kjennskap_ungdom")],
)  # fmt: skip
def test_from_eighteen_only_the_person_signs(name: str, own: str, tmp_path: Path) -> None:
    more: dict[str, Any] = {"gjelder_rolle": "ungdom", "rettsomrade": ["nav"]} if name == "samtykke-samarbeid" else {}
    adult = example(form_of(name), tmp_path, barn_fodselsdato=ADULT, **more)
    assert (adult.signers[LINES[name]], len(adult.signers[own])) == ((), 1)
    assert {"myndig-som-barn", "myndig-pa-bildene", "team-passer-ikke-alder"} & set(codes(adult))
    child = example(form_of(name), tmp_path, barn_fodselsdato=DAY_BEFORE, **more)
    assert len(child.signers[LINES[name]]) == 2


@pytest.mark.parametrize(
    ("name", "role", "line"),
    [("individuell-plan", {}, "underskrift_verge"), ("meldeskjema-ke", {"gjelder_rolle": "voksen"}, "samtykke_verge"),
     ("samtykke-samarbeid", {"gjelder_rolle": "voksen"}, "underskrift_verge")],
)  # fmt: skip
def test_an_adult_s_guardian_has_a_line_where_there_is_one(
    name: str, role: dict[str, str], line: str, tmp_path: Path
) -> None:
    adult = example(form_of(name), tmp_path, barn_fodselsdato=ADULT, verge_navn="Vera Vik", **role)
    assert adult.signers[line] == ("Vera Vik",)
    assert example(form_of(name), tmp_path, barn_fodselsdato=ADULT, **role).signers[line] == ()
    child = example(form_of(name), tmp_path, barn_fodselsdato=DAY_BEFORE, verge_navn="Vera Vik", **role)
    assert child.signers[line] == ()


def test_the_office_cant_let_parents_sign_for_an_adult(tmp_path: Path) -> None:
    record = example(
        form_of("samtykke-samarbeid"), tmp_path, barn_fodselsdato=ADULT, gjelder_rolle="barn", ungdom_bestemmer=False
    )
    assert (record.signers["underskrift_foresatt"], record.signers["kjennskap_foresatt"]) == ((), ())


@pytest.mark.parametrize(("age", "told"), [(16, False), (17, True)])
def test_a_referral_warns_of_ages_beyond_the_school(age: int, told: bool, tmp_path: Path) -> None:
    born = date(2026 - age, 11, 20).isoformat()
    record = example(form_of("henvisning-niva2"), tmp_path, barn_fodselsdato=born, kompetanseteam="skole")
    assert ("team-passer-ikke-alder" in codes(record)) is told


@pytest.mark.parametrize(
    ("born", "day", "team", "told"),
    [
        ("2020-12-30", "2026-08-20", "skole", False),  # five years old, and at school since Monday
        ("2021-01-02", "2026-08-20", "skole", True),
        ("2020-01-02", "2026-05-04", "barnehage", False),  # six years old, and at kindergarten until August
        ("2019-12-30", "2026-05-04", "barnehage", True),
    ],
)
def test_a_team_is_told_by_the_year_in_which_a_child_begins_at_school(
    born: str, day: str, team: str, told: bool, tmp_path: Path
) -> None:
    changes = {"barn_fodselsdato": born, "henvisning_dato": day, "kompetanseteam": team}
    record = example(form_of("henvisning-niva2"), tmp_path, **changes)
    assert ("team-passer-ikke-alder" in codes(record)) is told


@pytest.mark.parametrize(
    ("age", "team", "told"),
    [(6, "barnehage", False), (7, "barnehage", True), (5, "skole", False), (4, "skole", True), (17, "skole", True)],
)
def test_an_age_alone_may_be_of_either_year(age: int, team: str, told: bool, tmp_path: Path) -> None:
    record = {
        **example_records(form_of("henvisning-niva2"))[2],
        "anonym": True,
        "barn_alder": age,
        "kompetanseteam": team,
    }
    (checked,) = from_json(form_of("henvisning-niva2"), tmp_path, record)
    assert ("team-passer-ikke-alder" in codes(checked)) is told


@pytest.mark.parametrize("name", sorted(set(LINES) - {"individuell-plan", "henvisning-niva2"} | {"henvisning-ppt"}))
def test_a_service_that_has_the_care_and_is_not_listed_is_one_fault(name: str, tmp_path: Path) -> None:
    family = [one for one in FAMILY if one["rolle"] == "mor"]
    changes: dict[str, Any] = {"barnevern_omsorg": True, "foresatte": family, "barn_fodselsdato": "2017-05-01"}
    if name == "henvisning-bup":
        changes["samtykker"] = "barnevern"
    told = [one.code for one in example(form_of(name), tmp_path, **changes).problems if one.severity is Severity.ERROR]
    assert told == ["omsorg-uten-barnevern"]
