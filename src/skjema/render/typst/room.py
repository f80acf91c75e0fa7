"""What surely fits, reckoned without setting it: to measure on the page takes as long as to set it twice.

Never too little room is reckoned: what may not fit is measured, and looks the same where it does.
"""

from textwrap import wrap

from skjema.fieldtypes.field_type import FULL_LINE
from skjema.layout.tree import Cell

LINE_SIZE, TABLE_SIZE, _LABEL_SIZE = 9.5, 9.0, 10.0
"""Type sizes in points, as form.typ has them; of labels the largest, in bold."""

_TEXT_WIDTH = 172.0 / 25.4 * 72
"""Points between the margins."""
_LOST = 12.0
"""Points of a cell that stand empty beside its text."""
_WIDEST_LETTER = 1.2
"""Of its size; the few letters that are wider, such as a per mille of a per mille, make no words."""
_LETTERS_ANYWHERE = 9
"""A word of so many letters fits the narrowest cell."""

_CARD_HEIGHT = 90.0
"""Millimetres; a card that is taller may be broken between pages."""
_LINE_HEIGHT, _ROOM_OF_LINE, _ROOM_OF_CARD = 4.8, 6.0, 8.0
"""Millimetres that a line of text takes, and what stands between fields and between cards."""


def letters_that_fit(share: float, size: float) -> int:
    """How many letters stand side by side, whichever they are, in a share of the line."""
    return max(_LETTERS_ANYWHERE, int((_TEXT_WIDTH * share - _LOST) / (_WIDEST_LETTER * size)))


def has_long_word(text: str, letters: int) -> bool:
    """Whether a word may be wider than its place."""
    return len(text) > letters and any(len(word) > letters for word in text.split())


def is_short_card(lines: list[list[tuple[Cell, str, str]]]) -> bool:
    """Whether a card surely needs no more room than what is kept on one page.

    Args:
        lines: Of the card: each cell with its label and its text.
    """
    height = _ROOM_OF_CARD
    for line in lines:
        height += _ROOM_OF_LINE + _LINE_HEIGHT * max(_text_lines(cell, label, text) for cell, label, text in line)
    return height <= _CARD_HEIGHT


def _text_lines(cell: Cell, label: str, text: str) -> int:
    """The most lines that a label and the text below it may take."""
    share = cell.width / FULL_LINE
    below = (_lines_of(paragraph, letters_that_fit(share, LINE_SIZE)) for paragraph in text.split("\n"))
    return _lines_of(label, letters_that_fit(share, _LABEL_SIZE)) + sum(below)


def _lines_of(paragraph: str, letters: int) -> int:
    return len(wrap(paragraph, letters)) or 1
