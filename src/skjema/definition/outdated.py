"""Finds outdated words: names of repealed laws and sections, and terms that have been replaced."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from skjema.wording import Text

_ENDING = r"(?:n?s|e?ne?s?|as?|[ae]r|r)?"
"""Endings of inflected nouns: «spesialundervisningen», «barneverntjenestens»."""

_KNOWN = 500
"""Most texts without outdated words that are remembered."""


class Outdated(NamedTuple):
    """Words that are outdated from a day on.

    Attributes:
        code: Code of the problem to report.
        instead: What to write instead.
        since: First day on which they are outdated.
    """

    code: str
    words: tuple[str, ...]
    instead: Text
    since: date


class OutdatedWords:
    """Finds the outdated words of a text, as of one day."""

    def __init__(self, listed: Sequence[Outdated], today: date) -> None:
        in_force = [one for one in listed if one.since <= today]
        meaning = {word.casefold(): one for one in in_force for word in one.words}
        # longest first, so that «opplæringslova av 1998» is found before a shorter name that it begins with
        self._meaning = dict(sorted(meaning.items(), key=lambda pair: len(pair[0]), reverse=True))
        self._longest_parts = {max(re.findall(r"\w+", word), key=len) for word in self._meaning}
        self._without: set[str] = set()
        """Texts already seen without an outdated word, since many columns of a list repeat a few values."""

    def may_be_in(self, values: Iterable[object]) -> bool:
        """Whether one of the values may have an outdated word: a quick test, a hundred times faster than `find`.

        Values that aren't texts are ignored.
        """
        texts = [value for value in values if type(value) is str and value not in self._without]
        folded = "\n".join(texts).casefold()
        if any(word in folded for word in self._longest_parts):
            return True
        if len(self._without) < _KNOWN:
            self._without.update(texts)
        return False

    def find(self, text: str) -> Iterator[tuple[str, Outdated]]:
        """Each outdated word of a text once, as it is written there, with its entry."""
        words = list(self._meaning)
        found: dict[str, str] = {}
        for match in self._pattern.finditer(text):
            found.setdefault(words[int(str(match.lastgroup)[1:])], match[0])
        yield from ((written, self._meaning[word]) for word, written in found.items())

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """A pattern for all the words, each in a group named after its number."""
        words = "|".join(f"(?P<w{at}>{_pattern_of(word)})" for at, word in enumerate(self._meaning))
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _pattern_of(word: str) -> str:
    """A pattern for a word as people write it: inflected, with other spaces, or with zeros before its number."""
    if number := re.fullmatch(r"((?:(?:lov|for)-)?\d{4}-\d\d-\d\d-)(\d+)", word):
        return f"{number[1]}0*{number[2]}"
    flexible = re.sub(r"\\ ", r"\\s+", re.escape(word)).replace(r"nr\.", r"nr\.?").replace(r"§\s+", r"§§?\s*")
    flexible = re.sub(r"(\d)\\s\+(?=[a-z]$)", r"\1\\s*", flexible)
    return flexible + _ENDING if word[-1].isalpha() and " " not in word[-3:] else flexible
