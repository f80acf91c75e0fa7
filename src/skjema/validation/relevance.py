"""What of a form concerns a record, and who signs it."""

from collections.abc import Sequence
from typing import Any

from skjema.definition.expressions import parse_expression
from skjema.definition.model import Condition, Field, Form, Group, Item, Note
from skjema.validation.checked import CheckedRecord
from skjema.validation.checklist import Checklist
from skjema.validation.expression_values import evaluate


def resolve_relevance(checklist: Checklist, checked: CheckedRecord) -> None:
    """Find what doesn't concern a record, and the names under the lines of each signature field."""
    _Relevance(checklist.form, checked).resolve(checklist)


class _Relevance:
    """Judges what concerns one record; what can't be judged is printed, and noted as `undecided`."""

    def __init__(self, form: Form, checked: CheckedRecord) -> None:
        self._form = form
        self._checked = checked

    def resolve(self, checklist: Checklist) -> None:
        hidden: set[str] = set()
        values = self._checked.values
        for section, items in checklist.conditional_items:
            is_relevant = self._concerns(section.id, section.relevant, values)
            if not is_relevant:
                hidden.add(section.id)
            for item in items:
                if isinstance(item, Field) and item.is_signature:
                    names = self._signer_names(item) if is_relevant and item.for_each not in hidden else ()
                    self._checked.signers[item.id] = names
                    if not names:
                        hidden.add(item.id)
                elif not is_relevant or not self._concerns(item.id, item.relevant, values):
                    hidden.add(item.id)
            printed = [item.id for item in section.items if _is_printed(item)]
            if printed and hidden.issuperset(printed):  # a title alone says nothing
                hidden.add(section.id)
        self._checked.hidden = frozenset(hidden)

    def _concerns(self, name: str, condition: Condition, scope: dict[str, Any], group: str = "") -> bool:
        if isinstance(condition, bool):
            return condition
        verdict = parse_expression(condition).judge(scope)
        if verdict is None:
            self._checked.undecided[name] = condition, group
        return verdict is not False

    def _signer_names(self, field: Field) -> tuple[str, ...]:
        """The name under each line to sign on, empty where it isn't known; of `for_each`, a line for each row."""
        values = self._checked.values
        if field.for_each is None:
            scopes = [values]
        else:
            scopes = [values | row for row in _signing_rows(self._form, field.for_each, values)]
        names = []
        for scope in scopes:
            if self._concerns(field.id, field.relevant, scope, field.for_each or ""):
                name = evaluate(field.signer, scope) if field.signer else None
                names.append(str(name or "").replace("\n", " "))
        return tuple(names)


def _is_printed(item: Item) -> bool:
    if isinstance(item, Group):
        return item.printed and item.is_printed
    return isinstance(item, Note) or item.printed


def _signing_rows(form: Form, group_id: str, values: dict[str, Any]) -> Sequence[dict[str, Any]]:
    """The rows of a group, or empty ones, as many as the blank form has, where a record has none."""
    group = form.groups[group_id]
    empty = dict.fromkeys(column.id for column in group.field)
    return values[group_id] or [empty] * group.blank
