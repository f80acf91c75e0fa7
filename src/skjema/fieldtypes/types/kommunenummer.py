"""The field type `kommunenummer`: the number of a municipality."""

from skjema.fieldtypes.digits import number_of_length
from skjema.fieldtypes.field_type import DigitType
from skjema.fieldtypes.reading_results import Repaired, value_of
from skjema.formats.table import Value
from skjema.problems import Severity
from skjema.wording import Wording

# Source: docs/sources.md, "kommunenummer".
_COUNTIES = frozenset(["03", "11", "15", "18", "21", "31", "32", "33", "34", "39", "40", "42", "46", "50", "55", "56"])
"""The first two digits of municipality numbers since 2024, those of the county; 21 is Svalbard."""


class _Kommunenummer(DigitType):
    meaning = "kommunenummer: fire sifre"
    examples = ("0301",)
    help = Wording(nb="4 sifre, også nuller foran.", nn="4 siffer, òg nullar framfor.", en="4 digits.")
    column_width = 11

    def read(self, written: Value) -> str | Repaired:
        number = number_of_length(written, 4)
        digits = str(value_of(number))
        return number if digits[:2] in _COUNTIES else Repaired(digits, "municipality-old", {}, Severity.WARNING)


TYPE = _Kommunenummer()
