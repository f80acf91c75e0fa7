"""Word files that the data name: their text stands in the document, with its styles, lists, pictures and links."""

import io
from collections.abc import Callable
from pathlib import Path

import docx as python_docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from lxml import etree

from skjema.formats.docx.members import members_of
from skjema.formats.docx.part_xml import W, parse, relations
from skjema.problems import Severity
from skjema.render.word.context import context
from skjema.render.word.template import WordTemplate
from skjema.validation.checked import CheckedRecord
from tests import word_guide
from tests.drawing import checked, field, form_of, png
from tests.reading_back import docx_part, docx_text
from tests.render.word.documents import docx, with_footnote, with_part, with_relationship
from tests.render.word.test_attached_images import OWN

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def record_of(folder: Path, **files: bytes) -> CheckedRecord:
    """The record that names one file or two, `a` and `b`."""
    form = form_of(folder, field("navn", "name"), field("a", "document"), field("b", "document"), head=OWN)
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    named = ";".join(f"{name}.docx" if name in files else "" for name in ("a", "b"))
    (folder / "liste.csv").write_text(f"navn;a;b\nNora Eksempel;{named}\n", "utf-8")
    (record,), _ = checked(form, folder / "liste.csv")
    record.values["form"] = form
    return record


def filled(record: CheckedRecord, template: bytes) -> bytes:
    form = record.values["form"]
    return WordTemplate("prove.nb.docx", template).render(context(form, record, "nb"))


def opened(content: bytes) -> Document:
    """The document as another program reads it."""
    return python_docx.Document(io.BytesIO(content))


def test_the_text_stands_in_the_place_of_the_tag(tmp_path: Path) -> None:
    def table(document: Document) -> None:
        document.add_table(rows=1, cols=2).rows[0].cells[1].text = "{{ 7*7 }} & <Sønn>"

    record = record_of(tmp_path, a=docx("Første", "Andre", draw=table), b=docx())
    made = filled(record, docx("Før {{ navn }}", "{{p a }}", "{{p b }}", "Etter"))
    assert docx_text(made) == "Før Nora Eksempel\nFørste\nAndre\n | {{ 7*7 }} & <Sønn>\nEtter"
    body = docx_part(made).find(f"{W}body")
    assert body is not None
    assert [child.tag.rpartition("}")[2] for child in body] == ["p", "p", "p", "tbl", "p", "p", "p", "sectPr"]


def test_a_file_that_libreoffice_wrote_comes_along_with_its_tables_and_headings(tmp_path: Path) -> None:
    theirs = (word_guide.FOLDER / word_guide.FORM).read_bytes()
    record = record_of(tmp_path, a=theirs)
    assert record.problems == []
    made = opened(filled(record, docx("Før", "{{p a }}", "Etter")))
    other = opened(theirs)
    assert [one.text for one in made.paragraphs] == ["Før", *(one.text for one in other.paragraphs), "Etter"]
    assert [cell.text for table in made.tables for row in table.rows for cell in row.cells] == [
        cell.text for table in other.tables for row in table.rows for cell in row.cells
    ]
    headings = [one.style.name for one in made.paragraphs if one.style and one.style.name.startswith("Heading")]
    assert headings == ["Heading 1", "Heading 2", "Heading 2", "Heading 2"]
    assert [one.style_id for one in made.styles if one.name == "Heading 1"] == ["Heading1"]


def test_an_empty_field_leaves_an_empty_paragraph(tmp_path: Path) -> None:
    made = opened(filled(record_of(tmp_path), docx("Før", "{{p a }}", "Etter")))
    assert [one.text for one in made.paragraphs] == ["Før", "", "Etter"]


def styled(document: Document) -> None:
    base = document.styles.add_style("Vedtaksgrunn", WD_STYLE_TYPE.PARAGRAPH)
    base.font.size = 140_000
    own = document.styles.add_style("Vedtak", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = base
    document.add_paragraph("Eget", style="Vedtak")
    document.add_paragraph("Overskrift", style="Heading 1")
    document.add_paragraph().add_run("sterkt", style="Strong")


def test_styles_are_known_by_name_and_those_that_are_missing_come_along(tmp_path: Path) -> None:
    def renamed(content: bytes) -> bytes:
        # as Word for the web and LibreOffice do it: other ids, the same names
        def change(xml: str) -> str:
            strong = xml.replace('w:styleId="Strong"', 'w:styleId="Sterk"').replace(
                'rStyle w:val="Strong"', 'rStyle w:val="Sterk"'
            )
            return strong.replace('"Heading1"', '"Overskrift1"')

        return with_part(with_part(content, "word/styles.xml", change), "word/document.xml", change)

    record = record_of(tmp_path, a=renamed(docx(draw=styled)))
    made = opened(filled(record, docx("Før", "{{p a }}")))
    assert [one.style.name for one in made.paragraphs if one.style] == ["Normal", "Vedtak", "Heading 1", "Normal"]
    assert made.paragraphs[1].style is not None
    assert made.paragraphs[1].style.base_style is not None
    assert made.paragraphs[1].style.base_style.name == "Vedtaksgrunn"
    assert [one.style_id for one in made.styles if one.name in ("Heading 1", "Strong")] == ["Heading1", "Strong"]
    assert [run.style.name for run in made.paragraphs[3].runs if run.style] == ["Strong"]


def test_a_style_of_another_name_gets_an_id_of_its_own(tmp_path: Path) -> None:
    def own_look(name: str) -> Callable[[Document], None]:
        def draw(document: Document) -> None:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).element.set(f"{W}styleId", "Eget")
            document.add_paragraph("tekst", style=name)

        return draw

    record = record_of(tmp_path, a=docx(draw=own_look("Andres")))
    made = opened(filled(record, docx("{{p a }}", draw=own_look("Vårt"))))
    assert [one.style.name for one in made.paragraphs if one.style] == ["Andres", "Vårt"]


def _list(number: str) -> etree._Element:
    return etree.fromstring(f'<w:numPr xmlns:w="{W[1:-1]}"><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')


def numbered(*texts: str) -> Callable[[Document], None]:
    def draw(document: Document) -> None:
        for text in texts:
            paragraph = document.add_paragraph(text)
            paragraph._p.get_or_add_pPr().append(_list("1"))

    return draw


def test_lists_begin_anew_and_styles_with_numbers_keep_them(tmp_path: Path) -> None:
    def both(document: Document) -> None:
        numbered("en", "to")(document)
        style = document.styles.add_style("Punktvis", WD_STYLE_TYPE.PARAGRAPH)
        style.element.get_or_add_pPr().append(_list("2"))
        document.add_paragraph("tre", style="Punktvis")

    record = record_of(tmp_path, a=docx(draw=both), b=docx(draw=numbered("fire")))
    members = members_of(filled(record, docx("{{p a }}", "{{p b }}", draw=numbered("vår"))))
    numbers = [one.get(f"{W}val", "") for one in parse(members["word/document.xml"]).iter(f"{W}numId")]
    assert numbers[0] == numbers[1]
    assert len(set(numbers)) == 3
    assert numbers[-1] == "1"
    lists = parse(members["word/numbering.xml"])
    shapes = {one.get(f"{W}abstractNumId"): one for one in lists.iter(f"{W}abstractNum")}
    used = {one.get(f"{W}numId"): one.find(f"{W}abstractNumId") for one in lists.iter(f"{W}num")}
    (styled_number,) = {
        one.get(f"{W}val")
        for style in parse(members["word/styles.xml"]).iter(f"{W}style")
        for one in style.iter(f"{W}numId")
        if style.get(f"{W}styleId") == "Punktvis"
    }
    for number in {*numbers, styled_number}:
        reference = used[number]
        assert reference is not None
        assert reference.get(f"{W}val") in shapes
    kinds = [child.tag.rpartition("}")[2] for child in lists]
    assert kinds == sorted(kinds)  # all shapes before all lists


def test_the_numbers_of_a_style_are_counted_in_each_text_by_itself(tmp_path: Path) -> None:
    def draw(document: Document) -> None:
        for style in ("List Number", "List Number", "List Bullet"):
            document.add_paragraph("x", style=style)
        document.styles["Heading 2"].element.get_or_add_pPr().append(_list("5"))
        document.add_paragraph("x", style="Heading 2")

    record = record_of(tmp_path, a=docx(draw=draw), b=docx(draw=draw))
    members = members_of(filled(record, docx("{{p a }}", "{{p b }}", draw=draw)))
    numbers = [one.find(f"{W}pPr/{W}numPr/{W}numId") for one in parse(members["word/document.xml"]).iter(f"{W}p")]
    given = ["" if one is None else one.get(f"{W}val", "") for one in numbers]
    first, second = given[0], given[4]
    assert given == [first, first, "", "", second, second, *[""] * 6]
    lists = parse(members["word/numbering.xml"])
    shapes = [one.find(f"{W}abstractNumId") for one in lists.iter(f"{W}num")]
    listed = [one.get(f"{W}val") for one in shapes if one is not None]
    assert len({first, second, ""}) == 3
    assert len(set(listed)) == len(listed)  # no two count together


def test_a_file_without_lists_gets_those_of_the_other(tmp_path: Path) -> None:
    def without_lists(content: bytes) -> bytes:
        bare = with_part(content, "word/_rels/document.xml.rels", lambda xml: etree_without(xml, "numbering"))
        return with_part(bare, "[Content_Types].xml", lambda xml: etree_without(xml, "numbering"))

    record = record_of(tmp_path, a=docx(draw=numbered("en")))
    made = filled(record, without_lists(docx("{{p a }}")))
    members = members_of(made)
    assert b'numId w:val="1"' in members["word/document.xml"]
    assert [one.kind for one in relations(members, "word/document.xml")].count("numbering") == 1
    assert opened(made).part.numbering_part.element.num_lst[0].numId == 1


def etree_without(xml: str, word: str) -> str:
    root = etree.fromstring(xml.encode())
    for one in list(root):
        if any(word in str(value) for value in one.attrib.values()):
            root.remove(one)
    return etree.tostring(root, encoding="unicode")


def test_pictures_links_and_bookmarks_come_along_apart_from_each_other(tmp_path: Path) -> None:
    def draw(document: Document) -> None:
        document.add_picture(io.BytesIO(png(pixels=20)))
        relation = document.part.relate_to("https://eksempel.no/", R[1:-1] + "/hyperlink", is_external=True)
        link = f'<w:hyperlink xmlns:w="{W[1:-1]}" xmlns:r="{R[1:-1]}" r:id="{relation}"><w:r><w:t>her</w:t></w:r></w:hyperlink>'
        mark = f'<w:bookmarkStart xmlns:w="{W[1:-1]}" w:id="0" w:name="sted"/>'
        end = f'<w:bookmarkEnd xmlns:w="{W[1:-1]}" w:id="0"/>'
        jump = f'<w:hyperlink xmlns:w="{W[1:-1]}" w:anchor="sted"><w:r><w:t>dit</w:t></w:r></w:hyperlink>'
        paragraph = document.add_paragraph()._p
        for xml in (link, mark, end, jump):
            paragraph.append(etree.fromstring(xml))

    other = docx("Én til", draw=draw)
    record = record_of(tmp_path, a=other, b=other)
    made = filled(record, docx("{{p a }}", "{{p b }}", draw=draw))
    members, root = members_of(made), docx_part(made)
    known = {one.id: one.target for one in relations(members, "word/document.xml")}
    pictures = [known[one.get(f"{R}embed", "")] for one in root.iter("{*}blip")]
    assert [members[one] for one in pictures] == [png(pixels=20)] * 3
    links = [one for one in root.iter(f"{W}hyperlink") if one.get(f"{R}id")]
    targets = {one.get("Id"): one.get("Target") for one in parse(members["word/_rels/document.xml.rels"])}
    assert [targets[one.get(f"{R}id")] for one in links] == ["https://eksempel.no/"] * 3
    for name, count in (("docPr", 3), ("bookmarkStart", 3)):
        ids = [one.get("id") or one.get(f"{W}id") for one in root.iter(f"{{*}}{name}")]
        assert len(set(ids)) == len(ids) == count
    names = [one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")]
    assert len(set(names)) == 3
    assert [one.get(f"{W}anchor") for one in root.iter(f"{W}hyperlink") if one.get(f"{W}anchor")] == names


def test_headers_and_page_set_up_stay_behind_and_it_is_told(tmp_path: Path) -> None:
    def draw(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Andres topptekst"
        document.add_section().page_width = 100_000
        document.add_paragraph("Slutt")

    record = record_of(tmp_path, a=docx("Først", draw=draw))
    told = "liste.csv: linje 2, kolonne 2: «A» er 'a.docx'. Topptekst, bunntekst og sideoppsett i den filen følger ikke med. [document-pages]"
    assert [(one.text("nb"), one.severity) for one in record.problems] == [(told, Severity.NOTE)]
    made = filled(record, docx("{{p a }}"))
    assert len(list(docx_part(made).iter(f"{W}sectPr"))) == 1
    assert not any("header" in name for name in members_of(made))


TRACKED = '<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>ny</w:t></w:r></w:ins></w:p><w:sectPr'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK nei", "som ikke er en hel Word-fil (docx). Åpne den i Word, og lagre den på nytt. [document-damaged]"),
        (b"\xd0\xcf\x11\xe0 doc", "som ikke er en hel Word-fil (docx). Åpne den i Word, og lagre den på nytt. [document-damaged]"),
        (
            with_relationship(docx("x"), "oleObject", "http://eksempel.no/x.bin", mode="External"),
            "og den har noe som ikke kan følge med et dokument (oleObject). Ta det ut. [document-unfit]",
        ),
        (
            with_part(docx("x"), "word/document.xml", lambda xml: xml.replace("<w:sectPr", TRACKED, 1)),
            "der sporede endringer ikke er godtatt eller avvist. Gjør det i Word. [document-tracked]",
        ),
        (
            with_part(
                with_footnote(docx("x"), "note"), "word/document.xml",
                lambda xml: xml.replace("<w:t>x</w:t>", '<w:footnoteReference w:id="2"/>'),
            ),
            "som har fotnoter eller sluttnoter. De kan ikke settes inn. Skriv dem i teksten. [document-notes]",
        ),
    ],
    ids=["no archive", "old format", "object", "tracked", "notes"],
)  # fmt: skip
def test_a_document_that_cannot_be_put_in_is_told_of(content: bytes, said: str, tmp_path: Path) -> None:
    record = record_of(tmp_path, a=content)
    assert [one.text("nb") for one in record.problems] == [f"liste.csv: linje 2, kolonne 2: «A» er 'a.docx', {said}"]
    assert record.values["a"] is None
