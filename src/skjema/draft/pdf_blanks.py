"""Finds places to fill in that a page only draws: lines, boxes, empty cells and boxes to tick, with their labels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from skjema.draft.answer_kinds import are_days
from skjema.draft.box_answers import YES_NO_WORDS, BoxAnswers, are_denied, are_yes_no
from skjema.draft.guess import is_signed
from skjema.draft.nearby import PageWords, clean
from skjema.draft.pdf_box_lines import answers_on_line
from skjema.draft.pdf_cells import Cells
from skjema.draft.pdf_strokes import strokes_of
from skjema.formats.pdf.drawn_cells import grid_of
from skjema.formats.pdf.page_letters import Rectangle
from skjema.formats.pdf.page_marks import PageMarks, is_tick_size
from skjema.formats.pdf.page_texts import PageText
from skjema.text_match import match_key

_COMB = 4
"""Least number of adjacent boxes that are one field with a letter in each."""
_ROWS = "Rader"
"""Name of a table without a heading."""
_APART = 1.5
"""Greatest gap between groups of one number, in box widths."""
_LEVEL = 3.0
_LARGEST = 12.0
"""Longest side of a box that is placed in a cell."""
_TALL = 34.0
"""Height in points from which a box has room for several lines."""
_WIDE = 100.0
"""Least width of such a box, except for square ones: a cell may be high because of the cells beside it."""
_FAR = 150.0
"""Greatest distance between boxes of one question, in points."""


@dataclass(slots=True)
class Blank:
    """A drawn place to fill in.

    Attributes:
        places: Its rectangle; for a question with several boxes, one for each answer.
        answers: Label of each box of a question.
        comb: Number of cells for single letters; 0 for a plain line.
        table: Name of the table that it stands in; empty without.
        row: Number of its row in that table.
    """

    kind: Literal["text", "longtext", "tick", "radio"]
    page: int
    places: list[Rectangle]
    label: str = ""
    answers: list[str] = field(default_factory=list)
    comb: int = 0
    table: str = ""
    row: int = 0


def blanks_of(page: int, texts: Sequence[PageText], marks: PageMarks) -> list[Blank]:
    """The places to fill in on a page, in reading order; those without words to explain them have no label."""
    reader = _Reader(page, texts, marks)
    return sorted(reader.blanks(), key=lambda one: (-round(one.places[0][3] / 6), one.places[0][0]))


class _Reader:
    def __init__(self, page: int, texts: Sequence[PageText], marks: PageMarks) -> None:
        self._page, self._texts, self._marks = page, texts, marks
        grid = grid_of(marks.along, marks.up)
        small = [one for one in (*grid.cells, *marks.boxes) if self._is_empty(one)]
        combs = [comb for comb in _combs(small) if not self._are_headed(comb)]
        taken = [box for comb in combs for box in comb]
        squares = [one for one in small if is_tick_size(one[2] - one[0], one[3] - one[1]) and one not in taken]
        self._combs = [(_around(comb), len(comb)) for comb in combs]
        self._ticks = _apart([*marks.ticks, *squares])
        used = [*self._ticks, *taken]
        self._cells = Cells(
            [one for one in grid.cells if not any(_overlap(one, box) > 0.6 for box in used)], texts, used
        )
        self._strokes = strokes_of(grid.loose, marks, texts)

    def _is_empty(self, box: Rectangle) -> bool:
        return not any(_is_within(one, box) for one in self._texts)

    def _are_headed(self, boxes: Sequence[Rectangle]) -> bool:
        """Whether each box stands below a column heading, as in a table; a single letter above a box is only a hint."""
        top = boxes[0][3]
        above = [one for one in self._texts if one.bottom >= top - 1 and len(one.text.strip()) > 1]
        nearest = [min((one.bottom for one in above if _is_over(one, box)), default=None) for box in boxes]
        found = [one for one in nearest if one is not None]
        return len(found) == len(boxes) and max(found) - min(found) <= _LEVEL

    def blanks(self) -> Iterator[Blank]:
        lines = [(place, 0) for place in (*self._cells.rooms, *self._strokes)] + self._combs
        words = PageWords(self._texts, [*(place for place, _ in lines), *self._ticks], is_first=not self._page)
        rows = list(self._rows_of_crosses())
        crossed = {_inner_of(place, self._cells.rooms) for one in rows for place in one.places}
        for place, comb in lines:
            told = self._cells.told(place)
            if place in crossed or (told and told.table and is_signed(told.label)):
                continue  # ticked or signed by hand, row by row
            label = words.label(self._strokes.get(place, place)) if told is None else told.label
            label = self._label_of_rest(place, words) if comb and not label else label
            is_tall = _height(place) >= _TALL and _width(place) >= min(_height(place), _WIDE)
            kind: Literal["text", "longtext"] = "longtext" if is_tall and not comb else "text"
            table = (self._cells.heading(told.table) or words.heading(place) or _ROWS) if told and told.table else ""
            yield Blank(kind, self._page, [place], label, comb=comb, table=table, row=told.row if told else 0)
        yield from self._questions(words)
        yield from rows

    def _label_of_rest(self, place: Rectangle, words: PageWords) -> str:
        """The label of letter boxes that continue a number to their left."""
        before = [one for one, _ in self._combs if one[2] < place[0] and abs(one[1] - place[1]) <= _LEVEL]
        nearest = max(before, default=None)
        near = _APART * _height(place)
        if nearest is None or place[0] - nearest[2] > near:
            return ""
        return words.label(nearest) or self._label_of_rest(nearest, words)

    # -- boxes to tick

    def _rows_of_crosses(self) -> Iterator[Blank]:
        """Table rows with columns «Ja» and «Nei» to cross: a box is placed in the middle of each cell."""
        rows: dict[tuple[str, int], dict[Rectangle, str]] = {}
        for place in self._cells.rooms:
            if (told := self._cells.told(place)) and match_key(told.head) in YES_NO_WORDS:
                rows.setdefault((told.name, round(place[1])), {})[place] = told.head
        for (name, _), heads in rows.items():
            if are_yes_no(list(heads.values())):
                yield Blank("radio", self._page, list(map(_square_in, heads)), name, list(heads.values()))

    def _questions(self, words: PageWords) -> Iterator[Blank]:
        for level in _levels(self._ticks):
            for boxes in self._asked(level):
                found = answers_on_line(boxes, words) if len(boxes) > 1 else None
                heads = self._cells.heads_of(boxes) if len(boxes) > 1 and not found else []
                answers = found.answers if found else heads or [self._beside(one, words) for one in boxes]
                question = self._cells.asked_in_cell(boxes) or self._question(boxes[0], words, found)
                question = question if len(boxes) > 1 else ""
                if found and not question and are_yes_no(found.answers):
                    rest = " ".join(one.text for one in words.right_of(boxes[-1], None))
                    told = "" if match_key(rest) == match_key(found.answers[-1]) else rest
                    question = clean(f"{' / '.join(found.answers)} {told}")
                elif found and not question and are_denied(found.answers):
                    question = " / ".join(map(clean, found.answers))
                if found and not found.is_sure:
                    # without labels, so that they are reported, and no box is ticked for a wrong answer
                    yield from (Blank("tick", self._page, [one]) for one in boxes)
                elif question and are_days(answers):
                    for one, answer in zip(boxes, answers, strict=True):
                        yield Blank("tick", self._page, [one], f"{question}: {clean(answer)}")
                elif question:
                    yield Blank("radio", self._page, boxes, question, list(map(clean, answers)))
                else:
                    yield from (
                        Blank("tick", self._page, [one], clean(answer))
                        for one, answer in zip(boxes, answers, strict=True)
                    )

    def _beside(self, box: Rectangle, words: PageWords) -> str:
        return self._cells.beside_box(box) or words.beside(box)

    def _asked(self, level: list[Rectangle]) -> Iterator[list[Rectangle]]:
        """Boxes on a line grouped by question: text that ends like a question begins another."""
        group = level[:1]
        for before, box in pairwise(level):
            between = [one for one in self._texts if _is_beside(one, before) and before[2] - 2 <= one.left < box[0]]
            if len(between) > 1 or box[0] - before[2] > _FAR:
                yield group
                group = []
            group.append(box)
        yield group

    def _question(self, box: Rectangle, words: PageWords, found: BoxAnswers | None) -> str:
        """The question for boxes on a line: words before the first, in the cell before it, or above."""
        before = [one for one in self._texts if _is_beside(one, box) and one.right <= box[0] + 2]
        if found and found.question:
            return clean(found.question.rpartition("  ")[2])
        if before and not found:
            return words.cleaned(max(before, key=lambda one: one.right))
        above = words.above(box)
        return above if above.endswith(("?", ":")) else ""


def _square_in(place: Rectangle) -> Rectangle:
    """The largest box to tick that fits in the middle of a cell."""
    half = min(_width(place), _height(place), _LARGEST) / 2
    across, along = (place[0] + place[2]) / 2, (place[1] + place[3]) / 2
    return across - half, along - half, across + half, along + half


def _inner_of(square: Rectangle, rooms: Sequence[Rectangle]) -> Rectangle | None:
    """The place in a cell that contains a square."""
    return next((one for one in rooms if _overlap(square, one) > 0.9), None)


def _combs(boxes: Sequence[Rectangle]) -> Iterator[list[Rectangle]]:
    """Groups of adjacent boxes of equal size, for one letter each."""
    for level in _levels(_apart(boxes)):
        rows: list[list[Rectangle]] = []
        for box in level:
            if _width(box) > _height(box) * 1.5:
                continue
            is_next = rows and abs(box[0] - rows[-1][-1][2]) < _LEVEL and _are_as_wide(box, rows[-1][-1])
            rows = [*rows[:-1], [*rows[-1], box]] if is_next else [*rows, [box]]
        long = [row for row in rows if len(row) >= _COMB]
        # «4 + 2 + 5»: a group of two boxes between others of the same number
        yield from (row for row in rows if row in long or (len(row) > 1 and any(_goes_on(one, row) for one in long)))


def _goes_on(comb: Sequence[Rectangle], other: Sequence[Rectangle]) -> bool:
    """Whether boxes a little to the right of a comb continue it."""
    gap = other[0][0] - comb[-1][2]
    is_level = abs(other[0][1] - comb[-1][1]) <= _LEVEL and _are_as_wide(comb[-1], other[0])
    return is_level and 0 < gap <= _APART * _width(comb[-1])


def _are_as_wide(box: Rectangle, other: Rectangle) -> bool:
    return abs(_width(box) - _width(other)) < _LEVEL


def _levels(boxes: Sequence[Rectangle]) -> Iterator[list[Rectangle]]:
    """Boxes grouped by line, from top to bottom and left to right."""
    level: list[Rectangle] = []
    for box in sorted(boxes, key=lambda one: -one[1]):
        if level and level[0][1] - box[1] > _LEVEL:
            yield sorted(level)
            level = []
        level.append(box)
    if level:
        yield sorted(level)


def _apart(boxes: Sequence[Rectangle]) -> list[Rectangle]:
    """The boxes without duplicates, and without boxes inside others."""
    found: list[Rectangle] = []
    for box in sorted(boxes, key=lambda one: -_width(one) * _height(one)):
        if all(_overlap(box, one) < 0.5 for one in found):
            found.append(box)
    return found


def _overlap(box: Rectangle, other: Rectangle) -> float:
    """The share of the first box that lies within the second, from 0 to 1."""
    across = max(min(box[2], other[2]) - max(box[0], other[0]), 0.0)
    along = max(min(box[3], other[3]) - max(box[1], other[1]), 0.0)
    return across * along / max(_width(box) * _height(box), 0.01)


def _around(boxes: Sequence[Rectangle]) -> Rectangle:
    return boxes[0][0], min(one[1] for one in boxes), boxes[-1][2], max(one[3] for one in boxes)


def _is_within(text: PageText, box: Rectangle) -> bool:
    across, along = (text.left + text.right) / 2, (text.bottom + text.top) / 2
    return box[0] - 1 <= across <= box[2] + 1 and box[1] - 1 <= along <= box[3] + 1


def _is_over(text: PageText, box: Rectangle) -> bool:
    """Whether a text stands within the column of a box."""
    return box[0] - 1 <= text.left and text.right <= box[2] + 1


def _is_beside(text: PageText, box: Rectangle) -> bool:
    return box[1] - 3 <= (text.bottom + text.top) / 2 <= box[3] + 3


def _width(box: Rectangle) -> float:
    return box[2] - box[0]


def _height(box: Rectangle) -> float:
    return box[3] - box[1]
