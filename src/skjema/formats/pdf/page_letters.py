"""The letters of a page as pdfium reads them, and those that draw places to fill in: underscores, boxes to tick."""

import ctypes
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from skjema.formats.blank_marks import BLANK, BOX, ticked_lines

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right and top edge, in points from the lower left corner."""

_SYMBOLS = {
    "wingdings": "o\u00a8q\uf06f\uf0a8\uf071",
    "dingbats": "oqnpr\u25a0\u25a1\u2751\u2752",
    "webdings": "c",
    "wingdings2": "\u00a3\uf0a3",
}
"""Letters that are boxes, in symbol fonts."""
_BOX = "\u2610"
_LEVEL = 3.0
_WHOLE = 6.2832
_UPRIGHT = 0.02
"""Greatest angle at which letters count as upright."""


class Letter(NamedTuple):
    """A letter, or a space where nothing is drawn.

    Attributes:
        drawn: Rectangle around its ink.
        type: Rectangle with the full height of its type.
        base: Height of its baseline.
    """

    text: str
    drawn: Rectangle
    type: Rectangle
    base: float


def letters_of(page: Any) -> list[Letter]:
    """The letters of a page's text, in the order of the file; letters that aren't upright become spaces."""
    import pypdfium2.raw as pdfium

    return [_letter(page, place) for place in range(pdfium.FPDFText_CountChars(page))]


_NOWHERE: Rectangle = (0.0, 0.0, 0.0, 0.0)
_SPACE = Letter(" ", _NOWHERE, _NOWHERE, 0.0)


def _letter(page: Any, place: int) -> Letter:
    import pypdfium2.raw as pdfium

    code = pdfium.FPDFText_GetUnicode(page, place)
    text = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
    turned = abs(pdfium.FPDFText_GetCharAngle(page, place))
    is_seen = text.strip() and (text.isprintable() or "\ue000" <= text <= "\uf8ff")
    if not is_seen or _UPRIGHT < turned < _WHOLE - _UPRIGHT:
        return _SPACE
    edges = [ctypes.c_double() for _ in range(4)]
    pdfium.FPDFText_GetCharBox(page, place, *edges)
    left, right, bottom, top = (edge.value for edge in edges)
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetLooseCharBox(page, place, box)
    pdfium.FPDFText_GetCharOrigin(page, place, x, y)
    tall = box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top)
    return Letter(_told(page, place, text), (left, bottom, right, top), tall, y.value)


def _told(page: Any, place: int, text: str) -> str:
    """A letter; letters of symbol fonts that draw a box become the Unicode character of that box."""
    import pypdfium2.raw as pdfium

    if not any(text in known for known in _SYMBOLS.values()):
        return text
    name, flags = ctypes.create_string_buffer(100), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(page, place, name, 100, flags)
    font = name.value.decode("latin-1").casefold()
    return _BOX if any(one in font and text in known for one, known in _SYMBOLS.items()) else text


class DrawnLetters(NamedTuple):
    """Places to fill in that letters draw.

    Attributes:
        blanks: Rows of underscores or points, as high as their letters.
        ticks: Boxes to tick.
        places: Indexes of all those letters.
    """

    blanks: list[Rectangle]
    ticks: list[Rectangle]
    places: frozenset[int]


def drawn_letters(letters: Sequence[Letter]) -> DrawnLetters:
    """The places to fill in among some letters: rows of underscores or points, and boxes to tick."""
    text = "".join(one.text for one in letters)
    ticked = ticked_lines(text)
    lines = [found.span() for found in BLANK.finditer(text) if found.span() not in ticked]
    rows = [row for span in lines for row in _on_lines(letters, *span)]
    boxes = [range(*found.span()) for found in BOX.finditer(text)]
    blanks = [bounds([letters[place].type for place in row if letters[place] is not _SPACE]) for row in rows]
    ticks = [bounds([letters[place].drawn for place in row if letters[place] is not _SPACE]) for row in boxes]
    ticks += [bounds([letters[place].type for place in range(*span)]) for span in ticked]
    drawn = [*rows, *boxes, *(range(*span) for span in ticked)]
    return DrawnLetters(blanks, ticks, frozenset(place for row in drawn for place in row))


def _on_lines(letters: Sequence[Letter], start: int, end: int) -> list[range]:
    """Ranges of the letters that stand on the same line."""
    bases = [(place, letters[place].base) for place in range(start, end) if letters[place] is not _SPACE]
    cuts = [later for (_, base), (later, other) in pairwise(bases) if abs(base - other) > _LEVEL]
    return [range(*edges) for edges in pairwise([start, *cuts, end])]


def bounds(boxes: Sequence[Rectangle]) -> Rectangle:
    """The smallest rectangle around some others."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
