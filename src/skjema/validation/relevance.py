"""What of a form concerns a record, and who signs it."""

from collections.abc import Sequence
from typing import Any

from skjema.definition.expressions import holds
from skjema.definition.model import Field, Form, Item
from skjema.validation.checked import CheckedRecord
from skjema.validation.checklist import Checklist
from skjema.validation.expression_values import evaluate


def resolve_relevance(checklist: Checklist, checked: CheckedRecord) -> None:
    """Find what doesn't concern a record, and the names under the lines of each signature field."""
    hidden: set[str] = set()
    for section, items in checklist.conditional_items:
        is_relevant = holds(section.relevant, checked.values, if_undecided=True)
        if not is_relevant:
            hidden.add(section.id)
        for item in items:
            if isinstance(item, Field) and item.is_signature:
                names = _signer_names(checklist.form, item, checked.values) if is_relevant else ()
                checked.signers[item.id] = names
                if not names:
                    hidden.add(item.id)
            elif not is_relevant or not _concerns(item, checked.values):
                hidden.add(item.id)
    checked.hidden = frozenset(hidden)


def _concerns(item: Item, values: dict[str, Any]) -> bool:
    return holds(item.relevant, values, if_undecided=True)


def _signer_names(form: Form, field: Field, values: dict[str, Any]) -> tuple[str, ...]:
    """The name under each line to sign on, empty where it isn't known; a line for each row of a `for_each` group."""
    if field.for_each is None:
        scopes = [values]
    else:
        scopes = [values | row for row in _signing_rows(form, field.for_each, values)]
    names = []
    for scope in scopes:
        if _concerns(field, scope):
            name = evaluate(field.signer, scope) if field.signer else None
            names.append(str(name or "").replace("\n", " "))
    return tuple(names)


def _signing_rows(form: Form, group_id: str, values: dict[str, Any]) -> Sequence[dict[str, Any]]:
    """The rows of a group, or empty ones, as many as the blank form has, where a record has none."""
    group = form.groups[group_id]
    empty = dict.fromkeys(column.id for column in group.field)
    return values[group_id] or [empty] * group.blank
