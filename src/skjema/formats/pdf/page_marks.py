"""The lines, boxes and letters on PDF pages that draw places to fill in, as pdfium reads them."""

import ctypes
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from typing import Any, NamedTuple

from skjema.formats.pdf.mend import with_trailer
from skjema.formats.pdf.page_letters import Rectangle, bounds, drawn_letters, letters_of

_PATH, _FORM = 2, 5
_LINE_TO, _MOVE_TO = 0, 2
_THIN = 2.5
"""Greatest thickness of a line, in points."""
_SHORTEST = 4.0
_LIGHT = 0xF4
"""The palest ink that is visible."""
SMALLEST_TICK, LARGEST_TICK = 5.0, 20.0
"""Limits for the sides of a box to tick, in points."""
_DEEPEST = 8
_Matrix = tuple[float, float, float, float, float, float]


class Edge(NamedTuple):
    """A horizontal or vertical line: its position, and where it begins and ends."""

    at: float
    start: float
    end: float


class PageMarks(NamedTuple):
    """What is drawn on a page.

    Attributes:
        along: Horizontal lines.
        up: Vertical lines.
        boxes: Small closed shapes that may be boxes to tick.
        blanks: Rows of underscores or points, as high as their letters.
        ticks: Letters that draw a box.
        size: Width and height of the page.
        turn: Rotation of the page in degrees.
        has_picture: Whether there are pictures on it.
    """

    along: list[Edge]
    up: list[Edge]
    boxes: list[Rectangle]
    blanks: list[Rectangle]
    ticks: list[Rectangle]
    size: tuple[float, float]
    turn: int
    has_picture: bool


def page_marks(pdf: bytes) -> list[PageMarks]:
    """What is drawn on each page, in the order of the file.

    Raises:
        pypdfium2.PdfiumError: The file can't be read.
    """
    import pypdfium2

    with closing(pypdfium2.PdfDocument(with_trailer(pdf))) as document:
        return [_marks_of(document, number) for number in range(len(document))]


def _marks_of(document: Any, number: int) -> PageMarks:
    with closing(document[number]) as page, closing(page.get_textpage()) as letters:
        drawn = _Drawn()
        drawn.container(page, (1, 0, 0, 1, 0, 0), 0)
        written = drawn_letters(letters_of(letters))
        return PageMarks(
            drawn.along, drawn.up, drawn.boxes, written.blanks, written.ticks, page.get_size(), page.get_rotation(),
            drawn.has_picture,
        )  # fmt: skip


class _Drawn:
    """Collects the lines and shapes of a page, also from the drawings (form XObjects) in it."""

    def __init__(self) -> None:
        self.along: list[Edge] = []
        self.up: list[Edge] = []
        self.boxes: list[Rectangle] = []
        self.has_picture = False
        self._grounds: list[Rectangle] = []
        """Shapes filled with visible ink; a white shape on one of these is visible too."""

    def container(self, holder: Any, matrix: _Matrix, depth: int) -> None:
        import pypdfium2.raw as pdfium

        is_page = depth == 0
        count = (pdfium.FPDFPage_CountObjects if is_page else pdfium.FPDFFormObj_CountObjects)(holder)
        for place in range(count):
            one = (pdfium.FPDFPage_GetObject if is_page else pdfium.FPDFFormObj_GetObject)(holder, place)
            kind = pdfium.FPDFPageObj_GetType(one)
            if kind == _PATH:
                self._path(one, _times(_matrix_of(one), matrix))
            elif kind == _FORM and depth < _DEEPEST:
                self.container(one, _times(_matrix_of(one), matrix), depth + 1)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self.has_picture = True

    def _path(self, path: Any, matrix: _Matrix) -> None:
        is_filled, is_stroked = _is_painted(path)
        parts = list(_parts(path, matrix))
        around = bounds([(x, y, x, y) for part in parts for x, y in part]) if any(parts) else None
        if around is not None and is_filled:
            self._grounds.append(around)
        elif around is not None and not is_stroked and _has_fill(path) and self._is_on_ground(around):
            self._shape(around, is_frame=True, is_filled=True)
        if is_stroked:
            for points in parts:
                for first, second in pairwise(points):
                    self._line(first, second)
        if (is_filled or is_stroked) and (points := [point for part in parts for point in part]):
            self._shape(
                bounds([(x, y, x, y) for x, y in points]), is_frame=is_stroked or len(parts) > 1, is_filled=is_filled
            )

    def _shape(self, box: Rectangle, *, is_frame: bool, is_filled: bool) -> None:
        """Record a shape as a box to tick, or as a line that is drawn as a thin rectangle."""
        left, bottom, right, top = box
        width, height = right - left, top - bottom
        if is_frame and is_tick_size(width, height):
            self.boxes.append(box)
        elif is_filled and height <= _THIN < width:
            self._line((left, (bottom + top) / 2), (right, (bottom + top) / 2))
        elif is_filled and width <= _THIN < height:
            self._line(((left + right) / 2, bottom), ((left + right) / 2, top))
        elif is_filled and is_frame:
            for corner in ((left, top), (right, bottom)):
                self._line((left, bottom), corner)
                self._line(corner, (right, top))

    def _is_on_ground(self, box: Rectangle) -> bool:
        """Whether a box is surrounded by darker ground."""
        left, bottom, right, top = box
        return any(
            one[0] < left - 1 and one[1] < bottom - 1 and one[2] > right + 1 and one[3] > top + 1
            for one in self._grounds
        )

    def _line(self, first: tuple[float, float], second: tuple[float, float]) -> None:
        across, along = abs(second[0] - first[0]), abs(second[1] - first[1])
        if along <= 1 and across >= _SHORTEST:
            self.along.append(Edge((first[1] + second[1]) / 2, *sorted((first[0], second[0]))))
        elif across <= 1 and along >= _SHORTEST:
            self.up.append(Edge((first[0] + second[0]) / 2, *sorted((first[1], second[1]))))


def is_tick_size(width: float, height: float) -> bool:
    """Whether a box has the size of a box to tick, and is about square."""
    sides = sorted((width, height))
    return sides[0] >= SMALLEST_TICK and sides[1] <= LARGEST_TICK and sides[1] <= sides[0] * 1.3


def _is_painted(path: Any) -> tuple[bool, bool]:
    """Whether a shape has a visible filling, and whether it has a visible outline."""
    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    is_filled = bool(fill.value) and _is_seen(path, pdfium.FPDFPageObj_GetFillColor)
    return is_filled, bool(stroke.value) and _is_seen(path, pdfium.FPDFPageObj_GetStrokeColor)


def _has_fill(path: Any) -> bool:
    """Whether a shape is filled, visibly or not."""
    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(fill.value)


def _is_seen(path: Any, color_of: Any) -> bool:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not color_of(path, *parts):
        return True
    *colors, alpha = (part.value for part in parts)
    return alpha > 0 and min(colors) < _LIGHT


def _parts(path: Any, matrix: _Matrix) -> Iterator[list[tuple[float, float]]]:
    """The points of a path, part by part."""
    import pypdfium2.raw as pdfium

    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for place in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, place)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == _MOVE_TO and points:
            yield points
            points = []
        points.append(_at(matrix, x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _matrix_of(one: Any) -> _Matrix:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(one, matrix):
        return (1, 0, 0, 1, 0, 0)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(first: _Matrix, second: _Matrix) -> _Matrix:
    """The matrix that applies `first` and then `second`."""
    a, b, c, d, e, f = first
    m, n, o, p, q, r = second
    return (a * m + b * o, a * n + b * p, c * m + d * o, c * n + d * p, e * m + f * o + q, e * n + f * p + r)


def _at(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return x * a + y * c + e, x * b + y * d + f
