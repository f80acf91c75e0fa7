"""Records from JSON, and the ambiguous ways of writing them that are refused."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from skjema.definition.form_cache import load_form
from skjema.errors import InputError
from skjema.formats.json_objects import read_json
from tests.drawing import HEAD, TEMPLATES, checked, field, form_of, lines


def write(folder: Path, content: str | bytes, name: str = "data.json") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_list_an_object_alone_and_one_object_a_line(tmp_path: Path) -> None:
    whole = write(tmp_path, '[{"a": 1}, {"a": 2}]')
    alone = write(tmp_path, b'\xef\xbb\xbf{"a": 1}', "en.json")
    by_line = write(tmp_path, '{"a": 1}\n\n{"a": 2}\n', "linjer.jsonl")
    assert [(place.text("nb"), value) for place, value in read_json(whole.read_bytes(), whole.name)] == [
        ("data.json:$[0]", {"a": 1}),
        ("data.json:$[1]", {"a": 2}),
    ]
    assert [value for _, value in read_json(alone.read_bytes(), "")] == [{"a": 1}]
    assert [place.text("nb") for place, _ in read_json(by_line.read_bytes(), by_line.name)] == [
        "linjer.jsonl: linje 1:$",
        "linjer.jsonl: linje 3:$",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            '[{"a": 1 "b": 2}]',
            "data.json: linje 1, kolonne 10: Filen er ikke hel JSON her. Se etter et komma, et anførselstegn eller en parentes for mye eller for lite. [json-syntax]",
        ),
        (
            '{"a": 1, "a": 2}',
            "data.json: Nøkkelen a står to ganger i samme objekt, eller feltet under to navn. Ta bort den ene. [json-key-twice]",
        ),
        ('{"a": NaN}', "data.json: Tallet NaN finnes ikke i JSON. Skriv verdien eller null. [json-number]"),
        ('{"a": 1e400}', "data.json: Tallet 1e400 finnes ikke i JSON. Skriv verdien eller null. [json-number]"),
        ("[1]", "data.json:$[0]: Her skal det stå et objekt med felt, { }. [json-not-object]"),
        (
            "[" * 100_000,
            "data.json: Filen er for dypt nøstet, eller har et tall med tusenvis av sifre, og blir ikke lest. [json-extreme]",
        ),
        (
            '{"a": ' + "9" * 5000 + "}",
            "data.json: Filen er for dypt nøstet, eller har et tall med tusenvis av sifre, og blir ikke lest. [json-extreme]",
        ),
        (b'{"a": "\xe6"}', "data.json: Filen er ikke UTF-8. Lagre den som UTF-8. [json-not-utf8]"),
    ],
    ids=["comma", "twice", "nan", "infinite", "number", "deep", "digits", "latin1"],
)
def test_what_cannot_be_read_is_one_clear_message(tmp_path: Path, content: str | bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        list(read_json(write(tmp_path, content).read_bytes(), "data.json"))
    assert lines(caught.value.problems) == [message]


def test_keys_are_ids_or_labels_and_groups_are_lists(tmp_path: Path) -> None:
    group = (
        '[[section.field]]\nid = "barn"\ntype = "group"\nlabel = { nb = "Barn" }\n'
        '[[section.field.field]]\nid = "navn"\ntype = "name"\nlabel = { nb = "Fullt navn" }\nrequired = true\n'
    )
    choices = 'choices = [{ id = "a", label = { nb = "Første" } }, { id = "b", label = { nb = "Andre, med komma" } }]\n'
    form = form_of(tmp_path, field("navn", label='{ nb = "Enhetens navn" }'), field("svar", "choices") + choices, group)
    data = [
        {"Enhetens navn": "A", "svar": ["a", "Andre, med komma"], "barn": [{"navn": "Kari"}, {"Fullt navn": ""}]},
        {"navn": "B", "svar": {"a": True, "b": False}, "barn": None},
        {"navn": "C", "svar": "Første; b", "ukjent": 1},
        {"navn": ["D"], "barn": ["x"]},
        {"navn": "E", "ukjent": 2},
    ]
    records, problems = checked(form, write(tmp_path, json.dumps(data)))
    assert [record.values["svar"] for record in records] == [("a", "b"), ("a",), ("a", "b"), None, None]
    assert records[0].values["barn"] == [{"navn": "Kari", "nr": 1}]
    assert lines(problems) == [
        "data.json:$[2].ukjent: Nøkkelen ukjent hører ikke til skjemaet og er ikke brukt. [key-unused]",
        "data.json:$[3].barn: «Barn» skal være en liste av objekter, ett for hver rad. [json-not-rows]",
        "data.json:$[3].navn: «Enhetens navn» skal være én verdi, men er en liste eller et objekt. [json-shape]",
    ]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ({"navn": "Kari"}, ["Kari"]), ({"NAVN": "Kari", "alder": 3}, ["Kari"]),
        ({"2": {"navn": "Per"}, "1": {"navn": "Kari"}}, ["Kari", "Per"]), ({"kari": {"navn": "Kari"}}, None), ({}, None),
        ({"1": "Kari"}, None),
    ],
)  # fmt: skip
def test_one_object_or_numbered_ones_are_rows_as_well(tmp_path: Path, written: Any, names: list[str] | None) -> None:
    group = (
        '[[section.field]]\nid = "barn"\ntype = "group"\nlabel = { nb = "Barn" }\n'
        '[[section.field.field]]\nid = "navn"\ntype = "name"\nlabel = { nb = "Navn" }\n'
    )
    form = form_of(tmp_path, field("navn"), group)
    (record,), problems = checked(form, write(tmp_path, json.dumps([{"navn": "A", "barn": written}])))
    assert [row["navn"] for row in record.values["barn"]] == (names or [])
    assert ("json-not-rows" in [one.code for one in problems]) == (names is None)


def test_a_field_under_two_names_is_a_fault(tmp_path: Path) -> None:
    group = (
        '[[section.field]]\nid = "barn"\ntype = "group"\nlabel = { nb = "Barnet" }\n'
        '[[section.field.field]]\nid = "alder"\ntype = "text"\nlabel = { nb = "Alder" }\n'
    )
    form = form_of(tmp_path, field("navn", label='{ nb = "Enhetens navn" }'), group)
    data = [
        {"navn": "A", "Enhetens navn": "B"}, {"navn": "C", "barn": [], "Barnet": []},
        {"navn": "D", "barn": [{"alder": "1", "ALDER": "2"}]},
    ]  # fmt: skip
    _, problems = checked(form, write(tmp_path, json.dumps(data)))
    assert [problem.code for problem in problems] == ["json-key-twice"] * 3


def test_every_field_that_is_missing_is_told_of(tmp_path: Path) -> None:
    fields = (field(name, required="true") for name in ("navn", "alder", "sted"))
    _, problems = checked(form_of(tmp_path, *fields), write(tmp_path, "[{}]"))
    assert [str(problem.place and problem.place.path) for problem in problems] == [
        "$[0].navn",
        "$[0].alder",
        "$[0].sted",
    ]


def test_rows_and_answers_that_nobody_asks_for_are_told_of(tmp_path: Path) -> None:
    group = (
        '[[section.field]]\nid = "rader"\ntype = "group"\nlabel = { nb = "Rader" }\n'
        'row = [{ id = "a", label = { nb = "A" } }]\n'
        '[[section.field.field]]\nid = "x"\ntype = "yes_no"\nlabel = { nb = "X" }\n'
    )
    choices = 'choices = [{ id = "a", label = { nb = "A" } }, { id = "b", label = { nb = "B" } }]\n'
    form = form_of(tmp_path, field("navn"), field("svar", "choices") + choices, group)
    data = [
        {"navn": "A", "rader": {"a": {"x": True}, "c": {"x": True}}}, {"navn": "B", "rader": [{"x": True}, {"x": True}]},
        {"navn": "C", "svar": {"a": True, "c": True}},
    ]  # fmt: skip
    _, problems = checked(form, write(tmp_path, json.dumps(data)))
    assert [(problem.code, problem.place and problem.place.path) for problem in problems] == [
        ("key-unused", "$[0].rader.c"), ("group-too-many", "$[1].rader"), ("key-unused", "$[2].svar.c"),
    ]  # fmt: skip


def test_keys_may_be_the_headings_that_registers_use_and_a_name_may_be_in_parts(tmp_path: Path) -> None:
    head = HEAD.replace('key = ["navn"]', 'key = ["barn"]')
    form = form_of(tmp_path, field("barn", "name"), field("fodt", "date", headers='["Født"]'), head=head)
    (tmp_path / "a.json").write_text(
        '{"Barn": [{"Fornavn": "Kari", "Etternavn": "Nes", "Født": "21.03.2021"}]}', "utf-8"
    )
    (record,), problems = checked(form, tmp_path / "a.json")
    assert (record.values["barn"], record.values["fodt"]) == ("Kari Nes", date(2021, 3, 21))
    assert [one.code for one in problems] == ["json-list-within"]


@pytest.mark.parametrize(
    ("digits", "value"),
    [("1.10", "1,10"), ("2026.10", "2026,10"), ("1.5", "1,5"), ("12.0", "12"), ("7", "7"), ("1e1", "10")],
)
def test_a_number_in_a_text_has_all_its_digits(digits: str, value: str, tmp_path: Path) -> None:
    """1.10 comes after 1.9, and is another measure than 1.1."""
    form = form_of(tmp_path, field("navn"), field("sted"), field("postnr", "postnummer"), field("antall", "integer"))
    (tmp_path / "a.json").write_text(f'[{{"navn": "Kari", "sted": {digits}, "postnr": 150.0, "antall": 3.0}}]', "utf-8")
    (record,), problems = checked(form, tmp_path / "a.json")
    assert (record.values["sted"], record.values["postnr"], record.values["antall"]) == (value, "0150", 3)
    assert [problem.code for problem in problems] == ["leading-zero"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ({"meta": {"n": 1}, "data": {"barn": [{"navn": "Kari"}, {"navn": "Ola"}]}}, "$.data.barn"),
        ({"1": {"navn": "Kari"}, "2": {"navn": "Ola"}}, "$"),
        ({"data": {"a": {"navn": "Kari"}, "b": {"navn": "Ola"}}}, "$.data"),
    ],
)
def test_records_may_stand_further_in_or_under_keys_of_their_own(content: object, told: str, tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn", required="true"))
    records, problems = checked(form, write(tmp_path, json.dumps(content)))
    assert [one.values["navn"] for one in records] == ["Kari", "Ola"]
    assert lines(problems) == [f"data.json:$: Postene er lest fra {told}: 2. [json-list-within]"]


@pytest.mark.parametrize(
    "content",
    [
        {"data": [{"type": "barn", "id": "1", "attributes": {"navn": "Kari"}}, {"id": "2", "attributes": {"navn": "Ola"}}]},
        {"data": {"barn": {"edges": [{"node": {"navn": "Kari"}}, {"node": {"navn": "Ola"}}], "pageInfo": {"next": None}}}},
        [{"id": 7, "fields": {"navn": "Kari"}}, {"id": 8, "fields": {"navn": "Ola"}}],
    ],
)  # fmt: skip
def test_each_object_of_a_list_may_hold_its_record_under_a_key(content: object, tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn", required="true"))
    records, problems = checked(form, write(tmp_path, json.dumps(content)))
    assert [one.values["navn"] for one in records] == ["Kari", "Ola"]
    assert len(problems) == (0 if isinstance(content, list) else 1)


@pytest.mark.parametrize(
    "around", [{"total": 3}, {"@odata.count": 300}, {"page": {"totalElements": 3, "size": 2}}, {"total_items": 3}]
)
def test_one_page_of_several_is_told(around: dict[str, object], tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn", required="true"))
    content = {**around, "value": [{"navn": "Kari"}, {"navn": "Ola"}]}
    assert [one.code for one in checked(form, write(tmp_path, json.dumps(content)))[1]] == [
        "json-list-within",
        "json-part",
    ]
    whole = {"total": 2, "totalPages": 9, "value": content["value"]}
    assert [one.code for one in checked(form, write(tmp_path, json.dumps(whole)))[1]] == ["json-list-within"]


@pytest.mark.parametrize("content", [{"columns": ["Navn"], "rows": [["Kari"]]}, [{"a": 1, "b": {"c": 2}}]])
def test_an_object_of_something_else_is_one_fault(content: object, tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn", required="true"), field("sted", required="true"))
    with pytest.raises(InputError) as caught:
        checked(form, write(tmp_path, json.dumps(content)))
    assert [one.code for one in caught.value.problems] == ["json-nothing"]


@pytest.mark.parametrize("key", ["fodselsdato", "foedselsdato", "Fodselsdato", "fødselsdato", "barnets_fodselsdato"])
def test_keys_without_the_letters_that_programs_avoid_are_known(key: str, tmp_path: Path) -> None:
    child = {"elevnavn": "Kari Nes", key: "2016-03-12", "skole": "Vika skole"}
    (record, *_), _ = checked(load_form(TEMPLATES / "samtykke-foto", None), write(tmp_path, json.dumps([child])))
    assert record.values["barn_fodselsdato"] == date(2016, 3, 12)
    assert record.values["barn_navn"] == "Kari Nes"


def test_a_value_that_is_a_list_is_one_fault(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn", required="true"))
    problems = checked(form, write(tmp_path, '{"navn": ["Kari"]}'))[1]
    assert [one.code for one in problems] == ["json-shape"]
