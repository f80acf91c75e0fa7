"""Who signs and who is heard, by age and field: the rules of the two consents, each as a small story."""

from datetime import date
from pathlib import Path

import pytest

from skjema.definition.example import example_records
from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.validation.checked import CheckedRecord
from tests.drawing import TEMPLATES, example, from_json, is_sound


def codes(record: CheckedRecord) -> list[str]:
    return [problem.code for problem in record.problems]


def born(age: int) -> str:
    """A day on which somebody turned `age` a week before the tests' today."""
    return date(2026 - age, 11, 15).isoformat()


def lines_to_sign(record: CheckedRecord) -> dict[str, int]:
    return {
        name: len(names) for name, names in record.signers.items() if names and name != "underskrift_tilbaketrekking"
    }


@pytest.mark.parametrize(
    ("age", "fields", "lines"),
    [
        (8, ["skole"], {"underskrift_foresatt": 2}),
        (14, ["skole", "helse"], {"underskrift_foresatt": 2}),
        (15, ["skole", "ppt"], {"underskrift_ungdom": 1, "kjennskap_foresatt": 2}),
        (15, ["skole"], {"underskrift_ungdom": 1, "kjennskap_foresatt": 2}),
        (15, ["skole", "helse"], {"underskrift_foresatt": 2, "underskrift_ungdom": 1}),
        (15, ["barnevern"], {"underskrift_foresatt": 2, "underskrift_ungdom": 1}),
        (16, ["helse"], {"underskrift_ungdom": 1}),
        (16, ["skole", "helse"], {"underskrift_ungdom": 1}),
        (16, ["skole", "nav"], {"underskrift_foresatt": 2, "underskrift_ungdom": 1}),
        (17, ["barnevern", "skole"], {"underskrift_foresatt": 2, "underskrift_ungdom": 1}),
    ],
)
def test_who_signs_by_age_and_field(
    samarbeid: Form, tmp_path: Path, age: int, fields: list[str], lines: dict[str, int]
) -> None:
    role = "barn" if age < 13 else "ungdom"
    record = example(samarbeid, tmp_path, barn_fodselsdato=born(age), rettsomrade=fields, gjelder_rolle=role)
    assert lines_to_sign(record) == lines
    assert is_sound(record)


def test_the_office_may_decide_otherwise(samarbeid: Form, tmp_path: Path) -> None:
    record = example(
        samarbeid,
        tmp_path,
        barn_fodselsdato=born(14),
        gjelder_rolle="ungdom",
        rettsomrade=["helse"],
        ungdom_bestemmer=True,
    )
    assert lines_to_sign(record) == {"underskrift_ungdom": 1}
    record = example(
        samarbeid,
        tmp_path,
        barn_fodselsdato=born(16),
        gjelder_rolle="ungdom",
        rettsomrade=["helse"],
        ungdom_bestemmer=False,
    )
    assert lines_to_sign(record) == {"underskrift_foresatt": 2, "underskrift_ungdom": 1}


@pytest.mark.parametrize(
    ("parents", "lines", "expected"),
    [
        ([("Kari", "mor", "ja"), ("Per", "far", "ja")], 2, []),
        ([("Kari", "mor", "ja"), ("Per", "far", "nei")], 1, []),
        ([("Kari", "mor", "ja"), ("Per", "far", "ukjent")], 2, ["foreldreansvar-ukjent"]),
        ([("Kari", "mor", "nei"), ("Per", "far", "nei")], 0, ["ingen-kan-samtykke"]),
        ([("Kari", "mor", "ja")], 1, ["bare-en-forelder"]),
        ([("Barnevernet", "barnevernstjenesten", None), ("Kari", "mor", "nei")], 1, []),
        ([("Barnevernet", "barnevernstjenesten", None), ("Kari", "mor", "ja")], 1, ["required-empty"]),
    ],
)
def test_only_those_with_parental_responsibility_sign(
    samarbeid: Form, tmp_path: Path, parents: list[tuple[str, str, str | None]], lines: int, expected: list[str]
) -> None:
    rows = [{"navn": name, "rolle": role, "foreldreansvar": answer} for name, role, answer in parents]
    record = example(samarbeid, tmp_path, foresatte=rows)
    assert len(record.signers["underskrift_foresatt"]) == lines
    assert codes(record) == expected


def test_no_parent_at_all_is_a_fault_for_a_child_and_none_for_an_adult(samarbeid: Form, tmp_path: Path) -> None:
    assert codes(example(samarbeid, tmp_path, foresatte=None)) == ["group-too-few"]
    adult = example(
        samarbeid, tmp_path, foresatte=None, gjelder_rolle="voksen", barn_fodselsdato=born(30), barn_barnehage_skole=None,
        barn_avdeling_trinn=None, barn_informert=None, barn_hort=None, barn_hort_dato=None, barn_synspunkt=None, barn_vekt=None,
    )  # fmt: skip
    assert codes(adult) == []
    assert lines_to_sign(adult) == {"underskrift_voksen": 1}
    assert {"medvirkning", "foresatte", "barn_hort"} <= adult.hidden


@pytest.mark.parametrize(
    ("age", "code"), [(5, "barn-under-7-ikke-hort"), (6, "barn-under-7-ikke-hort"), (7, "barn-over-7-ikke-hort")]
)
def test_a_child_of_seven_must_have_been_heard(samarbeid: Form, tmp_path: Path, age: int, code: str) -> None:
    record = example(
        samarbeid, tmp_path, barn_fodselsdato=born(age), barn_hort=False, barn_hort_dato=None, barn_synspunkt=None, barn_vekt=None,
        barn_ikke_hort_grunn="Barnet var sykt.",
    )  # fmt: skip
    assert codes(record) == [code]
    assert is_sound(record) == (age < 7)


def test_why_a_child_was_not_heard_must_be_said(samarbeid: Form, tmp_path: Path) -> None:
    record = example(
        samarbeid,
        tmp_path,
        barn_fodselsdato=born(5),
        barn_hort=False,
        barn_hort_dato=None,
        barn_synspunkt=None,
        barn_vekt=None,
    )
    assert codes(record) == ["required-empty", "barn-under-7-ikke-hort"]


@pytest.mark.parametrize(("age", "expected"), [(11, []), (12, ["required-empty"])])
def test_from_twelve_the_weight_of_the_childs_view_is_written_down(
    samarbeid: Form, tmp_path: Path, age: int, expected: list[str]
) -> None:
    assert codes(example(samarbeid, tmp_path, barn_fodselsdato=born(age), barn_vekt=None)) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2026-12-01", "2027-11-30", []),
        ("2026-12-01", "2027-12-02", ["samtykke-for-langt"]),
        ("2026-12-01", "2026-12-01", ["constraint"]),
        ("2026-01-01", "2026-11-21", ["samtykke-utlopt"]),
        ("2026-12-01", None, ["required-empty"]),
    ],
)
def test_a_consent_has_an_end_and_not_too_late(
    samarbeid: Form, tmp_path: Path, first: str, last: str | None, expected: list[str]
) -> None:
    assert codes(example(samarbeid, tmp_path, samtykke_fra=first, samtykke_til=last)) == expected


def test_a_consent_names_at_least_two_services_and_a_purpose(samarbeid: Form, tmp_path: Path) -> None:
    assert codes(example(samarbeid, tmp_path, tjenester={"skole": {"kryss": True}})) == ["minst-to-tjenester"]
    assert codes(example(samarbeid, tmp_path, formal="Samarbeid")) == ["constraint"]
    assert codes(example(samarbeid, tmp_path, opplysninger=["annet"])) == ["required-empty"]


def test_an_oral_consent_is_written_down_and_not_signed(samarbeid: Form, tmp_path: Path) -> None:
    record = example(samarbeid, tmp_path, samtykke_form="muntlig_nedtegnet")
    assert codes(record) == ["required-empty"] * 4
    assert lines_to_sign(record) == {}
    assert "nedtegnet_av" not in record.hidden


def test_a_person_under_sixteen_is_no_adult(samarbeid: Form, tmp_path: Path) -> None:
    assert "rolle-alder" in codes(example(samarbeid, tmp_path, gjelder_rolle="voksen"))


def test_identity_numbers_are_off_unless_the_municipality_turns_them_on(
    samarbeid: Form, overgang: Form, tmp_path: Path
) -> None:
    record = example(samarbeid, tmp_path, barn_fnr="14832075036")
    assert codes(record) == ["not-relevant"]
    assert "barn_fnr" in record.hidden
    assert overgang.settings["bruk_fodselsnummer"] is False


@pytest.mark.parametrize(("year", "expected"), [(2027, []), (2026, ["skolestart-alder"]), (2028, ["skolestart-alder"])])
def test_school_starts_the_year_a_child_turns_six(
    overgang: Form, tmp_path: Path, year: int, expected: list[str]
) -> None:
    assert codes(example(overgang, tmp_path, skolestart_ar=year)) == expected


def test_the_deadline_of_the_transition_form_must_lie_ahead(overgang: Form, tmp_path: Path) -> None:
    assert codes(example(overgang, tmp_path, frist_retur="2026-11-21")) == ["constraint"]


def test_a_plan_must_name_laws_in_force_and_goals_that_exist(plan: Form, tmp_path: Path) -> None:
    laws = [
        {"navn": "Samhandlingsplan", "slag": "intern"},
        {"navn": "Barnevernloven", "slag": "lov", "lovdata_id": "LOV-1992-07-17-100"},
    ]
    assert codes(example(plan, tmp_path, planverk=laws)) == ["law-repealed"]
    assert codes(example(plan, tmp_path, planverk=laws[:1])) == ["minst-en-lov"]
    assert codes(example(plan, tmp_path, ar=2030)) == ["ar-i-perioden", "frist-utenfor-aret"]
    record = example_records(plan)[0]
    record["tiltak"][0]["til_mal"] = "9"
    assert codes(example(plan, tmp_path, tiltak=record["tiltak"])) == ["constraint"]


@pytest.mark.parametrize(
    ("role", "written", "told"),
    [
        ("mor", "Mor alene", []), ("far", "Far alene", []), ("far", "Mor alene", ["answer-of-other"]),
        ("mor", "far åleine", ["answer-of-other"]), (None, "Mor alene", ["answer-of-other"]), (None, "Alene", []),
    ],
)  # fmt: skip
def test_an_answer_that_names_a_parent_is_no_other_parents(
    tmp_path: Path, role: str | None, written: str, told: list[str]
) -> None:
    """A father was printed as the only one to consent where the list said that the mother is."""
    form = load_form(TEMPLATES / "samtykke-foto", None)
    guardian = {"navn": "Per Lie", "rolle": role, "foreldreansvar": written}
    (record,) = from_json(
        form, tmp_path, {"barn_navn": "Kari Lie", "barn_fodselsdato": "21.03.2016", "foresatte": [guardian]}
    )
    assert [one for one in codes(record) if one in ("answer-of-other", "choice-unknown")] == told
    assert record.values["foresatte"][0]["foreldreansvar"] == (None if told else "alene")


def test_a_purpose_that_says_only_cooperation_is_told(tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "samtykke-samarbeid")
    told = "formal-sier-ikke-hva"
    assert told in codes(example(form, tmp_path, formal="Tverrfaglig samarbeid"))
    assert told not in codes(example(form, tmp_path, formal="Tverrfaglig samarbeid om lesing"))


def test_a_consent_for_nearly_every_service_is_told(tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "samtykke-samarbeid")
    ticked = {row.id: {"kryss": True} for row in form.groups["tjenester"].row if row.id != "andre"}
    assert "nesten-alle-tjenester" in codes(example(form, tmp_path, tjenester=ticked))
    del ticked["nav"]
    assert "nesten-alle-tjenester" not in codes(example(form, tmp_path, tjenester=ticked))
