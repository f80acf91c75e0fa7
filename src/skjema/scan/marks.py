"""Judges the places on a scanned page: whether boxes are ticked, and whether something is written.

There are three answers, since a scan proves nothing: yes, no, and that a person must look. The limits were measured
(`bench/scan_trial.py`, decision 28).
"""

from enum import StrEnum
from math import hypot, inf
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from skjema.records.paper_layout import PaperBox
from skjema.scan.greys import black_of, connected, darkness, totals, window_sums
from skjema.scan.large_marks import AROUND, STEP, touched_by_large_mark
from skjema.scan.pages import DOTS, Grey
from skjema.scan.straighten import Straightened

_STEP = 25.4 / DOTS
"""Millimetres between two dots."""
_COARSE = 1.5
"""Factor by which places to write in are looked at more coarsely."""
_HALF_STROKE = max(1, round(0.9 / 72 * 25.4 / _STEP / 2))
"""Half the thickness of a box's frame in dots; the frame is centred on the edges of the box."""
_CONTRAST = 50
"""Least difference between paper and black in grey values, without which nothing is certain."""
_AROUND = 1.4
"""Millimetres around a box in which its frame is looked for."""
_FRAME = 0.3
"""Least darkness of the frame."""
_INSET = 0.65
"""Ink more than this many millimetres inside of the frame's centre line is somebody's."""
_INK = 0.3
"""Least darkness of ink; a pencil is pale."""
EMPTY, TICKED, COVERED = 0.01, 0.05, 0.85
"""Shares of ink in a box: at most the first, it is empty; from the second on it is ticked; from the third on the tick
may have been crossed out."""
_SPREAD = 0.5
"""Least share of a box's width or height that a tick covers, give or take two dots of the scan; a dot of ink
covers less, and may be a slip of the pen."""
_REACH, _REACH_STEP = 9.0, 0.3
"""Millimetres around a box in which its ink is followed, and the distance between two dots there."""
_LEFT = 0.7, 1.4
"""Range in millimetres outside of a frame where ink has left the box; print beside it begins further out."""
_WRITTEN = 0.0025
"""Least share of ink in a place to write in for something to be written there."""
_RULE = 1.0
"""Millimetres along the edges of such a place that may hold its line, or print beside it."""
_OFF, _HIDDEN = 0.5, 2.5
"""Millimetres that places may be displaced without print beside them getting in; and the assumed displacement where
a corner isn't visible, since the sheet may have lain at an angle."""


class State(StrEnum):
    YES = "yes"
    NO = "no"
    LOOK = "look"
    UNREAD = "unread"
    """Not read: the page is missing, or its position on the scan is uncertain."""


class BoxMark(NamedTuple):
    """What stands in a place.

    Attributes:
        share: Share of the place that is ink.
        off: For a box, distance from its expected to its actual place in millimetres.
        shift: For a box, the same as offsets down and across.
    """

    state: State
    share: float = 0.0
    off: float = inf
    shift: tuple[float, float] = (0.0, 0.0)


def read_marks(picture: Grey, lie: Straightened, boxes: list[PaperBox]) -> dict[PaperBox, BoxMark]:
    """What stands in the places of a page; all are unread if its position on the scan is uncertain."""
    if not lie.is_sure:
        return dict.fromkeys(boxes, BoxMark(State.UNREAD))
    black = black_of(picture)
    marks: dict[PaperBox, BoxMark] = {}
    ticks = [box for box in boxes if box.is_ticked]
    for box in ticks:
        dark = dark_around(picture, lie, box, _AROUND, _STEP, black)
        marks[box] = BoxMark(State.LOOK) if dark is None else _tick(dark)
    off = _most_off(lie, [marks[box].off for box in ticks])
    for box in boxes:
        if not box.is_ticked:
            dark = dark_around(picture, lie, box, -_RULE, _STEP * _COARSE, black)
            marks[box] = BoxMark(State.LOOK) if dark is None else _writing(dark, off)
    touched: dict[PaperBox, frozenset[PaperBox] | None] = {}
    for box in ticks:
        if marks[box].state is State.YES:
            around = dark_around(picture, lie, box, _REACH, _REACH_STEP, black)
            if around is not None and _passes(around, box, ticks):
                near = dark_around(picture, lie, box, AROUND, STEP, black)
                others = [one for one in ticks if one is not box]
                shift = marks[box].shift
                touched[box] = None if near is None else touched_by_large_mark(near > _INK, box, shift, others)
    are_large = {box for box, others in touched.items() if others is not None}
    for box, those in touched.items():
        if those is None or not those <= are_large:
            marks[box] = marks[box]._replace(state=State.LOOK)
    return {box: marks[box] for box in boxes}


def _most_off(lie: Straightened, frames: list[float]) -> float:
    """Displacement of places in millimetres, on a sheet that is bent, or seen with a hidden corner."""
    # a frame may be hidden by what somebody has drawn
    off = sorted(frames)[len(frames) * 3 // 4] if frames else 0
    return off if lie.is_all_seen else max(off, _HIDDEN)


def _tick(dark: NDArray[np.float64]) -> BoxMark:
    """Whether a box is ticked.

    Args:
        dark: Darkness of the box and its surroundings.
    """
    margin, inset = round(_AROUND / _STEP), round(_INSET / _STEP)
    height, width = (side - 2 * margin for side in dark.shape)
    frames = _frames(dark, height, width)
    down, across = np.unravel_index(int(frames.argmax()), frames.shape)
    if frames[down, across] < _FRAME:
        return BoxMark(State.LOOK)
    top, left = int(down) + _HALF_STROKE + inset, int(across) + _HALF_STROKE + inset
    inner = dark[top : top + height - 2 * inset, left : left + width - 2 * inset]
    ink = inner > _INK
    share = float(ink.mean())
    shift = (down - margin + _HALF_STROKE) * _STEP, (across - margin + _HALF_STROKE) * _STEP
    off = hypot(*shift)
    if share <= EMPTY:
        return BoxMark(State.NO, share, off)
    lines = (np.flatnonzero(ink.sum(axis) > 1) for axis in (0, 1))  # a single dot is noise
    spread = max(np.ptp(one) + 1 if one.size else 0 for one in lines) / max(ink.shape)
    is_ticked = TICKED <= share < COVERED and spread >= _SPREAD
    return BoxMark(State.YES if is_ticked else State.LOOK, share, off, shift)


def _passes(dark: NDArray[np.float64], box: PaperBox, ticks: list[PaperBox]) -> bool:
    """Whether the ink in a box continues into another box, or leaves the box on two opposite sides.

    It may then be a ring, or a stroke that cancels a tick.

    Args:
        dark: Darkness of the box and `_REACH` around it.
    """
    left, top = box.left - _REACH, box.top - _REACH
    down, across = (
        (np.arange(side) * _REACH_STEP + start) for side, start in zip(dark.shape, (top, left), strict=True)
    )

    def part(one: PaperBox, more: float) -> NDArray[np.bool_]:
        rows = (down > one.top - more) & (down < one.bottom + more)
        return np.asarray(rows[:, None] & ((across > one.left - more) & (across < one.right + more))[None, :])

    frame = part(box, _INSET) & ~part(box, -_INSET)
    found = connected(part(box, -_INSET), (dark > _INK) | frame)
    if any((found & part(one, -_INSET)).any() for one in ticks if one is not box):
        return True
    outside = found & part(box, _LEFT[1]) & ~part(box, _LEFT[0])
    above, below = outside[down < box.top].any(), outside[down > box.bottom].any()
    before, behind = outside[:, across < box.left].any(), outside[:, across > box.right].any()
    return bool((above and below) or (before and behind))


def _frames(dark: NDArray[np.float64], height: int, width: int) -> NDArray[np.float64]:
    """Darkness of the frame for each possible position of its upper left corner."""
    total = totals(dark)
    stroke = 2 * _HALF_STROKE
    outer, inner = (height + stroke, width + stroke), (height - stroke, width - stroke)
    whole, within = window_sums(total, *outer), window_sums(total, *inner)
    count = outer[0] * outer[1] - inner[0] * inner[1]
    rows, columns = whole.shape
    return (whole - within[stroke : stroke + rows, stroke : stroke + columns]) / count


def _writing(dark: NDArray[np.float64], off: float) -> BoxMark:
    """Whether something is written in a place.

    Args:
        off: Possible displacement in millimetres: ink this near the edges may be print.
    """
    # noise is single dots, ink isn't
    together = (dark[:-1, :-1] + dark[1:, :-1] + dark[:-1, 1:] + dark[1:, 1:]) / 4
    share = float((together > _INK).mean()) if together.size else 0.0
    if share <= _WRITTEN:
        return BoxMark(State.NO, share)
    if off > _OFF:
        edge = round(off / _STEP / _COARSE) if off < inf else max(together.shape)
        inner = together[edge:-edge, edge:-edge]
        if not inner.size or (inner > _INK).mean() <= _WRITTEN:
            return BoxMark(State.LOOK, share)
    return BoxMark(State.YES, share)


def dark_around(
    picture: Grey, lie: Straightened, box: PaperBox, more: float, step: float, black: float
) -> NDArray[np.float64] | None:
    """The darkness of a place, straightened: from 0, as pale as most of it, to 1, black.

    Args:
        more: Margin around it in millimetres.
        step: Millimetres between two dots.

    Returns:
        None where it is beyond the scan's edge, or nothing in it is pale.
    """
    across = np.arange(box.left - more, box.right + more, step)
    down = np.arange(box.top - more, box.bottom + more, step)
    if not across.size or not down.size:
        return None
    columns, rows = lie.dots(across, down)
    height, width = picture.shape
    if columns.min() < 0 or rows.min() < 0 or columns.max() >= width or rows.max() >= height:
        return None
    grey = np.asarray(picture[rows, columns], np.float64)
    white = float(np.percentile(grey, 80))
    return None if white - black < _CONTRAST else darkness(grey, white, black)
