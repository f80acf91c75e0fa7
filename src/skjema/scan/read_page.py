"""Reads one page of a stack: which paper it belongs to, how it lies on the scan, and what stands in its places."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from skjema.layout.code_place import CODE
from skjema.layout.paper import Paper
from skjema.records.page_code import PageCode
from skjema.records.paper_layout import PaperBox, PaperLayout
from skjema.records.printed_page import PrintedPage
from skjema.scan.blank_page import is_blank
from skjema.scan.find_code import FoundCode, find_codes
from skjema.scan.marks import BoxMark, read_marks
from skjema.scan.pages import DOTS, Grey, StackPage, at_scale
from skjema.scan.squares import Stray
from skjema.scan.straighten import Points, Straightened, straighten
from skjema.scan.stray_marks import stray_marks

_PADDING = 2.0
"""Margin in millimetres around a place in its picture."""
_UNLIKE, _LARGER = 0.08, 1.7
"""A page whose scale is off by less than the first is read as it is; the second is the greatest enlargement, since
fewer dots are not enough."""

LayoutOf = Callable[[PageCode], PaperLayout | None]
"""Returns the places on the paper with a code; None where they aren't known."""


@dataclass(slots=True, eq=False, repr=False)
class ScannedPage:
    """A page of a stack, read.

    Attributes:
        codes: The codes on it; usually one.
        layout: The layout of its paper; None where it isn't known.
        lie: How it lies on the scan; None without a code or a layout.
        marks: What stands in each place.
        strays: Marks outside of its places; None where they haven't been looked for.
        turns: Quarter turns clockwise that make it upright.
        size: Width and height of the picture in dots.
    """

    file: Path
    number: int
    codes: list[PageCode]
    size: tuple[int, int]
    is_blank: bool = False
    layout: PaperLayout | None = None
    lie: Straightened | None = None
    marks: Mapping[PaperBox, BoxMark] = field(default_factory=dict, repr=False)
    strays: Sequence[Stray] | None = None
    turns: int = 0

    @property
    def code(self) -> PageCode:
        """The only code on it."""
        (code,) = self.codes
        return code

    @property
    def is_half(self) -> bool:
        """Whether a part of the page is missing, covered or bent, so that nothing on it is certain."""
        return self.lie is not None and not self.lie.is_sure

    def picture_of(self, box: PaperBox | Stray) -> tuple[float, float, float, float]:
        """Position of a place on the upright page: left, top, right and bottom as fractions of its sides."""
        assert self.lie is not None
        corners = [(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)]
        widened = np.array(corners) + np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * _PADDING
        shares = _turned(self.lie.at(widened) / np.array(self.size), self.turns).clip(0, 1)
        (left, top), (right, bottom) = shares.min(axis=0), shares.max(axis=0)
        return float(left), float(top), float(right), float(bottom)


def _turned(shares: Points, turns: int) -> Points:
    """Positions as fractions of a page's sides, after the page was turned clockwise by quarters."""
    for _ in range(turns):
        shares = np.column_stack((1 - shares[:, 1], shares[:, 0]))
    return shares


def read_page(page: StackPage, layout_of: LayoutOf) -> ScannedPage:
    """Read one page."""
    assert page.picture is not None
    found = find_codes(page.picture)
    picture, times = _to_scale(page.picture, found)
    height, width = picture.shape
    read = ScannedPage(page.file, page.number, [one.code for one in found], (width, height))
    if len(found) != 1:
        read.is_blank = not found and is_blank(picture)
        return read
    (one,) = found
    read.layout = layout = layout_of(one.code)
    if layout is None:
        return read
    read.lie = straighten(picture, one.corners * times, Paper(layout.width, layout.height))
    read.turns = read.lie.quarter_turns
    boxes = layout.on(one.code.page)
    read.marks = read_marks(picture, read.lie, boxes)
    printed = _printed(layout, one.code.page)
    if printed and read.lie.is_sure:
        paper = Paper(layout.width, layout.height)
        read.strays = stray_marks(picture, read.lie, printed, read.marks, paper)
    return read


def _to_scale(picture: Grey, found: Sequence[FoundCode]) -> tuple[Grey, float]:
    """The page scaled to the size that its code shows, and the factor, where the file gives another size."""
    if len(found) != 1:
        return picture, 1
    sides = found[0].corners - np.roll(found[0].corners, 1, axis=0)
    times = CODE * DOTS / 25.4 / float(np.hypot(*sides.T).mean())
    if abs(times - 1) < _UNLIKE or times > _LARGER:
        return picture, 1
    return at_scale(picture, times), times


def _printed(layout: PaperLayout, number: int) -> PrintedPage | None:
    """What is printed on a page; None where its run hasn't recorded it, or the record is damaged."""
    if not 1 <= number <= len(layout.printed):
        return None
    with suppress(ValueError):
        return PrintedPage.of(layout.printed[number - 1])
    return None
