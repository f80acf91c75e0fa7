"""Merges the places of a Word file that belong to one field."""

from collections.abc import Iterable
from dataclasses import replace

from skjema.draft.guess import Guess
from skjema.draft.word_places import Place


def together(pairs: Iterable[tuple[Guess, list[Place]]]) -> list[tuple[Guess, list[Place]]]:
    """The same pairs, with all columns of a group moved to the first of them."""
    listed, first = list(pairs), dict[str, int]()
    for number, (guess, _) in enumerate(listed):
        if guess.group:
            first.setdefault(guess.group, number)
    ordered = sorted(enumerate(listed), key=lambda one: (first.get(one[1][0].group, one[0]), one[0]))
    return [pair for _, pair in ordered]


def merged_guess(same: list[Place]) -> Guess:
    """One guess from all places of a field."""
    first = same[0].guess
    first = replace(first, said=tuple(dict.fromkeys(words for place in same for words in place.guess.said)))
    numbers = [place.guess.type for place in same if place.guess.type in ("integer", "decimal")]
    if numbers:
        return replace(first, type=numbers[-1], answers=())
    answers = {one.label: one for place in same for one in place.guess.answers}
    kinds = [place.guess.type for place in same]
    kind = first.type
    if "choice" in kinds and len(set(kinds)) > 1:
        # a printed value may be anything, whatever it is compared with elsewhere
        kind = next(one for one in kinds if one != "choice")
    if kind == "choice" and len(answers) == 1 and same[0].source in ("merge", "tag"):
        # a field compared with only one text has other values too
        return replace(first, type="text", answers=(), reason="unknown")
    return replace(first, type=kind, answers=tuple(answers.values()) if kind in ("choice", "choices") else ())
