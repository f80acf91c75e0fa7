"""The sheet that a form is printed on. Measures are millimetres."""

from typing import NamedTuple

LEFT, RIGHT = 22.0, 16.0
"""Margins; the left one has room for holes."""


class Paper(NamedTuple):
    """A sheet of A4, portrait or landscape."""

    width: float
    height: float

    @property
    def is_landscape(self) -> bool:
        return self.width > self.height

    @property
    def text_width(self) -> float:
        """What is between the margins."""
        return self.width - LEFT - RIGHT


PORTRAIT, LANDSCAPE = Paper(210.0, 297.0), Paper(297.0, 210.0)
