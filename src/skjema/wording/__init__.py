"""Every sentence a clerk reads, in Norwegian bokmål, nynorsk and English.

The tables stand in `problems` (what can be wrong), `messages` (what else a command says), `help` (of commands and
options), `workbook` (words of the input workbook) and `forms` (words printed on every form). All but the last keep to the
characters of both Windows-1252 and code page 850, so that a Windows console prints them as they are: no long dash, no
ellipsis, no curly quotes.
"""

import os
import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

MessageLanguage = Literal["nb", "nn", "en"]
"""The language of messages, help and workbook guides: each wording is complete in all of them."""
LANGUAGES: tuple[MessageLanguage, ...] = ("nb", "nn", "en")

Language = str
"""The language of a paper: whatever the form's definition declares, by its code in ISO 639 (`nb`, `se`, `pl`)."""

# Word names its dictionaries by language and country.
_LOCALES: Mapping[Language, str] = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB", "se": "se-NO"}

Text = dict[Language, str]
"""One text in one or more languages, as a definition gives it."""

_NOT_SHOWN_RAW = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What steers a terminal, turns the order of letters, ends a line, or is half a letter."""
_LINE_ENDS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


class Wording(NamedTuple):
    """A sentence with `{named}` gaps, in every language."""

    nb: str
    nn: str
    en: str

    def text(self, language: MessageLanguage, /, **params: object) -> str:
        """The sentence in a language, its gaps filled."""
        sentence: str = getattr(self, language)
        return sentence.format_map({name: spell(gap, language) for name, gap in params.items()})


def spell(gap: object, language: Language) -> object:
    """`gap` as it stands in a sentence: a Text in `language`, a tuple as a list of words, all on one line."""
    if isinstance(gap, Mapping):
        return on_one_line(in_language(gap, language))
    if isinstance(gap, tuple):
        return ", ".join(str(spell(one, language)) for one in gap)
    return on_one_line(str(gap)) if isinstance(gap, str | os.PathLike) else gap


def on_one_line(text: str) -> str:
    """What a stranger wrote, such as a heading or the name of a file, as it may stand in a message.

    It neither ends the line nor steers the terminal it is shown on; tabs and line breaks become spaces.
    """
    if not _NOT_SHOWN_RAW.search(text):
        return text
    return _NOT_SHOWN_RAW.sub(lambda found: repr(found[0])[1:-1], _LINE_ENDS.sub(" ", text))


def in_language(text: Mapping[Language, str], language: Language) -> str:
    """The text in `language`, or else in the first of the languages of messages that it has, or in any.

    Raises:
        KeyError: There is no text at all.
    """
    for candidate in (language, *LANGUAGES, *text):
        if candidate in text:
            return text[candidate]
    raise KeyError(language)


def message_language(language: Language) -> MessageLanguage:
    """The language in which something is said about a paper: its own, or bokmål where no messages are in that."""
    # Compared one by one rather than by `in`, so that mypy knows the result for one of them.
    return next((known for known in LANGUAGES if known == language), LANGUAGES[0])


def locale_of(language: Language) -> str:
    """What a document says of its language: the code with its country, or alone where that would be a guess."""
    return _LOCALES.get(language, language)
