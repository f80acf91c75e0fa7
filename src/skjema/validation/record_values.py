"""A record's values: read from its cells, and the defaults of the form for those that have none."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from skjema.definition.expressions import ROW_AREA, ROW_ID
from skjema.definition.model import Field, Group
from skjema.definition.slot import Slot
from skjema.fieldtypes.answers import NO, read_yes_or_no, says_no
from skjema.fieldtypes.cell_text import is_dash
from skjema.fieldtypes.reading_results import InvalidValue, Repaired, value_of
from skjema.fieldtypes.texts import visible, with_bullets
from skjema.formats.table import Unreadable, Value, Written
from skjema.problems import Severity
from skjema.validation.checked import CheckedRecord
from skjema.validation.checklist import Checklist, ValueCell
from skjema.validation.expression_values import evaluate
from skjema.validation.inner_rows import put_under
from skjema.validation.placeholder_words import EMPTY_CELL
from skjema.validation.plain_values import doubts
from skjema.validation.value_description import describe_value
from skjema.wording import Text

_KNOWN = 500
"""Texts of a column whose values are kept; a column with more has a text of its own in nearly every row."""


def read_values(checklist: Checklist, checked: CheckedRecord) -> None:
    """Fill in the values of a record, and report those that can't be read or were repaired."""
    reader = _ValueReader(checklist, checked)
    reader.read_fields()
    reader.read_groups()


class _ValueReader:
    """Reads one record; writes into `values`, `invalid` and `problems` of the checked record."""

    def __init__(self, checklist: Checklist, checked: CheckedRecord) -> None:
        self._checklist = checklist
        self._checked = checked
        self._cells = checked.record.cells

    def read_fields(self) -> None:
        values, cells, answer_columns = self._checked.values, self._cells, self._checklist.answer_columns
        for cell in self._checklist.columns:
            field = cell.field
            written = cells.get(cell.slot)
            if written is not None:
                values[field.id] = self._value(cell, written)
            elif field.id in answer_columns and any(column.slot in self._cells for column in answer_columns[field.id]):
                values[field.id] = self._chosen_answers(field)
            else:
                values.setdefault(field.id, None)  # kommune.toml may have given one

    def read_groups(self) -> None:
        for group in self._checklist.groups:
            self._checked.values[group.id] = self._rows(group)
            if group.parent:
                put_under(group, self._checklist.form.groups[group.parent], self._checked, draft=self._checklist.draft)

    def _value(self, cell: ValueCell, written: Written) -> Any:
        """The value of what is written in a cell; None where it is no value."""
        if written.__class__ is str and written in cell.known:
            return cell.known[written]
        is_plain, before = False, len(self._checked.problems)
        try:
            if not isinstance(written, str):
                value = cell.read(_readable(written))
                if isinstance(value, str):  # a number in the place of a text, such as the 0 of a look-up in vain
                    self._report_doubts(cell, value)
            elif is_plain := bool(cell.is_plain(written)):
                value = cell.read(written)
            else:
                text = self._visible(cell, written)
                value = None if text == "" else cell.read(text)
        except InvalidValue as error:
            del self._checked.problems[before:]  # what looks odd about it is told by why it is none
            self._report_unread(cell.field, cell.slot, cell.label, error)
            return None
        if value.__class__ is Repaired:
            params = describe_value(cell.field, cell.label, written, value.params)
            self._checked.report(value.code, cell.slot, self._weight(cell.slot, value.severity), **params)
            value = value.value
        elif is_plain and written.__class__ is str and len(cell.known) < _KNOWN:
            cell.known[written] = None if value == "" else value
        return None if value == "" else value

    def _visible(self, cell: ValueCell, written: str) -> str:
        """A text without what one can't see in it, once it is told what looks wrong with it.

        Raises:
            InvalidValue: It is so wrong that it is none.
        """
        shown = visible(written)
        text = with_bullets(shown)
        for code, is_so in (("invisible-removed", shown != written), ("bullets-read", text != shown)):
            if is_so:
                params = describe_value(cell.field, cell.label, text, {})
                self._checked.report(code, cell.slot, Severity.NOTE, **params)
        self._report_doubts(cell, text)
        return text

    def _report_doubts(self, cell: ValueCell, text: str) -> None:
        """Tell what looks wrong with a text.

        Raises:
            InvalidValue: It is so wrong that it is none.
        """
        for doubt in doubts(cell.field.kind.plausibility, text):
            if doubt.severity is Severity.ERROR:
                raise InvalidValue(doubt.code, **doubt.params)
            params = describe_value(cell.field, cell.label, text, doubt.params)
            group = self._checklist.form.groups.get(cell.slot.group)
            in_rows = doubt.code == "name-several" and (group is None or not group.in_main_sheet)
            code = "name-several-rows" if in_rows else doubt.code
            self._checked.report(code, cell.slot, self._weight(cell.slot, doubt.severity), **params)

    def _report_unread(self, field: Field, slot: Slot, label: Text, error: InvalidValue) -> None:
        """Report what can't be read, but for a dash: there is nothing to read. A program's word for that is told."""
        written = self._cells[slot]
        if is_dash(written):
            return
        if error.code != "value-placeholder" and str(written).strip().casefold() in EMPTY_CELL:
            params = describe_value(field, label, written, {})
            self._checked.report("empty-word", slot, Severity.NOTE, **params)
        else:
            self._report_invalid(field, slot, label, error)

    def _report_invalid(self, field: Field, slot: Slot, label: Text, error: InvalidValue) -> None:
        self._checked.invalid.add(slot)
        params = describe_value(field, label, self._cells[slot], error.params)
        self._checked.report(error.code, slot, self._weight(slot, Severity.ERROR), **params)

    def _weight(self, slot: Slot, severity: Severity) -> Severity:
        """How much a fault matters: what no paper ever shows keeps none from being made."""
        return Severity.NOTE if slot.item in self._checklist.never_printed else severity

    def _chosen_answers(self, field: Field) -> tuple[str, ...] | None:
        """Ids of the answers whose own columns say yes; None where none does."""
        chosen = []
        for answer, slot, label in self._checklist.answer_columns[field.id]:
            if slot not in self._cells:
                continue
            try:
                if read_yes_or_no(_readable(self._cells[slot])):
                    chosen.append(answer)
            except InvalidValue as error:
                if is_dash(self._cells[slot]):
                    continue
                # The field as a whole too, so that it isn't reported as empty besides.
                self._checked.invalid.add(Slot(field.id))
                self._report_invalid(field, slot, label, error)
        return tuple(chosen) or None

    def _rows(self, group: Group) -> list[dict[str, Any]]:
        """Each row of a group, with its number as `nr`: fixed rows all, others where something is written.

        Where the recipient alone writes, there are as many as on the blank form.
        """
        last = len(group.row) or self._checked.record.rows.get(group.id) or group.max or 0
        rows = []
        fewest = group.blank if group.is_answered and not group.row else 0
        for row_number in range(1, max(last, fewest) + 1):
            cells = self._checklist.row_cells(group, row_number)
            if group.row or row_number <= fewest or self._is_row(cells):
                row: dict[str, Any] = {}
                for cell in cells:
                    written = self._cells.get(cell.slot)
                    row[cell.field.id] = None if written is None else self._value(cell, written)
                if group.member:
                    self._refuse_answers_of_others(group, row, cells)
                fixed = group.row[row_number - 1] if group.row else None
                rows.append(row | {"nr": row_number} | ({ROW_ID: fixed.id, ROW_AREA: fixed.area} if fixed else {}))
        return rows

    def _refuse_answers_of_others(self, group: Group, row: dict[str, Any], cells: Sequence[ValueCell]) -> None:
        """Refuse an answer such as `Mor alene` in the row of anybody who isn't said to be whom it names."""
        for cell in cells:
            written = self._cells.get(cell.slot)
            first, _, rest = written.strip().partition(" ") if isinstance(written, str) else ("", "", "")
            if not rest or row[cell.field.id] is None or not cell.field.kind.takes_choices:
                continue
            named = next((one for one in group.member if first.casefold() in map(str.casefold, one.words)), None)
            if named is not None and any(row[name] != value for name, value in named.sets.items()):
                row[cell.field.id] = None
                self._report_invalid(cell.field, cell.slot, cell.label, InvalidValue("answer-of-other"))

    def _is_row(self, cells: Sequence[ValueCell]) -> bool:
        """Whether anything is written in a row; a dash is nothing, nor a no alone: so sheets write unticked boxes."""
        for cell in cells:
            written = self._cells.get(cell.slot)
            if written is not None and not is_dash(written) and not (says_no(written) and _may_say_no(cell.field)):
                return True
        return False


def fill_in_default(checklist: Checklist, checked: CheckedRecord, field: Field) -> None:
    """Give an empty field its default, read as if it had been written; one that can't be read isn't empty."""
    if checked.values[field.id] is not None or Slot(field.id) in checked.invalid:
        return
    result = evaluate(field.default or "none", checked.values)
    if result is None:
        return
    try:
        value = value_of(checklist.readers[field.id](_as_written(result)))
    except InvalidValue:
        checked.report("default-unfit", Slot(field.id), label=field.label, source=field.default)
        return
    checked.values[field.id] = None if value == "" else value


def _may_say_no(field: Field) -> bool:
    return NO in {answer.id for answer in field.kind.answers(field)}


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
