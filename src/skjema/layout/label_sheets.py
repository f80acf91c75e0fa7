"""Sheets of self-adhesive labels, and where each label lies. Measures are millimetres on A4, portrait.

The source is docs/sources.md#etikettark.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """A sheet of equal labels, which are counted line by line from the top left.

    Attributes:
        left, top: Of the first label.
        across, down: From the edge of one label to the same edge of the next.
    """

    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    across: float
    down: float

    @property
    def count(self) -> int:
        return self.columns * self.rows

    def corner(self, place: int) -> tuple[float, float]:
        """The left and the upper edge of a label, counted from 0."""
        row, column = divmod(place, self.columns)
        return self.left + column * self.across, self.top + row * self.down


LABEL_SHEETS: Mapping[str, LabelSheet] = {
    "3x8": LabelSheet(3, 8, 70.0, 37.0, 0.0, 0.0, 70.0, 37.0),
    "2x7": LabelSheet(2, 7, 99.1, 38.1, 4.65, 15.15, 101.6, 38.1),
}
"""By how many labels lie across and down."""

SIDE, TOP = 6.0, 3.5
"""What stays white within a label: feeders shift sheets, and printers leave the edge of a page without ink."""
