"""The field type `text`: text on one line."""

from skjema.fieldtypes.field_type import FieldType
from skjema.fieldtypes.plain_text import cell_text
from skjema.fieldtypes.reading_results import Repaired
from skjema.fieldtypes.texts import line
from skjema.formats.table import Value


class _Text(FieldType):
    meaning = "tekst på én linje"
    may_name_people = True

    def read(self, written: Value) -> str | Repaired:
        return line(cell_text(written))


TYPE = _Text()
