"""A Word template: every fault at once with its paragraph, nothing lost, nothing run, the same bytes every time."""

import zipfile
from io import BytesIO
from typing import Any

import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from skjema.errors import TemplateError
from skjema.fieldtypes.reading_results import InvalidValue, Repaired
from skjema.fieldtypes.texts import clean_text
from skjema.formats.docx.members import members_of
from skjema.render.word.template import WordTemplate
from tests.drawing import SAMPLES, lines
from tests.reading_back import docx_part, docx_text
from tests.render.word.documents import canonical, docx, render, with_part


def faults(template: bytes, **context: Any) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        render(template, **context)
    return lines(caught.value.problems)


@pytest.mark.parametrize(
    ("paragraph", "code"),
    [
        ("Navn: {{ navn", "tag-unclosed"),
        ("{% if navn %} og {{ navn %}", "tag-unclosed"),
        ("navn }} her", "tag-unopened"),
        ("{ { navn } }", "tag-spaced"),
        ("{%pif navn %}", "tag-sticky"),
        ("{%p endif %} slutt", "tag-not-alone"),
        ("{%p if navn %}{%p endif %}", "tag-not-alone"),
        ("{{tr navn }}", "tag-rich"),
        ("{{tc navn }}", "tag-rich"),
        ("{{p navn }} slutt", "tag-not-alone"),
        ("{{ skjema_runs }}", "tag-name"),
        ("{{ Navn på barn }}", "tag-syntax"),
        ("{% hvis navn %}", "tag-syntax"),
    ],
)
def test_a_fault_in_a_tag_is_told_with_its_paragraph(paragraph: str, code: str) -> None:
    found = faults(docx("Først", paragraph, "Sist"), navn="x")
    assert len(found) == 1
    assert paragraph in found[0]
    assert found[0].startswith("mal.docx: ")
    assert found[0].endswith(f"[{code}]")


def test_all_faults_of_all_paragraphs_are_told_at_once() -> None:
    found = faults(docx("{{ en", "to }}", "{ { tre }}", "{{ fire }}"))
    assert [line.rsplit("[")[-1] for line in found] == ["tag-unclosed]", "tag-unopened]", "tag-spaced]"]


def test_a_tag_that_takes_a_whole_row_must_stand_alone_in_it() -> None:
    def draw(document: Document) -> None:
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "{%tr for r in rader %}", "borte"

    assert [line.rsplit("[")[-1] for line in faults(docx(draw=draw), rader=[])] == ["tag-not-alone]"]


def test_a_nested_table_may_repeat_its_own_rows() -> None:
    def draw(document: Document) -> None:
        outer = document.add_table(rows=1, cols=1)
        outer.cell(0, 0).text = "Ytre"
        inner = outer.cell(0, 0).add_table(rows=3, cols=1)
        for row, words in enumerate(("{%tr for r in rader %}", "{{ r }}", "{%tr endfor %}")):
            inner.cell(row, 0).text = words

    assert docx_text(render(docx(draw=draw), rader=["a", "b"])) == "Ytre / a / b"


def test_every_missing_name_is_told_with_its_paragraph() -> None:
    template = docx("Navn: {{ nvan }}", "{% for r in rdaer %}{{ r.a }}{% endfor %}", "{{ barn.navn }}", "{{ navn }}")
    assert faults(template, navn="x", barn={}) == [
        "mal.docx: «nvan» er ikke navnet på noe felt i skjemaet: «Navn: {{ nvan }}». [tag-name]",
        "mal.docx: «rdaer» er ikke navnet på noe felt i skjemaet: «{% for r in rdaer %}{{ r.a }}{% endfor %}». [tag-name]",
        "mal.docx: «navn» er ikke navnet på noe felt i skjemaet: «{{ barn.navn }}». [tag-name]",
    ]


def test_a_missing_name_in_a_condition_is_told() -> None:
    assert len(faults(docx("{% if ukjent %}x{% endif %}", "{{ annet or 'x' }}"))) == 2


ESCAPES = [
    "{{ ''.__class__.__mro__ }}",
    "{{ navn.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ self.__init__.__globals__ }}",
    "{% for x in range(10000000) %}{% endfor %}",
    "{{ rader.append(1) }}",
]


@pytest.mark.parametrize("paragraph", ESCAPES)
def test_a_template_can_reach_nothing_but_its_values(paragraph: str) -> None:
    found = faults(docx("Først", paragraph), navn="x", rader=["a"])
    assert [line.rsplit("[")[-1] for line in found] == ["tag-fails]"]
    assert paragraph in found[0]


HOSTILE = [
    "{{ 7*7 }}",
    "{% if x %}",
    "&",
    "<ikke oppgitt>",
    "</w:t></w:r></w:p>",
    "&lt;",
    "{#",
    "{_{",
    '#import "x"',
    "]]>",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_is_printed_as_it_is(value: str) -> None:
    def draw(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ navn }}"
        document.core_properties.title = "{{ navn }}"

    made = render(docx("Navn: {{ navn }}.", "slutt", draw=draw), navn=value)
    assert docx_text(made) == f"Navn: {value}.\nslutt"
    assert str(docx_part(made, "word/header1.xml").xpath("string()")) == value
    assert value in str(docx_part(made, "docProps/core.xml").xpath("string()"))


@settings(deadline=None)  # the first example compiles the template
@given(st.text(max_size=60))
def test_what_validation_lets_through_is_read_back(written: str) -> None:
    try:
        found = clean_text(written)
    except InvalidValue:
        return
    value = found.value if isinstance(found, Repaired) else found
    assert docx_text(render(TEMPLATE, navn=value)).removeprefix("a") == value.replace("\u00a0", " ")


TEMPLATE = docx("a{{ navn }}")
LEFT_OUT = ("customXml/", "docProps/thumbnail.jpeg")
"""Parts that python-docx puts into its files, and that no document gets."""


def test_the_same_values_give_the_same_bytes() -> None:
    def draw(document: Document) -> None:
        document.add_picture(str(SAMPLES / "logo.png"))

    template = docx("{{ navn }}", draw=draw)
    first = render(template, navn="x")
    assert first == render(template, navn="x")
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert set(archive.namelist()) == {one for one in members_of(template) if not one.startswith(LEFT_OUT)}


def test_a_fault_while_rendering_never_quotes_a_value() -> None:
    found = faults(docx("{{ navn|round }}", "{{ navn + 1 }}"), navn="HEMMELIG")
    assert len(found) == 1
    assert "HEMMELIG" not in found[0]


def test_nothing_of_one_record_stays_for_the_next() -> None:
    made = WordTemplate("mal.docx", docx("{% if navn %}{{ navn }}{% endif %}."))
    empty = made.render({"navn": ""})
    made.render({"navn": "HEMMELIG"})
    assert made.render({"navn": ""}) == empty


def test_tags_that_cross_words_elements_are_found_before_any_record() -> None:
    def draw(document: Document) -> None:
        document.add_paragraph("{% if a %}")
        document.add_table(rows=1, cols=2).cell(0, 0).text = "{% endif %}"

    with pytest.raises(TemplateError) as caught:
        WordTemplate("mal.docx", docx(draw=draw))
    assert [problem.code for problem in caught.value.problems] == ["tags-crossed"]


def test_a_condition_may_span_paragraphs() -> None:
    template = docx("{% if a %}en", "to{% endif %}")
    assert docx_text(render(template, a=True)).split() == ["en", "to"]
    assert docx_text(render(template, a=False)).split() == []


def test_what_jinja_alone_can_render_is_looked_at_for_every_record() -> None:
    def draw(document: Document) -> None:
        document.add_table(rows=1, cols=1).cell(0, 0).text = "{% endset %}{{ navn }}"

    (fault,) = faults(docx("{% set x %}", draw=draw), navn="x")
    assert fault.endswith("[tags-crossed]")


XML = "</w:t><w:br/><w:t>"


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ('XML' ~ navn)|safe }}",
        "{{ ('a'|e)|indent('XML', true) }}",
        "{{ ('a'|e)|replace('a', 'XML') }}",
        "{{ ['a', 'b']|join('XML'|e) }}",
        "{{ (''|e).join(['XML', navn]) }}",
        "{{ ('%s'|e)|format('XML') }}",
        "{{ ('%s'|e) % 'XML' }}",
        "{{ ('a'|e).format('XML') }}{{ ('XML'|e).unescape() }}",
        "{{ 'a'|wordwrap(1, true, 'XML') }}{{ ('ab'|e)|wordwrap(1, true, 'XML') }}",
        "{{ ('abcdef'|e)|truncate(3, true, 'XML', 0) }}",
        "{{ ['XML']|map('safe')|join }}",
        "{% filter safe %}{{ 'XML' }}{% endfilter %}",
        "{% autoescape false %}{{ 'XML' ~ navn }}{% endautoescape %}",
        "{% set x %}{{ 'XML' }}{% endset %}{{ x }}",
        "{{ ('XML' ~ navn)|urlize }}",
        "{{ dict(a='XML')|xmlattr }}",
        "{{ 'XML'|tojson }}",
        "{{ ('a'|e)|center(9) ~ 'XML' }}",
        "{{ ['XML']|sum(start=''|e) }}",
    ],
)
def test_no_tag_makes_xml_of_a_text(tag: str) -> None:
    """Or a template could put a value into a field or an address, which nobody has seen before the record."""
    template = docx(tag.replace("XML", XML))
    try:
        made = render(template, navn="Kari")
    except TemplateError as error:
        assert {one.code for one in error.problems} <= {"tag-syntax", "tag-fails"}
    else:
        assert b"<w:br" not in members_of(made)["word/document.xml"]


@pytest.mark.parametrize(
    "tag", ["{{ navn }}", "{{ navn|upper }}", "{{ navn or 'x' }}", "{% if navn %}{{ navn }}{% endif %}"]
)
def test_a_line_break_in_a_value_outside_of_runs_is_a_space(tag: str) -> None:
    titled = docx("{{ navn }}", draw=lambda document: setattr(document.core_properties, "title", tag))
    made = render(titled, navn="en\nto\ttre")
    assert b"en to tre" in members_of(made)["docProps/core.xml"].lower()
    assert docx_text(made).split() == ["en", "to", "tre"]


def test_a_template_that_is_no_word_file_says_so() -> None:
    damaged = with_part(docx("{{ navn }}"), "word/document.xml", lambda xml: xml[:-20])
    assert [line.rsplit("[")[-1] for line in faults(damaged, navn="x")] == ["template-part-damaged]"]


CHECKBOX = (
    '<w:sdt xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:sdtPr><w:id w:val="77"/>{kind}</w:sdtPr>'
    "<w:sdtContent><w:p><w:r><w:t>{{{{ {name} }}}}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)


def control(kind: str, name: str) -> bytes:
    def change(xml: str) -> str:
        return xml.replace("<w:sectPr", CHECKBOX.format(kind=kind, name=name) + "<w:sectPr", 1)

    return with_part(docx("x"), "word/document.xml", change)


@pytest.mark.parametrize(("value", "mark", "state"), [(True, "☒", "1"), (False, "☐", "0")])
def test_a_tick_box_of_words_own_follows_its_value(value: bool, mark: str, state: str) -> None:
    made = render(control('<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>', "ja"), ja=value)
    assert docx_text_of_controls(made) == mark
    assert f'w14:checked w14:val="{state}"'.encode() in canonical(made)
    assert b'w:id w:val="77"' not in canonical(made)


@pytest.mark.parametrize(("value", "is_placeholder"), [("Kari", False), ("", True)])
def test_an_empty_control_shows_room_to_click_in(value: str, is_placeholder: bool) -> None:
    made = render(control("<w:text/>", "navn"), navn=value)
    assert (b"showingPlcHdr" in canonical(made)) is is_placeholder
    assert docx_text_of_controls(made).strip() == value


def docx_text_of_controls(content: bytes) -> str:
    from tests.reading_back import W

    return "".join(words.text or "" for one in docx_part(content).iter(f"{W}sdt") for words in one.iter(f"{W}t"))


def in_cells(*contents: str) -> bytes:
    """A table of one row whose cells hold these paragraphs, as XML."""
    cells = "".join(f"<w:tc><w:tcPr/>{content}</w:tc>" for content in contents)
    table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl>"
    return with_part(docx("Hei"), "word/document.xml", lambda xml: xml.replace("<w:sectPr", f"{table}<w:sectPr", 1))


def paragraphs(*texts: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in texts)


CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
INNER = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/><w:p/></w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("content", "left"),
    [
        (paragraphs("{%p if a %}", "Ja", "{%p endif %}"), "<w:p/>"),
        (paragraphs("{%p for b in rader %}", "{{ b }}", "{%p endfor %}"), "<w:p/>"),
        (INNER + paragraphs("{%p if a %}", "Ja", "{%p endif %}"), INNER + "<w:p/>"),
        (CONTROL.format(paragraphs("{%p if a %}", "Ja", "{%p endif %}")), CONTROL.format("") + "<w:p/>"),
        (paragraphs("{%p if a %}", "Ja", "{%p endif %}", "Nei"), paragraphs("Nei")),
        (paragraphs("{%p if a %}", "Ja", "{%p else %}", "Nei", "{%p endif %}"), paragraphs("Nei")),
    ],
)
def test_a_cell_ends_with_a_paragraph_whatever_is_left_out(content: str, left: str) -> None:
    template = in_cells(content)
    empty = members_of(render(template, a=False, rader=[]))["word/document.xml"].decode()
    assert f"<w:tc><w:tcPr/>{left}</w:tc>" in empty.replace("<w:sdtContent/>", "<w:sdtContent></w:sdtContent>")
    full = members_of(render(template, a=True, rader=["x"]))["word/document.xml"].decode()
    assert full.count("<w:p/>") == INNER.count("<w:p/>") * content.count(INNER), "nothing is put where something stands"


@pytest.mark.parametrize("change", ["ins", "del", "moveFrom", "moveTo"])
def test_changes_that_nobody_has_accepted_are_no_template(change: str) -> None:
    mark = f'<w:p><w:{change} w:id="1" w:author="Kari"><w:r><w:t>x</w:t></w:r></w:{change}></w:p><w:sectPr'
    template = with_part(docx("{{ navn }}"), "word/document.xml", lambda xml: xml.replace("<w:sectPr", mark, 1))
    (fault,) = faults(template, navn="Kari")
    assert fault.endswith("[template-tracked]")
