"""What has come back of a form: replies by whom they concern, files that fit nobody, and who hasn't answered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from skjema.definition.expressions import ROW
from skjema.definition.model import Field, Form
from skjema.definition.slot import Slot
from skjema.fieldtypes.registry import TYPES
from skjema.formats.form_fields import FieldValue, FormFields
from skjema.problems import Problem
from skjema.records.mark import Mark
from skjema.records.returned import SIGNED, SIGNED_ON, decides, is_recipients, label_of
from skjema.validation.checked import CheckedRecord
from skjema.wording import LANGUAGES, Text
from skjema.wording.forms import FORMS


@dataclass(slots=True, eq=False, repr=False)
class Sent:
    """Whom a document was sent about.

    Attributes:
        number: Number of the documents.
        place: Where the row stands, if there is a list; as the run's report has it otherwise.
        checked: The row as it was judged before printing; None without a list.
        token: Of its documents; empty without a run.
    """

    number: int
    place: str
    checked: CheckedRecord | None = None
    token: str = ""


@dataclass(slots=True, eq=False, repr=False)
class Reply:
    """One document that has come back, and fits a record.

    Attributes:
        file: The file's name.
        checked: Its values, judged as a reply: the office's part is that of the row, where there is a list.
        until: The last day that it holds, where the office wrote that on the paper; None where it isn't known.
        digest: Of the file.
    """

    file: str
    mark: Mark | None
    sent: Sent
    fields: FormFields = field(repr=False)
    checked: CheckedRecord = field(repr=False)
    problems: list[Problem] = field(default_factory=list, repr=False)
    until: date | None = None
    digest: bytes = b""


@dataclass(slots=True, eq=False, repr=False)
class Collection:
    """All that has come back of a form.

    Attributes:
        everyone: Whom documents were sent about, in the order of the list; of a collection without list and run, those
            who have answered.
        replies: In the order of the files.
        odd: Files that fit nobody, each by a problem that says why.
        problems: What else is told: that rows are gone from the list.
        run: What tells the run that made the documents from others; empty without one.
    """

    form: Form
    everyone: list[Sent] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    odd: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    run: str = ""

    def of(self, sent: Sent) -> list[Reply]:
        """The replies about one."""
        return self._by_sent().get(id(sent), [])

    def _by_sent(self) -> dict[int, list[Reply]]:
        found: dict[int, list[Reply]] = {}
        for reply in self.replies:
            found.setdefault(id(reply.sent), []).append(reply)
        return found

    @property
    def silent(self) -> list[Sent]:
        """Those who haven't answered."""
        answered = self._by_sent()
        return [sent for sent in self.everyone if id(sent) not in answered]

    @property
    def doubled(self) -> list[Sent]:
        """Those with several replies."""
        answered = self._by_sent()
        return [sent for sent in self.everyone if len(answered.get(id(sent), ())) > 1]


def key_fields(form: Form) -> list[Field]:
    """The fields that say whom a document is about; of one for each row of a group, with the row's name."""
    addressed = [form.addressed.name_field] if form.addressed else []
    return [*(form.fields[name] for name in form.key), *addressed]


def office_expiry(form: Form) -> Field | None:
    """The field of the last day of a reply, if the office fills it in; None if the recipient does, or none does."""
    field = form.fields.get(form.expires)
    return None if field is None or field.recipient else field


def key_values(form: Form, checked: CheckedRecord) -> list[Any]:
    """The values of `key_fields`; None for what isn't known."""
    addressed = [checked.values[ROW][form.addressed.name_field.id]] if form.addressed else []
    return [*(checked.values.get(name) for name in form.key), *addressed]


def same_words(value: FieldValue | None) -> str:
    """A value to compare with another: however its words are parted, and nothing as an empty text."""
    return " ".join(str(value).split()) if value else ""


DAY: Text = {code: getattr(FORMS["signature-date"], code) for code in LANGUAGES}
"""What the day of a signature is called."""


class ReplyColumn(NamedTuple):
    """A place that the recipient fills in.

    Attributes:
        field: That its values are of; for a line to sign on, none where it says whether it is signed.
    """

    slot: Slot
    label: Text
    field: Field | None


def place_label(form: Form, slot: Slot) -> Text:
    """What people call a place that the recipient fills in; of the day of a signature, that too."""
    label = label_of(form, slot)
    if slot.group not in form.fields or slot.field != SIGNED_ON:
        return label
    return {code: f"{text}: {DAY[code]}" for code, text in label.items() if code in DAY}


def reply_columns(form: Form, replies: list[Reply]) -> list[ReplyColumn]:
    """Every place that a reply has for the recipient to fill in, and every such field of the form, in print order."""
    order = {item.id: at for at, item in enumerate(form.items)}
    found = {column.slot: column for column in _own_columns(form)}
    found |= {column.slot: column for reply in replies for column in _columns(form, reply.checked)}

    def position(column: ReplyColumn) -> tuple[int, int, int]:
        slot, group = column.slot, form.groups.get(column.slot.group)
        if group is None:
            return order[slot.item], int(slot.row or 0), int(slot.field == SIGNED)
        columns = [one.id for one in group.field]
        return order[group.id], group.row_number(slot.row), columns.index(slot.field)

    return sorted(found.values(), key=position)


def _own_columns(form: Form) -> Iterator[ReplyColumn]:
    """The recipient's fields that every paper has: replies that can't be read are typed there."""
    for one in form.fields.values():
        if one.recipient and one.printed and not one.is_signature:
            yield ReplyColumn(Slot(one.id), one.label, one)


def _columns(form: Form, checked: CheckedRecord) -> Iterator[ReplyColumn]:
    for one in form.fields.values():
        if one.is_signature:
            for line, _ in enumerate(checked.signers.get(one.id, ()), start=1):
                signed = Slot(SIGNED, one.id, str(line))
                day = signed._replace(field=SIGNED_ON)
                yield ReplyColumn(day, place_label(form, day), Field(id=SIGNED_ON, type="date", label=one.label))
                yield ReplyColumn(signed, label_of(form, signed), None)
    for group in form.groups.values():
        for row in checked.values[group.id]:
            for column in group.field:
                if column.recipient and column.printed:
                    slot = Slot(column.id, group.id, group.row_name(row["nr"]))
                    yield ReplyColumn(slot, label_of(form, slot), column)


class Given(NamedTuple):
    """What stands in one place of a reply.

    Attributes:
        value: As JSON has it, to be written as a clerk would; None where nothing is written, or nothing of its kind.
        text: What is written, where it is nothing of the field's kind.
    """

    value: Any = None
    text: str = ""


def given(form: Form, reply: Reply, column: ReplyColumn) -> Given:
    """What a reply says in one place."""
    checked, slot = reply.checked, column.slot
    if slot.group in form.fields:
        written = checked.record.cells.get(slot)
        if slot.field == SIGNED or written is None:
            return Given(written)
        return _read_day(form, slot, str(written), checked)
    if slot in checked.invalid and slot in checked.record.cells:
        return Given(text=str(checked.record.cells[slot]))
    if not slot.group:
        return Given(checked.values[slot.field])
    rows = {row["nr"]: row for row in checked.values[slot.group]}
    row = rows.get(form.groups[slot.group].row_number(slot.row))
    return Given(row[slot.field] if row else None)


def _read_day(form: Form, slot: Slot, written: str, checked: CheckedRecord) -> Given:
    from skjema.fieldtypes.reading_results import InvalidValue, value_of

    field = Field(id=SIGNED_ON, type="date", label=form.fields[slot.group].label)
    try:
        return Given(value_of(TYPES["date"].reader(field, checked.values["today"])(written)))
    except InvalidValue:
        return Given(text=written)


_UNSURE = frozenset({"scan-look", "returned-unclear"})
"""Codes of what is told of a place whose answer nobody can be sure of."""


def to_look_at(form: Form, reply: Reply) -> frozenset[str]:
    """Names of the places that decide, and that somebody must look at before anything does.

    Of a sheet that lacks all of them nothing is to be looked at: another may have them.
    """
    paths = {one.place.path for one in reply.problems if one.code in _UNSURE and one.place}
    unsure = {slot for slot in _slots(form, paths) if decides(form, slot)}
    unread = {slot for slot in _slots(form, reply.fields.unread) if decides(form, slot)}
    read = {slot for slot in _slots(form, reply.fields.values) if decides(form, slot)}
    return frozenset(slot.name for slot in (unsure | unread if unsure or read else ()))


def _slots(form: Form, names: Iterable[str]) -> set[Slot]:
    """The places with these names: of several answers, the field."""
    return {slot._replace(answer="") for one in names if (slot := Slot.parse(one, form)) is not None}


def is_blank(form: Form, fields: FormFields, was: Mapping[str, FieldValue]) -> bool:
    """Whether a document has come back as it was sent: the recipient has written nothing.

    Args:
        was: What stood there when it was sent, as far as that is known.
    """
    if fields.signed or fields.is_scanned or fields.unclear:
        return False
    for name, value in fields.values.items():
        slot = Slot.parse(name, form)
        if slot is None or same_words(value) == same_words(was.get(name)):
            continue
        is_day = slot.group in form.fields and slot.field == SIGNED_ON
        if is_day or (slot.group not in form.fields and is_recipients(form, slot)):
            return False
    return True
