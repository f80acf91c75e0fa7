"""The field type `email`: an e-mail address."""

import re

from skjema.fieldtypes.cell_text import cell_text
from skjema.fieldtypes.field_type import FieldType
from skjema.fieldtypes.reading_results import InvalidValue
from skjema.formats.table import Value
from skjema.wording import Wording

_PLAIN_EMAIL = re.compile(r"[a-z0-9]{1,20}([._-][a-z0-9]{1,20}){0,2}@([a-z0-9]{1,30}\.){1,4}(no|com|org)")
"""Addresses that are surely valid; the library that judges the others takes longer to load than a command takes."""


class _Email(FieldType):
    meaning = "én e-postadresse"
    examples = ("a.b@eksempel.no",)
    help = Wording(nb="Én e-postadresse.", nn="Éi e-postadresse.", en="One e-mail address.")
    column_width = 28

    def read(self, written: Value) -> str:
        address = cell_text(written).strip()
        if _PLAIN_EMAIL.fullmatch(address):
            return address
        # nothing is looked up on the net; `.test` is allowed, since trials use such addresses, which reach nobody
        from email_validator import EmailNotValidError, validate_email

        try:
            checked = validate_email(address, check_deliverability=False, test_environment=True)
        except EmailNotValidError:
            raise InvalidValue("email-form") from None
        return checked.normalized


TYPE = _Email()
