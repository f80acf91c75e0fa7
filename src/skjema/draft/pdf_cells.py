"""Finds cells on a page to write in, empty or with room below their label, and labels them by the cells around."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from skjema.draft.nearby import clean
from skjema.formats.pdf.page_letters import Rectangle
from skjema.formats.pdf.page_texts import PageText
from skjema.text_match import match_key

_NEAR = 3.0
_LOWEST, _NARROWEST = 8.0, 18.0
"""Least height and width of a place to write, in points."""
_ROOM = 9.5
"""Least height of the room below a label in a cell."""
_TALLEST = 70.0
"""Greatest height of a cell that holds one question with its boxes."""
_LONGEST = 90
_BORDER = 1.0
_NUMBER = re.compile(r"\d{1,2}[.)]?")
_INDENT = 3.0
"""Distance of text from the edge of a cell."""


_LEFT, _BOTTOM, _RIGHT, _TOP = range(4)


class _Index:
    """Cells by the position of one of their edges."""

    def __init__(self, cells: Sequence[Rectangle], edge: int) -> None:
        self._edge = edge
        self._cells: dict[int, list[Rectangle]] = {}
        for one in cells:
            self._cells.setdefault(round(one[edge] / _NEAR), []).append(one)

    def near(self, place: float) -> list[Rectangle]:
        """The cells whose edge is near a position."""
        around = round(place / _NEAR)
        found = (one for at in (around - 1, around, around + 1) for one in self._cells.get(at, ()))
        return [one for one in found if abs(one[self._edge] - place) <= _NEAR]


class Told(NamedTuple):
    """What the cells around an empty cell say about it.

    Attributes:
        table: Number of the table on its page, from 1; 0 outside of tables.
        row: Number of the row, from 1, among similar rows.
        name: Name of the row, in a table with row names and headings.
        head: Heading of the column, likewise.
    """

    label: str
    table: int = 0
    row: int = 0
    name: str = ""
    head: str = ""


class Cells:
    """The cells of a page.

    Args:
        used: Boxes to tick and other places, which occupy the cell that they stand in.
    """

    def __init__(self, cells: Sequence[Rectangle], texts: Sequence[PageText], used: Sequence[Rectangle]) -> None:
        self.all = list(cells)
        self._at = [_Index(cells, edge) for edge in range(4)]
        self._heads: dict[Rectangle, tuple[Rectangle | None, int]] = {}
        self._texts = {
            cell: [one for one in texts if _holds(cell, one.left, one.bottom, one.right, one.top)] for cell in cells
        }
        self._is_used = {cell: any(_holds(cell, *box) for box in used) for cell in cells}
        self._told: dict[Rectangle, Told | None] = {}
        self._tables: dict[tuple[int, ...], int] = {}
        for cell in cells:
            if self._is_blank(cell) and not self._is_corner(cell):
                self._told[_inner(cell)] = self._of_blank(cell)
        for cell in cells:
            if room := self._room(cell):
                self._told[room] = Told(self._words(cell))

    @property
    def rooms(self) -> list[Rectangle]:
        """The rectangles to write in."""
        return list(self._told)

    def told(self, room: Rectangle) -> Told | None:
        """What the cells say about a place to write; None without."""
        return self._told.get(room)

    def _is_blank(self, cell: Rectangle) -> bool:
        is_large = cell[2] - cell[0] >= _NARROWEST and cell[3] - cell[1] >= _LOWEST
        return is_large and not self._texts[cell] and not self._is_used[cell]

    def _words(self, cell: Rectangle) -> str:
        """The text of a cell on one line; empty if it is too long for a label."""
        pieces = sorted(self._texts[cell], key=lambda one: (-round(one.bottom / 3), one.left))
        words = clean(" ".join(one.text for one in pieces))
        return words if match_key(words) and len(words) <= _LONGEST else ""

    # -- empty cells

    def _of_blank(self, cell: Rectangle) -> Told | None:
        left = self._left(cell)
        beside = self._words(left) if left and not self._is_used[left] else ""
        head, row = self._head(cell)
        name = self._name_of_row(cell)
        if head is not None and _NUMBER.fullmatch(name) and int(name.rstrip(".)")) == row:
            return Told(self._words(head), self._table(head), row)
        if head is not None and name and self._is_row(cell, head, beside=True):
            words = self._words(head)
            return Told(f"{name}: {words}", name=name, head=words)
        if head is not None and self._is_row(cell, head, beside=bool(beside)):
            if row > 1 or self._is_blank_below(cell):
                return Told(self._words(head), self._table(head), row)
            return Told(self._words(head))
        return Told(beside) if beside else None

    def _name_of_row(self, cell: Rectangle) -> str:
        """The text of the first cell in a row, if no other cell up to this one has text."""
        row = sorted(one for one in self._row(cell) if one[0] < cell[0])
        return self._words(row[0]) if row and not any(self._texts[one] for one in row[1:]) else ""

    def _is_corner(self, cell: Rectangle) -> bool:
        """Whether a cell is the corner between the headings of columns and the names of rows."""
        row = [one for one in self._row(cell) if one != cell]
        below = next((one for one in self._at[_TOP].near(cell[_BOTTOM]) if _is_same_column(one, cell)), None)
        is_first = bool(row) and all(one[0] > cell[0] and self._words(one) for one in row)
        return is_first and below is not None and bool(self._texts[below])

    def beside_box(self, box: Rectangle) -> str:
        """The text of the cell to the right of one that holds only a box to tick; empty without."""
        around = next((one for one in self.all if _holds(one, *box) and not self._texts[one]), None)
        right = () if around is None else self._at[_LEFT].near(around[_RIGHT])
        return next((self._words(one) for one in right if around and abs(one[_BOTTOM] - around[_BOTTOM]) <= _NEAR), "")

    def asked_in_cell(self, boxes: Sequence[Rectangle]) -> str:
        """The text above boxes to tick in the same cell; empty without."""
        whole = boxes[0][0], boxes[0][1], boxes[-1][2], boxes[-1][3]
        cells = [one for one in self.all if _holds(one, *whole) and one[3] - one[1] <= _TALLEST]
        cell = min(cells, key=lambda one: one[2] - one[0], default=None)
        own = self._texts[cell] if cell else []
        above = [one for one in own if one.bottom >= whole[3] - 2]
        is_led = any(one.right <= whole[0] and one.top > whole[1] and one.bottom < whole[3] for one in own)
        return "" if is_led or not above else clean(min(above, key=lambda one: one.bottom).text)

    def heads_of(self, boxes: Sequence[Rectangle]) -> list[str]:
        """The column headings of boxes to tick in cells of their own; empty if one has no heading."""
        heads = [self._head_of_box(box) for box in boxes]
        return heads if all(heads) and len(set(heads)) == len(heads) else []

    def _head_of_box(self, box: Rectangle) -> str:
        cell = next((one for one in self.all if _holds(one, *box)), None)
        while cell is not None and not self._texts[cell]:
            cell = self._above(cell)
        return "" if cell is None or _holds(cell, *box) else self._words(cell)

    def _left(self, cell: Rectangle) -> Rectangle | None:
        beside = self._at[_RIGHT].near(cell[_LEFT])
        return next((one for one in beside if one[1] - _NEAR <= cell[1] and cell[3] <= one[3] + _NEAR), None)

    def _above(self, cell: Rectangle) -> Rectangle | None:
        return next((one for one in self._at[_BOTTOM].near(cell[_TOP]) if _is_same_column(one, cell)), None)

    def _is_blank_below(self, cell: Rectangle) -> bool:
        below = next((one for one in self._at[_TOP].near(cell[_BOTTOM]) if _is_same_column(one, cell)), None)
        return below is not None and self._is_blank(below)

    def _head(self, cell: Rectangle) -> tuple[Rectangle | None, int]:
        """The heading cell of an empty cell's column, and the number of the row below it."""
        if cell not in self._heads:  # asked from the top of the page, so that the cell above is known
            above = self._above(cell)
            if above is not None and self._is_blank(above):
                head, row = self._heads.get(above) or self._head(above)
                self._heads[cell] = head, row + 1
            else:
                is_head = above is not None and self._words(above) and not self._is_used[above]
                self._heads[cell] = (above if is_head else None), 1
        return self._heads[cell]

    def _row(self, cell: Rectangle) -> list[Rectangle]:
        """The cells in the row of a cell that are as high, and the cell itself."""
        return [one for one in self._at[_BOTTOM].near(cell[_BOTTOM]) if abs(one[_TOP] - cell[_TOP]) <= _NEAR]

    def _is_row(self, cell: Rectangle, head: Rectangle, *, beside: bool) -> bool:
        """Whether a cell is in a table row: its neighbours have headings too, and no labels of their own."""
        row = self._row(cell)
        blank = [one for one in row if self._is_blank(one)]
        if not beside:
            return True
        headed = [one for one in blank if self._head(one)[0] is not None]
        labels = [one for one in row if self._texts[one]]
        return len(headed) == len(blank) > 1 and len(labels) == 1 and abs(head[1] - self._above_all(blank)) <= _NEAR

    def _above_all(self, cells: Sequence[Rectangle]) -> float:
        heads = [head for cell in cells if (head := self._head(cell)[0]) is not None]
        return min((one[1] for one in heads), default=0.0)

    def _table(self, head: Rectangle) -> int:
        key = (round(head[1] / 4), round(head[3] / 4))
        return self._tables.setdefault(key, len(self._tables) + 1)

    def heading(self, table: int) -> str:
        """The text of the row above a table's headings that spans the table; empty without."""
        ((bottom, top),) = (key for key, number in self._tables.items() if number == table)
        over = [one for one in self.all if abs(one[1] - top * 4) <= 2 * _NEAR and one[3] > bottom * 4]
        return self._words(over[0]) if len(over) == 1 else ""

    # -- cells with their label in them

    def _room(self, cell: Rectangle) -> Rectangle | None:
        """The room below the label of a cell; None without, or if the label belongs to another cell."""
        texts = self._texts[cell]
        if not texts or self._is_used[cell] or not self._words(cell) or self._is_labelling(cell):
            return None
        lowest = min(one.bottom for one in texts)
        height = lowest - _BORDER - cell[1]
        is_at_top = cell[3] - max(one.top for one in texts) < max(height / 2, 4)
        if height >= _ROOM and is_at_top and lowest > (cell[1] + cell[3]) / 2 and self._is_alone(cell):
            return (cell[0] + 2, cell[1] + _BORDER, cell[2] - 2, lowest - _BORDER)
        ends = max(one.right for one in texts)
        if len(texts) == 1 and texts[0].text.endswith(":") and cell[2] - ends >= 3 * _NARROWEST:
            return (ends + 3, cell[1] + _BORDER, cell[2] - 2, cell[3] - _BORDER)
        return None

    def _is_labelling(self, cell: Rectangle) -> bool:
        """Whether a cell's words are the label of an empty cell to its right or below it."""
        beside = self._at[_LEFT].near(cell[_RIGHT])
        to_right = any(
            self._is_blank(one) and cell[1] - _NEAR <= one[1] and one[3] <= cell[3] + _NEAR for one in beside
        )
        return to_right or self._is_blank_below(cell)

    def _is_alone(self, cell: Rectangle) -> bool:
        """Whether no neighbouring cell has text for the whole height, in which case this cell would just be short."""
        row = [one for one in self._row(cell) if one != cell]
        return not any(
            min(text.bottom for text in self._texts[one]) < (cell[1] + cell[3]) / 2 for one in row if self._texts[one]
        )


def _holds(cell: Rectangle, left: float, bottom: float, right: float, top: float) -> bool:
    across, along = (left + right) / 2, (bottom + top) / 2
    return cell[0] - 1 <= across <= cell[2] + 1 and cell[1] - 1 <= along <= cell[3] + 1


def _is_same_column(one: Rectangle, other: Rectangle) -> bool:
    return abs(one[0] - other[0]) <= _NEAR and abs(one[2] - other[2]) <= _NEAR


def _inner(cell: Rectangle) -> Rectangle:
    left, bottom, right, top = cell
    return left + _INDENT, bottom + _BORDER / 2, right - _BORDER, top - _BORDER / 2
