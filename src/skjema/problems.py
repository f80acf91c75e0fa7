"""Problems: what is wrong or was repaired, where it stands, how much it matters, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from skjema.wording import MessageLanguage, Text, in_language, on_one_line
from skjema.wording.messages import say


class Severity(StrEnum):
    """How much a problem matters, most first."""

    ERROR = "error"
    """The record, file or definition can't be used as it is."""
    WARNING = "warning"
    """It can be used; somebody should look at it."""
    NOTE = "note"
    """Something was read otherwise than written (a repair), or ignored."""


class Place(NamedTuple):
    """Where something was written: a file, and a cell, line or JSON path in it.

    Attributes:
        file: Name of the file, without its folder.
        sheet: Name of the sheet, for a workbook.
        row: Row of the sheet or line of the file, counted from 1; 0 for the whole.
        column: Column counted from 1; 0 for the whole row.
        path: JSON path, such as `$[6].barn_navn`.
    """

    file: str
    sheet: str = ""
    row: int = 0
    column: int = 0
    path: str = ""

    def text(self, language: MessageLanguage) -> str:
        """Such as `barn.xlsx:Barn!D7`, `barn.csv: linje 7, kolonne 4` or `barn.json:$[6].navn`."""
        # names of files and sheets come from outside, and a line break in one would break the message
        return on_one_line(self._text(language))

    def _text(self, language: MessageLanguage) -> str:
        if self.sheet and self.row and not self.column:
            return f"{self.file}:{self.sheet}, {say('place-row', language, row=self.row)}"
        if self.sheet:
            return f"{self.file}:{self.sheet}{'!' + self.cell if self.row else ''}"
        parts = [self.file]
        if self.row and self.column:
            parts.append(say("place-line-column", language, row=self.row, column=self.column))
        elif self.row:
            parts.append(say("place-line", language, row=self.row))
        return ": ".join(parts) + (f":{self.path}" if self.path else "")

    @property
    def cell(self) -> str:
        """Excel's name of the cell, such as `D7`; for a whole row, that of its first cell."""
        return f"{column_letters(self.column or 1)}{self.row}"


def column_letters(column: int) -> str:
    """Excel's name of a column counted from 1: A, B ... Z, AA."""
    letters = ""
    while column:
        # base 26 without a zero: Z is followed by AA
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to correct or to know about.

    Attributes:
        code: Key of `PROBLEMS`, or the id of a rule; public and never reused for something else.
        place: Where it stands; None when it concerns the run as a whole.
        params: Values for the gaps of the wording. `got` is what was written; it is
            left out for identity numbers and for fields marked `sensitive`.
        message: The wording, for rules and constraints whose definition carries it.
    """

    code: str
    place: Place | None = None
    severity: Severity = Severity.ERROR
    params: dict[str, object] = field(default_factory=dict, repr=False)
    message: Text | None = None

    def text(self, language: MessageLanguage) -> str:
        """One line: place, what is wrong, what to do, and the code."""
        where = f"{self.place.text(language)}: " if self.place else ""
        return f"{where}{self.sentence(language)} [{self.code}]"

    def sentence(self, language: MessageLanguage) -> str:
        """The message alone, without place and code."""
        if self.message is not None:
            return on_one_line(in_language(self.message, language))
        from skjema.wording.problems import PROBLEMS  # long tables, which a run without problems does without

        return PROBLEMS[self.code].text(language, **self.params)


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """The problems of one record in the order of its sheets, rows and columns."""
    return sorted(problems, key=_position)


def _position(problem: Problem) -> tuple[str, int, int]:
    place = problem.place  # problems without a place come first
    return (place.sheet, place.row, place.column) if place else ("", 0, 0)


def quoted(written: object, limit: int = 60) -> str:
    """What was written, in quotes and on one line, cut where it is longer than `limit` characters."""
    text = repr(str(written))  # which also shows control characters by their numbers
    return text if len(text) <= limit else text[: limit - 4] + text[0] + " ..."


def worst_severity(problems: Iterable[Problem]) -> Severity | None:
    """The gravest severity among `problems`, None where there are none."""
    present = {problem.severity for problem in problems}
    return next((severity for severity in Severity if severity in present), None)
