"""The field type `choices`: any number of several answers."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from skjema.fieldtypes.answers import answer_key, answer_reader, answers_by_name
from skjema.fieldtypes.cell_text import cell_text
from skjema.fieldtypes.field_type import Answer, FieldType, PdfBox, Reader, TypedField
from skjema.formats.table import Value
from skjema.wording import Language, Wording, in_language


class _Choices(FieldType):
    meaning = "ett eller flere av svarene i `choices`"
    help = Wording(nb="x for ja, tom for nei.", nn="x for ja, tom for nei.", en="x for yes, empty for no.")
    column_width = 13
    widget = "ticks"
    takes_choices = True
    has_answer_columns = True
    fits_groups = False

    def reader(self, field: TypedField, today: date) -> Reader:
        """Reads answers between semicolons, line breaks or commas; a comma inside an answer is part of it."""
        ids, read_answer = answers_by_name(field), answer_reader(field)

        def read_answers(written: Value) -> tuple[str, ...]:
            answers: set[str] = set()
            for part in re.split(r"[;\n]", cell_text(written)):
                names = [part] if answer_key(part) in ids else part.split(",")
                answers.update(map(read_answer, filter(str.strip, names)))
            # In the definition's order and each once, however they were written.
            return tuple(choice.id for choice in field.choices if choice.id in answers)

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


TYPE = _Choices()
