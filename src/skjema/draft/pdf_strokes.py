"""Finds lines to write on: rows of underscores or points, and drawn lines with a label."""

from collections.abc import Iterator, Sequence
from statistics import median

from skjema.formats.pdf.page_letters import Rectangle
from skjema.formats.pdf.page_marks import Edge, PageMarks
from skjema.formats.pdf.page_texts import PageText

_SHORTEST = 28.0
_LEFT, _BELOW = 220.0, 14.0
"""Greatest distances of a label from its line, in points."""
_TALLEST, _LEAST = 18.0, 8.0
"""Limits of the height of the room above a line, in points."""
_STACKED = 34.0
"""Greatest distance between lines of one text."""
_HEADING = 1.18
_SHORTER = 0.6
"""Least length of the first of several lines, relative to the others, for a text to begin on it."""
_LONGEST = 60
_SAME = 6.0
_LEADING = 1.35
"""Greatest distance between lines of a sentence, in heights of its type."""


def strokes_of(lines: Sequence[Edge], marks: PageMarks, texts: Sequence[PageText]) -> dict[Rectangle, Rectangle]:
    """The room above each line to write on, by the room that its label stands beside, which is usually the same.

    Lines below one another that are for one text have one room; if the first is much shorter, as after a label, the
    room is above the other lines only.

    Args:
        lines: Lines that are no edge of a cell.
    """
    return dict(_Finder(lines, marks, texts).rooms())


class _Finder:
    def __init__(self, lines: Sequence[Edge], marks: PageMarks, texts: Sequence[PageText]) -> None:
        self._texts = texts
        rows = [Edge(bottom + (top - bottom) * 0.12, left, right) for left, bottom, right, top in marks.blanks]
        self._rows = _merged(rows)
        drawn = [
            one
            for one in lines
            if one.end - one.start >= _SHORTEST and not any(_is_same(one, row) for row in self._rows)
        ]
        self._usual = median([one.height for one in texts] or [10.0])
        self._drawn = [cut for one in drawn if (cut := self._after_label(one)) is not None]
        self._width = max((one.end for one in drawn), default=0) - min((one.start for one in drawn), default=0)

    def rooms(self) -> Iterator[tuple[Rectangle, Rectangle]]:
        for stack in self._stacks():
            if len(stack) > 1 or stack[0] in self._rows or self._is_labelled(stack[0]):
                top = stack[0].at + self._height(stack[0])
                first = stack[0].start, stack[0].at, stack[0].end, top
                others = stack[1:] if len(stack) > 1 and _width(stack[0]) < _SHORTER * _width(stack[1]) else stack
                start = max(one.start for one in others)
                yield (start, stack[-1].at, stack[0].end, top if others is stack else stack[0].at - 1), first

    def _stacks(self) -> Iterator[list[Edge]]:
        """Groups of lines for one text: below one another, equally long, with nothing in between."""
        waiting = sorted([*self._rows, *self._drawn], key=lambda one: (-one.at, one.start))
        while waiting:
            stack = [waiting.pop(0)]
            for one in list(waiting):
                if self._goes_on(stack, one):
                    stack.append(one)
                    waiting.remove(one)
            yield stack

    def _goes_on(self, stack: Sequence[Edge], line: Edge) -> bool:
        last = stack[-1]
        is_alike = abs(last.end - line.end) <= _SAME and (
            abs(last.start - line.start) <= _SAME or (len(stack) == 1 and line.start < last.start)
        )
        is_near = 4 < last.at - line.at <= _STACKED
        words = [
            one
            for one in self._texts
            if one.left < line.end and one.right > line.start and line.at - 2 < one.bottom < last.at - 2
        ]
        is_wide = line.end - line.start >= 3 * _SHORTEST
        return is_alike and is_near and not words and is_wide and not self._is_asked_itself(line)

    def _is_asked_itself(self, line: Edge) -> bool:
        """Whether a line has words of its own before it, other than the end of a label from further up."""
        found = [one for one in self._before(line) if not self._is_parted(one, line)]
        return bool(found) and not self._is_rest(max(found, key=lambda one: one.right))

    def _before(self, line: Edge) -> Iterator[PageText]:
        """The words on a line, shortly before its beginning."""
        for one in self._texts:
            middle = (one.bottom + one.top) / 2
            if line.at - 4 <= middle <= line.at + 12 and line.start - _LEFT <= one.right <= line.start + 4:
                yield one

    def _is_parted(self, text: PageText, line: Edge) -> bool:
        """Whether another line stands between words and a line."""
        return any(
            abs(one.at - line.at) < _SAME and text.right - 2 <= one.start and one.end <= line.start + 2
            for one in (*self._rows, *self._drawn)
        )

    def _is_rest(self, text: PageText) -> bool:
        """Whether a text continues one that stands as close above it as the lines of a sentence."""
        return text.text[:1].islower() and any(
            abs(one.left - text.left) < _SAME and 0 < one.bottom - text.bottom <= _LEADING * text.height
            for one in self._texts
        )

    def _height(self, line: Edge) -> float:
        """The height of the room above a line, up to the next text or line."""
        edges = [
            one.bottom
            for one in self._texts
            if one.left < line.end - 1 and one.right > line.start + 1 and one.top > line.at + 2
        ]
        edges += [
            one.at
            for one in (*self._rows, *self._drawn)
            if one.start < line.end and one.end > line.start and one.at > line.at + 2
        ]
        room = min((edge - line.at - 1 for edge in edges), default=_TALLEST)
        return max(min(room, _TALLEST), _LEAST)

    def _after_label(self, line: Edge) -> Edge | None:
        """A line without the part below its label; None for one that underlines words, or divides a page."""
        on = [
            one
            for one in self._texts
            if -2 <= one.bottom - line.at <= 5 and one.left < line.end and one.right > line.start
        ]
        if not on:
            return line
        last = max(on, key=lambda one: one.right)
        is_heading = any(one.height > self._usual * _HEADING for one in on)
        rest = Edge(line.at, last.right + 3, line.end)
        is_label = last.text.rstrip().endswith(":") or rest.end - rest.start > 0.5 * (line.end - line.start)
        is_left = abs(min(one.left for one in on) - line.start) < _SAME * 2
        return rest if is_left and is_label and not is_heading and rest.end - rest.start >= _SHORTEST else None

    def _is_labelled(self, line: Edge) -> bool:
        """Whether there are words for a drawn line: before it, or below its beginning."""
        return any(self._before(line)) or any(self._is_below(one, line) for one in self._texts)

    def _is_below(self, text: PageText, line: Edge) -> bool:
        middle, width = (text.left + text.right) / 2, text.right - text.left
        is_there = -1 <= line.at - text.top <= _BELOW and len(text.text) <= _LONGEST and width < line.end - line.start
        is_placed = abs(text.left - line.start) < 3 * _SAME or abs(middle - (line.start + line.end) / 2) < 3 * _SAME
        return is_there and is_placed and text.height <= self._usual * _HEADING and not self._is_rule(line)

    def _is_rule(self, line: Edge) -> bool:
        """Whether a line is as long as the page is wide, and thus divides the page."""
        left, right = min(one.left for one in self._texts), max(one.right for one in self._texts)
        return line.end - line.start > 0.9 * max(self._width, right - left)


def _width(line: Edge) -> float:
    return line.end - line.start


def _merged(rows: Sequence[Edge]) -> list[Edge]:
    """Rows of underscores, with adjacent pieces merged."""
    found: list[Edge] = []
    for row in sorted(rows, key=lambda one: (-round(one.at), one.start)):
        if found and abs(found[-1].at - row.at) < 1.5 and -2 < row.start - found[-1].end < 2:
            found[-1] = Edge(row.at, found[-1].start, row.end)
        else:
            found.append(row)
    return found


def _is_same(line: Edge, row: Edge) -> bool:
    return abs(line.at - row.at) < 4 and line.start < row.end and line.end > row.start
