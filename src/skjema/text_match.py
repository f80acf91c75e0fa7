"""When two texts mean the same to whoever reads forms."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from skjema.wording import Language


@lru_cache(maxsize=2048)
def normal(text: str) -> str:
    """A text without case, spaces, signs and ways of writing accents."""
    return "".join(one for one in unicodedata.normalize("NFKC", text).casefold() if one.isalnum())


def labels(texts: Mapping[Language, str]) -> set[str]:
    """A text in every language, as `normal` has it."""
    return set(map(normal, texts.values()))
