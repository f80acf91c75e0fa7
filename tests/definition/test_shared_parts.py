"""What forms share: lists of answers, and blocks that a form calls otherwise and adds to."""

import json
from pathlib import Path
from typing import Any

import pytest

from skjema.definition.json_schema import json_schema
from skjema.definition.model import Form
from skjema.errors import DefinitionError
from tests.cli.running import skjema
from tests.drawing import checked, field, form_of, lines, sheet

YES = '{ id = "ja", label = { nb = "Ja" } }'
NO = '{ id = "nei", label = { nb = "Nei" } }'
UNKNOWN = '{ id = "ukjent", label = { nb = "Vet ikke" } }'
LIST = f'[[choices]]\nid = "svar"\nanswers = [{YES}, {NO}]\n'
PARENTS = """schema = 1
[[field]]
id = "foresatte"
type = "group"
label = { nb = "Foresatt" }
max = 2

  [[field.field]]
  id = "navn"
  type = "name"
  label = { nb = "Navn" }
"""
CHILD = """schema = 1
[[field]]
id = "skole"
type = "text"
label = { nb = "Skole" }
[[field]]
id = "les"
type = "note"
text = { nb = "Les dette." }
"""


def block(folder: Path, name: str, text: str) -> None:
    blocks = folder / "templates" / "_blocks"
    blocks.mkdir(parents=True, exist_ok=True)
    (blocks / f"{name}.toml").write_text(text, "utf-8")


def answers(form: Form, name: str) -> list[str]:
    return [choice.id for choice in form.fields[name].choices]


def faults(folder: Path, *body: str) -> list[str]:
    with pytest.raises(DefinitionError) as caught:
        form_of(folder, *body)
    return lines(caught.value.problems)


def test_a_list_in_the_definition_is_that_of_every_field_that_names_it(tmp_path: Path) -> None:
    form = form_of(
        tmp_path, field("navn"), field("a", "choice", choices='"svar"'), field("b", "choices", choices='"svar"'), LIST
    )
    assert answers(form, "a") == answers(form, "b") == ["ja", "nei"]


def test_a_list_may_lie_in_a_block_whether_the_form_uses_that_or_not(tmp_path: Path) -> None:
    block(tmp_path, "lister", "schema = 1\n" + LIST)
    form = form_of(tmp_path, field("navn"), field("a", "choice", choices='"svar"'))
    assert answers(form, "a") == ["ja", "nei"]


def test_the_definitions_own_list_comes_before_a_blocks(tmp_path: Path) -> None:
    block(tmp_path, "lister", "schema = 1\n" + LIST)
    own = f'[[choices]]\nid = "svar"\nanswers = [{YES}, {UNKNOWN}]\n'
    assert answers(form_of(tmp_path, field("navn"), field("a", "choice", choices='"svar"'), own), "a") == [
        "ja",
        "ukjent",
    ]


def test_a_blocks_own_list_is_that_of_its_fields(tmp_path: Path) -> None:
    own = f'[[choices]]\nid = "svar"\nanswers = [{YES}, {UNKNOWN}]\n'
    block(tmp_path, "om", "schema = 1\n" + field("a", "choice", choices='"svar"').replace("section.", "") + own)
    form = form_of(
        tmp_path, field("navn"), '[[section.field]]\nuse = "om"\n', field("b", "choice", choices='"svar"'), LIST
    )
    assert (answers(form, "a"), answers(form, "b")) == (["ja", "ukjent"], ["ja", "nei"])


def test_a_form_that_names_no_list_of_a_block_is_not_made_another_by_it(tmp_path: Path) -> None:
    before = form_of(tmp_path, field("navn")).digest
    block(tmp_path, "lister", "schema = 1\n" + LIST)
    assert form_of(tmp_path, field("navn")).digest == before
    assert form_of(tmp_path, field("navn"), field("a", "choice", choices='"svar"')).digest != before


def test_a_column_of_a_group_may_have_a_list(tmp_path: Path) -> None:
    group = '[[section.field]]\nid = "gr"\ntype = "group"\nlabel = { nb = "Gruppe" }\n'
    column = '[[section.field.field]]\nid = "hva"\ntype = "choice"\nlabel = { nb = "Hva" }\nchoices = "svar"\n'
    form = form_of(tmp_path, field("navn"), group + column, LIST)
    assert [choice.id for choice in form.groups["gr"].field[0].choices] == ["ja", "nei"]


def test_a_list_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    assert faults(tmp_path, field("navn"), field("a", "choice", choices='"svvar"'), LIST) == [
        "prove/skjema.toml: linje 20: Listen med svar «svvar» finnes ikke. En liste skrives som [[choices]] med id og answers."
        " Det finnes: «svar». [choices-unknown]",
    ]
    assert (
        "Det finnes: adressesperrer, instanser, moter. [choices-unknown]"
        in faults(tmp_path, field("navn"), field("a", "choice", choices='"x"'))[0]
    )


def test_a_fault_of_a_list_stands_where_the_list_does(tmp_path: Path) -> None:
    wrong = '[[choices]]\nid = "svar"\nanswers = [{ id = "ja" }]\n'
    found = faults(tmp_path, field("navn"), field("a", "choice", choices='"svar"'), wrong)
    assert [one.split(":")[1] for one in found] == [" linje 24"]


def test_a_block_is_called_as_the_form_calls_it(tmp_path: Path) -> None:
    block(tmp_path, "om", CHILD)
    block(tmp_path, "hjem", PARENTS)
    texts = 'texts = { skole = { nb = "Barnehage" }, les = { nb = "Les dette nøye." } }\n'
    columns = 'texts = { "foresatte.navn" = { nb = "Fullt navn" }, foresatte = { nb = "Forelder" } }\n'
    use = f'[[section.field]]\nuse = "om"\n{texts}[[section.field]]\nuse = "hjem"\n{columns}'
    form = form_of(tmp_path, field("navn"), use)
    assert form.fields["skole"].label == {"nb": "Barnehage"}
    assert (form.groups["foresatte"].label, form.groups["foresatte"].field[0].label) == (
        {"nb": "Forelder"},
        {"nb": "Fullt navn"},
    )
    assert [item.text for item in form.items if item.type == "note"] == [{"nb": "Les dette nøye."}]  # type: ignore[union-attr]


def test_a_text_for_what_the_block_hasnt_or_in_too_few_languages_is_told_at_the_use(tmp_path: Path) -> None:
    block(tmp_path, "om", CHILD)
    unknown = '[[section.field]]\nuse = "om"\ntexts = { skle = { nb = "Barnehage" } }\n'
    assert faults(tmp_path, field("navn"), unknown) == [
        "prove/skjema.toml: linje 19: «skle» er ikke navnet på noe felt her. Mente du «skole»? [name-unknown]",
    ]
    missing = '[[section.field]]\nuse = "om"\ntexts = { skole = { en = "Kindergarten" } }\n'
    found = faults(tmp_path, field("navn"), missing)
    assert [one.split(": ")[:2] for one in found] == [["prove/skjema.toml", "linje 19"]]


def test_further_fields_come_after_a_blocks_own(tmp_path: Path) -> None:
    block(tmp_path, "om", CHILD)
    more = '[[section.field.with]]\nid = "klasse"\ntype = "text"\nlabel = { nb = "Klasse" }\n'
    form = form_of(
        tmp_path, field("navn"), f'[[section.field]]\nuse = "om"\nrelevant = "navn != \'x\'"\n{more}', field("sist")
    )
    assert [item.id for item in form.items] == ["navn", "skole", "les", "klasse", "sist"]
    assert form.fields["klasse"].relevant == "navn != 'x'"


def test_further_fields_of_a_block_that_is_a_group_are_columns_of_it(tmp_path: Path) -> None:
    block(tmp_path, "hjem", PARENTS)
    more = '[[section.field.with]]\nid = "telefon"\ntype = "phone"\nlabel = { nb = "Telefon" }\n'
    form = form_of(tmp_path, field("navn"), f'[[section.field]]\nuse = "hjem"\n{more}')
    assert [column.id for column in form.groups["foresatte"].field] == ["navn", "telefon"]
    rows: list[list[Any]] = [["Navn", "Foresatt 1: Navn", "Foresatt 1: Telefon"], ["Kari", "Ola Berg", "22 22 22 22"]]
    (record,), problems = checked(form, sheet(tmp_path / "a.xlsx", rows))
    assert (record.values["foresatte"][0]["telefon"], lines(problems)) == ("22222222", [])


def test_a_fault_of_a_further_field_stands_at_its_line(tmp_path: Path) -> None:
    block(tmp_path, "hjem", PARENTS)
    more = '[[section.field.with]]\nid = "telefon"\ntype = "telefon"\nlabel = { nb = "Telefon" }\n'
    found = faults(tmp_path, field("navn"), f'[[section.field]]\nuse = "hjem"\n{more}')
    assert [one.split(": ")[:2] for one in found] == [["prove/skjema.toml", "linje 21"]]


def test_an_editor_is_told_of_both() -> None:
    parts = json_schema("skjema")["$defs"]
    assert {"type": "string"} in parts["Field"]["properties"]["choices"]["anyOf"]
    assert "with" in parts["Use"]["properties"]


def test_all_of_it_reaches_workbook_word_and_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    block(tmp_path, "hjem", PARENTS)
    more = '[[section.field.with]]\nid = "ansvar"\ntype = "choice"\nlabel = { nb = "Ansvar" }\nchoices = "svar"\n'
    use = f'[[section.field]]\nuse = "hjem"\ntexts = {{ "foresatte.navn" = {{ nb = "Fullt navn" }} }}\n{more}'
    form_of(tmp_path, field("navn"), use, LIST)
    assert skjema("lint", "prove").code == 0
    assert skjema("sheet", "prove").code == 0
    data = [{"navn": "Kari", "foresatte": [{"navn": "Ola Berg", "ansvar": "Ja"}]}]
    (tmp_path / "a.json").write_text(json.dumps(data), "utf-8")
    assert "[no-rows]" in skjema("check", "prove", "prove.xlsx").out  # and no heading is unknown
    assert skjema("fill", "prove", "a.json", "-o", "ut").code == 0
    assert len(list((tmp_path / "ut").glob("prove-0001.*"))) == 2


def test_a_fault_of_a_list_is_told_whether_a_field_names_it_or_not(tmp_path: Path) -> None:
    wrong = '[[choices]]\nid = "svar"\nanswersx = 3\n'
    assert {one.rpartition("[")[2] for one in faults(tmp_path, field("navn"), wrong)} == {
        "key-unknown]",
        "key-missing]",
    }


def test_a_list_without_answers_or_with_anothers_name_is_a_fault(tmp_path: Path) -> None:
    using = (field("navn"), field("a", "choice", choices='"svar"'))
    assert [one.rpartition("[")[2] for one in faults(tmp_path, *using, '[[choices]]\nid = "svar"\nanswers = []\n')] == [
        "key-missing]"
    ]
    assert [one.rpartition("[")[2] for one in faults(tmp_path, *using, LIST + LIST)] == ["id-twice]"]


def test_a_fault_of_a_block_is_told_once_whoever_opens_it_first(tmp_path: Path) -> None:
    block(tmp_path, "om", f'{CHILD}\n[[choices]]\nid = "svar"\nanswers = [{{ id = "ja" }}]\n')
    found = faults(tmp_path, field("navn"), field("a", "choice", choices='"svar"'), '[[section.field]]\nuse = "om"\n')
    assert len(found) == 1


def test_a_text_for_a_field_with_a_fault_of_its_own_is_no_second_fault(tmp_path: Path) -> None:
    block(tmp_path, "om", CHILD.replace('type = "text"', 'type = "tekst"'))
    use = '[[section.field]]\nuse = "om"\ntexts = { skole = { nb = "Barnehage" } }\n'
    assert [one.rpartition("[")[2] for one in faults(tmp_path, field("navn"), use)] == ["key-value]"]
