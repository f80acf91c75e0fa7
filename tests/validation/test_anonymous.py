"""A case that is discussed anonymously: nothing that a program can see to identify somebody passes."""

from pathlib import Path
from typing import Any

import pytest

from skjema.definition.example import example_records
from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from tests.drawing import TEMPLATES, from_json
from tests.sample_files import KOMMUNE

IDENTIFYING = "Gutt i fjerde trinn som er født 1.2.2015, og som har vansker med å lese."


@pytest.fixture(scope="module")
def form() -> Form:
    return load_form(TEMPLATES / "henvisning-niva2", KOMMUNE)


@pytest.fixture
def anonymous(form: Form) -> dict[str, Any]:
    return next(record for record in example_records(form) if record.get("anonym") in ("Ja", "ja", True))


def codes(form: Form, folder: Path, record: dict[str, Any]) -> list[str]:
    return [one.code for one in from_json(form, folder, record)[0].problems if one.severity == "error"]


@pytest.mark.parametrize("name", ["problemstilling", "bakgrunn", "ressurser", "deltakere_onsket", "barnets_beste"])
def test_a_text_that_says_who_it_is_is_an_error(
    name: str, form: Form, anonymous: dict[str, Any], tmp_path: Path
) -> None:
    assert codes(form, tmp_path, anonymous) == []
    code = "anonym-men-omtalt" if name == "problemstilling" else "constraint"
    assert codes(form, tmp_path, anonymous | {name: IDENTIFYING}) == [code]


def test_so_is_one_in_a_row(form: Form, anonymous: dict[str, Any], tmp_path: Path) -> None:
    rows = [{"tiltak": "Lesekurs", "periode": "høsten 2026", "ansvarlig": "Skolen", "resultat": IDENTIFYING}]
    assert codes(form, tmp_path, anonymous | {"tiltak_provd": rows}) == ["constraint"]


def test_a_case_with_a_name_may_say_it(form: Form, tmp_path: Path) -> None:
    named = next(record for record in example_records(form) if record.get("anonym") not in ("Ja", "ja", True))
    assert codes(form, tmp_path, named | {"bakgrunn": IDENTIFYING}) == codes(form, tmp_path, named)
