"""Rasterises the pages of a paper at low resolution, to note how much is printed where.

A page is drawn with eight dots to a side of a square. Rows of dots are added as numbers of some thousand binary digits,
a byte for each dot: as fast as a library that works on arrays, which those who never scan need not install.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Any

from skjema.records.paper_layout import PaperBox
from skjema.records.printed_page import CELL, FULL, UNKNOWN, PrintedPage

_DOTS = 8
"""Dots of a side of a square."""
_MM = 25.4 / 72
_PALE = 0.25
"""Share of black up to which a dot is shading, which a scanner shows as white or not, as it likes."""
_DARK = bytes(0 if grey >= 255 * (1 - _PALE) else round((255 - grey) * 31 / 255) for grey in range(256))
"""How dark a dot is, up to 31, by how pale: so that eight of them are a byte."""
_EIGHTH = bytes((total + 4) // 8 for total in range(256))
_LEVEL = bytes(min(FULL, round(total * FULL / (31 * _DOTS))) for total in range(256))


def printed_pages(pdf: bytes, values: Iterable[PaperBox]) -> tuple[str, ...]:
    """How much is printed where on each page, as `PrintedPage.text` has it.

    Args:
        pdf: The pages without what is written in their boxes.
        values: Boxes that hold what differs from record to record.
    """
    import pypdfium2

    boxes = list(values)
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return tuple(
            _printed(page, [box for box in boxes if box.page == number]).text
            for number, page in enumerate(document, start=1)
        )


def _printed(page: Any, values: Iterable[PaperBox]) -> PrintedPage:
    with closing(page):
        columns, rows = (int(side * _MM / CELL + 0.01) for side in page.get_size())
        levels = [*_levels(page, columns, rows)]
        unknown = [*(box[-4:] for box in values), *_pictures(page)]
    for left, top, right, bottom in unknown:
        across = slice(int(left / CELL), int(right / CELL) + 1)
        for row in levels[int(top / CELL) : int(bottom / CELL) + 1]:
            row[across] = bytes([UNKNOWN]) * len(row[across])
    return PrintedPage(columns, b"".join(levels))


def _pictures(page: Any) -> Iterator[tuple[float, float, float, float]]:
    """Where a logo is: in colours, which printers and scanners make greys of as they like."""
    import pypdfium2.raw

    height = page.get_height()
    for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = one.get_bounds()
        yield left * _MM, (height - top) * _MM, right * _MM, (height - bottom) * _MM


def _levels(page: Any, columns: int, rows: int) -> Iterator[bytearray]:
    """The levels of each row of squares."""
    with closing(page.render(scale=_DOTS / CELL * _MM, grayscale=True, may_draw_forms=False)) as bitmap:
        stride, dots = bitmap.stride, bytes(bitmap.buffer).translate(_DARK)
    for top in range(0, rows * _DOTS * stride, _DOTS * stride):
        lines = (dots[at : at + columns * _DOTS] for at in range(top, top + _DOTS * stride, stride))
        down = sum(int.from_bytes(line, "little") for line in lines)
        if not down:
            yield bytearray(columns)
            continue
        across = int.from_bytes(down.to_bytes(columns * _DOTS, "little").translate(_EIGHTH), "little")
        for step in (8, 16, 32):
            across += across >> step
        sums = across.to_bytes(columns * _DOTS + 1, "little")  # of each dot and the seven after it
        yield bytearray(sums[0 : columns * _DOTS : _DOTS].translate(_LEVEL))
