"""The field type `time`: a time of day, to the minute."""

import datetime as dt

from skjema.fieldtypes.dates import read_time
from skjema.fieldtypes.field_type import OrderedType
from skjema.fieldtypes.reading_results import Repaired
from skjema.formats.table import Value
from skjema.wording import Wording


class _Time(OrderedType):
    meaning = "klokkeslett"
    examples = ("08:05", "23.59")
    help = Wording(nb="Klokkeslett: 09.30.", nn="Klokkeslett: 09.30.", en="Time of day: 09.30.")
    column_width = 9

    def read(self, written: Value) -> dt.time | Repaired:
        return read_time(written)

    def show(self, value: dt.time) -> str:
        return f"{value.hour:02}.{value.minute:02}"


TYPE = _Time()
