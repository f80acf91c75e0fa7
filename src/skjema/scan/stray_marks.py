"""Marks outside of the places of a scanned page: a ring round a word, a paragraph struck out, a note in the margin.

A page is compared with how much was printed where (`records.printed_page`), in windows of two squares by two. What it
has more of is somebody's, where enough of it hangs together. Limits were measured (`bench/scan_trial.py`, decision 29).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from skjema.layout.code_place import code_place
from skjema.layout.paper import Paper
from skjema.records.paper_layout import PaperBox
from skjema.records.printed_page import CELL, FULL, UNKNOWN, PrintedPage
from skjema.scan.greys import black_of, darkness
from skjema.scan.marks import BoxMark, State
from skjema.scan.pages import Grey
from skjema.scan.straighten import Straightened

_DOTS = 6
"""Dots of a side of a square that are looked at."""
_PALE = 0.2
"""Share of black up to which a dot is paper: noise, shading, a crease."""
_TILE = 10
"""Squares of a side of the part that paper is as pale in as most of it."""
_SHIFT = 0.35
"""How far what is printed may be from where it should be, as a share of a square."""
_MORE = 0.035
"""Share of a window that is ink beyond what was printed there, from which on it may be a mark."""
_INK, _LENGTH = 3.0, 8.0
"""Square millimetres and millimetres that a mark has at least: a ring round a word has more, dust and a hole less."""
_TOP, _SIDE = 16.0, 7.0
"""Millimetres at the edges that aren't looked at: whom a page concerns stands there, and scanners leave shadows."""
_HOLES, _HOLE = 20.0, 12.0
"""Millimetres from the edges in which sheets are punched, and what a hole has at most."""
_AROUND = 1.5
"""Millimetres around a place to answer in that belong to it."""
_TAIL = 20.0
"""Millimetres that what was written in a place may go on outside of it."""
_RULE, _CLEARLY_MORE, _CLEAR = 0.03, 0.07, 1.6
"""Share of a window that is printed, or of one beside it, from which on it may lie a little off or be printed fatter;
what ink surely has more there; and how many square millimetres of a mark are surely ink."""


class Stray(NamedTuple):
    """A mark, in millimetres from the upper left corner of its page."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether part of it lies in a rectangle."""
        return self.left < right and left < self.right and self.top < bottom and top < self.bottom


def stray_marks(
    picture: Grey, lie: Straightened, printed: PrintedPage, marks: Mapping[PaperBox, BoxMark], paper: Paper
) -> list[Stray]:
    """Marks on a page that lies surely.

    Args:
        marks: What stands in its places.
    """
    levels = np.frombuffer(printed.levels, np.uint8).reshape(-1, printed.columns)
    ink, is_seen = _ink(picture, lie, *levels.shape)
    is_seen &= (levels != UNKNOWN) & _is_inside(levels.shape, paper)
    for box, mark in marks.items():
        if mark.state is not State.NO:
            is_seen[_squares(box)] = False
    was, now = _windows(levels / FULL), _windows(ink)
    is_whole = _windows(is_seen) == 1
    is_text = is_whole & (was > _RULE)
    if not is_text.any():
        return []
    gain = float(np.median(now[is_text] / was[is_text]))  # printers and scanners make letters fatter, or thinner
    beside = _most_beside(was)
    more = np.where(is_whole, now - gain * (was + _SHIFT * (beside - was)), 0)
    filled = [box for box, mark in marks.items() if mark.state is State.YES]
    clear = np.where(more > np.where(beside > _RULE, _CLEARLY_MORE, _MORE), more, 0)
    found = (cells for cells in _together(more > _MORE) if clear[cells].sum() * CELL**2 >= _CLEAR)
    strays = (_stray(cells, more, filled, paper) for cells in found)
    return [one for one in strays if one is not None]


def _ink(picture: Grey, lie: Straightened, rows: int, columns: int) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """How much of each square is ink, and whether it is on the scan."""
    step = CELL / _DOTS
    across, down = ((np.arange(count * _DOTS) + 0.5) * step for count in (columns, rows))
    (a, b, c), (d, e, f) = lie.matrix
    x = np.rint(a * across[None, :] + b * down[:, None] + c).astype(np.int32)
    y = np.rint(d * across[None, :] + e * down[:, None] + f).astype(np.int32)
    height, width = picture.shape
    is_on = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    grey = picture[y.clip(0, height - 1), x.clip(0, width - 1)].astype(np.float32)
    dark = darkness(grey, _white(grey), black_of(picture))
    dark[dark <= _PALE] = 0
    shape = rows, _DOTS, columns, _DOTS
    return dark.reshape(shape).mean((1, 3), dtype=np.float64), is_on.reshape(shape).all((1, 3))


def _white(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    """How pale the paper is around each dot."""
    side = _TILE * _DOTS
    down, across = (max(1, one // side) for one in grey.shape)
    tiles = (
        grey[row * side : (row + 1) * side : 3, at * side : (at + 1) * side : 3]
        for row in range(down)
        for at in range(across)
    )
    whites = np.array([np.percentile(tile, 75) for tile in tiles], np.float32).reshape(down, across)
    rows, columns = (
        np.minimum(np.arange(one) // side, count - 1) for one, count in zip(grey.shape, whites.shape, strict=True)
    )
    return np.asarray(whites[rows][:, columns])


def _is_inside(shape: tuple[int, ...], paper: Paper) -> NDArray[np.bool_]:
    """Which squares are far enough from the edges of the sheet, and from its code."""
    inside, foot = np.zeros(shape, bool), code_place(paper).code.y - 1
    inside[int(_TOP / CELL) : int(foot / CELL), int(_SIDE / CELL) : int((paper.width - _SIDE) / CELL)] = True
    return inside


def _squares(box: PaperBox) -> tuple[slice, slice]:
    """The squares of a place, and those just around it."""
    top, left = (max(0, int((edge - _AROUND) / CELL)) for edge in (box.top, box.left))
    return slice(top, int((box.bottom + _AROUND) / CELL) + 1), slice(left, int((box.right + _AROUND) / CELL) + 1)


def _windows(squares: NDArray[np.generic]) -> NDArray[np.float64]:
    """The mean of each two squares by two."""
    one = np.asarray(squares, np.float64)
    return (one[:-1, :-1] + one[1:, :-1] + one[:-1, 1:] + one[1:, 1:]) / 4


def _most_beside(windows: NDArray[np.float64]) -> NDArray[np.float64]:
    """The most of a window and of those that share a side with it."""
    wide = np.pad(windows, 1)
    sides = wide[1:-1, :-2], wide[1:-1, 2:], wide[:-2, 1:-1], wide[2:, 1:-1]
    return np.asarray(np.maximum.reduce([windows, *sides]))


def _together(marked: NDArray[np.bool_]) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Windows that hang together, by a side or a corner: their rows and columns."""
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


def _stray(
    cells: tuple[NDArray[np.intp], NDArray[np.intp]],
    more: NDArray[np.float64],
    filled: Sequence[PaperBox],
    paper: Paper,
) -> Stray | None:
    """A mark as it is told of; None where it isn't one that somebody has made there."""
    rows, columns = cells
    left, top, right, bottom = (
        float(one * CELL) for one in (columns.min(), rows.min(), columns.max() + 2, rows.max() + 2)
    )
    width, height = right - left, bottom - top
    if more[cells].sum() * CELL**2 < _INK or max(width, height) < _LENGTH:
        return None
    if height >= 0.8 * paper.height and width <= 2 * CELL:  # dust under the scanner's glass
        return None
    is_at_edge = right < _HOLES or left > paper.width - _HOLES
    if is_at_edge and max(width, height) <= _HOLE:
        return None
    for box in filled:  # a signature that is larger than its line, the tail of a tick
        own = box.left - _TAIL, box.top - _TAIL, box.right + _TAIL, box.bottom + _TAIL
        is_within = left > own[0] and top > own[1] and right < own[2] and bottom < own[3]
        near = (edge + side * (_AROUND + CELL) for edge, side in zip(box[4:], (-1, -1, 1, 1), strict=True))
        if is_within and Stray(left, top, right, bottom).touches(*near):
            return None
    return Stray(left, top, right, bottom)
