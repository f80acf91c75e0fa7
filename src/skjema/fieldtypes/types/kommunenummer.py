"""The field type `kommunenummer`: the number of a municipality."""

from skjema.fieldtypes.digits import number_of_length
from skjema.fieldtypes.field_type import DigitType
from skjema.fieldtypes.reading_results import Repaired
from skjema.formats.table import Value
from skjema.wording import Wording


class _Kommunenummer(DigitType):
    meaning = "kommunenummer: fire sifre"
    examples = ("0301",)
    help = Wording(nb="4 sifre, også nuller foran.", nn="4 siffer, òg nullar framfor.", en="4 digits.")
    column_width = 11

    def read(self, written: Value) -> str | Repaired:
        return number_of_length(written, 4)


TYPE = _Kommunenummer()
