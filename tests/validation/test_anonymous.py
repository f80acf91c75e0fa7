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


WARNED = "Gutten heter Ola, og går på Vestmyra skole."


@pytest.mark.parametrize("name", ["problemstilling", "bakgrunn", "barnets_beste"])
def test_what_looks_like_a_name_is_a_warning(name: str, form: Form, anonymous: dict[str, Any], tmp_path: Path) -> None:
    (record,) = from_json(form, tmp_path, anonymous | {name: WARNED})
    assert [(one.code, str(one.severity)) for one in record.problems] == [("anonym-med-navn", "warning")]
    (record,) = from_json(form, tmp_path, anonymous)
    assert [one.code for one in record.problems] == []


@pytest.fixture(scope="module")
def note() -> Form:
    return load_form(TEMPLATES / "anonym-drofting", KOMMUNE)


@pytest.mark.parametrize("name", ["drofting_nr", "sporrer_rolle", "svarer_rolle", "situasjon", "oppfolging"])
def test_so_it_is_in_a_note_of_an_anonymous_talk(name: str, note: Form, tmp_path: Path) -> None:
    record = example_records(note)[0]
    told = from_json(note, tmp_path, record | {name: "Ola Nordmann"})[0].problems
    assert [(one.code, str(one.severity)) for one in told] == [("anonym-med-navn", "warning")]
    assert codes(note, tmp_path, record | {name: "Bor i Storgata 12"}) == ["constraint"]


def test_a_case_of_a_system_says_nothing_of_a_child(tmp_path: Path) -> None:
    ppt = load_form(TEMPLATES / "henvisning-ppt", KOMMUNE)
    system = next(one for one in example_records(ppt) if one["henvisning_gjelder"] in ("Systemsak", "systemsak"))
    assert codes(ppt, tmp_path, system) == []
    named = system | {"onskes_vurdert": "Vurder Ola (14832075036) i klassen, og hva vi gjør."}
    assert codes(ppt, tmp_path, named) == ["systemsak-omtaler-barn"]
    (record,) = from_json(ppt, tmp_path, system | {"bakgrunn": "Gutten Ola Nordmann gjør klassen urolig."})
    assert "systemsak-med-navn" in [one.code for one in record.problems]
    dated = system | {"bakgrunn": "Fra 14.08.2026 har trinnet hatt tre lærere, se sak 2026/2101."}
    assert codes(ppt, tmp_path, dated) == []
