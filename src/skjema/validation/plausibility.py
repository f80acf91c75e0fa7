"""Values that are there, and look wrong: one table of rules, each with its code and how much it matters.

A rule never changes a value. What it finds is told of the cell as it was written, before its type has read it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from skjema.fieldtypes.cell_text import DASHES, SHEET_ERROR
from skjema.fieldtypes.field_type import Plausibility
from skjema.fieldtypes.types.name import is_turned
from skjema.misread import misread, without_links
from skjema.problems import Severity, quoted
from skjema.validation.placeholder_words import (
    AND_WORDS,
    NO_NAME_WORDS,
    NO_TEXT,
    NO_VALUE,
    NOT_NAMES,
    RELATIONS,
)

ERROR, WARNING = Severity.ERROR, Severity.WARNING


class Doubt(NamedTuple):
    """What looks wrong with a value; an error keeps it from being read."""

    code: str
    severity: Severity
    params: dict[str, object]


Finding = dict[str, object] | None
"""What a rule's wording is to say besides the value; None where it finds nothing."""


class _Rule(NamedTuple):
    """One way in which a value may look wrong.

    Attributes:
        kinds: The kinds of text it is asked of.
    """

    code: str
    severity: Severity
    kinds: frozenset[Plausibility]
    find: Callable[[str], Finding]


# -- what stands in a cell in place of a value

_NO_NAME_PART = re.compile(r"(?<!\w)(?:NULL|null|NaN|nan|undefined|None)(?!\w)")
"""A part of a name that a program has written; `Null` may be somebody's."""
_HASHES = re.compile(r"#{2,}")
_FORMULA = re.compile(
    r"=\s*(?:[A-ZÆØÅ][A-ZÆØÅ0-9.]*\(|[+-]|\$?[A-Z]{1,3}\$?\d+(?![\d=])|'?[^=<>]{1,40}'?!\$?[A-Z])", re.IGNORECASE
)

_UNFILLED = re.compile(r"\{\{.*\}\}$|\[?(?:velg|vel|klikk|trykk)\b[^.!?]*(?:\.\.\.|…|\])$", re.IGNORECASE)
_PROMPT = re.compile(
    r"(?:klikk|trykk)(?: eller trykk)? her for å [^.!?]{3,40}\.?|(?:velg|vel) e\w\w? (?:element|dato|alternativ)\.?"
    r"|click(?: or tap)?(?: here)? to enter [^.!?]{3,20}\.?|choose an item\.?|sk?rive? (?:inn )?(?:tekst )?her\.?"
    r"|sett? inn (?:tekst|navn|namn|dato) her\.?|lorem ipsum\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What an electronic form, or Word's, shows where nobody has written yet."""
_OF_PROGRAM = re.compile(
    r"</?(?:p|br|div|span|b|i|u|strong|em|ul|ol|li|h[1-6]|a|table|tbody|tr|t[dh]|font|img)(?:\s[^<>]*)?/?>"
    r"|(?<!\S)\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*|\A\s*\[?\{\s*\"\w[^{}]*\}\]?\s*\Z|\A\s*\[\s*\"[^\[\]]*\]\s*\Z",
    re.IGNORECASE,
)
"""Tags of a web page, a time as programs store it, an object or a list of JSON."""
_MOST_SHOWN = 20
"""Letters of what a program has written, in a message."""
_DAY_OF_MONTH = re.compile(
    r"(?:0[1-9]|1[0-2])[.-](?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[sc])\.?", re.IGNORECASE
)
_FRACTION_OF_ZERO = re.compile(r"\d{2,}\.0", re.ASCII)

# -- names

_RELATION_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(RELATIONS)})(?!\w)", re.IGNORECASE)
_INSTITUTION = re.compile(r"barnevern|kommune|tjenest|tenest|kontor|senter|avdeling|(?<!\w)NAV(?!\w)", re.IGNORECASE)
"""What may guard a child and is no person: its name may hold an `og`."""
_BETWEEN_PEOPLE = re.compile(
    rf"[;/|&+]|(?<!\w)(?:{'|'.join(AND_WORDS)})(?!\w)|\s[-\u2013\u2014]\s|\s{{3,}}", re.IGNORECASE
)
_BETWEEN_FULL_NAMES = re.compile(r",|\n|\s[-\u2013\u2014]\s|\s{3,}")
"""What parts people only where whole names stand on its sides."""
_IN_NAMES = frozenset("? -.,'`\u2018\u2019\u02bc\u02bb\u00b4\u2010\u2011\u00a0\n\t")
_QUESTION_MARK = re.compile(r"\w\?+\w|(?<!\S)\?+\w")
_ROMAN = re.compile("[IVX]+")
_QUOTES = "\"'«»“”„‘’`*"


def _words(text: str) -> int:
    return len([word for word in text.split() if any(map(str.isalpha, word))])


def _letter_lost(text: str) -> Finding:
    return {} if "\ufffd" in text else None


def _misread(text: str) -> Finding:
    found = misread(text)
    return None if found is None else {"encoding": found.encoding, "at": found.at}


def _error_word(text: str) -> Finding:
    return {} if re.search(SHEET_ERROR, text) else None


def _hashes(text: str) -> Finding:
    return {} if _HASHES.fullmatch(text.strip()) else None


def _formula(text: str) -> Finding:
    return {} if _FORMULA.match(text.strip()) else None


def _no_value(text: str) -> Finding:
    return {} if text.strip().casefold() in NO_VALUE or _PROMPT.fullmatch(text.strip()) else None


def _of_program(text: str) -> Finding:
    found = _OF_PROGRAM.search(text)
    return {"found": quoted(found[0].strip()[:_MOST_SHOWN])} if found else None


def _no_text(text: str) -> Finding:
    """What stands in the place of a text: a word for nothing, ditto marks, a field that was never filled in.

    A dash alone is how people write that there is nothing; see `rule_check` for where there must be something.
    """
    bare = text.strip()
    if bare.casefold() in NO_TEXT or _UNFILLED.match(bare) or _PROMPT.fullmatch(bare):
        return {}
    return {} if bare and not any(map(str.isalnum, bare)) and bare not in DASHES else None


def _no_name(text: str) -> Finding:
    """Words that stand in the place of a name: `Mor og far`, `Se mappe`, `N.N.`; `Tom` is somebody's name."""
    words = _name_words(text)
    is_none = all(word in NO_NAME_WORDS or word in RELATIONS for word in words)
    is_word = text.strip() == "tom" or text.strip().casefold() in NO_VALUE
    return {} if (words and is_none) or is_word or _NO_NAME_PART.search(text) else None


def _part_no_name(text: str) -> Finding:
    words = _name_words(text)
    if len(words) > 2 and not {words[0], words[-1]}.isdisjoint(RELATIONS):
        return {}
    is_said_first = len(words) > 1 and words[0] in RELATIONS and text.lstrip()[0].islower()
    return {} if is_said_first or any(word in NOT_NAMES for word in words) else None


def _name_words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())


def _question_mark(text: str) -> Finding:
    return {} if _QUESTION_MARK.search(without_links(text)) else None


def _question_mark_in_name(text: str) -> Finding:
    return {} if "?" in text else None


def _several(text: str) -> Finding:
    """People in a cell for one: names with something between them that doesn't stand within a name."""
    if _INSTITUTION.search(text):
        return None
    bare = _RELATION_WORD.sub("", text)
    parts = [part for part in _BETWEEN_PEOPLE.split(bare) if _words(part)]
    if len(parts) > 1 and not re.fullmatch(r"[^;/|&+]*\s[-\u2013\u2014]\s[^;/|&+]*", bare):
        return {}
    whole = [part for part in _BETWEEN_FULL_NAMES.split(bare) if _words(part)]
    if len(whole) > 1 and all(_words(part) > 1 for part in whole):
        return {}
    return {} if len(_RELATION_WORD.findall(text)) > 1 and _words(bare) > 2 else None


def _ornament(text: str) -> Finding:
    """Something beside a name: a remark, quotes, digits, a sign at its end."""
    if _INSTITUTION.search(text):
        return None
    for letter in text:
        if letter not in _IN_NAMES and unicodedata.category(letter)[0] not in "LM":
            return {}
    bare = text.strip()
    has_edge = bare.startswith(tuple("-.,'`\u2019\u00b4")) or bare.endswith(tuple("-,'`\u2019\u00b4"))
    return {} if has_edge or ("," in bare and not is_turned(bare)) else None


def _repeated(text: str) -> Finding:
    """A name that holds a part of itself again, as where `Kari Lie` stands before `Lie`; `Ali Ali` is somebody's."""
    words = text.casefold().replace(",", " ").split()
    half = len(words) // 2
    is_twice = len(words) > 2 and any(one == other for one, other in pairwise(words))
    is_turned = "," in text and len(words) > 2 and words[0] == words[-1]
    return {} if is_twice or is_turned or (half > 1 and words[:half] == words[half:]) else None


def _capitals(text: str) -> Finding:
    """A name in capitals, or with none, as no paper has it."""
    letters = [letter for letter in text if letter.isalpha() and letter.upper() != letter.lower()]
    if not letters or _INSTITUTION.search(text):
        return None
    words = [word for word in re.findall(r"[^\W\d_]{3,}", text) if not _ROMAN.fullmatch(word)]
    in_capitals = any(map(str.isupper, words)) or (len(letters) > 3 and all(map(str.isupper, letters)))
    return {} if in_capitals or all(map(str.islower, letters)) else None


def _quoted(text: str) -> Finding:
    bare = text.strip()
    return {} if len(bare) > 1 and bare[0] in _QUOTES and bare[-1] in _QUOTES else None


def _fraction_of_zero(text: str) -> Finding:
    """A number such as `12.0`, to which a program has put a fraction; one digit alone may well number an edition."""
    return {"value": text.strip()[:-2]} if _FRACTION_OF_ZERO.fullmatch(text.strip()) else None


def _made_date(text: str) -> Finding:
    """What a spreadsheet has made of `5/6` and `5-6`, as a file without formats holds it: `05.jun`."""
    return {} if _DAY_OF_MONTH.fullmatch(text.strip()) else None


_NAME, _TEXT, _PROSE = (frozenset[Plausibility]([kind]) for kind in ("name", "text", "prose"))
_ANY = _NAME | _TEXT | _PROSE

RULES = (
    _Rule("letter-lost", ERROR, _ANY, _letter_lost),
    _Rule("cell-error", ERROR, _ANY, _error_word),
    _Rule("cell-too-narrow", ERROR, _ANY, _hashes),
    _Rule("formula-as-text", ERROR, _ANY, _formula),
    _Rule("letters-misread", ERROR, _ANY, _misread),
    _Rule("value-placeholder", ERROR, _NAME, _no_name),
    _Rule("name-part-none", WARNING, _NAME, _part_no_name),
    _Rule("value-placeholder", WARNING, _TEXT, _no_text),
    _Rule("value-placeholder", WARNING, _PROSE, _no_value),
    _Rule("text-of-program", WARNING, _TEXT | _PROSE, _of_program),
    _Rule("number-fraction", WARNING, _TEXT, _fraction_of_zero),
    _Rule("text-made-date", WARNING, _TEXT, _made_date),
    _Rule("name-several", WARNING, _NAME, _several),
    _Rule("name-repeats", WARNING, _NAME, _repeated),
    _Rule("name-question-mark", WARNING, _NAME, _question_mark_in_name),
    _Rule("name-question-mark", WARNING, _TEXT, _question_mark),
    _Rule("name-ornament", WARNING, _NAME, _ornament),
    _Rule("name-capitals", WARNING, _NAME, _capitals),
    _Rule("text-quoted", WARNING, _TEXT, _quoted),
)
"""In the order in which they are asked; of a value that one finds in error, or to be none, the rest aren't, nor of one
of several people whether it is a tidy name."""


@lru_cache(maxsize=4096)
def found_in(kind: Plausibility, text: str) -> tuple[Doubt, ...]:
    """What looks wrong with a text of this kind, as it was written."""
    return tuple(_found(kind, text))


def _found(kind: Plausibility, text: str) -> Iterator[Doubt]:
    for code, severity, kinds, find in RULES:
        if kind in kinds and (params := find(text)) is not None:
            yield Doubt(code, severity, params)
            if severity is ERROR or code in ("name-several", "value-placeholder"):
                return
