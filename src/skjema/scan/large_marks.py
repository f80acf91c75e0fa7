"""Recognises crosses and ticks larger than their box, and tells them from strokes that cancel a tick.

The ink in the box must be two straight strokes and nothing else: those of a cross cross each other within it, those
of a tick meet at its foot. Each may continue a few millimetres outside of the box, but not into another box.
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
"""Margin around a box that is looked at, and distance between two dots, in millimetres."""
_RISING, _FALLING = range(25, 69, 3), range(112, 156, 3)
"""Angles of the strokes in degrees, counter-clockwise from horizontal."""
_BAND, _LOOSE = 0.45, 0.22
"""Distances in millimetres from a stroke's centre line: its own ink, and the unsteadiness of a hand."""
_INSET = 0.65
"""Ink more than this many millimetres inside of the frame's centre line is somebody's."""
_ALL_OF_CROSS, _ALL_OF_TICK = 0.965, 0.93
"""Least share of the ink in and just around a box that belongs to the strokes of a cross, and of a tick; a cross may
be drawn over a tick to cancel it."""
_LONG = 0.75
"""Least share of its way through the box that a stroke must be drawn on."""
_MIDDLE = 0.3
"""Greatest distance of a cross from the centre of its box, as a fraction of the sides."""
_CLEAR, _BEFORE = (0.6, 1.0), 2.8
"""Range in millimetres outside of a frame without print, and the unprinted distance to the left of a box."""
_ASIDE = 0.9
"""Greatest distance in millimetres of a stroke from its centre line outside of its box."""
_SPECK = 0.25
"""Square millimetres of stray ink, such as dust, that are ignored."""
_CROSS_FAR, _TICK_FAR = 4.2, 7.0
"""Greatest distance in millimetres that the strokes of a cross, and of a tick, reach outside of a box."""
_FOOT, _BELOW = 1.7, 2.2
"""Greatest distance in millimetres that a tick's strokes continue beyond their meeting point, and of that point
below the box."""

Ink = NDArray[np.bool_]
Points = NDArray[np.float64]
"""Millimetres to the right of and below the centre of a box."""


def touched_by_large_mark(
    ink: Ink, box: PaperBox, shift: tuple[float, float], others: Sequence[PaperBox]
) -> frozenset[PaperBox] | None:
    """The boxes with ink that is connected to a cross or tick in this box; None where the ink is neither.

    Crosses of neighbouring rows may touch between their boxes. Other ink that continues from box to box is no cross.

    Args:
        ink: The ink in the box and `AROUND` around it, with `STEP` between two dots.
        shift: Offset down and across from the expected place of the box to its actual place, in millimetres.
        others: Other boxes to tick on the page.
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
    """A straight line.

    Attributes:
        along: Unit vector along it, upwards.
        across: Unit vector perpendicular to it.
        offset: Distance from the centre of the box in millimetres.
    """

    along: Points
    across: Points
    offset: float

    def off(self, points: Points) -> NDArray[np.float64]:
        """Distances of points from the line in millimetres."""
        return np.asarray(np.abs(points @ self.across - self.offset))


_Strokes = tuple[_Stroke, _Stroke]
"""The stroke that rises to the right, and the one that falls."""


class _Drawn:
    """The ink in and around a box."""

    def __init__(self, ink: Ink, box: PaperBox, shift: tuple[float, float]) -> None:
        self._ink, self._box = ink, box
        self._half = np.array([box.right - box.left, box.bottom - box.top]) / 2
        rows, columns = ink.shape
        down = np.arange(rows) * STEP - AROUND - self._half[1] - shift[0]
        across = np.arange(columns) * STEP - AROUND - self._half[0] - shift[1]
        self._points: Points = np.stack(np.meshgrid(across, down), axis=-1)
        self.beyond: NDArray[np.float64] = (np.abs(self._points) - self._half).max(axis=-1)
        """Distance of each dot from the frame in millimetres, positive outside."""

    @cached_property
    def _own(self) -> Points:
        """The dots of ink in the box and just outside of its frame."""
        is_outside = (self.beyond > _CLEAR[0]) & (self.beyond < _CLEAR[1])
        return np.asarray(self._points[self._ink & (is_outside | (self.beyond < -_INSET))])

    def strokes(self) -> _Strokes | None:
        """The two strokes with the most ink on them; None where there is only one stroke of a thick pen."""
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
        """Share of the ink that lies on the strokes, given their thickness."""
        length = sum(_drawn(stroke, self._own).size * STEP for stroke in strokes)
        width = len(self._own) * STEP**2 / length
        off = np.minimum(*(stroke.off(self._own) for stroke in strokes))
        return float((off < width / 2 + _LOOSE).mean())

    def is_alone(self, strokes: _Strokes) -> bool:
        """Whether no other ink than the strokes leaves the box."""
        is_before = (self._points[..., 0] < -self._half[0]) & (np.abs(self._points[..., 1]) < self._half[1])
        is_clear = (self.beyond > _CLEAR[0]) & (self.beyond < np.where(is_before, _BEFORE, _CLEAR[1]))
        return bool((self._ink & is_clear & ~self.near(strokes)).sum() * STEP**2 < _SPECK)

    def near(self, strokes: _Strokes) -> Ink:
        """The dots that may belong to a stroke."""
        rising, falling = (stroke.off(self._points) < _ASIDE for stroke in strokes)
        return np.asarray(rising | falling)

    def is_cross(self, strokes: _Strokes) -> bool:
        """Whether the strokes cross near the centre, and both are drawn through the box and out of it.

        A stroke through a small cross within the box may cancel it, and is thus no cross.
        """
        if not (np.abs(_meeting(strokes)) < 2 * self._half * _MIDDLE).all():
            return False
        outside = self._points[self._ink & (self.beyond > _CLEAR[0]) & (self.beyond < _CLEAR[1])]
        leaves = (
            (one.off(outside) < _ASIDE) & (other.off(outside) > _ASIDE) for one, other in (strokes, strokes[::-1])
        )
        return all(one.any() for one in leaves) and all(self._share(one) >= _LONG for one in strokes)

    def is_tick(self, strokes: _Strokes) -> bool:
        """Whether the strokes meet at the foot, and the rising one continues from there until it leaves the box."""
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
            above: Only the part above this many millimetres below the centre of the box counts.
        """
        steps = np.arange(-AROUND, AROUND, STEP)[:, None] * stroke.along + stroke.offset * stroke.across
        way, drawn = self._in_box(steps, above), self._in_box(self._own, above)
        return _drawn(stroke, drawn).size / len(way) if len(way) else 0

    def _in_box(self, points: Points, above: float) -> Points:
        return np.asarray(points[(np.abs(points) < self._half - _INSET).all(axis=1) & (points[:, 1] < above)])

    def reached(self, part: Ink) -> Ink:
        """The ink of `part` that is connected with the ink in the box."""
        return connected(self.beyond < -_INSET, part & (self._ink | (np.abs(self.beyond) < _CLEAR[0])))

    def within(self, other: PaperBox) -> Ink:
        """The dots in another box."""
        middle = np.array([self._box.left + self._box.right, self._box.top + self._box.bottom]) / 2
        left, top = np.array([other.left, other.top]) - middle + _INSET
        right, bottom = np.array([other.right, other.bottom]) - middle - _INSET
        x, y = self._points[..., 0], self._points[..., 1]
        return np.asarray((x > left) & (x < right) & (y > top) & (y < bottom))


def _most(points: Points, angles: Sequence[int]) -> _Stroke:
    """The line with one of these slopes that most points lie on."""
    lines = [(np.array([cos(a), -sin(a)]), np.array([sin(a), cos(a)])) for a in map(radians, angles)]
    found = [(_fullest(points @ across), along, across) for along, across in lines]
    (_, offset), along, across = max(found, key=lambda one: one[0])
    return _Stroke(along, across, offset)


def _fullest(offsets: NDArray[np.float64]) -> tuple[int, float]:
    """The position of the band of width 2 × `_BAND` with the most points: their number, and its centre."""
    middles = np.arange(-4, 4, STEP / 2)
    counts = (np.abs(offsets[None, :] - middles[:, None]) < _BAND).sum(axis=1)
    best = np.flatnonzero(counts == counts.max())
    return int(counts.max()), float(middles[best].mean())


def _drawn(stroke: _Stroke, points: Points) -> NDArray[np.float64]:
    """Positions along a stroke where there is ink, each once, in millimetres upwards."""
    own = points[stroke.off(points) < _BAND]
    return np.asarray(np.unique(np.round(own @ stroke.along / STEP)) * STEP)


def _meeting(strokes: _Strokes) -> Points:
    """The point where two lines meet."""
    rising, falling = strokes
    return np.asarray(np.linalg.solve(np.array([rising.across, falling.across]), [rising.offset, falling.offset]))
