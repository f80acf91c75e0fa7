"""Finds lines to write on that a Word file only draws: underscores, dots, or what `word_leaders` has marked."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from skjema.draft.blank_shapes import BLANK, MARK, PLACEHOLDER, asked_by, shape_type
from skjema.draft.box_answers import answer_and_rest
from skjema.draft.guess import Guess, guess_type, is_of_signer, is_part_of_name
from skjema.draft.word_around import label_around, place_key
from skjema.draft.word_captions import captions, is_row_signed, is_signed_below, is_signed_there, of_party
from skjema.draft.word_label import label_of, quoted
from skjema.draft.word_line import line_of
from skjema.draft.word_places import Place, Replacement, value_or_line
from skjema.formats.blank_marks import BOX
from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_words
from skjema.text_match import match_key

_CAPTION = re.compile(r"\s*\(([^()]{2,60})\)")
"""Words right after a blank that explain it: `____ (navn)`."""
_AND = re.compile(r"^[\s,]*(og|samt|and)\s+", re.IGNORECASE)
"""Words that connect a blank with the one before it."""
_HINT = re.compile(
    r"\W*(\d|heretter|valgfri\w*|skriv\w*|fyll\w*|hvis|dersom|bruk|husk|dd|se |max|maks|minst)", re.IGNORECASE
)
"""Beginnings of words after a blank that say how to write there, or what more, but not what."""
_UNIT = re.compile(
    r"^\s*(cm|mm|m|km|m2|m²|kg|g|kr|%|stk|min|år|timer|dager|dagar|,-|,\u2013)(?!\w)[.,;]?\s+", re.IGNORECASE
)
"""Units of the blank before them."""
_FROM = re.compile(r"(^|\s)(fra|frå|fra og med|frå og med)$", re.IGNORECASE)
"""Ends of labels that are followed by a second blank with `til`."""
_AFTER = re.compile(r" ([^\W\d_][^.,;:_(]{2,40}?)(?=[.,;]|$| {2})")
"""Words right after a blank that has none before it."""


def line_places(paragraphs: Sequence[etree._Element]) -> Iterator[Place]:
    """The lines to write on in some paragraphs, in order."""
    previous: Place | None = None
    for paragraph in paragraphs:
        words = own_words(paragraph)
        blanks = _blanks(paragraph, words)
        if not blanks:
            previous = previous if not words.strip() else None
            continue
        if previous is not None and _goes_on(previous, paragraph, words, blanks):
            previous = _longer(previous, paragraph)
            continue
        places = list(_blanks_of(paragraph, words, blanks))
        yield from places
        previous = places[-1] if places and not _rest(words[blanks[-1].end :]) else None


class _Blank(NamedTuple):
    """Letters of a paragraph that are a place to write.

    Attributes:
        asked: What words to write over ask for; empty for a line.
        drawn: The letters that draw a line.
    """

    start: int
    end: int
    asked: str = ""
    drawn: str = ""


def _blanks(paragraph: etree._Element, words: str) -> list[_Blank]:
    """The blanks of a paragraph; a tab separates two lines although it is no letter."""
    at, parting = 0, []
    for one in paragraph.iter(f"{W}t", f"{W}tab"):
        if one.tag == f"{W}tab":
            parting.append(at)
        elif next(one.iterancestors(f"{W}p")) is paragraph:
            at += len(one.text or "")
    blanks = []
    for found in BLANK.finditer(words):
        # what tabs draw is one line, however many tabs there are
        inner = [] if MARK in found[0] else [one for one in parting if found.start() < one < found.end()]
        edges = [found.start(), *dict.fromkeys(inner), found.end()]
        drawn = found[0] if len(edges) == 2 else ""
        blanks += [_Blank(*pair, drawn=drawn) for pair in pairwise(edges)]
    # words in a bookmark are the bookmark's own place
    marks = (one.get(f"{W}name", "") for one in paragraph.iter(f"{W}bookmarkStart"))
    if any(not one.startswith("_") for one in marks):
        return blanks
    asked = [
        _Blank(*one.span(), asked_by(one[0])) for one in PLACEHOLDER.finditer(words) if match_key(asked_by(one[0]))
    ]
    return sorted([*blanks, *asked])


def _rest(words: str) -> str:
    """What the words after a line's last blank ask for, other than how to write there."""
    rest = _CAPTION.sub("", words, count=1) if _CAPTION.match(words) else _UNIT.sub("", f"{words} ")
    return "" if _HINT.match(rest) else label_of(rest)


def _rest_above(paragraph: etree._Element) -> str:
    """Words after the last blank of the paragraph above, which lead to a line alone below them."""
    above = next(paragraph.itersiblings(f"{W}p", preceding=True), None)
    words = "" if above is None else own_words(above)
    blanks = [] if above is None else _blanks(above, words)
    return _rest(words[blanks[-1].end :]) if blanks else ""


def _goes_on(previous: Place, paragraph: etree._Element, words: str, blanks: list[_Blank]) -> bool:
    """Whether a line only continues the blank at the end of the line before."""
    is_bare = len(blanks) == 1 and not BLANK.sub("", words).strip()
    if not is_bare or previous.guess.type == "signature" or blanks[0].asked:
        return False
    return previous.element.getparent() is paragraph.getparent() and not captions(paragraph, 1)


def _blanks_of(paragraph: etree._Element, words: str, blanks: list[_Blank]) -> Iterator[Place]:
    below = [] if BLANK.sub("", words).strip() else captions(paragraph, len(blanks))
    guesses = [replace(one, place=quoted(words)) for one in _guesses(paragraph, blanks, below)]
    if below and is_signed_there(paragraph, below):
        guesses = [of_party(one) for one in guesses]
    # whoever signs writes everything on the line of the signature
    signed = any(guess.type == "signature" for guess in guesses) or is_signed_below(paragraph)
    signed = signed or (bool(below) and is_row_signed(paragraph))
    for number, (guess, blank) in enumerate(zip(guesses, blanks, strict=True)):
        own = replace(guess, recipient=True) if signed and _may_be_signers(guess) else guess
        key = f"blank {place_key(paragraph)} {number}"
        yield Place(paragraph, "blank", key, own, at=blank.start, letters=_put_at(paragraph, blank))


def _guesses(paragraph: etree._Element, blanks: list[_Blank], below: Sequence[str]) -> Iterator[Guess]:
    """The guesses for the blanks of a line, from the words before, after or below each, or from its shape."""
    line, start, previous = line_of(paragraph), 0, ""
    for number, blank in enumerate(blanks):
        behind = _CAPTION.match(line.words, line.place_of(blank.end))
        before = _behind_boxes(line.words[line.place_of(start) : line.place_of(blank.start)])
        own = label_of(_UNIT.sub("", _AND.sub("", before)) if number else before)
        if not own and not below and (after := _AFTER.match(line.words, line.place_of(blank.end))):
            own = label_of(after[1])
        caption = behind[1] if behind and not blank.asked else ""
        start = line.at[behind.end()] if caption and behind else blank.end
        is_told = bool(caption) and not (own and (before.rstrip().endswith(":") or _HINT.match(caption)))
        label = below[number] if below else blank.asked or (caption if is_told else own)
        if not label and len(blanks) == 1:
            label = label_of(label_around(paragraph)) or _rest_above(paragraph) or label_of(_below(paragraph))
        if not label and previous and before.strip() in ("-", "\u2013"):
            label = f"{previous} til"
        if label.casefold() == "til" and _FROM.search(previous):
            label = _FROM.sub(r"\1til", previous)
        previous = label
        kind, reason = guess_type(label)
        if reason == "unknown" and caption:
            kind, reason = guess_type(caption)
        if kind == "text" and (shape := shape_type(blank.drawn)):
            kind, reason = shape
        yield Guess(id=label, type=kind, label=label, reason=reason)


def _may_be_signers(guess: Guess) -> bool:
    """Whether the signer may be the one to fill in a place; not for identity numbers and dates of birth."""
    if guess.type == "date":
        return is_of_signer(guess)
    return guess.type in ("signature", "text", "name", "longtext") and not is_part_of_name(guess.label)


def _behind_boxes(words: str) -> str:
    """The words after the last box, and after its answer."""
    *boxes, last = BOX.split(words)
    return (answer_and_rest(last)[1] or last).rpartition(",")[2] if boxes else last


def _longer(place: Place, paragraph: etree._Element) -> Place:
    """A place whose text continues on the next line, which is then left empty."""
    place.guess = replace(place.guess, type="longtext", lines=max(place.guess.lines, 1) + 1)
    letters, found = place.letters, BLANK.search(own_words(paragraph))
    assert found is not None

    def both(guess: Guess) -> list[Replacement]:
        if guess.recipient:
            return []
        # the text grows when filled in, and keeps its space when empty
        drawn = f"{{{{ '' if {guess.id} else '{found[0]}' }}}}" if MARK not in found[0] else ""
        return [*letters(guess), Replacement(paragraph, *found.span(), drawn)]

    place.letters = both
    return place


def _put_at(paragraph: etree._Element, blank: _Blank) -> Callable[[Guess], list[Replacement]]:
    words = own_words(paragraph)

    def letters(guess: Guess) -> list[Replacement]:
        if guess.recipient:  # the line is kept for handwriting
            return []
        before, drawn = words[: blank.start], words[blank.start : blank.end]
        space = "" if not before or before[-1].isspace() or before[-1] in "(«" else " "
        # words to write over are instructions, and aren't kept as a line
        line = "" if blank.asked else drawn
        return [Replacement(paragraph, blank.start, blank.end, f"{space}{value_or_line(guess.id, line)}")]

    return letters


def _below(paragraph: etree._Element) -> str:
    following = next(paragraph.itersiblings(f"{W}p"), None)
    return "" if following is None else own_words(following).strip("() :")
