"""The ink of a page in squares of `CELL` millimetres and windows of two by two squares; and connected marks."""

from collections.abc import Iterator
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from skjema.layout.paper import Paper
from skjema.records.printed_page import CELL

_HOLES, _HOLE = 20.0, 12.0
"""Distance from the edges in millimetres where sheets are punched, and the greatest size of a hole."""
_STRIPE = 0.8
"""Least length of a stripe of dust under the glass, as a fraction of the page's height."""

Cells = tuple[NDArray[np.intp], NDArray[np.intp]]
"""Row and column indexes of windows."""


class Stray(NamedTuple):
    """A mark, by its edges in millimetres from the upper left corner of its page."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether part of the mark lies in a rectangle."""
        return self.left < right and left < self.right and self.top < bottom and top < self.bottom

    @classmethod
    def around(cls, cells: Cells) -> Self:
        """The mark that covers these windows."""
        rows, columns = cells
        edges = columns.min(), rows.min(), columns.max() + 2, rows.max() + 2
        return cls(*(float(edge * CELL) for edge in edges))

    @property
    def length(self) -> float:
        return max(self.right - self.left, self.bottom - self.top)

    def is_of_sheet(self, paper: Paper) -> bool:
        """Whether the mark is a punched hole, or dust under the scanner's glass."""
        is_at_edge = self.right < _HOLES or self.left > paper.width - _HOLES
        is_stripe = self.bottom - self.top >= _STRIPE * paper.height and self.right - self.left <= 2 * CELL
        return is_stripe or (is_at_edge and self.length <= _HOLE)


def windows(squares: NDArray[np.generic]) -> NDArray[np.float64]:
    """The means of all windows of two by two squares."""
    one = np.asarray(squares, np.float64)
    return (one[:-1, :-1] + one[1:, :-1] + one[:-1, 1:] + one[1:, 1:]) / 4


def together(marked: NDArray[np.bool_]) -> Iterator[Cells]:
    """Groups of marked windows that are connected, also diagonally."""
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
