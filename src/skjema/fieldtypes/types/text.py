"""The field type `text`: text on one line."""

from skjema.fieldtypes.cell_text import cell_text
from skjema.fieldtypes.field_type import FieldType
from skjema.fieldtypes.reading_results import Repaired
from skjema.fieldtypes.texts import clean_line
from skjema.formats.table import Value


class _Text(FieldType):
    meaning = "tekst på én linje"
    examples = ("Ærlig", "Čáhppes & sønn")
    may_name_people = True
    plausibility = "text"

    def read(self, written: Value) -> str | Repaired:
        return clean_line(cell_text(written))


TYPE = _Text()
