"""Where a page doesn't look as it did when it was sent, but for its fields and other annotations; pdfium draws both."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any, NamedTuple

from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from skjema.formats.form_fields import Spot
from skjema.formats.pdf.mend import with_trailer
from skjema.formats.pdf.objects import Document
from skjema.formats.pdf.open_form import BROKEN
from skjema.formats.pdf.values import resolved
from skjema.hashing import blake2b

_SCALE = 2.0
"""Dots a point: a thin pen's line is two dots wide."""
_COLOURS = 3
"""Bytes of a dot: a yellow highlighter takes blue away, and hardly shows in greys."""
_UNLIKE = 10
"""By how many of 255 a colour of a dot is darker or paler than of those around it."""
_SQUARE = 10
"""Dots of a side of a square; what lies in squares that touch hangs together."""
_FEWEST = 24
"""Colours of dots that hang together: a quarter of a square millimetre of black."""
_SAME_SIZE = 1.0


def page_digests(document: Document) -> tuple[bytes, ...]:
    """A digest of what is drawn on each page beside its fields; of what can't be read, an empty one."""
    return tuple(map(_digest, document.pages))


def _digest(page: DictionaryObject) -> bytes:
    contents = resolved(page.get("/Contents"))
    parts = map(resolved, list.__iter__(contents)) if isinstance(contents, ArrayObject) else [contents]
    try:
        return blake2b(b"\n".join(one.get_data() for one in parts if isinstance(one, StreamObject))).digest()
    except BROKEN:
        return b""


class _Drawing(NamedTuple):
    """A page's dots in colours, row by row from the top."""

    rows: Sequence[bytes]
    size: tuple[float, float]


def changed_spots(sent: bytes, returned: bytes, pages: Sequence[tuple[int, int]]) -> list[Spot]:
    """What is drawn, written, covered or taken away on the pages themselves, by the page of the copy that came back.

    Args:
        pages: Which pages to compare: the number of each in the document as it was sent, and in the copy.

    Raises:
        pypdfium2.PdfiumError: One of the files can't be read.
    """
    import pypdfium2

    with (
        closing(pypdfium2.PdfDocument(with_trailer(sent))) as before,
        closing(pypdfium2.PdfDocument(with_trailer(returned))) as after,
    ):
        return [
            (number, spot)
            for earlier, number in pages
            for spot in _spots(_drawing(before[earlier]), _drawing(after[number]))
        ]


def _drawing(page: Any) -> _Drawing:
    with (
        closing(page),
        closing(page.render(scale=_SCALE, may_draw_forms=False, draw_annots=False)) as bitmap,
    ):
        dots, stride, width = bytes(bitmap.buffer), bitmap.stride, bitmap.width * _COLOURS
        rows = [dots[top : top + width] for top in range(0, bitmap.height * stride, stride)]
        return _Drawing(rows, page.get_size())


def _spots(before: _Drawing, after: _Drawing) -> Iterator[tuple[float, float, float, float]]:
    """The rectangles that what differs and hangs together lies in; the whole page where it has another size."""
    if any(abs(one - other) > _SAME_SIZE for one, other in zip(before.size, after.size, strict=True)):
        yield 0.0, 0.0, *after.size
        return
    height = after.size[1]
    for squares in _hanging_together(_unlike(before.rows, after.rows)):
        left, top = (min(square[side] for square in squares) * _SQUARE / _SCALE for side in (0, 1))
        right, bottom = ((max(square[side] for square in squares) + 1) * _SQUARE / _SCALE for side in (0, 1))
        yield left, height - bottom, right, height - top


def _unlike(before: Sequence[bytes], after: Sequence[bytes]) -> Counter[tuple[int, int]]:
    """How many colours of dots differ in each square, by its column and row."""
    found: Counter[tuple[int, int]] = Counter()
    for y, (was, row) in enumerate(zip(before, after, strict=False)):
        if was == row:
            continue
        # a program may write numbers with fewer digits, which moves what is drawn by a part of a dot
        near = before[max(y - 1, 0) : y + 2]
        for x, (one, other) in enumerate(zip(was, row, strict=False)):
            if abs(one - other) > _UNLIKE:
                around = b"".join(line[x - _COLOURS if x >= _COLOURS else x : x + 4 : _COLOURS] for line in near)
                if not min(around) - _UNLIKE <= other <= max(around) + _UNLIKE:
                    found[x // (_COLOURS * _SQUARE), y // _SQUARE] += 1
    return found


def _hanging_together(counts: Counter[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The squares that touch each other, where there is enough in them."""
    left = {*counts}
    while left:
        waiting, found = [left.pop()], list[tuple[int, int]]()
        while waiting:
            column, row = waiting.pop()
            found.append((column, row))
            around = {(column + across, row + down) for across in (-1, 0, 1) for down in (-1, 0, 1)} & left
            left -= around
            waiting.extend(around)
        if sum(counts[square] for square in found) >= _FEWEST:
            yield found
