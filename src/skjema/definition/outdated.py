"""Words that are out of date: names of repealed laws and paragraphs, and what is called otherwise now."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from skjema.wording import Text

_ENDING = r"(?:n?s|e?ne?s?|as?|[ae]r|r)?"
"""As nouns are bent: «spesialundervisningen», «barneverntjenestens»."""

_KNOWN = 500
"""Texts without such words that are remembered."""


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
        meaning = {word.casefold(): one for one in in_force for word in one.words}
        # the longest first: «opplæringslova av 1998» before what it begins with
        self._meaning = dict(sorted(meaning.items(), key=lambda pair: len(pair[0]), reverse=True))
        self._longest_parts = {max(re.findall(r"\w+", word), key=len) for word in self._meaning}
        self._without: set[object] = set()
        """Texts that were looked at before and hold none: many columns of a list repeat a few."""

    def may_be_in(self, values: Iterable[object]) -> bool:
        """Whether one of them may stand in one of some texts: said in a hundredth of the time it takes to find it.

        Values of another kind than texts are passed over.
        """
        texts = [value for value in values if type(value) is str and value not in self._without]
        folded = "\n".join(texts).casefold()
        if any(word in folded for word in self._longest_parts):
            return True
        if len(self._without) < _KNOWN:
            self._without.update(texts)
        return False

    def find(self, text: str) -> Iterator[tuple[str, Outdated]]:
        """Each of the words in a text once, as it is written there, and what it means."""
        words = list(self._meaning)
        found: dict[str, str] = {}
        for match in self._pattern.finditer(text):
            found.setdefault(words[int(str(match.lastgroup)[1:])], match[0])
        yield from ((written, self._meaning[word]) for word, written in found.items())

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Any of the words, as the group of its number."""
        words = "|".join(f"(?P<w{at}>{_pattern_of(word)})" for at, word in enumerate(self._meaning))
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _pattern_of(word: str) -> str:
    """Of a word as people write it: with another ending, more or fewer spaces, or a zero before its number."""
    if number := re.fullmatch(r"((?:(?:lov|for)-)?\d{4}-\d\d-\d\d-)(\d+)", word):
        return f"{number[1]}0*{number[2]}"
    flexible = re.sub(r"\\ ", r"\\s+", re.escape(word)).replace(r"nr\.", r"nr\.?").replace(r"§\s+", r"§§?\s*")
    flexible = re.sub(r"(\d)\\s\+(?=[a-z]$)", r"\1\\s*", flexible)
    return flexible + _ENDING if word[-1].isalpha() and " " not in word[-3:] else flexible
