"""Estimates what fits for certain without setting it, since measuring in typst takes as long as setting it twice.

Estimates are on the safe side: what may not fit is measured by typst, and looks the same if it does fit.
"""

from textwrap import wrap

from skjema.fieldtypes.field_type import FULL_LINE
from skjema.formats.fonts import latin_font
from skjema.layout.tree import Cell

LINE_SIZE, TABLE_SIZE, _LABEL_SIZE = 9.5, 9.0, 10.0
"""Type sizes in points, as in form.typ; for labels the largest one, in bold."""

_POINTS = 72 / 25.4
"""Points per millimetre."""
_GUTTER = 11.4
"""Points between two cells of a line; cells of a table have less."""
_WIDEST_LETTER = 1.2
"""Width of the widest letter, in type sizes; the few that are wider don't occur in words."""
_SHAPED = 1.05
"""Kerning may make a word wider than the sum of its letters by up to this factor."""
_NARROWEST_ROOM = 9 * _WIDEST_LETTER
"""Width that every cell has, in type sizes: any nine letters."""

_CARD_HEIGHT = 90.0
"""Height in millimetres from which a card may be broken between pages."""
_ROW_HEIGHT = 110.0
"""Height in millimetres from which a table row may be broken between pages."""
_LINE_HEIGHT, _ROOM_OF_LINE, _ROOM_OF_CARD = 4.8, 6.0, 8.0
"""Millimetres: height of a line of text, space between fields, space between cards."""


def text_room(line: float, share: float, size: float) -> float:
    """The width for a word in a share of a line, in type sizes.

    Args:
        line: Millimetres between the margins.
    """
    return max(_NARROWEST_ROOM, (line * _POINTS * share - _GUTTER) / size)


def has_wide_word(text: str, room: float) -> bool:
    """Whether a text may have a word that is wider than its place."""
    letters = int(room / _WIDEST_LETTER)
    return len(text) > letters and any(len(word) > letters and _width(word) > room for word in text.split())


def _width(word: str) -> float:
    """The greatest width that a word may have, in type sizes."""
    widths = latin_font().widths
    return _SHAPED / 1000 * sum(widths.get(letter, _WIDEST_LETTER * 1000) for letter in word)


def is_short_card(lines: list[list[tuple[Cell, str, str]]], width: float) -> bool:
    """Whether a card is for certain no higher than what is kept on one page.

    Args:
        lines: Lines of the card: each cell with its label and its text.
        width: Millimetres between the margins.
    """
    height = _ROOM_OF_CARD
    for line in lines:
        height += _ROOM_OF_LINE + _LINE_HEIGHT * max(_text_lines(*one, width) for one in line)
    return height <= _CARD_HEIGHT


def is_one_line(label: str, share: float, width: float) -> bool:
    """Whether a label for certain needs only one line.

    Args:
        width: Millimetres between the margins.
    """
    return _lines_of(label, text_room(width, share, _LABEL_SIZE)) == 1


def is_short_row(texts: list[tuple[str, float]], width: float) -> bool:
    """Whether a table row is for certain no higher than what is kept on one page.

    Args:
        texts: Texts of its cells, each with its share of the line.
        width: Millimetres between the margins.
    """
    lines = max(_paragraph_lines(text, share, TABLE_SIZE, width) for text, share in texts)
    return lines * _LINE_HEIGHT <= _ROW_HEIGHT


def _paragraph_lines(text: str, share: float, size: float, width: float) -> int:
    """The greatest number of lines that a text may need."""
    return sum(_lines_of(paragraph, text_room(width, share, size)) for paragraph in text.split("\n"))


def _text_lines(cell: Cell, label: str, text: str, width: float) -> int:
    """The greatest number of lines that a label and the text below it may need."""
    share = cell.width / FULL_LINE
    return _lines_of(label, text_room(width, share, _LABEL_SIZE)) + _paragraph_lines(text, share, LINE_SIZE, width)


def _lines_of(paragraph: str, room: float) -> int:
    return len(wrap(paragraph, int(room / _WIDEST_LETTER))) or 1
