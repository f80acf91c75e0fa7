"""The field type `yes_no`: yes or no."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from skjema.fieldtypes.answers import NO, YES, YES_NO, read_yes_or_no
from skjema.fieldtypes.field_type import Answer, FieldType, PdfBox, SortKey, TypedField
from skjema.formats.table import Value
from skjema.wording import Language, Wording
from skjema.wording.forms import paper_word
from skjema.wording.workbook import sheet_word


class _YesNo(FieldType):
    meaning = "ja eller nei"
    examples = ("ja", "nei")
    help = Wording(nb="Ja eller nei.", nn="Ja eller nei.", en="Yes or no.")
    column_width = 11
    validation = "suggestions"
    widget = "ticks"
    is_truth = True

    def read(self, written: Value) -> bool:
        return read_yes_or_no(written)

    def shower(self, field: TypedField, language: Language) -> Callable[[Any], str]:
        yes, no = paper_word("yes", language), paper_word("no", language)
        return lambda value: yes if value else no

    def sort_key(self, field: TypedField, value: Any, language: Language) -> SortKey:
        return 0, not value, ""

    def pdf_box(self, field: TypedField) -> PdfBox:
        return "radio"

    def answers(self, field: TypedField) -> Sequence[Answer]:
        return YES_NO

    def chosen(self, value: Any) -> frozenset[str]:
        return frozenset({YES if value else NO})

    def box_values(self, name: str, value: Any, text: str) -> Mapping[str, str | bool]:
        return {name: YES if value else NO, f"{name}.{YES}": value}

    def cell_value(self, field: TypedField, value: Any, language: Language) -> str:
        return sheet_word("yes" if value else "no", language)


TYPE = _YesNo()
