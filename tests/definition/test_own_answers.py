"""A municipality's own answers in place of a shared list: arenas, services, whatever forms share by name."""

from pathlib import Path

import pytest

from skjema.definition.form_cache import load_form
from skjema.errors import DefinitionError
from tests.drawing import SAMPLES, TEMPLATES, field, form_of, from_json

LIST = '[[choices]]\nid = "arenaer"\nanswers = [{ id = "team", label = { nb = "Team" }, words = ["T"] }, { id = "rad", label = { nb = "Råd" } }]\n'
FIELDS = (
    field("navn"),
    field("hvor", "choice", choices='"arenaer"'),
    field("annet", "choice", choices='[{ id = "team", label = { nb = "Team" } }]'),
)
OWN = '[choices]\narenaer = [{ id = "rett_pa_sak", label = { nb = "Rett på sak" } }, { id = "team", label = { nb = "Vårt team" } }]\n'


def test_the_answers_of_the_municipality_take_the_place_of_the_list(tmp_path: Path) -> None:
    form = form_of(tmp_path, *FIELDS, more=LIST, kommune=OWN)
    assert [choice.id for choice in form.fields["hvor"].choices] == ["rett_pa_sak", "team"]
    assert [choice.label["nb"] for choice in form.fields["annet"].choices] == ["Team"]
    read = from_json(
        form, tmp_path, {"navn": "A", "hvor": "Rett på sak"}, {"navn": "B", "hvor": "T"}, {"navn": "C", "hvor": "Råd"}
    )
    assert [one.values["hvor"] for one in read] == ["rett_pa_sak", "team", None]
    assert [one.code for one in read[2].problems] == ["choice-unknown"]


def test_a_rule_may_name_an_answer_that_the_municipality_does_without(tmp_path: Path) -> None:
    rule = '[[rule]]\nid = "uten-rad"\ntest = "hvor != \'rad\'"\nmessage = { nb = "Nei." }\n'
    assert form_of(tmp_path, *FIELDS, more=LIST + rule, kommune=OWN).rules[0].id == "uten-rad"


@pytest.mark.parametrize(
    ("own", "code"),
    [
        (OWN.replace("rett_pa_sak", "Rett på"), "id-form"),
        (OWN.replace('"team"', '"rett_pa_sak"'), "id-twice"),
        (OWN.replace("Rett på sak", " "), "text-empty"),
        (OWN.replace("arenaer", "arenar"), "name-unknown"),
        ("[choices]\narenaer = []\n", "key-missing"),
    ],
)
def test_answers_that_are_none_are_told(tmp_path: Path, own: str, code: str) -> None:
    with pytest.raises(DefinitionError) as told:
        form_of(tmp_path, *FIELDS, more=LIST, kommune=own)
    assert code in [one.code for one in told.value.problems]


def test_bamble_has_the_meetings_of_its_own_model() -> None:
    form = load_form(TEMPLATES / "moteinnkalling", SAMPLES / "kommuner" / "bamble.toml")
    assert [choice.id for choice in form.fields["arena"].choices] == [
        "samarbeidsmote", "kompetanseteam_barnehage", "kompetanseteam_skole", "niva2", "annet",
    ]  # fmt: skip
