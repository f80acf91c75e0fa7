"""The text of a cell that should hold text, also where a spreadsheet has made a number of it."""

from datetime import date, datetime, time

from skjema.fieldtypes.numbers import decimal_of
from skjema.fieldtypes.reading_results import InvalidValue
from skjema.formats.table import Percent, Value

_SHEET_ERRORS = frozenset(
    [
        "#NULL!",
        "#DIV/0!",
        "#VERDI!",
        "#VALUE!",
        "#REF!",
        "#NAVN?",
        "#NAMN?",
        "#NAME?",
        "#NUM!",
        "#I/T",
        "#N/A",
        "#SPILL!",
    ]
)
"""What a spreadsheet shows for a formula that fails, in English and Norwegian; a CSV file holds it as plain text."""


def cell_text(written: Value) -> str:
    """The text of a cell that should hold text.

    Raises:
        InvalidValue: The cell holds an error, or a date, a time or yes/no, into which the sheet has changed what was
            typed.
    """
    if isinstance(written, str):
        if "#" in written and written.strip() in _SHEET_ERRORS:
            raise InvalidValue("cell-error")
        return written
    if isinstance(written, bool | date | datetime | time):
        raise InvalidValue("text-changed")
    # Numbers as Norwegian Excel shows them: with a comma, a percentage as such.
    if isinstance(written, Percent):
        return f"{decimal_of(written * 100)} %".replace(".", ",")
    if isinstance(written, float):
        return f"{decimal_of(written)}".replace(".", ",")
    return str(written)
