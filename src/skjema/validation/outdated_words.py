"""Finds what is out of date in what was written: a law that is repealed, a word that the law uses no more."""

import re
from collections.abc import Iterator
from datetime import date

from skjema.definition.outdated import Outdated


class OutdatedWords:
    """The words of a form that are out of date on a day."""

    def __init__(self, listed: tuple[Outdated, ...], today: date) -> None:
        in_force = [one for one in listed if one.since <= today]
        self._meaning = {word.casefold(): one for one in in_force for word in one.words}
        # the longest first: «opplæringslova av 1998» before what it begins with
        words = sorted(self._meaning, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)

    def find(self, text: str) -> Iterator[tuple[str, Outdated]]:
        """Each of the words in a text once, as it is written there, and what it means."""
        if self._meaning:
            found = {match[0].casefold(): match[0] for match in self._pattern.finditer(text)}
            yield from ((written, self._meaning[word]) for word, written in found.items())
