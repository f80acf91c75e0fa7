"""Lines to write on that a Word file only draws: of underscores or dots, or what `word_leaders` has marked."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from skjema.draft.guess import Guess, guess_type, is_signed
from skjema.draft.word_leaders import MARK
from skjema.draft.word_places import Place, label_around, texts_of
from skjema.formats import blank_marks
from skjema.formats.blank_marks import BOX
from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_words, put
from skjema.text_match import match_key

BLANK = re.compile(rf"{blank_marks.BLANK.pattern}|{MARK}{{3,}}")
"""A blank to write in: drawn by letters, or by a tab."""
MOST_LABEL = 120
"""Letters of a label that a cell or a paragraph may be; more is text."""
_CAPTION = re.compile(r"\s*\(([^()]{2,60})\)")
"""What stands right behind a blank and says what is to be written there: `____ (navn)`."""
_SIGNING = re.compile(r"\([^()]*\b(skriv\w* under|underskriv\w*|signer\w*|sign)\b", re.IGNORECASE)
"""Words in brackets that say who is to sign."""
_AND = re.compile(r"^[\s,]*(og|samt|and)\s+", re.IGNORECASE)
"""What ties the words before a blank to the blank before it."""
_COLUMNS = re.compile(r"\t| {3,}")
"""Stands between the words below several blanks on one line."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def line_places(paragraphs: Sequence[etree._Element]) -> Iterator[Place]:
    """The lines to write on of some paragraphs, in their order."""
    previous: Place | None = None
    for paragraph in paragraphs:
        words = own_words(paragraph)
        blanks = _blanks(paragraph, words)
        if not blanks:
            previous = previous if not words.strip() and previous else None
            continue
        if previous is not None and _goes_on(previous, paragraph, words, blanks):
            previous = _longer(previous, paragraph)
            continue
        places = list(_blanks_of(paragraph, words, blanks))
        yield from places
        previous = places[-1] if places else None


class _Blank(NamedTuple):
    """Letters of a paragraph that are a line to write on."""

    start: int
    end: int


def _blanks(paragraph: etree._Element, words: str) -> list[_Blank]:
    """The blanks of a paragraph; a tab between two lines parts them, though it is no letter."""
    at, parting = 0, []
    for one in paragraph.iter(f"{W}t", f"{W}tab"):
        if one.tag == f"{W}tab":
            parting.append(at)
        elif next(one.iterancestors(f"{W}p")) is paragraph:
            at += len(one.text or "")
    blanks = []
    for found in BLANK.finditer(words):
        # what a tab draws is one line, however many tabs it takes
        inner = [] if MARK in found[0] else [one for one in parting if found.start() < one < found.end()]
        edges = [found.start(), *dict.fromkeys(inner), found.end()]
        blanks += [_Blank(*pair) for pair in pairwise(edges)]
    return blanks


def _goes_on(previous: Place, paragraph: etree._Element, words: str, blanks: list[_Blank]) -> bool:
    """Whether a line is no more than another line of the blank that ends the line before."""
    is_bare = len(blanks) == 1 and not BLANK.sub("", words).strip()
    if not is_bare or previous.guess.type == "signature":
        return False
    return not _captions(paragraph, 1)


def _captions(paragraph: etree._Element, count: int) -> list[str]:
    """What is said below the blanks of a line of what they are for; nothing where it isn't that.

    Words below a line are about it where they stand in brackets, speak of a signature, or are as many as the blanks.
    """
    following = next(paragraph.itersiblings(f"{W}p"), None)
    words = "" if following is None else _with_tabs(following).strip()
    if not words or BLANK.search(words) or BOX.search(words):
        return []
    parts = [part.strip(" ():") for part in _COLUMNS.split(words) if part.strip()]
    is_about = words.startswith("(") or any(map(is_signed, parts)) or count > 1
    return parts if is_about and len(parts) == count and all(map(label_of, parts)) else []


def _is_signed_below(paragraph: etree._Element) -> bool:
    """Whether words in brackets below some lines say who is to sign on them."""
    for following in paragraph.itersiblings(f"{W}p"):
        words = own_words(following).strip()
        if not BLANK.search(words):
            return _SIGNING.match(words) is not None
    return False


def _with_tabs(paragraph: etree._Element) -> str:
    return "".join("\t" if one.tag == f"{W}tab" else one.text or "" for one in paragraph.iter(f"{W}t", f"{W}tab"))


def _blanks_of(paragraph: etree._Element, words: str, blanks: list[_Blank]) -> Iterator[Place]:
    guesses = []
    below = [] if BLANK.sub("", words).strip() else _captions(paragraph, len(blanks))
    start = 0
    for number, blank in enumerate(blanks):
        behind = _CAPTION.match(words, blank.end)
        before = _behind_boxes(words[start : blank.start])
        label = behind[1] if behind else label_of(_AND.sub("", before) if number else before)
        start = behind.end() if behind else blank.end
        if below:
            label = below[number]
        elif not label and len(blanks) == 1:
            label = label_of(label_around(paragraph)) or label_of(_below(paragraph))
        kind, reason = guess_type(label)
        guesses.append(Guess(id=label, type=kind, label=label, place=quoted(words), reason=reason))
    # what stands on one line with a signature is written by whoever signs
    signed = any(guess.type == "signature" for guess in guesses) or _is_signed_below(paragraph)
    for number, (guess, blank) in enumerate(zip(guesses, blanks, strict=True)):
        own = replace(guess, recipient=True) if signed else guess
        key = f"blank {id(paragraph)} {number}"
        yield Place(paragraph, "blank", key, own, _put_at(paragraph, blank), blank.start)


def _behind_boxes(words: str) -> str:
    """What of some words stands behind the last box among them, and behind the comma that ends its answer."""
    *boxes, last = BOX.split(words)
    return last.rpartition(",")[2] if boxes else last


def _longer(place: Place, paragraph: etree._Element) -> Place:
    """A place whose text goes on on the next line, which is then left empty."""
    place.guess = replace(place.guess, type="longtext", lines=max(place.guess.lines, 1) + 1)
    fill = place.fill

    def fill_both(guess: Guess) -> None:
        fill(guess)
        for text in texts_of(paragraph):
            text.text = BLANK.sub("", text.text or "")

    place.fill = fill_both
    return place


def _put_at(paragraph: etree._Element, span: tuple[int, int]) -> Callable[[Guess], None]:
    def fill(guess: Guess) -> None:
        if guess.recipient:  # the line stays, for a pen
            return
        before = own_words(paragraph)[: span[0]]
        space = "" if not before or before[-1].isspace() or before[-1] in "(«" else " "
        replace_words(paragraph, span, f"{space}{{{{ {guess.id} }}}}")

    return fill


def replace_words(paragraph: etree._Element, span: tuple[int, int], tag: str) -> None:
    put(texts_of(paragraph), *span, tag).set(_SPACE, "preserve")


def label_of(words: str) -> str:
    """What words before a blank call it: the last sentence of them."""
    line = re.split(r"[\t]|(?<=[.!?]) +(?=[A-ZÆØÅ])", words.strip())[-1].strip(" :,;(\u2013-")
    return line if len(line) <= MOST_LABEL and match_key(line) else ""


def _below(paragraph: etree._Element) -> str:
    following = next(paragraph.itersiblings(f"{W}p"), None)
    return "" if following is None else own_words(following).strip("() :")


def quoted(words: str) -> str:
    return f"«{BLANK.sub('___', ' '.join(words.split()))[:80]}»"
