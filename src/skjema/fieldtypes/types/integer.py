"""The field type `integer`: a whole number."""

import re

from skjema.fieldtypes.field_type import OrderedType
from skjema.fieldtypes.reading_results import InvalidValue, Repaired
from skjema.fieldtypes.types import decimal
from skjema.formats.table import Value
from skjema.problems import Severity, quoted
from skjema.wording import Wording

_SCHOOL_YEAR = re.compile(r"((?:19|20)\d\d) ?[/\u2013-] ?((?:19|20)?\d\d)")


class _Integer(OrderedType):
    meaning = "helt tall"
    examples = (0, 7, 1200)
    help = Wording(nb="Helt tall.", nn="Heilt tal.", en="Whole number.")
    column_width = 11
    number_format = "0"

    def read(self, written: Value) -> int | Repaired:
        """The number; for a school year such as `2027/28`, the year in which it begins."""
        if isinstance(written, int) and not isinstance(written, bool):
            return written
        if isinstance(written, str) and (years := _SCHOOL_YEAR.fullmatch(written.strip())):
            first = int(years[1])
            if (first + 1) % 100 == int(years[2]) % 100:
                return Repaired(first, "year-of-two", {"value": str(first)}, Severity.WARNING)
        # read as a decimal first, so that «12,0» and 12.0 are whole numbers too
        try:
            value = decimal.TYPE.read(written)
        except InvalidValue as error:
            raise _of_whole(error) from None
        if value != value.to_integral_value():
            # the number itself is quoted, not what a cell format without decimals shows
            shown = written if isinstance(written, str) else f"{value}".replace(".", ",")
            raise InvalidValue("integer-form", got=quoted(shown))
        return int(value)


def _of_whole(error: InvalidValue) -> InvalidValue:
    """The problem for a whole number, from the one that reading it as a decimal gave."""
    whole, _, rest = str(error.params.get("fraction", "")).partition(",")
    if error.code == "number-form" or rest.strip("0"):
        return InvalidValue("integer-form")
    return InvalidValue(error.code, **error.params | ({"fraction": whole} if whole else {}))


TYPE = _Integer()
