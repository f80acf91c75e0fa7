"""The field type `choices`: any number of several answers."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from skjema.fieldtypes.answer_marks import BULLETS
from skjema.fieldtypes.answers import GivenAnswer, answer_finder
from skjema.fieldtypes.cell_text import cell_text
from skjema.fieldtypes.field_type import Answer, FieldType, PdfBox, Reader, TypedField
from skjema.fieldtypes.reading_results import InvalidValue
from skjema.formats.table import Value
from skjema.problems import quoted
from skjema.wording import Language, Wording, in_language

_MOST_TOLD = 3
"""How many unknown answers of a cell a message names."""

_AND = re.compile(r"\s+(?:og|and|&|\+)\s+", re.IGNORECASE)
_JSON_LIST = re.compile(r'\s*\[\s*(".*")\s*\]\s*', re.DOTALL)
"""A list as programs export the answers of an electronic form."""


class _Choices(FieldType):
    meaning = "ett eller flere av svarene i `choices`"
    help = Wording(nb="x for ja, tom for nei.", nn="x for ja, tom for nei.", en="x for yes, empty for no.")
    column_width = 13
    widget = "ticks"
    takes_choices = True
    has_answer_columns = True
    fits_groups = False

    def reader(self, field: TypedField, today: date) -> Reader:
        """Read answers between semicolons, line breaks, commas or `og`, unless an answer itself holds those."""
        find, labels = answer_finder(field), tuple(choice.label for choice in field.choices)

        def read_answers(written: Value) -> tuple[str, ...] | str:
            given: list[GivenAnswer] = []
            text = _JSON_LIST.sub(r"\1", cell_text(written))
            for part in filter(str.strip, re.split(r"[;\n]", text)):
                given += _listed(part, find)
            if unknown := [quoted(one.written) for one in given if one.id is None and one.mark != "open"]:
                told = unknown[:_MOST_TOLD] + ["..."] * (len(unknown) > _MOST_TOLD)
                raise InvalidValue("answers-unknown", got=", ".join(told), known=labels)
            chosen = _chosen(given)
            # In the definition's order and each once, however they were written; an empty text is no value.
            return tuple(choice.id for choice in field.choices if choice.id in chosen) or ""

        return read_answers

    def shower(self, field: TypedField, language: Language) -> Callable[[Any], str]:
        labels = {choice.id: in_language(choice.label, language) for choice in field.choices}
        return lambda value: ", ".join(labels[answer] for answer in value)

    def pdf_box(self, field: TypedField) -> PdfBox:
        return "tick"

    def answers(self, field: TypedField) -> Sequence[Answer]:
        return field.choices

    def chosen(self, value: Any) -> frozenset[str]:
        return frozenset(value)

    def box_values(self, name: str, value: Any, text: str) -> Mapping[str, str | bool]:
        return {f"{name}.{answer}": True for answer in value}

    def cell_value(self, field: TypedField, value: Any, language: Language) -> str:
        return "\n".join(in_language(choice.label, language) for choice in field.choices if choice.id in value)


def _listed(text: str, find: Callable[[str], GivenAnswer]) -> list[GivenAnswer]:
    """The answers in a text: one, or several with commas between them and `og` before the last."""
    whole = find(text)
    if whole.id is not None:
        return [whole]
    parts = [find(part) for part in text.split(",") if part.strip()]
    last = _AND.split(parts[-1].written) if parts and parts[-1].id is None else []
    ending = [find(part) for part in last if part.strip()]
    return [*parts[:-1], *ending] if ending and all(one.id is not None for one in ending) else parts


def _chosen(given: Sequence[GivenAnswer]) -> set[str]:
    """Ids of the answers that are chosen among those that a cell lists.

    Raises:
        InvalidValue: The marks are ambiguous: it isn't clear which answers are chosen.
    """
    marks, signs = {one.mark for one in given}, {one.written[0] for one in given}
    if marks == {"unclear"} and len(signs) == 1 and signs <= BULLETS:
        marks = {""}
    is_cross_a_no = "ticked" in marks and "open" not in marks
    is_clear = "unclear" not in marks and not {"", "ticked"} <= marks and (is_cross_a_no or "cross" not in marks)
    chosen = {str(one.id) for one in given if one.mark not in ("open", "cross")}
    if not is_clear or any(one.id in chosen for one in given if one.mark in ("open", "cross")):
        raise InvalidValue("answer-sign")
    return chosen


TYPE = _Choices()
