"""The field type `iban`: an international bank account number."""

from skjema.fieldtypes.cell_text import cell_text
from skjema.fieldtypes.field_type import FieldType, grouped
from skjema.fieldtypes.reading_results import InvalidValue
from skjema.formats.table import Value
from skjema.wording import Wording

_GROUP = 4
"""Length of the groups in which the number is printed (ISO 13616)."""


class _Iban(FieldType):
    meaning = "kontonummer i utlandet (IBAN); sjekkes med kontrollsifre"
    examples = ("NO9386011117947", "gb82 west 1234 5698 7654 32")
    help = Wording(
        nb="Landkode og kontonummer: NO93 8601 1117 947.",
        nn="Landkode og kontonummer: NO93 8601 1117 947.",
        en="Country code and account number: NO93 8601 1117 947.",
    )
    column_width = 30

    def read(self, written: Value) -> str:
        """The number in capitals, without spaces."""
        from stdnum import iban  # which takes longer to load than most commands take

        number = str(iban.compact(cell_text(written)))
        if not number.isascii() or not number.isalnum():
            raise InvalidValue("iban-form")
        if not iban.is_valid(number):
            raise InvalidValue("iban-checksum")
        return number

    def show(self, value: str) -> str:
        return grouped(value, [_GROUP] * -(-len(value) // _GROUP))


TYPE = _Iban()
