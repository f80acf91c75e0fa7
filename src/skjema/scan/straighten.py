"""Works out how a paper lies on its scan, from the code and the squares in the other corners."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from skjema.layout.code_place import CODE, SQUARE, code_place
from skjema.layout.paper import Paper
from skjema.scan.greys import darkness, totals, window_sums
from skjema.scan.pages import DOTS, Grey

_MM = DOTS / 25.4
"""Dots per millimetre."""
_AROUND = 7.0
"""Millimetres around the expected place in which a square is looked for."""
_CLEAR = 0.5
"""Least difference in darkness between a square and its surroundings, as a fraction of black minus white."""
_OFF = 1.2
"""Greatest distance in millimetres of code and squares from their places; more means a bent or a second sheet."""
_STRETCH = 0.012
"""Greatest difference between a scanner's stretch in both directions; more means another sheet on top."""
_LENGTHS = 0.9, 1.1
"""Limits of the scan's scale."""
_FEWEST, _CORNERS = 3, 4
"""Number of points needed for the position, and for the perspective of a photograph."""

Points = NDArray[np.float64]


class Straightened(NamedTuple):
    """How a paper lies on its scan.

    Attributes:
        matrix: From millimetres on the paper to column and row, in homogeneous coordinates; with perspective, as on a
            photograph, if all corners are known.
        is_sure: Whether code and squares are where they should be, so that the positions of places are certain.
        is_all_seen: Whether all corners are known.
    """

    matrix: NDArray[np.float64]
    is_sure: bool
    is_all_seen: bool = True

    def at(self, points: Points) -> Points:
        """Column and row of points on the paper."""
        seen = np.column_stack((points, np.ones(len(points)))) @ self.matrix.T
        return np.asarray(seen[:, :2] / seen[:, 2:])

    def dots(self, across: NDArray[Any], down: NDArray[Any]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Columns and rows of a grid of dots on the paper."""
        column, row, far = (a * across[None, :] + b * down[:, None] + c for a, b, c in self.matrix)
        return np.rint(column / far).astype(np.int32), np.rint(row / far).astype(np.int32)

    @property
    def quarter_turns(self) -> int:
        """Quarter turns clockwise that make the scan upright."""
        left, right = self.at(np.array([(0.0, 0.0), (100.0, 0.0)]))
        angle = np.degrees(np.arctan2(*(right - left)[::-1]))
        return round(float(-angle) / 90) % 4


def straighten(picture: Grey, corners: Points, paper: Paper) -> Straightened:
    """How a paper lies on its scan.

    Args:
        corners: Corners of its code, as in `FoundCode`.
    """
    place = code_place(paper)
    left, top = place.code
    middle = [left + CODE / 2, top + CODE / 2]
    own = np.array([(left, top), (left + CODE, top), (left + CODE, top + CODE), (left, top + CODE)])
    matrix = _similar(own, corners)
    ours, seen = [middle], [corners.mean(axis=0)]
    # nearest first: each square found improves the estimate for the next
    for square in sorted(place.squares, key=lambda one: np.hypot(one.x - middle[0], one.y - middle[1])):
        expected = (np.array([*square, 1.0]) @ matrix.T)[:2]
        found = _square_near(picture, expected)
        if found is not None:
            ours.append(list(square))
            seen.append(found)
            matrix = _fitted(np.array(ours), np.array(seen), matrix)
    is_sure = _is_sure(matrix, np.array(ours), np.array(seen))
    return Straightened(_seen_at_an_angle(np.array(ours), np.array(seen), matrix), is_sure, len(ours) == _CORNERS)


def _similar(ours: Points, seen: Points) -> NDArray[np.float64]:
    """The turn, scale and shift that bring points closest to others, as a matrix."""
    mine, theirs = (points @ np.array([1, 1j]) for points in (ours, seen))
    turn = np.vdot(mine - mine.mean(), theirs - theirs.mean()) / np.vdot(mine - mine.mean(), mine - mine.mean())
    shift = theirs.mean() - turn * mine.mean()
    return np.array([[turn.real, -turn.imag, shift.real], [turn.imag, turn.real, shift.imag]])


def _fitted(ours: Points, seen: Points, before: NDArray[np.float64]) -> NDArray[np.float64]:
    """The affine matrix that brings points closest to others; with only two points, a turn, scale and shift."""
    if len(ours) < _FEWEST:
        return _similar(ours, seen)
    solved, *_ = np.linalg.lstsq(np.column_stack((ours, np.ones(len(ours)))), seen, rcond=None)
    return np.asarray(solved.T) if np.isfinite(solved).all() else before


def _seen_at_an_angle(ours: Points, seen: Points, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """The perspective matrix that maps four corners to where they are seen; with fewer, the affine one."""
    flat = np.vstack((matrix, (0, 0, 1)))
    if len(ours) != _CORNERS:
        return flat
    rows = [
        line
        for (x, y), (column, row) in zip(ours, seen, strict=True)
        for line in ((x, y, 1, 0, 0, 0, -x * column, -y * column), (0, 0, 0, x, y, 1, -x * row, -y * row))
    ]
    try:
        return np.append(np.linalg.solve(np.array(rows), seen.ravel()), 1).reshape(3, 3)
    except np.linalg.LinAlgError:
        return flat


def _is_sure(matrix: NDArray[np.float64], ours: Points, seen: Points) -> bool:
    if len(ours) < _FEWEST:
        return False
    lengths = np.hypot(matrix[0, :2], matrix[1, :2]) / _MM
    is_square = abs(float(matrix[:, 0] @ matrix[:, 1])) < 0.03 * float(np.prod(lengths)) * _MM**2
    off = np.abs(np.column_stack((ours, np.ones(len(ours)))) @ matrix.T - seen).max() / _MM
    is_even = abs(float(lengths[0] / lengths[1]) - 1) < _STRETCH
    return bool(
        is_square and is_even and off < _OFF and (_LENGTHS[0] < lengths).all() and (lengths < _LENGTHS[1]).all()
    )


def _square_near(picture: Grey, expected: NDArray[np.float64]) -> NDArray[np.float64] | None:
    """The centre of the dark, isolated square near a point; None where there is none."""
    around, half = round(_AROUND * _MM), max(2, round(SQUARE / 2 * _MM))
    column, row = (round(float(one)) for one in expected)
    top, left = max(0, row - around), max(0, column - around)
    part = picture[top : row + around, left : column + around].astype(np.float64)
    side = 2 * half + 1
    ring = half + max(2, round(0.7 * _MM))
    if min(part.shape) <= 2 * ring + 1:
        return None
    white, black = np.percentile(part, 90), float(part.min())
    if white - black < 60:
        return None
    dark = darkness(part, white, black)
    total, inset = totals(dark), ring - half
    inner = window_sums(total, side, side)[inset:-inset, inset:-inset]
    outer = window_sums(total, 2 * ring + 1, 2 * ring + 1)
    contrast = inner / side**2 - (outer - inner) / ((2 * ring + 1) ** 2 - side**2)
    best = np.unravel_index(int(contrast.argmax()), contrast.shape)
    if contrast[best] < _CLEAR:
        return None
    y, x = int(best[0]), int(best[1])
    window = dark[y : y + 2 * ring + 1, x : x + 2 * ring + 1]
    weight = np.where(window > 0.5, window, 0.0)
    rows, columns = np.mgrid[0 : window.shape[0], 0 : window.shape[1]]
    middle = np.array([(columns * weight).sum(), (rows * weight).sum()]) / weight.sum()
    middle += (left + x, top + y)
    return np.asarray(middle)
