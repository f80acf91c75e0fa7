"""The texts on PDF pages and their positions, in points from the lower left corner, as pdfium reads them."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from skjema.formats.pdf.mend import with_trailer
from skjema.formats.pdf.page_letters import Letter, bounds, drawn_letters, letters_of

_GAP = 0.6
"""Widest gap within a line, as a multiple of the type's height."""
_WORD = 0.15
"""Least gap between words, as a multiple of the type's height."""
_RAISED = 0.35
"""Greatest distance of a letter from its line, as a multiple of the type's height, as for footnote marks."""


class PageText(NamedTuple):
    """A piece of a line of text, without letters that draw places to fill in.

    Attributes:
        height: Height of its type, regardless of its letters.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    height: float


def page_texts(pdf: bytes) -> list[list[PageText]]:
    """The texts of each page, in the order of the file; none for a page, or a file, that pdfium can't read."""
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
    with closing(page), closing(page.get_textpage()) as text:
        # text drawn twice to look bold is read once
        return list(dict.fromkeys(filter(None, map(_text, _pieces(letters_of(text))))))


def _pieces(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Letters that follow each other on a line, as one piece each."""
    drawn = drawn_letters(letters).places
    piece: list[Letter] = []
    for place, letter in enumerate(letters):
        if place in drawn:
            yield piece
            piece = []
        elif letter.text != " ":
            if piece and not _follows(piece[-1], letter):
                yield piece
                piece = []
            piece.append(letter)
    yield piece


def _follows(before: Letter, letter: Letter) -> bool:
    if letter.type == before.type:  # one glyph for two letters, such as a ligature
        return True
    height = max(_height(before), _height(letter))
    space = letter.type[0] - before.type[2]
    return abs(letter.base - before.base) <= height * _RAISED and -height < space < height * _GAP


def _height(letter: Letter) -> float:
    return letter.type[3] - letter.type[1]


def _text(piece: Sequence[Letter]) -> PageText | None:
    """The text of a piece; None for one without letters and digits."""
    if not any(one.text.isalnum() for one in piece):
        return None
    words = piece[0].text
    for before, letter in pairwise(piece):
        is_apart = letter.type[0] - before.type[2] > _height(letter) * _WORD
        words += f" {letter.text}" if is_apart else letter.text
    left, bottom, right, top = (round(edge, 2) for edge in bounds([one.drawn for one in piece]))
    return PageText(words, left, bottom, right, top, round(median(map(_height, piece)), 2))
