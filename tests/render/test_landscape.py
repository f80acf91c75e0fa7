"""Landscape pages, for tables with many columns: their size, their head, their margins, and what printers are asked."""

import io
import re
from contextlib import closing
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.enum.section import WD_ORIENT

from skjema.definition.model import Form
from skjema.printing.print_check import SERVICES, Letter, find_print_problems
from skjema.problems import Place
from skjema.render.pdf.pdf_pack import PdfPack
from skjema.render.pdf.pdf_renderer import PdfRenderer, blank_pdf
from skjema.render.word.static_parts import build_template
from skjema.render.word.word_renderer import WordRenderer
from tests.drawing import HEAD, field, form_of, from_json

COLUMNS = "".join(
    f'[[section.field.field]]\nid = "k{at}"\ntype = "longtext"\nlabel = {{ nb = "Kolonne {at}" }}\nwidth = 2\n'
    for at in range(6)
)
ROWS = [{f"k{at}": f"rad {row} med tekst som fyller ut " * 3 for at in range(6)} for row in range(20)]
MILLIMETRE = 72 / 25.4


@pytest.fixture(params=["fixed", "flowing"])
def form(request: pytest.FixtureRequest, tmp_path: Path) -> Form:
    group = f'[[section.field]]\nid = "tabell"\ntype = "group"\nlabel = {{ nb = "Tabell" }}\n{COLUMNS}'
    head = HEAD.replace('layout = "fixed"', f'layout = "{request.param}"\nlandscape = true')
    return form_of(tmp_path, field("navn"), group, head=head)


def pages(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each page in millimetres."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [tuple(round(side / MILLIMETRE) for side in page.get_size()) for page in document]


def test_every_page_is_landscape(form: Form, tmp_path: Path) -> None:
    record = from_json(form, tmp_path, {"navn": "Kari", "tabell": ROWS})[0]
    made = [blank_pdf(form, "nb"), *(PdfRenderer(form, "nb", flat=flat).render(record) for flat in (False, True))]
    for pdf in made:
        assert set(pages(pdf)) == {(297, 210)}
    assert len(pages(made[-1])) > 1


@pytest.mark.parametrize("flat", [True, False])
def test_the_head_of_the_table_and_of_the_page_stand_on_every_page(form: Form, flat: bool, tmp_path: Path) -> None:
    record = from_json(form, tmp_path, {"navn": "Kari Nes", "tabell": ROWS})[0]
    with closing(pypdfium2.PdfDocument(PdfRenderer(form, "nb", flat=flat).render(record))) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            assert "Kolonne 5" in text.get_text_range()
            right = [270 * MILLIMETRE, 194 * MILLIMETRE, 282 * MILLIMETRE, 200 * MILLIMETRE]
            assert ("Nes" in text.get_text_bounded(*right)) is (number > 0)


def test_rows_with_little_text_are_whole(tmp_path: Path) -> None:
    group = f'[[section.field]]\nid = "tabell"\ntype = "group"\nlabel = {{ nb = "Tabell" }}\n{COLUMNS}'
    form = form_of(tmp_path, field("navn"), group, head=HEAD.replace('"fixed"', '"flowing"\nlandscape = true'))
    rows = [{f"k{at}": f"først {row} " + "og så " * 20 + f"sist {row}" for at in range(6)} for row in range(30)]
    pdf = PdfRenderer(form, "nb").render(from_json(form, tmp_path, {"navn": "Kari", "tabell": rows})[0])
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            words = page.get_textpage().get_text_range()
            assert len(re.findall(r"først\s\d", words)) == len(re.findall(r"sist\s\d", words)) > 0


def test_a_pack_turns_its_sheets_as_a_book_and_leaves_room_for_what_the_service_writes(
    form: Form, tmp_path: Path
) -> None:
    record = from_json(form, tmp_path, {"navn": "Kari", "tabell": ROWS[:2]})[0]
    out = io.BytesIO()
    pack = PdfPack(out, form, "nb")
    pack.finish([pack.add(record), None], [], duplex=True)
    assert b"/DuplexFlipShortEdge" in out.getvalue()
    assert pages(out.getvalue()) == [(297, 210), (297, 210)]
    for service in SERVICES.values():
        assert not list(find_print_problems(out, [Letter(1, Place("a"), 1, 1)], service))


def test_word_has_the_same_page(form: Form, tmp_path: Path) -> None:
    content = build_template(form, "nb")
    (form.folder / "prove.nb.docx").write_bytes(content)
    record = from_json(form, tmp_path, {"navn": "Kari", "tabell": ROWS})[0]
    document = docx.Document(io.BytesIO(WordRenderer(form, "nb").render(record)))
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)  # type: ignore[union-attr]
    room = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
    grids = [sum(column.width for column in table.columns) for table in document.tables]
    assert grids
    assert {round(grid / 12700) for grid in grids} <= {round(room / 12700), round(room / 12700) - 1}
