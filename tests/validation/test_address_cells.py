"""Addresses whose parts would stand twice on an envelope."""

from pathlib import Path

import pytest

from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from tests.drawing import TEMPLATES, checked, sheet

CHILD = ["Kari Berg", "21.03.2016", "Vika skole"]


@pytest.fixture(scope="module")
def foto() -> Form:
    return load_form(TEMPLATES / "samtykke-foto", None)


def told(form: Form, folder: Path, street: str, postcode: str, town: str) -> list[str]:
    heads = ["Barnets navn", "Fødselsdato", "Skole", "Adresse", "Postnr", "Poststed"]
    _, problems = checked(form, sheet(folder / "a.xlsx", [heads, [*CHILD, street, postcode, town]]))
    return [one.code for one in problems if one.code in ("address-whole", "town-with-number")]


@pytest.mark.parametrize(
    "street",
    ["Storgata 1, 8200 Fauske", "Storgata 1\n8200 Fauske", "Storgata 1 B 8200 Nordre Fauske", "Vik; N-8200 Fauske"],
)
def test_a_street_with_its_town_is_told_where_the_town_stands_beside_it_too(
    foto: Form, tmp_path: Path, street: str
) -> None:
    assert told(foto, tmp_path, street, "8200", "Fauske") == ["address-whole"]
    assert told(foto, tmp_path, street, "", "") == []  # no label is made of it, which is told then


def test_a_town_with_its_postcode_is_told(foto: Form, tmp_path: Path) -> None:
    assert told(foto, tmp_path, "Storgata 1", "8200", "8200 Fauske") == ["town-with-number"]


@pytest.mark.parametrize(
    "street", ["Storgata 1", "Storgata 1 B", "Postboks 1234 Sentrum", "c/o Moe, Lia 12 H0201", "Rv. 80 1"]
)
def test_ordinary_streets_are_in_order(foto: Form, tmp_path: Path, street: str) -> None:
    assert told(foto, tmp_path, street, "8200", "Fauske") == []


def test_an_address_of_a_letter_is_looked_at_as_well(tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "moteinnkalling", None)
    heads = ["Møte nr.", "Deltaker", "Deltaker adresse", "Deltaker postnummer", "Deltaker poststed"]
    row = ["1", "Kari Berg", "Storgata 1, 8200 Fauske", "8200", "Fauske"]
    _, problems = checked(form, sheet(tmp_path / "a.xlsx", [heads, row]))
    assert "address-whole" in [one.code for one in problems]
