"""Sets address labels on self-adhesive sheets, for envelopes without a window."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from skjema.formats.fonts import font_for
from skjema.formats.self_description import MADE
from skjema.layout.label_sheets import SIDE, TOP, LabelSheet
from skjema.render.typst.typeset import typeset
from skjema.wording import Language

_LARGEST, _EASY, _SMALLEST = 11.0, 9.0, 7.0
"""Type sizes in points: the largest, the smallest that is easy to read, and the smallest."""
_LINE = 1.3
"""Distance between lines, as a multiple of the type size; more than typst takes."""
_POINTS = 72 / 25.4


def label_pages(
    addresses: Sequence[Sequence[str]], sheet: LabelSheet, first: int, title: str, language: Language, day: date
) -> bytes:
    """The label sheets as a PDF, with each address on a label; there must be an address, and all must `fit`.

    Args:
        first: The first label to print on, counted from 1; the labels before it have been used.
        day: Date of creation to write into the file; the same arguments give the same bytes.
    """
    placed = [divmod(first - 1 + at, sheet.count) for at in range(len(addresses))]
    labels = zip(placed, addresses, strict=True)
    pages = [
        [_label(sheet, place, lines) for (_, place), lines in members]
        for _, members in groupby(labels, key=lambda one: one[0][0])
    ]
    return typeset(
        {
            "title": title,
            "mark": MADE,
            "language": language,
            "date": {"year": day.year, "month": day.month, "day": day.day},
            "width": sheet.width - 2 * SIDE,
            "height": sheet.height - 2 * TOP,
            "largest": _LARGEST,
            "easy": _EASY,
            "smallest": _SMALLEST,
            "pages": pages,
        },
        layout="labels",
        tagged=False,
    )


def _label(sheet: LabelSheet, place: int, lines: Sequence[str]) -> dict[str, object]:
    left, top = sheet.corner(place)
    return {"x": left + SIDE, "y": top + TOP, "lines": [*lines]}


def fits(lines: Sequence[str], sheet: LabelSheet) -> bool:
    """Whether an address fits on a label for certain, in the smallest type."""
    room = (sheet.width - 2 * SIDE) * _POINTS / _SMALLEST
    taken = sum(1 for line in lines for _ in _wrapped(line, room))
    return taken * _LINE * _SMALLEST <= (sheet.height - 2 * TOP) * _POINTS


def _wrapped(line: str, room: float) -> Iterator[float]:
    """The widths of the lines that a text is broken into, in type sizes."""
    widths = font_for(line).widths
    taken = 0.0
    for word in line.split():
        width = sum(widths.get(letter, 0) for letter in f" {word}") / 1000
        while width > room:  # broken between any two letters
            yield room
            width -= room
        if taken + width > room:
            yield taken
            taken = 0.0
        taken += width
    yield taken
