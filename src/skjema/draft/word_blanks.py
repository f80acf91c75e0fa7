"""Lines to write on that a Word file only draws: of underscores or dots, or what `word_leaders` has marked."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from skjema.draft.blank_shapes import BLANK, MARK, PLACEHOLDER, asked_by, shape_type
from skjema.draft.box_answers import answer_and_rest
from skjema.draft.guess import Guess, guess_type, is_of_signer, is_part_of_name, is_signed
from skjema.draft.word_around import cells_of, label_around, place_key, words_of_cell
from skjema.draft.word_line import line_of
from skjema.draft.word_places import Place, texts_of, value_or_line
from skjema.formats.blank_marks import BOX
from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_words, put
from skjema.text_match import match_key

MOST_LABEL = 120
"""Letters of a label that a cell or a paragraph may be; more is text."""
_CAPTION = re.compile(r"\s*\(([^()]{2,60})\)")
"""What stands right behind a blank and says what is to be written there: `____ (navn)`."""
_SIGNING = re.compile(r"\([^()]*\b(skriv\w* under|underskriv\w*|signer\w*|sign)\b", re.IGNORECASE)
"""Words in brackets that say who is to sign."""
_AND = re.compile(r"^[\s,]*(og|samt|and)\s+", re.IGNORECASE)
"""What ties the words before a blank to the blank before it."""
_HINT = re.compile(
    r"\W*(\d|heretter|valgfri\w*|skriv\w*|fyll\w*|hvis|dersom|bruk|husk|dd|se |max|maks|minst)", re.IGNORECASE
)
"""How words behind a blank begin that say how to write there, or more of it, but not what."""
_LEAST_PARTIES = 2
_PARTY = re.compile(
    r"\b((ut)?leier|leietaker|arbeids(giver|taker|gjevar|takar)|deltaker|deltakar|nav|kommunen?|foresatt\w*|føresett\w*|"
    r"forelder\w*|mor|far|eleven?|lærer|lærar|rektor|leder|leiar|styrer|søker|søkjar|verge|kjøper|kjøpar|selger|seljar|"
    r"part|oppdrags(giver|taker)|fullmakts(giver|haver)|vitne|saksbehandler|saksbehandlar|ansatt|tilsett|representant|"
    r"låner|långiver|gardeier|eier|eigar|på vegne av|for \w+)\b",
    re.IGNORECASE,
)
"""Who signs a paper."""
_UNIT = re.compile(
    r"^\s*(cm|mm|m|km|m2|m²|kg|g|kr|%|stk|min|år|timer|dager|dagar|,-|,\u2013)(?!\w)[.,;]?\s+", re.IGNORECASE
)
"""What the blank before is measured in."""
_FROM = re.compile(r"(^|\s)(fra|frå|fra og med|frå og med)$", re.IGNORECASE)
"""How a label ends whose other end is `til`."""
_AFTER = re.compile(r" ([^\W\d_][^.,;:_(]{2,40}?)(?=[.,;]|$| {2})")
"""What is said right behind a blank that has no words before it."""
_COLUMNS = re.compile(r"\t+| {3,}|\n")
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
    """Letters of a paragraph that are a place to write.

    Attributes:
        asked: What words that are written over ask for; empty for a line.
        drawn: The letters of a line.
    """

    start: int
    end: int
    asked: str = ""
    drawn: str = ""


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
        drawn = found[0] if len(edges) == 2 else ""
        blanks += [_Blank(*pair, drawn=drawn) for pair in pairwise(edges)]
    # within a bookmark they are its own
    marks = (one.get(f"{W}name", "") for one in paragraph.iter(f"{W}bookmarkStart"))
    if any(not one.startswith("_") for one in marks):
        return blanks
    asked = [
        _Blank(*one.span(), asked_by(one[0])) for one in PLACEHOLDER.finditer(words) if match_key(asked_by(one[0]))
    ]
    return sorted([*blanks, *asked])


def _goes_on(previous: Place, paragraph: etree._Element, words: str, blanks: list[_Blank]) -> bool:
    """Whether a line is no more than another line of the blank that ends the line before."""
    is_bare = len(blanks) == 1 and not BLANK.sub("", words).strip()
    if not is_bare or previous.guess.type == "signature" or blanks[0].asked:
        return False
    return previous.element.getparent() is paragraph.getparent() and not _captions(paragraph, 1)


def _captions(paragraph: etree._Element, count: int) -> list[str]:
    """What is said below the blanks of a line of what they are for; nothing where it isn't that.

    Words below a line are about it where they stand in brackets, speak of a signature, or are as many as the blanks.
    """
    following = next(paragraph.itersiblings(f"{W}p"), None)
    words = line_of(following).words.strip() if following is not None else _words_of_cell_below(paragraph)
    if not words or BLANK.search(words) or BOX.search(words):
        return []
    parts = [part.strip(" ():") for part in _COLUMNS.split(words) if part.strip()]
    is_about = words.startswith("(") or any(map(is_signed, parts)) or count > 1 or following is None
    return parts if is_about and len(parts) == count and all(map(label_of, parts)) else []


def _words_of_cell_below(paragraph: etree._Element) -> str:
    """What the cell below one says that holds a line alone."""
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    row = None if cell is None else next(cell.iterancestors(f"{W}tr"))
    below = None if row is None else next(row.itersiblings(f"{W}tr"), None)
    if cell is None or row is None or below is None or not _has_only_lines(row):
        return ""
    cells, others = cells_of(row), cells_of(below)
    return words_of_cell(others[cells.index(cell)]) if len(cells) == len(others) else ""


def _has_only_lines(row: etree._Element) -> bool:
    """Whether nothing but lines to write on stands in a row."""
    return all(not BLANK.sub("", words_of_cell(one)).strip() for one in cells_of(row))


def _is_signed_there(paragraph: etree._Element, captions: Sequence[str]) -> bool:
    """Whether bare lines side by side are for those to sign on that the words below them name."""
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    named = captions if cell is None else list(map(words_of_cell, _captions_of_row(cell)))
    if len(named) < _LEAST_PARTIES or any(guess_type(one).type not in ("text", "date", "signature") for one in named):
        return False
    is_party = any(_PARTY.search(one) for one in named)
    return is_party or any(map(is_signed, named))


def _is_row_signed(paragraph: etree._Element) -> bool:
    """Whether another line of a row of lines alone is to be signed on."""
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    return cell is not None and any(is_signed(words_of_cell(one)) for one in _captions_of_row(cell))


def _captions_of_row(cell: etree._Element) -> list[etree._Element]:
    below = next(next(cell.iterancestors(f"{W}tr")).itersiblings(f"{W}tr"), None)
    return [] if below is None else cells_of(below)


def _is_signed_below(paragraph: etree._Element) -> bool:
    """Whether words in brackets below some lines say who is to sign on them."""
    for following in paragraph.itersiblings(f"{W}p"):
        words = own_words(following).strip()
        if not BLANK.search(words):
            return _SIGNING.match(words) is not None
    return False


def _blanks_of(paragraph: etree._Element, words: str, blanks: list[_Blank]) -> Iterator[Place]:
    below = [] if BLANK.sub("", words).strip() else _captions(paragraph, len(blanks))
    guesses = [replace(one, place=quoted(words)) for one in _guesses(paragraph, blanks, below)]
    if below and _is_signed_there(paragraph, below):
        guesses = [_of_party(one) for one in guesses]
    # what stands on one line with a signature is written by whoever signs
    signed = any(guess.type == "signature" for guess in guesses) or _is_signed_below(paragraph)
    signed = signed or (bool(below) and _is_row_signed(paragraph))
    for number, (guess, blank) in enumerate(zip(guesses, blanks, strict=True)):
        own = replace(guess, recipient=True) if signed and _may_be_signers(guess) else guess
        key = f"blank {place_key(paragraph)} {number}"
        yield Place(paragraph, "blank", key, own, _put_at(paragraph, blank), blank.start)


def _guesses(paragraph: etree._Element, blanks: list[_Blank], below: Sequence[str]) -> Iterator[Guess]:
    """What the blanks of a line are for, by the words before, behind or below each, or by its shape."""
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
            label = label_of(label_around(paragraph)) or label_of(_below(paragraph))
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


def _of_party(guess: Guess) -> Guess:
    """What somebody who is named below a line is to sign on, where it isn't for the day and the place."""
    if is_of_signer(guess) or guess.type == "signature":
        return guess
    return replace(guess, type="signature", reason="label")


def _may_be_signers(guess: Guess) -> bool:
    """Whether the signer may be the one to fill in a place: not an identity number or a date of birth."""
    if guess.type == "date":
        return is_of_signer(guess)
    return guess.type in ("signature", "text", "name", "longtext") and not is_part_of_name(guess.label)


def _behind_boxes(words: str) -> str:
    """What of some words stands behind the last box among them, and behind what ends its answer."""
    *boxes, last = BOX.split(words)
    return (answer_and_rest(last)[1] or last).rpartition(",")[2] if boxes else last


def _longer(place: Place, paragraph: etree._Element) -> Place:
    """A place whose text goes on on the next line, which is then left empty."""
    place.guess = replace(place.guess, type="longtext", lines=max(place.guess.lines, 1) + 1)
    fill = place.fill

    def fill_both(guess: Guess) -> None:
        fill(guess)
        if not guess.recipient:  # what is written grows; where nothing is, there is as much room as there was
            found = BLANK.search(own_words(paragraph))
            assert found is not None
            drawn = f"{{{{ '' if {guess.id} else '{found[0]}' }}}}" if MARK not in found[0] else ""
            replace_words(paragraph, found.span(), drawn)

    place.fill = fill_both
    return place


def _put_at(paragraph: etree._Element, blank: _Blank) -> Callable[[Guess], None]:
    def fill(guess: Guess) -> None:
        if guess.recipient:  # the line stays, for a pen
            return
        words = own_words(paragraph)
        before, drawn = words[: blank.start], words[blank.start : blank.end]
        space = "" if not before or before[-1].isspace() or before[-1] in "(«" else " "
        # words that are written over are for whoever writes, and no line
        line = "" if blank.asked else drawn
        replace_words(paragraph, blank[:2], f"{space}{value_or_line(guess.id, line)}")

    return fill


def replace_words(paragraph: etree._Element, span: tuple[int, int], tag: str) -> None:
    put(texts_of(paragraph), *span, tag).set(_SPACE, "preserve")


def label_of(words: str) -> str:
    """What words before a blank call it: the last sentence of them."""
    line = re.split(r"[\t\n]|(?<=[.!?]) +(?=[A-ZÆØÅ])", words.strip())[-1].strip(" :,;(\u2013-")
    return line if len(line) <= MOST_LABEL and match_key(line) else ""


def _below(paragraph: etree._Element) -> str:
    following = next(paragraph.itersiblings(f"{W}p"), None)
    return "" if following is None else own_words(following).strip("() :")


def quoted(words: str) -> str:
    return f"«{BLANK.sub('___', ' '.join(words.split()))[:80]}»"
