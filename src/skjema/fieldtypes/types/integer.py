"""The field type `integer`: a whole number."""

from skjema.fieldtypes.field_type import OrderedType
from skjema.fieldtypes.reading_results import InvalidValue
from skjema.fieldtypes.types import decimal
from skjema.formats.table import Value
from skjema.wording import Wording


class _Integer(OrderedType):
    meaning = "helt tall"
    examples = (0, 7, 1200)
    help = Wording(nb="Helt tall.", nn="Heilt tal.", en="Whole number.")
    column_width = 11
    number_format = "0"

    def read(self, written: Value) -> int:
        if isinstance(written, int) and not isinstance(written, bool):
            return written
        # As a decimal first, so that «12,0» and 12.0 are whole numbers too.
        try:
            value = decimal.TYPE.read(written)
        except InvalidValue as error:
            raise InvalidValue("integer-form" if error.code == "number-form" else error.code) from None
        if value != value.to_integral_value():
            raise InvalidValue("integer-form")
        return int(value)


TYPE = _Integer()
