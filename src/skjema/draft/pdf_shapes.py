"""What the letters that draw a place to fill in on a page suggest for its field."""

import re
from collections.abc import Mapping

from skjema.draft.blank_shapes import shape_type
from skjema.draft.guess import GuessedType
from skjema.formats.pdf.page_letters import Rectangle

_NEAR = 4.0
"""Greatest distance between the edges of a field and of the letters that draw its place, in points."""
_PRINTED = re.compile(r"[^\s_.\u2026\-]")


def type_drawn(place: Rectangle, blanks: Mapping[Rectangle, str]) -> GuessedType | None:
    """The type that the letters below a field suggest; None without such letters, or where they suggest none."""
    return shape_type(_letters_at(place, blanks).strip())


def is_drawn_upon(place: Rectangle, blanks: Mapping[Rectangle, str]) -> bool:
    """Whether signs that a value would run across are printed in a place: `__/__ 20__`."""
    letters = _letters_at(place, blanks)
    is_parted = re.search(r"_\s?\.\s?_", letters) is not None
    return is_parted or _PRINTED.search(letters) is not None


def _letters_at(place: Rectangle, blanks: Mapping[Rectangle, str]) -> str:
    """The letters that draw a place from its beginning to its end; empty without."""
    for (left, bottom, right, top), letters in blanks.items():
        is_level = bottom < (place[1] + place[3]) / 2 and place[1] < top
        if is_level and abs(left - place[0]) <= _NEAR and abs(right - place[2]) <= _NEAR:
            return letters
    return ""
