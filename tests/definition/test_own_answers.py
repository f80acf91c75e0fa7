"""A municipality's own answers in place of a shared list: arenas, services, whatever forms share by name."""

from pathlib import Path

import pytest

from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.errors import DefinitionError
from skjema.render.word.check_names import template_problems
from skjema.render.word.static_parts import build_template
from skjema.render.word.word_renderer import WordRenderer, template_file
from tests.drawing import SAMPLES, TEMPLATES, field, form_of, from_json
from tests.reading_back import docx_text

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
        "samarbeidsmote", "ansvarsgruppe", "kompetanseteam_barnehage", "kompetanseteam_skole", "niva2", "annet",
    ]  # fmt: skip


VIDERE = """[choices]
videre = [
  { id = "fortsett", label = { nb = "Planen går videre", nn = "Planen held fram" } },
  { id = "pause", label = { nb = "Planen hviler", nn = "Planen kviler" } },
]
"""


def own_form(form_id: str, folder: Path, profile: str) -> Form:
    (folder / "kommune.toml").write_text(profile, "utf-8")
    return load_form(TEMPLATES / form_id, folder / "kommune.toml")


def test_the_boxes_on_a_bundled_word_form_are_those_of_the_municipality(tmp_path: Path) -> None:
    form = own_form("ip-gjennomgang", tmp_path, VIDERE)
    (record,) = from_json(form, tmp_path, {"plan_nr": "1"})
    made = docx_text(WordRenderer(form, "nb").render(record))
    assert ("\u2610 Planen går videre" in made, "\u2610 Planen hviler" in made) == (True, True)
    former = load_form(TEMPLATES / "ip-gjennomgang").fields["planen_videre"].choices
    assert not any(f"\u2610 {answer.label['nb']}" in made for answer in former)
    assert list(template_problems(form, "nb")) == []


def test_a_copy_with_the_boxes_of_other_answers_is_told_of(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("hvor", "choice", choices='"arenaer"'), more=LIST)
    (form.folder / "prove.nb.docx").write_bytes(build_template(form, "nb"))
    changed = form_of(tmp_path, field("navn"), field("hvor", "choice", choices='"arenaer"'), more=LIST, kommune=OWN)
    assert [one.text("nb") for one in template_problems(changed, "nb")][:2] == [
        "prove.nb.docx: Malen spør etter «valgt.hvor.rad», som ikke er noe felt i skjemaet. Mente du rett_pa_sak, team? [tag-unknown]",
        "prove.nb.docx: Feltet «hvor.rett_pa_sak» står ikke i malen, så verdien blir ikke skrevet i Word. [field-without-tag]",
    ]


FORMS = sorted(path.parent.name for path in TEMPLATES.glob("*/skjema.toml"))


@pytest.mark.parametrize("form_id", FORMS)
def test_no_setting_changes_a_form_but_leaves_its_word_file(form_id: str, tmp_path: Path) -> None:
    """Answers, rows, settings, logo: whatever a municipality sets, the Word file is what the definition then makes."""
    bundled = load_form(TEMPLATES / form_id)
    label = "label = { nb = 'Eget', nn = 'Eige', en = 'Own', se = 'Iežas' }"
    lists = {one.shares for one in bundled.all_fields if one.shares}
    rows = {group.id for group in bundled.groups.values() if group.row}
    lines = ["[choices]", *(f"{one} = [{{ id = 'eget', {label} }}]" for one in sorted(lists))]
    lines += ["[rows]", *(f"{one} = [{{ id = 'eget', {label} }}]" for one in sorted(rows)), "[settings]"]
    lines += [
        f"{name} = {str(not value).lower()}" for name, value in bundled.settings.items() if isinstance(value, bool)
    ]
    form = own_form(form_id, tmp_path, "\n".join(lines))
    assert template_file(form, "nb")[1] == build_template(form, "nb")


SERVICES = """[rows]
tjenester = [
  { id = "barnehage", label = { nb = "Barnehagene våre", nn = "Barnehagane våre", en = "Our kindergartens" } },
  { id = "rus", label = { nb = "Rus og psykiatri", nn = "Rus og psykiatri", en = "Substance abuse" }, area = "helse" },
  { id = "andre", label = { nb = "Andre: skriv hvem til høyre", nn = "Andre: skriv til høgre", en = "Others: to the right" } },
]
"""


def labels(form: Form) -> list[str]:
    return [answer.label["nb"] for answer in form.fields["tjenester"].choices]


def test_the_services_that_a_consent_lists_are_those_that_may_be_withdrawn(tmp_path: Path) -> None:
    form = own_form("samtykke-tilbaketrekking", tmp_path, SERVICES)
    assert labels(form) == ["Barnehagene våre", "Rus og psykiatri", "Andre, skriv hvem nedenfor"]


def test_the_word_file_of_a_withdrawal_has_the_services_too(tmp_path: Path) -> None:
    form = own_form("samtykke-tilbaketrekking", tmp_path, SERVICES)
    (record,) = from_json(form, tmp_path, {"barn_navn": "Kari Nes"})
    made = docx_text(WordRenderer(form, "nb").render(record))
    assert "\u2610 Rus og psykiatri" in made
    assert "\u2610 Fastlege" not in made
    assert list(template_problems(form, "nb")) == []


def test_answers_of_its_own_come_before_rows_of_the_name(tmp_path: Path) -> None:
    own = '[choices]\ntjenester = [{ id = "andre", label = { nb = "Noen", nn = "Nokon", en = "Some" } }]\n'
    assert labels(own_form("samtykke-tilbaketrekking", tmp_path, own + SERVICES)) == ["Noen"]
