"""The order of Norwegian words: æ, ø and å last, aa as å in names, and letters of the neighbours where they belong."""

import re
import unicodedata
from functools import lru_cache

_LAST = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"}
"""The three letters after z, as the three signs after it in ASCII: before the letters of other scripts."""
_BESIDE = {"ü": "y", "đ": "d", "ŋ": "n", "ŧ": "t", "ł": "l", "ð": "d", "þ": "th", "ß": "ss", "œ": "oe", "ı": "i"}
_OTHER = {ord(one): place for one, place in {**_LAST, **_BESIDE}.items()}

_DIGITS = re.compile("[0-9]+")
_MOST_DIGITS = 12
"""Of numbers in a text that are ordered by their size."""


@lru_cache(maxsize=4096)
def sort_words(text: str, *, is_name: bool) -> str:
    """A text as one that sorts in its place: without case, accents and signs, its numbers by size."""
    plain = "".join(one if one.isalnum() else " " for one in unicodedata.normalize("NFC", text.casefold()))
    plain = _DIGITS.sub(lambda number: number[0].zfill(_MOST_DIGITS), " ".join(plain.split()))
    if is_name:
        plain = plain.replace("aa", "å")
    moved = unicodedata.normalize("NFKD", plain.translate(_OTHER))
    return "".join(one for one in moved if not unicodedata.combining(one))
