"""How much room boxes to tick need beside their answers, reckoned without the font at hand."""

from collections.abc import Iterable

TEXT_WIDTH = 172.0
"""Millimetres between the margins."""

_NARROW, _WIDE = frozenset("fijlrtI"), frozenset("mwMW")
"""Letters of about half, and of one and a half times, the width of others."""


def tick_width(label: str) -> int:
    """Millimetres for a box and its answer, a letter being about two."""
    return 9 + sum(1 if letter in _NARROW else 3 if letter in _WIDE else 2 for letter in label)


def fits(labels: Iterable[str], share: float) -> bool:
    """Whether boxes surely stand side by side in a share of the line."""
    return sum(map(tick_width, labels)) <= TEXT_WIDTH * share
