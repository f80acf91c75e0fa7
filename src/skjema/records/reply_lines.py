"""The lines of a workbook that `skjema collect` made, as they stand there now: also what a clerk has typed."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from skjema.definition.model import Field, Form
from skjema.definition.slot import Slot
from skjema.definition.withdrawal import withdrawal_items
from skjema.errors import InputError
from skjema.fieldtypes.answers import read_yes_or_no
from skjema.fieldtypes.reading_results import InvalidValue, value_of
from skjema.fieldtypes.registry import TYPES
from skjema.formats.office_package import Package
from skjema.formats.open_input import read_file
from skjema.formats.table import Row, Table, Unreadable, Value, Written, is_blank
from skjema.problems import Place, Problem, Severity
from skjema.records.answers_workbook import require_run
from skjema.records.reply_ids import FILE, NUMBER, WITHDRAWN
from skjema.records.returned import SIGNED, decides, field_at, label_of
from skjema.text_match import match_key
from skjema.wording import LANGUAGES
from skjema.wording.workbook import GUIDE, sheet_word

_DAY = Field(id="trukket", type="date", label={})
IDS_ROW = 2
"""The line of ids as it is made, hidden; it is found too where somebody has sorted the sheet, or put lines above it."""


class ReplyLine(NamedTuple):
    """One reply.

    Attributes:
        number: Of the documents that it is about.
        file: That it came in; empty for one that was typed.
        is_withdrawn: Whether it is noted as withdrawn.
        decided: What stands in each place that decides, in print order; None where nothing does.
        values: What the recipient has answered, by the places' names. Who has signed, and when, is no answer.
        expires: The date after which it doesn't hold, where the recipient writes that.
        is_partly_withdrawn: Whether it is noted as withdrawn in part: of a choice, any answer but the first.
        may_be_withdrawn: Whether something says that it is withdrawn, and nobody has noted whether it is.
        has_looks: Whether something that decides is noted to be looked at, or can't be read.
        signed: The lines to sign on that are noted as signed.
        about: What is written of whom it is about, by the fields that say so; nothing for those left empty.
        place: Where its number stands.
        is_signed: Whether any line to sign on is noted as signed, or there is none. Not every line is for everybody: a
            child may have one parent, and a consent is withdrawn on another line.
    """

    number: int
    file: str
    is_withdrawn: bool
    decided: tuple[bool | None, ...]
    values: tuple[tuple[str, str], ...]
    expires: date | None = None
    signed: frozenset[str] = frozenset()
    is_signed: bool = True
    is_partly_withdrawn: bool = False
    may_be_withdrawn: bool = False
    has_looks: bool = False
    about: Mapping[str, Value] = MappingProxyType({})
    place: Place | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing that decides is known, as of a paper that nobody has read yet."""
        return bool(self.decided) and not any(one is not None for one in self.decided)


def read_reply_lines(form: Form, path: Path, today: date, run: str = "") -> tuple[list[ReplyLine], list[Problem]]:
    """The replies, and what of them can't be read.

    Args:
        run: As for `answers_mark`.

    Raises:
        FileError, InputError: It can't be read, is no workbook of replies, or is of other documents.
    """
    from skjema.formats.xlsx.reader import Workbook

    content = read_file(path)
    require_run(form, path.name, content, run)
    workbook = Workbook(Package(path.name, content))
    others = {*GUIDE["doubled-sheet"]}  # which is made like it
    readers = (_Reader(form, sheet, today) for sheet in workbook.sheets if sheet.name not in others)
    found = [one for one in readers if one.finds_ids()]
    if len(found) != 1:
        raise InputError(Problem("answers-none", Place(path.name)))
    (reader,) = found
    return list(reader.lines()), reader.problems


class _Reader:
    def __init__(self, form: Form, sheet: Table, today: date) -> None:
        self._form, self._sheet, self._today = form, sheet, today
        self._columns: dict[str, int] = {}
        self._ids_row = IDS_ROW
        self._told: set[tuple[Place, str]] = set()
        self.problems: list[Problem] = []

    def finds_ids(self) -> bool:
        """Whether the sheet has the line of ids."""
        for row in self._sheet.rows():
            if NUMBER in row.cells.values():
                self._columns = {str(value): column for column, value in row.cells.items()}
                self._ids_row = row.number
                return True
        return False

    def lines(self) -> Iterator[ReplyLine]:
        slots = {name: slot for name in self._columns if (slot := Slot.parse(name, self._form))}
        theirs = {name: slot for name, slot in slots.items() if slot.group or field_at(self._form, slot).recipient}
        signatures = [name for name, slot in slots.items() if slot.group in self._form.fields and slot.field == SIGNED]
        apart = {slot.group for slot in slots.values() if slot.group in self._form.fields}
        apart |= withdrawal_items(self._form)
        for row in self._sheet.rows():
            number = self._written(row, NUMBER)
            written = [(name, str(one)) for name in theirs if (one := self._written(row, name)) is not None]
            if not _is_number(number):
                # what stands above the ids are titles and headings, and below them a line that nobody has numbered
                if row.number > self._ids_row and (number is not None or written):
                    self._report("answers-number", row, NUMBER)
                continue
            yield ReplyLine(
                int(float(str(number))),
                str(self._written(row, FILE) or ""),
                any(self._is_withdrawn(row, name) for name in (WITHDRAWN, self._form.withdrawn)),
                tuple(self._read(row, name, field_at(self._form, slots[name])) for name in self._deciding(slots)),
                tuple(pair for pair in written if slots[pair[0]].item not in apart),
                self._expiry(row),
                signed := frozenset(name for name in signatures if self._is_noted(row, name)),
                not signatures or bool(signed),
                self._is_partly_withdrawn(row),
                self._may_be_withdrawn(row, slots),
                self._has_looks(row, slots),
                dict(self._about(row)),
                self._sheet.place(row.number, self._columns[NUMBER]),
            )

    def _about(self, row: Row) -> Iterator[tuple[str, Value]]:
        addressed = [self._form.addressed.name_field.id] if self._form.addressed else []
        for name in (*self._form.key, *addressed):
            written = self._written(row, f"@{name}")
            if written is not None and not isinstance(written, Unreadable):
                yield name, written

    def _is_withdrawn(self, row: Row, name: str) -> bool:
        """Whether a cell says that a reply is withdrawn: a yes, a day that has come, or what is neither and is told."""
        written = self._written(row, name)
        if written is None or (name == WITHDRAWN and _says_to_look(written)):
            return False
        if name == self._form.withdrawn and (choices := self._form.fields[name].choices):
            return bool(self._read(row, name, self._form.fields[name]) == choices[0].id)
        if not isinstance(written, Unreadable):
            with suppress(InvalidValue):
                return read_yes_or_no(written)
            with suppress(InvalidValue):
                day: date = value_of(TYPES["date"].reader(_DAY, self._today)(written))
                return day <= self._today
        self._report("answers-withdrawn", row, name)
        return True

    def _may_be_withdrawn(self, row: Row, slots: Mapping[str, Slot]) -> bool:
        """Whether it is noted to be looked at, or something of a withdrawal stands there without what says so."""
        field = self._form.fields.get(self._form.withdrawn)
        noted = self._written(row, WITHDRAWN)
        if noted is not None and not _says_to_look(noted):
            return False
        if field and self._written(row, field.id) is not None:
            return bool(field.choices) and self._read(row, field.id, field) is None
        part = withdrawal_items(self._form)
        return noted is not None or any(self._is_noted(row, name) for name, slot in slots.items() if slot.item in part)

    def _is_partly_withdrawn(self, row: Row) -> bool:
        field = self._form.fields.get(self._form.withdrawn)
        if field is None or not field.choices:
            return False
        return self._read(row, field.id, field) not in (None, field.choices[0].id)

    def _is_noted(self, row: Row, name: str) -> bool:
        """Whether a cell holds anything but a plain no."""
        written = self._written(row, name)
        if written is None or isinstance(written, Unreadable):
            return written is not None
        try:
            return read_yes_or_no(written)
        except InvalidValue:
            return True

    def _deciding(self, slots: Mapping[str, Slot]) -> list[str]:
        """The columns of what decides, in print order."""
        return [name for name, slot in slots.items() if decides(self._form, slot)]

    def _has_looks(self, row: Row, slots: Mapping[str, Slot]) -> bool:
        """Whether something that decides is noted to be looked at, which is told, or can't be read."""
        found = False
        for name in self._deciding(slots):
            if _says_to_look(row.cells.get(self._columns[name], "")):
                self._report("answers-look", row, name, Severity.WARNING)
                found = True
            elif (
                self._written(row, name) is not None
                and self._read(row, name, field_at(self._form, slots[name])) is None
            ):
                found = True
        return found

    def _expiry(self, row: Row) -> date | None:
        name = self._form.expires
        found: date | None = self._read(row, name, self._form.fields[name]) if name in self._columns else None
        return found

    def _read(self, row: Row, name: str, field: Field) -> Any:
        written = self._written(row, name)
        if written is None:
            return None
        if not isinstance(written, Unreadable):
            with suppress(InvalidValue):
                return value_of(field.kind.reader(field, self._today)(written))
        self._report("answers-unread", row, name)
        return None

    def _written(self, row: Row, name: str) -> Written | None:
        """What stands in a cell; nothing where it says that somebody must look, but for a withdrawal."""
        value = row.cells.get(self._columns.get(name, 0))
        is_open = value is None or is_blank(value) or (name != WITHDRAWN and _says_to_look(value))
        return None if is_open else value

    def _report(self, code: str, row: Row, name: str, severity: Severity = Severity.ERROR) -> None:
        slot = Slot.parse(name, self._form)
        place = self._sheet.place(row.number, self._columns[name])
        if (place, code) not in self._told:  # a cell may be asked for several reasons
            self._told.add((place, code))
            params: dict[str, object] = {"label": label_of(self._form, slot)} if slot else {}
            self.problems.append(Problem(code, place, severity, params))


def _says_to_look(written: Written) -> bool:
    """Whether a cell has what is written there where somebody must find out."""
    return match_key(str(written)) in {match_key(sheet_word("state-open", language)) for language in LANGUAGES}


def _is_number(written: Written | None) -> bool:
    """Whether a cell holds the number of documents, rather than nothing or something like 2.5."""
    if isinstance(written, int | float):
        return float(written).is_integer() and not isinstance(written, bool)
    return re.fullmatch("[0-9]{1,9}", str(written or "").strip()) is not None
