"""The field type `fodselsnummer`: fødselsnummer, D-nummer, H-nummer and synthetic numbers."""

import re

from skjema.fieldtypes import identifiers
from skjema.fieldtypes.digits import number_with_check_digits
from skjema.fieldtypes.field_type import DigitType
from skjema.fieldtypes.reading_results import Repaired
from skjema.formats.table import Value
from skjema.wording import Wording

_BIRTH_AND_NUMBER = re.compile(r"(\d{1,2})\.(\d{1,2})\.(?:\d\d)?(\d\d) (\d{1,5})")


class _Fodselsnummer(DigitType):
    meaning = "fødselsnummer, D-nummer eller syntetisk nummer; sjekkes med kontrollsifre, og står aldri i en melding"
    examples = ("01888845530", "02891477689")
    help = Wording(nb="11 sifre.", nn="11 siffer.", en="11 digits.")
    column_width = 15
    groups = (6, 5)
    is_secret = True

    def read(self, written: Value) -> str | Repaired:
        """The number; also read from a birth date and a personnummer that were joined from two columns."""
        if isinstance(written, str) and (parts := _BIRTH_AND_NUMBER.fullmatch(written.strip())):
            day, month, year, number = parts.groups()
            written = f"{day:0>2}{month:0>2}{year}{number:0>5}"
        return number_with_check_digits(written, "fodselsnummer", 11, identifiers.fodselsnummer)


TYPE = _Fodselsnummer()
