"""The values that a paper has in its fields before anybody fills it in; they become defaults of the definition."""

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
"""Types whose values belong to one person or day, and so are no defaults."""
_PROMPT = re.compile(
    r"(klikk|trykk|skriv|skriv inn|velg|vel|fyll|sett inn|set inn|oppgi|oppgje|click|tap|enter|choose|select|type)\b.*"
    r"|\[.*\]|<.*>|[\W_xX]*",
    re.IGNORECASE | re.DOTALL,
)
"""Instructions in a field on how to fill it in."""


def is_prompt(words: str) -> bool:
    """Whether words are an instruction to write in their place, or mean nothing."""
    return _PROMPT.fullmatch(words.strip()) is not None


def with_defaults(name: str, guesses: Sequence[Guess]) -> tuple[list[Guess], list[Problem]]:
    """The guesses with the paper's own values as defaults, and problems that list the fields with and without one.

    Args:
        name: Name of the paper in messages.
        guesses: Guesses that are `settled`.
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
    """A field's own value as an expression; empty where it can't be a default."""
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
    """The answers that are chosen on the paper, as an expression."""
    chosen = [_answer(guess, said) for said in guess.said]
    is_several = guess.type == "choices"
    return repr("\n".join(chosen)) if all(chosen) and (is_several or len(chosen) == 1) else ""


def _answer(guess: Guess, said: str) -> str:
    by_source: Iterable[str] = (one.id for one in guess.answers if one.source and one.source == said)
    by_label = (one.id for one in guess.answers if match_key(one.label) == match_key(said))
    return next(iter((*by_source, *by_label)), "")
