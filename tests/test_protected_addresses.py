"""Protected addresses: no address, telephone or e-mail of the family on any paper, the other parent's included."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from skjema import api
from skjema.definition.example import example_records
from skjema.definition.form_cache import load_form
from skjema.definition.model import Field, Form
from skjema.render.word.word_renderer import WordRenderer
from tests.drawing import TEMPLATES, field, form_of, from_json
from tests.reading_back import docx_text, pdf_text, pdf_values
from tests.sample_files import KOMMUNE, TRIED

CONTACT = {"phone": "97123456", "email": "hemmelig@example.no", "postnummer": "0199", "text": "Hemmeligveien 7"}
SECRET = ("9712", "97 12", "hemmelig", "0199", "Hemmelig")
FAMILY = {"foresatte", "barn", "deltakere"}
"""Groups whose rows are people of a family."""
MARKS = {"barn_adressesperre": "Kode 6", "adressesperre": "Strengt fortrolig", "skjult_adresse": True}


def contacts(fields: Iterator[Field]) -> dict[str, str]:
    """A value for each place where somebody is to be reached."""
    return {
        one.id: CONTACT[one.type]
        for one in fields
        if one.type in ("phone", "email", "postnummer") or one.id in ("adresse", "poststed")
    }


def marks(fields: Iterator[Field]) -> dict[str, Any]:
    return {one.id: MARKS[one.id] for one in fields if one.id in MARKS}


def with_contacts(form: Form, marked: str) -> dict[str, Any] | None:
    """The example with the contact of the whole family, and one of them protected; None where it asks for neither.

    Args:
        marked: The group whose last row is protected, or empty for the child of the record.
    """
    record: dict[str, Any] = dict(example_records(form)[0])
    is_marked = False
    if "person_tlf" in form.fields:
        record["person_tlf"] = CONTACT["phone"]
    if "melding_type" in form.fields:  # an application is from the family itself
        record |= {"melding_type": "soknad", "melder_tlf": CONTACT["phone"], "melder_epost": CONTACT["email"]}
        record |= {"melder_instans": None}
    if not marked and (own := marks(iter(form.fields.values()))):
        record |= own
        is_marked = True
    for group in form.groups.values():
        if group.id in FAMILY and record.get(group.id):
            rows = [row | contacts(iter(group.field)) for row in record[group.id]]
            if group.id == "deltakere" and "instans" in [one.id for one in group.field]:
                # a service in free text makes no relative a professional
                rows = [row | {"instans": "Hjemmet" if form.id == "individuell-plan" else None} for row in rows]
                rows = [row | {"deltar_som": None} for row in rows] if form.id == "individuell-plan" else rows
            if group.id == marked and (own := marks(iter(group.field))):
                # one of them is enough, but for letters, which go to each
                rows = [row | own for row in rows] if form.letter else [*rows[:-1], rows[-1] | own]
                is_marked = True
            record[group.id] = rows
    return record if is_marked else None


@pytest.mark.parametrize("name", TRIED)
def test_nothing_of_where_a_protected_family_is_reached_is_printed(name: str, tmp_path: Path) -> None:
    form = load_form(TEMPLATES / name, KOMMUNE)
    for marked in ("", *sorted(FAMILY)):
        record = with_contacts(form, marked)
        if record is None:
            continue
        (checked, *_) = from_json(form, tmp_path, record)
        checked.problems.clear()  # what else is wrong with the example of a family that keeps its whereabouts secret
        checked.missing.clear()
        word, paper = (api.render(form, checked, kind, draft=True) for kind in ("docx", "pdf"))
        texts = {"docx": docx_text(word), "pdf": pdf_text(paper) + " ".join(pdf_values(paper).values())}
        for kind, text in texts.items():
            assert not [one for one in SECRET if one in text], (kind, marked)


def test_without_protection_the_same_values_are_printed(tmp_path: Path) -> None:
    """Or else the test above could not fail."""
    form = load_form(TEMPLATES / "henvisning-ppt", KOMMUNE)
    record = with_contacts(form, "foresatte")
    assert record is not None
    for row in record["foresatte"]:
        row.pop("adressesperre", None)
    (checked,) = from_json(form, tmp_path, record)
    text = docx_text(api.render(form, checked, "docx", draft=True))
    assert "97 12 34 56" in text
    assert CONTACT["email"] in text


GROUP = """[[section.field]]
id = "folk"
type = "group"
label = { nb = "Person" }
[[section.field.field]]
id = "hvem"
type = "name"
label = { nb = "Hvem" }
[[section.field.field]]
id = "skjult"
type = "yes_no"
label = { nb = "Skjult" }
printed = false
[[section.field.field]]
id = "sted"
type = "text"
label = { nb = "Sted" }
relevant = "not skjult"
[[section.field.field]]
id = "etasje"
type = "text"
label = { nb = "Etasje" }
relevant = "sted != ''"
"""


def test_what_does_not_concern_a_row_stands_nowhere_and_is_told(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), GROUP)
    rows = [
        {"hvem": "Kari Berg", "skjult": True, "sted": "Fjelltoppen", "etasje": "U1"},
        {"hvem": "Per Berg", "skjult": False, "sted": "Dalen", "etasje": "2"},
    ]
    (checked,) = from_json(form, tmp_path, {"navn": "A", "folk": rows})
    # the floor goes with the place that is left out
    assert [one.params["label"] for one in checked.problems if one.code == "not-relevant"] == [
        {"nb": "Person 1: Sted"},
        {"nb": "Person 1: Etasje"},
    ]
    assert [(row["sted"], row["etasje"]) for row in checked.values["folk"]] == [(None, None), ("Dalen", "2")]
    paper = api.render(form, checked, "pdf")
    assert "Fjelltoppen" not in pdf_text(paper) + str(pdf_values(paper))


def test_a_professional_of_a_plan_can_still_be_reached_and_a_service_that_reports_too(tmp_path: Path) -> None:
    plan = load_form(TEMPLATES / "individuell-plan", KOMMUNE)
    row = {"navn": "Anna Vik", "rolle": "Fysioterapeut", "tilgang": False, "telefon": "97123456"}
    rows = [row | {"deltar_som": "tjenesteyter"}, row | {"navn": "Per Vik", "rolle": "Far", "telefon": "97654321"}]
    (record,) = from_json(
        plan, tmp_path, example_records(plan)[0] | {"barn_adressesperre": "Kode 6", "deltakere": rows}
    )
    text = docx_text(WordRenderer(plan, "nb").render(record))
    assert ("97 12 34 56" in text, "97 65 43 21" in text) == (True, False)
    report = load_form(TEMPLATES / "meldeskjema-ke", KOMMUNE)
    case = example_records(report)[0] | {"barn_adressesperre": "Kode 6", "melder_tlf": "97123456"}
    (record,) = from_json(report, tmp_path, case)
    assert "97 12 34 56" in docx_text(WordRenderer(report, "nb").render(record))
