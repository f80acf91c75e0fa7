"""Patterns for places to fill in that are drawn with characters: lines of underscores or points, and boxes to tick."""

import re

_LINE = r"(?:_(?: _)+|(?<!_)_{1,6}(?!_))"
_SHORT = r"(?:_(?: _)+|(?<!_)_{1,3}(?!_))"
_YEAR = r"\s?[./\-\u2013]?\s?(?:20|19)_{1,6}(?!_)"
_OF_DATE = "|".join(rf"(?<!_)_{{1,6}}\s?{one}\s?_{{1,6}}\s?{one}\s?_{{1,12}}(?!_)" for one in (r"\.", "/"))
"""Day, month and year; people leave lines of different lengths for them."""
_PARTED = (
    rf"{_OF_DATE}|{_LINE}(?:\s?(?:[./:]|,(?=__(?!_)))\s?{_LINE}|{_YEAR})+"
    rf"|{_SHORT}\s?[\-\u2013]\s?{_SHORT}(?:\s?[\-\u2013]\s?{_LINE}|{_YEAR})"
)
"""Lines that are separated by the separators of a date, a number or a time, and are one place."""
_SPACED = r"_(?: {1,3}_){3,}(?!_)"
_NUMBER = r"_{6} _{5}(?!_)|_{4} _{2} _{5}(?!_)|_{3} _{3} _{3}(?!_)|(?<!_)_{2,5}(?: _{2,5}){2,4}(?![_ ]*_)"
"""Identity numbers and other numbers in groups."""
_SQUARE = "[\u2610\u25a1\u25fb\u25a2\u25fd\u2b1c]"
_ALONE = "".join(rf"(?!(?<={_SQUARE}{{{before}}}){_SQUARE}{{{4 - before}}})" for before in range(4))
"""Put before a square: it is not one of four or more in a row, which are cells for letters."""
_CELLS = (
    r"\|(?:\s?_{1,3}\s?\|){2,}(?:[\s.]{1,3}\|?(?:\s?_{1,3}\s?\|)+)*"
    r"|(?:\[_{1,2}\]){3,}(?:[ ./\-\u2013]{1,3}(?:\[_{1,2}\])+)*"
    rf"|{_SQUARE}{{4,}}(?:[ ./\-\u2013]{{1,3}}{_SQUARE}{{4,}})*"
)
"""One cell for each letter."""
_POINTS = r"(?:(?<!\.)\.*\u2026(?:\.*\s*\u2026|\.{2})(?:[.\u2026]|\s+(?=\u2026))*|\.{5,})"
"""Dots, three of which programs turn into one character; a separator before the next word is not included."""
_DAY = r"(?:(?<!\.)\.*\u2026[.\u2026]*|\.{3,})"
_YEAR_OF_POINTS = r"\s?[/\-\u2013]?\s?(?:20|19)[.\u2026]{1,8}"
_DATE_OF_POINTS = rf"{_DAY}\s?/\s?{_DAY}(?:{_YEAR_OF_POINTS}|\s?/\s?{_DAY})"
_WHOLE = r"_{2,}@_{2,}(?:\._{2,}(?!_))?|(?<!\d)(?:20|19)__\s?/\s?(?:20|19)?__(?!_)"
"""An e-mail address, and a school year."""
BLANK = re.compile(
    rf"{_CELLS}|{_WHOLE}|{_PARTED}|{_SPACED}|{_NUMBER}|_{{3,}}|{_DATE_OF_POINTS}|{_POINTS}(?:{_YEAR_OF_POINTS})?|-{{6,}}"
)
BOX = re.compile(
    rf"{_ALONE}[\u2610\u25a1\u25fb\u25a2\u25fd\u2b1c\u274f\u2751\uf06f\uf0a8\uf071]"
    r"|\[ {0,3}\]|(?<!\])\[_\](?!\[)|\( {0,3}\)"
)
_TICKED = "_{2,8}"
_WORD = r"(?:ja|nei|yes|no)(?!\w)"
_TICKED_LINES = re.compile(
    rf"(?<!_)({_TICKED})\s?{_WORD}[\s,/]*({_TICKED})\s?{_WORD}(?!\s*_)|"
    rf"(?<!\w){_WORD}\s?({_TICKED})[\s,/]+{_WORD}\s?({_TICKED})(?=\s*$)",
    re.IGNORECASE,
)


def ticked_lines(text: str) -> list[tuple[int, int]]:
    """Positions of short lines that serve as boxes: `____ Ja ____ Nei`, or `Ja ____ Nei ____` at the end of a line."""
    found = (one for match in _TICKED_LINES.finditer(text) for one in (match.span(n) for n in (1, 2, 3, 4)))
    return [span for span in found if span[0] >= 0]
