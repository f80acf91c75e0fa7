"""The field type `choice`: one of several answers."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from skjema.fieldtypes.answers import answer_reader
from skjema.fieldtypes.field_type import Answer, FieldType, PdfBox, Reader, TypedField, Widget
from skjema.wording import Language, Wording, in_language

_MOST_TICKED = 4
"""A choice between at most this many answers is printed as boxes to tick; with more answers, as a line."""


class _Choice(FieldType):
    meaning = "ett av svarene i `choices`"
    help = Wording(nb="Velg fra listen.", nn="Vel frå lista.", en="Choose from the list.")
    column_width = 18
    validation = "list"
    takes_choices = True

    def reader(self, field: TypedField, today: date) -> Reader:
        return answer_reader(field)

    def shower(self, field: TypedField, language: Language) -> Callable[[Any], str]:
        return {choice.id: in_language(choice.label, language) for choice in field.choices}.__getitem__

    def widget_of(self, field: TypedField) -> Widget:
        return "ticks" if len(field.choices) <= _MOST_TICKED else "text"

    def pdf_box(self, field: TypedField) -> PdfBox:
        return "radio" if self.widget_of(field) == "ticks" else "combo"

    def answers(self, field: TypedField) -> Sequence[Answer]:
        return field.choices

    def chosen(self, value: Any) -> frozenset[str]:
        return frozenset((value,))

    def box_values(self, name: str, value: Any, text: str) -> Mapping[str, str | bool]:
        return {name: value}

    def cell_value(self, field: TypedField, value: Any, language: Language) -> str:
        labels = {choice.id: choice.label for choice in field.choices}
        return in_language(labels[value], language)


TYPE = _Choice()
