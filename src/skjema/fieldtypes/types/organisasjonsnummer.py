"""The field type `organisasjonsnummer`: the number of an organisation in Enhetsregisteret."""

from skjema.fieldtypes import identifiers
from skjema.fieldtypes.digits import number_with_check_digits
from skjema.fieldtypes.field_type import DigitType
from skjema.fieldtypes.reading_results import Repaired
from skjema.formats.table import Value
from skjema.wording import Wording


class _Organisasjonsnummer(DigitType):
    meaning = "organisasjonsnummer; sjekkes med kontrollsiffer"
    examples = ("310000019",)
    help = Wording(nb="9 sifre.", nn="9 siffer.", en="9 digits.")
    column_width = 14
    groups = (3, 3, 3)

    def read(self, written: Value) -> str | Repaired:
        return number_with_check_digits(written, "organisasjonsnummer", 9, identifiers.organisasjonsnummer)


TYPE = _Organisasjonsnummer()
