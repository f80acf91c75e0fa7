"""Whether a print-ready PDF suits a print service, and which record breaks which of its rules."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import pairwise
from math import floor
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from skjema.printing.measured_page import Box, MeasuredPage, MeasuredPdf
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

__all__ = ["SERVICES", "Letter", "Service", "find_print_problems", "not_checked"]

_Params = dict[str, object]


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


class _PlacedLetter(NamedTuple):
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

    pdf: MeasuredPdf
    letters: Sequence[_PlacedLetter]


def find_print_problems(file: BinaryIO | Path, letters: Iterable[Letter], service: Service) -> Iterator[Problem]:
    """One problem for each rule of the service that a record breaks.

    First comes what concerns the whole file, then record by record in the order of their
    pages. A rule for pages tells of the record's first page that breaks it.

    Args:
        file: A path, or a file that can be sought in, which stays open.
        letters: Where the records are. Other pages of the file are not looked at.

    Raises:
        PdfReadError: It isn't a PDF.
        ValueError: A letter reaches into the next one, or beyond the file.
    """
    service_params: _Params = {"service": service.name}
    with MeasuredPdf(file) as pdf:
        if pdf.is_encrypted:  # every service says no, and nothing more can be seen
            yield Problem("print-password", params=service_params)
            return
        pack = _Pack(pdf, _in_order(letters, len(pdf)))
        yield from _broken(_OF_FILE, service.rules, pack, None, service_params)
        with closing(pdf.pages()) as pages:
            numbered = enumerate(pages, start=1)
            for placed in pack.letters:
                params = service_params | {"number": placed.letter.number}
                yield from _broken(_OF_RECORD, service.rules, placed, placed.letter.place, params)
                yield from _broken_by_pages(service.rules, placed, numbered, params)


def _broken_by_pages(
    rules: Iterable[Rule], placed: _PlacedLetter, numbered: Iterator[tuple[int, MeasuredPage]], params: _Params
) -> Iterator[Problem]:
    """For each rule, the first page of the letter that breaks it, so that one cause is reported once."""
    unbroken = [rule for rule in rules if type(rule) in _OF_PAGE]
    for number, page in _pages(numbered, placed):
        page_params = params | {"page": number - placed.letter.first + 1, "sheet": number}
        for rule in tuple(unbroken):
            for problem in _broken(_OF_PAGE, [rule], page, placed.letter.place, page_params):
                unbroken.remove(rule)
                yield problem


def _in_order(letters: Iterable[Letter], pages: int) -> list[_PlacedLetter]:
    ordered = sorted(letters, key=lambda letter: letter.first)
    ends = [letter.first for letter in ordered[1:]] + [pages + 1]
    rooms = [end - letter.first for letter, end in zip(ordered, ends, strict=False)]
    for letter, room in zip(ordered, rooms, strict=True):
        if letter.pages > room:
            raise ValueError(f"letter {letter.number} has {letter.pages} pages and room for {room}")
    # a letter's blank back is its own, where the file has one
    taken = [min(room, letter.pages + letter.pages % 2) for letter, room in zip(ordered, rooms, strict=True)]
    usual = Counter(taken).most_common(1)[0][0] if taken else 0
    return [_PlacedLetter(letter, count, usual) for letter, count in zip(ordered, taken, strict=True)]


def _pages(numbered: Iterator[tuple[int, MeasuredPage]], placed: _PlacedLetter) -> Iterator[tuple[int, MeasuredPage]]:
    """The pages of one letter, out of the rest of the file."""
    last = placed.letter.first + placed.taken - 1
    for number, page in numbered:
        if number >= placed.letter.first:
            yield number, page
        if number == last:
            return


def _broken(
    table: "_Checks", rules: Iterable[Rule], item: Any, place: Place | None, params: _Params
) -> Iterator[Problem]:
    """A problem for each rule of the table that the item breaks; `params` are those that all of them have."""
    for rule in rules:
        if type(rule) in table:
            code, check = table[type(rule)]
            broken = check(item, rule)
            if broken is not None:
                yield Problem(code, place, params=params | broken)


def _version(pack: _Pack, rule: NewestVersion) -> _Params | None:
    if pack.pdf.version <= rule.version:
        return None
    return {"got": _dotted(pack.pdf.version), "newest": _dotted(rule.version)}


def _dotted(version: tuple[int, int]) -> str:
    return ".".join(map(str, version))


def _outside(pack: _Pack, rule: EqualPages) -> _Params | None:
    """Pages that belong to no letter, which the service would take for one."""
    others = set(range(1, len(pack.pdf) + 1))
    for placed in pack.letters:
        others.difference_update(range(placed.letter.first, placed.letter.first + placed.taken))
    return {"pages": _ranges(sorted(others))} if others else None


def _ranges(pages: Sequence[int]) -> str:
    """`1-3, 7`"""
    jumps = [(before, after) for before, after in pairwise(pages) if after != before + 1]
    starts = [pages[0], *(after for _, after in jumps)]
    ends = [*(before for before, _ in jumps), pages[-1]]
    return ", ".join(f"{start}-{end}" if end > start else f"{start}" for start, end in zip(starts, ends, strict=True))


def _unequal(placed: _PlacedLetter, rule: EqualPages) -> _Params | None:
    return None if placed.taken == placed.usual else {"pages": placed.taken, "usual": placed.usual}


def _many(placed: _PlacedLetter, rule: MostPages) -> _Params | None:
    return None if placed.letter.pages <= rule.pages else {"pages": placed.letter.pages, "most": rule.pages}


def _size(page: MeasuredPage, rule: PageSize) -> _Params | None:
    sides = zip(sorted((page.width, page.height)), (rule.short, rule.long), strict=True)
    # halves go up; Python's round() would take them to the even number
    if all(least <= floor(side + 0.5) <= most for side, (least, most) in sides):
        return None
    limits = {"short": "{}-{}".format(*rule.short), "long": "{}-{}".format(*rule.long)}
    return {"width": _measure(page.width), "height": _measure(page.height), **limits}


def _fonts(page: MeasuredPage, rule: EmbeddedFonts) -> _Params | None:
    # As the service compares them (docs/sources.md, "digipost-validator").
    def is_at_the_service(font: str) -> bool:
        return any(word in font.replace("-", "").upper() for word in rule.save)

    names = tuple(font for font in sorted(page.fonts_left_out()) if not is_at_the_service(font))
    return {"fonts": names} if names else None


def _margins(page: MeasuredPage, rule: Margins) -> _Params | None:
    width, height = page.width, page.height
    # the long sides are at the left and right of an upright page, above and below a lying one
    beside, above = (rule.long, rule.short) if page.is_upright else (rule.short, rule.long)
    # only the four strips are drawn and looked at, not the page
    edges: Mapping[str, tuple[Box, Callable[[Box], float]]] = {
        "margin-left": (Box(0, 0, beside, height), lambda ink: ink.left),
        "margin-top": (Box(0, 0, width, above), lambda ink: ink.top),
        "margin-right": (Box(width - beside, 0, width, height), lambda ink: width - ink.right),
        "margin-bottom": (Box(0, height - above, width, height), lambda ink: height - ink.bottom),
    }
    inked = []
    for key, (part, distance) in edges.items():
        if ink := page.ink(part):
            mm = _measure(distance(ink))
            inked.append({code: say(key, code, mm=mm[code]) for code in LANGUAGES})
    return {"found": tuple(inked), "long": rule.long, "short": rule.short} if inked else None


def _blank(page: MeasuredPage, rule: BlankZone) -> _Params | None:
    if page.is_upright:
        ink = page.ink(Box(0, rule.start, rule.depth, rule.end))
    else:
        ink = page.ink(Box(rule.start, page.height - rule.depth, rule.end, page.height))
    if ink is None:
        return None
    distance = ink.left if page.is_upright else page.height - ink.bottom
    return {"found": _measure(distance), "depth": rule.depth, "start": rule.start, "end": rule.end}


def _measure(mm: float) -> Text:
    """Millimetres with one decimal, if any; ink that counts falls short of its limit by more than it is rounded."""
    point = f"{round(mm, 1):g}"
    comma = point.replace(".", ",")
    return {"nb": comma, "nn": comma, "en": point}


_Checks = Mapping[type[Rule], tuple[str, Callable[[Any, Any], _Params | None]]]

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
