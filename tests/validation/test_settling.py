"""What doesn't concern a record is empty to every expression, whatever was written."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from skjema.definition.example import example_records
from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.validation.checked import CheckedRecord
from tests.drawing import TEMPLATES, example, field, form_of, from_json, lines
from tests.sample_files import TRIED

ASK_WHAT_IS_WRITTEN = {"systemsak-med-barn", "anonym-men-kjent"}
"""Rules that ask by `written`."""
SIGNS = field("egen", "signature", filled_by='"recipient"', relevant='"selv"')


def test_rules_defaults_and_lines_read_it_as_empty(tmp_path: Path) -> None:
    rule = '[[rule]]\nid = "ikke-selv"\ntest = "not selv"\nmessage = { nb = "Ikke selv." }\n'
    form = form_of(
        tmp_path, field("navn"), field("alder", "integer"),
        field("selv", "yes_no", relevant='"alder >= 16"'), field("hvem", default="\"'selv' if selv else 'andre'\""),
        field("grunn", required='"selv"'), SIGNS, more=rule,
    )  # fmt: skip
    young, old = from_json(
        form, tmp_path, {"navn": "Kari", "alder": 8, "selv": True}, {"navn": "Per", "alder": 16, "selv": True}
    )
    assert [one.code for one in young.problems] == ["not-relevant"]
    assert (young.values["selv"], young.values["hvem"], young.signers["egen"]) == (None, "andre", ())
    assert [one.code for one in old.problems] == ["required-empty", "ikke-selv"]
    assert (old.values["hvem"], old.signers["egen"]) == ("selv", ("",))


def test_what_a_condition_reads_is_settled_first_wherever_it_stands(tmp_path: Path) -> None:
    form = form_of(
        tmp_path, field("navn"), field("tredje", relevant="\"annen == 'x'\""),
        field("annen", relevant='"forste"'), field("forste", "yes_no"),
    )  # fmt: skip
    (record,) = from_json(form, tmp_path, {"navn": "Kari", "tredje": "z", "annen": "x", "forste": False})
    assert record.hidden == {"tredje", "annen"}
    assert [record.values[name] for name in ("tredje", "annen")] == [None, None]


def test_of_a_ring_the_first_on_the_form_is_read_as_it_was_written(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("a", relevant="\"b != 'x'\""), field("b", relevant="\"a != 'x'\""))
    (record,) = from_json(form, tmp_path, {"navn": "Kari", "a": "x", "b": "x"})
    assert record.hidden == {"b"}


def test_a_column_that_does_not_concern_its_row_is_empty_to_the_fields_above(tmp_path: Path) -> None:
    group = (
        '[[section.field]]\nid = "rader"\ntype = "group"\nlabel = { nb = "Rad" }\nmax = 2\n'
        '[[section.field.field]]\nid = "navnet"\ntype = "text"\nlabel = { nb = "Navnet" }\n'
        '[[section.field.field]]\nid = "svar"\ntype = "text"\nlabel = { nb = "Svar" }\nrelevant = "navnet == \'Per\'"\n'
    )
    form = form_of(tmp_path, field("navn"), field("noen", "integer", default='"count(rader.svar)"'), group)
    rows = [{"navnet": "Per", "svar": "ja"}, {"navnet": "Kari", "svar": "ja"}]
    (record,) = from_json(form, tmp_path, {"navn": "Kari", "rader": rows})
    assert record.values["noen"] == 1
    assert lines(record.problems) == [
        "poster.json:$[0].rader[1].svar: «Rad 2: Svar» er fylt ut, men gjelder ikke her og blir ikke skrevet på "
        "skjemaet. Se etter om noe annet er feil. [not-relevant]"
    ]


def test_a_rule_may_ask_what_is_written_all_the_same(tmp_path: Path) -> None:
    rule = '[[rule]]\nid = "likevel"\ntest = "not written(hemmelig)"\nmessage = { nb = "Likevel." }\n'
    form = form_of(tmp_path, field("navn"), field("hemmelig", relevant="\"navn == 'Per'\""), more=rule)
    with_it, without = from_json(form, tmp_path, {"navn": "Kari", "hemmelig": "x"}, {"navn": "Nora"})
    assert "likevel" in [one.code for one in with_it.problems]
    assert without.problems == []


def test_a_child_of_four_is_not_the_one_who_consents(tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "meldeskjema-ke")
    record = example(form, tmp_path, barn_fodselsdato="2022-03-21", foreldre_informeres_ikke=True)
    assert record.signers["samtykke_person"] == ()
    assert len(record.signers["samtykke_foresatt"]) >= 1
    assert "ikke-til-foreldrene" not in [one.code for one in record.problems]


def _changed(form: Form) -> Iterator[dict[str, Any]]:
    """The form's examples, each with every other answer to every question that has some."""
    for record in example_records(form):
        yield record
        for one in form.fields.values():
            answers = [choice.id for choice in one.choices] if one.type == "choice" else []
            for answer in [True, False] if one.kind.is_truth else answers:
                yield record | {one.id: answer}
        for born in ("2009-03-21", "2012-03-21", "2022-03-21", "1990-03-21"):
            yield record | ({"barn_fodselsdato": born} if "barn_fodselsdato" in form.fields else {})


def _told(record: CheckedRecord) -> list[str]:
    codes = (one.code for one in record.problems)
    return [code for code in codes if not code.startswith("not-relevant") and code not in ASK_WHAT_IS_WRITTEN]


@pytest.mark.parametrize("name", TRIED)
def test_no_more_is_told_of_a_record_than_if_it_were_not_written(name: str, tmp_path: Path) -> None:
    form = load_form(TEMPLATES / name)
    for given in _changed(form):
        record = from_json(form, tmp_path, given)[0]
        kept = {key: value for key, value in given.items() if key not in record.dropped}
        without = from_json(form, tmp_path, kept)[0]
        assert _told(record) == _told(without)
        assert record.hidden == without.hidden
        assert record.signers == without.signers


@pytest.mark.parametrize(
    ("name", "changes", "code"),
    [
        ("samtykke-samarbeid", {"barn_fodselsdato": "2018-03-21", "ungdom_bestemmer": True}, "for-ung-til-a-samtykke"),
        ("henvisning-ppt", {"barn_fodselsdato": "2018-03-21", "elev_samtykker": True}, "for-ung-til-a-samtykke"),
        ("henvisning-bup", {"barn_fodselsdato": "2018-03-21", "samtykker": "ungdom"}, "for-ung-til-a-samtykke"),
        (
            "samtykke-samarbeid",
            {"barn_fodselsdato": "2013-03-21", "ungdom_bestemmer": True, "rettsomrade": ["helse"]},
            "samtykker-selv-unntak",
        ),
    ],
)
def test_nobody_consents_alone_below_the_age_of_the_law(
    name: str, changes: dict[str, Any], code: str, tmp_path: Path
) -> None:
    record = example(load_form(TEMPLATES / name), tmp_path, **changes)
    assert code in [one.code for one in record.problems]
    assert "samtykke-uten-underskrift" not in [one.code for one in record.problems]


def test_who_consents_alone_has_a_line_whatever_age_the_municipality_sets_for_signing_with_the_parents(
    tmp_path: Path,
) -> None:
    profile = tmp_path / "kommune.toml"
    profile.write_text("schema = 1\n[settings]\nungdom_medsignatur_fra = 17\n", "utf-8")
    form = load_form(TEMPLATES / "samtykke-samarbeid", profile)
    record = example(form, tmp_path, barn_fodselsdato="2010-03-21", gjelder_rolle="ungdom", rettsomrade=["helse"])
    assert len(record.signers["underskrift_ungdom"]) == 1


def test_a_rule_may_count_the_lines_to_sign_on(tmp_path: Path) -> None:
    rule = '[[rule]]\nid = "ingen-linje"\ntest = "lines(egen) >= 1"\nmessage = { nb = "Ingen linje." }\n'
    form = form_of(tmp_path, field("navn"), field("selv", "yes_no"), SIGNS, more=rule)
    without, with_one = from_json(form, tmp_path, {"navn": "Kari", "selv": False}, {"navn": "Per", "selv": True})
    assert [one.code for one in without.problems] == ["ingen-linje"]
    assert with_one.problems == []


@pytest.mark.parametrize(
    ("other", "is_shown"),
    [
        ({"adresse": "Elvegata 4", "postnr": "0150", "poststed": "Eksempelby"}, False),
        ({"adresse": "elvegata 4 ", "postnr": "0150", "poststed": "Eksempelby"}, False),
        ({"adresse": "Bakken 1", "postnr": "0150", "poststed": "Eksempelby"}, True),
        ({"adresse": "Elvegata 4", "postnr": "0151", "poststed": "Eksempelby"}, True),
    ],
)
def test_the_address_of_who_lives_with_a_protected_one_is_not_printed(
    other: dict[str, str], is_shown: bool, tmp_path: Path
) -> None:
    home = {"adresse": "Elvegata 4", "postnr": "0150", "poststed": "Eksempelby"}
    mother = {"navn": "Nora Nes", "rolle": "Mor", "adressesperre": "fortrolig", **home}
    child = {"navn": "Ola Nes", "rolle": "Elev", **other}
    record = example(load_form(TEMPLATES / "moteinnkalling"), tmp_path, deltakere=[mother, child])
    shown = [[row[name] for name in ("adresse", "postnr", "poststed")] for row in record.values["deltakere"]]
    assert shown[0] == [None] * 3
    assert [value is not None for value in shown[1]] == [is_shown] * 3
    assert "not-relevant" not in [one.code for one in record.problems]


def test_no_child_of_a_report_has_an_address_where_one_has_a_protected_one(tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "bekymringsmelding")
    first = example_records(form)[0]["barn"][0]
    hidden = {key: value for key, value in first.items() if key not in ("adresse", "postnr", "poststed", "telefon")}
    sibling = hidden | {"navn": "Ola Nes", "skjult_adresse": False, "adresse": "Elvegata 4", "postnr": "0150"}
    record = example(form, tmp_path, barn=[hidden | {"skjult_adresse": True}, sibling | {"poststed": "Eksempelby"}])
    assert [row["adresse"] for row in record.values["barn"]] == [None, None]
