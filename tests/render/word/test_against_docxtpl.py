"""The engine renders what docxtpl renders; where it differs, docxtpl lost something, and the test says what."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document
from docx.shared import Cm
from lxml import etree

from skjema.definition.model import Form
from skjema.render.word.context import context
from skjema.render.word.static_parts import build_template
from tests.drawing import example
from tests.reading_back import W, docx_text
from tests.render.word.documents import canonical, docx, docxtpl_renders, one_form, render, with_footnote, with_part

CONTEXT: dict[str, Any] = {
    "navn": "Čáhppes Đuŋŋá & <Sønn>",
    "tom": "",
    "ja": True,
    "nei": False,
    "linjer": "én\nto",
    "rader": [{"a": "A1 & Co", "b": "<B1>"}, {"a": "A2", "b": "B2"}, {"a": "", "b": "B3"}],
    "ord": ["en", "to"],
}


def rows(document: Document) -> None:
    table = document.add_table(rows=0, cols=2)
    for texts in (
        ("Hode", "{{ navn }}"),
        ("{%tr for r in rader %}", ""),
        ("{{ r.a }}", "{{ r.b }}"),
        ("{%tr endfor %}", ""),
    ):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text


def runs(document: Document) -> None:
    """A tag that Word has split into runs of different shape, as it does when one edits."""
    paragraph = document.add_paragraph("Navn: ")
    for text, bold in (("{", False), ("{ na", True), ("vn", False), (" }", True), ("} slutt", False)):
        paragraph.add_run(text).bold = bold


def columns(document: Document) -> None:
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("{%tc for o in ord %}", "{{ o }}", "{%tc endfor %}"), strict=True):
        cell.text = text


def spans(document: Document) -> None:
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "{% colspan 2 %}{{ navn }}"
    table.cell(1, 0).text, table.cell(1, 1).text = "a", "b"
    table.rows[0]._tr.remove(table.rows[0]._tr.tc_lst[1])


def shades(document: Document) -> None:
    document.add_table(rows=1, cols=1).cell(0, 0).text = "{% cellbg 'FF0000' %}{{ navn }}"


def merged(document: Document) -> None:
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).text = "{%tr for r in rader %}"
    table.cell(1, 0).text, table.cell(1, 1).text = "{% vm %}{{ navn }}", "{{ r.a }}"
    table.cell(2, 0).text = "{%tr endfor %}"


def pictures(document: Document) -> None:
    from tests.drawing import SAMPLES

    document.add_paragraph("{%p for r in rader %}")
    document.add_picture(str(SAMPLES / "logo.png"), width=Cm(1))
    document.add_paragraph("{%p endfor %}")


def two_sections(document: Document) -> None:
    document.add_section()


PARAGRAPHS = {
    "value": ["Hei {{ navn }}, {{navn}}."],
    "empty value": ["[{{ tom }}]"],
    "condition in a line": ["{% if ja %}Ja{% else %}Nei{% endif %} og {% if nei %}nei{% endif %}"],
    "condition over paragraphs": ["{%p if ja %}", "med {{ navn }}", "{%p else %}", "uten", "{%p endif %}", "slutt"],
    "loop over paragraphs": ["{%p for r in rader %}", "{{ r.a }}: {{ r.b }}", "{%p endfor %}"],
    "loop in a line": ["{% for o in ord %}{{ o }}{% if not loop.last %}, {% endif %}{% endfor %}"],
    "run tags": ["Før {%r if ja %}midt{%r endif %} etter"],
    "merged paragraphs": ["før {%- if ja %}", "midt", "{% endif -%}", "etter"],
    "comments": ["a{# borte #}b", "{#p hele avsnittet borte #}", "c"],
    "literal braces": ["{_{ navn }_} og {_% if %_}"],
    "line breaks": ["Linjer: {{ linjer }}"],
    "smart quotes": ["{{ “fast tekst” }} {% if navn == ‘x’ %}x{% endif %}"],
    "filters": ["{{ navn|upper }} {{ ord|join(', ') }} {{ ord|length }}"],
    "nothing to fill in": ["Bare tekst."],
}
DRAWN: dict[str, Callable[[Document], None]] = {
    "rows": rows, "split runs": runs, "columns": columns, "colspan": spans, "cellbg": shades, "vertical merge": merged,
    "pictures": pictures,
}  # fmt: skip


@pytest.mark.parametrize("paragraphs", PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_paragraphs_are_rendered_as_docxtpl_renders_them(paragraphs: list[str]) -> None:
    template = docx(*paragraphs)
    assert canonical(render(template, **CONTEXT)) == canonical(docxtpl_renders(template, CONTEXT))


@pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN)
def test_tables_runs_and_pictures_are_rendered_as_docxtpl_renders_them(draw: Callable[[Document], None]) -> None:
    template = docx("{{ navn }}", draw=draw)
    assert canonical(render(template, **CONTEXT)) == canonical(docxtpl_renders(template, CONTEXT))


def test_headers_and_footers_are_rendered_as_docxtpl_renders_them() -> None:
    def draw(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ navn }}"
        document.sections[0].footer.paragraphs[0].text = "{% if ja %}bunn{% endif %}"

    template = docx("{{ navn }}", draw=draw)
    for part in ("word/header1.xml", "word/footer1.xml"):
        assert canonical(render(template, **CONTEXT), part) == canonical(docxtpl_renders(template, CONTEXT), part)


# Where they differ


def test_a_tab_is_an_element_where_docxtpl_cuts_the_run_in_three() -> None:
    template = docx("{{ navn }}")
    assert docx_text(render(template, navn="a\tb")) == "a\tb" == docx_text(docxtpl_renders(template, {"navn": "a\tb"}))


def test_control_characters_of_words_own_do_not_become_paragraphs_or_pages() -> None:
    # \a and \f never reach a template: validation refuses them
    assert docx_text(docxtpl_renders(docx("{{ navn }}"), {"navn": "a\ab"})) == "a\nb"


def test_properties_are_escaped_once_and_none_are_added() -> None:
    def draw(document: Document) -> None:
        document.core_properties.title = "{{ navn }}"

    template = docx("x", draw=draw)
    ours, theirs = (canonical(made, "docProps/core.xml").decode() for made in (
        render(template, navn="Barn & unge"), docxtpl_renders(template, {"navn": "Barn & unge"})
    ))  # fmt: skip
    assert "Barn &amp; unge<" in ours
    assert "Barn &amp;amp; unge<" in theirs
    assert "dc:identifier" in theirs
    assert "dc:identifier" not in ours


def test_footnotes_are_rendered_once_so_that_data_are_never_a_template() -> None:
    template = with_footnote(docx("x", draw=two_sections), "{{ navn }}")
    hostile = {"navn": "{{ 7*7 }}"}
    assert b">{{ 7*7 }}<" in canonical(render(template, **hostile), "word/footnotes.xml")
    assert b">49<" in canonical(docxtpl_renders(template, hostile), "word/footnotes.xml")


def test_grids_of_nested_tables_and_of_rows_that_skip_columns_stay_as_they_are() -> None:
    def draw(document: Document) -> None:
        outer = document.add_table(rows=1, cols=1)
        outer.cell(0, 0).add_table(rows=1, cols=4)

    template = docx("{{ navn }}", draw=draw)
    assert canonical(render(template, navn="x")).count(b"gridCol ") == 5
    assert canonical(docxtpl_renders(template, {"navn": "x"})).count(b"gridCol ") == 8


def test_a_table_without_a_grid_is_left_alone() -> None:
    template = with_part(
        docx("{{ navn }}", draw=lambda document: document.add_table(rows=1, cols=2)), "word/document.xml",
        lambda xml: xml[: xml.index("<w:tblGrid>")] + xml[xml.index("</w:tblGrid>") + len("</w:tblGrid>") :],
    )  # fmt: skip
    assert docx_text(render(template, navn="x")) == "x"
    with pytest.raises(AttributeError):
        docxtpl_renders(template, {"navn": "x"})


def without_controls(part: bytes) -> bytes:
    """A part without the properties of its content controls, and without what they hold."""
    root = etree.fromstring(part)
    for control in list(root.iter(f"{W}sdt")):
        for properties in control.findall(f"{W}sdtPr"):
            control.remove(properties)
        for words in control.iter(f"{W}t"):
            words.text = ""
    return one_form(root)


def test_built_templates_are_rendered_as_docxtpl_renders_them_but_for_their_controls(
    tried: Form, tmp_path: Path
) -> None:
    template = build_template(tried, "nb")
    names = context(tried, example(tried, tmp_path), "nb")
    ours, theirs = render(template, **names), docxtpl_renders(template, names)
    assert without_controls(canonical(ours)) == without_controls(canonical(theirs))
    assert canonical(ours, "word/footer1.xml") == canonical(theirs, "word/footer1.xml")
