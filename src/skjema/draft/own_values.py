"""What a paper says in its fields before anybody has written there: the defaults of its first definition."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from skjema.draft.guess import Guess
from skjema.draft.write_draft import keys_of
from skjema.fieldtypes import TYPES
from skjema.fieldtypes.reading_results import InvalidValue
from skjema.problems import Place, Problem, Severity
from skjema.text_match import match_key

_LONGEST = 200
_TOLD = 12
_PERSONAL = frozenset({"name", "fodselsnummer", "phone", "email", "kontonummer", "iban", "date", "signature"})
"""Types whose value is one person's, or one day's, and not every paper's."""
_PROMPT = re.compile(
    r"(klikk|trykk|skriv|skriv inn|velg|vel|fyll|sett inn|set inn|oppgi|oppgje|click|tap|enter|choose|select|type)\b.*"
    r"|\[.*\]|<.*>|[\W_xX]*",
    re.IGNORECASE | re.DOTALL,
)
"""What a field says of how it is filled in."""


def is_prompt(words: str) -> bool:
    """Whether words ask for something to be written in their place, or say nothing."""
    return _PROMPT.fullmatch(words.strip()) is not None


def with_defaults(name: str, guesses: Sequence[Guess]) -> tuple[list[Guess], list[Problem]]:
    """The guesses, with what the paper says in them as their default; and which have one, and which can't.

    Args:
        name: What messages call the paper.
        guesses: They are settled.
    """
    keys = keys_of(guesses)
    own = [replace(one, default=_default(one)) if one.id not in keys else one for one in guesses]
    left = [one.label for one in own if one.said and not one.default and not one.recipient]
    taken = [one.label for one in own if one.default]
    found = [("draft-prefilled", Severity.NOTE, taken), ("draft-prefilled-left", Severity.WARNING, left)]
    return own, [Problem(code, Place(name), kind, {"names": _some(names)}) for code, kind, names in found if names]


def _some(names: Sequence[str]) -> tuple[str, ...]:
    return (*names[:_TOLD], *(("...",) if len(names) > _TOLD else ()))


def _default(guess: Guess) -> str:
    """What is said in a field as an expression; empty where it can't be every paper's."""
    if not guess.said or guess.recipient or guess.group or guess.type in _PERSONAL:
        return ""
    kind = TYPES[guess.type]
    if kind.takes_choices:
        return _chosen(guess)
    if len(guess.said) > 1:
        return ""
    words = guess.said[0].strip() if kind.widget == "longtext" else " ".join(guess.said[0].split())
    if len(words) > _LONGEST:
        return ""
    try:
        kind.read(words)
    except InvalidValue:
        return ""
    return repr(words)


def _chosen(guess: Guess) -> str:
    """The answers that are chosen on the paper."""
    chosen = [_answer(guess, said) for said in guess.said]
    is_several = guess.type == "choices"
    return repr("\n".join(chosen)) if all(chosen) and (is_several or len(chosen) == 1) else ""


def _answer(guess: Guess, said: str) -> str:
    by_source: Iterable[str] = (one.id for one in guess.answers if one.source and one.source == said)
    by_label = (one.id for one in guess.answers if match_key(one.label) == match_key(said))
    return next(iter((*by_source, *by_label)), "")
