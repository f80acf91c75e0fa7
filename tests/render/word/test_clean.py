"""What a template carries besides its text: kept, left out and told, or refused and told; nothing passes unread."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from skjema.errors import TemplateError
from skjema.formats.docx.allowlist import DOCUMENT_TYPE, OFFICE, TABLE, Fate, Kind, Rule, fate
from skjema.formats.docx.clean import CleanTemplate, clean_template
from skjema.formats.docx.members import members_of
from skjema.problems import Severity
from skjema.render.word.check_names import template_problems, template_warnings
from skjema.render.word.static_parts import build_template
from skjema.render.word.word_renderer import WordRenderer
from tests.drawing import TEMPLATES, field, form_of, from_json
from tests.render.word.documents import docx, with_linked_part, with_part, with_relationship

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPED = "application/vnd.ms-skjema-test+xml"
BASE = docx("Kjære {{ navn }}")


def clean(content: bytes) -> CleanTemplate:
    return clean_template("mal.docx", members_of(content, "mal.docx"))


def codes(content: bytes) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        clean(content)
    return [one.code for one in caught.value.problems]


def sentences(content: bytes) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        clean(content)
    return [one.text("nb") for one in caught.value.problems]


def in_body(xml: str, content: bytes = BASE) -> bytes:
    return with_part(content, "word/document.xml", lambda text: text.replace("<w:sectPr", f"{xml}<w:sectPr", 1))


def in_settings(xml: str) -> bytes:
    return with_part(BASE, "word/settings.xml", lambda text: text.replace("</w:settings>", f"{xml}</w:settings>"))


def simple_field(instruction: str) -> str:
    return f'<w:p><w:fldSimple w:instr="{instruction}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'


def split_field(*instruction: str) -> str:
    """A field as Word writes it: its instruction in pieces, then its result."""
    words = "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in instruction)
    begin, between, end = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end"))
    return f"<w:p>{begin}{words}{between}<w:r><w:t>x</w:t></w:r>{end}</w:p>"


def with_content_type(content_type: str) -> bytes:
    return with_part(BASE, "[Content_Types].xml", lambda xml: xml.replace(DOCUMENT_TYPE, content_type))


def with_the_thing(rule: Rule) -> bytes:
    """A template that has what a row of the table is about."""
    match rule.kind:
        case Kind.RELATIONSHIP if rule.name == f"{OFFICE}officeDocument":
            return BASE
        case Kind.RELATIONSHIP:
            content_type = rule.content_types[0] if rule.content_types else _TYPED
            return with_linked_part(BASE, "word/ny.xml", "<x/>", rule.name, content_type)
        case Kind.EXTERNAL:
            return with_relationship(BASE, rule.name, "https://hemmelig.example/ola.nordmann", mode="External")
        case Kind.SCHEME:
            return with_relationship(BASE, "hyperlink", f"{rule.name}:ola.nordmann", mode="External")
        case Kind.CONTENT_TYPE:
            return with_content_type(rule.name)
        case Kind.FIELD:
            return in_body(split_field(f" {rule.name[0].lower()}", f'{rule.name[1:]} "ny" '))
        case Kind.SETTING:
            return in_settings(f'<w:{rule.name} w:val="ny-verdi"/>')
        case Kind.ATTRIBUTE:
            element, _, name = rule.name.partition("/")
            return in_body(f'<w:p><w:{element} w:{name}="{{{{ navn }}}}"/></w:p>')
        case Kind.ELEMENT:
            return in_body(f'<w:p><w:{rule.name} w:id="ny-verdi"/></w:p>')


@pytest.mark.parametrize("rule", TABLE, ids=lambda rule: f"{rule.kind}: {rule.name}".replace(OFFICE, ""))
def test_each_row_of_the_table_does_what_it_says(rule: Rule) -> None:
    content, before = with_the_thing(rule), clean(BASE)
    if rule.fate is Fate.REFUSED:
        fields = {"template-field", "template-mail-field", "template-merge-field"}
        assert set(codes(content)) <= {"template-part-refused", *fields}
        return
    if rule.kind is Kind.FIELD and rule.name == "HYPERLINK":  # whose address is judged as well
        content = in_body(split_field(' HYPERLINK \\l "ny" '))
    made = clean(content)
    (told,) = made.left_out
    is_new = told != before.left_out[0]
    assert is_new is (rule.fate is Fate.LEFT_OUT)
    if rule.fate is Fate.LEFT_OUT:
        assert told.severity is Severity.WARNING
        whole = b"".join(made.members.values())
        for gone in (b"ny-verdi", b"ola.nordmann", b"word/ny.xml", rule.name.encode() if "/" in rule.name else b"\0"):
            assert gone not in whole


@pytest.mark.parametrize("kind", Kind)
def test_what_is_not_on_the_table_is_not_kept(kind: Kind) -> None:
    found = fate(kind, "ukjent")
    assert found is (Fate.KEPT if kind is Kind.ELEMENT else Fate.LEFT_OUT if kind is Kind.SETTING else Fate.REFUSED)
    if kind is not Kind.ELEMENT:
        rule = Rule(kind, "ukjent/ny" if kind in (Kind.RELATIONSHIP, Kind.EXTERNAL) else "ukjent", found)
        if kind is Kind.SETTING:
            assert "word/settings.xml (ukjent)" in clean(with_the_thing(rule)).left_out[0].text("nb")
        else:
            assert len(codes(with_the_thing(rule))) == 1


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*/*.docx")), ids=lambda path: path.name)
def test_templates_that_skjema_builds_are_left_as_they_are(path: Path) -> None:
    content = path.read_bytes()
    assert clean(content) == CleanTemplate(members_of(content), ())


# -- templates as people have them


def test_a_picture_from_the_net_whose_address_has_a_tag_is_refused() -> None:
    content = in_body(split_field(' INCLUDEPICTURE "http://x.example/', '{{ navn }}.png" \\d '))
    assert sentences(content) == [
        "mal.docx: word/document.xml har Word-feltet INCLUDEPICTURE, som henter, kjører eller spør om noe når dokumentet"
        " åpnes. Merk feltet og trykk Ctrl+Shift+F9, så blir det vanlig tekst. [template-field]"
    ]


@pytest.mark.parametrize(
    "xml",
    [
        split_field(' HYPERLINK "https://x.example/{{ navn }}" '),
        split_field(" HYPERLINK \\l ", '"{', "{ navn }}", '" '),
        simple_field(" REF {{ navn }} "),
        '<w:p><w:hyperlink w:anchor="{{ navn }}"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>',
    ],
    ids=["link", "split", "simple", "anchor"],
)
def test_no_value_is_put_into_a_field_or_an_address(xml: str) -> None:
    assert codes(in_body(xml)) == ["tag-in-address"]


def test_a_field_in_the_middle_of_another_is_looked_at() -> None:
    inner = split_field(' DDEAUTO excel "C:\\x.xlsx" ').removeprefix("<w:p>").removesuffix("</w:p>")
    begin, end = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    content = in_body(f"<w:p>{begin}<w:r><w:instrText> IF 1 = 1 </w:instrText></w:r>{inner}{end}</w:p>")
    assert codes(content) == ["template-field"]


@pytest.mark.parametrize("name", ["ADDRESSBLOCK", "GREETINGLINE", "MERGEREC", "FILLIN", "ASK", "DOCVARIABLE"])
def test_a_field_that_is_another_for_each_letter_is_not_to_become_text(name: str) -> None:
    assert codes(in_body(simple_field(f" {name} x "))) == ["template-mail-field"]


def test_merge_fields_of_words_own_are_named() -> None:
    content = in_body(simple_field(" MERGEFIELD Barnets_navn \\* MERGEFORMAT "))
    assert sentences(content) == [
        "mal.docx: word/document.xml har Words flettefelt «Barnets_navn», som ikke blir fylt ut. Slett det, og skriv"
        " feltets navn i doble krøllparenteser, som {{ barn_navn }}. Står det i et IF-felt, skriver du {% if ... %} i stedet"
        " for det. [template-merge-field]"
    ]


def test_a_mail_merge_goes_with_its_connection_and_its_path() -> None:
    merge = '<w:mailMerge><w:connectString w:val="Data Source=C:\\Users\\ola.nordmann\\elever.xlsx"/></w:mailMerge>'
    content = with_relationship(
        in_settings(merge), "mailMergeSource", "file:///C:/Users/ola.nordmann/elever.xlsx",
        of="word/settings.xml", mode="External",
    )  # fmt: skip
    made = clean(content)
    assert b"ola.nordmann" not in b"".join(made.members.values())
    told = made.left_out[0].text("nb")
    assert "word/settings.xml (mailMerge), word/settings.xml (mailMergeSource)" in told


def test_an_attached_template_goes_with_its_path() -> None:
    linked = with_relationship(
        in_settings("<w:attachedTemplate/>"), "attachedTemplate", "file:///\\\\srv\\ola.nordmann\\Brev.dotx",
        of="word/settings.xml", mode="External",
    )  # fmt: skip
    assert b"ola.nordmann" not in b"".join(clean(linked).members.values())


def test_a_template_by_its_content_type_is_made_a_document() -> None:
    made = clean(with_content_type(DOCUMENT_TYPE.replace("document.main", "template.main")))
    assert f'/word/document.xml" ContentType="{DOCUMENT_TYPE}"'.encode() in made.members["[Content_Types].xml"]


def test_protection_of_the_document_is_kept() -> None:
    protected = in_settings('<w:documentProtection w:edit="forms" w:enforcement="1"/>')
    assert b"documentProtection" in clean(protected).members["word/settings.xml"]


def test_a_control_bound_to_a_store_that_is_left_out_is_bound_no_more() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent><w:p><w:r>'
        "<w:t>{{ navn }}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    stored = with_linked_part(in_body(control), "customXml/item9.xml", "<x>{{ navn }}</x>", "customXml", _TYPED)
    made = clean(stored)
    assert b"dataBinding" not in made.members["word/document.xml"]
    assert not [one for one in made.members if one.startswith("customXml/")]
    assert b"customXml" not in made.members["[Content_Types].xml"]


@pytest.mark.parametrize("name", ["../ute.xml", "word\\ute.xml", "/etc/ute", "C:/ute"])
def test_names_that_lead_out_of_the_file_are_refused(name: str) -> None:
    assert codes(with_part(BASE, name, lambda _: "<x/>")) == ["template-part-refused"]


@pytest.mark.parametrize("mode", ["", "External"])
def test_a_link_to_a_bookmark_is_kept(mode: str) -> None:
    made = clean(with_relationship(BASE, "hyperlink", "#her", mode=mode))
    assert b'Target="#her"' in made.members["word/_rels/document.xml.rels"]


def test_what_nothing_refers_to_is_left_out() -> None:
    made = clean(with_part(BASE, "word/vbaProject.bin", lambda _: "x"))
    assert "word/vbaProject.bin" not in made.members
    assert "word/vbaProject.bin" in made.left_out[0].text("nb")


@pytest.mark.parametrize(
    "xml",
    [
        '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="file:///x/a.png"/></w:pict></w:r></w:p>',
        '<w:p><w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" href="file:///c:/a"/></w:pict></w:r></w:p>',
        split_field(' HYPERLINK "\\\\srv\\felles\\a.docx" '),
    ],
    ids=["vml-src", "vml-href", "link-to-a-share"],
)
def test_addresses_without_a_relationship_are_looked_at(xml: str) -> None:
    found = codes(in_body(xml))
    assert len(found) == 1


# -- whole, or told


@pytest.mark.parametrize(
    "part",
    ["[Content_Types].xml", "word/styles.xml", "word/settings.xml", "word/_rels/document.xml.rels", "_rels/.rels"],
)
def test_a_part_that_is_cut_off_is_named(part: str) -> None:
    (told,) = sentences(with_part(BASE, part, lambda xml: xml[: len(xml) // 2]))
    assert told.startswith(f"mal.docx: {part} i malen er ikke hel.")
    assert told.endswith("[template-part-damaged]")


def without_types(part: str, ending: str = "") -> Callable[[str], str]:
    pattern = f'<Override PartName="/{re.escape(part)}"[^>]*/>' + (
        f'|<Default Extension="{ending}"[^>]*/>' if ending else ""
    )
    return lambda xml: re.sub(pattern, "", xml)


def test_every_part_has_a_content_type() -> None:
    bare = with_part(BASE, "[Content_Types].xml", without_types("word/styles.xml", "xml"))
    assert "template-part-damaged" in codes(bare)
    wrong = with_part(BASE, "[Content_Types].xml", without_types("word/styles.xml"))
    assert codes(wrong) == ["template-part-refused"], "application/xml is nobody's styles"


def test_relationships_have_a_content_type_too() -> None:
    bare = with_part(BASE, "[Content_Types].xml", without_types("-", "rels"))
    assert set(codes(bare)) == {"template-part-damaged"}


def test_a_part_whose_name_hides_that_it_is_xml_is_looked_at_all_the_same() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaa">]><x>&a;</x>'
    assert codes(with_linked_part(BASE, "word/noter", bomb, "endnotes", "endnotes")) == ["template-part-damaged"]


def test_a_part_that_is_not_there_is_named() -> None:
    (told,) = sentences(with_relationship(BASE, "header", "header9.xml"))
    assert "word/header9.xml" in told


# -- told by lint and by fill, and gone from what is made


def test_lint_and_fill_say_the_same(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"))
    own = with_part(build_template(form, "nb"), "word/settings.xml", lambda xml: xml.replace(
        "<w:defaultTabStop", '<w:docVars><w:docVar w:name="a" w:val="{{UserProfile.Name}}"/></w:docVars><w:defaultTabStop'
    ))  # fmt: skip
    (form.folder / "prove.nb.docx").write_bytes(own)
    (by_lint, restyled) = template_problems(form, "nb")
    (by_fill,) = template_warnings(form, "nb", "prove.nb.docx", own)
    assert by_lint == by_fill
    assert restyled.code == "template-restyled"
    assert "word/settings.xml (docVars)" in by_fill.text("nb")
    (kari,) = from_json(form, tmp_path, {"navn": "Kari"})
    with zipfile.ZipFile(io.BytesIO(WordRenderer(form, "nb").render(kari))) as made:
        assert b"docVar" not in made.read("word/settings.xml")
