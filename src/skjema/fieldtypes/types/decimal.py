"""The field type `decimal`: a number, with decimals or without."""

import re
from typing import TYPE_CHECKING

from skjema.fieldtypes.cell_text import cell_text
from skjema.fieldtypes.field_type import OrderedType
from skjema.fieldtypes.numbers import decimal_of
from skjema.fieldtypes.reading_results import InvalidValue
from skjema.formats.table import Percent, Value
from skjema.wording import Wording

if TYPE_CHECKING:
    from decimal import Decimal

_NUMBER = re.compile(r"-?\d+(,\d+)?", re.ASCII)
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(\.\d{3}){2,}(,\d+)?|-?[1-9]\d{0,2}\.\d{3},\d+", re.ASCII)
"""Numbers in which a point must be a thousands separator: there are several points, or a decimal comma too."""
_UNSURE = re.compile(r"-?[1-9]\d{0,2}\.\d{3}", re.ASCII)
"""`1.234`, which may be thousands as offices write them, or decimals as programs do."""


class _Decimal(OrderedType):
    meaning = "tall"
    examples = ("3,50", "0,1")
    help = Wording(nb="Tall, med komma foran desimaler.", nn="Tal, med komma framfor desimalar.", en="Number.")
    column_width = 11
    number_format = "General"

    def read(self, written: Value) -> "Decimal":
        if isinstance(written, Percent):
            return decimal_of(written * 100)
        if isinstance(written, int | float) and not isinstance(written, bool):
            return decimal_of(written)
        # pasted numbers may have the true minus sign, U+2212, in place of a hyphen
        bare = "".join(cell_text(written).split()).removesuffix("%").replace("\u2212", "-")
        if _UNSURE.fullmatch(bare):
            raise InvalidValue("number-thousands", value=bare.replace(".", ""), fraction=bare.replace(".", ","))
        if _THOUSANDS.fullmatch(bare):
            bare = bare.replace(".", "")
        elif "," not in bare:
            bare = bare.replace(".", ",", 1)
        if not _NUMBER.fullmatch(bare):
            raise InvalidValue("number-form")
        from decimal import Decimal

        return Decimal(bare.replace(",", "."))

    def show(self, value: "Decimal") -> str:
        return f"{value}".replace(".", ",")


TYPE = _Decimal()
