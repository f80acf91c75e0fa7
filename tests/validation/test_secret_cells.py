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


@pytest.mark.parametrize(
    ("heading", "value", "sperre", "is_told"),
    [
        ("Merknad", "Kode 6", "", True), ("Info", "bor på skjult adresse, ring mor", "", True), ("", "Strengt fortrolig adresse", "", True),
        ("Merknad", "Kode 6", "Nei", False), ("Merknad", "Kode 6", "Kode 6", False), ("Merknad", "flyttet til ny adresse", "", False),
    ],
)  # fmt: skip
def test_a_remark_that_says_so_may_not_go_unread(
    heading: str, value: str, sperre: str, is_told: bool, overgang: Form, tmp_path: Path
) -> None:
    lines = f"Navn;Født;Mor;Mor foreldreansvar;{heading};Adressesperre\nKari Berg;21.03.2021;Mari Berg;ja;{value};{sperre}\n"
    (tmp_path / "a.csv").write_text(lines, "utf-8")
    (one,), _ = checked(overgang, tmp_path / "a.csv")
    assert ("cell-protected" in [problem.code for problem in one.problems]) == is_told


def test_a_key_that_says_so_may_not_go_unread(overgang: Form, tmp_path: Path) -> None:
    for values in ({"merknad": "Kode 6"}, {"gradering": "7"}, {"folkeregister": {"gradering": "strengt fortrolig"}}):
        assert "cell-protected" in told(overgang, tmp_path, **values)
        assert "cell-protected" not in told(overgang, tmp_path, barn_adressesperre="nei", **values)
    assert "cell-protected" not in told(overgang, tmp_path, gradering="Ugradert", merknad="Ny adresse", skjermet=False)


def test_a_role_of_somebody_who_is_written_to_says_so_too(tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "moteinnkalling", None)
    participants = [{"navn": "Mari Berg", "rolle": "Mor (kode 6)"}, {"navn": "Per Lie", "rolle": "Rektor"}]
    values = {"mote_nr": "1", "deltakere": participants, "saker": [{"sak": "Sperret adresse"}]}
    first, *_ = from_json(form, tmp_path, values)
    assert [problem.code for problem in first.problems].count("address-protected") == 1
