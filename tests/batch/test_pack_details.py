"""What a pack is made of, down to the page tree, the outline and the parts of a Word file."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from skjema.definition.model import Form
from skjema.errors import TemplateError
from skjema.formats.fonts import latin_font
from skjema.layout.shown import ShownRecord
from skjema.output.file_names import safe
from skjema.render.pdf.pdf_pack import Bookmark, PdfPack
from skjema.render.pdf.pdf_renderer import PdfRenderer
from skjema.render.pdf.running_head import RunningHead, head_text
from skjema.render.word.static_parts import build_template
from skjema.render.word.word_pack import WordPack
from skjema.render.workbook.pack_index import index_workbook
from tests.drawing import HEAD, TODAY, field, form_of, from_json
from tests.reading_back import pdf_text
from tests.render.word.documents import with_footnote, with_linked_part, with_part


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return form_of(tmp_path, field("navn"))


def blank_pack(form: Form, pages: int, *, duplex: bool = False, bookmarks: list[Bookmark] | None = None) -> PdfReader:
    out = io.BytesIO()
    pack = PdfPack(out, form, "nb")
    pack.finish([None] * pages, bookmarks or [], duplex=duplex)
    return PdfReader(io.BytesIO(out.getvalue()), strict=True)


@pytest.mark.parametrize("pages", [1, 64, 65, 4096, 4097])
def test_every_page_hangs_in_a_tree_whose_nodes_count_right(form: Form, pages: int) -> None:
    reader = blank_pack(form, pages)
    root: Any = reader.trailer["/Root"]["/Pages"]  # type: ignore[index]

    def counted(node: Any) -> int:
        if node["/Type"] == "/Page":
            return 1
        kids = [one.get_object() for one in node["/Kids"]]
        assert len(kids) <= 64
        assert all(kid["/Parent"].get_object() == node for kid in kids)
        found = sum(map(counted, kids))
        assert node["/Count"] == found
        return found

    assert counted(root) == pages == len(reader.pages)


def test_the_printer_is_asked_for_true_size_and_both_sides(form: Form) -> None:
    for duplex in (False, True):
        wishes: Any = blank_pack(form, 2, duplex=duplex).trailer["/Root"]["/ViewerPreferences"]  # type: ignore[index]
        assert wishes["/PrintScaling"] == "/None"
        assert wishes.get("/Duplex") == ("/DuplexFlipLongEdge" if duplex else None)


def test_groups_of_the_outline_are_closed_until_one_opens_them(form: Form) -> None:
    below = [Bookmark("0001", 1), Bookmark("0002", 2)]
    reader = blank_pack(form, 3, bookmarks=[Bookmark("Ærlig (1) \\ Łuk", 0, below)])
    first: Any = reader.trailer["/Root"]["/Outlines"]["/First"]  # type: ignore[index]
    assert (first["/Title"], first["/Count"]) == ("Ærlig (1) \\ Łuk", -2)
    assert first["/First"]["/Next"]["/Title"] == "0002"


def test_answers_of_lists_are_drawn_with_a_font_that_has_their_letters(tmp_path: Path) -> None:
    answers = ", ".join(f'{{ id = "l{at}", label = {{ nb = "Liste Ж{at}" }} }}' for at in range(7))
    form = form_of(tmp_path, field("navn"), field("valg", "choice", choices=f"[{answers}]"))
    out = io.BytesIO()
    pack = PdfPack(out, form, "nb")
    record = from_json(form, tmp_path, {"navn": "a", "valg": "l3"})[0]
    pack.finish([pack.add(record)], [], duplex=False)
    files = [PdfRenderer(form, "nb", flat=flat).render(record) for flat in (False, True)]
    assert all("Liste Ж3" in pdf_text(file) for file in (out.getvalue(), *files))


def test_a_head_that_is_too_long_ends_in_dots() -> None:
    short, long = (RunningHead(latin_font(), 595.28, 841.89).operators(text) for text in ("Kari", "Kari " * 60))
    dots = "".join(latin_font().hex[ord(one)] for one in "...").encode()
    assert dots not in short
    assert dots + b"> Tj" in long
    left = float(re.search(rb"g ([\d.]+) [\d.]+ Td", long)[1])  # type: ignore[index]
    assert left > 95, "within the page's margins"


def test_a_head_is_one_line_of_what_stands_on_paper(tmp_path: Path) -> None:
    head = HEAD.replace('key = ["navn"]', 'key = ["navn", "saksnr", "skjult"]')
    assert head != HEAD
    form = form_of(
        tmp_path,
        field("navn", "longtext"),
        field("saksnr", printed="false"),
        field("skjult", relevant="false"),
        head=head,
    )
    record = from_json(form, tmp_path, {"navn": "Kari\nNordmann", "saksnr": "أحمد", "skjult": "أحمد"})[0]
    renderer = PdfRenderer(form, "nb")
    assert list(renderer.problems(record)) == []
    assert head_text(form, ShownRecord(form, record, "nb")) == "Kari Nordmann"
    renderer.render(record)


# -- Word


def after_the_name(document: str, more: str) -> str:
    """The document with something more after the run that holds the name."""
    run = "{{ navn }}</w:t></w:r>"
    assert run in document
    return document.replace(run, run + more)


def word_pack(tmp_path: Path, template: bytes, form: Form) -> zipfile.ZipFile:
    (form.folder / "prove.nb.docx").write_bytes(template)
    pack = WordPack(form, "nb")
    pieces = [pack.add(one) for one in from_json(form, tmp_path, {"navn": "A"}, {"navn": "B"})]
    return zipfile.ZipFile(io.BytesIO(pack.build(pieces)))


def test_bookmarks_and_pictures_keep_ids_of_their_own(tmp_path: Path, form: Form) -> None:
    mark = '<w:bookmarkStart w:id="3" w:name="her"/><w:bookmarkEnd w:id="3"/>'
    own = with_part(build_template(form, "nb"), "word/document.xml", lambda xml: after_the_name(xml, mark))
    with word_pack(tmp_path, own, form) as archive:
        document = archive.read("word/document.xml").decode()
    assert re.findall(r'bookmarkStart w:id="(\d+)" w:name="(\w+)"', document) == [("1000", "her_1"), ("1001", "her_2")]
    assert re.findall(r'bookmarkEnd w:id="(\d+)"', document) == ["1000", "1001"]


def test_long_names_of_bookmarks_are_cut_and_told_apart(tmp_path: Path, form: Form) -> None:
    marks = "".join(
        f'<w:bookmarkStart w:id="{at}" w:name="{"x" * 39}{at}"/><w:bookmarkEnd w:id="{at}"/>' for at in (1, 2)
    )
    own = with_part(build_template(form, "nb"), "word/document.xml", lambda xml: after_the_name(xml, marks))
    with word_pack(tmp_path, own, form) as archive:
        names = re.findall(r'bookmarkStart w:id="\d+" w:name="(\w+)"', archive.read("word/document.xml").decode())
    assert len(set(names)) == 4
    assert max(map(len, names)) == 40


LISTS = """
<w:abstractNum w:abstractNumId="70"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="80"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="70"/><w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1"><w:start w:val="3"/>
<w:numFmt w:val="upperRoman"/></w:lvl></w:lvlOverride></w:num>
<w:num w:numId="8"><w:abstractNumId w:val="80"/></w:num>
"""
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def listed(number: int) -> str:
    return f'</w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r>'


def with_lists(form: Form, more: str, styles: str = "") -> bytes:
    own = with_part(build_template(form, "nb"), "word/document.xml", lambda xml: after_the_name(xml, more))
    own = with_part(own, "word/styles.xml", lambda xml: xml.replace("</w:styles>", f"{styles}</w:styles>"))
    lists = f'<w:numbering xmlns:w="{MAIN}">{LISTS}</w:numbering>'
    return with_linked_part(own, "word/numbering.xml", lists, "numbering", "numbering")


def test_each_form_begins_its_numbered_lists_anew(tmp_path: Path, form: Form) -> None:
    with word_pack(tmp_path, with_lists(form, listed(7) + listed(8)), form) as archive:
        used = re.findall(r'<w:numId w:val="(\d+)"/>', archive.read("word/document.xml").decode())
        numbering = archive.read("word/numbering.xml").decode()
    assert used == ["9", "8", "10", "8"], "bullets have nothing to count"
    assert re.findall(r'<w:num w:numId="(\d+)"', numbering) == ["7", "8", "9", "10"]
    for one in numbering.split("<w:num ")[3:]:
        assert re.findall(r'<w:startOverride w:val="(\d+)"/>', one) == ["3", "5", *["1"] * 7]
        assert '<w:numFmt w:val="upperRoman"/>' in one


@pytest.mark.parametrize("style", ["Liste", "Bygger"])
def test_lists_that_a_style_numbers_can_not_be_told_apart(tmp_path: Path, form: Form, style: str) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Bygger"><w:basedOn w:val="Liste"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Liste"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
    )
    more = f'</w:p><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>a</w:t></w:r>'
    with pytest.raises(TemplateError) as caught:
        word_pack(tmp_path, with_lists(form, more, styles), form)
    assert [one.code for one in caught.value.problems] == ["pack-template"]


def test_page_numbers_keep_their_kind_and_text_boxes_names_of_their_own(tmp_path: Path, form: Form) -> None:
    box = '<w:r><w:pict><v:variant id="_x0000_s1026" type="#_x0000_t202"/></w:pict></w:r>'
    own = with_part(build_template(form, "nb"), "word/document.xml", lambda xml: after_the_name(
        xml.replace("<w:titlePg", '<w:pgNumType w:fmt="upperRoman" w:start="4"/><w:titlePg', 1), box
    ).replace("<w:document ", '<w:document xmlns:v="urn:schemas-microsoft-com:vml" ', 1))  # fmt: skip
    with word_pack(tmp_path, own, form) as archive:
        document = archive.read("word/document.xml").decode()
    assert document.count('<w:pgNumType w:fmt="upperRoman" w:start="1"/>') == 2
    assert re.findall(r'id="(_x0000_s\w+)" type="#(\w+)"', document) == [
        ("_x0000_s1026_1", "_x0000_t202_1"),
        ("_x0000_s1026_2", "_x0000_t202_2"),
    ]


def test_properties_of_a_pack_tell_of_no_record(tmp_path: Path, form: Form) -> None:
    own = with_part(build_template(form, "nb"), "docProps/core.xml", lambda xml: re.sub(
        "(<dc:title>)[^<]*", r"\1Skjema for {{ navn }}", xml))  # fmt: skip
    with word_pack(tmp_path, own, form) as archive:
        assert "<dc:title>Skjema for </dc:title>" in archive.read("docProps/core.xml").decode()


def test_a_header_of_its_own_has_relationships_of_its_own(tmp_path: Path, form: Form) -> None:
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    own = with_part(build_template(form, "nb"), "word/_rels/header1.xml.rels", lambda _: relations)
    with word_pack(tmp_path, own, form) as archive:
        names = set(archive.namelist())
        assert len(names) == len(archive.namelist())
    assert {"word/header1-1.xml", "word/header1-2.xml"} <= names
    assert {"word/_rels/header1-1.xml.rels", "word/_rels/header1-2.xml.rels"} <= names
    assert "word/header1.xml" not in names


def test_links_lead_to_bookmarks_of_their_own_form(tmp_path: Path, form: Form) -> None:
    more = (
        '<w:bookmarkStart w:id="3" w:name="her"/><w:bookmarkEnd w:id="3"/>'
        '<w:hyperlink w:anchor="her"><w:r><w:t>se</w:t></w:r></w:hyperlink>'
        '<w:r><w:instrText xml:space="preserve"> PAGEREF her \\h </w:instrText></w:r>'
        '<w:fldSimple w:instr=" REF her "/><w:r><w:t>her</w:t></w:r>'
    )
    own = with_part(build_template(form, "nb"), "word/document.xml", lambda xml: after_the_name(xml, more))
    with word_pack(tmp_path, own, form) as archive:
        document = archive.read("word/document.xml").decode()
    for at in (1, 2):
        for wanted in (f'anchor="her_{at}"', f"PAGEREF her_{at} ", f" REF her_{at} ", "<w:t>her</w:t>"):
            assert wanted in document


def test_parts_may_be_named_from_the_root_of_the_file(tmp_path: Path, form: Form) -> None:
    own = with_part(
        build_template(form, "nb"), "word/_rels/document.xml.rels",
        lambda xml: xml.replace('Target="header1.xml"', 'Target="/word/header1.xml"'),
    )  # fmt: skip
    with word_pack(tmp_path, own, form) as archive:
        assert {"word/header1-1.xml", "word/header1-2.xml"} <= set(archive.namelist())


def renamed(content: bytes, names: dict[str, str]) -> bytes:
    """The same file with some of its parts called otherwise, as other programs and older files call them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            for before, after in names.items():
                name = name.replace(before, after)
                data = data.replace(before.encode(), after.encode())
            new.writestr(name, data)
    return out.getvalue()


def test_parts_may_be_called_otherwise(tmp_path: Path, form: Form) -> None:
    own = with_lists(form, listed(7))
    names = {"document.xml": "document2.xml", "numbering.xml": "lister.xml", "core.xml": "kjerne.xml"}
    with word_pack(tmp_path, renamed(own, names), form) as archive:
        assert re.findall(r'<w:numId w:val="(\d+)"/>', archive.read("word/document2.xml").decode()) == ["9", "10"]
        assert archive.read("word/lister.xml").decode().count("<w:num ") == 4
        assert "word/document.xml" not in archive.namelist()


@pytest.mark.parametrize(
    "more",
    [
        pytest.param('<w:r><w:footnoteReference w:id="2"/></w:r>', id="footnote"),
        pytest.param("</w:p><w:p><w:pPr><w:sectPr/></w:pPr></w:p><w:p>", id="section"),
    ],
)
def test_a_template_that_can_not_be_repeated_is_refused(tmp_path: Path, form: Form, more: str) -> None:
    noted = with_footnote(build_template(form, "nb"), "fast")
    own = with_part(noted, "word/document.xml", lambda xml: after_the_name(xml, more))
    with pytest.raises(TemplateError) as caught:
        word_pack(tmp_path, own, form)
    assert [one.code for one in caught.value.problems] == ["pack-template"]


# -- beside the pack


def test_what_looks_like_a_formula_stays_text_in_the_index() -> None:
    content = index_workbook("liste", ["Nr.", "=Navn"], [[1, "=1+1"], [2, "0150"]], TODAY)
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    assert [(cell.value, cell.data_type) for cell in sheet["B"]] == [("=Navn", "s"), ("=1+1", "s"), ("0150", "s")]
    assert sheet["B2"].quotePrefix
    assert sheet["B3"].number_format == "@"


def test_a_file_name_is_short_enough_for_windows() -> None:
    assert len(safe("x" * 300)) == 100
