"""Sums and darkness of parts of a grey picture."""

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


def black_of(picture: NDArray[np.uint8]) -> float:
    """The grey of what is printed black on a page."""
    return float(np.percentile(picture[::16, ::16], 0.2))


def darkness(grey: NDArray[Any], white: Any, black: float) -> NDArray[Any]:
    """From 0 for what is as pale as the paper to 1 for black."""
    return np.asarray(((white - grey) / np.maximum(white - black, 1)).clip(0, 1))
