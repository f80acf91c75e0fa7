"""The field type `longtext`: text on several lines."""

from skjema.fieldtypes.cell_text import cell_text
from skjema.fieldtypes.field_type import FieldType, PdfBox, TypedField
from skjema.fieldtypes.reading_results import Repaired
from skjema.fieldtypes.texts import clean_text
from skjema.formats.table import Value


class _LongText(FieldType):
    meaning = "tekst på flere linjer (`lines` er høyden)"
    examples = ("Første linje.\n\nTredje linje.",)
    column_width = 44
    widget = "longtext"
    may_name_people = True
    plausibility = "prose"

    def read(self, written: Value) -> str | Repaired:
        return clean_text(cell_text(written))

    def show(self, value: str) -> str:
        return value.replace("\t", "    ")

    def pdf_box(self, field: TypedField) -> PdfBox:
        return "longtext"


TYPE = _LongText()
