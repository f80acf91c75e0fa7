"""What a program has drawn on the pages of a PDF themselves, beside fields that are filled in, is told."""

import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdfium2 import raw as pdfium
from reportlab.pdfgen.canvas import Canvas

from skjema.formats.pdf.form_fields import read_fields
from tests.batch.test_collect import FORM, KOMMUNE, LIST, SAID, back, collect, run, sent, sheet, told
from tests.cli.running import skjema
from tests.returning import saved_whole

__all__ = ["back", "run"]  # fixtures
Draw = Callable[[Canvas], object]
SECOND = 1
PROBLEM = -2


def drawn(content: bytes, draw: Draw, page: int = 0) -> bytes:
    """A file with something drawn on a page, which is then part of it, as by Preview or a tool that flattens notes."""
    out, sheet = io.BytesIO(), io.BytesIO()
    canvas = Canvas(sheet, pagesize=(595.28, 841.89))
    draw(canvas)
    canvas.showPage()
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.pages[page].merge_page(PdfReader(sheet).pages[0])
    writer.write(out)
    return out.getvalue()


def _note(canvas: Canvas) -> None:
    canvas.drawString(60, 30, "Bare til jul")


def _stroke(canvas: Canvas) -> None:
    canvas.setLineWidth(0.7)
    canvas.line(62, 735, 300, 735)


def _highlighter(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 0.3, alpha=0.5)
    canvas.rect(62, 730, 200, 12, fill=1, stroke=0)


def _cover(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(40, 690, 500, 100, fill=1, stroke=0)


def _pencil(canvas: Canvas) -> None:
    canvas.setStrokeGray(0.8)
    canvas.bezier(60, 400, 100, 430, 140, 370, 180, 400)


MARKS: dict[str, Draw] = {
    "note": _note,
    "stroke": _stroke,
    "highlighter": _highlighter,
    "covered": _cover,
    "pencil": _pencil,
    "on all of it": lambda canvas: canvas.line(0, 0, 595, 842),
}


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("page", [0, SECOND])
def test_what_is_drawn_on_a_page_is_told_with_the_page(run: Path, back: Path, mark: str, page: int) -> None:
    (back / "a.pdf").write_bytes(drawn(saved_whole(sent(run), SAID), MARKS[mark], page))
    collect(back, run)
    said = [row[PROBLEM] for row in sheet(back, "Feil") if row[-1] == "returned-drawn"]
    assert [text.startswith(f"På side {page + 1} er det skrevet") for text in said] == [True]


def test_a_page_whose_fields_a_program_has_drawn_on_it_is_no_other_page(run: Path, back: Path) -> None:
    out, document = io.BytesIO(), pypdfium2.PdfDocument(saved_whole(sent(run), SAID))
    page = document[SECOND]
    pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    page.close()
    document.save(out)
    (back / "a.pdf").write_bytes(out.getvalue())
    collect(back, run)
    codes = {code for _, code in told(back, "Feil")}
    assert {"returned-drawn", "returned-pages"} <= codes
    assert "returned-more-pages" not in codes


def test_a_form_that_is_drawn_on_and_not_filled_in_is_no_empty_one(run: Path, back: Path) -> None:
    (back / "a.pdf").write_bytes(drawn(sent(run), _note))
    collect(back, run)
    assert (told(back, "Passer ikke"), ("a.pdf", "returned-drawn") in told(back, "Feil")) == ([], True)


def test_a_signature_on_its_line_is_one(run: Path, back: Path) -> None:
    content = saved_whole(sent(run), SAID)
    ((line, (page, (left, bottom, _, _))), *_) = read_fields(content, "a.pdf").lines

    def signature(canvas: Canvas) -> None:
        canvas.translate(left, bottom)
        canvas.bezier(20, 12, 80, 40, 50, -5, 120, 18)

    (back / "a.pdf").write_bytes(content)
    (back / "b.pdf").write_bytes(drawn(content, signature, page))
    collect(back, run)
    codes = [*told(back, "Feil")]
    unsigned = [codes.count((name, "signature-empty")) for name in ("a.pdf", "b.pdf")]
    assert (("b.pdf", "returned-drawn") in codes, unsigned) == (False, [2, 1]), line


def _rewritten(content: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        for page in document.pages:
            page.contents_coalesce()
            page.Contents = document.make_stream(pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page)))
        document.save(out, linearize=True)
    return out.getvalue()


@pytest.mark.parametrize("number", [1, 2])
def test_pages_that_a_program_writes_its_own_way_look_the_same(run: Path, back: Path, number: int) -> None:
    content = saved_whole(sent(run, number), {"unntak": "Nei"})
    again = _rewritten(content)
    assert read_fields(content, "a.pdf").pages != read_fields(again, "a.pdf").pages
    (back / "a.pdf").write_bytes(again)
    collect(back, run)
    assert "returned-drawn" not in {code for _, code in told(back, "Feil")}


@pytest.fixture
def packed(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "ut"
    skjema("fill", FORM, LIST, *KOMMUNE, "-o", folder, "--date", "2026-11-22")
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize(("content", "is_told"), [(_note, True), (lambda canvas: None, False)])
def test_where_the_papers_are_gone_they_are_made_anew_to_compare(
    packed: Path, back: Path, content: Draw, is_told: bool
) -> None:
    (back / "a.pdf").write_bytes(drawn(saved_whole(sent(packed), SAID), content))
    for one in packed.glob("*.pdf"):
        one.unlink()
    collect(back, packed)
    assert (("a.pdf", "returned-drawn") in told(back, "Feil")) == is_told


@pytest.mark.parametrize(("content", "is_told"), [(_note, True), (lambda canvas: None, False)])
def test_where_no_run_is_known_they_are_made_of_the_list(run: Path, back: Path, content: Draw, is_told: bool) -> None:
    (back / "a.pdf").write_bytes(drawn(saved_whole(sent(run), SAID), content))
    collect(back, None)
    assert (("a.pdf", "returned-drawn") in told(back, "Feil")) == is_told


def test_what_is_drawn_beside_pages_that_were_put_in_is_told(run: Path, back: Path) -> None:
    content, out = drawn(saved_whole(sent(run), SAID), _note, SECOND), io.BytesIO()
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.add_blank_page(595, 842)
    writer.write(out)
    (back / "a.pdf").write_bytes(out.getvalue())
    collect(back, run)
    assert {("a.pdf", "returned-drawn"), ("a.pdf", "returned-more-pages")} <= {*told(back, "Feil")}
