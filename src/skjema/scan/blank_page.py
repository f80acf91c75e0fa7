"""Recognises empty pages in a stack, such as the backs of sheets."""

import numpy as np

from skjema.layout.paper import Paper
from skjema.records.printed_page import CELL
from skjema.scan.pages import DOTS, Grey
from skjema.scan.squares import Stray, together, windows

_EDGE = 0.04
"""Fraction of each side that is ignored at the edges, where scanners draw shadows."""
_PAPER = 140
"""Least grey value of the paper; a darker page, or a negative, is unread rather than empty."""
_PALE = 60
"""Up to this many greys darker than the paper is no ink, but shines through from the front."""
_MORE, _INK, _LENGTH = 0.03, 2.0, 4.0
"""Least share of ink in a window; least area (mm²) and length (mm) of a mark, so that specks don't count."""
_MM = 25.4 / DOTS


def is_blank(picture: Grey) -> bool:
    """Whether a page without a known print is empty."""
    height, width = picture.shape
    top, left = round(height * _EDGE), round(width * _EDGE)
    part = picture[top : height - top, left : width - left]
    white = float(np.percentile(part[::8, ::8], 60))
    if white < _PAPER:
        return False
    side = round(CELL / _MM)
    rows, columns = (length // side for length in part.shape)
    ink = (part[: rows * side, : columns * side] < white - _PALE).reshape(rows, side, columns, side)
    share, paper = windows(ink.mean((1, 3))), Paper(width * _MM, height * _MM)
    for cells in together(share > _MORE):
        mark = Stray.around(cells)
        if share[cells].sum() * CELL**2 >= _INK and mark.length >= _LENGTH and not mark.is_of_sheet(paper):
            return False
    return True
