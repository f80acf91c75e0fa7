"""Addresses that hold more than their column asks for, so that a part would stand twice on an envelope."""

import re

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.problems import Severity
from skjema.records.returned import label_of
from skjema.validation.checked import CheckedRecord

_STREET, _POSTCODE, _TOWN = "adresse", "postnr", "poststed"
"""How the ids of the three parts of an address end."""
_WHOLE = re.compile(r".*(?:[,;\n]|\d\s?[a-z]?\s)\s*(?:no?-)?\d{4}\s+[^\W\d_]{2}\D*", re.IGNORECASE | re.DOTALL)
"""`Storgata 1, 0150 Eksempelby`, and no `Postboks 1234 Sentrum`."""


def has_addresses(form: Form) -> bool:
    """Whether rows of a form hold addresses in three parts."""
    fields = [field for field in form.fields.values() if not field.profile]
    return any(field.id.endswith(_TOWN) for field in (*fields, *(one for g in form.groups.values() for one in g.field)))


def tell_whole_addresses(form: Form, checked: CheckedRecord) -> None:
    """Report a town with its postcode, and a street with both where they stand in their own columns as well."""
    cells = checked.record.cells
    for slot, written in cells.items():
        if slot.field.endswith(_TOWN) and any(map(str.isdigit, str(written))):
            checked.report("town-with-number", slot, Severity.WARNING, label=label_of(form, slot))
        elif slot.field.endswith(_STREET) and _WHOLE.fullmatch(str(written)):
            others = [_sibling(slot, part) for part in (_POSTCODE, _TOWN)]
            if not cells.keys().isdisjoint(others):
                checked.report("address-whole", slot, Severity.WARNING, label=label_of(form, slot))


def _sibling(slot: Slot, part: str) -> Slot:
    return slot._replace(field=slot.field.removesuffix(_STREET) + part)
