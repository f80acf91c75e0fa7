"""Finds boxes to tick that a Word file only draws: single ones, questions with answers on a line, or in a list."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from lxml import etree

from skjema.draft.answer_kinds import are_statements, asks_for_one, kind_of_answers
from skjema.draft.blank_shapes import BLANK
from skjema.draft.box_answers import (
    PARTED,
    YES_NO_WORDS,
    BoxAnswers,
    are_yes_no,
    box_answers,
    parted,
    words_of_answer,
)
from skjema.draft.guess import Guess, GuessedAnswer
from skjema.draft.word_around import label_around, only_cell, place_key, statement_beside
from skjema.draft.word_label import MOST_LABEL, label_of, quoted
from skjema.draft.word_line import line_of
from skjema.draft.word_places import Place, Replacement, answer_tag, yes_tag
from skjema.formats.blank_marks import BOX
from skjema.formats.docx.run_texts import own_words
from skjema.text_match import match_key


def box_places(paragraphs: Sequence[etree._Element]) -> Iterator[Place]:
    """The boxes to tick in some paragraphs, in order."""
    at = 0
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        words = own_words(paragraph)
        boxes = list(BOX.finditer(words))
        listed = _yes_and_no(paragraphs[at : at + 2])
        if not listed and boxes and not words[: boxes[0].start()].strip() and _may_be_listed(paragraph, boxes):
            listed = [paragraph, *_following(paragraphs, at)]
        if len(listed) > 1:
            yield _listed_boxes(listed)
        elif boxes:
            yield from _boxes_of(paragraph)
        at += max(len(listed), 1)


def _yes_and_no(paragraphs: Sequence[etree._Element]) -> list[etree._Element]:
    """Two paragraphs with a box and «Ja» or «Nei» each, below one another or in adjacent cells; else none."""
    if len(paragraphs) == 2 and {match_key(_only_answer(one)) for one in paragraphs} in ({"ja", "nei"}, {"yes", "no"}):
        first, second = (one.getparent() for one in paragraphs)
        if first is second or (first is not None and second is not None and first.getnext() is second):
            return list(paragraphs)
    return []


def _may_be_listed(paragraph: etree._Element, boxes: Sequence[re.Match[str]]) -> bool:
    """Whether a line that begins with a box may continue below; one with several boxes needs a question above."""
    return len(boxes) == 1 or (bool(_asked_around(paragraph)) and not _is_yes_no(paragraph))


def _is_yes_no(paragraph: etree._Element) -> bool:
    return are_yes_no([_answer(one) for one in BOX.split(own_words(paragraph))[1:]])


def _count(paragraph: etree._Element) -> int:
    return len(BOX.findall(own_words(paragraph)))


def _only_answer(paragraph: etree._Element) -> str:
    """The words before or after the only box of a paragraph; empty where it has several boxes, or none."""
    before, *behind = BOX.split(own_words(paragraph))
    return _answer(behind[0]) or _answer(before) if len(behind) == 1 else ""


def _following(paragraphs: Sequence[etree._Element], at: int) -> list[etree._Element]:
    """The paragraphs after one that begins with a box which do so too, in the same cell or text."""
    found = []
    is_single = _count(paragraphs[at]) == 1
    for paragraph in paragraphs[at + 1 :]:
        words = own_words(paragraph)
        boxes = list(BOX.finditer(words))
        is_beside = paragraph.getparent() is paragraphs[at].getparent()
        is_alike = len(boxes) == 1 if is_single else bool(boxes) and not _is_yes_no(paragraph)
        if not is_beside or not is_alike or words[: boxes[0].start()].strip():
            break
        found.append(paragraph)
    return found


def _boxes_of(paragraph: etree._Element) -> Iterator[Place]:
    """The places of boxes on one line: questions with their answers, or one box with its label."""
    line = line_of(paragraph)
    boxes = list(BOX.finditer(line.words))
    edges = [0, *(edge for box in boxes for edge in box.span()), len(line.words)]
    parts = [line.words[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    around, at = _asked_around(paragraph), 0
    for number, part in enumerate(parted(parts)):
        spans = [line.span(*box.span()) for box in boxes[at : at + len(part) - 1]]
        at += len(spans)
        place = _question_place(paragraph, part, spans, "" if number else around)
        place.guess = replace(place.guess, place=quoted(" ".join(line.words.split())))
        yield place


def _question_place(
    paragraph: etree._Element, parts: Sequence[str], spans: list[tuple[int, int]], around: str
) -> Place:
    before, answers, is_sure = _question(parts, has_question=bool(around))
    key = f"box {place_key(paragraph)} {spans[0][0]}"
    if len(spans) == 1:
        label = answers[0] or before or around
        guess = Guess(id=label, type="yes_no", label=label[:MOST_LABEL], reason="kind")
        return Place(paragraph, "box", key, guess, at=spans[0][0], letters=tick_at([(paragraph, spans[0])]))
    label = _statement(parts, before, answers) or before or around or _said_of(answers, parts[-1])
    guess = Guess(id=label, type="yes_no", label=label[:MOST_LABEL], reason="kind" if is_sure else "label")
    if not are_yes_no(answers):
        kind, reason = kind_of_answers(answers, label)
        if not before and not around and are_statements(answers):
            kind, reason = "choices", "label"
        reason = reason if is_sure else "label"
        guess = replace(guess, type=kind, reason=reason, answers=tuple(GuessedAnswer("", one) for one in answers))
    letters = tick_at([(paragraph, span) for span in spans], answers)
    return Place(paragraph, "box", key, guess, at=spans[0][0], letters=letters)


def _said_of(answers: Sequence[str], rest: str) -> str:
    """A label for answers without a question: the answers themselves, and words after the last box."""
    words = "" if BLANK.search(rest) or match_key(rest) == match_key(answers[-1]) else _answer(rest).strip(" .")
    return label_of(" ".join(filter(None, (" / ".join(answers), words)))) or " / ".join(answers)


def _statement(parts: Sequence[str], before: str, answers: Sequence[str]) -> str:
    """A sentence that answers before their boxes are part of, and that continues after the last one; empty without."""
    rest, said = _answer(parts[-1]).strip(" ."), _answer(parts[1])
    if (
        not rest
        or rest[:1] == "("
        or ":" in parts[0]
        or said != (answers[1] if len(answers) > 1 else "")
        or are_yes_no(answers)
    ):
        return ""
    return label_of(" ".join(filter(None, (before, " / ".join(answers), rest))))


def _question(parts: Sequence[str], *, has_question: bool) -> BoxAnswers:
    """The question of a line of boxes, and its answers, each after or before its box."""
    said = [BLANK.split(parts[0])[-1], *(words_of_answer(part) for part in parts[1:])]
    if len(said) > 2 and BLANK.search(parts[-1]) and PARTED.fullmatch(said[0].strip()):
        said[-1] = ""  # where answers stand before their boxes, words before a line to write on belong to the line
    if len(said) == 2:
        return BoxAnswers(label_of(said[0]), [_answer(said[1])], is_sure=True)
    found = box_answers(said, has_question=has_question)
    return found._replace(question=label_of(found.question))


def _asked_around(paragraph: etree._Element) -> str:
    """The question for some boxes, in the cell or text before them; empty where that has boxes of its own."""
    cell = only_cell(paragraph)
    words = ("" if cell is None else statement_beside(cell)) or label_around(paragraph)
    return "" if BOX.search(words) else label_of(words)


def _answer(words: str) -> str:
    return words_of_answer(words).strip(" \t:,;/")


def _listed_boxes(paragraphs: Sequence[etree._Element]) -> Place:
    """The place of boxes below one another, several of which may be ticked."""
    answers, places = [], []
    for paragraph in paragraphs:
        words = own_words(paragraph)
        boxes = list(BOX.finditer(words))
        before, *behind = map(_listed_answer, BOX.split(words))
        answers += [plain or before for plain in behind]
        places += [(paragraph, box.span()) for box in boxes]
    label = _asked_around(paragraphs[0]) or label_of(" / ".join(answers)) or label_of(answers[0])
    if are_yes_no(answers):
        guess = Guess(id=label, type="yes_no", label=label, place=quoted(label), reason="kind")
    else:
        listed = tuple(GuessedAnswer("", one[:MOST_LABEL]) for one in answers)
        kind = "choice" if asks_for_one(label) else "choices"
        guess = Guess(id=label, type=kind, label=label, answers=listed, place=quoted(label), reason="kind")
    return Place(paragraphs[0], "box", f"box {place_key(paragraphs[0])}", guess, letters=tick_at(places, answers))


def _listed_answer(words: str) -> str:
    """The answer of a box in a list; `Ja, hvilke: ____` is a yes."""
    answer = _answer(words)
    return answer if match_key(answer) in YES_NO_WORDS else BLANK.sub("", words).strip(" \t:,;")


def tick_at(
    places: Sequence[tuple[etree._Element, tuple[int, int]]], answers: Sequence[str] = ()
) -> Callable[[Guess], list[Replacement]]:
    def letters(guess: Guess) -> list[Replacement]:
        found = []
        for number, (paragraph, span) in enumerate(places):
            if guess.answers:
                tag = answer_tag(guess, guess.answers[number].id)
            elif answers and match_key(answers[number]) in ("nei", "no"):
                tag = answer_tag(guess, "nei")
            else:
                tag = yes_tag(guess)
            found.append(Replacement(paragraph, *span, tag))
        return found

    return letters
