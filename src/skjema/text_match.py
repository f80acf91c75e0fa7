"""Compares texts such as headings and labels regardless of case, spaces, signs and Unicode forms."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from skjema.wording import Language


@lru_cache(maxsize=2048)
def match_key(text: str) -> str:
    """The text reduced to what counts when headings are compared: no case, spaces, signs or variants of accents."""
    # NFKC also turns ligatures and full-width letters into plain ones
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def match_keys(texts: Mapping[Language, str]) -> set[str]:
    """The `match_key` of a text in each language."""
    return set(map(match_key, texts.values()))
