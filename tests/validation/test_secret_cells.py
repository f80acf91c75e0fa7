"""Cells that say more than their field asks for, and columns that say whose address is protected."""

from pathlib import Path

import pytest

from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.wording import LANGUAGES
from tests.drawing import TEMPLATES, checked, from_json

CHILD = {
    "barn_navn": "Kari Berg", "barn_fodselsdato": "21.03.2021", "barnehage_navn": "Sol", "skole_navn": "Vika",
    "skolestart_ar": 2027, "frist_retur": "15.01.2027", "retur_til": "Sol",
    "foresatte": [{"navn": "Mari Berg", "rolle": "mor", "foreldreansvar": "ja"}],
}  # fmt: skip
NUMBER = "14832075036"
NOT_ASKED = ("required-empty", "bare-en-forelder")  # what kommune.toml gives, and a rule of the form


@pytest.fixture(scope="module")
def overgang() -> Form:
    return load_form(TEMPLATES / "samtykke-overgang", None)


def told(form: Form, folder: Path, **values: object) -> list[str]:
    (one,) = from_json(form, folder, CHILD | values)
    assert NUMBER not in str([problem.text(language) for problem in one.problems for language in LANGUAGES])
    return [problem.code for problem in one.problems if problem.code not in NOT_ASKED]


@pytest.mark.parametrize(
    "text",
    ["SPERRET ADRESSE, KODE 6", "Adressesperre kode 7 - Nesveien 1", "Hemmelig adresse", "strengt fortrolig", "Adressen er sperret", "Gradert adresse"],
)  # fmt: skip
def test_an_address_that_says_that_it_is_protected_is_an_error(text: str, overgang: Form, tmp_path: Path) -> None:
    assert "address-protected" in told(overgang, tmp_path, barn_adresse=text)
    guardian = {"navn": f"Mari Berg ({text})", "rolle": "mor", "foreldreansvar": "ja"}
    assert told(overgang, tmp_path, foresatte=[guardian]) == ["address-protected"]


@pytest.mark.parametrize("text", ["SPERRET", "Fortrolig", "(hemmelig)", "SPSF", "Skjermet.", "Adresse sperret"])
@pytest.mark.parametrize("field", ["barn_adresse", "barn_poststed"])
def test_a_word_in_the_place_of_an_address_says_so_too(text: str, field: str, overgang: Form, tmp_path: Path) -> None:
    assert told(overgang, tmp_path, **{field: text}) == ["address-protected"]
    assert told(overgang, tmp_path, retur_til=text) == []


@pytest.mark.parametrize("text", ["Hemmeligheten 6", "Kodeveien 6", "Skjermveien 7", "Fortroligheten 2", "Nesveien 6"])
def test_ordinary_addresses_say_nothing_of_it(text: str, overgang: Form, tmp_path: Path) -> None:
    assert told(overgang, tmp_path, barn_adresse=text) == []


@pytest.mark.parametrize("field", ["barn_navn", "barnehage_navn", "retur_til"])
@pytest.mark.parametrize("written", [f"Kari Nes {NUMBER}", "Sol 148320 75036", f"Vik ({NUMBER})"])
def test_an_identity_number_in_another_field_is_told_and_not_shown(
    field: str, written: str, overgang: Form, tmp_path: Path
) -> None:
    assert told(overgang, tmp_path, **{field: written}) == ["number-personal"]


def test_a_value_that_is_none_is_told_once_and_not_shown(overgang: Form, tmp_path: Path) -> None:
    assert told(overgang, tmp_path, barn_fodselsdato=NUMBER) == ["date-form"]
    assert told(overgang, tmp_path, retur_til="Sak 14832075037") == []  # no number of anybody's


@pytest.mark.parametrize(
    ("heading", "value", "codes"),
    [
        ("Gradering", "6", ["heading-protected"]), ("Skjermet", "ja", ["heading-protected"]), ("Adressekode", "6", ["heading-protected"]),
        ("Kode 6/7", "x", ["heading-protected"]), ("Mor sperret adresse", "ja", ["heading-protected"]), ("Sperrekode barn", "7", ["heading-protected"]),
        ("Gradering", "Ugradert", []), ("Skjermet", "nei", []), ("Skjermet avdeling", "ja", []), ("Kode", "6", []),
    ],
)  # fmt: skip
def test_a_column_that_says_whose_address_is_protected_may_not_go_unread(
    heading: str, value: str, codes: list[str], overgang: Form, tmp_path: Path
) -> None:
    columns = {
        "Navn": "Kari Berg",
        "Født": "21.03.2021",
        "Mor": "Mari Berg",
        "Mor foreldreansvar": "ja",
        heading: value,
    }
    (tmp_path / "a.csv").write_text(";".join(columns) + "\n" + ";".join(columns.values()), "utf-8")
    problems = checked(overgang, tmp_path / "a.csv")[1]
    assert [one.code for one in problems if one.code == "heading-protected"] == codes


def test_one_protected_address_is_told_once(overgang: Form, tmp_path: Path) -> None:
    values = {
        "barn_adressesperre": "Kode 6",
        "barn_adresse": "Nesveien 1",
        "barn_postnr": "0150",
        "barn_poststed": "Oslo",
    }
    assert told(overgang, tmp_path, **values) == ["adressen-er-sperret"]


@pytest.mark.parametrize(("written", "is_one"), [(14832075036, True), (14832075036.0, True), (14832075037, False)])
def test_an_identity_number_as_a_number_is_told_too(
    written: float, is_one: bool, overgang: Form, tmp_path: Path
) -> None:
    assert ("number-personal" in told(overgang, tmp_path, retur_til=written)) == is_one
