"""How much is printed where on a page, square by square: what a scan of it is compared with, and no letter of it."""

import base64
import zlib
from typing import NamedTuple, Self

CELL = 2.0
"""Millimetres of a side of a square; what goes beyond the last whole one isn't told of."""
FULL, UNKNOWN = 30, 31
"""The level of a square that is black all over, and of one that values stand in, which differ from record to record."""
_MOST = 1 << 20
"""Squares of a page, at most: those of a sheet of two metres."""


class PrintedPage(NamedTuple):
    """A page.

    Attributes:
        columns: Squares from left to right.
        levels: How much of each is black, row by row, from 0 to `FULL`, or `UNKNOWN`.
    """

    columns: int
    levels: bytes

    @property
    def text(self) -> str:
        """As a report has it: 1 to 2 kB for a page of text."""
        return f"{self.columns} {base64.b85encode(zlib.compress(self.levels, 9)).decode()}"

    @classmethod
    def of(cls, text: str) -> Self:
        """From what `text` gave.

        Raises:
            ValueError: It is something else.
        """
        columns, _, packed = text.partition(" ")
        try:
            levels = zlib.decompressobj().decompress(base64.b85decode(packed), _MOST)
        except zlib.error as error:
            raise ValueError(str(error)) from None
        page = cls(int(columns), levels)
        if page.columns < 1 or len(levels) % page.columns or not levels or max(levels) > UNKNOWN:
            raise ValueError(len(levels))
        return page
