"""The code at the foot of each page with recipient fields, and the readable reference beside it."""

from dataclasses import dataclass
from functools import cache

from skjema.formats.fonts import ValueFont
from skjema.formats.pdf.fit_text import width
from skjema.formats.pdf.syntax import DRAWN
from skjema.layout.code_place import CODE, GAP, SQUARE, CodePlace, code_place
from skjema.layout.paper import Paper
from skjema.records.page_code import PageCode, reference, token_digits
from skjema.render.data_matrix import INNER, SIDE, rows, squares, zeros

_MM = 72 / 25.4
"""Points of a millimetre."""
_SIZE = 7.5
"""Type size of the letters, as of what else stands at the foot."""
_BASE_LINE = 9.2
"""Their base line, in millimetres below the upper edge of the code: one line below the page's number."""
# no part of the structure: a screen reader doesn't say it on every page (ISO 32000-1, 14.8.2.2)
_ARTIFACT = b"/Artifact BMC %s EMC"
_HALF = INNER // 2


@dataclass(frozen=True, slots=True)
class PaperCode:
    """Draws the codes of one paper after another.

    Attributes:
        pages: The squares of each page's code, before it is known whose it is.
        word: What stands before the letters, with a gap for them.
        height: Of a page in points; `left` and `top` are those of the code in millimetres.
    """

    pages: tuple[int, ...]
    word: str
    font: ValueFont
    height: float
    left: float
    top: float

    def operators(self, token: str) -> list[bytes]:
        """What draws the code of each page, and the letters beside it."""
        turned = squares(token_digits(token))
        size = CODE * _MM / SIDE
        place = b"%.3f 0 0 %.3f %.3f %.3f" % (size, size, self.left * _MM, self.height - (self.top + CODE) * _MM)
        letters = self._letters(token)
        return [_ARTIFACT % (b"q %s cm\n%s f Q%s" % (place, _drawn(page ^ turned), letters)) for page in self.pages]

    def _letters(self, token: str) -> bytes:
        if not token:
            return b""
        text = self.word.format(reference=reference(token))
        left = (self.left - GAP) * _MM - width(text, self.font) * _SIZE
        base = self.height - (self.top + _BASE_LINE) * _MM
        drawn = f"BT /{DRAWN} {_SIZE:g} Tf 0.24 g {left:.2f} {base:.2f} Td <{text.translate(self.font.hex)}> Tj ET"
        return b"\n" + drawn.encode("ascii")


def paper_code(code: PageCode, count: int, word: str, font: ValueFont, paper: Paper) -> PaperCode:
    """What draws the codes of papers.

    Args:
        code: Of the form.
        count: How many pages each has.
        word: What stands before the letters, with a gap for them.
    """
    place, first = code_place(paper).code, len(token_digits(""))
    said = (code.at(number, count).digits[first:] for number in range(1, count + 1))
    pages = tuple(zeros() ^ squares(digits, first) for digits in said)
    return PaperCode(pages, word, font, paper.height * _MM, place.x, place.y)


def frame(paper: Paper) -> bytes:
    """The constant part of every page: the frame of the code, and the squares in the other corners."""
    place = code_place(paper)
    size, height = CODE / SIDE * _MM, paper.height * _MM
    at = f"{size:.3f} 0 0 {size:.3f} {place.code.x * _MM:.3f} {height - (place.code.y + CODE) * _MM:.3f} cm"
    # left and below two lines; above and to the right every second square
    last = SIDE - 1
    solid = [f"0 0 1 {SIDE} re", f"1 0 {last} 1 re"]
    above = [f"{x} {last} 1 1 re" for x in range(2, SIDE, 2)]
    beside = [f"{last} {y} 1 1 re" for y in range(1, last, 2)]
    marks = " ".join(_square(place, number, height) for number in range(len(place.squares)))
    drawn = f"q 0 g {marks} f {at} {' '.join((*solid, *above, *beside))} f Q"
    return _ARTIFACT % drawn.encode("ascii")


def _square(place: CodePlace, number: int, height: float) -> str:
    middle = place.squares[number]
    left, bottom = (middle.x - SQUARE / 2) * _MM, height - (middle.y + SQUARE / 2) * _MM
    return f"{left:.2f} {bottom:.2f} {SQUARE * _MM:.2f} {SQUARE * _MM:.2f} re"


def _drawn(code: int) -> bytes:
    """The dark squares within the frame, as rectangles of one path, so that none shows a seam."""
    drawn: list[bytes] = []
    for number, row in enumerate(rows(code)):
        drawn += (_runs(number, 0, row >> _HALF), _runs(number, _HALF, row & (1 << _HALF) - 1))
    return b"".join(drawn)


@cache
def _runs(row: int, first: int, bits: int) -> bytes:
    """The dark squares of half a row.

    Args:
        row: Counted from above.
        first: The column of its first square.
        bits: Its squares, the highest the first.
    """
    bottom, found, at = SIDE - 2 - row, [], 0
    while at < _HALF:
        length = 0
        while at + length < _HALF and bits >> (_HALF - 1 - at - length) & 1:
            length += 1
        if length:
            found.append(b"%d %d %d 1 re\n" % (1 + first + at, bottom, length))
        at += length or 1
    return b"".join(found)
