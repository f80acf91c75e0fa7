"""Whether a reply takes an answer back without saying so where the form asks for it."""

from collections.abc import Iterable, Iterator

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.definition.withdrawal import withdrawal_items
from skjema.formats.form_fields import FormFields
from skjema.problems import Place, Problem, Severity
from skjema.validation.checked import CheckedRecord


def may_be_withdrawn(form: Form, fields: FormFields, checked: CheckedRecord) -> bool:
    """Whether somebody must find out whether an answer is taken back.

    Args:
        fields: What stands in the document.
        checked: The same, judged.
    """
    if not form.withdrawn or checked.values[form.withdrawn] is not None:
        return False
    return _is_seen_to(form, fields) or bool(withdrawal_items(form) & _items(form, _filled(fields)))


def judged_withdrawal(form: Form, name: str, fields: FormFields, checked: CheckedRecord) -> Iterator[Problem]:
    """That an answer may be taken back, where nothing else is told of the place that says so.

    Args:
        name: What messages call the file.
    """
    if may_be_withdrawn(form, fields, checked) and not _is_seen_to(form, fields):
        place, label = Place(name, path=form.withdrawn), form.fields[form.withdrawn].label
        yield Problem("returned-withdrawal", place, Severity.WARNING, {"label": label})


def _is_seen_to(form: Form, fields: FormFields) -> bool:
    """Whether nobody knows what stands where an answer is taken back, of which something is told."""
    unsure = (*fields.doubtful, *fields.unread, *fields.handwritten, *fields.unclear)
    return form.withdrawn in _items(form, unsure)


def _filled(fields: FormFields) -> Iterator[str]:
    yield from (name for name, value in fields.values.items() if value and str(value).strip())
    yield from (*fields.signed, *fields.handwritten)


def _items(form: Form, names: Iterable[str]) -> set[str]:
    return {slot.item for name in names if (slot := Slot.parse(name, form))}
