"""Where the code of a page stands on it, and the squares in its other corners, by which a scanned page is set straight.

Measures are millimetres from the upper left corner. All lie where print services let be printed (`printing.services`),
and outside of what the form itself prints.
"""

from typing import NamedTuple

from skjema.layout.paper import RIGHT, Paper

CODE = 9.0
"""Side of the code: twenty squares of 0.45 mm, which are read from 150 dots an inch on."""
GAP = 3.0
"""What is free between the code and the words beside it."""
SQUARE = 1.6
"""Side of the squares in the other corners."""
_BELOW_TEXT = 2.0
_BOTTOM, _LANDSCAPE_BOTTOM = 16.0, 26.0
"""Margins below the text, as form.typ has them."""
_FROM_SIDE, _FROM_TOP = 13.2, 10.8
"""Middle of the squares from the left or right edge, and from the top."""


class Point(NamedTuple):
    x: float
    y: float


class CodePlace(NamedTuple):
    """Places on one paper.

    Attributes:
        code: Upper left corner of the code.
        squares: Middle of each square.
    """

    code: Point
    squares: tuple[Point, Point, Point]


def room_beside() -> float:
    """How much of the width of the foot the code takes, at its right end."""
    return CODE + GAP


def code_place(paper: Paper) -> CodePlace:
    """Where code and squares stand on a paper."""
    bottom = _LANDSCAPE_BOTTOM if paper.is_landscape else _BOTTOM
    code = Point(paper.width - RIGHT - CODE, paper.height - bottom + _BELOW_TEXT)
    left, right = _FROM_SIDE, paper.width - _FROM_SIDE
    return CodePlace(code, (Point(left, _FROM_TOP), Point(right, _FROM_TOP), Point(left, code.y + CODE / 2)))
