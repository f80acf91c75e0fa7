"""The text of a cell of a text field, also where the spreadsheet stored a number."""

import re
from datetime import date, datetime, time

from skjema.fieldtypes.numbers import decimal_of
from skjema.fieldtypes.reading_results import InvalidValue
from skjema.formats.table import Percent, ShownNumber, Value

SHEET_ERROR = (
    r"#(?:NULL!|NUL!|DIV/0!|VERDI!|VALUE!|REF!|NAVN\?|NAMN\?|NAME\?|NUM!|TALL!|I/T|N/A|SPILL!|OVERLØP!|CALC!|GETTING_DATA)"
    r"|(?<!\w)Err:\d{3}"
)
"""What a spreadsheet shows for a formula that fails, in English and Norwegian; a CSV file holds it as plain text.

A pattern in text form; it is compiled when a value first needs it, which few do.
"""

DASHES = ("-", "\u2013", "\u2014")
"""Signs that people write where they have nothing to write."""


def is_dash(written: object) -> bool:
    """Whether a cell holds nothing but one or more dashes, the sign for nothing to write."""
    return isinstance(written, str) and written.strip()[:1] in DASHES and not written.strip("".join(DASHES) + " \u00a0")


def cell_text(written: Value) -> str:
    """The text of a cell of a text field.

    Raises:
        InvalidValue: The cell holds a spreadsheet error, a number whose display can't be worked out, or a date, a time
            or a truth value that the spreadsheet made of what was typed.
    """
    if isinstance(written, str):
        # `in` is quicker than the pattern, and few texts hold these signs
        if ("#" in written or "Err:" in written) and re.fullmatch(SHEET_ERROR, written.strip()):
            raise InvalidValue("cell-error")
        return written
    if isinstance(written, bool | date | datetime | time):
        raise InvalidValue("text-changed")
    if isinstance(written, ShownNumber) and written.shown != "":
        if written.shown is None:
            raise InvalidValue("number-format")
        return written.shown
    # Numbers as Norwegian Excel shows them: with a decimal comma, and shares as percentages.
    if isinstance(written, Percent):
        return f"{decimal_of(written * 100)} %".replace(".", ",")
    if isinstance(written, float):
        return f"{decimal_of(written)}".replace(".", ",")
    return str(written)
