"""Finds the words that belong to a field on a page: its label beside or above it, and the heading."""

import re
from collections.abc import Collection, Iterable, Sequence
from statistics import median

from skjema.draft.guess import is_signed
from skjema.formats.pdf.page_texts import PageText
from skjema.text_match import match_key

Rectangle = tuple[float, float, float, float]

_LEFT, _ABOVE, _BELOW, _RIGHT = 220.0, 22.0, 14.0, 60.0
"""Greatest distances of words from their field, in points."""
_BEGINNING = 26.0
"""Greatest distance between the beginnings, or the middles, of a field and a label above it."""
_WEIGHT_ABOVE = 3.0
"""Distances upwards count this many times as much as to the left, since lines are closer than columns."""
_LAST = 30.0
"""Handicap in points of a label below a field, except that signers are named below their line."""
_ASKS_ON = 1000.0
"""Handicap of a label below that ends like a question, since it asks for what is below it."""
_ROW = 4.0
_BOX, _BEHIND = 20.0, 8.0
"""Longest side of a box to tick, and the greatest distance of its label after it."""
_SPREAD = 20.0
_HEADING = 1.18
"""Least height of a heading's letters, relative to most text on the page."""
_LONGEST_HEADING = 90
_FILLER = re.compile(r"[_.\u2026\-\s:]{3,}")


class PageWords:
    """The texts of one page, and which of them belong to a field.

    Args:
        fields: Rectangles of all fields on the page.
        is_first: Whether the largest heading of the page is the document's title.
    """

    def __init__(self, texts: Sequence[PageText], fields: Iterable[Rectangle], *, is_first: bool = True) -> None:
        self._is_first = is_first
        self._texts = [one for one in texts if match_key(_FILLER.sub(" ", one.text))]
        self._fields = list(fields)
        usual = median([one.height for one in self._texts] or [10.0])
        self._headings = [
            one
            for one in self._texts
            if one.height > usual * _HEADING and len(one.text) <= _LONGEST_HEADING and not one.text[:1].islower()
        ]

    @property
    def title(self) -> str:
        """The largest heading of the page; empty without, or if this isn't the first page."""
        headings = self._headings if self._is_first else []
        return max(headings, key=lambda one: (one.height, one.top)).text if headings else ""

    def heading(self, field: Rectangle, labels: Collection[str] = ()) -> str:
        """The nearest heading above a field, except the title and labels; empty without."""
        above = [
            one
            for one in self._headings
            if one.bottom >= field[3] - 2 and one.text != self.title and clean(one.text) not in labels
        ]
        return min(above, key=lambda one: one.bottom).text if above else ""

    def label(self, field: Rectangle, *, is_asked_below: bool = True) -> str:
        """The label of a line to write on: words in it, to its left, above it, or else below it."""
        left, bottom, right, top = field
        inside = [one for one in self._texts if one.left >= left - 2 and one.right <= right + 2 and _level(one, field)]
        if inside and top - bottom > 2 * inside[0].height:
            return clean(max(inside, key=lambda one: one.top).text)
        near: list[tuple[float, PageText]] = []
        for one in self._texts:
            if _level(one, field) and left - _LEFT <= one.right <= left + 4 and not self._between(one.right, left, one):
                near.append((max(left - one.right, 0.0), one))
            elif self._is_of_box(one):
                continue
            elif _is_over(one, field) and not self._over(top, one):
                near.append((max(one.bottom - top, 0.0) * _WEIGHT_ABOVE + abs(one.left - left) / 20, one))
            elif is_asked_below and _is_under(one, field) and not self._under(bottom, one):
                is_of_line = is_signed(one.text) and not self._leads_to_line(one)
                weight = _ASKS_ON if _asks(one.text) else -_ABOVE if is_of_line else _LAST
                near.append((weight + max(bottom - one.top, 0.0), one))
        return clean(min(near, key=lambda pair: pair[0])[1].text) if near else ""

    def beside(self, box: Rectangle) -> str:
        """The label of a box to tick: words to its right, or else as for a line."""
        _, _, right, _ = box
        texts = [one for one in self._texts if _level(one, box) and self._is_behind(one, right)]
        middle = (box[1] + box[3]) / 2
        # the nearest line first, since rows of boxes may be closer than the boxes are high
        nearest = (
            min((round(abs((one.bottom + one.top) / 2 - middle) / _ROW), one.left, one.text) for one in texts)
            if texts
            else None
        )
        return clean(nearest[2]) if nearest else self.label(box) or self._far_left(box)

    def _far_left(self, box: Rectangle) -> str:
        """The words before a box if they are all that is on its line: a statement to tick at its end."""
        level = [one for one in self._texts if _level(one, box)]
        return clean(level[0].text) if len(level) == 1 and level[0].right < box[0] else ""

    def left_of(self, box: Rectangle) -> list[PageText]:
        """The texts on the line before a box, after any other field, from left to right."""
        texts = (one for one in self._texts if _level(one, box) and box[0] - _LEFT <= one.right <= box[0] + 4)
        return sorted((one for one in texts if not self._between(one.right, box[0], one)), key=lambda one: one.left)

    def right_of(self, box: Rectangle, end: Rectangle | None) -> list[PageText]:
        """The texts on the line between a box and the next; without a next one, only the text right after the box."""
        behind = sorted(
            (one for one in self._texts if _level(one, box) and self._is_behind(one, box[2], end)),
            key=lambda one: one.left,
        )
        return behind if end else behind[:1]

    def is_parted(self, box: Rectangle, other: Rectangle) -> bool:
        """Whether another field stands between two boxes on a line."""
        return any(
            box[2] - 1 <= left and right <= other[0] + 1 and bottom < box[3] and top > box[1] and right - left > 2
            for left, bottom, right, top in self._fields
        )

    def _is_of_box(self, text: PageText) -> bool:
        """Whether a text stands right after a box to tick, and so is that box's label."""
        return any(
            right - left <= _BOX and top - bottom <= _BOX and _level(text, (left, bottom, right, top))
            and -1 <= text.left - right <= _BEHIND
            for left, bottom, right, top in self._fields
        )  # fmt: skip

    def _under(self, edge: float, text: PageText) -> bool:
        """Whether another field stands between a field and a text below it, or right below that text."""
        return any(
            left < text.right and right > text.left and text.bottom - _ABOVE / 2 <= top <= edge + 1 and top > bottom
            for left, bottom, right, top in self._fields
        )

    def cleaned(self, text: PageText) -> str:
        """A text as a label."""
        return clean(text.text)

    def above(self, field: Rectangle) -> str:
        """The text right above a field, unchanged; empty without."""
        over = [one for one in self._texts if _is_over(one, field) and not self._leads_to_line(one)]
        return min(over, key=lambda one: one.bottom).text.strip() if over else ""

    def _leads_to_line(self, text: PageText) -> bool:
        """Whether a line to write on begins right after a text, and so belongs to it."""
        return any(
            _level(text, one) and -2 <= one[0] - text.right <= _BEHIND and one[2] - one[0] > _BOX
            for one in self._fields
        )

    def _is_behind(self, text: PageText, edge: float, end: Rectangle | None = None) -> bool:
        """Whether a text stands right after a box; letters may be reported to begin a little before it."""
        if end and text.left >= end[0] - 2:
            return False
        return (
            -_SPREAD <= text.left - edge <= (end[0] - edge if end else _RIGHT)
            and text.right > edge + 8
            and not self._between(edge, text.left, text)
        )

    def _between(self, start: float, end: float, text: PageText) -> bool:
        """Whether another field stands between a text and a field on a line."""
        return any(
            start - 1 <= left and right <= end + 1 and right - left > 2 and bottom < text.top and top > text.bottom
            for left, bottom, right, top in self._fields
        )

    def _over(self, edge: float, text: PageText) -> bool:
        """Whether another field stands between a text and the field below it."""
        return any(
            left < text.right and right > text.left and bottom >= edge - 1 and top <= text.bottom + 4 and top > bottom
            for left, bottom, right, top in self._fields
        )


def _asks(text: str) -> bool:
    return text.rstrip().endswith((":", "?"))


def _level(text: PageText, field: Rectangle) -> bool:
    """Whether a text stands on the line of a field."""
    middle = (text.bottom + text.top) / 2
    return field[1] - 2 <= middle <= field[3] + 2


def _is_over(text: PageText, field: Rectangle) -> bool:
    """Whether a text stands right above a field, at its beginning or centred."""
    is_above = text.left < field[2] and text.right > field[0] and -4 <= text.bottom - field[3] <= _ABOVE
    middle = abs(text.left + text.right - field[0] - field[2]) / 2
    return is_above and (abs(text.left - field[0]) <= _BEGINNING or middle <= _BEGINNING)


def _is_under(text: PageText, field: Rectangle) -> bool:
    """Whether a text stands right below a field, at its beginning or centred."""
    farthest = _ABOVE if is_signed(text.text) else _BELOW
    is_below = text.left < field[2] and text.right > field[0] and -2 <= field[1] - text.top <= farthest
    middle = abs(text.left + text.right - field[0] - field[2]) / 2
    return is_below and min(abs(text.left - field[0]), middle) <= _BEGINNING


def clean(text: str) -> str:
    """A label without the dots or strokes that draw a line after it."""
    return _FILLER.sub(" ", text).strip(" :*_.")
