"""Every sentence a clerk reads, in Norwegian bokmål, nynorsk and English.

The tables stand in `problems` (what can be wrong), `messages` (what a command
says) and `forms` (words printed on every form). Problems and messages keep to
the characters of both Windows-1252 and code page 850, so that a Windows console
prints them as they are: no long dash, no ellipsis, no curly quotes.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Language = Literal["nb", "nn", "en"]
LANGUAGES: tuple[Language, ...] = ("nb", "nn", "en")
LOCALES: dict[Language, str] = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
"""What a document says of its language."""

Text = dict[Language, str]
"""One text in one or more languages, as a definition gives it."""


class Wording(NamedTuple):
    """A sentence with `{named}` gaps, in every language."""

    nb: str
    nn: str
    en: str

    def text(self, language: Language, /, **gaps: object) -> str:
        sentence: str = getattr(self, language)
        return sentence.format_map({name: spell(gap, language) for name, gap in gaps.items()})


def spell(gap: object, language: Language) -> object:
    """`gap` as it stands in a sentence: a Text in `language`, a tuple as a list of words."""
    if isinstance(gap, Mapping):
        return in_language(gap, language)
    if isinstance(gap, tuple):
        return ", ".join(str(spell(one, language)) for one in gap)
    return gap


def in_language(text: Mapping[Language, str], language: Language) -> str:
    """The text in `language`, or else in the first language it has."""
    for candidate in (language, *LANGUAGES):
        if candidate in text:
            return text[candidate]
    raise KeyError(language)
