"""Finds the question and answers of boxes to tick that stand on one line of a page."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from skjema.draft.box_answers import PARTED, BoxAnswers, answers_before, answers_behind, are_yes_no, box_answers
from skjema.draft.guess import words_of
from skjema.draft.nearby import PageWords, clean
from skjema.formats.pdf.acroform import FormField, Place
from skjema.formats.pdf.page_letters import Rectangle
from skjema.render.pdf.bind_answers import button_names
from skjema.text_match import match_key

_FAR = 150.0
"""Greatest distance between boxes that are read together, in points."""
_LEVEL = 4.0
_SPACE = 3.0
"""Width of a space, in points."""


def answers_on_line(
    boxes: Sequence[Rectangle], words: PageWords, names: Mapping[Rectangle, Collection[str]] | None = None
) -> BoxAnswers | None:
    """The answers of boxes side by side; None where some have no words, as in a table with headings.

    Args:
        boxes: From left to right.
        names: Names of each box in the form, such as its state, which tell on which side its words stand.
    """
    parts = _parts(boxes, words)
    before, behind = answers_before(parts, has_question=True), answers_behind(parts)
    called = [frozenset(map(match_key, (names or {}).get(box, ()))) - {""} for box in boxes]
    count_before, count_behind = _agreeing(before, called), _agreeing(behind, called)
    if count_before == count_behind:
        found = box_answers(parts, has_question=True)
    else:
        found = before if count_before > count_behind else behind
        found = found._replace(is_sure=True)
    if not all(map(match_key, found.answers)):
        return None
    return found._replace(is_sure=found.is_sure and not _is_mixed_up(found, called))


def _parts(boxes: Sequence[Rectangle], words: PageWords) -> list[str]:
    """The words before, between and after the boxes, with gaps as spaces."""
    first = [one.text.strip() for one in words.left_of(boxes[0])]
    # question and answer may be one text or two
    gap = max(round((boxes[0][0] - words.left_of(boxes[0])[-1].right) / _SPACE), 0) if first else 0
    parts = ["  ".join(first[-1:] if first and PARTED.fullmatch(first[-1]) else first[-2:]) + " " * gap]
    for box, after in zip(boxes, [*boxes[1:], None], strict=True):
        texts = words.right_of(box, after)
        if not texts:
            parts.append("")
            continue
        end = after[0] if after else texts[-1].right
        before, behind = (max(round(gap / _SPACE), 0) for gap in (texts[0].left - box[2], end - texts[-1].right))
        parts.append(" " * before + " ".join(one.text.strip() for one in texts) + " " * behind)
    return parts


def _agreeing(found: BoxAnswers, called: Sequence[Collection[str]]) -> int:
    return sum(match_key(answer) in names for answer, names in zip(found.answers, called, strict=True))


def _is_mixed_up(found: BoxAnswers, called: Sequence[Collection[str]]) -> bool:
    """Whether a box has the name of another box's words."""
    keys = [match_key(answer) for answer in found.answers]
    return any(key not in names and set(keys) & set(names) for key, names in zip(keys, called, strict=True))


class BoxLines:
    """The boxes of a PDF's fields that stand side by side, with their answers and questions.

    Args:
        words: The texts of each page.
    """

    def __init__(self, fields: Iterable[FormField], words: Mapping[int, PageWords]) -> None:
        self._lines: dict[_At, tuple[BoxAnswers, str]] = {}
        for page, boxes in _lines(list(fields), words):
            names = {place.rectangle: _names(field, place) for field, place in boxes}
            found = answers_on_line(list(names), words[page], names)
            if found and len(names) == len(boxes):
                for box, answer in zip(names, found.answers, strict=True):
                    self._lines[page, box] = found, clean(answer)

    def answer(self, place: Place) -> str:
        """The answer of a box; empty where its line doesn't show one."""
        return self._lines[_at(place)][1] if _at(place) in self._lines else ""

    def question(self, place: Place) -> str:
        """The question of the boxes on a line; empty where the line doesn't show one."""
        found = self._lines.get(_at(place))
        return clean(found[0].question.rpartition("  ")[2]) if found else ""

    def is_sure(self, field: FormField) -> bool:
        """Whether it is certain on which side the words of all boxes of a field stand."""
        return all(self._lines[_at(one)][0].is_sure for one in field.places if _at(one) in self._lines)

    def label(self, field: FormField, place: Place, words: PageWords) -> str:
        """The label of a field with boxes: its line's question, or its only box's answer; else empty."""
        if _at(place) not in self._lines:
            return ""
        found, answer = self._lines[_at(place)]
        question = clean(found.question.rpartition("  ")[2])
        if len(field.places) > 1:
            beside = words.label(place.rectangle)
            answers = [*map(match_key, found.answers), match_key("".join((found.question, found.answers[0])))]
            return question or (clean(words.above(place.rectangle)) if match_key(beside) in answers else beside)
        return f"{question} {answer}" if question and are_yes_no(found.answers) else answer


_At = tuple[int, Rectangle]
"""A page, and the rectangle of a box on it."""
_Box = tuple[FormField, Place]


def _at(place: Place) -> _At:
    return place.page, place.rectangle


def _names(field: FormField, place: Place) -> list[str]:
    """Names of a box in the form: its states and their exports; for a field with one box, the end of its name."""
    if len(field.places) == 1:
        return words_of(field.name)[-1:]
    return [name for state, names in button_names(field) if state in place.states for name in names]


def _lines(fields: Sequence[FormField], words: Mapping[int, PageWords]) -> Iterator[tuple[int, list[_Box]]]:
    """Groups of boxes side by side, of one field or of fields with one box each, from left to right."""
    boxes = [
        (field, place)
        for field in fields
        if field.kind in ("tick", "radio")
        for place in field.places
        if place.is_shown
    ]
    for page in sorted({place.page for _, place in boxes} & set(words)):
        own = sorted((box for box in boxes if box[1].page == page), key=lambda box: -box[1].rectangle[1])
        while own:
            level = [box for box in own if own[0][1].rectangle[1] - box[1].rectangle[1] <= _LEVEL]
            own = own[len(level) :]
            for line in _parted(sorted(level, key=lambda box: box[1].rectangle[0]), words[page]):
                if len(line) > 1:
                    yield page, line


def _parted(level: list[_Box], words: PageWords) -> Iterator[list[_Box]]:
    line = level[:1]
    for (field, place), (other, next_place) in pairwise(level):
        is_same = field is other or len(field.places) == len(other.places) == 1
        left, right = place.rectangle, next_place.rectangle
        if not is_same or right[0] - left[2] > _FAR or words.is_parted(left, right):
            yield line
            line = []
        line.append((other, next_place))
    yield line
