"""Lint measures the pages and the workbook that a form makes: each form here is made to fail."""

import re
from pathlib import Path

import pytest

from skjema.cli.lint_pages import _example_pdfs
from skjema.definition.example import example_records
from skjema.definition.model import Form
from tests.cli.running import skjema
from tests.drawing import HEAD, field, write_form

NAVN = field("navn", required="true")
LONG = "Barnevernstjenesteledersamtykkeerklæring"
ANSWERS = "[" + ", ".join(f'{{ id = "s{at}", label = {{ nb = "{LONG}{at}" }} }}' for at in range(3)) + "]"
GROUP = (
    '[[section.field]]\nid = "grupper"\ntype = "group"\nlabel = { nb = "Rad" }\n'
    + "".join(
        f'[[section.field.field]]\nid = "k{at}"\ntype = "text"\nlabel = {{ nb = "{LONG}{at}" }}\nwidth = 2\n'
        for at in range(6)
    )
)  # fmt: skip


def titled(name: str, label: str, **keys: str) -> str:
    return field(name, label=f'{{ nb = "{label}" }}', **keys)


FAILING = {
    "a label wider than its field": NAVN + titled("a", LONG, width="1") + titled("b", LONG + "to", width="1"),
    "a label that runs off the page": NAVN + titled("a", "A", width="11") + titled("b", LONG, width="1"),
    "headings of a table": NAVN + GROUP,
    "a title longer than the line": NAVN
    + '[[section]]\nid = "to"\ntitle = { nb = "'
    + "Barnevern" * 12
    + '" }\n'
    + field("c"),
}


@pytest.mark.parametrize("layout", ["fixed", "flowing"])
@pytest.mark.parametrize("fields", FAILING.values(), ids=FAILING)
def test_what_collides_or_runs_off_the_page_is_told(fields: str, layout: str, folder: Path) -> None:
    write_form(folder, '[[section]]\nid = "del"\n' + fields, HEAD.replace('"fixed"', f'"{layout}"'))
    assert skjema("build", "prove").code == 0
    found = skjema("lint", "prove")
    assert found.code == 1
    assert {line.rpartition("[")[2] for line in found.lines} <= {"page-collides]", "page-outside]", "page-word-broken]"}
    assert LONG[:9] in found.out or "Barnevern" in found.out


def test_letters_that_the_font_lacks_are_an_error(folder: Path) -> None:
    write_form(folder, '[[section]]\nid = "del"\n' + NAVN + titled("a", "الاسم"))
    found = skjema("lint", "prove")
    assert found.code != 0
    assert "[form-letters-lacking]" in found.out


def test_a_form_that_has_room_is_sound(folder: Path) -> None:
    write_form(
        folder,
        '[[section]]\nid = "del"\n'
        + NAVN
        + titled("a", "Barnehage eller skole", width="6")
        + titled("b", "Sted", width="6"),
    )
    skjema("build", "prove")
    assert skjema("lint", "prove").code == 0


def test_what_was_measured_is_remembered_until_the_form_changes(folder: Path) -> None:
    write_form(folder, '[[section]]\nid = "del"\n' + NAVN)
    skjema("build", "prove")
    assert skjema("lint", "prove").code == 0
    write_form(folder, '[[section]]\nid = "del"\n' + FAILING["a label that runs off the page"])
    skjema("build", "prove", "--overwrite")
    assert skjema("lint", "prove").code == 1


EXAMPLES = {
    "{": "json-syntax",
    "[1]": "json-not-object",
    '"a"': "json-not-object",
    "{}": "required-empty",
    '[{"navn": "Kari Nes"}, {"navn": ""}]': "required-empty",
    '[{"navn": "Kari Nes"}]': "",
}


@pytest.mark.parametrize(("content", "code"), EXAMPLES.items())
def test_an_example_that_cannot_be_printed_is_told(content: str, code: str, folder: Path) -> None:
    write_form(folder, '[[section]]\nid = "del"\n' + NAVN)
    assert skjema("build", "prove").code == 0
    (folder / "templates" / "prove" / "eksempel.json").write_text(content, "utf-8")
    found = skjema("lint", "prove")
    assert re.findall(r"\[([a-z-]+)\]", found.out) == [code] * bool(code)
    assert (found.code == 0) is not bool(code)


def test_the_pages_that_are_measured_are_those_of_the_example_too(tried: Form) -> None:
    assert min(2, len(example_records(tried))) <= len(list(_example_pdfs(tried, "nb"))) <= 3


def test_an_answer_that_its_box_has_no_room_for_is_told(folder: Path) -> None:
    labels = ("Barnehage med egen avdeling for de yngste", *(f"Skole {at}" for at in range(8)))
    answers = "[" + ", ".join(f'{{ id = "s{at}", label = {{ nb = "{one}" }} }}' for at, one in enumerate(labels)) + "]"
    fields = field("navn") + field("sted", "choice", choices=answers, width="3")
    write_form(folder, '[[section]]\nid = "del"\n' + fields, HEAD)
    told = skjema("lint", "prove").out
    assert "Svaret «Barnehage med egen avdeling for de yngste» får ikke plass i feltet sted (nb)." in told
    assert "«Skole" not in told
