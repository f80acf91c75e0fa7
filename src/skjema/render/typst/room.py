"""What surely fits, reckoned without setting it: to measure on the page takes as long as to set it twice.

Never too little room is reckoned: what may not fit is measured, and looks the same where it does.
"""

from textwrap import wrap

from skjema.fieldtypes.field_type import FULL_LINE
from skjema.formats.fonts import latin_font
from skjema.layout.tree import Cell

LINE_SIZE, TABLE_SIZE, _LABEL_SIZE = 9.5, 9.0, 10.0
"""Type sizes in points, as form.typ has them; of labels the largest, in bold."""

_POINTS = 72 / 25.4
"""In a millimetre."""
_GUTTER = 11.4
"""Points between two cells of a line; a cell of a table has less beside its text."""
_WIDEST_LETTER = 1.2
"""Of its size; the few letters that are wider, such as a per mille of a per mille, make no words."""
_SHAPED = 1.05
"""Letters side by side are kerned, and may be so much wider than one by one."""
_NARROWEST_ROOM = 9 * _WIDEST_LETTER
"""What fits the narrowest cell, in type sizes: a word of any nine letters."""

_CARD_HEIGHT = 90.0
"""Millimetres; a card that is taller may be broken between pages."""
_ROW_HEIGHT = 110.0
"""Millimetres; a row of a table that is taller may be broken between pages."""
_LINE_HEIGHT, _ROOM_OF_LINE, _ROOM_OF_CARD = 4.8, 6.0, 8.0
"""Millimetres that a line of text takes, and what stands between fields and between cards."""


def text_room(line: float, share: float, size: float) -> float:
    """How wide a word may be in a share of a line, in type sizes.

    Args:
        line: Millimetres between the margins.
    """
    return max(_NARROWEST_ROOM, (line * _POINTS * share - _GUTTER) / size)


def has_wide_word(text: str, room: float) -> bool:
    """Whether a word may be wider than its place."""
    letters = int(room / _WIDEST_LETTER)
    return len(text) > letters and any(len(word) > letters and _width(word) > room for word in text.split())


def _width(word: str) -> float:
    """At most how wide it is, in type sizes."""
    widths = latin_font().widths
    return _SHAPED / 1000 * sum(widths.get(letter, _WIDEST_LETTER * 1000) for letter in word)


def is_short_card(lines: list[list[tuple[Cell, str, str]]], width: float) -> bool:
    """Whether a card surely needs no more room than what is kept on one page.

    Args:
        lines: Of the card: each cell with its label and its text.
        width: Millimetres between the margins.
    """
    height = _ROOM_OF_CARD
    for line in lines:
        height += _ROOM_OF_LINE + _LINE_HEIGHT * max(_text_lines(*one, width) for one in line)
    return height <= _CARD_HEIGHT


def is_one_line(label: str, share: float, width: float) -> bool:
    """Whether a label surely needs but one line.

    Args:
        width: Millimetres between the margins.
    """
    return _lines_of(label, text_room(width, share, _LABEL_SIZE)) == 1


def is_short_row(texts: list[tuple[str, float]], width: float) -> bool:
    """Whether a row of a table surely needs no more room than what is kept on one page.

    Args:
        texts: Of its cells, each with the share of the line that it has.
        width: Millimetres between the margins.
    """
    lines = max(_paragraph_lines(text, share, TABLE_SIZE, width) for text, share in texts)
    return lines * _LINE_HEIGHT <= _ROW_HEIGHT


def _paragraph_lines(text: str, share: float, size: float, width: float) -> int:
    """The most lines that a text may take."""
    return sum(_lines_of(paragraph, text_room(width, share, size)) for paragraph in text.split("\n"))


def _text_lines(cell: Cell, label: str, text: str, width: float) -> int:
    """The most lines that a label and the text below it may take."""
    share = cell.width / FULL_LINE
    return _lines_of(label, text_room(width, share, _LABEL_SIZE)) + _paragraph_lines(text, share, LINE_SIZE, width)


def _lines_of(paragraph: str, room: float) -> int:
    return len(wrap(paragraph, int(room / _WIDEST_LETTER))) or 1
