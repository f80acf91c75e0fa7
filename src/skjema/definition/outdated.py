"""Words that are out of date: names of repealed laws, and what is called otherwise now."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from skjema.wording import Text


class Outdated(NamedTuple):
    """Words that are out of date.

    Attributes:
        code: Of the problem that says so.
        instead: What to write.
        since: The day from which they are.
    """

    code: str
    words: tuple[str, ...]
    instead: Text
    since: date


class OutdatedWords:
    """Finds those of some words that are out of date on a day."""

    def __init__(self, listed: Sequence[Outdated], today: date) -> None:
        in_force = [one for one in listed if one.since <= today]
        self._meaning = {word.casefold(): one for one in in_force for word in one.words}

    def may_be_in(self, text: str) -> bool:
        """Whether one of them may stand in a text: said in a hundredth of the time that it takes to find it."""
        folded = text.casefold()
        return any(word in folded for word in self._meaning)

    def find(self, text: str) -> Iterator[tuple[str, Outdated]]:
        """Each of the words in a text once, as it is written there, and what it means."""
        # the longest first: «opplæringslova av 1998» before what it begins with
        words = "|".join(map(re.escape, sorted(self._meaning, key=len, reverse=True)))
        found = {
            match[0].casefold(): match[0] for match in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE)
        }
        yield from ((written, self._meaning[word]) for word, written in found.items())
