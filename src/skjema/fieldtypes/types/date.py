"""The field type `date`: a day."""

import datetime as dt
from typing import Any

from skjema.fieldtypes.dates import read_date
from skjema.fieldtypes.field_type import OrderedType, Reader, TypedField
from skjema.wording import Language, Wording


class _Date(OrderedType):
    meaning = "dato"
    examples = ("2026-11-22", "2020-02-29")
    help = Wording(
        nb="Dag, måned og år: 21.03.2019.", nn="Dag, månad og år: 21.03.2019.", en="Day, month and year: 21.03.2019."
    )
    column_width = 13
    number_format = "dd.mm.yyyy"
    validation = "date"

    def reader(self, field: TypedField, today: dt.date) -> Reader:
        return lambda written: read_date(written, today)

    def show(self, value: dt.date) -> str:
        # Not strftime, which on Linux writes the year 19 in two digits.
        return f"{value.day:02}.{value.month:02}.{value.year:04}"

    def cell_value(self, field: TypedField, value: Any, language: Language) -> dt.date:
        return dt.date.fromisoformat(value)


TYPE = _Date()
