"""Checks what a definition writes for people: texts in every language of the form; and the form of ids."""

import keyword
import re
from collections.abc import Collection, Iterable, Iterator

from skjema.definition.functions import FUNCTIONS
from skjema.definition.origins import Origins, Owner
from skjema.definition.placeholders import ROW_NAMES, TEMPLATE_NAMES, has_braces
from skjema.text_match import match_key
from skjema.wording import Text

RESERVED = frozenset(
    {
        *TEMPLATE_NAMES,
        *ROW_NAMES,
        *keyword.kwlist,
        "today",
        "linje",
        "under",
        "delrad",
        "loop",
        "docpr_id",
        "true",
        "false",
        "none",
    }
)
"""Names that already have a meaning in expressions and Word templates."""

_SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_KEBAB_CASE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_SINGLE_BRACES = re.compile(r"(?<!\{)\{ ?[\w.()]+ ?\}(?!\})")
"""A name in single braces, which would be printed as it stands."""
_LONGEST_TEXT = 20_000
"""Most characters of a printed text: a note of some ten pages."""
_LONGEST_LABEL = 1_000
"""Most characters of the label of a column or answer, since a table cell can't break over pages."""
_LABELS = ("label", "title", "records", "choices", "row")
_READ_BACK = ("label", "records")
"""Keys whose text is later recognised in a workbook, by letters and digits alone."""


class TextCheck:
    """Checks the ids and texts of one form; every method adds problems and goes on."""

    def __init__(self, languages: Collection[str], origins: Origins) -> None:
        self._languages = languages
        self._origins = origins

    def check_name(self, owner: Owner, name: str) -> None:
        """Check an id that expressions and Word templates use as a variable name."""
        # a template has one namespace for fields, helpers and Python's keywords, and a field would hide its namesake
        if not is_snake_case(name) or name in RESERVED or name in FUNCTIONS:
            self._origins.fault(owner, "id", "id-form", got=name)

    def check_text(self, owner: Owner, key: str, text: Text | None, *, placeholders: bool = False) -> None:
        """Check a text in every language of the form; None for an optional text that isn't given.

        Args:
            placeholders: Whether `{{ name }}` may stand in it.
        """
        if text is None:
            return
        for code in invalid_language_codes(text):
            self._origins.fault(owner, key, "language-code", got=code)
        most = _LONGEST_LABEL if key in _LABELS else _LONGEST_TEXT
        for language in self._languages:
            words = text.get(language, "")
            if not words.strip():
                self._origins.fault(owner, key, "text-missing", got=key, language=language)
            else:
                self._check_words(owner, key, words, placeholders=placeholders)
            if len(words) > most:
                self._origins.fault(owner, key, "text-long", got=key, count=len(words), most=most)

    def _check_words(self, owner: Owner, key: str, words: str, *, placeholders: bool) -> None:
        if not is_printable(words):
            self._origins.fault(owner, key, "text-control", got=key)
        elif not placeholders and has_braces(words):
            # the text is copied into the Word template as it is, where Jinja would take the braces for its own
            self._origins.fault(owner, key, "placeholder-here", got=words)
        elif any(line.count("**") % 2 for line in words.splitlines()) or ("**" in words and key != "text"):
            self._origins.fault(owner, key, "text-bold", got=key)
        elif placeholders and (single := _SINGLE_BRACES.search(words)):
            self._origins.fault(owner, key, "braces-single", got=single[0])
        elif key in _READ_BACK and not match_key(words):
            self._origins.fault(owner, key, "label-unnamed", got=words)


def is_snake_case(name: str) -> bool:
    """Whether an id is written like `barn_navn`."""
    return _SNAKE_CASE.fullmatch(name) is not None


def is_kebab_case(name: str) -> bool:
    """Whether an id is written like `samtykke-overgang`."""
    return _KEBAB_CASE.fullmatch(name) is not None


def invalid_language_codes(codes: Iterable[str]) -> Iterator[str]:
    """The codes that can't be a language of a form."""
    for code in codes:
        # `no` doesn't say which of the two written languages of Norway is meant
        if not _LANGUAGE.fullmatch(code) or code == "no":
            yield code


def is_printable(text: str) -> bool:
    """Whether every character of a text can be printed."""
    return text.replace("\n", "").isprintable()


def repeated_names(names: Iterable[str]) -> Iterator[str]:
    """Every name that has already come earlier, once for each repetition."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield name
        seen.add(name)
