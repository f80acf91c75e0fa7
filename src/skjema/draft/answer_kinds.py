"""Guesses from the words whether one or several of the answers beside boxes may be ticked."""

import re
from collections.abc import Sequence
from itertools import chain

from skjema.draft.guess import GuessedType
from skjema.text_match import match_key
from skjema.wording.running_text import NORWEGIAN_MONTHS, WEEKDAYS

_DAYS = [*chain.from_iterable(WEEKDAYS.values())]
_SEVERAL = re.compile(
    r"\b(fleire|flere|hvilke|dag(er|ar|ene|ane)|hjelpemid\w+|vedlegg|alle som|aktuelle|several|which days|all that"
    r"|(det|de|dei|dem) som (passer|passar|gjelder|gjeld|er aktuel\w*))\b",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"\b(ett|eitt|ett enkelt|kun ett|bare ett|berre eitt|one) (kryss|svar|alternativ|box|answer)\b|\b(velg|vel|choose) "
    r"(en|ein|ett|eitt|én|one)\b|\bhvilken\b|\bhvilket\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(ikke|ikkje|ingen|inga|aldri|not|none|never)\b", re.IGNORECASE)
"""Words in an answer that excludes all others."""
_SENTENCE = 3
"""Least number of words in a sentence."""
_SURELY_ONE = 2
"""Of up to this many answers one is meant, unless the words say otherwise."""


def kind_of_answers(answers: Sequence[str], asked: str) -> GuessedType:
    """The type of a question with boxes, and whether it is a guess.

    Args:
        asked: The question, with the words above it.
    """
    if are_days(answers):
        return GuessedType("choices", "kind")
    is_one = asks_for_one(asked) or any(map(_DENIED.search, answers))
    if is_one or (len(answers) <= _SURELY_ONE and not _SEVERAL.search(asked)):
        return GuessedType("choice", "kind")
    return GuessedType("choices" if _SEVERAL.search(asked) else "choice", "label")


def asks_for_one(asked: str) -> bool:
    """Whether the words say that only one answer may be ticked."""
    return _ONE.search(asked) is not None


def are_statements(answers: Sequence[str]) -> bool:
    """Whether the answers are sentences of their own, none of which denies another."""
    return all(len(one.split()) >= _SENTENCE for one in answers) and not any(map(_DENIED.search, answers))


def are_days(answers: Sequence[str]) -> bool:
    """Whether the answers are days of the week or months, in full or abbreviated."""
    keys = [match_key(one) for one in answers]
    return len(keys) > _SURELY_ONE and any(
        all(len(key) > 1 and any(match_key(name).startswith(key) for name in names) for key in keys)
        for names in (_DAYS, NORWEGIAN_MONTHS)
    )
