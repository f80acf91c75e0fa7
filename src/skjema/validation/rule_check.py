"""What of a record is empty or contradicts the form: required values, constraints, limits of groups, rules."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from skjema.definition.expressions import holds, parse_expression
from skjema.definition.model import LINK, NUMBERED, Field, Group, Rule
from skjema.definition.slot import Slot
from skjema.fieldtypes.cell_text import DASHES
from skjema.formats.table import Written
from skjema.problems import Problem, Severity
from skjema.records.record import named_slot
from skjema.records.returned import SIGNED, label_of
from skjema.text_match import match_key
from skjema.validation.broken_rule import BrokenRule
from skjema.validation.checked import CheckedRecord, row_label
from skjema.validation.checklist import Checklist, ValueCell, column_label
from skjema.validation.expression_values import fewest_rows
from skjema.validation.list_check import tell_answered, tell_sender
from skjema.validation.paper_check import check_paper
from skjema.validation.value_description import describe_value
from skjema.wording import Text


def apply_rules(checklist: Checklist, checked: CheckedRecord) -> None:
    """Report what is empty, what contradicts the definition, and what is filled in but won't be printed."""
    rule_check = _RuleCheck(checklist, checked)
    if checklist.answered:
        rule_check.check_answers()
        rule_check.check_rules()
        return
    tell_sender(checklist, checked)
    tell_answered(checklist, checked)
    rule_check.check_fields()
    rule_check.check_groups()
    rule_check.check_rules()
    check_paper(checklist, checked)


class _RuleCheck:
    """Checks one record whose values have been read; writes into `missing` and `problems` of it."""

    def __init__(self, checklist: Checklist, checked: CheckedRecord) -> None:
        self._checklist = checklist
        self._checked = checked
        self._values = checked.values

    def check_fields(self) -> None:
        hidden = self._checked.hidden
        for cell in self._checklist.judged_columns:
            if cell.field.id not in hidden:
                self._check_value(cell, self._values)
        if hidden:
            for field in self._checklist.fields:
                if field.id in self._checked.dropped and self._is_written(field) and not self._is_withheld(field):
                    self._checked.report("not-relevant", Slot(field.id), self._weight(field.id), label=field.label)

    def check_answers(self) -> None:
        """Judge what the recipient has filled in, or should have."""
        for cell in self._checklist.judged_columns:
            if cell.field.id not in self._checked.hidden:
                self._check_value(cell, self._values)
        for group in self._checklist.groups:
            rows = self._values[group.id] if group.id not in self._checked.hidden else ()
            for row in rows:
                cells = [cell for cell in self._checklist.row_cells(group, row["nr"]) if cell.field.recipient]
                # of the empty rows that a form has for whoever needs them, nothing is asked
                if group.row or not group.is_answered or any(row[cell.field.id] is not None for cell in cells):
                    self._check_answered_row(cells, self._values | row)
        for field in self._checklist.fields:
            if field.is_signature and field.required is not False:
                self._check_signed(field)

    def _check_answered_row(self, cells: Sequence[ValueCell], scope: dict[str, Any]) -> None:
        for cell in cells:
            if self._checklist.is_judged(cell.field) and holds(cell.field.relevant, scope, if_undecided=True):
                self._check_value(cell, scope)

    def _check_signed(self, field: Field) -> None:
        """Tell of lines that nobody has signed: on paper they may be, and elsewhere."""
        for line, _ in enumerate(self._checked.signers[field.id], start=1):
            slot = Slot(SIGNED, field.id, str(line))
            if slot not in self._checked.record.cells:
                label = label_of(self._checklist.form, slot)
                self._checked.report("signature-empty", slot, Severity.WARNING, label=label)

    def check_groups(self) -> None:
        for group in self._checklist.groups:
            if group.id not in self._checked.hidden:
                self._check_row_count(group)
                self._check_doubles(group)
                self._check_own_name(group)
                self._check_rows(group)
            elif self._checked.dropped.get(group.id) and not group.row:  # fixed rows are there in every record
                first_cell = self._checklist.row_cells(group, 1)[0]
                self._checked.report("not-relevant", first_cell.slot, self._weight(group.id), label=group.label)

    def check_rules(self) -> None:
        for rule in self._checklist.rules:
            expression = parse_expression(rule.test)
            if self._reads_invalid(expression.names) or self._awaits_recipient(rule):
                continue
            if not expression.holds(self._values, if_undecided=True):
                broken = BrokenRule(self._checklist.form, rule, self._values, self._checklist.readers)
                for slot in broken.places():
                    place = self._checked.record.places.place(slot)
                    problem = Problem(rule.id, place, Severity(rule.severity), message=rule.message)
                    self._checked.problems.append(problem)

    def _reads_invalid(self, names: Collection[str]) -> bool:
        """Whether one of the values that a rule reads can't be read: that is told, and not what comes of it."""
        form, record, invalid = self._checklist.form, self._checked.record, self._checked.invalid
        if not invalid:  # as of nearly every record
            return False
        read = {(column, group) for group, _, column in (name.rpartition(".") for name in names)}
        is_read = any((slot.field, slot.group) in read for slot in invalid)
        return is_read or any(named_slot(form, record, name) in invalid for name in names)

    def _awaits_recipient(self, rule: Rule) -> bool:
        """Whether a rule reads what the recipient has yet to answer: it is judged when that is there."""
        values = self._values
        for group, column in self._checklist.read_of_recipient.get(rule.test, ()):
            if all(row[column] is None for row in (values[group] if group else (values,))):
                return True
        return False

    def _is_withheld(self, field: Field, of_rows: Group | None = None) -> bool:
        """Whether a value stays off the paper for something that nobody may quote, such as a protected address.

        Then nothing is wrong with it, and a rule tells what is to be done.
        """
        if isinstance(field.relevant, bool):
            return False
        form = self._checklist.form
        for group, _, column in (name.rpartition(".") for name in parse_expression(field.relevant).names):
            columns = {one.id: one for one in of_rows.field} if of_rows and not group else {}
            asked = form.groups[group].column(column) if group in form.groups else form.fields.get(column)
            asked = columns.get(column, asked)
            if asked is not None and asked.is_secret and not asked.printed:
                return True
        return False

    def _is_written(self, field: Field) -> bool:
        """Whether the record itself gives a value, no default or kommune.toml; a no is nothing that gets lost."""
        cells, columns = self._checked.record.cells, self._checklist.answer_columns.get(field.id, ())
        is_own = Slot(field.id) in cells or any(column.slot in cells for column in columns)
        return self._checked.dropped[field.id] not in (None, False) and is_own

    def _check_value(self, cell: ValueCell, scope: dict[str, Any]) -> None:
        field = cell.field
        if scope[field.id] is None:
            if self._checklist.may_be_required(field) and cell.slot not in self._checked.invalid:
                self._check_required(cell, scope)
        elif field.constraint is not None and not parse_expression(field.constraint).holds(scope, if_undecided=True):
            self._checked.report("constraint", cell.slot, label=cell.label, message=field.message)
        elif scope[field.id] in DASHES and self._is_required(cell, scope):
            params = describe_value(field, cell.label, scope[field.id], {})
            self._checked.report("value-placeholder", cell.slot, Severity.WARNING, **params)

    def _is_required(self, cell: ValueCell, scope: dict[str, Any]) -> bool:
        field = cell.field
        return self._checklist.may_be_required(field) and holds(field.required, scope, if_undecided=False)

    def _check_required(self, cell: ValueCell, scope: dict[str, Any]) -> None:
        if holds(cell.field.required, scope, if_undecided=False):
            self._checked.missing[cell.slot] = cell.label
            # A column that isn't there has been reported once for the whole file, and a row of nobody by its name.
            if cell.field.id not in self._checklist.missing_columns and not self._is_of_nobody(cell.slot):
                place = self._checked.record.places.place(cell.slot)
                is_absent = place.row > 0 and not place.column and not place.path
                label = column_label(cell, self._checklist.form) if is_absent else cell.label
                self._checked.report("column-absent" if is_absent else "required-empty", cell.slot, label=label)

    def _is_of_nobody(self, slot: Slot) -> bool:
        """Whether a row is named by what can't be read: what it lacks may be right, once that is mended."""
        if not slot.group:
            return False
        name = self._checklist.form.groups[slot.group].name_field.id
        return slot._replace(field=name) in self._checked.invalid

    def _weight(self, item: str) -> Severity:
        """How much it matters that something is filled in and not printed: nothing, where no paper ever shows it."""
        return Severity.NOTE if item in self._checklist.never_printed else Severity.WARNING

    def _check_doubles(self, group: Group) -> None:
        """Warn of rows that say the same in the field that names them, or have the same number."""
        if group.row or len(self._values[group.id]) < 2:
            return
        names = [field.id for field in group.field if field is group.name_field or field.id.endswith(NUMBERED)]
        if not group.name_field.kind.plausibility:
            self._check_same_rows(group)
            return
        seen: dict[tuple[object, ...], dict[str, Any]] = {}
        for row in self._values[group.id]:
            # the same measure may serve several goals
            belongs = tuple(row[field.id] for field in group.field if field.id.startswith(LINK))
            for cell in self._checklist.row_cells(group, row["nr"]):
                value = row[cell.field.id]
                if value is None or cell.field.id not in names or cell.slot in self._checked.invalid:
                    continue
                same = match_key(value) if isinstance(value, str) else value
                first = seen.setdefault((cell.field.id, same, *belongs), row)
                if first is not row:
                    self._report_double(group, cell, first, row)

    def _check_same_rows(self, group: Group) -> None:
        """Warn of rows that say the same in every column, where none names them: a meeting that was pasted twice."""
        seen: dict[tuple[object, ...], dict[str, Any]] = {}
        for row in self._values[group.id]:
            cell, *_ = self._checklist.row_cells(group, row["nr"])
            first = seen.setdefault(tuple(str(row[field.id]) for field in group.field), row)
            if first is not row and row[cell.field.id] is not None:
                self._report_double(group, cell, first, row)

    def _check_own_name(self, group: Group) -> None:
        """Warn of somebody of the family who is called what the record itself is: a name that slipped."""
        own = self._checklist.form.fields[self._checklist.form.key[0]]
        name = self._values[own.id]
        for row in self._values[group.id] if group.member and own.type == "name" and name else ():
            for cell in self._checklist.row_cells(group, row["nr"]):
                value = row[cell.field.id]
                if cell.field is group.name_field and value and match_key(value) == match_key(name):
                    params = describe_value(cell.field, cell.label, value, {"other": own.label})
                    self._checked.report("name-of-record", cell.slot, Severity.WARNING, **params)

    def _report_double(self, group: Group, cell: ValueCell, first: dict[str, Any], row: dict[str, Any]) -> None:
        params: dict[str, object] = {"other": group.row_label(first["nr"])}
        params = describe_value(cell.field, cell.label, _said(row[cell.field.id]), params)
        if differing := _contradicting(group, first, row):
            params["fields"] = tuple(field.label for field in differing)
            self._checked.report("group-row-contradicts", cell.slot, Severity.ERROR, **params)
        else:
            self._checked.report("group-row-twice", cell.slot, Severity.WARNING, **params)

    def _check_row_count(self, group: Group) -> None:
        rows = self._values[group.id]
        if not group.parent:
            self._check_limits(group, len(rows), self._values, None, group.label)
            return
        outer = self._checklist.form.groups[group.parent]
        is_known = all(row["under"] is not None for row in rows)  # else those that belong nowhere are told of
        for row in self._values[outer.id] if is_known else ():
            count = sum(one["under"] == row["nr"] for one in rows)
            first = self._checklist.row_cells(outer, row["nr"])[0].slot
            label = row_label(outer, row["nr"], group)
            self._check_limits(group, count, self._values | row, first, label)

    def _check_limits(self, group: Group, count: int, scope: dict[str, Any], slot: Slot | None, label: Text) -> None:
        """Report too few or too many rows of a group, or of one in a row of another, which stands at `slot`."""
        fewest = fewest_rows(self._checklist.form, group, scope)
        if count < fewest and not group.is_answered:
            self._checked.missing[Slot(group=group.id, row=slot.row if slot else "")] = label
            where = row_label(group, count + 1, group.name_field) if group.in_main_sheet else group.label
            self._checked.report("group-too-few", slot, label=label, count=count, wanted=fewest, column=where)
        if group.max is not None and count > group.max:
            self._checked.report("group-too-many", slot, label=label, count=count, wanted=group.max)

    def _check_rows(self, group: Group) -> None:
        dropped = self._checked.dropped_cells
        for row in self._values[group.id]:
            scope = self._values | row
            for cell in self._checklist.row_cells(group, row["nr"]):
                if cell.slot not in dropped:
                    self._check_value(cell, scope)
                elif cell.slot in self._checked.record.cells and not self._is_withheld(cell.field, group):
                    self._checked.report("not-relevant", cell.slot, Severity.WARNING, label=cell.label)


def _said(value: Any) -> Written:
    """A value as it is quoted: a date as one, others as text."""
    return value if isinstance(value, date) else str(value)


def _contradicting(group: Group, first: dict[str, Any], row: dict[str, Any]) -> list[Field]:
    """Answers that two rows about one person give differently; of one name and two roles, they may be two people."""
    if group.name_field.kind.plausibility != "name":
        return []
    answers = [field for field in group.field if field.kind.takes_choices or field.kind.is_truth]
    differing = [one for one in answers if None not in (first[one.id], row[one.id]) and first[one.id] != row[one.id]]
    told = {name for member in group.member for name in member.sets}
    return [] if any(field.id in told for field in differing) else differing
