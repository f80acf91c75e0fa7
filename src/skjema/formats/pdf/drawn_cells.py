"""Finds cells enclosed by lines on a page: cells of a table, or single boxes."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from skjema.formats.pdf.page_letters import Rectangle
from skjema.formats.pdf.page_marks import Edge

NEAR = 2.0
"""Distance in points up to which lines count as meeting."""
_SMALLEST = 5.0


class Grid(NamedTuple):
    """The cells of a page, and horizontal lines that are no edge of a cell."""

    cells: list[Rectangle]
    loose: list[Edge]


def grid_of(along: Sequence[Edge], up: Sequence[Edge]) -> Grid:
    """The smallest cells enclosed by lines, from the top and from the left, and the horizontal lines left over."""
    rows, uprights = _joined(along), _joined(up)
    cells = sorted(set(_cells(rows, uprights)), key=lambda one: (-round(one[3]), one[0]))
    return Grid(cells, [one for one in rows if not _is_side(one, cells)])


def _joined(edges: Sequence[Edge]) -> list[Edge]:
    """The lines, with overlapping and adjoining ones merged."""
    joined: list[Edge] = []
    for row in _levels(edges):
        at = sum(one.at for one in row) / len(row)
        start, end = row[0].start, row[0].end
        for one in row[1:]:
            if one.start > end + NEAR:
                joined.append(Edge(at, start, end))
                start = one.start
                end = one.end
            end = max(end, one.end)
        joined.append(Edge(at, start, end))
    return joined


def _levels(edges: Sequence[Edge]) -> Iterator[list[Edge]]:
    """Groups of lines at about the same position, each sorted by where the lines start."""
    level: list[Edge] = []
    for one in sorted(edges):
        if level and one.at - level[0].at > NEAR / 2:
            yield sorted(level, key=lambda edge: edge.start)
            level = []
        level.append(one)
    if level:
        yield sorted(level, key=lambda edge: edge.start)


def _cells(rows: Sequence[Edge], uprights: Sequence[Edge]) -> Iterator[Rectangle]:
    for number, bottom in enumerate(rows):
        above = [one for one in rows[number + 1 :] if one.at > bottom.at + _SMALLEST]
        sides = [
            one
            for one in uprights
            if one.start <= bottom.at + NEAR < one.end and bottom.start - NEAR <= one.at <= bottom.end + NEAR
        ]
        for place, left in enumerate(sides):
            if (cell := _cell(bottom, left, sides[place + 1 :], above)) is not None:
                yield cell


def _cell(bottom: Edge, left: Edge, rights: Sequence[Edge], above: Sequence[Edge]) -> Rectangle | None:
    """The cell with its lower left corner where these two lines meet; None where no lines close it."""
    for right in rights:
        if right.at - left.at < _SMALLEST:
            continue
        for top in above:
            if top.at > min(left.end, right.end) + NEAR:
                break
            if top.start - NEAR <= left.at and right.at <= top.end + NEAR:
                return left.at, bottom.at, right.at, top.at
    return None


def _is_side(edge: Edge, cells: Sequence[Rectangle]) -> bool:
    """Whether more than half of a line is the lower or upper edge of cells."""
    covered = sum(
        max(min(edge.end, right) - max(edge.start, left), 0.0)
        for left, bottom, right, top in cells
        if min(abs(edge.at - bottom), abs(edge.at - top)) <= NEAR
    )
    return covered > (edge.end - edge.start) / 2
