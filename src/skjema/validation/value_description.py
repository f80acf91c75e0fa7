"""What a message says of one value: its field and what was written, but never a secret."""

from datetime import date, datetime, time

from skjema.definition.model import Field
from skjema.formats.table import Unreadable, Written
from skjema.problems import quoted
from skjema.wording import Text
from skjema.wording.messages import NOT_SHOWN


def describe_value(field: Field, label: Text, written: Written, details: dict[str, object]) -> dict[str, object]:
    """The params of a problem with a value; of a secret field neither what was written nor what it was read as.

    Args:
        label: What the message calls the cell, such as the row of a group and its column.
        details: Params of the field type's own.
    """
    params: dict[str, object] = {"label": label, "got": quoted(_shown(written)), **details}
    if field.is_secret:
        params |= dict.fromkeys(params.keys() & {"got", "value", "fraction"}, NOT_SHOWN)
    return params


def _shown(written: Written) -> object:
    """What a cell shows: a date as one is written here."""
    if isinstance(written, datetime):
        return f"{written:%d.%m.%Y}" if written.time() == time() else f"{written:%d.%m.%Y %H:%M}"
    if isinstance(written, date):
        return f"{written:%d.%m.%Y}"
    return written.shown if isinstance(written, Unreadable) else written
