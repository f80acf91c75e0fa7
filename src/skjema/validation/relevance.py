"""What of a form concerns a record, and who signs it."""

from collections.abc import Sequence
from typing import Any

from skjema.definition.expressions import holds, parse_expression
from skjema.definition.model import Condition, Field, Form, Group, Note
from skjema.definition.slot import Slot
from skjema.definition.special_calls import DROPPED, LINES, ROWS
from skjema.validation.checked import CheckedRecord
from skjema.validation.checklist import Checklist
from skjema.validation.expression_values import evaluate
from skjema.validation.record_values import fill_in_default
from skjema.validation.settling import Step
from skjema.validation.suggestions import suggest_rows


def resolve_relevance(checklist: Checklist, checked: CheckedRecord) -> None:
    """Find what doesn't concern a record, which then has no value, and the names under the lines of signature fields.

    Fields that do and are empty get their defaults, and the groups of a draft the rows that the form suggests.
    """
    relevance = _Relevance(checklist, checked)
    relevance.settle()
    relevance.find_hidden()


class _Relevance:
    """Judges what concerns one record; what can't be judged is printed, and noted as `undecided`."""

    def __init__(self, checklist: Checklist, checked: CheckedRecord) -> None:
        self._checklist = checklist
        self._form = checklist.form
        self._checked = checked
        self._sections: dict[str, bool] = {}
        self._hidden: set[str] = set()
        self._written: dict[str, list[dict[str, Any]]] = {}

    def settle(self) -> None:
        """Settle one by one what concerns the record, so that a condition reads only what does."""
        for step in self._checklist.settling_steps:
            if step.column is not None:
                self._settle_column(step)
            elif not self._is_relevant(step):
                self._hidden.add(step.item.id)
                self._drop(step.item)
            elif isinstance(step.item, Group):
                if self._checklist.draft:
                    suggest_rows(self._checklist, self._checked, step.item)
            elif step.item.default is not None:
                fill_in_default(self._checklist, self._checked, step.item)

    def _is_relevant(self, step: Step) -> bool:
        section, item = step.section, step.item
        if section.id not in self._sections:
            self._sections[section.id] = self._concerns(section.id, section.relevant, self._checked.values)
        if isinstance(item, Group) and item.parent in self._hidden:
            return False
        return self._sections[section.id] and self._concerns(item.id, item.relevant, self._checked.values)

    def _drop(self, item: Field | Group) -> None:
        """Leave out the value of what doesn't concern the record; what has come back from a recipient stands."""
        values = self._checked.values
        if self._checklist.answered and (item.is_answered if isinstance(item, Group) else item.recipient):
            return
        self._checked.dropped[item.id] = values[item.id]
        values[DROPPED] = self._checked.dropped
        if isinstance(item, Field):
            values[item.id] = None
        elif item.row:  # fixed rows are there in every record
            empty = dict.fromkeys(column.id for column in item.field)
            values[item.id] = [row | empty for row in values[item.id]]
        else:
            values[item.id] = []

    def _settle_column(self, step: Step) -> None:
        group, column = step.item, step.column
        if column is None or not isinstance(group, Group) or (self._checklist.answered and column.recipient):
            return
        rows = self._checked.values[group.id]
        if group.id not in self._written:  # before any of its columns is emptied
            self._written[group.id] = list(map(dict, rows))
        shared = self._checked.values | {ROWS: self._written[group.id]}
        for row in rows:
            if not holds(column.relevant, shared | row, if_undecided=True):
                # what doesn't concern a row stands nowhere: neither in its place nor in a text that names it
                row[column.id] = None
                self._checked.dropped_cells.add(Slot(column.id, group.id, group.row_name(row["nr"])))

    def find_hidden(self) -> None:
        """Note all that isn't printed, in print order, with texts, lines to sign on and sections."""
        hidden, values = self._hidden, self._checked.values
        for section, items in self._checklist.conditional_items:
            if section.id not in self._sections:
                self._sections[section.id] = self._concerns(section.id, section.relevant, values)
            is_relevant = self._sections[section.id]
            if not is_relevant:
                hidden.add(section.id)
            for item in items:
                if isinstance(item, Field) and item.is_signature:
                    names = self._signer_names(item) if is_relevant and item.for_each not in hidden else ()
                    self._checked.signers[item.id] = names
                    if not names:
                        hidden.add(item.id)
                elif isinstance(item, Note) and not (is_relevant and self._concerns(item.id, item.relevant, values)):
                    hidden.add(item.id)
            printed = self._checklist.printed_items[section.id]
            if printed and hidden.issuperset(printed):  # a title alone says nothing
                hidden.add(section.id)
        self._checked.hidden = frozenset(hidden)
        values[LINES] = self._checked.signers
        if undecided := self._checked.undecided:  # as they were settled; told in print order
            order = [one for section, items in self._checklist.conditional_items for one in (section, *items)]
            self._checked.undecided = {one.id: undecided[one.id] for one in order if one.id in undecided}

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


def _signing_rows(form: Form, group_id: str, values: dict[str, Any]) -> Sequence[dict[str, Any]]:
    """The rows of a group, or empty ones, as many as the blank form has, where a record has none."""
    group = form.groups[group_id]
    empty = dict.fromkeys(column.id for column in group.field)
    return values[group_id] or [empty] * group.blank
