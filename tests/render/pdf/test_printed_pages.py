"""How much is printed where on a page, of a PDF that another program made, and as a report has it."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.units import mm
from reportlab.pdfgen import canvas

from skjema.records.paper_layout import PaperBox
from skjema.records.printed_page import FULL, UNKNOWN, PrintedPage
from skjema.render.pdf.printed_pages import printed_pages


def page_with_a_rectangle() -> bytes:
    out = io.BytesIO()
    drawing = canvas.Canvas(out, pagesize=(210 * mm, 297 * mm))
    drawing.rect(20 * mm, (297 - 40) * mm, 10 * mm, 10 * mm, stroke=0, fill=1)
    drawing.setFillGray(0.9)
    drawing.rect(60 * mm, (297 - 40) * mm, 10 * mm, 10 * mm, stroke=0, fill=1)
    drawing.showPage()
    drawing.save()
    return out.getvalue()


def test_ink_is_noted_where_it_is_shading_is_none_and_values_are_unknown() -> None:
    box = PaperBox("navn", "", "text", 1, 100, 100, 120, 104)
    (text,) = printed_pages(page_with_a_rectangle(), [box])
    page = PrintedPage.of(text)
    rows = [page.levels[at : at + page.columns] for at in range(0, len(page.levels), page.columns)]
    black = {(row, column) for row, line in enumerate(rows) for column, level in enumerate(line) if level == FULL}
    assert black == {(row, column) for row in range(15, 20) for column in range(10, 15)}
    shaded = [line[30:35] for line in rows[15:20]]
    assert shaded == [bytes(5)] * 5
    assert [line[50:61] for line in rows[50:52]] == [bytes([UNKNOWN]) * 11] * 2
    assert (len(rows), page.columns) == (148, 105)


@given(st.integers(1, 40), st.integers(1, 40), st.data())
def test_a_page_is_read_as_it_was_noted(columns: int, rows: int, data: st.DataObject) -> None:
    levels = bytes(data.draw(st.lists(st.integers(0, UNKNOWN), min_size=columns * rows, max_size=columns * rows)))
    page = PrintedPage(columns, levels)
    assert PrintedPage.of(page.text) == page


@pytest.mark.parametrize("text", ["", "5", "x y", "0 abc", "5 zzzz", "3 " + PrintedPage(5, bytes(5)).text.split()[1]])
def test_what_is_no_page_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever says so
        PrintedPage.of(text)
