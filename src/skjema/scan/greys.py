"""A page as one grey of each dot, and sums, darkness and connected parts of it."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Totals = NDArray[np.float64]
"""Sums of all that lies above and to the left of each corner between dots."""


def totals(values: NDArray[Any]) -> Totals:
    """What sums of windows are worked out from."""
    return np.asarray(np.pad(values, ((1, 0), (1, 0))).cumsum(0).cumsum(1), np.float64)


def window_sums(sums: Totals, height: int, width: int) -> NDArray[np.float64]:
    """Sums of all windows of a size, by their upper left dots."""
    return sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width] + sums[:-height, :-width]


def darkest(colours: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The greys of a picture: of each dot its darkest colour, so that a yellow or light blue pen is seen too.

    Args:
        colours: Rows, columns and colours, or greys already.
    """
    if colours.ndim == 2:
        return np.array(colours, order="C")
    return np.minimum(np.minimum(colours[:, :, 0], colours[:, :, 1]), colours[:, :, 2])


def connected(start: NDArray[np.bool_], ink: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """All ink that hangs together, by a side or a corner, with what is in a part."""
    found, count = start & ink, -1
    while count != (count := int(found.sum())):
        wide = np.pad(found, 1)
        tall = wide[:-2] | wide[1:-1] | wide[2:]
        found = (tall[:, :-2] | tall[:, 1:-1] | tall[:, 2:]) & ink
    return found


def black_of(picture: NDArray[np.uint8]) -> float:
    """The grey of what is printed black on a page."""
    return float(np.percentile(picture[::16, ::16], 0.2))


def darkness(grey: NDArray[Any], white: Any, black: float) -> NDArray[Any]:
    """From 0 for what is as pale as the paper to 1 for black."""
    return np.asarray(((white - grey) / np.maximum(white - black, 1)).clip(0, 1))
