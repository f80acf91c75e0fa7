"""Every feature that docxtpl's documentation names, in a specimen: the same part as docxtpl makes it, or what is meant.

Where docxtpl takes an object that a program makes (RichText, Listing), the same words stand here in a value as data.
"""

import re
from collections.abc import Callable
from typing import Any

import pytest
from docx.document import Document
from docxtpl import listing, richtext

from tests.drawing import SAMPLES
from tests.reading_back import W, docx_part, docx_text
from tests.render.word.documents import canonical, docx, docxtpl_renders, one_form, render, with_part

RichText: Any = richtext.RichText
RichTextParagraph: Any = richtext.RichTextParagraph
Listing: Any = listing.Listing

VALUES: dict[str, Any] = {
    "navn": "Čáhppes & <Sønn>",
    "ja": True,
    "nei": False,
    "tom": "",
    "tall": "7",
    "ord": ["en", "to", "tre"],
    "rader": [{"a": "A1", "farge": "FF0000", "inne": ["x", "y"]}, {"a": "A2", "farge": "00FF00", "inne": ["z"]}],
    "priser": {"eple": "10", "pære": "12"},
}


def grid(*rows: tuple[str, ...]) -> Callable[[Document], None]:
    """A table whose cells say this; a cell that says None is taken away."""

    def draw(document: Document) -> None:
        table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
        for row, texts in zip(table.rows, rows, strict=True):
            cells = row.cells
            for cell, text in zip(cells, texts, strict=False):
                cell.text = text
            for cell in cells[len(texts) :]:
                row._tr.remove(cell._tc)

    return draw


def split(*texts: str) -> Callable[[Document], None]:
    """A paragraph whose runs say this, each of another look, as Word leaves it when one edits."""

    def draw(document: Document) -> None:
        paragraph = document.add_paragraph()
        for number, text in enumerate(texts):
            paragraph.add_run(text).bold = number % 2 == 1

    return draw


def written(*texts: str) -> Callable[[Document], None]:
    def draw(document: Document) -> None:
        for text in texts:
            document.add_paragraph(text)

    return draw


FEATURES: dict[str, Callable[[Document], None]] = {
    # Tags
    "value in a split run": split("Hei {", "{ nav", "n }", "} der"),
    "condition in a split run": split("{% i", "f ja %", "}Ja{% e", "lse %}Nei{% endif %}"),
    "row loop": grid(("Hode", ""), ("{%tr for r in rader %}", ""), ("{{ r.a }}", "{{ loop.index }}"), ("{%tr endfor %}", "")),
    "row condition": grid(("{%tr if ja %}",), ("{{ navn }}",), ("{%tr else %}",), ("nei",), ("{%tr endif %}",)),
    "column loop": grid(("{%tc for o in ord %}", "{{ o }}", "{%tc endfor %}"), ("{%tc for o in ord %}", "x", "{%tc endfor %}")),
    "fewer columns": grid(("{%tc for o in tom %}", "{{ o }}", "{%tc endfor %}", "igjen")),
    "paragraph loop": written("{%p for o in ord %}", "{{ loop.index }}. {{ o }}", "{%p endfor %}"),
    "run condition": written("a {%r if ja %}midt{%r endif %} b"),
    "loop over pairs": written("{% for navn, verdi in priser.items() %}{{ navn }} {{ verdi }};{% endfor %}"),
    "loop with else": written("{% for o in tom %}{{ o }}{% else %}ingen{% endfor %}"),
    "nested loops": written("{% for r in rader %}{{ r.a }}:{% for i in r.inne %}{{ i }}{% endfor %} {% endfor %}"),
    "loop variables": written("{% for o in ord %}{% if loop.first %}<{% endif %}{{ o }}{% if loop.last %}>{% endif %}{% endfor %}"),
    "set": written("{% set x = navn %}{{ x }}"),
    "macro": written("{% macro hei(x) %}Hei {{ x }}{% endmacro %}{{ hei(navn) }}"),
    "filter block": written("{% filter upper %}{{ ord[0] }}{% endfilter %}"),
    "with": written("{% with a = tall %}{{ a }}{% endwith %}"),
    "namespace": written("{% set n = namespace(x='') %}{% for o in ord %}{% set n.x = n.x ~ o %}{% endfor %}{{ n.x }}"),
    "arithmetic": written("{{ 2 * 3 + 1 }} {{ 7 // 2 }} {{ 'a' ~ 'b' }}"),
    "comparisons": written("{% if tall == '7' and navn != tom or nei %}ja{% endif %}"),
    "tests": written("{% if ukjent is defined %}a{% else %}b{% endif %} {{ navn is string }}"),
    "slices": written("{{ ord[0] }} {{ ord[1:]|join }} {{ navn[:3] }}"),
    "filters": written("{{ navn|upper }} {{ ord|join(', ') }} {{ ord|length }} {{ tom|default('-', true) }} {{ ord|first }}"),
    "whitespace control": written("a {{- navn -}} b"),
    # Comments, splitting and merging, escaping
    "comment": written("a{# ikke med #}b"),
    "paragraph comment": written("a", "{#p ikke med #}", "b"),
    "row comment": grid(("{#tr ikke med #}", "heller ikke"), ("med", "og med")),
    "cell comment": grid(("{#tc ikke med #}", "med")),
    "merge with the paragraph before": written("a", "{%- if ja %} b", "{% endif %}"),
    "merge with the paragraph after": written("{% if ja -%}", "a{% endif %}"),
    "literal braces": written("{_{ navn }_} {_% if %_}"),
    # Tables
    "horizontal span": grid(("{% colspan ord|length %}{{ navn }}",), ("a", "b", "c")),
    "cell color": grid(("{%tr for r in rader %}",), ("{% cellbg r.farge %}{{ r.a }}",), ("{%tr endfor %}",)),
    "vertical merge": grid(("{%tr for r in rader %}", ""), ("{% vm %}{{ navn }}", "{{ r.a }}"), ("{%tr endfor %}", "")),
    "vertical merge in nested loops": grid(
        ("{%tr for r in rader %}", ""), ("{%tr for i in r.inne %}", ""), ("{% vm %}{{ r.a }}", "{{ i }}"),
        ("{%tr endfor %}", ""), ("{%tr endfor %}", ""),
    ),
    "horizontal merge": grid(
        ("{%tc for o in ord %}", "{% hm %}{{ navn }}", "{%tc endfor %}"), ("{%tc for o in ord %}", "{{ o }}", "{%tc endfor %}")
    ),
    "dynamic table": grid(
        ("{%tc for o in ord %}", "{{ o }}", "{%tc endfor %}"), ("{%tr for r in rader %}", "", ""),
        ("{%tc for o in ord %}", "{{ r.a }}", "{%tc endfor %}"), ("{%tr endfor %}", "", ""),
    ),
    # Words that Word or a keyboard changes
    "smart quotes": written("{{ “tekst” }}{% if navn == ‘x’ %}x{% endif %}"),
    "spaces kept": written("{{ navn }}   {{ navn }}  x"),
    "comparison signs": written("{% if tall|int > 3 and tall|int < 9 %}mellom{% endif %}"),
}  # fmt: skip


@pytest.mark.parametrize("draw", FEATURES.values(), ids=FEATURES)
def test_a_feature_is_rendered_as_docxtpl_renders_it(draw: Callable[[Document], None]) -> None:
    template = docx("Først {{ navn }}", draw=draw)
    ours, theirs = render(template, **VALUES), docxtpl_renders(template, VALUES)
    assert canonical(ours) == canonical(theirs)
    assert "{" not in docx_text(ours).replace("{{ navn }} {% if %}", "")


def without_empty_runs(content: bytes) -> bytes:
    """The document without runs that say nothing, which docxtpl puts around rich text."""
    root = docx_part(content)
    for run in list(root.iter(f"{W}r")):
        if not "".join(map(str, run.itertext())) and [child.tag for child in run] in ([], [f"{W}t"]):
            holder = run.getparent()
            assert holder is not None
            holder.remove(run)
    for words in root.iter(f"{W}t"):
        words.attrib.clear()  # whether spaces are kept, which docxtpl says of the text before a tag as well
    return one_form(root)


RICH = {
    "bold words": ("en **to tre** fire", [("en ", False), ("to tre", True), (" fire", False)]),
    "bold alone": ("**a**", [("a", True)]),
    "signs": ("a & **<b>**", [("a & ", False), ("<b>", True)]),
    "line break": ("a\n**b\n**c", [("a\n**b\n**c", False)]),
    "asterisks that mean nothing": ("2 ** 3 og **", [("2 ** 3 og **", False)]),
    "two bold parts": ("**a** og **b**", [("a", True), (" og ", False), ("b", True)]),
}


@pytest.mark.parametrize(("text", "pieces"), RICH.values(), ids=RICH)
def test_a_value_with_bold_words_is_rendered_as_docxtpl_renders_rich_text(
    text: str, pieces: list[tuple[str, bool]]
) -> None:
    rich = RichText()
    for words, bold in pieces:
        rich.add(words, bold=bold)
    template = docx("før {{r tekst }} etter", "slutt")
    ours, theirs = render(template, tekst=text), docxtpl_renders(template, {"tekst": rich})
    assert without_empty_runs(ours) == without_empty_runs(theirs)


def test_every_line_of_a_value_is_a_paragraph_as_docxtpls_rich_paragraphs_are() -> None:
    rich = RichTextParagraph("en")
    bold = RichText("to ")
    bold.add("tre", bold=True)
    rich.add(bold)
    template = docx("før", "{{p tekst }}", "etter")
    ours, theirs = render(template, tekst="en\nto **tre**"), docxtpl_renders(template, {"tekst": rich})
    assert without_empty_runs(ours) == without_empty_runs(theirs)


def test_a_value_with_line_breaks_is_rendered_as_docxtpl_renders_a_listing() -> None:
    template = docx("Liste: {{ tekst }}")
    text = "en & to\n<tre>"
    assert canonical(render(template, tekst=text)) == canonical(docxtpl_renders(template, {"tekst": Listing(text)}))


# Where rich text differs from docxtpl's


def test_rich_text_looks_as_its_tag_does() -> None:
    def draw(document: Document) -> None:
        paragraph = document.add_paragraph("a ", style="List Bullet")
        paragraph.add_run("før {{r tekst }} etter").italic = True
        titled = document.add_paragraph(style="Heading 2")
        titled.add_run("{{p tekst }}").italic = True

    made = canonical(render(docx(draw=draw), tekst="b **c**")).decode()
    assert made.count("<w:rPr><w:i></w:i></w:rPr>") == 4
    assert made.count("<w:rPr><w:b></w:b><w:i></w:i></w:rPr>") == 2
    assert made.count('w:val="Heading2"') == 1
    assert docx_text(render(docx(draw=draw), tekst="b **c**")) == "a før b c etter\nb c"


@pytest.mark.parametrize("paragraph", ["{{r tekst }}", "{{p tekst }}", "{{r rad.tekst or tekst }}"])
def test_rich_text_needs_no_jinja_and_says_what_is_missing(paragraph: str) -> None:
    from skjema.errors import TemplateError
    from skjema.render.word.template import WordTemplate

    template = WordTemplate("mal.docx", docx(paragraph))
    with pytest.raises(TemplateError) as caught:
        template.render({"rad": {}})
    assert paragraph in caught.value.problems[0].text("nb")
    assert docx_text(template.render({"tekst": "**a**", "rad": {"tekst": ""}})) == "a"
    assert template._programs[0] is not None


def test_the_section_that_ends_with_a_rich_paragraph_is_kept() -> None:
    def draw(document: Document) -> None:
        paragraph = document.add_paragraph("{{p tekst }}")
        document.add_section()
        (section,) = document.element.body.xpath("./w:p/w:pPr/w:sectPr")
        paragraph._p.get_or_add_pPr().append(section)

    made = canonical(render(docx(draw=draw), tekst="a\nb"))
    assert made.count(b"<w:sectPr") == 2
    assert docx_text(render(docx(draw=draw), tekst="a\nb")).split() == ["a", "b"]


@pytest.mark.parametrize("value", ["{{ 7*7 }}", "</w:t>", "**</w:r>**", "&lt;", "**{%**"])
def test_no_value_of_rich_text_is_more_than_text(value: str) -> None:
    made = render(docx("{{r tekst }}", "{{p tekst }}"), tekst=value)
    assert docx_text(made) == "\n".join([value.replace("**", "")] * 2)


# Ids after loops


def marked(name: str, number: int, words: str) -> str:
    """A bookmark around a run, as Word writes it."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:r><w:t>{words}</w:t></w:r><w:bookmarkEnd w:id="{number}"/>'


LOOPS = {
    "paragraphs": ("<w:p>{%p for o in ord %}</w:p>", "<w:p>{%p endfor %}</w:p>", ["inne", "inne_2", "inne_3", "ute"]),
    "loops of loops": (
        "<w:p>{%p for o in ord %}</w:p><w:p>{%p for o in ord %}</w:p>",
        "<w:p>{%p endfor %}</w:p><w:p>{%p endfor %}</w:p>",
        ["ute"],
    ),
}


@pytest.mark.parametrize(("before", "after", "names"), LOOPS.values(), ids=LOOPS)
def test_bookmarks_that_a_loop_repeats_are_each_others_no_doubles(before: str, after: str, names: list[str]) -> None:
    def tags(xml: str) -> str:
        return re.sub(r"<w:p>(\{.*?\})</w:p>", r"<w:p><w:r><w:t>\1</w:t></w:r></w:p>", xml)

    inside = f"<w:p>{marked('inne', 0, '{{ o }}')}</w:p>"
    body = f"{tags(before)}{inside}{tags(after)}<w:p>{marked('ute', 1, 'x')}</w:p><w:sectPr"
    template = with_part(docx(), "word/document.xml", lambda xml: xml.replace("<w:sectPr", body, 1))
    root = docx_part(render(template, ord=["a", "b", "c"]))
    starts, ends = ([one.get(f"{W}id") for one in root.iter(f"{W}bookmark{kind}")] for kind in ("Start", "End"))
    assert [one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")] == names
    assert starts == ends
    assert len(set(starts)) == len(names)


def test_pictures_and_controls_that_a_loop_repeats_have_ids_of_their_own() -> None:
    def draw(document: Document) -> None:
        document.add_paragraph("{%p for o in ord %}")
        document.add_picture(str(SAMPLES / "logo.png"))
        document.add_paragraph("{%p endfor %}")

    control = '<w:sdt><w:sdtPr><w:id w:val="7"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>{{ o }}</w:t></w:r></w:sdtContent></w:sdt>'
    template = with_part(
        docx(draw=draw),
        "word/document.xml",
        lambda xml: xml.replace("<w:drawing>", f"<w:t/></w:r>{control}<w:r><w:drawing>", 1),
    )
    root = docx_part(render(template, ord=["a", "b", "c"]))
    pictures = [one.get("id") for one in root.iter("{*}docPr")]
    assert pictures == ["1001", "1002", "1003"]
    assert next(root.iter(f"{W}sdt"), None) is not None
    assert next(root.iter(f"{W}id"), None) is None
