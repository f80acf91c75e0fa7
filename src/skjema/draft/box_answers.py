"""Which words belong to which box of a line: each stands before its box, or behind it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from skjema.text_match import match_key

YES_NO = frozenset({"ja", "nei", "yes", "no"})
PARTED = re.compile(r"(.*?(?=[?:]\s|\s{2}|\t)\??):?\s+(\S.*)", re.DOTALL)
"""A question, and the answer that stands before the first box."""
_SIGNS = " \t:,;/"


class BoxAnswers(NamedTuple):
    """What a line of boxes asks.

    Attributes:
        question: The words of the line that are no answer; empty where all are.
        answers: One for each box, in order.
        is_sure: Whether nothing else could be meant.
    """

    question: str
    answers: list[str]
    is_sure: bool


def box_answers(parts: Sequence[str], *, has_question: bool = False) -> BoxAnswers:
    """The answers of a line of several boxes.

    Args:
        parts: The words before the first box, between each two, and after the last, with their spaces.
        has_question: Whether the question stands elsewhere, as in the cell to the left.
    """
    words = [part.strip(_SIGNS) for part in parts]
    behind = answers_behind(parts)
    before = answers_before(parts, has_question=has_question)
    if len(parts) == 3 and not words[1] and are_yes_no([before.answers[0], words[2]]):  # `Ja [] [] Nei`
        return BoxAnswers(before.question, [before.answers[0], words[2]], is_sure=True)
    if not words[0] or not words[-1]:
        return behind if words[-1] or not words[0] else before
    if are_yes_no(before.answers) or are_yes_no(behind.answers):
        return before if are_yes_no(before.answers) else behind
    nearer = _nearer(parts[1:-1])
    if parts[0].rstrip().endswith((":", "?")):
        return behind._replace(is_sure=nearer >= 0 and behind.is_sure)
    if nearer < 0 or (not nearer and words[-1].startswith("(")):
        return before._replace(is_sure=False)
    return behind._replace(is_sure=behind.is_sure and (nearer > 0 or not PARTED.fullmatch(parts[0].strip())))


def answers_behind(parts: Sequence[str]) -> BoxAnswers:
    """The answers of a line where each stands behind its box."""
    words = [part.strip(_SIGNS) for part in parts[1:]]
    return BoxAnswers(parts[0].strip(), words, all(words))


def answers_before(parts: Sequence[str], *, has_question: bool = False) -> BoxAnswers:
    """The answers of a line where each stands before its box."""
    first, others = parts[0].strip().rstrip(_SIGNS), [part.strip(_SIGNS) for part in parts[1:-1]]
    asked = PARTED.fullmatch(first)
    if asked:
        return BoxAnswers(asked[1], [asked[2], *others], all(others))
    question, _, last = first.rpartition(" ")
    if question and (match_key(last) in YES_NO or not has_question):
        return BoxAnswers(question, [last, *others], match_key(last) in YES_NO and all(others))
    return BoxAnswers("", [first, *others], all(others))


def are_yes_no(answers: Sequence[str]) -> bool:
    return len(answers) == 2 and {match_key(one) for one in answers} in ({"ja", "nei"}, {"yes", "no"})


def _nearer(between: Sequence[str]) -> int:
    """Whether words between boxes stand nearer to the box before (1) or after them (-1); 0 for neither."""
    spaces = [(len(one) - len(one.lstrip()), len(one) - len(one.rstrip())) for one in between if one.strip()]
    if spaces and all(left < right for left, right in spaces):
        return 1
    return -1 if spaces and all(left > right for left, right in spaces) else 0
