"""Answers between which one chooses: how they are recognised, and yes and no as if they were such."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from skjema.fieldtypes.field_type import Answer, TypedField
from skjema.fieldtypes.plain_text import plain
from skjema.fieldtypes.reading_results import InvalidValue
from skjema.formats.table import Value
from skjema.text_match import normal
from skjema.wording import LANGUAGES, Text
from skjema.wording.forms import FORMS

_YES = frozenset({"ja", "j", "x", "1", "sann", "true", "yes", "y", "✓", "✔", "☒", "☑"})
_NO = frozenset({"nei", "n", "0", "usann", "false", "no", "☐"})


class _YesOrNo(NamedTuple):
    id: str
    label: Text


YES, NO = "ja", "nei"
YES_NO: tuple[Answer, ...] = tuple(
    _YesOrNo(answer, {code: getattr(FORMS[key], code) for code in LANGUAGES})
    for answer, key in ((YES, "yes"), (NO, "no"))
)
"""The answers of a yes_no field, as if it were a choice."""


def yes_or_no(written: Value) -> bool:
    """Whether a cell says yes; an empty cell says nothing and never comes here.

    Raises:
        InvalidValue: It says something else than yes or no.
    """
    if isinstance(written, bool):
        return written
    word = str(written).strip().casefold()
    if word in _YES or word in _NO:
        return word in _YES
    raise InvalidValue("yes-no-form")


def answers_by_name(field: TypedField) -> Mapping[str, str]:
    """Id of each answer, by its label in any language and by the id itself."""
    labels = {normal(label): choice.id for choice in field.choices for label in choice.label.values()}
    return labels | {normal(choice.id): choice.id for choice in field.choices}


def answer_reader(field: TypedField) -> Callable[[Value], str]:
    """What reads one answer of a field, and gives its id."""
    answers, known = answers_by_name(field), tuple(choice.label for choice in field.choices)

    def read_answer(written: Value) -> str:
        if (answer := answers.get(normal(plain(written)))) is None:
            raise InvalidValue("choice-unknown", known=known)
        return answer

    return read_answer
