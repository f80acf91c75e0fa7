"""The expiry date of a reply: the one on the signed paper, whatever the list says now."""

from contextlib import suppress
from datetime import date

from skjema.definition.model import Form
from skjema.fieldtypes.reading_results import InvalidValue, value_of
from skjema.formats.form_fields import FormFields
from skjema.validation.replies import Sent, office_expiry


def signed_until(form: Form, fields: FormFields, sent: Sent, today: date, *, is_moved: bool) -> date | None:
    """The expiry date on a document; the list's, where the document's can't be read.

    Args:
        is_moved: Whether the list has another day than when the document was made.
    """
    field = office_expiry(form)
    if field is None:
        return None
    if field.id not in fields.values:  # of paper nobody reads what was printed
        return sent.checked.values.get(field.id) if sent.checked and not is_moved else None
    with suppress(InvalidValue):
        day: date | None = value_of(field.kind.reader(field, today)(str(fields.values[field.id])))
        return day
    return None
