"""Boxes to tick that a Word file only draws: one alone, a question and its answers on a line, or a list of them."""

import re
from collections.abc import Callable, Iterator, Sequence

from lxml import etree

from skjema.draft.box_answers import YES_NO, BoxAnswers, box_answers
from skjema.draft.guess import Guess, GuessedAnswer, Reason
from skjema.draft.word_blanks import BLANK, MOST_LABEL, label_of, quoted, replace_words
from skjema.draft.word_places import Place, answer_tag, label_around, yes_tag
from skjema.formats.blank_marks import BOX
from skjema.formats.docx.run_texts import own_words
from skjema.text_match import match_key


def box_places(paragraphs: Sequence[etree._Element]) -> Iterator[Place]:
    """The boxes to tick of some paragraphs, in their order."""
    at = 0
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        words = own_words(paragraph)
        boxes = list(BOX.finditer(words))
        listed = _yes_and_no(paragraphs[at : at + 2])
        if not listed and len(boxes) == 1 and not words[: boxes[0].start()].strip():
            listed = [paragraph, *_following(paragraphs, at)]
        if len(listed) > 1:
            yield _listed_boxes(listed)
        elif boxes:
            yield _boxes_of(paragraph, words, boxes)
        at += max(len(listed), 1)


def _yes_and_no(paragraphs: Sequence[etree._Element]) -> list[etree._Element]:
    """Two paragraphs with a box and «Ja» or «Nei» each, below one another or in cells side by side; else none."""
    if len(paragraphs) == 2 and {match_key(_only_answer(one)) for one in paragraphs} in ({"ja", "nei"}, {"yes", "no"}):
        first, second = (one.getparent() for one in paragraphs)
        if first is second or (first is not None and second is not None and first.getnext() is second):
            return list(paragraphs)
    return []


def _only_answer(paragraph: etree._Element) -> str:
    """What stands before or behind the only box of a paragraph; empty where it has several, or none."""
    before, *behind = BOX.split(own_words(paragraph))
    return _answer(behind[0]) or _answer(before) if len(behind) == 1 else ""


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
    around = _asked_around(paragraph)
    before, answers, is_sure = _question(words, boxes, has_question=bool(around))
    place = quoted(words)
    spans = [box.span() for box in boxes]
    if len(boxes) == 1:
        label = answers[0] or before or around
        guess = Guess(id=label, type="yes_no", label=label[:MOST_LABEL], place=place, reason="kind")
        return Place(paragraph, "box", f"box {id(paragraph)}", guess, tick_at([(paragraph, spans[0])]), spans[0][0])
    label = before or around or " / ".join(answers)
    reason: Reason = "kind" if is_sure else "label"
    if len(answers) == 2 and {match_key(one) for one in answers} <= YES_NO:
        guess = Guess(id=label, type="yes_no", label=label, place=place, reason=reason)
    else:
        listed = tuple(GuessedAnswer("", one) for one in answers)
        guess = Guess(id=label, type="choice", label=label, answers=listed, place=place, reason=reason)
    fill = tick_at([(paragraph, span) for span in spans], answers)
    return Place(paragraph, "box", f"box {id(paragraph)}", guess, fill, spans[0][0])


def _question(words: str, boxes: list[re.Match[str]], *, has_question: bool) -> BoxAnswers:
    """What a line of boxes asks, and the answers: each behind its box, or before it."""
    edges = [0, *(edge for box in boxes for edge in box.span()), len(words)]
    parts = [_words_of_answer(words[start:end]) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    if len(boxes) == 1:
        return BoxAnswers(label_of(words[: boxes[0].start()]), [_answer(parts[1])], is_sure=True)
    found = box_answers(parts, has_question=has_question)
    return found._replace(question=label_of(found.question))


def _asked_around(paragraph: etree._Element) -> str:
    """The question in the cell or text before some boxes; empty where that has boxes of its own."""
    words = label_around(paragraph)
    return "" if BOX.search(words) else label_of(words)


def _words_of_answer(words: str) -> str:
    """What is said of one box; what leads to a line to write on behind a comma is that line's."""
    blank = BLANK.search(words)
    return words[: blank.start()].partition(",")[0] if blank else words


def _answer(words: str) -> str:
    return _words_of_answer(words).strip(" \t:,;/")


def _listed_boxes(paragraphs: Sequence[etree._Element]) -> Place:
    """Boxes below one another, of which several may be ticked."""
    answers, places = [], []
    for paragraph in paragraphs:
        words = own_words(paragraph)
        box = BOX.search(words)
        assert box is not None
        behind, before = (BLANK.sub("", one).strip(" \t:,;") for one in (words[box.end() :], words[: box.start()]))
        answers.append(behind or before)
        places.append((paragraph, box.span()))
    label = _asked_around(paragraphs[0]) or label_of(" / ".join(answers)) or label_of(answers[0])
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
