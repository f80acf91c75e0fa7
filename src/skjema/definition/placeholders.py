"""Placeholders, `{{ name }}`, in notes and subtitles; and the names that Word templates have beside the form's own."""

import re
from collections.abc import Iterable, Iterator

from skjema.definition.expressions import ExpressionFault
from skjema.wording import Language, Text
from skjema.wording.running_text import DATE_FUNCTIONS, TEXT_FUNCTIONS, in_sentence

MARK_NAME = "skjema_merke"
"""Name of the mark: what a document says of itself, kept among its properties."""
TEMPLATE_NAMES = (
    "vis", "valgt", "nummer", "avsender", "logo", "bred_logo", "utkast", MARK_NAME, *TEXT_FUNCTIONS.values(),
)  # fmt: skip
"""Names that a Word template can use beside the form's own."""
INNER_ROW = "delrad"
"""What built templates call a row of a group within a group."""
ROW_NAMES = ("nr", "id", "rad", "valgt", "forste_rad")
"""Names that a row of a group has in a Word template, beside its columns."""

_NAME = r"(?:rad\.)?[a-z0-9_]+"
_PLACEHOLDER = re.compile(rf"\{{\{{\s*(?:({'|'.join(TEXT_FUNCTIONS)})\(\s*({_NAME})\s*\)|({_NAME}))\s*\}}\}}")
"""A placeholder: group 1 is a function and group 2 its argument, or group 3 is a name alone."""
# Jinja's delimiters: texts are copied into the Word template, where Jinja would read them
_LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")


def placeholder_names(text: Text) -> set[str]:
    """Every name in any language of `text`.

    Raises:
        ExpressionFault: Braces stand around something other than a name.
    """
    names: set[str] = set()
    for words in text.values():
        names.update(name or bare for _, name, bare in _PLACEHOLDER.findall(words))
        if stray := _LEFTOVER.search(_PLACEHOLDER.sub("", words)):
            raise ExpressionFault("placeholder-form", got=stray[0])
    return names


def dated_names(text: Text) -> set[str]:
    """The names that a text passes to a function that writes dates in words."""
    found = (match for words in text.values() for match in _PLACEHOLDER.findall(words))
    return {name for function, name, _ in found if function in DATE_FUNCTIONS}


def has_braces(text: str) -> bool:
    """Whether Jinja would take part of a text for a placeholder."""
    return _LEFTOVER.search(text) is not None


def fill_placeholders(text: str, values: dict[str, str], language: Language) -> str:
    """`text` with each placeholder replaced by its value, passed through its function if it has one."""

    def filled(placeholder: re.Match[str]) -> str:
        function, name, bare = placeholder.groups()
        return in_sentence(function, values[name], language) if function else values[bare]

    return _PLACEHOLDER.sub(filled, text)


def filled_lines(lines: Iterable[str], values: dict[str, str], language: Language) -> Iterator[str]:
    """Lines with their placeholders filled; a line whose values are all empty is left out."""
    for line in lines:
        names = placeholder_names({"": line})
        if not names or any(values[name] for name in names):
            yield fill_placeholders(line, values, language).strip()


def template_placeholders(text: str) -> str:
    """`text` with placeholders as Word templates write them: `in_words(dato)` becomes `i_ord.dato`."""

    def written(placeholder: re.Match[str]) -> str:
        function, name, bare = placeholder.groups()
        return f"{{{{ {TEXT_FUNCTIONS[function]}.{name} }}}}" if function else f"{{{{ {bare} }}}}"

    return _PLACEHOLDER.sub(written, text)
