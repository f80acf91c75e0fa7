"""Builds the contents of a form's places in a Word template: values, controls to fill in, boxes to tick."""

from collections.abc import Sequence
from itertools import accumulate

from skjema.formats.docx.markup import ALARM, TINT, date_control, millimetres, paragraph, run, text_control, tick_box
from skjema.layout.tick_room import tick_width
from skjema.layout.tree import Cell, Column, Signature

TABLE_MARGIN = millimetres(1.4)
_TICK_COLUMN = millimetres(17)


class Places:
    """Builds the contents of places.

    Args:
        width: Width of the text, in twentieths of a point.
        locale: Locale of dates, such as `nb-NO`.
    """

    def __init__(self, width: int, locale: str) -> None:
        self._width, self._locale = width, locale

    def value(self, place: Cell, scope: str) -> str:
        """The contents of a place: boxes to tick, a place to write, or the value."""
        name = place.field.id
        if place.ticks:
            return ticks(place, scope, name, self._width)
        value = f"{scope}{name} or '\u2013'" if place.look == "value" else f"{scope}{name}"
        return paragraph(self.written(place, value, name), style="Verdi")

    def written(self, place: Cell, expression: str, name: str) -> str:
        """A value; in a control called `name` where the recipient fills it in."""
        if not place.field.recipient:
            return run(f"{{{{ {expression} }}}}")
        if place.field.kind.validation == "date":
            return date_control(name, place.name, expression, self._locale)
        return text_control(name, place.name, expression, lines=place.long)


def star(part: Cell | Signature) -> str:
    return run(" *", color=ALARM) if part.star else ""


def fill(place: Cell) -> str:
    """Background colour of places for the recipient; empty for others."""
    return TINT if place.field.recipient else ""


def ticks(place: Cell, scope: str, name: str, width: int) -> str:
    """Boxes to tick, in columns or side by side; their controls are called `name` and the answer's id."""
    columns = place.columns
    if columns:
        stops = [width // columns * column for column in range(1, columns)]
    else:
        stops = list(accumulate(millimetres(tick_width(tick.label)) for tick in place.ticks[:-1]))
        columns = len(place.ticks)
    boxes = []
    for tick in place.ticks:
        box = tick_box(f"{name}.{tick.id}", tick.label, f"{scope}valgt.{place.field.id}.{tick.id}")
        boxes.append(box + run(f"\u00a0{tick.label}"))  # a non-breaking space keeps a box with its answer
    rows = (boxes[first : first + columns] for first in range(0, len(boxes), columns))
    return "".join(paragraph(run("\t").join(row_of_boxes), style="Kryss", tabs=stops) for row_of_boxes in rows)


def column_widths(columns: Sequence[Column], width: int) -> list[int]:
    """Widths of columns: as needed for boxes, shares for others; the row labels or the last column get the rest."""
    boxes = [_boxes_width(column) for column in columns]
    shares = [0 if box else column.width for column, box in zip(columns, boxes, strict=True)]
    share = (width - sum(boxes)) // max(1, sum(shares))
    widths = [box or share * one for box, one in zip(boxes, shares, strict=True)]
    row_labels = [place for place, column in enumerate(columns) if column.cell is None and not column.is_number]
    widths[row_labels[0] if row_labels else -1] += width - sum(widths)
    return widths


def _boxes_width(column: Column) -> int:
    """The width of a column of boxes to tick; 0 for other columns."""
    place = column.cell
    if place is None or not place.ticks or place.columns:
        return 0
    boxes = sum(millimetres(tick_width(tick.label)) for tick in place.ticks)
    return _TICK_COLUMN if place.look == "tick" else boxes + 2 * TABLE_MARGIN
