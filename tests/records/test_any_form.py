"""Any form that is sound: the workbook made for it is read back as it was filled in."""

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.errors import DefinitionError
from skjema.render.workbook.input_sheet import input_workbook
from tests.drawing import HEAD, checked, write_form

VALUES: dict[str, Any] = {
    "text": "Ord", "longtext": "Flere ord\nog en linje", "name": "Kari Nordmann", "date": "2026-03-01", "time": "09:30",
    "integer": 4, "decimal": 2.5, "yes_no": True, "choice": "a", "choices": ["b"], "fodselsnummer": "01888845530",
    "organisasjonsnummer": "974760673", "kontonummer": "18136445320", "postnummer": "8006", "kommunenummer": "1804",
    "phone": "75 55 50 00", "email": "post@example.no",
}  # fmt: skip
"""A value that each type of field may have; the numbers are synthetic or a register's own example."""
ANSWERS = '[{ id = "a", label = { nb = "Ja visst", nn = "Ja da" } }, { id = "b", label = { nb = "Vet ikke", nn = "Veit ikkje" } }]'
WORDS = (
    "Navn",
    "A",
    "nav",
    "Fast",
    "b: Vet ikke",
    "=1+1",
    "-",
    "Felles",
    "Lister",
    "Rad 1",
    "Et ark med et navn som er langt nok",
)
IDS = st.sampled_from(
    ["nav", "bup", "ppt", "a_b", "ab", *(f"{one}{more}" for one in "abcdef" for more in ("", "g", "gh"))]
)
TEXTS = st.sampled_from([*WORDS, "nav", "a", *(f"Ord {at}" for at in range(100))])
LABELS = st.builds(lambda nb, nn: f'{{ nb = "{nb}", nn = "{nn}" }}', TEXTS, TEXTS)
TWO_LANGUAGES = HEAD.replace('["nb"]', '["nb", "nn"]').replace('"Prøve"', '"P", nn = "P"').replace(
    '"Rader"', '"Rader", nn = "Rader"'
).replace('["navn"]', '["k"]')  # fmt: skip
KEY = ("k", "text", '{ nb = "Nøkkel", nn = "Nykel" }', "")
MORE = st.sampled_from(["", "profile = true", 'headers = ["Navn"]', 'headers = [["A", "B"]]', "required = true"])
FIELDS = st.tuples(IDS, st.sampled_from(sorted(VALUES)), LABELS, MORE)
COLUMNS = st.lists(
    st.tuples(IDS, st.sampled_from(sorted(VALUES.keys() - {"choices"})), LABELS, st.just("")),
    min_size=1,
    max_size=3,
    unique_by=lambda one: one[0],
)
SHAPES = st.sampled_from(
    [
        "",
        "max = 2",
        'row = [{ id = "x", label = { nb = "X", nn = "X" } }, { id = "y", label = { nb = "Y", nn = "Y" } }]',
    ]
)
GROUPS = st.tuples(IDS, LABELS, SHAPES, COLUMNS)


def field_text(field: tuple[str, str, str, str], table: str) -> str:
    name, kind, label, more = field
    answers = f"choices = {ANSWERS}\n" if kind.startswith("choice") else ""
    return f'[[section.{table}]]\nid = "{name}"\ntype = "{kind}"\nlabel = {label}\n{answers}{more}\n'


def definition(fields: list[Any], groups: list[Any], title: str) -> str:
    body = f'[[section]]\nid = "del"\ntitle = {title}\n' + "".join(
        field_text(field, "field") for field in [KEY, *fields]
    )
    for name, label, shape, columns in groups:
        body += f'[[section.field]]\nid = "{name}"\ntype = "group"\nlabel = {label}\n{shape}\n'
        body += "".join(field_text(column, "field.field") for column in columns)
    return body


def record(form: Form) -> dict[str, Any]:
    """A record with something in every field of the form that is written row by row."""
    values: dict[str, Any] = {field.id: VALUES[field.type] for field in form.fields.values() if not field.profile}
    for group in form.groups.values():
        row = {column.id: VALUES[column.type] for column in group.field}
        values[group.id] = {fixed.id: row for fixed in group.row} if group.row else [row, row]
    return values


@given(
    fields=st.lists(FIELDS, max_size=4, unique_by=lambda one: one[0]),
    groups=st.lists(GROUPS, min_size=0, max_size=2, unique_by=lambda one: one[0]),
    title=LABELS,
    language=st.sampled_from(["nb", "nn"]),
)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_a_workbook_made_for_a_sound_form_is_read_as_it_was_filled(
    fields: list[Any], groups: list[Any], title: str, language: Any
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        try:
            form = load_form(write_form(folder, definition(fields, groups, title), TWO_LANGUAGES))
        except DefinitionError:
            return
        common = {field.id: VALUES[field.type] for field in form.fields.values() if field.profile}
        (folder / "a.xlsx").write_bytes(input_workbook(form, language, [record(form)], common))
        (folder / "a.json").write_text(json.dumps([{**record(form), **common}]), "utf-8")
        from_book, problems = checked(form, folder / "a.xlsx")
        from_json, _ = checked(form, folder / "a.json")
    said = ("rows-", "group-row-twice")  # the examples of two rows may be alike
    assert [one for one in problems if not one.code.startswith(said)] == []
    assert [record.values for record in from_book] == [record.values for record in from_json]
