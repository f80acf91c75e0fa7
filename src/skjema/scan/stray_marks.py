"""Finds marks outside of the places on a scanned page: a circled word, a paragraph struck out, a note in the margin.

The page is compared with a record of how much was printed where (`records.printed_page`), in windows of two by two
squares. Extra ink is a mark where enough of it is connected. Limits were measured (`bench/scan_trial.py`, decision 29).
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from skjema.layout.code_place import code_place
from skjema.layout.paper import Paper
from skjema.records.paper_layout import PaperBox
from skjema.records.printed_page import CELL, FULL, UNKNOWN, PrintedPage
from skjema.scan.greys import black_of, connected, darkness
from skjema.scan.marks import BoxMark, State, dark_around
from skjema.scan.pages import Grey
from skjema.scan.squares import Cells, Stray, together, windows
from skjema.scan.straighten import Straightened

_DOTS = 6
"""Dots along the side of a square."""
_PALE = 0.2
"""Greatest darkness of paper: noise, shading, a crease."""
_TILE = 10
"""Squares along the side of the area over which the paper's whiteness is estimated."""
_SHIFT = 0.35
"""Greatest displacement of print, as a fraction of a square."""
_MORE = 0.035
"""Least share of extra ink in a window for it to be part of a mark."""
_INK, _LENGTH = 3.0, 8.0
"""Least area (mm²) and length (mm) of a mark: a ring round a word has more, dust and holes less."""
_TOP, _SIDE = 16.0, 7.0
"""Millimetres at the edges that are ignored: the record's reference at the top, and shadows of scanners."""
_AROUND = 1.5
"""Millimetres around a place that belong to it."""
_NEAR, _SMALL_INK, _SMALL_LENGTH = 8.0, 2.0, 4.0
"""Distance from a box to tick within which smaller marks count, and their least area and length."""
_TAIL, _TAIL_STEP, _DARK = 20.0, 0.3, 0.25
"""Millimetres that writing may continue outside of its place, the distance between dots there, and the least
darkness of a dot that it passes over."""
_RULE, _CLEARLY_MORE, _CLEAR = 0.03, 0.07, 1.6
"""Share of print in a window from which it may be displaced or bolder; the extra ink that is certain there; and the
least area (mm²) of certain ink in a mark."""


def stray_marks(
    picture: Grey, lie: Straightened, printed: PrintedPage, marks: Mapping[PaperBox, BoxMark], paper: Paper
) -> list[Stray]:
    """The marks outside of the places on a page whose position is certain.

    Args:
        marks: What stands in its places.
    """
    levels = np.frombuffer(printed.levels, np.uint8).reshape(-1, printed.columns)
    ink, is_seen = _ink(picture, lie, *levels.shape)
    is_seen &= (levels != UNKNOWN) & _is_inside(levels.shape, paper)
    for box, mark in marks.items():
        if mark.state is not State.NO:
            is_seen[_squares(box)] = False
    was, now = windows(levels / FULL), windows(ink)
    is_whole = windows(is_seen) == 1
    is_text = is_whole & (was > _RULE)
    if not is_text.any():
        return []
    gain = float(np.median(now[is_text] / was[is_text]))  # printers and scanners make letters bolder or thinner
    beside = _most_beside(was)
    more = np.where(is_whole, now - gain * (was + _SHIFT * (beside - was)), 0)
    clear = np.where(more > np.where(beside > _RULE, _CLEARLY_MORE, _MORE), more, 0)
    finder = _Finder(picture, lie, marks, paper)
    return [one for cells in together(more > _MORE) if (one := finder.stray(cells, more, clear)) is not None]


def _ink(picture: Grey, lie: Straightened, rows: int, columns: int) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """The amount of ink in each square, and whether the square is on the scan."""
    step = CELL / _DOTS
    across, down = ((np.arange(count * _DOTS) + 0.5) * step for count in (columns, rows))
    x, y = lie.dots(across, down)
    height, width = picture.shape
    is_on = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    grey = picture[y.clip(0, height - 1), x.clip(0, width - 1)].astype(np.float32)
    dark = darkness(grey, _white(grey), black_of(picture))
    dark[dark <= _PALE] = 0
    shape = rows, _DOTS, columns, _DOTS
    return dark.reshape(shape).mean((1, 3), dtype=np.float64), is_on.reshape(shape).all((1, 3))


def _white(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    """The whiteness of the paper around each dot."""
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
    """Whether each square is far enough from the edges of the sheet and from its code."""
    inside, foot = np.zeros(shape, bool), code_place(paper).code.y - 1
    inside[int(_TOP / CELL) : int(foot / CELL), int(_SIDE / CELL) : int((paper.width - _SIDE) / CELL)] = True
    return inside


def _squares(box: PaperBox) -> tuple[slice, slice]:
    """The squares of a place, and those just around it."""
    top, left = (max(0, int((edge - _AROUND) / CELL)) for edge in (box.top, box.left))
    return slice(top, int((box.bottom + _AROUND) / CELL) + 1), slice(left, int((box.right + _AROUND) / CELL) + 1)


def _most_beside(windows: NDArray[np.float64]) -> NDArray[np.float64]:
    """The greatest value of each window and its four neighbours."""
    wide = np.pad(windows, 1)
    sides = wide[1:-1, :-2], wide[1:-1, 2:], wide[:-2, 1:-1], wide[2:, 1:-1]
    return np.asarray(np.maximum.reduce([windows, *sides]))


class _Finder:
    """Decides which candidates on a page are marks."""

    def __init__(self, picture: Grey, lie: Straightened, marks: Mapping[PaperBox, BoxMark], paper: Paper) -> None:
        self._picture, self._lie, self._paper = picture, lie, paper
        self._black = black_of(picture)
        self._to_tick = [box for box in marks if box.is_ticked]
        self._filled = [box for box, mark in marks.items() if mark.state is State.YES]

    def stray(self, cells: Cells, more: NDArray[np.float64], clear: NDArray[np.float64]) -> Stray | None:
        """The mark to report; None where it is no mark that somebody has made there."""
        stray = Stray.around(cells)
        for box in self._filled:
            if not _may_go_on(box, stray):
                continue
            if not box.is_ticked:  # a signature larger than its line
                return None
            cells = _without(cells, self._tail(box, more.shape))
            if not cells[0].size:
                return None
            stray = Stray.around(cells)
        ink, surely = (float(one[cells].sum()) * CELL**2 for one in (more, clear))
        return stray if surely >= _CLEAR and self._is_mark(stray, ink) else None

    def _is_mark(self, stray: Stray, ink: float) -> bool:
        """Whether the mark is large enough."""
        is_near = any(stray.touches(*_widened(box, _NEAR)) for box in self._to_tick)
        if ink < (_SMALL_INK if is_near else _INK) or stray.length < (_SMALL_LENGTH if is_near else _LENGTH):
            return False
        return not stray.is_of_sheet(self._paper)

    def _tail(self, box: PaperBox, shape: tuple[int, ...]) -> NDArray[np.bool_]:
        """The windows into which the drawing in a box continues."""
        tail = np.zeros(shape, bool)
        dark = dark_around(self._picture, self._lie, box, _TAIL, _TAIL_STEP, self._black)
        if dark is None:
            return tail
        edge = round((_TAIL - _AROUND) / _TAIL_STEP)
        place = np.zeros(dark.shape, bool)
        place[edge:-edge, edge:-edge] = True
        down, across = np.nonzero(connected(place, (dark > _DARK) | place))
        rows = ((down * _TAIL_STEP + box.top - _TAIL) / CELL).astype(np.intp)
        columns = ((across * _TAIL_STEP + box.left - _TAIL) / CELL).astype(np.intp)
        for above, before in ((0, 0), (0, 1), (1, 0), (1, 1)):  # each square is part of four windows
            tail[(rows - above).clip(0, shape[0] - 1), (columns - before).clip(0, shape[1] - 1)] = True
        return tail


def _without(cells: Cells, tail: NDArray[np.bool_]) -> Cells:
    left = ~tail[cells]
    return cells[0][left], cells[1][left]


def _widened(box: PaperBox, more: float) -> tuple[float, float, float, float]:
    return box.left - more, box.top - more, box.right + more, box.bottom + more


def _may_go_on(box: PaperBox, stray: Stray) -> bool:
    """Whether a mark touches a place, and ends near enough to be part of what was written there."""
    left, top, right, bottom = _widened(box, _TAIL)
    is_within = stray.left > left and stray.top > top and stray.right < right and stray.bottom < bottom
    return is_within and stray.touches(*_widened(box, _AROUND + CELL))
