"""Cells that say more than their field asks for: that an address is protected, or somebody's identity number."""

import re
from collections.abc import Mapping
from dataclasses import replace

from skjema.definition.model import Field, Form
from skjema.definition.placeholders import placeholder_names
from skjema.definition.slot import Slot
from skjema.fieldtypes.identifiers import fodselsnummer
from skjema.fieldtypes.protection import may_say_protected, says_no_more_than_protected, says_protected
from skjema.formats.table import Written
from skjema.problems import Severity
from skjema.records.returned import label_of
from skjema.validation.checked import CheckedRecord
from skjema.wording.messages import NOT_SHOWN

_NUMBER = re.compile(r"(?<!\d)(\d{6})[ -]?(\d{5})(?!\d)")
_ELEVEN_DIGITS = re.compile(r"\d{6}(?:\d{4}|[ -]\d{5})")
_PROTECTION = "adressesperre"
"""The field of a person that says it."""
_TAKES_NUMBERS = ("fodselsnummer", "kontonummer", "iban")
"""Types whose values are numbers as long."""


def tell_secrets(form: Form, checked: CheckedRecord) -> None:
    """Report cells that hold such things, and leave what they hold out of all that is said of them."""
    cells = checked.record.cells
    together = "\n".join(map(str, cells.values()))
    if not _ELEVEN_DIGITS.search(together) and not may_say_protected(together):
        return  # as nearly every record
    for slot, written in cells.items():
        text = str(written)
        if says_protected(text) or (says_no_more_than_protected(text) and not _is_name(form, slot)):
            if _names_place_or_person(form, slot) or _is_line_of_person(form, slot):
                _tell(form, checked, slot, "address-protected", Severity.ERROR)
        elif len(text) > 9 and _holds_number(written, text) and _field(form, slot).type not in _TAKES_NUMBERS:
            _tell(form, checked, slot, "number-personal", Severity.WARNING)


def _tell(form: Form, checked: CheckedRecord, slot: Slot, code: str, severity: Severity) -> None:
    place = checked.record.places.place(slot)
    here = [one for one in checked.problems if one.place == place and one.params.keys() & {"got", "value"}]
    grave = [replace(one, params=_not_shown(one.params)) for one in here if one.severity is Severity.ERROR]
    # what else looks odd about the value is odd for the same reason
    checked.problems = [*(one for one in checked.problems if one not in here), *grave]
    if severity is Severity.ERROR or not grave:
        checked.report(code, slot, severity, label=label_of(form, slot))


def _not_shown(params: Mapping[str, object]) -> dict[str, object]:
    return {**params, **dict.fromkeys(params.keys() & {"got", "value"}, NOT_SHOWN)}


def _field(form: Form, slot: Slot) -> Field:
    return form.groups[slot.group].column(slot.field) if slot.group else form.fields[slot.item]


def _is_name(form: Form, slot: Slot) -> bool:
    return _field(form, slot).kind.plausibility == "name"


def _names_place_or_person(form: Form, slot: Slot) -> bool:
    """Whether a cell is for a name or a part of an address; a longer text may well speak of protected addresses."""
    field = _field(form, slot)
    if _is_name(form, slot) or field.type == "postnummer":
        return True
    is_labelled = slot.item in placeholder_names(form.address or {})
    return field.kind.plausibility == "text" and (is_labelled or "adresse" in field.id or field.id.endswith("poststed"))


def _is_line_of_person(form: Form, slot: Slot) -> bool:
    """Whether a cell is a line about somebody whose address may be protected, such as their role."""
    is_persons = slot.group and any(one.id == _PROTECTION for one in form.groups[slot.group].field)
    return bool(is_persons) and _field(form, slot).kind.plausibility == "text"


def _holds_number(written: Written, text: str) -> bool:
    """Whether an identity number stands in a cell; as a number, its first zero is lost."""
    if isinstance(written, int | float) and not isinstance(written, bool):
        return float(written).is_integer() and fodselsnummer(f"{written:.0f}".zfill(11))
    return any(fodselsnummer("".join(found)) for found in _NUMBER.findall(text))
