"""The check of a record: its values, the parts that are relevant, and every problem."""

from datetime import date
from typing import Any

from skjema.definition.expressions import ROW
from skjema.definition.model import Form, Group
from skjema.definition.slot import Slot
from skjema.hashing import blake2b
from skjema.problems import sort_problems
from skjema.records.record import Record
from skjema.records.returned import is_recipients
from skjema.validation.address_cells import has_addresses, tell_whole_addresses
from skjema.validation.checked import CheckedRecord
from skjema.validation.checklist import Checklist
from skjema.validation.common_causes import gather_irrelevant, tell_lone_row
from skjema.validation.expression_values import fewest_rows
from skjema.validation.profile_values import common_values
from skjema.validation.record_values import read_values
from skjema.validation.relevance import resolve_relevance
from skjema.validation.rule_check import apply_rules
from skjema.validation.secret_cells import tell_secrets


class RecordChecker:
    """Checks records of one form.

    Args:
        today: The run's date.
        missing_columns: Ids of fields without a column, which have been reported already.
        draft: Whether groups without rows get those that the form suggests, or else those of the blank form where there
            must be some.
        answered: Whether records have come back: then what the recipient fills in is judged, and that alone.

    Raises:
        DefinitionError: kommune.toml gives a field a value that it can't have.
    """

    def __init__(
        self,
        form: Form,
        today: date,
        missing_columns: frozenset[str] = frozenset(),
        *,
        draft: bool = False,
        answered: bool = False,
    ) -> None:
        self._form = form
        self._draft = draft
        self._has_addresses = has_addresses(form)
        common, _ = common_values(form, today)
        self._checklist = Checklist(form, today, common, missing_columns, draft=draft, answered=answered)

    def check(self, record: Record) -> CheckedRecord:
        """The record's values and problems, the problems in the order of its columns."""
        checked = CheckedRecord(record, dict(self._checklist.base_values), problems=list(record.problems))
        read_values(self._checklist, checked)
        if self._form.addressed:
            checked.values[ROW] = _addressed_row(self._form.addressed, checked)
        resolve_relevance(self._checklist, checked)
        if self._checklist.file_fields:
            from skjema.validation.file_values import attach_files  # which most forms do without

            attach_files(self._checklist, checked)
        if self._checklist.answered:
            self._forget_office(checked)
        apply_rules(self._checklist, checked)
        tell_secrets(self._form, checked)
        if self._has_addresses:
            tell_whole_addresses(self._form, checked)
        tell_lone_row(checked)
        gather_irrelevant(checked)
        checked.key = self._key_digest(checked)
        checked.problems = sort_problems(checked.problems)
        if self._draft:
            self._add_blank_rows(checked.values)
        return checked

    def _forget_office(self, checked: CheckedRecord) -> None:
        """Drop problems of the office's values, which were reported before printing."""
        record, known = checked.record, len(checked.record.problems)
        theirs = {record.places.place(slot) for slot in record.cells if is_recipients(self._form, slot)}
        checked.problems[known:] = [one for one in checked.problems[known:] if one.place in theirs]

    def _key_digest(self, checked: CheckedRecord) -> bytes | None:
        """A digest rather than the values, which are personal; the same in every process, which `hash` isn't."""
        key = [checked.values.get(field_id) for field_id in self._form.key]
        if self._form.addressed:
            key += self._addressed_key(self._form.addressed, checked.values)
        if all(value is None for value in key) or any(Slot(field_id) in checked.invalid for field_id in self._form.key):
            return None
        return blake2b(repr(key).encode(), digest_size=12).digest()

    @staticmethod
    def _addressed_key(group: Group, values: dict[str, Any]) -> list[Any]:
        """The key of the row that a document is for: its name, or all its values where names are shared."""
        row, names = values[ROW], [row[group.name_field.id] for row in values[group.id]]
        name = row[group.name_field.id]
        others = [row[field.id] for field in group.field] if name is None or names.count(name) > 1 else []
        return [name, *others]

    def _add_blank_rows(self, values: dict[str, Any]) -> None:
        for group in self._form.groups.values():
            if group.parent:
                continue
            if fewest_rows(self._form, group, values) and not values[group.id]:
                blank_row = dict.fromkeys(field.id for field in group.field)
                values[group.id] = [blank_row | {"nr": row_number} for row_number in range(1, group.blank + 1)]


def _addressed_row(group: Group, checked: CheckedRecord) -> dict[str, Any]:
    """The row that a document is for; an empty one where the record has none."""
    number = group.row_number(checked.record.addressed) if checked.record.addressed else 0
    rows = {row["nr"]: row for row in checked.values[group.id]}
    return rows.get(number) or dict.fromkeys((*(field.id for field in group.field), "nr"))
