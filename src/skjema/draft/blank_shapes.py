"""Blanks to write in that letters draw, and the type that the shape of a blank suggests."""

import re

from skjema.draft.guess import GuessedType
from skjema.formats import blank_marks

MARK = "\ue010"
"""Private-use letter that stands for a drawn line while a file is examined; it occurs in no file."""
PLACEHOLDER = re.compile(
    r"\[{1,2}(?! *[xX\u2713] *\])(?:\.{3}|\u2026)?[ ]?[^\W\d_][^\[\]{}|]{1,58}\]{1,2}"
    r"|<{1,2}[^\W\d_][^<>{}|=/@]{1,58}>{1,2}"
    r"|\u2039[^\u2039\u203a{}]{2,58}\u203a"
)
"""Words to write over: `[dato]`, `<antall>`."""
_DATE_OF_SPACES = r"(?<![ \u00a0])[ \u00a0]{3,}/[ \u00a0]{3,}(?:20|19)(?![^\s.])"
"""A date that only its stroke and century are typed of."""
BLANK = re.compile(rf"{blank_marks.BLANK.pattern}|{_DATE_OF_SPACES}|{MARK}{{3,}}")
"""A blank to write in, drawn by letters or by a tab."""
_ASKING = re.compile(
    r"^(?:(?:her )?(?:sett|skriv|fyll|skriv her|legg|før)\s+(?:inn|ut|opp|her)?|oppgi|oppgje|velg|vel"
    r"|insert|enter|type)\s+",
    re.IGNORECASE,
)
_DATE = re.compile(r"(_+) ?[./\-\u2013] ?(_+) ?[./\-\u2013]? ?(?:(?:20|19)?_+)")
_DATE_OF_POINTS = re.compile(r"[.\u2026]+\s?/\s?[.\u2026]+[\s/\-\u2013]*(?:20|19)?[.\u2026]+")
_CELL = re.compile(r"_+|[\u2610\u25a1\u25fb\u25a2\u25fd\u2b1c]")
_OF_DATES = {(2, 2, 4), (2, 2, 2)}
_SHAPES = {(4, 2, 5): "kontonummer", (6, 5): "fodselsnummer", (3, 3, 3): "organisasjonsnummer"}
"""Types by the number of cells in each group."""


def question_in(placeholder: str) -> str:
    """What words to write over ask for: a name for `[Sett inn navn]`."""
    return _ASKING.sub("", placeholder.strip("[]<>\u2039\u203a .\u2026")).strip()


def shape_type(blank: str) -> GuessedType | None:
    """The type that the shape of a blank suggests; None where it suggests none."""
    if "@" in blank:
        return GuessedType("email", "label")
    if re.fullmatch(r"[12]\d__.*", blank):  # a school year
        return None
    if _DATE_OF_POINTS.fullmatch(blank) or re.fullmatch(_DATE_OF_SPACES, blank):
        return GuessedType("date", "label")
    if "|" in blank or "[" in blank or "_" not in blank:
        return _cells_type(tuple(len(_CELL.findall(one)) for one in re.split(r"[\s./\-\u2013]+", blank)))
    groups = tuple(len(one.replace(" ", "")) for one in re.split(r"[./\-\u2013,:]|  +| (?=_{2})", blank) if "_" in one)
    if groups in _SHAPES:
        return GuessedType(_SHAPES[groups], "label")
    if _DATE.fullmatch(blank) and len(groups) > 1:
        return GuessedType("date", "label")
    return GuessedType("time", "label") if re.fullmatch(r"_+ ?: ?_+", blank) else None


def _cells_type(groups: tuple[int, ...]) -> GuessedType | None:
    """The type that cells for single letters suggest, by the number of cells in each group."""
    groups = tuple(filter(None, groups))
    kind = _SHAPES.get(groups) or ("date" if groups in _OF_DATES else "fodselsnummer" if groups == (11,) else "")
    return GuessedType(kind, "label") if kind else None
