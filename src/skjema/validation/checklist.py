"""The checks that all records of a form share: value readers, required fields, and the rules in force today."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from skjema.definition.expressions import parse_expression
from skjema.definition.model import Field, Form, Group, Item, Note, Rule, Section
from skjema.definition.outdated import OutdatedWords
from skjema.definition.placeholders import placeholder_names
from skjema.definition.relevance import never_relevant
from skjema.definition.slot import Slot
from skjema.fieldtypes.field_type import Reader
from skjema.validation.checked import row_label
from skjema.validation.plain_values import plain_test
from skjema.validation.settling import settling_steps
from skjema.wording import Text

_LEGAL_BASIS = "unntatt_offentlighet"
"""The field of kommune.toml that is another from case to case, and says nothing of who sends."""


class ValueCell(NamedTuple):
    """One value of a record: its field, slot, reader, and label in messages.

    Attributes:
        is_plain: Whether a text is surely one that looks right.
        known: The value of texts that were read before with nothing to tell: half of a list's columns repeat a few.
    """

    field: Field
    slot: Slot
    read: Reader
    label: Text
    is_plain: Callable[[str], object]
    known: dict[str, Any]


class AnswerColumn(NamedTuple):
    """The column for one answer of a field with several answers to choose."""

    answer: str
    slot: Slot
    label: Text


class Checklist:
    """The checks that all records of a form share.

    Args:
        today: The run's date.
        common: Values that kommune.toml gives every record, by field id.
        missing_columns: Ids of fields without a column, which have been reported already.
        draft: Whether a record may be incomplete.
        answered: Whether it has come back: what the recipient fills in is judged, and what the office does has been.

    Attributes:
        columns: A cell for each of the record's own fields, in print order.
        readers: What reads each field, by id; a column of a group, by `group.column`.
        answer_columns: Of each field with columns for its answers, these columns.
        settling_steps: What may not concern a record or has a default, in the order in which it is settled.
        file_fields: Fields and columns of groups whose values name files, each with the id of its group.
        judged_columns: Those of `columns` whose value may be required, or must meet a constraint.
        conditional_items: Each section, with those of its items that may not concern a record.
        printed_items: Of each section, the ids of the items that are printed where they concern the record.
        municipal: Fields of the sender that kommune.toml has given a text, with it.
        ticked_by_recipient: Ids of the group, or nothing, and of the field of each box that the recipient ticks.
        names_of_items: What messages call each section and item.
        rules: Rules that are in force today.
        read_of_recipient: Of the test of each rule that reads what the recipient fills in, the group, or nothing, and
            the field of each such value; of lines to sign on, a rule asks how many there are.
        sentences: Id of each note that has values in it which may be empty with nothing told, and the names of those.
        outdated: Words that are out of date.
        worded: Of each group, and of the record itself by an empty text, ids of the fields that such words stand in.
        never_printed: Ids of fields and groups that the municipality's settings keep off every paper.
        base_values: What every record has before its own values are read: settings, `today`, `common`.
    """

    def __init__(
        self, form: Form, today: date, common: Mapping[str, Any], missing_columns: frozenset[str], *, draft: bool,
        answered: bool = False,
    ) -> None:  # fmt: skip
        self.form = form
        self.answered = answered
        self.draft = draft
        self.missing_columns = missing_columns
        self.fields = list(form.fields.values())
        self.groups = list(form.groups.values())
        self.readers = dict(_readers(form, today))
        self.columns = [self._cell(field, Slot(field.id), field.label) for field in self.fields]
        with_columns = (field for field in self.fields if field.kind.has_answer_columns)
        self.answer_columns = {field.id: list(_answer_columns(field)) for field in with_columns}
        self.settling_steps = settling_steps(form)
        self.file_fields = [("", one) for one in self.fields if one.kind.names_file]
        self.file_fields += [(group.id, one) for group in self.groups for one in group.field if one.kind.names_file]
        self.judged_columns = [cell for cell in self.columns if self.is_judged(cell.field)]
        self.conditional_items = [(section, list(_conditional_items(section))) for section in form.sections]
        self.printed_items = {section.id: list(_printed_items(section)) for section in form.sections}
        senders = [field for field in self.fields if field.profile and field.id != _LEGAL_BASIS]
        self.municipal = [(field, common[field.id]) for field in senders if isinstance(common.get(field.id), str)]
        self.ticked_by_recipient = frozenset(_ticked_by_recipient(form))
        self.names_of_items = {item_id: name for section in form.sections for item_id, name in _names_of_items(section)}
        self.never_printed = frozenset(_never_printed(form))
        in_force = (rule for rule in form.rules if rule.is_in_force(today))
        self.rules = [rule for rule in in_force if not answered or _read_of_recipient(form, rule)]
        self.read_of_recipient = {rule.test: list(_awaited(form, rule)) for rule in self.rules}
        self.sentences = list(_sentences(form))
        self.outdated = OutdatedWords(form.outdated, today)
        columns = {"": self.fields} | {group.id: group.field for group in self.groups}
        self.worded = {group_id: list(_worded(fields)) for group_id, fields in columns.items()}
        self.base_values: dict[str, Any] = {**form.settings, "today": today, **common}
        self._row_cells: dict[tuple[str, int], list[ValueCell]] = {}

    def is_judged(self, field: Field) -> bool:
        """Whether a field has a constraint, or may be required, at the current stage: before printing or afterwards."""
        if self.answered and not field.recipient:
            return False
        return field.constraint is not None or self.may_be_required(field)

    def may_be_required(self, field: Field) -> bool:
        """Whether a field may have to be filled in now: before printing by the office, or afterwards."""
        return field.required is not False and field.recipient == self.answered and not field.is_signature

    def _cell(self, field: Field, slot: Slot, label: Text) -> ValueCell:
        reader = self.readers[slot._replace(row="").name]
        return ValueCell(field, slot, reader, label, plain_test(field.kind.plausibility), {})

    def row_cells(self, group: Group, row_number: int) -> list[ValueCell]:
        """The cells of one row of a group, counted from 1."""
        key = group.id, row_number
        # Made once: addresses and labels are the same for every record.
        if key not in self._row_cells:
            row_name = group.row_name(row_number)
            self._row_cells[key] = [
                self._cell(field, Slot(field.id, group.id, row_name), row_label(group, row_number, field))
                for field in group.field
            ]
        return self._row_cells[key]


def _readers(form: Form, today: date) -> Iterator[tuple[str, Reader]]:
    for field in form.fields.values():
        yield field.id, field.kind.reader(field, today)
    for group in form.groups.values():
        for field in group.field:
            yield Slot(field.id, group.id).name, field.kind.reader(_with_members(group, field), today)


def _ticked_by_recipient(form: Form) -> Iterator[tuple[str, str]]:
    groups = ((group.id, group.field) for group in form.groups.values())
    for group_id, fields in (("", form.fields.values()), *groups):
        yield from ((group_id, field.id) for field in fields if field.recipient and field.kind.answers(field))


def _with_members(group: Group, field: Field) -> Field:
    """A column that says who somebody is, with the words for it that headings have: `Mamma` is an answer too."""
    words = {one.sets[field.id]: one.words for one in group.member if field.id in one.sets}
    if not words:
        return field
    choices = (replace(one, words=(*one.words, *words.get(one.id, ()))) for one in field.choices)
    return replace(field, choices=tuple(choices))


def column_label(cell: ValueCell, form: Form) -> Text:
    """What messages call the column of a cell: in a group the same for every row."""
    if not cell.slot.group:
        return cell.label
    group = form.groups[cell.slot.group].label
    return {code: f"{text}: {cell.field.label[code]}" for code, text in group.items() if code in cell.field.label}


def _never_printed(form: Form) -> Iterator[str]:
    for section in form.sections:
        for item in section.items:
            if never_relevant(form, section.relevant) or never_relevant(form, item.relevant):
                yield item.id


def _names_of_items(section: Section) -> Iterator[tuple[str, Text]]:
    """A section by its title, its items by their labels; a text has none, and goes by the section that it stands in."""
    of_section = section.title or {"nb": section.id}
    yield section.id, of_section
    for item in section.items:
        yield item.id, of_section if isinstance(item, Note) else item.label


def _read_of_recipient(form: Form, rule: Rule) -> list[tuple[str, Field]]:
    """What a rule reads that the recipient fills in: the group, or nothing, and the field of each such value."""
    names = (name.rpartition(".") for name in parse_expression(rule.test).names)
    of_groups = {group.id: {field.id: field for field in group.field} for group in form.groups.values()}
    fields = {"": form.fields} | of_groups
    read = ((group, fields.get(group, {}).get(column)) for group, _, column in names)
    return [(group, field) for group, field in read if field is not None and field.recipient]


def _awaited(form: Form, rule: Rule) -> Iterator[tuple[str, str]]:
    """Group, or nothing, and id of each field that a rule waits for; of signature lines it reads their number alone."""
    return ((group, field.id) for group, field in _read_of_recipient(form, rule) if not field.is_signature)


def _printed_items(section: Section) -> Iterator[str]:
    """Ids of the items that are printed where they concern the record."""
    for item in section.items:
        if isinstance(item, Note) or (item.printed and (isinstance(item, Field) or item.is_printed)):
            yield item.id


def _sentences(form: Form) -> Iterator[tuple[str, list[str]]]:
    """Id of each note with values that may be empty without another problem, and their names."""
    always = {field.id for field in form.fields.values() if field.required is True or field.recipient}
    for item in form.items:
        names = placeholder_names(item.text) - always - form.settings.keys() if isinstance(item, Note) else set()
        if names:
            yield item.id, sorted(names)


def _worded(fields: Iterable[Field]) -> Iterator[str]:
    """Ids of the fields that hold words rather than names, numbers or answers."""
    return (one.id for one in fields if one.kind.plausibility in ("prose", "text"))


def _answer_columns(field: Field) -> Iterator[AnswerColumn]:
    for choice in field.choices:
        label = {code: f"{text}: {choice.label.get(code, choice.id)}" for code, text in field.label.items()}
        yield AnswerColumn(choice.id, Slot(field.id, answer=choice.id), label)


def _conditional_items(section: Section) -> Iterator[Item]:
    """The items of a section that may not concern a record; a signature without anybody who signs doesn't."""
    for item in section.items:
        is_signature = isinstance(item, Field) and item.is_signature
        if is_signature or section.relevant is not True or item.relevant is not True:
            yield item
