"""A form on the municipality's own letterhead: fonts, colours, header and footer, and what somebody has edited is kept."""

from pathlib import Path

import docx as python_docx
import pytest
from docx.document import Document
from docx.shared import RGBColor

from skjema.formats.docx.members import members_of
from tests.cli.running import skjema
from tests.drawing import HEAD, SAMPLES, field, sheet, write_form
from tests.reading_back import docx_text
from tests.render.word.documents import docx, with_part

BODY = (
    '[[section]]\nid = "del"\ntitle = { nb = "Om barnet" }\n'
    + field("navn", "name")
    + field("sted", filled_by='"recipient"')
)


def letterhead(document: Document) -> None:
    heading = document.styles["Heading 1"].font
    heading.color.rgb, heading.name = RGBColor(0x7A, 0x1F, 0x3D), "Georgia"
    document.styles["Normal"].font.name = "Verdana"
    section = document.sections[0]
    section.header.paragraphs[0].text = "Eksempel kommune"
    section.header.paragraphs[0].add_run().add_picture(str(SAMPLES / "logo.png"))
    section.footer.paragraphs[0].text = "Postboks 1, 0001 Eksempel"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_form(tmp_path, BODY, HEAD)
    (tmp_path / "brevmal.docx").write_bytes(docx("Brødtekst", draw=letterhead))
    return tmp_path


def built(folder: Path) -> Path:
    return folder / "templates/prove/prove.nb.docx"


def build(*more: str) -> str:
    found = skjema("build", "prove", "--reference", "brevmal.docx", *more)
    assert found.code == 0, found.said
    return found.said


def test_a_form_has_the_letterheads_fonts_colors_header_and_footer(folder: Path) -> None:
    build()
    members = members_of(built(folder).read_bytes())
    styles, document = members["word/styles.xml"].decode(), members["word/document.xml"].decode()
    assert 'w:ascii="Verdana"' in styles
    assert 'w:ascii="Georgia"' in styles
    assert ("16324F" in styles + document, "7A1F3D" in styles, "7A1F3D" in document) == (False, True, True)
    assert 'w:fill="EAF1F8"' not in document
    made = python_docx.Document(str(built(folder)))
    section = made.sections[0]
    assert section.first_page_header.paragraphs[0].text.strip() == "Eksempel kommune"
    assert section.footer.paragraphs[0].text == "Postboks 1, 0001 Eksempel"
    assert "Side" in section.footer.paragraphs[-1].text
    assert [name for name in members if name.startswith("word/media/brevmal-brevhode")] != []
    assert not any(b"Kari" in content for content in members.values())


def test_what_is_built_is_filled_and_sound(folder: Path) -> None:
    build()
    linted = skjema("lint", "prove")
    assert (linted.code, [line.rsplit("[")[-1] for line in linted.lines]) == (0, ["template-restyled]"])
    sheet(folder / "a.xlsx", [["Navn"], ["Kari Berg"]])
    found = skjema("fill", "prove", "a.xlsx", "-o", "ut", "--format", "docx")
    assert found.code == 0, found.said
    (made,) = (folder / "ut").glob("*.docx")
    assert "Kari Berg" in docx_text(made.read_bytes())
    assert found.said.count("[") == 0


def test_what_is_as_it_was_built_is_built_again(folder: Path) -> None:
    build()
    before = built(folder).read_bytes()
    assert "er skrevet" in build()
    assert built(folder).read_bytes() == before
    write_form(folder, BODY.replace("Om barnet", "Om eleven"), HEAD)
    assert "er skrevet" in build()
    assert "Om eleven" in docx_text(built(folder).read_bytes())


def test_what_somebody_has_edited_is_kept_and_what_differs_is_told(folder: Path) -> None:
    build()
    edited = with_part(
        built(folder).read_bytes(), "word/document.xml", lambda xml: xml.replace("Om barnet", "Om jenta")
    )
    built(folder).write_bytes(edited)
    said = build()
    assert "er endret av noen og er beholdt" in said
    assert "Om jenta" in said
    assert built(folder).read_bytes() == edited
    assert "er skrevet" in build("--overwrite")
    assert "Om jenta" not in docx_text(built(folder).read_bytes())


def test_a_template_from_before_is_kept(folder: Path) -> None:
    assert skjema("build", "prove").code == 0
    before = built(folder).read_bytes()
    said = build()
    assert "er beholdt" in said
    assert "word/styles.xml" in said
    assert built(folder).read_bytes() == before


@pytest.mark.parametrize("draw", [None, lambda document: document.add_paragraph("x")])
def test_a_letterhead_without_header_and_footer_gives_its_fonts_alone(folder: Path, draw: object) -> None:
    (folder / "brevmal.docx").write_bytes(docx("x", draw=draw))  # type: ignore[arg-type]
    build()
    assert "word/brevhode.xml" not in members_of(built(folder).read_bytes())


def test_a_letterhead_with_macros_is_refused(folder: Path) -> None:
    (folder / "brevmal.docx").write_bytes(b"PK nothing")
    found = skjema("build", "prove", "--reference", "brevmal.docx")
    assert (found.code, "[template-damaged]" in found.said) == (5, True)
    assert not built(folder).exists()
