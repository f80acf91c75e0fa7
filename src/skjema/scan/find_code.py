"""Finds codes on a scanned page with zxing: on the whole page, in its corners, and enlarged."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from skjema.records.page_code import PageCode
from skjema.scan.pages import Grey

_CORNER = 0.25
"""Size of a corner, as a fraction of the page's sides."""
_LARGER = 2
_NEAR = 40
"""Codes whose centres are nearer than this many dots are one code found twice; a code is seventy dots wide."""


class FoundCode(NamedTuple):
    """A code printed by skjema.

    Attributes:
        corners: Column and row of its upper left, upper right, lower right and lower left corner, in reading direction.
    """

    code: PageCode
    corners: NDArray[np.float64]


def find_codes(picture: Grey) -> list[FoundCode]:
    """The codes printed by skjema on a page, each once."""
    column, row, part = next(_corners(picture))
    # thorough in the usual corner and quick on the whole page, which suffices for two sheets on top of each other
    found = [_moved(one, column, row) for one in _read(part)]
    found += _read(picture, careful=False)
    if not found:
        found += _read(picture)
    if not found:
        for column, row, part in _corners(picture):
            found += [_moved(one, column, row, _LARGER) for one in _read(_enlarged(part))]
    return _apart(found)


def _apart(found: Iterable[FoundCode]) -> list[FoundCode]:
    """Codes without those that were found twice."""
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
    """The corners of a page with the column and row they begin at; the usual corner of the code comes first."""
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
