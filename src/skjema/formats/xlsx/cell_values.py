"""Reads the value of a cell from its text, type and number format."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from math import isfinite
from typing import NamedTuple

from skjema.formats.table import PartlyShown, Percent, ShownNumber, Unreadable, Written
from skjema.formats.xlsx.number_format import BUILT_IN, is_percent, is_plain, shown

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_QUOTED = re.compile(r'"[^"]*"|[\\_*].|\[[^\]]*\]')

# built-in number formats for dates or times (ECMA-376 part 1, 18.8.30; 27-36 and 50-58 are dates in
# East Asian locales).
NUMBER_FORMATS = dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), "date") | {
    number: "" if is_plain(code) else code for number, code in BUILT_IN.items()
}
_PARTIAL = {"date-day": "day", "date-year": "year"}
"""Kinds of date format that leave a part out, and the part: `mmm-yy` and `d-mmm`."""
NUMBER_FORMATS |= {16: "date-year", 17: "date-day"}

_WHOLE = ("", "0")
"""Formats that show an integer by its digits alone."""
_TRUTHS = {"1": True, "true": True, "0": False, "false": False}

# the days from which a sheet counts; they have no time zone
_EPOCH_1900 = datetime(1899, 12, 30)  # noqa: DTZ001
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001


class Looks(NamedTuple):
    """Cell formatting that may carry meaning, by the numbers of styles and of shared texts.

    Attributes:
        struck: Styles whose text is struck out.
        struck_strings: Shared texts that are struck out in part.
        fills: Background colour by style, for styles that have one.
    """

    struck: frozenset[str] = frozenset()
    struck_strings: frozenset[str] = frozenset()
    fills: Mapping[str, str] = {}

    @property
    def say_nothing(self) -> bool:
        return not (self.struck or self.struck_strings or self.fills)


PLAIN = Looks()
"""The formatting of a workbook without strikethrough and background colours."""


class Cells:
    """Reads the cells of one workbook.

    Args:
        strings: The texts that cells share, by number.
        styles: For each style, `date`, or a kind or code from `kind_of_format`, or an empty text for plain numbers.
        date1904: Whether days are counted from 1904.
        looks: Formatting that may carry meaning.
    """

    def __init__(self, strings: Sequence[str], styles: Sequence[str], *, date1904: bool, looks: Looks = PLAIN) -> None:
        self.looks = looks
        self.strings = strings
        self._styles = {str(at): style for at, style in enumerate(styles)}
        self._epoch = _EPOCH_1904 if date1904 else _EPOCH_1900

    def value(self, kind: str, text: str, style: str, formula: str) -> Written:
        """The value of a cell; an empty text for a cell without a value.

        Args:
            kind: The cell's type, as in ECMA-376 part 1, 18.18.11.
            style: The number of its style.
            formula: Empty where it has none.

        Raises:
            LookupError, ValueError: The text is no value of that type.
        """
        if kind == "s":
            return self.shared(text)
        if not text and formula:
            # a formula may well give an empty text; one for a number has not been calculated
            return "" if kind == "str" else Unreadable("cell-not-calculated")
        if kind == "n":
            return self._number(text, style)
        if kind == "b":
            return _TRUTHS[text.strip()]
        if kind == "e":
            return Unreadable("cell-error", text)
        if kind == "d":
            return _iso_date(text)
        if kind in ("str", "inlineStr"):
            return unescaped(text)
        raise ValueError(kind)

    def shared(self, number: str) -> str:
        """The shared text with this number.

        Raises:
            LookupError, ValueError: There is no such text.
        """
        place = int(number)
        if place < 0:  # an invalid number, though Python would take it as an index from the end
            raise IndexError(place)
        return self.strings[place]

    def _number(self, text: str, style: str) -> Written:
        meaning = self._styles.get(style, "")
        if meaning in _WHOLE and text.isdecimal() and len(text) < 16:  # a float, and Excel, keep fifteen digits
            return int(text)
        number = float(text)
        if "_" in text or not isfinite(number):  # valid in Python, but not in a workbook
            raise ValueError(text)
        if meaning == "date":
            return self._date(number)
        if meaning in _PARTIAL:
            found = self._date(number)
            if isinstance(found, datetime) and found.time() == time():
                return PartlyShown.of(found, _PARTIAL[meaning])
            return found
        if meaning:
            return (Percent if is_percent(meaning) else ShownNumber).of(number, shown(number, meaning))
        return int(number) if number.is_integer() and abs(number) < 1e15 else number

    def _date(self, serial: float) -> Written:
        if not 0 <= serial < 2_958_466:  # 31.12.9999
            return Unreadable("cell-date", str(serial))
        lost = 1 if serial < 60 and self._epoch.year == 1899 else 0  # Excel has a 29.02.1900
        moment = _to_seconds(self._epoch + timedelta(days=serial + lost))
        return moment.time() if serial < 1 else moment


def _to_seconds(moment: datetime) -> datetime:
    """The time rounded to seconds, all that a sheet displays; the fractions are noise."""
    return (moment + timedelta(microseconds=500_000)).replace(microsecond=0)


def _iso_date(text: str) -> Written:
    """A date with or without a time, or a time alone; a time zone is dropped, and the local time is kept."""
    written = text.strip()
    try:
        if "-" not in written[:5]:
            moment = datetime.combine(_EPOCH_1904, time.fromisoformat(written))
            return _to_seconds(moment.replace(tzinfo=None)).time()
        return _to_seconds(datetime.fromisoformat(written).replace(tzinfo=None))
    except ValueError:
        return Unreadable("cell-date", text)


def unescaped(text: str) -> str:
    """The text with characters that a workbook writes as `_x000D_` put back."""
    return _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), text) if "_x" in text else text


def kind_of_format(code: str) -> str:
    """What a custom number format displays: `date`, or its own code where it shows more than digits, or nothing.

    `date-day` is a date format without the day, `date-year` one without the year.
    """
    bare = _QUOTED.sub("", code.split(";")[0]).casefold()
    if set(bare) & set("ymdhs") and "general" not in bare and "%" not in bare:
        return _kind_of_date(set(bare))
    return "" if is_plain(code) else code


def _kind_of_date(letters: set[str]) -> str:
    if letters & set("hs") or "m" not in letters:  # minutes, a weekday or a year alone
        return "date"
    return "date-day" if "d" not in letters else "date-year" if "y" not in letters else "date"
