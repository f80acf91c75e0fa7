"""The texts of a PDF's pages and where they stand, in points from the lower left corner; pdfium reads them."""

import ctypes
from contextlib import closing
from typing import NamedTuple


class PageText(NamedTuple):
    """A piece of a line."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


def page_texts(pdf: bytes) -> list[list[PageText]]:
    """The texts of each page, in the order of the file; none for a page that pdfium can't read.

    Raises:
        pypdfium2.PdfiumError: It can't read the file at all.
    """
    import pypdfium2

    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [_texts_of(document, number) for number in range(len(document))]


def _texts_of(document: object, number: int) -> list[PageText]:
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        page = document[number]  # type: ignore[index]
    except pypdfium2.PdfiumError:
        return []
    with closing(page), closing(page.get_textpage()) as letters:
        edges = [ctypes.c_double() for _ in range(4)]
        found = []
        for place in range(pdfium.FPDFText_CountRects(letters, 0, -1)):
            pdfium.FPDFText_GetRect(letters, place, *edges)
            left, top, right, bottom = (edge.value for edge in edges)
            text = " ".join(letters.get_text_bounded(left, bottom, right, top).split())
            if text:
                found.append(PageText(text, left, bottom, right, top))
        return found
