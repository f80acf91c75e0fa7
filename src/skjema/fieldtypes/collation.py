"""Sorts Norwegian words: æ, ø and å last, aa as å in names, foreign letters beside the letters they resemble."""

import re
import unicodedata
from functools import lru_cache

_LAST = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"}
"""The letters after z, as the ASCII signs that follow z: they then sort before letters of other scripts."""
# Letters that Unicode doesn't decompose into a letter and an accent, as it does č and é.
_BESIDE = {"ü": "y", "đ": "d", "ŋ": "n", "ŧ": "t", "ł": "l", "ð": "d", "þ": "th", "ß": "ss", "œ": "oe", "ı": "i"}
_MOVED = str.maketrans({**_LAST, **_BESIDE})

_DIGITS = re.compile("[0-9]+")
_MOST_DIGITS = 12
"""Numbers in a text of up to this many digits are sorted by size."""


@lru_cache(maxsize=4096)
def sort_words(text: str, *, is_name: bool) -> str:
    """A key that sorts a text in Norwegian order: no case, accents or signs; numbers padded to sort by size."""
    # Composed, so that å is one letter; a sign is a space, so that Anne-Marie stands before Annelise.
    letters = unicodedata.normalize("NFC", text.casefold())
    words = "".join(letter if letter.isalnum() else " " for letter in letters).split()
    plain = _DIGITS.sub(lambda number: number[0].zfill(_MOST_DIGITS), " ".join(words))
    if is_name:
        plain = plain.replace("aa", "å")
    # Norway's own letters are moved before the rest lose their accents: å would become a.
    moved = unicodedata.normalize("NFKD", plain.translate(_MOVED))
    return "".join(letter for letter in moved if not unicodedata.combining(letter))
