"""A record's values, and every problem with them."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any, NamedTuple

from skjema.definition.expressions import holds, parse
from skjema.definition.functions import Undecided
from skjema.definition.model import Field, Form, Group, Item, Rule, Section
from skjema.definition.slot import Slot
from skjema.disk_cache import blake2b
from skjema.errors import DefinitionError
from skjema.fieldtypes.answers import yes_or_no
from skjema.fieldtypes.field_type import Reader
from skjema.fieldtypes.reading_results import InvalidValue, Repaired, bare
from skjema.formats.table import Unreadable, Value, Written
from skjema.problems import Place, Problem, Severity, in_order, quoted
from skjema.records.record import Record
from skjema.validation.checked import Checked, row_label
from skjema.wording import Text
from skjema.wording.messages import NOT_SHOWN


class _Cell(NamedTuple):
    """One value to be read: what it is, where it stands, and what reads it."""

    field: Field
    slot: Slot
    read: Reader
    label: Text


class Checker:
    """Checks records of one form.

    Args:
        today: The run's date.
        absent: Fields without a column, which have been reported already.
        draft: Whether groups that must have rows get those of the blank form where they have none.

    Raises:
        DefinitionError: kommune.toml gives a field a value that it can't have.
    """

    def __init__(self, form: Form, today: date, absent: frozenset[str] = frozenset(), *, draft: bool = False) -> None:
        self.form = form
        self.absent = absent
        self._draft = draft
        self.fields = list(form.fields.values())
        self.groups = list(form.groups.values())
        self.columns = [_Cell(one, Slot(one.id), one.kind.reader(one, today), one.label) for one in self.fields]
        self.readers = {cell.slot.name: cell.read for cell in self.columns}
        for group in self.groups:
            self.readers |= {Slot(one.id, group.id).name: one.kind.reader(one, today) for one in group.field}
        self.answers = {one.id: list(_answer_columns(one)) for one in self.fields if one.kind.has_answer_columns}
        self.defaults = [(one, one.default) for one in self.fields if one.default is not None]
        self.judged = [cell for cell in self.columns if cell.field.constraint or _may_be_missed(cell.field)]
        self.conditional = [(section, list(_conditional(section))) for section in form.sections]
        self.rules = [rule for rule in form.rules if _in_force(rule, today)]
        self.base: dict[str, Any] = {**form.settings, "today": today, **common_values(form, today)[0]}
        self._cells: dict[tuple[str, int], list[_Cell]] = {}

    def _key(self, values: dict[str, Any]) -> bytes | None:
        key = [values.get(one) for one in self.form.key]
        return blake2b(repr(key).encode(), digest_size=12).digest() if any(one is not None for one in key) else None

    def cells(self, group: Group, at: int) -> list["_Cell"]:
        """The cells of a row of a group, counted from 1; made once."""
        key = group.id, at
        if key not in self._cells:
            slots = [Slot(one.id, group.id, group.row_name(at)) for one in group.field]
            self._cells[key] = [
                _Cell(one, slot, self.readers[f"{group.id}.{one.id}"], row_label(group, at, one))
                for one, slot in zip(group.field, slots, strict=True)
            ]
        return self._cells[key]

    def check(self, record: Record) -> Checked:
        """The record's values and problems, the problems in the order of its columns."""
        current = _CheckRun(self, record)
        current.read()
        current.resolve_relevance()
        current.apply_rules()
        current.checked.key = self._key(current.checked.values)
        current.checked.problems = in_order(current.checked.problems)
        if self._draft:
            self._add_blank_rows(current.checked.values)
        return current.checked

    def _add_blank_rows(self, values: dict[str, Any]) -> None:
        for group in self.groups:
            if group.min and not values[group.id]:
                row = dict.fromkeys(one.id for one in group.field)
                values[group.id] = [row | {"nr": at} for at in range(1, group.blank + 1)]


def common_values(form: Form, today: date) -> tuple[dict[str, Any], list[Problem]]:
    """What kommune.toml gives every record, and what of it has been read otherwise than written.

    Raises:
        DefinitionError: With every value that is none of its field.
    """
    place = Place(form.profile_name)
    values: dict[str, Any] = {}
    noted: list[Problem] = []
    unfit: list[Problem] = []
    for one in (form.fields[name] for name in form.common if name in form.fields):
        written = form.common[one.id]
        try:
            value = one.kind.reader(one, today)(written)
        except InvalidValue as fault:
            unfit.append(Problem(fault.code, place, gaps=_told(one, one.label, written, fault.params)))
            continue
        if isinstance(value, Repaired):
            gaps = _told(one, one.label, written, value.params)
            noted.append(Problem(value.code, place, value.severity, gaps))
            value = value.value
        values[one.id] = value
    if unfit:
        raise DefinitionError(*unfit)
    return values, noted


def _answer_columns(one: Field) -> Iterator[tuple[str, Slot, Text]]:
    """Id, place and label of each answer of a field that has a column for each."""
    for choice in one.choices:
        label = {code: f"{text}: {choice.label.get(code, choice.id)}" for code, text in one.label.items()}
        yield choice.id, Slot(one.id, answer=choice.id), label


def _may_be_missed(one: Field) -> bool:
    """Whether it may have to be filled in before printing."""
    return one.required is not False and not one.recipient and not one.is_signature


def _conditional(section: Section) -> Iterator[Item]:
    """What of a section may not concern a record."""
    for item in section.items:
        is_signature = isinstance(item, Field) and item.is_signature
        if is_signature or section.relevant is not True or item.relevant is not True:
            yield item


def _in_force(rule: Rule, today: date) -> bool:
    return (rule.valid_from or today) <= today <= (rule.valid_to or today)


class _CheckRun:
    """The check of one record, step by step."""

    def __init__(self, checker: Checker, record: Record) -> None:
        self._checker = checker
        self.record = record
        self._values: dict[str, Any] = dict(checker.base)
        self.checked = Checked(record, self._values, problems=list(record.problems))
        self._unfit: set[Slot] = set()

    def report(self, code: str, slot: Slot | None, severity: Severity = Severity.ERROR, **gaps: object) -> None:
        self.checked.problems.append(Problem(code, self.record.placing.place(slot), severity, gaps))

    # -- values

    def read(self) -> None:
        """Fill `values` from what is written, then from defaults."""
        cells, values = self.record.cells, self._values
        for cell in self._checker.columns:
            name = cell.field.id
            if cell.slot in cells:
                values[name] = self._value(cell)
            elif name in self._checker.answers and any(slot in cells for _, slot, _ in self._checker.answers[name]):
                values[name] = self._answers(cell.field)
            else:
                values.setdefault(name, None)
        for group in self._checker.groups:
            values[group.id] = self._rows(group)
        for one, default in self._checker.defaults:
            if values[one.id] is None and Slot(one.id) not in self._unfit:
                values[one.id] = self._default(one, default)

    def _value(self, cell: _Cell) -> Any:
        written = self.record.cells[cell.slot]
        try:
            value = cell.read(_readable(written))
        except InvalidValue as error:
            self._report_unfit(cell.field, cell.slot, cell.label, error)
            return None
        if value.__class__ is Repaired:
            told = _told(cell.field, cell.label, written, value.params)
            self.report(value.code, cell.slot, value.severity, **told)
            value = value.value
        return None if value == "" else value

    def _report_unfit(self, one: Field, slot: Slot, label: Text, error: InvalidValue) -> None:
        self._unfit.add(slot)
        self.report(error.code, slot, Severity.ERROR, **_told(one, label, self.record.cells[slot], error.params))

    def _answers(self, one: Field) -> tuple[str, ...] | None:
        """The answers whose own columns say yes; None where none does."""
        chosen = []
        for answer, slot, label in self._checker.answers[one.id]:
            if slot in self.record.cells:
                try:
                    if yes_or_no(_readable(self.record.cells[slot])):
                        chosen.append(answer)
                except InvalidValue as error:
                    self._unfit.add(Slot(one.id))
                    self._report_unfit(one, slot, label, error)
        return tuple(chosen) or None

    def _rows(self, group: Group) -> list[dict[str, Any]]:
        """The rows of a group; every fixed row, and of others those that hold something."""
        written = self.record.cells
        most = len(group.row) or self.record.rows.get(group.id) or group.max or 0
        rows = []
        for at in range(1, most + 1):
            cells = self._checker.cells(group, at)
            if group.row or any(cell.slot in written for cell in cells):
                row = {cell.field.id: self._value(cell) if cell.slot in written else None for cell in cells}
                rows.append(row | {"nr": at})
        return rows

    def _default(self, one: Field, source: str) -> Any:
        """What an expression gives a field that is empty, read as if it had been written."""
        value = self._evaluate(source, self._values)
        if value is None:
            return None
        try:
            read = self._checker.readers[one.id](_as_written(value))
        except InvalidValue:
            self.report("default-unfit", Slot(one.id), label=one.label, source=source)
            return None
        value = bare(read)
        return None if value == "" else value

    @staticmethod
    def _evaluate(source: str, scope: dict[str, Any]) -> Any:
        try:
            return parse(source)(scope)
        except Undecided:
            return None

    # -- what concerns the record

    def resolve_relevance(self) -> None:
        """Find what is not relevant, and who signs."""
        values, hidden = self._values, set()
        for section, items in self._checker.conditional:
            shown = holds(section.relevant, values, otherwise=True)
            if not shown:
                hidden.add(section.id)
            for item in items:
                if isinstance(item, Field) and item.is_signature:
                    names = self._signers(item) if shown else ()
                    self.checked.signers[item.id] = names
                    if not names:
                        hidden.add(item.id)
                elif not shown or not holds(item.relevant, values, otherwise=True):
                    hidden.add(item.id)
        self.checked.hidden = frozenset(hidden)

    def _signers(self, one: Field) -> tuple[str, ...]:
        if one.for_each is None:
            return self._signer_names(one, [self._values])
        group = self._checker.form.groups[one.for_each]
        nobody = dict.fromkeys(column.id for column in group.field)
        rows = self._values[group.id] or [nobody] * group.blank
        return self._signer_names(one, [self._values | row for row in rows])

    def _signer_names(self, one: Field, scopes: list[dict[str, Any]]) -> tuple[str, ...]:
        signing = [scope for scope in scopes if holds(one.relevant, scope, otherwise=True)]
        names = (self._evaluate(one.signer, scope) if one.signer else None for scope in signing)
        return tuple(str(name or "").replace("\n", " ") for name in names)

    # -- judgement

    def apply_rules(self) -> None:
        """Report what is empty, what contradicts the definition, and what won't be printed."""
        hidden = self.checked.hidden
        for cell in self._checker.judged:
            if cell.field.id not in hidden:
                self._judge_value(cell, self._values)
        for one in self._checker.fields if hidden else ():
            if one.id in hidden and self._values[one.id] is not None and Slot(one.id) in self.record.cells:
                self.report("not-relevant", Slot(one.id), Severity.WARNING, label=one.label)
        for group in self._checker.groups:
            if group.id not in hidden:
                self._judge_group(group)
            elif self._values[group.id] and not group.row:
                first = self._checker.cells(group, 1)[0]
                self.report("not-relevant", first.slot, Severity.WARNING, label=group.label)
        for rule in self._checker.rules:
            if not parse(rule.test).holds(self._values, otherwise=True):
                self._judge_rule(rule)

    def _judge_value(self, cell: _Cell, scope: dict[str, Any]) -> None:
        one = cell.field
        if scope[one.id] is None:
            if _may_be_missed(one) and cell.slot not in self._unfit:
                self._require(cell, scope)
        elif one.constraint is not None and not parse(one.constraint).holds(scope, otherwise=True):
            self.report("constraint", cell.slot, label=cell.label, message=one.message)

    def _require(self, cell: _Cell, scope: dict[str, Any]) -> None:
        if holds(cell.field.required, scope, otherwise=False):
            self.checked.missing[cell.slot] = cell.label
            if cell.field.id not in self._checker.absent:
                self.report("required-empty", cell.slot, label=cell.label)

    def _judge_group(self, group: Group) -> None:
        rows = self._values[group.id]
        if len(rows) < group.min:
            self.checked.missing[Slot(group=group.id)] = group.label
            self.report("group-too-few", None, label=group.label, count=len(rows), wanted=group.min)
        if group.max is not None and len(rows) > group.max:
            self.report("group-too-many", None, label=group.label, count=len(rows), wanted=group.max)
        for row in rows:
            scope = self._values | row
            for cell in self._checker.cells(group, row["nr"]):
                if holds(cell.field.relevant, scope, otherwise=True):
                    self._judge_value(cell, scope)
                elif row[cell.field.id] is not None:
                    self.report("not-relevant", cell.slot, Severity.WARNING, label=cell.label)

    def _judge_rule(self, rule: Rule) -> None:
        place = self.record.placing.place(next(self._places(rule), None))
        problem = Problem(rule.id, place, Severity(rule.severity), message=rule.message)
        self.checked.problems.append(problem)

    def _places(self, rule: Rule) -> Iterator[Slot]:
        """The fields the rule reads, in order; the first is where the problem is shown."""
        for name in parse(rule.test).names:
            if name in self._checker.readers:
                group, _, column = name.partition(".")
                yield Slot(column, group, self._row_at_fault(rule, group)) if column else Slot(name)

    def _row_at_fault(self, rule: Rule, group: str) -> str:
        """The first row of a group that breaks the rule; the first of all where it takes none to do so."""
        rows, test = self._values[group], parse(rule.test)
        breaking = (
            at for at in range(len(rows) + 1) if not test.holds(self._values | {group: rows[:at]}, otherwise=True)
        )
        first = next(breaking, 0)
        return self._checker.form.groups[group].row_name(rows[first - 1]["nr"] if first else 1)


def _readable(written: Written) -> Value:
    """What is written, if it is a value at all.

    Raises:
        InvalidValue: The cell holds an error, or a formula nobody has calculated.
    """
    if isinstance(written, Unreadable):
        raise InvalidValue(written.code)
    return written


def _as_written(value: Any) -> Value:
    """A value as a cell of its own might hold it.

    Raises:
        InvalidValue: No cell can: it is a row, or several.
    """
    if isinstance(value, tuple) and all(isinstance(answer, str) for answer in value):
        return "\n".join(value)
    if isinstance(value, str | int | float | date | time):
        return value
    try:
        return f"{value:f}".replace(".", ",")  # a decimal, as people write one
    except TypeError:
        raise InvalidValue("default-unfit") from None


def _told(one: Field, label: Text, written: Written, more: dict[str, object]) -> dict[str, object]:
    """What a message tells of a value: which field, what was written, and `more`; of a secret one no value at all."""
    gaps = {"label": label, "got": quoted(written.shown if isinstance(written, Unreadable) else written), **more}
    return gaps | dict.fromkeys(gaps.keys() & {"got", "value"}, NOT_SHOWN) if one.is_secret else gaps
