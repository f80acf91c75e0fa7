"""The texts of a PDF's pages and where they stand, in points from the lower left corner; pdfium reads them."""

import ctypes
from contextlib import closing
from typing import NamedTuple

from skjema.formats.pdf.mend import with_trailer


class PageText(NamedTuple):
    """A piece of a line.

    Attributes:
        height: Of its type, whichever letters stand in it.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    height: float


def page_texts(pdf: bytes) -> list[list[PageText]]:
    """The texts of each page, in the order of the file; none for a page that pdfium can't read, or for a whole file."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(with_trailer(pdf))
    except pypdfium2.PdfiumError:
        return []
    with closing(document):
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
                found.append(PageText(text, left, bottom, right, top, _height(letters, left, (bottom + top) / 2)))
        return found


def _height(letters: object, left: float, middle: float) -> float:
    """The height of the type that a letter at a place is set in; 0 where there is none."""
    import pypdfium2.raw as pdfium

    place, box = pdfium.FPDFText_GetCharIndexAtPos(letters, left + 1, middle, 4, 4), pdfium.FS_RECTF()
    if place < 0 or not pdfium.FPDFText_GetLooseCharBox(letters, place, box):
        return 0.0
    return float(abs(box.top - box.bottom))
