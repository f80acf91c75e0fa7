"""Ink of a page by squares of `CELL` millimetres, looked at in windows of two by two; and marks that hang together."""

from collections.abc import Iterator
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from skjema.layout.paper import Paper
from skjema.records.printed_page import CELL

_HOLES, _HOLE = 20.0, 12.0
"""Millimetres from the edges in which sheets are punched, and what a hole has at most."""
_STRIPE = 0.8
"""Share of a page's height that dust under the glass draws at least."""

Cells = tuple[NDArray[np.intp], NDArray[np.intp]]
"""Rows and columns of windows."""


class Stray(NamedTuple):
    """A mark, in millimetres from the upper left corner of its page."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether part of it lies in a rectangle."""
        return self.left < right and left < self.right and self.top < bottom and top < self.bottom

    @classmethod
    def around(cls, cells: Cells) -> Self:
        """What some windows cover."""
        rows, columns = cells
        edges = columns.min(), rows.min(), columns.max() + 2, rows.max() + 2
        return cls(*(float(edge * CELL) for edge in edges))

    @property
    def length(self) -> float:
        return max(self.right - self.left, self.bottom - self.top)

    def is_of_sheet(self, paper: Paper) -> bool:
        """Whether it is a hole that the sheet was punched with, or dust under the scanner's glass."""
        is_at_edge = self.right < _HOLES or self.left > paper.width - _HOLES
        is_stripe = self.bottom - self.top >= _STRIPE * paper.height and self.right - self.left <= 2 * CELL
        return is_stripe or (is_at_edge and self.length <= _HOLE)


def windows(squares: NDArray[np.generic]) -> NDArray[np.float64]:
    """The mean of each two squares by two."""
    one = np.asarray(squares, np.float64)
    return (one[:-1, :-1] + one[1:, :-1] + one[:-1, 1:] + one[1:, 1:]) / 4


def together(marked: NDArray[np.bool_]) -> Iterator[Cells]:
    """Windows that hang together, by a side or a corner, part by part: few of many, so that each is looked at once."""
    left = set(map(tuple, np.argwhere(marked).tolist()))
    while left:
        found, near = [], [left.pop()]
        while near:
            row, column = near.pop()
            found.append((row, column))
            around = {(row + down, column + across) for down in (-1, 0, 1) for across in (-1, 0, 1)} & left
            left -= around
            near += around
        rows, columns = np.array(found).T
        yield rows, columns
