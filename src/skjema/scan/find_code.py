"""Codes on a scanned page: read by zxing, on the whole page, then in its corners and larger."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from skjema.records.page_code import PageCode
from skjema.scan.pages import Grey

_CORNER = 0.25
"""Share of a page's sides that a corner has."""
_LARGER = 2
_NEAR = 40
"""Dots between the middles of two codes, below which they are one that was found twice: a code has seventy."""


class FoundCode(NamedTuple):
    """A code of ours.

    Attributes:
        corners: Column and row of its upper left, upper right, lower right and lower left corner, as it is read.
    """

    code: PageCode
    corners: NDArray[np.float64]


def find_codes(picture: Grey) -> list[FoundCode]:
    """The codes of ours on a page, each once."""
    column, row, part = next(_corners(picture))
    # in its corner with all care, and anywhere in haste, which is enough where two sheets lie over each other
    found = [_moved(one, column, row) for one in _read(part)]
    found += _read(picture, careful=False)
    if not found:
        found += _read(picture)
    if not found:
        for column, row, part in _corners(picture):
            found += [_moved(one, column, row, _LARGER) for one in _read(_enlarged(part))]
    return _apart(found)


def _apart(found: Iterable[FoundCode]) -> list[FoundCode]:
    """Codes that stand in different places."""
    apart: list[FoundCode] = []
    for one in found:
        if all(np.abs(one.corners.mean(axis=0) - other.corners.mean(axis=0)).max() > _NEAR for other in apart):
            apart.append(one)
    return apart


def _read(picture: Grey, *, careful: bool = True) -> Iterator[FoundCode]:
    import zxingcpp

    kind = zxingcpp.barcode_formats_from_str("DataMatrix")
    read = zxingcpp.read_barcodes(
        np.ascontiguousarray(picture), formats=kind, try_rotate=careful, try_downscale=careful, try_invert=False
    )
    for one in read:
        code = PageCode.read(one.text)
        if code is not None:
            place = one.position
            corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
            yield FoundCode(code, np.array([(corner.x, corner.y) for corner in corners], float))


def _corners(picture: Grey) -> Iterator[tuple[int, int, Grey]]:
    """Parts of a page with the column and row they begin at, the one first where the code stands on most."""
    height, width = picture.shape
    down, across = int(height * _CORNER), int(width * _CORNER)
    for row, column in ((height - down, width - across), (0, 0), (height - down, 0), (0, width - across)):
        yield column, row, picture[row : row + down, column : column + across]


def _enlarged(part: Grey) -> Grey:
    from PIL import Image

    picture: Any = Image.fromarray(np.ascontiguousarray(part))
    size = (part.shape[1] * _LARGER, part.shape[0] * _LARGER)
    return np.asarray(picture.resize(size, Image.Resampling.BICUBIC))


def _moved(found: FoundCode, column: int, row: int, scale: int = 1) -> FoundCode:
    return found._replace(corners=found.corners / scale + (column, row))
