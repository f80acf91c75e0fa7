"""Boxes to tick that a Word file only draws: one alone, a question and its answers on a line, or a list of them."""

import re
from collections.abc import Callable, Iterator, Sequence

from lxml import etree

from skjema.draft.guess import Guess, GuessedAnswer
from skjema.draft.word_blanks import BLANK, MOST_LABEL, label_of, quoted, replace_words
from skjema.draft.word_places import YES_NO, Place, answer_tag, label_around, yes_tag
from skjema.formats.blank_marks import BOX
from skjema.formats.docx.run_texts import own_words
from skjema.text_match import match_key

_FIRST_ANSWER = re.compile(r"(.*?)(?:[?:]\s+|\s{2,})(\S.*)", re.DOTALL)
"""A question, and the answer that stands before the first box."""


def box_places(paragraphs: Sequence[etree._Element]) -> Iterator[Place]:
    """The boxes to tick of some paragraphs, in their order."""
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
            replace_words(paragraph, span, tag)

    return fill
