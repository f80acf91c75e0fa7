"""Places to fill in that a Word file only draws: lines of underscores or dots, and boxes to tick."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from skjema.draft.guess import Guess, GuessedAnswer, guess_type, is_signed
from skjema.draft.word_leaders import MARK
from skjema.draft.word_places import YES_NO, Place, answer_tag, label_around, texts_of, yes_tag
from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_words, put
from skjema.text_match import match_key

BLANK = re.compile(rf"_{{3,}}|\.{{5,}}|(?:\u2026\s*){{2,}}|-{{6,}}|{MARK}{{3,}}")
BOX = re.compile(r"[\u2610\u25a1\u25fb\u25a2\u274f\u2751\uf06f\uf0a8\uf071]|\[ {0,3}\]|\( {0,3}\)")
MOST_LABEL = 120
"""Letters of a label that a cell or a paragraph may be; more is text."""
_CAPTION = re.compile(r"\s*\(([^()]{2,60})\)")
"""What stands right behind a blank and says what is to be written there: `____ (navn)`."""
_FIRST_ANSWER = re.compile(r"(.*?)(?:[?:]\s+|\s{2,})(\S.*)", re.DOTALL)
"""A question, and the answer that stands before the first box."""
_COLUMNS = re.compile(r"\t| {3,}")
"""Stands between the words below several blanks on one line."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def line_places(root: etree._Element, used: Collection[etree._Element]) -> Iterator[Place]:
    """The lines to write on and the boxes to tick of a part.

    Args:
        used: Paragraphs and rows that have been taken for something else.
    """
    paragraphs = [one for one in root.iter(f"{W}p") if _is_plain_text(one) and not _is_used(one, used)]
    yield from _boxes(paragraphs)
    yield from _lines(paragraphs)


def _is_plain_text(paragraph: etree._Element) -> bool:
    """Whether a paragraph has no tags, and nothing that Word itself knows to be filled in."""
    is_within = next(paragraph.iterancestors(f"{W}sdt"), None) is not None
    return "{" not in own_words(paragraph) and not is_within and next(paragraph.iter(f"{W}sdt"), None) is None


def _is_used(paragraph: etree._Element, used: Collection[etree._Element]) -> bool:
    return paragraph in used or any(row in used for row in paragraph.iterancestors(f"{W}tr"))


# -- lines to write on


def _lines(paragraphs: Sequence[etree._Element]) -> Iterator[Place]:
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


def _with_tabs(paragraph: etree._Element) -> str:
    return "".join("\t" if one.tag == f"{W}tab" else one.text or "" for one in paragraph.iter(f"{W}t", f"{W}tab"))


def _blanks_of(paragraph: etree._Element, words: str, blanks: list[_Blank]) -> Iterator[Place]:
    guesses = []
    below = [] if BLANK.sub("", words).strip() else _captions(paragraph, len(blanks))
    start = 0
    for number, blank in enumerate(blanks):
        behind = _CAPTION.match(words, blank.end)
        label = behind[1] if behind else label_of(_behind_boxes(words[start : blank.start]))
        start = behind.end() if behind else blank.end
        if below:
            label = below[number]
        elif not label and len(blanks) == 1:
            label = label_of(label_around(paragraph)) or label_of(_below(paragraph))
        kind, reason = guess_type(label)
        guesses.append(Guess(id=label, type=kind, label=label, place=quoted(words), reason=reason))
    # what stands on one line with a signature is written by whoever signs
    is_signed = any(guess.type == "signature" for guess in guesses)
    for number, (guess, blank) in enumerate(zip(guesses, blanks, strict=True)):
        own = replace(guess, recipient=True) if is_signed else guess
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
        _replace(paragraph, span, f"{{{{ {guess.id} }}}}")

    return fill


def _replace(paragraph: etree._Element, span: tuple[int, int], tag: str) -> None:
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


# -- boxes to tick


def _boxes(paragraphs: Sequence[etree._Element]) -> Iterator[Place]:
    at = 0
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        words = own_words(paragraph)
        boxes = list(BOX.finditer(words))
        listed = [paragraph]
        if len(boxes) == 1 and not words[: boxes[0].start()].strip():
            listed += _following(paragraphs, at)
        if len(listed) > 1:
            yield _listed_boxes(listed)
        elif boxes:
            yield _boxes_of(paragraph, words, boxes)
        at += len(listed)


def _following(paragraphs: Sequence[etree._Element], at: int) -> list[etree._Element]:
    """Paragraphs after one that begins with a box, which do so too, in the same cell or text."""
    found = []
    for paragraph in paragraphs[at + 1 :]:
        words = own_words(paragraph)
        boxes = list(BOX.finditer(words))
        is_beside = paragraph.getparent() is paragraphs[at].getparent()
        if not is_beside or len(boxes) != 1 or words[: boxes[0].start()].strip():
            break
        found.append(paragraph)
    return found


def _boxes_of(paragraph: etree._Element, words: str, boxes: list[re.Match[str]]) -> Place:
    """Boxes on one line: a question and its answers, or one box and what it says."""
    before, answers = _question(words, boxes)
    place = quoted(words)
    spans = [box.span() for box in boxes]
    if len(boxes) == 1:
        label = answers[0] or before or label_of(label_around(paragraph))
        guess = Guess(id=label, type="yes_no", label=label[:MOST_LABEL], place=place, reason="kind")
        return Place(paragraph, "box", f"box {id(paragraph)}", guess, tick_at([(paragraph, spans[0])]), spans[0][0])
    label = before or label_of(label_around(paragraph)) or " / ".join(answers)
    if len(answers) == 2 and {match_key(one) for one in answers} <= YES_NO:
        guess = Guess(id=label, type="yes_no", label=label, place=place, reason="kind")
    else:
        listed = tuple(GuessedAnswer("", one) for one in answers)
        guess = Guess(id=label, type="choice", label=label, answers=listed, place=place, reason="kind")
    fill = tick_at([(paragraph, span) for span in spans], answers)
    return Place(paragraph, "box", f"box {id(paragraph)}", guess, fill, spans[0][0])


def _question(words: str, boxes: list[re.Match[str]]) -> tuple[str, list[str]]:
    """What stands before the answers of a line of boxes, and the answers: each behind its box, or before it."""
    edges = [0, *(edge for box in boxes for edge in box.span()), len(words)]
    parts = [_answer(words[start:end]) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    asked = _FIRST_ANSWER.fullmatch(parts[0])
    if len(boxes) > 1 and not parts[-1] and all(parts[:-1]) and asked:
        return label_of(asked[1]), [asked[2], *parts[1:-1]]
    return label_of(words[: boxes[0].start()]), parts[1:]


def _answer(words: str) -> str:
    """What is said of one box; what leads to a line to write on behind a comma is that line's."""
    blank = BLANK.search(words)
    return (words[: blank.start()].partition(",")[0] if blank else words).strip(" \t:,;/")


def _listed_boxes(paragraphs: Sequence[etree._Element]) -> Place:
    """Boxes below one another, of which several may be ticked."""
    answers, places = [], []
    for paragraph in paragraphs:
        words = own_words(paragraph)
        box = BOX.search(words)
        assert box is not None
        answers.append(BLANK.sub("", words[box.end() :]).strip(" \t:,;"))
        places.append((paragraph, box.span()))
    label = label_of(label_around(paragraphs[0])) or label_of(answers[0])
    if len(answers) == 2 and {match_key(one) for one in answers} <= YES_NO:
        guess = Guess(id=label, type="yes_no", label=label, place=quoted(label), reason="kind")
    else:
        listed = tuple(GuessedAnswer("", one[:MOST_LABEL]) for one in answers)
        guess = Guess(id=label, type="choices", label=label, answers=listed, place=quoted(label), reason="kind")
    return Place(paragraphs[0], "box", f"box {id(paragraphs[0])}", guess, tick_at(places, answers))


def tick_at(
    places: Sequence[tuple[etree._Element, tuple[int, int]]], answers: Sequence[str] = ()
) -> Callable[[Guess], None]:
    def fill(guess: Guess) -> None:
        # from the end, so that places before are where they were
        for number in reversed(range(len(places))):
            paragraph, span = places[number]
            if guess.answers:
                tag = answer_tag(guess, guess.answers[number].id)
            elif answers and match_key(answers[number]) in ("nei", "no"):
                tag = answer_tag(guess, "nei")
            else:
                tag = yes_tag(guess)
            _replace(paragraph, span, tag)

    return fill
