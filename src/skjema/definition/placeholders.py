"""Placeholders, `{{ name }}`, in notes and subtitles; and the names that Word templates have besides a form's own."""

import re
from collections.abc import Iterable, Iterator

from skjema.definition.expressions import ExpressionFault
from skjema.wording import Language, Text
from skjema.wording.running_text import DATE_FUNCTIONS, TEXT_FUNCTIONS, in_sentence

MARK_NAME = "skjema_merke"
"""What a document says of itself, which stands among its properties."""
TEMPLATE_NAMES = (
    "vis", "valgt", "nummer", "avsender", "logo", "bred_logo", "utkast", MARK_NAME, *TEXT_FUNCTIONS.values(),
)  # fmt: skip
"""Names that a Word template can use besides a form's own."""
INNER_ROW = "delrad"
"""What built templates call a row that stands in another."""
ROW_NAMES = ("nr", "id", "rad", "valgt", "forste_rad")
"""Names that a row of a group has in a Word template, besides its columns."""

_NAME = r"(?:rad\.)?[a-z0-9_]+"
_PLACEHOLDER = re.compile(rf"\{{\{{\s*(?:({'|'.join(TEXT_FUNCTIONS)})\(\s*({_NAME})\s*\)|({_NAME}))\s*\}}\}}")
"""A name, which may be handed to a function: both are groups, and the name is the second or third."""
# Jinja's marks of values, statements and comments: notes are copied into the Word template, where it would read them.
_LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")


def placeholder_names(text: Text) -> set[str]:
    """Every name in any language of `text`.

    Raises:
        ExpressionFault: Braces stand round something else than a name.
    """
    names: set[str] = set()
    for words in text.values():
        names.update(name or bare for _, name, bare in _PLACEHOLDER.findall(words))
        if stray := _LEFTOVER.search(_PLACEHOLDER.sub("", words)):
            raise ExpressionFault("placeholder-form", got=stray[0])
    return names


def dated_names(text: Text) -> set[str]:
    """The names whose value a text puts into words as a date."""
    found = (match for words in text.values() for match in _PLACEHOLDER.findall(words))
    return {name for function, name, _ in found if function in DATE_FUNCTIONS}


def has_braces(text: str) -> bool:
    """Whether a template would take part of `text` for a placeholder."""
    return _LEFTOVER.search(text) is not None


def fill_placeholders(text: str, values: dict[str, str], language: Language) -> str:
    """`text` with each `{{ name }}` replaced by its value, as the function makes it where there is one."""

    def filled(placeholder: re.Match[str]) -> str:
        function, name, bare = placeholder.groups()
        return in_sentence(function, values[name], language) if function else values[bare]

    return _PLACEHOLDER.sub(filled, text)


def filled_lines(lines: Iterable[str], values: dict[str, str], language: Language) -> Iterator[str]:
    """Lines with their values, without those whose values are all empty."""
    for line in lines:
        names = placeholder_names({"": line})
        if not names or any(values[name] for name in names):
            yield fill_placeholders(line, values, language).strip()


def template_placeholders(text: str) -> str:
    """`text` as a Word template has it: `in_words(dato)` is `i_ord.dato` there."""

    def written(placeholder: re.Match[str]) -> str:
        function, name, bare = placeholder.groups()
        return f"{{{{ {TEXT_FUNCTIONS[function]}.{name} }}}}" if function else f"{{{{ {bare} }}}}"

    return _PLACEHOLDER.sub(written, text)
