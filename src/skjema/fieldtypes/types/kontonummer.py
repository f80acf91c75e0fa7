"""The field type `kontonummer`: a Norwegian bank account number."""

from skjema.fieldtypes import identifiers
from skjema.fieldtypes.digits import number_with_check_digits
from skjema.fieldtypes.field_type import DigitType
from skjema.fieldtypes.reading_results import Repaired
from skjema.formats.table import Value
from skjema.wording import Wording


class _Kontonummer(DigitType):
    meaning = "norsk kontonummer; sjekkes med kontrollsiffer"
    examples = ("18136445320",)
    help = Wording(nb="11 sifre.", nn="11 siffer.", en="11 digits.")
    column_width = 15
    groups = (4, 2, 5)

    def read(self, written: Value) -> str | Repaired:
        return number_with_check_digits(written, "kontonummer", 11, identifiers.kontonummer)


TYPE = _Kontonummer()
