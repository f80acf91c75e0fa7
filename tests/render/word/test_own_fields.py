"""Content controls, legacy form fields and bookmarks of an office's own file: filled where they name a field."""

import re
from pathlib import Path

import pytest

from skjema.definition.model import Form
from skjema.formats.docx.members import members_of
from skjema.render.word.check_names import template_problems
from skjema.render.word.word_renderer import WordRenderer
from tests.drawing import HEAD, field, form_of, from_json
from tests.reading_back import docx_part, docx_text
from tests.render.word.documents import canonical, docx, with_linked_part, with_part

ANSWERS = '[{ id = "helse", label = { nb = "Helse" } }, { id = "skole", label = { nb = "Skole og SFO" } }]'
GROUP = """
[[section.field]]
id = "foresatte"
type = "group"
label = { nb = "Foresatt" }
max = 2
[[section.field.field]]
id = "foresatt_navn"
type = "name"
label = { nb = "Fullt navn" }
"""
RECORD = {
    "navn": "Kari & Ola <Berg>", "fodt": "17.05.2015", "tolk": True, "tema": ["skole"], "hvor": "skole", "om": "en\nto",
    "foresatte": [{"foresatt_navn": "Nora Eksempel"}],
}  # fmt: skip


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return form_of(
        tmp_path,
        field("navn", "name", label='{ nb = "Barnets navn" }'),
        field("fodt", "date", label='{ nb = "Født" }'),
        field("tolk", "yes_no", label='{ nb = "Trenger tolk" }'),
        field("tema", "choices", choices=ANSWERS),
        field("hvor", "choice", choices=ANSWERS),
        field("om", "longtext", label='{ nb = "Om saken" }'),
        field("svar", "text", filled_by='"recipient"'),
        more=GROUP,
    )


def filled(form: Form, folder: Path, xml: str, **values: object) -> bytes:
    """The document of a record, made of a template whose body holds this."""
    template = with_part(
        docx("Til {{ navn }}"), "word/document.xml", lambda text: text.replace("<w:sectPr", f"{xml}<w:sectPr", 1)
    )
    (form.folder / "prove.nb.docx").write_bytes(template)
    (record,) = from_json(form, folder, RECORD | values)
    return WordRenderer(form, "nb").render(record)


def control(kind: str, content: str = "<w:r><w:t>Klikk her</w:t></w:r>", *, tag: str = "", alias: str = "") -> str:
    named = (f'<w:alias w:val="{alias}"/>' if alias else "") + (f'<w:tag w:val="{tag}"/>' if tag else "")
    return (
        f'<w:p><w:sdt><w:sdtPr>{named}<w:id w:val="7"/>{kind}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt></w:p>"
    )


BOX = '<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="0"/></w14:checkbox>'
LIST = '<w:dropDownList w:lastValue="1"><w:listItem w:displayText="Helse" w:value="1"/></w:dropDownList>'
DATE = '<w:date w:fullDate="2001-01-01T00:00:00Z"><w:dateFormat w:val="dd.MM.yyyy"/></w:date>'
PLACEHOLDER = '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Klikk</w:t></w:r><w:r><w:t> her</w:t></w:r>'

CONTROLS = {
    "text by tag": (control("<w:text/>", tag="navn"), "Kari & Ola <Berg>"),
    "text by title": (control("<w:text/>", alias="Barnets navn"), "Kari & Ola <Berg>"),
    "title with underscores": (control("<w:text/>", alias="barnets_navn"), "Kari & Ola <Berg>"),
    "rich text": (control("", tag="navn"), "Kari & Ola <Berg>"),
    "placeholder": (control("<w:showingPlcHdr/><w:text/>", PLACEHOLDER, tag="navn"), "Kari & Ola <Berg>"),
    "empty": (control("<w:text/>", "", tag="navn"), "Kari & Ola <Berg>"),
    "date": (control(DATE, tag="fodt"), "17.05.2015"),
    "list": (control(LIST, tag="hvor"), "Skole og SFO"),
    "combo": (control("<w:comboBox/>", alias="Hvor"), "Skole og SFO"),
    "several lines": (control('<w:text w:multiLine="1"/>', alias="Om saken"), "en\nto"),
    "answers as text": (control("<w:text/>", tag="tema"), "Skole og SFO"),
    "row of a group": (control("<w:text/>", tag="foresatte.1.foresatt_navn"), "Nora Eksempel"),
    "row that is not there": (control("<w:text/>", alias="Foresatt 2: Fullt navn"), "\u00a0" * 24),
    "ticked": (control(BOX, "<w:r><w:t>☐</w:t></w:r>", tag="tolk"), "☒"),
    "ticked answer": (control(BOX, "<w:r><w:t>☐</w:t></w:r>", tag="tema.skole"), "☒"),
    "answer not ticked": (control(BOX, "<w:r><w:t>☐</w:t></w:r>", alias="Tema: Helse"), "☐"),
    "answer of one choice": (control(BOX, "<w:r><w:t>☐</w:t></w:r>", alias="Hvor: Skole og SFO"), "☒"),
    # for whoever gets the document
    "another name": (control("<w:text/>", tag="noe annet"), "Klikk her"),
    "recipient's": (control("<w:text/>", tag="svar"), "Klikk her"),
    "box for a text": (control(BOX, "<w:r><w:t>☐</w:t></w:r>", tag="navn"), "☐"),
    "picture": (control("<w:picture/>", "<w:r><w:t>x</w:t></w:r>", tag="navn"), "x"),
}


@pytest.mark.parametrize(("xml", "shown"), CONTROLS.values(), ids=CONTROLS)
def test_a_content_control_shows_the_field_it_names(form: Form, tmp_path: Path, xml: str, shown: str) -> None:
    made = filled(form, tmp_path, xml)
    assert docx_text(made).partition("\n")[2] == shown.strip("\u00a0")
    assert b"2001-01-01" not in canonical(made)


def test_a_box_of_words_own_is_ticked_in_its_state_too(form: Form, tmp_path: Path) -> None:
    made = filled(form, tmp_path, control(BOX, "<w:r><w:t>☐</w:t></w:r>", tag="tolk"))
    assert b'w14:checked w14:val="1"' in members_of(made)["word/document.xml"]


def test_a_control_around_paragraphs_keeps_one(form: Form, tmp_path: Path) -> None:
    inside = "<w:p><w:r><w:t>Klikk</w:t></w:r></w:p><w:p><w:r><w:t>her</w:t></w:r></w:p>"
    whole = f'<w:sdt><w:sdtPr><w:tag w:val="navn"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'
    made = filled(form, tmp_path, whole)
    assert docx_part(made).xpath("count(//*[local-name()='sdtContent']/*)") == 1
    assert str(docx_part(made).xpath("string(//*[local-name()='sdt'])")) == "Kari & Ola <Berg>"


CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
STORE = "{55AF091B-3C7A-41E3-B477-F2FDAA23CFDA}"


def bound(xpath: str, store: str, *, tag: str = "") -> str:
    """A control as Word writes one that shows data of a part beside the text, or a property of the file."""
    binding = f'<w:dataBinding w:prefixMappings="xmlns:ns0=\'urn:x\'" w:xpath="{xpath}" w:storeItemID="{store}"/>'
    return control(f"{binding}<w:text/>", "<w:r><w:t>GAMMEL</w:t></w:r>", tag=tag)


def with_store(content: bytes) -> bytes:
    """The file with a part of data, as Word lays it beside the text."""
    data = '<ns0:brev xmlns:ns0="urn:x"><ns0:mottaker>GAMMEL</ns0:mottaker></ns0:brev>'
    return with_linked_part(content, "customXml/item9.xml", data, "customXml", "application/xml")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (bound("/ns0:brev[1]/ns0:mottaker[1]", STORE, tag="navn"), bound("/ns0:brev/ns0:mottaker", STORE.lower())),
        (bound("/ns0:brev[1]/ns0:navn[1]", STORE), bound("/ns1:brev[1]/ns1:navn[1]", STORE)),
    ],
    ids=["one of two is named", "the data are named"],
)
def test_all_that_show_the_same_data_are_filled_and_none_is_old(
    form: Form, tmp_path: Path, first: str, second: str
) -> None:
    template = with_store(
        with_part(
            docx("Hei"), "word/document.xml", lambda xml: xml.replace("<w:sectPr", f"{second}{first}<w:sectPr", 1)
        )
    )
    (form.folder / "prove.nb.docx").write_bytes(template)
    (record,) = from_json(form, tmp_path, RECORD)
    made = WordRenderer(form, "nb").render(record)
    assert docx_text(made) == "Hei\nKari & Ola <Berg>\nKari & Ola <Berg>"
    assert not any(b"GAMMEL" in content or b"dataBinding" in content for content in members_of(made).values())


def test_a_property_that_a_control_shows_says_the_same(form: Form, tmp_path: Path) -> None:
    shown = bound("/ns0:coreProperties[1]/ns1:title[1]", CORE, tag="navn") + bound(
        "/ns1:coreProperties[1]/ns0:title[1]", CORE
    )
    other = bound("/ns1:coreProperties[1]/ns0:subject[1]", CORE)
    made = filled(form, tmp_path, shown + other)
    assert docx_text(made).splitlines()[1:] == ["Kari & Ola <Berg>"] * 2 + ["GAMMEL"]
    properties = docx_part(made, "docProps/core.xml")
    assert properties.findtext("{*}title") == "Kari & Ola <Berg>"
    assert not properties.findtext("{*}subject")


def legacy(name: str, inner: str, result: str = "<w:r><w:t>     </w:t></w:r>", instruction: str = "FORMTEXT") -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end")]
    begin = f'<w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{name}"/>{inner}</w:ffData></w:fldChar>'
    code = f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
    return f"<w:p><w:r>{begin}</w:r>{code}{marks[0]}{result}{marks[1]}</w:p>"


BOXES = '<w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox>'
ENTRIES = '<w:ddList><w:result w:val="0"/><w:listEntry w:val="Velg"/><w:listEntry w:val="Helse"/><w:listEntry w:val="Skole og SFO"/></w:ddList>'


def attribute(made: bytes, path: str) -> list[str]:
    names = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    found = docx_part(made).xpath(f"//{path}/@w:val", namespaces=names)
    assert isinstance(found, list)
    return [str(one) for one in found]


@pytest.mark.parametrize(
    ("xml", "shown"),
    [
        (legacy("navn", "<w:textInput/>"), "Kari & Ola <Berg>"),
        (legacy("Barnets_navn", "<w:textInput/>"), "Kari & Ola <Berg>"),
        (legacy("Tekst1", '<w:statusText w:type="text" w:val="Barnets navn"/><w:textInput/>'), "Kari & Ola <Berg>"),
        (legacy("navn", "<w:textInput/>", ""), "Kari & Ola <Berg>"),
        (legacy("Tekst1", "<w:textInput/>", "<w:r><w:t>tomt</w:t></w:r>"), "tomt"),
    ],
)
def test_a_legacy_text_field_shows_the_field_it_names(form: Form, tmp_path: Path, xml: str, shown: str) -> None:
    assert docx_text(filled(form, tmp_path, xml)).splitlines()[-1].replace("FORMTEXT", "").strip() == shown


@pytest.mark.parametrize(("values", "state"), [({}, ["1"]), ({"tolk": False}, ["0"])])
def test_a_legacy_box_is_ticked(form: Form, tmp_path: Path, values: dict[str, bool], state: list[str]) -> None:
    made = filled(form, tmp_path, legacy("tolk", BOXES, "", "FORMCHECKBOX"), **values)
    assert attribute(made, "w:checkBox/w:checked") == state


@pytest.mark.parametrize(("answer", "place"), [("helse", ["1"]), ("skole", ["2"]), (None, ["0"])])
def test_a_legacy_list_shows_the_answer(form: Form, tmp_path: Path, answer: str | None, place: list[str]) -> None:
    made = filled(form, tmp_path, legacy("hvor", ENTRIES, "", "FORMDROPDOWN"), hvor=answer)
    assert attribute(made, "w:ddList/w:result") == place


def complex_field(instruction: str) -> str:
    begin, between, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"<w:p>{begin}{code}{between}<w:r><w:t>gammelt</w:t></w:r>{end}</w:p>"


def bookmark(name: str, inner: str) -> str:
    return f'<w:p><w:bookmarkStart w:id="5" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="5"/></w:p>'


@pytest.mark.parametrize(
    ("xml", "shown"),
    [
        (bookmark("navn", ""), "Kari & Ola <Berg>"),
        (bookmark("navn", "<w:r><w:t>NA</w:t></w:r><w:r><w:t>VN</w:t></w:r>"), "Kari & Ola <Berg>"),
        (bookmark("_Toc12", "<w:r><w:t>Overskrift</w:t></w:r>"), "Overskrift"),
        (bookmark("svar", "<w:r><w:t>her</w:t></w:r>"), "her"),
        (bookmark("navn", "<w:r><w:t>{{ fodt }}</w:t></w:r>"), "17.05.2015"),
    ],
)
def test_a_bookmark_with_the_id_of_a_field_shows_it(form: Form, tmp_path: Path, xml: str, shown: str) -> None:
    assert docx_text(filled(form, tmp_path, xml)).splitlines()[-1] == shown


@pytest.mark.parametrize("part", ["header", "footer"])
def test_headers_and_footers_are_filled_too(form: Form, tmp_path: Path, part: str) -> None:
    def draw(document: object) -> None:
        getattr(document.sections[0], part).paragraphs[0].text = "x"  # type: ignore[attr-defined]

    inline = control("<w:text/>", tag="navn")
    template = with_part(
        docx("{{ navn }}", draw=draw), f"word/{part}1.xml", lambda xml: xml.replace("</w:p>", f"</w:p>{inline}", 1)
    )
    (form.folder / "prove.nb.docx").write_bytes(template)
    (record,) = from_json(form, tmp_path, RECORD)
    made = WordRenderer(form, "nb").render(record)
    assert "Kari & Ola <Berg>" in str(docx_part(made, f"word/{part}1.xml").xpath("string()"))


def test_lint_counts_what_is_filled_by_name_as_a_place(form: Form, tmp_path: Path) -> None:
    template = with_part(
        docx("Hei"),
        "word/document.xml",
        lambda xml: xml.replace(
            "<w:sectPr",
            control("<w:text/>", tag="navn") + control("<w:text/>", tag="foresatte.1.foresatt_navn") + "<w:sectPr",
            1,
        ),
    )
    (form.folder / "prove.nb.docx").write_bytes(template)
    lacking = {one.params["got"] for one in template_problems(form, "nb") if one.code == "field-without-tag"}
    assert lacking == {"fodt", "tolk", "tema", "hvor", "om", "svar"}


def test_a_template_filled_by_name_is_rendered_without_jinja(form: Form, tmp_path: Path) -> None:
    from skjema.render.word.template import WordTemplate
    from skjema.render.word.word_renderer import template_file

    places = "".join(xml for xml, _ in CONTROLS.values()) + legacy("hvor", ENTRIES, "", "FORMDROPDOWN")
    filled(form, tmp_path, places)
    assert all(WordTemplate(*template_file(form, "nb"))._programs)


@pytest.mark.parametrize(("words", "codes"), [("Svar: ______", ["value-left-out"]), ("Svar: {{ svar }}", [])])
def test_a_value_that_an_own_paper_leaves_to_a_pen_is_told(tmp_path: Path, words: str, codes: list[str]) -> None:
    own = HEAD.replace('layout = "fixed"', 'layout = "fixed"\nword = "own"')
    form = form_of(tmp_path, field("navn", "name"), field("svar", "text", filled_by='"recipient"'), head=own)
    (form.folder / "prove.nb.docx").write_bytes(docx("Til {{ navn }}", words))
    renderer = WordRenderer(form, "nb")
    (given,) = from_json(form, tmp_path, {"navn": "Kari", "svar": "Ja"})
    assert [one.code for one in renderer.problems(given)] == codes
    (left,) = from_json(form, tmp_path, {"navn": "Kari"})
    assert not list(renderer.problems(left))


def test_lint_tells_what_a_recipient_has_no_control_for(tmp_path: Path) -> None:
    asked = [field(name, filled_by='"recipient"') for name in ("grunn", "telefon")]
    form = form_of(tmp_path, field("navn"), *asked, head=HEAD + 'word = "own"\n')
    inner = control("<w:text/>", tag="grunn") + "<w:sectPr"
    template = with_part(docx("{{ navn }}"), "word/document.xml", lambda xml: xml.replace("<w:sectPr", inner, 1))
    (form.folder / "prove.nb.docx").write_bytes(template)
    (problem,) = (one for one in template_problems(form, "nb") if one.code != "template-left-out")
    assert (problem.code, problem.params) == ("answers-by-hand", {"names": (form.fields["telefon"].label,)})


@pytest.mark.parametrize(
    "shown",
    [
        complex_field("REF Tekst1 \\h"),
        complex_field("REF tekst1 \\* MERGEFORMAT"),
        '<w:p><w:fldSimple w:instr=" REF Tekst1 "><w:r><w:t>gammelt</w:t></w:r></w:fldSimple></w:p>',
    ],
)
@pytest.mark.parametrize("held", [legacy("navn", "<w:textInput/>"), control("<w:text/>", tag="navn")])
def test_a_field_that_shows_a_bookmark_again_shows_what_is_filled_in_there(
    form: Form, tmp_path: Path, shown: str, held: str
) -> None:
    marked = re.sub(
        r"<w:p>(.*)</w:p>", r'<w:p><w:bookmarkStart w:id="7" w:name="Tekst1"/>\1<w:bookmarkEnd w:id="7"/></w:p>', held
    )
    last = docx_text(filled(form, tmp_path, marked + shown)).splitlines()[-1]
    assert "Kari & Ola <Berg>" in last
    assert "gammelt" not in last


@pytest.mark.parametrize("instruction", ["REF Annet", "PAGEREF Tekst1", "REF Tekst1 \\p", "REF _Tekst1"])
def test_a_field_that_shows_something_else_stays(form: Form, tmp_path: Path, instruction: str) -> None:
    marked = bookmark("Tekst1", "<w:r><w:t>{{ navn }}</w:t></w:r>")
    assert "gammelt" in docx_text(filled(form, tmp_path, marked + complex_field(instruction))).splitlines()[-1]
