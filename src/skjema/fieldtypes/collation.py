"""The order of Norwegian words: æ, ø and å last, aa as å in names, and letters of the neighbours where they belong."""

import re
import unicodedata
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from typing import Any

from skjema.definition.model import Field, FieldType
from skjema.fieldtypes.display import display
from skjema.wording import Language

_LAST = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"}
"""The three letters after z, as the three signs after it in ASCII: before the letters of other scripts."""
_BESIDE = {"ü": "y", "đ": "d", "ŋ": "n", "ŧ": "t", "ł": "l", "ð": "d", "þ": "th", "ß": "ss", "œ": "oe", "ı": "i"}
_OTHER = {ord(one): place for one, place in {**_LAST, **_BESIDE}.items()}
_NAMES: frozenset[FieldType] = frozenset({"name", "text", "longtext"})
"""Types whose values may hold names, where aa is an old way of writing å."""

_DIGITS = re.compile("[0-9]+")
_MOST_DIGITS = 12
"""Of numbers in a text that are ordered by their size."""

Order = tuple[int, Any, str]
"""Orders values of one field; what is empty comes last."""


def order(field: Field, value: Any, language: Language) -> Order:
    """The place of a value among others of its field: numbers and dates by size, all else as words.

    Texts that differ in capitals and spaces alone have the same place.
    """
    if value is None:
        return 1, 0, ""
    if isinstance(value, bool):
        return 0, not value, ""
    if isinstance(value, (int, Decimal, date, time)):
        return 0, value, ""
    text = display(field, value, language)
    return 0, words(text, is_name=field.type in _NAMES), " ".join(text.casefold().split())


@lru_cache(maxsize=4096)
def words(text: str, *, is_name: bool) -> str:
    """A text as one that sorts in its place: without case, accents and signs, its numbers by size."""
    plain = "".join(one if one.isalnum() else " " for one in unicodedata.normalize("NFC", text.casefold()))
    plain = _DIGITS.sub(lambda number: number[0].zfill(_MOST_DIGITS), " ".join(plain.split()))
    if is_name:
        plain = plain.replace("aa", "å")
    moved = unicodedata.normalize("NFKD", plain.translate(_OTHER))
    return "".join(one for one in moved if not unicodedata.combining(one))
