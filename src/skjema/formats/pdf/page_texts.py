"""The texts of a PDF's pages and where they stand, in points from the lower left corner; pdfium reads them."""

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any, NamedTuple

from skjema.formats.pdf.mend import with_trailer

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right and top edge."""

_GAP = 0.4
"""Widest space within a line, in heights of its letters."""
_HAIR = 0.5


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

    try:
        page = document[number]  # type: ignore[index]
    except pypdfium2.PdfiumError:
        return []
    with closing(page), closing(page.get_textpage()) as letters:
        found = []
        for left, bottom, right, top in _joined(list(_rectangles(letters))):
            text = _text_in(letters, left - _HAIR, bottom, right + _HAIR, top)
            if text:
                found.append(PageText(text, left, bottom, right, top, _height(letters, left, (bottom + top) / 2)))
        return found


def _text_in(letters: Any, left: float, bottom: float, right: float, top: float) -> str:
    return " ".join(letters.get_text_bounded(left, bottom, right, top).split())


def _rectangles(letters: object) -> Iterator[Rectangle]:
    """Where each run of letters stands; lines to write on, made of strokes or points, are none."""
    import pypdfium2.raw as pdfium

    edges = [ctypes.c_double() for _ in range(4)]
    for place in range(pdfium.FPDFText_CountRects(letters, 0, -1)):
        pdfium.FPDFText_GetRect(letters, place, *edges)
        left, top, right, bottom = (edge.value for edge in edges)
        if any(map(str.isalnum, _text_in(letters, left, bottom, right, top))):
            yield left, bottom, right, top


def _joined(rectangles: Sequence[Rectangle]) -> list[Rectangle]:
    """The same, with those as one that follow each other on a line: fonts and kerning cut words in two."""
    joined: list[Rectangle] = []
    for left, bottom, right, top in rectangles:
        before = joined[-1] if joined else (0.0, 0.0, 0.0, 0.0)
        height = max(top - bottom, before[3] - before[1])
        is_on_line = bottom < (before[1] + before[3]) / 2 < top or before[1] < (bottom + top) / 2 < before[3]
        if is_on_line and -height < left - before[2] < height * _GAP:
            joined[-1] = before[0], min(bottom, before[1]), max(right, before[2]), max(top, before[3])
        else:
            joined.append((left, bottom, right, top))
    return joined


def _height(letters: object, left: float, middle: float) -> float:
    """The height of the type that a letter at a place is set in; 0 where there is none."""
    import pypdfium2.raw as pdfium

    place, box = pdfium.FPDFText_GetCharIndexAtPos(letters, left + 1, middle, 4, 4), pdfium.FS_RECTF()
    if place < 0 or not pdfium.FPDFText_GetLooseCharBox(letters, place, box):
        return 0.0
    return float(abs(box.top - box.bottom))
