"""Text functions for placeholders, which make a value fit into a sentence: a date in words, an answer in lower case."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from skjema.wording import Language

WEEKDAYS: Mapping[str, tuple[str, ...]] = {
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "l\u00f8rdag", "s\u00f8ndag"),
    "nn": ("m\u00e5ndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
NORWEGIAN_MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _weekday(day: date, language: Language) -> str:
    return WEEKDAYS.get(language, WEEKDAYS["nb"])[day.weekday()]


def _in_words(day: date, language: Language) -> str:
    """The date in words with its weekday, without a leading zero; source: docs/sources.md#sprakradet-dato."""
    if language == "en":
        return f"{_weekday(day, language)} {day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"
    return f"{_weekday(day, language)} {day.day}. {NORWEGIAN_MONTHS[day.month - 1]} {day.year}"


def _lower(text: str) -> str:
    """The text with a small first letter, unless its first word is in capitals, such as PPT."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


_OF_DATES: Mapping[str, Callable[[date, Language], str]] = {"in_words": _in_words, "weekday": _weekday}
TEXT_FUNCTIONS: Mapping[str, str] = {"in_words": "i_ord", "weekday": "ukedag", "lower": "sma"}
"""The functions that a placeholder may call, by their names in definitions, with their names in Word templates."""

DATE_FUNCTIONS = ("in_words", "weekday")
"""The functions that only take dates."""


def in_sentence(function: str, text: str, language: Language) -> str:
    """A value's text passed through one of `TEXT_FUNCTIONS`; a text that is no date is unchanged."""
    if function == "lower":
        return _lower(text)
    try:
        day = datetime.strptime(text, "%d.%m.%Y").date()  # noqa: DTZ007 - a day, which has no zone
    except ValueError:
        return text
    return _OF_DATES[function](day, language)
