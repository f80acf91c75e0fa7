"""Whether a print-ready PDF suits a print service, and which record breaks which of its rules."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import pairwise
from math import floor
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from skjema.printing.measured_page import Box, Paper, Sheet
from skjema.printing.services import (
    SERVICES,
    BlankZone,
    EmbeddedFonts,
    EqualPages,
    Margins,
    MostPages,
    NewestVersion,
    PageSize,
    Rule,
    Service,
    not_checked,
)
from skjema.problems import Place, Problem
from skjema.wording import LANGUAGES, Text
from skjema.wording.messages import say

__all__ = ["SERVICES", "Letter", "Service", "not_checked", "unprintable"]

_Gaps = dict[str, object]


class Letter(NamedTuple):
    """The pages of one record in the file.

    Attributes:
        number: The record's number, from 1.
        place: Where the record is written.
        first: Its first page in the file, from 1.
        pages: How many pages it has, without a blank back.
    """

    number: int
    place: Place
    first: int
    pages: int


class _Mail(NamedTuple):
    """A letter as it lies in the file.

    Attributes:
        taken: How many pages it takes, with a blank back.
        usual: How many most letters take.
    """

    letter: Letter
    taken: int
    usual: int


class _Pack(NamedTuple):
    """A file and its letters, in the order of their pages."""

    paper: Paper
    mail: Sequence[_Mail]


def unprintable(file: BinaryIO | Path, letters: Iterable[Letter], service: Service) -> Iterator[Problem]:
    """What the service would not print as it is: one problem for each rule that a record breaks.

    First comes what concerns the whole file, then record by record in the order of their
    pages. A rule for pages tells of the record's first page that breaks it.

    Args:
        file: A path, or a file that can be sought in, which stays open.
        letters: Where the records are. Other pages of the file are not looked at.

    Raises:
        PdfReadError: It isn't a PDF.
        ValueError: A letter reaches into the next one, or beyond the file.
    """
    named: _Gaps = {"service": service.name}
    with Paper(file) as paper:
        if paper.is_encrypted:  # every service says no, and nothing more can be seen
            yield Problem("print-password", gaps=named)
            return
        pack = _Pack(paper, _in_order(letters, len(paper)))
        yield from _broken(_OF_FILE, service.rules, pack, None, named)
        with closing(paper.sheets()) as sheets:
            numbered = enumerate(sheets, start=1)
            for mail in pack.mail:
                known = named | {"number": mail.letter.number}
                yield from _broken(_OF_RECORD, service.rules, mail, mail.letter.place, known)
                yield from _broken_by_pages(service.rules, mail, numbered, known)


def _broken_by_pages(
    rules: Iterable[Rule], mail: _Mail, numbered: Iterator[tuple[int, Sheet]], known: _Gaps
) -> Iterator[Problem]:
    kept = [rule for rule in rules if type(rule) in _OF_PAGE]
    for number, sheet in _sheets(numbered, mail):
        page = known | {"page": number - mail.letter.first + 1, "sheet": number}
        for rule in tuple(kept):
            for problem in _broken(_OF_PAGE, [rule], sheet, mail.letter.place, page):
                kept.remove(rule)
                yield problem


def _in_order(letters: Iterable[Letter], pages: int) -> list[_Mail]:
    ordered = sorted(letters, key=lambda letter: letter.first)
    ends = [letter.first for letter in ordered[1:]] + [pages + 1]
    rooms = [end - letter.first for letter, end in zip(ordered, ends, strict=False)]
    for letter, room in zip(ordered, rooms, strict=True):
        if letter.pages > room:
            raise ValueError(f"letter {letter.number} has {letter.pages} pages and room for {room}")
    taken = [min(room, letter.pages + letter.pages % 2) for letter, room in zip(ordered, rooms, strict=True)]
    usual = Counter(taken).most_common(1)[0][0] if taken else 0
    return [_Mail(letter, count, usual) for letter, count in zip(ordered, taken, strict=True)]


def _sheets(numbered: Iterator[tuple[int, Sheet]], mail: _Mail) -> Iterator[tuple[int, Sheet]]:
    """The pages of one letter, out of the rest of the file."""
    last = mail.letter.first + mail.taken - 1
    for number, sheet in numbered:
        if number >= mail.letter.first:
            yield number, sheet
        if number == last:
            return


def _broken(table: "_Checks", rules: Iterable[Rule], item: Any, place: Place | None, known: _Gaps) -> Iterator[Problem]:
    for rule in rules:
        if type(rule) in table:
            code, check = table[type(rule)]
            gaps = check(item, rule)
            if gaps is not None:
                yield Problem(code, place, gaps=known | gaps)


def _version(pack: _Pack, rule: NewestVersion) -> _Gaps | None:
    if pack.paper.version <= rule.version:
        return None
    return {"got": _dotted(pack.paper.version), "newest": _dotted(rule.version)}


def _dotted(version: tuple[int, int]) -> str:
    return ".".join(map(str, version))


def _outside(pack: _Pack, rule: EqualPages) -> _Gaps | None:
    """Pages of no letter: the service would take them for one."""
    held = {page for mail in pack.mail for page in range(mail.letter.first, mail.letter.first + mail.taken)}
    others = [page for page in range(1, len(pack.paper) + 1) if page not in held]
    return {"pages": _ranges(others)} if others else None


def _ranges(pages: Sequence[int]) -> str:
    """`1-3, 7`"""
    starts = [pages[0], *(after for before, after in pairwise(pages) if after != before + 1)]
    ends = [*(before for before, after in pairwise(pages) if after != before + 1), pages[-1]]
    return ", ".join(f"{start}-{end}" if end > start else f"{start}" for start, end in zip(starts, ends, strict=True))


def _unequal(mail: _Mail, rule: EqualPages) -> _Gaps | None:
    return None if mail.taken == mail.usual else {"pages": mail.taken, "usual": mail.usual}


def _many(mail: _Mail, rule: MostPages) -> _Gaps | None:
    return None if mail.letter.pages <= rule.pages else {"pages": mail.letter.pages, "most": rule.pages}


def _size(sheet: Sheet, rule: PageSize) -> _Gaps | None:
    sides = zip(sorted((sheet.width, sheet.height)), (rule.short, rule.long), strict=True)
    if all(least <= floor(side + 0.5) <= most for side, (least, most) in sides):
        return None
    limits = {"short": "{}-{}".format(*rule.short), "long": "{}-{}".format(*rule.long)}
    return {"width": _measure(sheet.width), "height": _measure(sheet.height), **limits}


def _fonts(sheet: Sheet, rule: EmbeddedFonts) -> _Gaps | None:
    # As the service compares them (docs/sources.md, "digipost-validator").
    wanting = (font for font in sheet.fonts_left_out() if not _holds(font.replace("-", "").upper(), rule.save))
    names = tuple(sorted(wanting))
    return {"fonts": names} if names else None


def _holds(name: str, words: Iterable[str]) -> bool:
    return any(word in name for word in words)


def _margins(sheet: Sheet, rule: Margins) -> _Gaps | None:
    wide, high = sheet.width, sheet.height
    beside, above = (rule.long, rule.short) if sheet.is_upright else (rule.short, rule.long)
    edges: Mapping[str, tuple[Box, Callable[[Box], float]]] = {
        "margin-left": (Box(0, 0, beside, high), lambda ink: ink.left),
        "margin-top": (Box(0, 0, wide, above), lambda ink: ink.top),
        "margin-right": (Box(wide - beside, 0, wide, high), lambda ink: wide - ink.right),
        "margin-bottom": (Box(0, high - above, wide, high), lambda ink: high - ink.bottom),
    }
    inked = [(key, distance(ink)) for key, (part, distance) in edges.items() if (ink := sheet.ink(part))]
    if not inked:
        return None
    found = tuple({code: say(key, code, mm=_measure(mm)[code]) for code in LANGUAGES} for key, mm in inked)
    return {"found": found, "long": rule.long, "short": rule.short}


def _blank(sheet: Sheet, rule: BlankZone) -> _Gaps | None:
    if sheet.is_upright:
        ink = sheet.ink(Box(0, rule.start, rule.depth, rule.end))
    else:
        ink = sheet.ink(Box(rule.start, sheet.height - rule.depth, rule.end, sheet.height))
    if ink is None:
        return None
    found = ink.left if sheet.is_upright else sheet.height - ink.bottom
    return {"found": _measure(found), "depth": rule.depth, "start": rule.start, "end": rule.end}


def _measure(mm: float) -> Text:
    """Millimetres with one decimal, if any; ink that counts falls short of its limit by more than it is rounded."""
    point = f"{round(mm, 1):g}"
    comma = point.replace(".", ",")
    return {"nb": comma, "nn": comma, "en": point}


_Checks = Mapping[type[Rule], tuple[str, Callable[[Any, Any], _Gaps | None]]]

_OF_FILE: _Checks = {
    NewestVersion: ("print-version", _version),
    EqualPages: ("print-pages-outside", _outside),
}
_OF_RECORD: _Checks = {
    MostPages: ("print-pages-many", _many),
    EqualPages: ("print-pages-unequal", _unequal),
}
_OF_PAGE: _Checks = {
    PageSize: ("print-size", _size),
    EmbeddedFonts: ("print-font", _fonts),
    Margins: ("print-margin", _margins),
    BlankZone: ("print-zone", _blank),
}
