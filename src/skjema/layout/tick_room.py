"""How much room boxes to tick need beside their answers, reckoned without the font at hand."""

from collections.abc import Iterable

_NARROW, _WIDE = frozenset("fijlrtI"), frozenset("mwMW")
"""Letters of about half, and of one and a half times, the width of others."""


def tick_width(label: str) -> int:
    """Millimetres for a box and its answer, a letter being about two."""
    return 9 + sum(1 if letter in _NARROW else 3 if letter in _WIDE else 2 for letter in label)


def fits(labels: Iterable[str], room: float) -> bool:
    """Whether boxes surely stand side by side in so many millimetres."""
    return sum(map(tick_width, labels)) <= room
