"""Placeholders, `{{ name }}`, in notes and subtitles; and the names that Word templates have besides a form's own."""

import re

from skjema.definition.expressions import ExpressionFault
from skjema.wording import Text

TEMPLATE_NAMES = ("vis", "valgt", "nummer", "avsender", "logo", "bred_logo", "utkast")
"""Names that a Word template can use besides a form's own."""
ROW_NAMES = ("nr", "id", "rad", "valgt")
"""Names that a row of a group has in a Word template, besides its columns."""

_PLACEHOLDER = re.compile(r"\{\{\s*([a-z0-9_]+)\s*\}\}")
# Jinja's marks of values, statements and comments: notes are copied into the Word template, where it would read them.
_LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")


def placeholder_names(text: Text) -> set[str]:
    """Every name in any language of `text`.

    Raises:
        ExpressionFault: Braces stand round something else than a name.
    """
    names = set()
    for words in text.values():
        names.update(_PLACEHOLDER.findall(words))
        if stray := _LEFTOVER.search(_PLACEHOLDER.sub("", words)):
            raise ExpressionFault("placeholder-form", got=stray[0])
    return names


def has_braces(text: str) -> bool:
    """Whether a template would take part of `text` for a placeholder."""
    return _LEFTOVER.search(text) is not None


def fill_placeholders(text: str, values: dict[str, str]) -> str:
    """`text` with each `{{ name }}` replaced by its value."""
    return _PLACEHOLDER.sub(lambda placeholder: values[placeholder[1]], text)
