"""The places where a broken rule can be corrected: which of the values that it reads are at fault."""

from collections.abc import Container, Iterator
from typing import Any

from skjema.definition.expressions import parse_expression
from skjema.definition.model import Form, Rule
from skjema.definition.slot import Slot

_Values = dict[str, Any]


class BrokenRule:
    """A rule that a record breaks.

    Args:
        values: The record's values, as expressions see them.
        fields: Names of the fields that a rule may read, columns as `group.column`.
    """

    def __init__(self, form: Form, rule: Rule, values: _Values, fields: Container[str]) -> None:
        self._form, self._values = form, values
        self._test = parse_expression(rule.test)
        self._read = [name for name in self._test.names if name in fields]

    def places(self) -> list[Slot | None]:
        """Each text that breaks the rule by itself; of rules about values together, the first that it reads."""
        texts = [name for name in self._read if name in self._test.judged_texts]
        alone = [slot for name in texts for slot in self._alone(name, texts)]
        return [*alone] or [next(map(self._first, self._read), None)]

    def _alone(self, name: str, texts: list[str]) -> Iterator[Slot]:
        """The places of a text, or of those of a column, that break the rule with the other texts empty."""
        group_id, _, column = name.rpartition(".")
        emptied = self._without(texts)
        if not group_id:
            if self._is_broken(emptied | {name: self._values[name]}):
                yield Slot(name)
            return
        for row, bare in zip(self._values[group_id], emptied[group_id], strict=True):
            if self._is_broken(emptied | {group_id: [bare | {column: row[column]}]}):
                yield Slot(column, group_id, self._form.groups[group_id].row_name(row["nr"]))

    def _without(self, texts: list[str]) -> _Values:
        emptied = dict(self._values)
        for group_id, _, column in (name.rpartition(".") for name in texts):
            if group_id:
                emptied[group_id] = [row | {column: None} for row in emptied[group_id]]
            else:
                emptied[column] = None
        return emptied

    def _first(self, name: str) -> Slot:
        group_id, _, column = name.rpartition(".")
        return Slot(column, group_id, self._row_at_fault(group_id)) if group_id else Slot(name)

    def _row_at_fault(self, group_id: str) -> str:
        """The first row of a group that breaks the rule; the first of all where it takes none to do so."""
        group, rows = self._form.groups[group_id], self._values[group_id]
        # Of a rule about all rows, such as a sum, the one at fault is that with which it no longer holds.
        if not self._is_broken(self._values | {group_id: []}):
            for count, row in enumerate(rows, start=1):
                if self._is_broken(self._values | {group_id: rows[:count]}):
                    return group.row_name(row["nr"])
        return group.row_name(1)

    def _is_broken(self, values: _Values) -> bool:
        return not self._test.holds(values, if_undecided=True)
