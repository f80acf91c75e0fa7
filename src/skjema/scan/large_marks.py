"""Crosses and ticks that are larger than their box, told from strokes that take back what was ticked.

What is drawn in the box must be two straight strokes and nothing else: those of a cross cross each other in it, those
of a tick meet at its foot. Each may go on a few millimetres outside of it, and into no other box.
"""

from collections.abc import Sequence
from functools import cached_property
from math import cos, radians, sin
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from skjema.records.paper_layout import PaperBox
from skjema.scan.greys import connected

AROUND, STEP = 8.0, 0.15
"""Millimetres around a box that are looked at, and those between two dots."""
_RISING, _FALLING = range(25, 69, 3), range(112, 156, 3)
"""Degrees by which the strokes slope, counted from one to the right, against the clock."""
_BAND, _LOOSE = 0.45, 0.22
"""Millimetres from the middle of a stroke that are surely its own, and those that a hand is unsteady by."""
_INSET = 0.65
"""Millimetres inside of the frame's middle from which on ink is somebody's."""
_ALL_OF_CROSS, _ALL_OF_TICK = 0.965, 0.93
"""Share of the ink in a box and just outside of it that the strokes of a cross, and of a tick, have at least: a cross
may be drawn over a tick to take it back."""
_LONG = 0.75
"""Share of its way through the box that a stroke is drawn on at least."""
_MIDDLE = 0.3
"""Share of a box's sides that a cross is from its middle at most."""
_CLEAR, _BEFORE = (0.6, 1.0), 2.8
"""Millimetres outside of a frame between which nothing is printed, and those before a box in which nothing is."""
_ASIDE = 0.9
"""Millimetres from the middle of a stroke that it stays within outside of its box."""
_SPECK = 0.25
"""Square millimetres of ink that may lie elsewhere: dust."""
_CROSS_FAR, _TICK_FAR = 4.2, 7.0
"""Millimetres outside of a box that the strokes of a cross, and of a tick, reach at most."""
_FOOT, _BELOW = 1.7, 2.2
"""Millimetres that the strokes of a tick go on below where they meet at most, and those below the box where that is."""

Ink = NDArray[np.bool_]
Points = NDArray[np.float64]
"""Millimetres to the right of and below the middle of a box."""


def touched_by_large_mark(
    ink: Ink, box: PaperBox, shift: tuple[float, float], others: Sequence[PaperBox]
) -> frozenset[PaperBox] | None:
    """The boxes with ink that hangs together with that of a cross or a tick; None where neither stands in a box.

    Crosses of two rows may well touch each other between their boxes. What else goes on from box to box is no cross.

    Args:
        ink: The box, and `AROUND` around it, with `STEP` between two dots.
        shift: Millimetres down and across from where the box should be to where it is.
        others: Boxes to tick on the same page.
    """
    drawn = _Drawn(ink, box, shift)
    strokes = drawn.strokes()
    if strokes is None or not drawn.is_alone(strokes):
        return None
    share = drawn.share_of(strokes)
    if drawn.is_cross(strokes) and share >= _ALL_OF_CROSS:
        far = _CROSS_FAR
    elif drawn.is_tick(strokes) and share >= _ALL_OF_TICK:
        far = _TICK_FAR
    else:
        return None
    reached = drawn.reached(drawn.near(strokes))
    if (reached & (drawn.beyond > far)).any() or any((reached & drawn.within(one)).any() for one in others):
        return None
    touched = drawn.reached(np.ones_like(ink))
    return frozenset(one for one in others if (touched & drawn.within(one)).any())


class _Stroke(NamedTuple):
    """A line.

    Attributes:
        along: One millimetre on it, upwards.
        across: One millimetre away from it.
        offset: Millimetres from the middle of the box to it.
    """

    along: Points
    across: Points
    offset: float

    def off(self, points: Points) -> NDArray[np.float64]:
        """Millimetres from it to points."""
        return np.asarray(np.abs(points @ self.across - self.offset))


_Strokes = tuple[_Stroke, _Stroke]
"""The one that rises to the right, and the one that falls."""


class _Drawn:
    """The ink in a box, and around it."""

    def __init__(self, ink: Ink, box: PaperBox, shift: tuple[float, float]) -> None:
        self._ink, self._box = ink, box
        self._half = np.array([box.right - box.left, box.bottom - box.top]) / 2
        rows, columns = ink.shape
        down = np.arange(rows) * STEP - AROUND - self._half[1] - shift[0]
        across = np.arange(columns) * STEP - AROUND - self._half[0] - shift[1]
        self._points: Points = np.stack(np.meshgrid(across, down), axis=-1)
        self.beyond: NDArray[np.float64] = (np.abs(self._points) - self._half).max(axis=-1)
        """Millimetres from the frame outwards to each dot."""

    @cached_property
    def _own(self) -> Points:
        """The dots of ink in the box, and just outside of its frame."""
        is_outside = (self.beyond > _CLEAR[0]) & (self.beyond < _CLEAR[1])
        return np.asarray(self._points[self._ink & (is_outside | (self.beyond < -_INSET))])

    def strokes(self) -> _Strokes | None:
        """The two strokes that most ink is part of; None where there is but one, of a thick pen."""
        rising, falling = (_most(self._own, angles) for angles in (_RISING, _FALLING))
        if (rising.off(self._own) < _BAND).sum() >= (falling.off(self._own) < _BAND).sum():
            falling = _most(self._own[rising.off(self._own) > _BAND], _FALLING)
        else:
            rising = _most(self._own[falling.off(self._own) > _BAND], _RISING)
        apart = (self._own[one.off(self._own) > _ASIDE] for one in (rising, falling))
        if any(len(points) * STEP**2 < _SPECK for points in apart):
            return None
        return rising, falling

    def share_of(self, strokes: _Strokes) -> float:
        """How much of the ink is part of them, as thick as they are."""
        length = sum(_drawn(stroke, self._own).size * STEP for stroke in strokes)
        width = len(self._own) * STEP**2 / length
        off = np.minimum(*(stroke.off(self._own) for stroke in strokes))
        return float((off < width / 2 + _LOOSE).mean())

    def is_alone(self, strokes: _Strokes) -> bool:
        """Whether nothing leaves the box but they."""
        is_before = (self._points[..., 0] < -self._half[0]) & (np.abs(self._points[..., 1]) < self._half[1])
        is_clear = (self.beyond > _CLEAR[0]) & (self.beyond < np.where(is_before, _BEFORE, _CLEAR[1]))
        return bool((self._ink & is_clear & ~self.near(strokes)).sum() * STEP**2 < _SPECK)

    def near(self, strokes: _Strokes) -> Ink:
        """The dots that a stroke may be on."""
        rising, falling = (stroke.off(self._points) < _ASIDE for stroke in strokes)
        return np.asarray(rising | falling)

    def is_cross(self, strokes: _Strokes) -> bool:
        """Whether they cross near the middle, and both are drawn through the box and out of it.

        A stroke through a cross that lies within its box may take it back.
        """
        if not (np.abs(_meeting(strokes)) < 2 * self._half * _MIDDLE).all():
            return False
        outside = self._points[self._ink & (self.beyond > _CLEAR[0]) & (self.beyond < _CLEAR[1])]
        leaves = (
            (one.off(outside) < _ASIDE) & (other.off(outside) > _ASIDE) for one, other in (strokes, strokes[::-1])
        )
        return all(one.any() for one in leaves) and all(self._share(one) >= _LONG for one in strokes)

    def is_tick(self, strokes: _Strokes) -> bool:
        """Whether they meet at the foot, and the one that rises is drawn from there to where it leaves the box."""
        rising, _ = strokes
        x, y = place = _meeting(strokes)
        if not (abs(x) < self._half[0] and 0 < y < self._half[1] + _BELOW):
            return False
        tops = []
        for stroke in strokes:
            at = _drawn(stroke, self._own) - place @ stroke.along
            if not at.size or at.min() < -_FOOT:
                return False
            tops.append(float(at.max()))
        return tops[0] > tops[1] and self._share(rising, above=y) >= _LONG

    def _share(self, stroke: _Stroke, above: float = np.inf) -> float:
        """Share of its way through the box that a stroke is drawn on.

        Args:
            above: Where its way begins, in millimetres below the middle of the box.
        """
        steps = np.arange(-AROUND, AROUND, STEP)[:, None] * stroke.along + stroke.offset * stroke.across
        way, drawn = self._in_box(steps, above), self._in_box(self._own, above)
        return _drawn(stroke, drawn).size / len(way) if len(way) else 0

    def _in_box(self, points: Points, above: float) -> Points:
        return np.asarray(points[(np.abs(points) < self._half - _INSET).all(axis=1) & (points[:, 1] < above)])

    def reached(self, part: Ink) -> Ink:
        """The ink of a part that hangs together with that in the box."""
        return connected(self.beyond < -_INSET, part & (self._ink | (np.abs(self.beyond) < _CLEAR[0])))

    def within(self, other: PaperBox) -> Ink:
        """The dots in another box."""
        middle = np.array([self._box.left + self._box.right, self._box.top + self._box.bottom]) / 2
        left, top = np.array([other.left, other.top]) - middle + _INSET
        right, bottom = np.array([other.right, other.bottom]) - middle - _INSET
        x, y = self._points[..., 0], self._points[..., 1]
        return np.asarray((x > left) & (x < right) & (y > top) & (y < bottom))


def _most(points: Points, angles: Sequence[int]) -> _Stroke:
    """The line of some slopes that most points lie on."""
    lines = [(np.array([cos(a), -sin(a)]), np.array([sin(a), cos(a)])) for a in map(radians, angles)]
    found = [(_fullest(points @ across), along, across) for along, across in lines]
    (_, offset), along, across = max(found, key=lambda one: one[0])
    return _Stroke(along, across, offset)


def _fullest(offsets: NDArray[np.float64]) -> tuple[int, float]:
    """Of the bands that are `_BAND` wide on both sides the one that holds most: how many, and where its middle is."""
    middles = np.arange(-4, 4, STEP / 2)
    counts = (np.abs(offsets[None, :] - middles[:, None]) < _BAND).sum(axis=1)
    best = np.flatnonzero(counts == counts.max())
    return int(counts.max()), float(middles[best].mean())


def _drawn(stroke: _Stroke, points: Points) -> NDArray[np.float64]:
    """Where on a stroke there is ink: each place once, in millimetres upwards from the foot of the box's middle."""
    own = points[stroke.off(points) < _BAND]
    return np.asarray(np.unique(np.round(own @ stroke.along / STEP)) * STEP)


def _meeting(strokes: _Strokes) -> Points:
    """Where two lines meet."""
    rising, falling = strokes
    return np.asarray(np.linalg.solve(np.array([rising.across, falling.across]), [rising.offset, falling.offset]))
