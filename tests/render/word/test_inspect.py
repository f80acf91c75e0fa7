"""All faults of a foreign template at once, each with its paragraph, and a copy with comments at the places."""

import re
from pathlib import Path

import pytest
from docx.document import Document
from lxml import etree

from skjema.formats.docx.members import members_of
from skjema.render.word.inspect_template import inspect_template
from tests.cli.running import skjema
from tests.drawing import SAMPLES
from tests.reading_back import W
from tests.render.word.documents import docx, with_linked_part, with_part, with_relationship
from tests.render.word.test_own_fields import control, legacy

FAULTY = (
    "Navn: {{ navn",
    "{{ Navn på barn }}",
    "{%pif navn %}",
    "{{ navn|ukjent }}",
    "{%p endif %} slutt",
    "{{ “x” }} og {{ navn }}",
)


def codes(content: bytes) -> list[str]:
    return [one.problem.code for one in inspect_template("brev.docx", content)]


def drawn(document: Document) -> None:
    document.core_properties.author = "Kari Nordmann"
    document.add_picture(str(SAMPLES / "logo.png"))
    paragraph = document.add_paragraph()
    for piece in ("{{ na", "vn }}"):
        paragraph.add_run(piece)


def test_every_fault_is_told_at_once_with_its_paragraph() -> None:
    found = inspect_template("brev.docx", docx(*FAULTY, draw=drawn))
    assert [(one.problem.code, one.paragraph) for one in found] == [
        ("template-left-out", -1), ("tag-unclosed", 0), ("tag-sticky", 2), ("tag-not-alone", 4), ("tag-syntax", 1),
        ("tag-syntax", 3), ("block-unopened", 4), ("picture-without-text", 6), ("template-personal", -1), ("tags-mended", -1),
    ]  # fmt: skip
    texts = [one.problem.text("nb") for one in found]
    assert texts[4] == (
        "brev.docx: Flettefeltet kan ikke leses: «{{ Navn på barn }}» (expected token 'end of print statement', got 'på')."
        " [tag-syntax]"
    )
    assert "(No filter named 'ukjent'.)" in texts[5]
    assert texts[-1].startswith("brev.docx: Flettefelt med krøllete anførselstegn: 1; delt i biter av Word: 1.")
    assert not any("Nordmann" in text for text in texts)


LINKED = '<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>x</w:t></w:r></w:ins></w:p><w:sectPr'
HAZARDS = {
    "tag in endnotes": (with_linked_part(docx("x"), "word/endnotes.xml", "<x>{{ navn }}</x>", "endnotes", "endnotes"), "tag-not-rendered"),
    "macros": (with_relationship(docx("x"), "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"), "template-part-refused"),
    "picture on the net": (with_relationship(docx("x"), "image", "https://example.test/a.png", mode="External"), "template-part-refused"),
    "tracked change": (with_part(docx("x"), "word/document.xml", lambda xml: xml.replace("<w:sectPr", LINKED, 1)), "template-tracked"),
    "damaged body": (with_part(docx("x"), "word/document.xml", lambda xml: xml[:-20]), "template-part-damaged"),
    "no Word file": (b"x", "template-damaged"),
    "tag in a header": (docx("x", draw=lambda d: setattr(d.sections[0].header.paragraphs[0], "text", "{{ a")), "tag-unclosed"),
}  # fmt: skip


BLOCKS = {
    "sound": (("{%p if a %}", "{% for x in y %}{% if z %}1{% elif w %}2{% else %}3{% endif %}{% endfor %}", "{%p else %}", "{%p endif %}"), []),
    "never ended": (("{%p if a %}", "x"), [("block-unclosed", 0)]),
    "never begun": (("x", "{% endfor %}", "{%tr endif %}"), [("block-unopened", 1), ("block-unopened", 2)]),
    "crossed": (("{% for x in y %}", "{% if z %}", "{% endfor %}", "{% endif %}"), [("block-unclosed", 1), ("block-unopened", 3)]),
    "else alone": (("{% else %}", "{% for a in b %}{% elif c %}{% endfor %}"), [("block-unopened", 0), ("block-unopened", 1)]),
}  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "wanted"), BLOCKS.values(), ids=BLOCKS)
def test_what_begins_and_never_ends_is_told(paragraphs: tuple[str, ...], wanted: list[tuple[str, int]]) -> None:
    found = inspect_template("brev.docx", docx(*paragraphs))
    assert [(one.problem.code, one.paragraph) for one in found if one.problem.code.startswith("block")] == wanted


@pytest.mark.parametrize(
    ("places", "told"),
    [
        (
            (
                control("<w:text/>", tag="navn", alias="Barnets navn"),
                control("<w:text/>", tag="Navn", alias="Mors navn"),
            ),
            True,
        ),
        ((control("<w:text/>", tag="navn", alias="Navn"), control("<w:text/>", tag="navn", alias="Navn")), False),
        ((control("<w:text/>", tag="navn", alias="Navn"), control("<w:text/>", tag="navn")), False),
        ((legacy("T1", '<w:statusText w:val="Navn"/>'), legacy("T1", '<w:statusText w:val="Adresse"/>')), True),
    ],
)
def test_two_places_of_one_name_that_are_for_different_things_are_told(places: tuple[str, ...], told: bool) -> None:
    content = with_part(
        docx("x"), "word/document.xml", lambda xml: xml.replace("<w:sectPr", "".join(places) + "<w:sectPr", 1)
    )
    found = [one for one in inspect_template("brev.docx", content) if one.problem.code == "place-name-shared"]
    assert [one.paragraph for one in found] == [2] * told


VML = '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="Bilde 1"{}>{}</v:shape></w:pict></w:r></w:p><w:sectPr'
DECORATIVE = '<a:extLst xmlns:a="x"><a:ext><d:decorative xmlns:d="y" val="1"/></a:ext></a:extLst></wp:docPr>'


def test_pictures_of_the_old_form_need_a_text_and_decoration_needs_none() -> None:
    image = '<v:imagedata xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'
    for attribute, inside, told in (("", image, True), (' alt="Logo"', image, False), ("", "", False)):
        shape = VML.format(attribute, inside)
        body = members_of(docx("x"))["word/document.xml"].decode().replace("<w:sectPr", shape, 1)
        content = with_part(docx("x"), "word/document.xml", lambda _, body=body: body)  # type: ignore[misc]
        assert ("picture-without-text" in codes(content)) is told
    plain = docx("x", draw=drawn)
    assert "picture-without-text" in codes(plain)
    body = members_of(plain)["word/document.xml"].decode()
    changed = re.sub(r"(<wp:docPr [^>]*)/>", rf"\1>{DECORATIVE}", body)
    decorated = with_part(plain, "word/document.xml", lambda _: changed)
    assert "picture-without-text" not in codes(decorated)


@pytest.mark.parametrize(("content", "code"), HAZARDS.values(), ids=HAZARDS)
def test_a_hazard_is_told_of(content: bytes, code: str) -> None:
    assert code in codes(content)


def test_a_sound_file_has_nothing_but_what_its_properties_say() -> None:
    assert set(codes(docx("{{ navn }}", "{%p if a %}", "x", "{%p endif %}"))) <= {
        "template-left-out",
        "template-personal",
    }


# The copy with comments


def comments(content: bytes, part: str) -> list[str]:
    root = etree.fromstring(members_of(content)[part])
    return ["".join(map(str, one.itertext())) for one in root.iter(f"{W}comment")]


def test_a_copy_has_comments_at_the_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    original = docx("Først", "Navn: {{ navn", draw=drawn)
    (tmp_path / "brev.docx").write_bytes(original)
    found = skjema("lint", "brev.docx", "--annotate")
    assert found.code == 5
    assert "brev-merknader.docx er skrevet." in found.said
    assert (tmp_path / "brev.docx").read_bytes() == original
    copy = (tmp_path / "brev-merknader.docx").read_bytes()
    (told,) = [one for one in comments(copy, "word/skjema-comments.xml") if "tag-unclosed" in one]
    assert "Et flettefelt er ikke avsluttet: «Navn: {{ navn»" in told
    body = etree.fromstring(members_of(copy)["word/document.xml"])
    (paragraph,) = [one for one in body.iter(f"{W}p") if "Navn: {{ navn" in "".join(map(str, one.itertext()))]
    assert len(paragraph.findall(f"{W}commentRangeStart")) == 1
    assert skjema("lint", "brev.docx", "--annotate").code == 6, "a copy is never written over"


def test_comments_that_are_there_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    theirs = f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="0" w:author="x"><w:p><w:r><w:t>Husk!</w:t></w:r></w:p></w:comment></w:comments>'
    (tmp_path / "brev.docx").write_bytes(
        with_linked_part(docx("{{ a"), "word/comments.xml", theirs, "comments", "comments")
    )
    skjema("lint", "brev.docx", "--annotate")
    told = comments((tmp_path / "brev-merknader.docx").read_bytes(), "word/comments.xml")
    assert told[0] == "Husk!"
    assert any("tag-unclosed" in one for one in told)


def test_comments_are_for_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert skjema("lint", "samtykke-overgang", "--annotate").code == 2
