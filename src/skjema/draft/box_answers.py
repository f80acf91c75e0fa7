"""Works out which words belong to which box on a line: those before it, or those after it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from skjema.draft.blank_shapes import BLANK
from skjema.text_match import match_key

YES_NO_WORDS = frozenset({"ja", "nei", "yes", "no"})
SHOWN_YES_NO = ["Ja", "Nei"]
"""Labels of yes and no as on a form."""
PARTED = re.compile(r"(.*?(?=[?:]\s|\s{2}|\t)\??):?\s+(\S.*)", re.DOTALL)
"""A question, and an answer before the first box."""
_SIGNS = " \t\n:,;/"
_BETWEEN = ("/", ",", ";")
_ENDING = re.compile(r"\w*?(er|år|ar|ir|et|en|te|de)$", re.IGNORECASE)
"""Endings of words with the same inflection: `innvilger`, `avslår`."""
_CLAUSE = ("at ", "til ", "i ", "på ", "av ", "for ", "om ", "med ", "som ", "å ", "that ", "to ", "in ", "of ", "the ")
"""Beginnings of words after the last box that continue a sentence."""
_FAR, _TAB = 3, 8
"""Spaces that separate a question from its boxes, and how many spaces a tab counts as."""
_NOT_WORDS = frozenset({"ikke", "ikkje", "not", "no", "ei"})


class BoxAnswers(NamedTuple):
    """The question and answers of a line of boxes.

    Attributes:
        question: Words of the line that are no answer; empty without.
        answers: One for each box, in order.
        is_sure: Whether no other reading is possible.
    """

    question: str
    answers: list[str]
    is_sure: bool


def box_answers(parts: Sequence[str], *, has_question: bool = False) -> BoxAnswers:
    """The question and answers of a line with several boxes.

    Args:
        parts: The words before, between and after the boxes, with their spaces.
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
    if signs := _signs(parts):
        # a clause that begins before the boxes continues after the last one
        return before._replace(is_sure=all(before.answers)) if signs < 0 else behind
    nearer = _nearer(parts[1:-1])
    if parts[0].rstrip().endswith((":", "?")):
        return behind._replace(is_sure=nearer >= 0 and behind.is_sure)
    if not nearer and _is_apart(parts):
        return behind
    is_led = PARTED.fullmatch(parts[0].strip()) is not None or words[-1].startswith(_CLAUSE)
    if nearer < 0 or (not nearer and (is_led or words[-1].startswith("(") or _is_alike(words) < 0)):
        return before._replace(is_sure=False)
    # if boxes are equally near to the words on both sides, it can't be known which box the last words belong to
    return behind._replace(is_sure=behind.is_sure and (_is_alike(words) > 0 if not nearer else not is_led))


def _is_apart(parts: Sequence[str]) -> bool:
    """Whether the words before the first box are farther from it than the words after each box are from theirs."""
    before = len(parts[0]) - len(parts[0].rstrip()) + _TAB * parts[0][len(parts[0].rstrip()) :].count("\t")
    behind = max(len(part) - len(part.lstrip()) for part in parts[1:])
    return before >= _FAR and before > behind


def _signs(parts: Sequence[str]) -> int:
    """Whether punctuation or negation shows that answers stand before their boxes (-1) or after (1); 0 if undecided.

    A separator between answers comes after the first; the denied answer comes first: `tillater [] tillater ikke []`.
    """
    between = [part.strip() for part in parts[1:-1]]
    words = [part.strip(_SIGNS) for part in parts]
    is_bare_no = bool(words[1]) and set(words[1].casefold().split()) <= _NOT_WORDS
    before = all(one.startswith(_BETWEEN) for one in between) or is_bare_no or bool(_denied(words[0], words[1]))
    behind = all(one.endswith(_BETWEEN) for one in between) or _denied(words[-2], words[-1]) == len(words[-2].split())
    return behind - before


def _denied(said: str, other: str) -> int:
    """The number of words at the end of a text that another text negates, or affirms if negated; 0 for none."""
    first, second = said.casefold().split(), [word for word in other.casefold().split() if word not in _NOT_WORDS]
    is_no = len(second) < len(other.split())
    for count in range(len(first), 0, -1):
        own = [word for word in first[-count:] if word not in _NOT_WORDS]
        if own and own == second and (len(own) < count) != is_no:
            return count
    return 0


def _is_alike(words: Sequence[str]) -> int:
    """Whether words between boxes inflect like those before the first (-1), after the last (1), or neither (0)."""
    ends = [_ending(part) for part in (words[0].rpartition(" ")[2], words[1], words[-1])]
    is_before, is_behind = (bool(ends[1]) and ends[1] == one for one in (ends[0], ends[2]))
    return is_behind - is_before


def _ending(words: str) -> str:
    found = _ENDING.fullmatch(words.partition(" ")[0])
    # the present tense of verbs ends in r, whatever precedes it
    return "" if found is None else found[1][-1]


def parted(parts: Sequence[str]) -> list[list[str]]:
    """The parts of a line of boxes, grouped by question if it asks several.

    `Tolk? [] Ja [] Nei  Skyss? [] Ja [] Nei` asks two. Words that stand far from the box before them, or after its
    answer, and end like a question begin the next one.
    """
    questions, current = list[list[str]](), [parts[0]]
    is_behind = not answers_before(parts).answers[0] or parts[0].rstrip().endswith((":", "?"))
    for part in parts[1:-1]:
        found = (_NEXT_BEHIND if is_behind else _NEXT_BEFORE).fullmatch(part)
        is_next = found is not None and match_key(found[2]) not in YES_NO_WORDS and not BLANK.search(part)
        if found is not None and is_next and (found[3] is not None or len(current) > 1):
            current.append(found[1])
            questions.append(current)
            current = [part[found.end(1) :]]
        else:
            current.append(part)
    return [*questions, [*current, parts[-1]]]


_NEXT_BEHIND = re.compile(
    r"(\s*(?:ja|nei|yes|no)(?=[\s.,;])|\s*\S.*?(?=\s{2,}|\t|\n|[.;] ))[\s.;]+([^:?]*[^:?\s])\s*[:?]\s*()",
    re.DOTALL | re.IGNORECASE,
)
"""An answer after its box, and the next question."""
_NEXT_BEFORE = re.compile(r"(\s{0,1}(?=\s)|(?=\n))\s+([^:?]*[^:?\s])\s*[:?]\s*(\S.*)", re.DOTALL)
"""The next question, and its first answer, before its box."""


def answer_and_rest(words: str) -> tuple[str, str]:
    """The words that belong to the box before them, and the rest, which asks for something else; the rest may be empty.

    `Nei Hvis ja, hvor ofte:` and `Nei \u2013 kommentar:` are a «Nei» with a rest; `Nei, ikke ennå` is one answer.
    """
    found = _YES_OR_NO.match(words) or _FAR_LABEL.fullmatch(words)
    return (found[1], found[2]) if found else (words, "")


def words_of_answer(words: str) -> str:
    """The answer of one box; words after a comma that lead to a line to write on belong to that line."""
    blank = BLANK.search(words)
    answer, rest = answer_and_rest(words[: blank.start()] if blank else words)
    return answer.partition(",")[0] if blank and not rest else answer


_YES_OR_NO = re.compile(
    r"(\s*(?i:ja|nei|yes|no)(?!\w))[\s.;]*((?:[A-ZÆØÅ]|(?i:hvis|dersom|viss|om ja|om nei|if)\b|[\u2013(-]).*)",
    re.DOTALL,
)
_FAR_LABEL = re.compile(r"(\s*\S.*?)(?:\s{2,}|\t|[.;]\s+|\s[\u2013-]\s)([^:?]*[^:?\s]\s*[:?]\s*)", re.DOTALL)
"""An answer, and words far after it that end like a question."""


def answers_behind(parts: Sequence[str]) -> BoxAnswers:
    """The answers of a line where each stands after its box."""
    words = [part.strip(_SIGNS) for part in parts[1:]]
    return BoxAnswers(parts[0].strip(), words, all(words))


def answers_before(parts: Sequence[str], *, has_question: bool = False) -> BoxAnswers:
    """The answers of a line where each stands before its box."""
    first, others = parts[0].strip().rstrip(_SIGNS), [part.strip(_SIGNS) for part in parts[1:-1]]
    asked = PARTED.fullmatch(first)
    if asked:
        return BoxAnswers(asked[1], [asked[2], *others], all(others))
    if others and (count := _denied(first, others[0])):
        asked_of = first.split()
        return BoxAnswers(" ".join(asked_of[:-count]), [" ".join(asked_of[-count:]), *others], all(others))
    question, _, last = first.rpartition(" ")
    if question and (match_key(last) in YES_NO_WORDS or not has_question):
        return BoxAnswers(question, [last, *others], match_key(last) in YES_NO_WORDS and all(others))
    return BoxAnswers("", [first, *others], all(others))


def are_yes_no(answers: Sequence[str]) -> bool:
    return len(answers) == 2 and {match_key(one) for one in answers} in ({"ja", "nei"}, {"yes", "no"})


def are_denied(answers: Sequence[str]) -> bool:
    """Whether the second of two answers negates the first: `samtykker`, `samtykker ikke`."""
    return len(answers) == 2 and _denied(*answers) == len(answers[0].split())


def yes_no_words(compared: Sequence[str]) -> Sequence[str]:
    """The two answers of a yes/no question, in the spelling of the texts that it is compared with.

    Empty where it is compared with other texts. An answer that isn't compared is spelled like the other one.
    """
    said = {match_key(one): one for one in compared}
    for pair in (("ja", "nei"), ("yes", "no")):
        if said and said.keys() <= set(pair):
            like = next(iter(said.values()))
            return [said.get(one) or _cased(one, like) for one in pair]
    return ()


def _cased(word: str, like: str) -> str:
    """A word in lower case, with capitals as in another word."""
    return word.upper() if like.isupper() else word.title() if like.istitle() else word


def _nearer(between: Sequence[str]) -> int:
    """Whether words between boxes are nearer to the box before (1) or after them (-1); 0 if undecided."""
    spaces = [(len(one) - len(one.lstrip()), len(one) - len(one.rstrip())) for one in between if one.strip()]
    if spaces and all(left < right for left, right in spaces):
        return 1
    return -1 if spaces and all(left > right for left, right in spaces) else 0
