"""The text of a cell that should hold text, also where a spreadsheet has made a number of it."""

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

A pattern that is compiled when a value first needs it, which few do.
"""

DASHES = ("-", "\u2013", "\u2014")
"""How people write that there is nothing to write."""


def is_dash(written: object) -> bool:
    """Whether somebody has drawn a dash, or several, where there is nothing to write."""
    return isinstance(written, str) and written.strip()[:1] in DASHES and not written.strip("".join(DASHES) + " \u00a0")


def cell_text(written: Value) -> str:
    """The text of a cell that should hold text.

    Raises:
        InvalidValue: The cell holds an error, a number in a format that can't be worked out, or a date, a time or
            yes/no, into which the sheet has changed what was typed.
    """
    if isinstance(written, str):
        # few texts hold these, and looking for them is quicker than the pattern
        if ("#" in written or "Err:" in written) and re.fullmatch(SHEET_ERROR, written.strip()):
            raise InvalidValue("cell-error")
        return written
    if isinstance(written, bool | date | datetime | time):
        raise InvalidValue("text-changed")
    if isinstance(written, ShownNumber) and written.shown != "":
        if written.shown is None:
            raise InvalidValue("number-format")
        return written.shown
    # Numbers as Norwegian Excel shows them: with a comma, a percentage as such.
    if isinstance(written, Percent):
        return f"{decimal_of(written * 100)} %".replace(".", ",")
    if isinstance(written, float):
        return f"{decimal_of(written)}".replace(".", ",")
    return str(written)
