"""Replaces the texts in a file's tables."""

import re
from collections.abc import Callable
from typing import Any

from skjema.definition.toml_positions import Path

_LANGUAGE = re.compile("[a-z]{2,3}")

Replace = Callable[[str, Path, str], str]
"""Returns the replacement of a text, given the text, its path, and its language."""


def with_texts_replaced(data: Any, replace: Replace) -> Any:
    """The tables with `replace` applied to each text; a text outside of any language counts as bokmål."""

    def walk(value: Any, path: Path, language: str) -> Any:
        if isinstance(value, dict):
            return {
                key: walk(inner, (*path, key), key if _LANGUAGE.fullmatch(key) else language)
                for key, inner in value.items()
            }
        if isinstance(value, list):
            return [walk(inner, (*path, at), language) for at, inner in enumerate(value)]
        return replace(value, path, language) if isinstance(value, str) else value

    return walk(data, (), "nb")
