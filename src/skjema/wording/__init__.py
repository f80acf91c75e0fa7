"""Every sentence that a clerk reads, in bokmål, nynorsk and English.

The tables are in `problems_*` (what can be wrong), `messages` (other messages of commands), `help` (of commands and
options), `workbook` (words of the input workbook), `draft` (comments of drafts) and `forms` (words printed on every
form). All but the last use only characters that both Windows-1252 and code page 850 have, so that a Windows console
shows them: no long dash, no ellipsis, no curly quotes.
"""

import os
import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

MessageLanguage = Literal["nb", "nn", "en"]
"""A language of messages, help and workbook guides; each wording has all of them."""
LANGUAGES: tuple[MessageLanguage, ...] = ("nb", "nn", "en")

Language = str
"""A language of papers, by its ISO 639 code (`nb`, `se`, `pl`): any that the form's definition declares."""

# Word names its dictionaries by language and country.
_LOCALES: Mapping[Language, str] = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB", "se": "se-NO"}

Text = dict[Language, str]
"""One text in one or more languages, as a definition gives it."""

_NOT_SHOWN_RAW = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that control a terminal, change the direction of writing, end a line, or are half a character."""
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
    """`gap` as text for a sentence: a Text in `language`, a tuple as a list, all on one line."""
    if isinstance(gap, Mapping):
        return on_one_line(in_language(gap, language))
    if isinstance(gap, tuple):
        return ", ".join(str(spell(one, language)) for one in gap)
    return on_one_line(str(gap)) if isinstance(gap, str | os.PathLike) else gap


def on_one_line(text: str) -> str:
    """Text from outside, such as a heading or a file name, in a form that is safe in a message.

    Tabs and line breaks become spaces; characters that control the terminal are shown as escapes.
    """
    if not _NOT_SHOWN_RAW.search(text):
        return text
    return _NOT_SHOWN_RAW.sub(lambda found: repr(found[0])[1:-1], _LINE_ENDS.sub(" ", text))


def in_language(text: Mapping[Language, str], language: Language) -> str:
    """The text in `language` if there is one, else in the first language of messages that it has, else in any.

    Raises:
        KeyError: There is no text at all.
    """
    for candidate in (language, *LANGUAGES, *text):
        if candidate in text:
            return text[candidate]
    raise KeyError(language)


def message_language(language: Language) -> MessageLanguage:
    """The language for messages about a paper: that of the paper, or bokmål where there are no messages in it."""
    # Compared one by one rather than by `in`, so that mypy knows the result for one of them.
    return next((known for known in LANGUAGES if known == language), LANGUAGES[0])


def locale_of(language: Language) -> str:
    """The language code of a document, with the country where that is certain."""
    return _LOCALES.get(language, language)
