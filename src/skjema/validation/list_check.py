"""What a list says that the office's own settings, or the recipient, are to say."""

from skjema.definition.slot import Slot
from skjema.problems import Severity, quoted
from skjema.records.returned import label_of
from skjema.validation.checked import CheckedRecord
from skjema.validation.checklist import Checklist
from skjema.validation.value_description import describe_value


def tell_sender(checklist: Checklist, checked: CheckedRecord) -> None:
    """Warn where a list has another municipality than kommune.toml: its column may well say where a child lives.

    What our own sheet for all rows says is meant.
    """
    cells = checked.record.cells
    for field, ours in checklist.municipal:
        slot, theirs = Slot(field.id), checked.values[field.id]
        if slot in cells and slot not in checked.record.shared and theirs is not None and theirs != ours:
            params = describe_value(field, field.label, cells[slot], {"wanted": quoted(ours)})
            checked.report("sender-differs", slot, Severity.WARNING, **params)


def tell_answered(checklist: Checklist, checked: CheckedRecord) -> None:
    """Warn of boxes that the recipient is to tick and the list has answered: no office gives a consent."""
    theirs = checklist.ticked_by_recipient
    if not theirs:
        return
    cells = checked.record.cells
    for slot in [one for one in cells if (one.group, one.field) in theirs and cells[one] not in (False, "")]:
        checked.report("recipient-answered", slot, Severity.WARNING, label=label_of(checklist.form, slot))
