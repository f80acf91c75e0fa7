"""Rules of law that forms share: called by name, dated, and each used by some form."""

import json
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from skjema.definition.catalogue import RULES
from skjema.definition.expressions import parse_expression
from skjema.definition.form_cache import load_form
from skjema.definition.model import Form, Note
from skjema.definition.rule_book import RuleBook, read_rules
from skjema.definition.toml_file import TomlFile
from skjema.errors import DefinitionError
from skjema.layout.variants import blank_variant
from skjema.records.input import Input
from skjema.validation.check import RecordChecker
from skjema.validation.checked import CheckedRecord
from tests.drawing import TEMPLATES, field, form_of

FILE = TEMPLATES / RULES
TABLES: dict[str, Any] = tomllib.loads(FILE.read_text("utf-8"))
SOURCES = (Path(__file__).parents[2] / "docs" / "sources.md").read_text("utf-8")
ENTRIES = [one for kind in ("setting", "condition", "rule", "principle") for one in TABLES[kind]]
OLD_AND_NEW = """schema = 1
[[condition]]
id = "myndig"
rule = "A8"
area = "alle"
says = { nb = "Personen er voksen." }
test = "alder >= 21"
source = "her"
valid_to = 2026-06-30

[[condition]]
id = "myndig"
rule = "A8"
area = "alle"
says = { nb = "Personen er voksen." }
test = "alder >= 18"
source = "her"
valid_from = 2026-07-01

[[rule]]
id = "for-ung"
rule = "A8"
area = "alle"
test = "rule('myndig')"
message = { nb = "Personen er for ung." }
source = "her"
valid_to = 2026-12-31

[[rule]]
id = "for-ung"
rule = "A8"
area = "alle"
test = "alder >= 16"
message = { nb = "Personen er for ung nå også." }
source = "her"
valid_from = 2027-01-01

[[setting]]
id = "grense"
rule = "A7"
area = "alle"
default = 15
label = { nb = "Grense" }
"""


def book_of(path: Path) -> RuleBook:
    return read_rules([TomlFile(path)])


def form_with_rules(folder: Path, *fields: str, more: str = "") -> Form:
    """A form beside a rule book of its own."""
    (folder / "templates").mkdir(parents=True, exist_ok=True)
    (folder / "templates" / RULES).write_text(OLD_AND_NEW, "utf-8")
    return form_of(folder, field("navn"), field("alder", "integer"), *fields, more=more)


def on(form: Form, folder: Path, day: date, **values: Any) -> CheckedRecord:
    """One record as it is judged on a day."""
    file = folder / "data.json"
    file.write_text(json.dumps([values]), "utf-8")
    data = Input(form, [file], "ask")
    return next(RecordChecker(form, day, frozenset(data.missing_columns)).check(record) for record in data)


def form_with_own(folder: Path, rules: str, *fields: str) -> Form:
    """A form whose one rule is the office's own condition."""
    (folder / "templates" / RULES).write_text(rules, "utf-8")
    return form_of(folder, field("navn"), *fields, more='[[rule]]\nuse = "for-ung"\ntest = "rule(\'egen\')"\n')


def told(form: Form, folder: Path, day: date, **values: Any) -> list[str]:
    return [one.code for one in on(form, folder, day, **({"navn": "Kari Nordmann"} | values)).problems]


def days_of_change() -> Iterator[tuple[str, date]]:
    for one in (*TABLES["condition"], *TABLES["rule"]):
        if "valid_from" in one:
            yield one["id"], one["valid_from"]
        if "valid_to" in one:
            yield one["id"], one["valid_to"] + timedelta(days=1)


def test_every_entry_has_a_source_that_was_opened() -> None:
    for one in ENTRIES:
        assert f"## {one['source'].removeprefix('docs/sources.md#')}\n" in SOURCES, one


def test_no_rule_by_age_or_law_is_left_out() -> None:
    assert {one["rule"] for one in ENTRIES} == {f"A{number}" for number in range(1, 20)}


@pytest.mark.parametrize("one", [one for one in ENTRIES if "id" in one], ids=lambda one: one["id"])
def test_every_entry_is_used_by_some_form(one: dict[str, Any]) -> None:
    texts = "".join(path.read_text("utf-8") for path in (FILE, *TEMPLATES.glob("*/*.toml")))
    assert f"rule('{one['id']}')" in texts or f'use = "{one["id"]}"' in texts


def test_no_form_has_an_age_of_its_own_where_the_law_gives_one() -> None:
    for path in TEMPLATES.glob("*/*.toml"):
        text = path.read_text("utf-8")
        assert "age(barn_fodselsdato, today) >= 15" not in text, path
        assert "age(barn_fodselsdato, today) >= 18" not in text, path
        assert "ungdom_samtykker_fra" not in text, path


@pytest.mark.parametrize(("name", "day"), sorted(set(days_of_change())), ids=str)
def test_a_change_of_law_shows_on_its_day_and_not_before(name: str, day: date) -> None:
    expression = parse_expression(book_of(FILE).tests()[name])
    row = {"rolle": "fosterforelder", "foreldreansvar": "nei", "barnevern_omsorg": True}
    before, after = (expression(row | {"today": one}) for one in (day - timedelta(days=1), day))
    assert before != after


def test_a_form_follows_the_law_of_its_day(tmp_path: Path) -> None:
    form = form_with_rules(tmp_path, more='[[rule]]\nuse = "for-ung"\n')
    assert told(form, tmp_path, date(2026, 6, 30), alder=19) == ["for-ung"]
    assert told(form, tmp_path, date(2026, 7, 1), alder=19) == []
    assert told(form, tmp_path, date(2026, 12, 31), alder=17) == ["for-ung"]
    assert told(form, tmp_path, date(2027, 1, 1), alder=17) == []


def test_a_form_says_whom_a_rule_concerns_what_it_asks_and_in_its_own_words(tmp_path: Path) -> None:
    use = '[[rule]]\nuse = "for-ung"\nrelevant = "navn != \'Per Hansen\'"\nmessage = { nb = "Vent." }\n'
    form = form_with_rules(tmp_path, more=use)
    day = date(2026, 7, 1)
    problems = on(form, tmp_path, day, navn="Kari Nordmann", alder=17).problems
    assert [(one.code, one.message) for one in problems] == [("for-ung", {"nb": "Vent."})]
    assert told(form, tmp_path, day, navn="Per Hansen", alder=17) == []
    other = form_with_rules(tmp_path / "b", more='[[rule]]\nuse = "for-ung"\ntest = "alder >= 50"\n')
    assert told(other, tmp_path, day, alder=49) == ["for-ung"]


def test_a_setting_is_shared_and_the_municipality_sets_it(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / RULES).write_text(OLD_AND_NEW, "utf-8")
    more = '[[setting]]\nuse = "grense"\n'
    assert form_of(tmp_path, field("navn"), more=more).settings == {"grense": 15}
    kommune = "[settings]\ngrense = 16\n"
    assert form_of(tmp_path, field("navn"), more=more, kommune=kommune).settings == {"grense": 16}


def test_a_rule_of_the_office_hides_the_bundled_one_and_the_others_stay(tmp_path: Path) -> None:
    form = form_with_rules(
        tmp_path, more='[[rule]]\nuse = "for-ung"\n[[rule]]\nuse = "bare-en-forelder"\ntest = "true"\n'
    )
    assert [rule.id for rule in form.rules] == ["for-ung", "for-ung", "bare-en-forelder"]


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ('[[rule]]\nuse = "for-gammel"\n', 22),
        ('[[setting]]\nuse = "grensen"\n', 22),
        ('[[rule]]\nid = "a"\ntest = "rule(\'mynig\')"\nmessage = { nb = "B." }\n', 23),
    ],
)
def test_a_name_that_no_rule_has_is_told_with_the_nearest(tmp_path: Path, more: str, line: int) -> None:
    with pytest.raises(DefinitionError) as told:
        form_with_rules(tmp_path, more=more)
    (problem,) = told.value.problems
    assert problem.code == "rule-unknown"
    assert problem.place
    assert problem.place.row == line


def test_a_fault_of_the_rules_is_told_in_their_own_file(tmp_path: Path) -> None:
    form = form_with_rules(tmp_path, more='[[rule]]\nuse = "for-ung"\n')
    own = form.folder.parent / RULES
    own.write_text(OLD_AND_NEW.replace('area = "alle"', 'area = "annet"', 1), "utf-8")
    with pytest.raises(DefinitionError) as told:
        load_form(form.folder)
    (problem,) = told.value.problems
    assert (problem.code, problem.place and problem.place.file) == ("key-value", f"templates/{RULES}")


def test_a_condition_of_the_office_may_call_a_bundled_one_and_not_itself(tmp_path: Path) -> None:
    entry = """[[condition]]
id = "{0}"
rule = "A4"
area = "alle"
says = {{ nb = "Noe." }}
test = "{1}"
source = "her"
"""
    form = form_with_rules(tmp_path)
    own = form.folder.parent / RULES
    rule = "barn_fodselsdato == none or rule('eleven-bestemmer')"
    date_field = field("barn_fodselsdato", "date")
    own.write_text(OLD_AND_NEW + entry.format("egen", rule), "utf-8")
    again = form_with_own(tmp_path, own.read_text("utf-8"), date_field)
    assert told(again, tmp_path, date(2026, 7, 1), barn_fodselsdato="2012-01-01") == ["for-ung"]
    assert told(again, tmp_path, date(2026, 7, 1), barn_fodselsdato="2010-01-01") == []
    own.write_text(OLD_AND_NEW + entry.format("egen", "rule('egen')"), "utf-8")
    with pytest.raises(DefinitionError) as caught:
        load_form(form.folder)
    assert [one.code for one in caught.value.problems] == ["expression-function"]


def test_what_the_law_says_no_more_is_not_on_the_blank_form(tmp_path: Path) -> None:
    note = '[[section.field]]\nid = "{0}"\ntype = "note"\ntext = {{ nb = "Tekst" }}\nrelevant = "{1} and navn"\n'
    before = note.format("gammel", "today < date('2026-07-01')")
    form = form_of(tmp_path, field("navn"), before, note.format("ny", "today >= date('2026-07-01')"))
    assert blank_variant(form, "nb").hidden == {"gammel"}


def test_a_form_of_the_day_before_the_health_act_changed_says_otherwise(samarbeid: Form, tmp_path: Path) -> None:
    """Lov 23. januar 2026 nr. 1, in force 1 July 2026: the right to object moved from § 25 to § 29."""
    notes = {item.id: item.text["nb"] for item in samarbeid.items if isinstance(item, Note)}
    assert "§ 25" in notes["helse_tekst_par_25"]
    assert "§ 29" in notes["helse_tekst_par_29"]
    days = (date(2026, 6, 30), date(2026, 7, 1))
    before, after = (on(samarbeid, tmp_path, day, rettsomrade=["helse"]).hidden for day in days)
    assert "helse_tekst_par_29" in before - after
    assert "helse_tekst_par_25" in after - before
