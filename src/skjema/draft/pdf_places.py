"""Where the fields of a PDF stand, and how many lines they have."""

from collections.abc import Iterable

from skjema.formats.pdf.acroform import FormField, Place

TABLED = ("text", "combo", "list")
"""Kinds of fields that stand in tables with row names and headings."""
_LINE = 12.2
"""Height of a line of text, in points."""
_MOST_LINES = 100


def rectangles(fields: Iterable[FormField], page: int) -> list[tuple[float, float, float, float]]:
    """Rectangles on a page of fields that have one place each."""
    return [one.places[0].rectangle for one in fields if one.places[0].page == page and one.places[0].is_shown]


def line_at(one: FormField) -> tuple[int, int]:
    """Page and line number of a field."""
    place = next(place for place in one.places if place.is_shown)
    return place.page, round(place.rectangle[1] / _LINE)


def lines_of(one: FormField, place: Place) -> int:
    """Number of lines that a place has room for."""
    return min(max(int(place.rectangle[3] - place.rectangle[1]) // int(_LINE), 1), _MOST_LINES)
