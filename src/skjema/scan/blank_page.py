"""Whether a page of a stack is empty: the back of a sheet, with nothing that anybody has written."""

import numpy as np

from skjema.layout.paper import Paper
from skjema.records.printed_page import CELL
from skjema.scan.pages import DOTS, Grey
from skjema.scan.squares import Stray, together, windows

_EDGE = 0.04
"""Share of its sides at which a scanner may have drawn shadows."""
_PAPER = 140
"""How pale paper is at least: a page that is dark, or a negative, isn't empty but unread."""
_PALE = 60
"""Greys under the paper's up to which something is no ink: what shines through from the front."""
_MORE, _INK, _LENGTH = 0.03, 2.0, 4.0
"""Share of a window that is ink; square millimetres and millimetres that a mark has at least: a speck has less."""
_MM = 25.4 / DOTS


def is_blank(picture: Grey) -> bool:
    """Whether nothing is on a page that no print is known of."""
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
