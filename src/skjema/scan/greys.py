"""Scanned pages as grey values: sums over windows, darkness, and connected ink."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Totals = NDArray[np.float64]
"""Sums of all values above and to the left of each corner between dots."""


def totals(values: NDArray[Any]) -> Totals:
    """Running sums, from which the sum of any window can be computed."""
    return np.asarray(np.pad(values, ((1, 0), (1, 0))).cumsum(0).cumsum(1), np.float64)


def window_sums(sums: Totals, height: int, width: int) -> NDArray[np.float64]:
    """Sums of all windows of one size, by their upper left dots."""
    return sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width] + sums[:-height, :-width]


def darkest(colours: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The grey values of a picture: of each dot its darkest colour, so that yellow or light blue ink is seen too.

    Args:
        colours: Array of rows, columns and colours, or grey values already.
    """
    if colours.ndim == 2:
        return np.array(colours, order="C")
    return np.minimum(np.minimum(colours[:, :, 0], colours[:, :, 1]), colours[:, :, 2])


def connected(start: NDArray[np.bool_], ink: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """All ink connected, also diagonally, with the ink in `start`."""
    found, count = start & ink, -1
    while count != (count := int(found.sum())):
        wide = np.pad(found, 1)
        tall = wide[:-2] | wide[1:-1] | wide[2:]
        found = (tall[:, :-2] | tall[:, 1:-1] | tall[:, 2:]) & ink
    return found


def black_of(picture: NDArray[np.uint8]) -> float:
    """The grey value of black print on a page."""
    return float(np.percentile(picture[::16, ::16], 0.2))


def darkness(grey: NDArray[Any], white: Any, black: float) -> NDArray[Any]:
    """Darkness from 0, as pale as the paper, to 1, black."""
    return np.asarray(((white - grey) / np.maximum(white - black, 1)).clip(0, 1))
