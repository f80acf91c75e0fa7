"""Values as they stand on paper: Norwegian dates, decimal commas, numbers in the customary groups; and of sections."""

from collections.abc import Callable, Collection
from datetime import date, time
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from skjema.definition.model import Choice, Field, FieldType, Form
from skjema.wording import LANGUAGES, Language, in_language
from skjema.wording.forms import FORMS, word

if TYPE_CHECKING:
    from decimal import Decimal

YES_NO = tuple(
    Choice(id=answer, label={code: getattr(FORMS[key], code) for code in LANGUAGES})
    for answer, key in (("ja", "yes"), ("nei", "no"))
)
"""The answers of a yes_no field, as if it were a choice."""


def display(field: Field, value: Any, language: Language) -> str:
    """The text of a value; empty for None."""
    return "" if value is None else _shower(field, language)(value)


def in_sentence(value: Any, language: Language) -> str:
    """The text of a value that no field describes: a setting, or the run's date."""
    if isinstance(value, bool):
        return word("yes" if value else "no", language)
    return _date(value) if isinstance(value, date) else str(value)


@lru_cache(maxsize=4096)
def _shower(field: Field, language: Language) -> Callable[[Any], str]:
    """Makes the text of a field's values."""
    labels = {choice.id: in_language(choice.label, language) for choice in field.choices}
    match field.type:
        case "yes_no":
            yes, no = word("yes", language), word("no", language)
            return lambda value: yes if value else no
        case "choice":
            return labels.__getitem__
        case "choices":
            return lambda value: ", ".join(labels[answer] for answer in value)
        case kind:
            return _FORMS.get(kind, str)


def numbers(form: Form, hidden: Collection[str]) -> dict[str, str]:
    """What is printed before the title of each section that has one, in print order; those left out have none."""
    titled = (one.id for one in form.sections if one.place == "body" and one.title and one.id not in hidden)
    return {name: str(number) for number, name in enumerate(titled, start=1)}


def answers(field: Field) -> tuple[Choice, ...]:
    """What can be ticked in a field that is printed as boxes."""
    return YES_NO if field.type == "yes_no" else field.choices


def chosen(field: Field, value: Any) -> frozenset[str]:
    """Ids of the answers that a value ticks."""
    if value is None:
        return frozenset()
    if field.type == "yes_no":
        return frozenset({"ja" if value else "nei"})
    return frozenset(value if field.type == "choices" else (value,))


def _date(value: date) -> str:
    return f"{value.day:02}.{value.month:02}.{value.year:04}"


def _time(value: time) -> str:
    return f"{value.hour:02}.{value.minute:02}"


def _decimal(value: "Decimal") -> str:
    return f"{value}".replace(".", ",")


def _grouped(*lengths: int) -> Callable[[str], str]:
    """Digits in groups, with a space between them that does not break."""

    def group(digits: str) -> str:
        parts, at = [], 0
        for length in lengths:
            parts.append(digits[at : at + length])
            at += length
        return "\u00a0".join(parts)

    return group


def _phone(number: str) -> str:
    """Pairs of digits; three groups for numbers that begin with 8."""
    if len(number) != 8 or number.startswith("+"):
        return number
    return _grouped(3, 2, 3)(number) if number.startswith("8") else _grouped(2, 2, 2, 2)(number)


def _untabbed(text: str) -> str:
    return text.replace("\t", "    ")


_FORMS: dict[FieldType, Callable[[Any], str]] = {
    "longtext": _untabbed,
    "date": _date,
    "time": _time,
    "decimal": _decimal,
    "fodselsnummer": _grouped(6, 5),
    "organisasjonsnummer": _grouped(3, 3, 3),
    "kontonummer": _grouped(4, 2, 5),
    "phone": _phone,
}
