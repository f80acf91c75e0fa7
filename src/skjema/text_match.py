"""Whether two texts, such as a heading and a label, are the same but for case, spaces, signs and accents' coding."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from skjema.wording import Language


@lru_cache(maxsize=2048)
def match_key(text: str) -> str:
    """A text without case, spaces, signs and ways of writing accents."""
    # NFKC also makes plain letters of ligatures and of full-width ones.
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def match_keys(texts: Mapping[Language, str]) -> set[str]:
    """A text in every language, as `match_key` has it."""
    return set(map(match_key, texts.values()))
