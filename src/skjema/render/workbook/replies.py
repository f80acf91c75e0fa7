"""Makes the workbook of replies: a copy of the office's list with replies beside its rows, and sheets of the rest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.cell import MergedCell
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from skjema.definition.model import Field
from skjema.formats.xlsx.style import TINT, dark, font, on_paper
from skjema.formats.xlsx.writer import put_text, saved, set_text
from skjema.problems import Problem
from skjema.records.answers_workbook import answers_mark
from skjema.records.reply_ids import FILE, NUMBER, WITHDRAWN
from skjema.records.reply_lines import IDS_ROW
from skjema.records.typed_replies import EarlierLine
from skjema.render.workbook.annotated_copy import can_annotate, clerks_workbook
from skjema.render.workbook.reply_pictures import add_pictures, names_to_see
from skjema.render.workbook.typed_cells import write_typed
from skjema.render.workbook.typed_lines import TypedLines
from skjema.validation.replies import (
    Collection,
    Given,
    Reply,
    ReplyColumn,
    given,
    key_fields,
    key_values,
    office_expiry,
    reply_columns,
    to_look_at,
)
from skjema.validation.withdrawal import may_be_withdrawn
from skjema.wording import Language, in_language, message_language
from skjema.wording.messages import say
from skjema.wording.workbook import sheet_word

_SEVERAL = PatternFill("solid", fgColor="FFFFEB9C")
_GIVEN = PatternFill("solid", fgColor=TINT)
_WIDEST = 60


class ListCopy(NamedTuple):
    """The office's own list, to be copied.

    Attributes:
        headings: Row number of the headings by title of the sheet, for sheets whose rows are records.
    """

    name: str
    content: bytes
    headings: Mapping[str, int]


def replies_workbook(
    collection: Collection, language: Language, copy: ListCopy | None, day: date, earlier: Iterable[EarlierLine] = ()
) -> bytes:  # fmt: skip
    """The workbook of replies, as an xlsx file.

    Args:
        language: Language of its headings and replies.
        copy: The list; None where there is none, or it can't be copied.
        earlier: Lines of the workbook that it replaces: what a clerk has typed there is kept, where the reply's file is
            the same and reads the same.
    """
    return _Maker(collection, language, earlier).make(copy, day)


def can_copy(name: str) -> bool:
    """Whether a list with this file name can be copied together with what surrounds its rows."""
    return can_annotate(Path(name))


class _Maker:
    def __init__(self, collection: Collection, language: Language, earlier: Iterable[EarlierLine]) -> None:
        self._collection, self._form, self._language = collection, collection.form, language
        self._typed_lines = TypedLines(earlier, has_run=bool(collection.run))
        self._columns = reply_columns(collection.form, collection.replies)

    def make(self, copy: ListCopy | None, day: date) -> bytes:
        book = clerks_workbook(copy.name, copy.content) if copy else Workbook()
        if copy:
            self._beside(book, copy.headings)
        else:
            book.remove(book.worksheets[0])
        replies = book.create_sheet(self._word("answers-sheet"), 0)
        ids = self._lines(replies, self._collection.replies)
        self._typed_lines.write(replies, ids, [one.digest for one in self._collection.replies])
        if any(reply.fields.pictures for reply in self._collection.replies):
            add_pictures(book, self._collection, self._columns, self._language)
        self._faults(book.create_sheet(say("faults-sheet", message_language(self._language))))
        self._odd(book.create_sheet(self._word("odd-sheet")))
        doubled = [one for sent in self._collection.doubled for one in self._collection.of(sent)]
        self._lines(book.create_sheet(self._word("doubled-sheet")), doubled)
        self._silent(book.create_sheet(self._word("silent-sheet")))
        book.active = 0
        kept = book.properties.keywords or ""
        book.properties.keywords = answers_mark(self._form, self._collection.run, kept)
        return saved(book, day, is_made=True)

    def _word(self, name: str, **params: object) -> str:
        return sheet_word(name, self._language, **params)

    # -- beside the rows of the list

    def _beside(self, book: Workbook, headings: Mapping[str, int]) -> None:
        """Write the replies beside the rows that they belong to; where a row has several, it says so instead."""
        starts = {}
        for title, row in headings.items():
            sheet = book[title] if title else book.worksheets[0]  # a CSV file has no sheet titles
            starts[title] = sheet, (first := sheet.max_column + 1)
            texts = [self._word("answers-beside"), *(in_language(one.label, self._language) for one in self._columns)]
            for column, text in enumerate(texts, start=first):
                cell = sheet.cell(row, column)
                set_text(cell, text)
                cell.font, cell.fill = font(bold=True), _GIVEN
                cell.alignment = Alignment(wrap_text=True, vertical="bottom")
        for sent in self._collection.everyone:
            place = sent.checked.record.places.place() if sent.checked else None
            if place is not None and place.sheet in starts:
                sheet, first = starts[place.sheet]
                self._row_beside(sheet, place.row, first, self._collection.of(sent))

    def _row_beside(self, sheet: Worksheet, row: int, first: int, replies: Sequence[Reply]) -> None:
        several = self._word("answer-several", count=len(replies))
        text = several if len(replies) > 1 else replies[0].file if replies else self._word("answer-none")
        cell = sheet.cell(row, first)
        if isinstance(cell, MergedCell):
            return
        set_text(cell, text)
        cell.fill = _SEVERAL if len(replies) > 1 else _GIVEN
        if len(replies) == 1:
            for column, (one, said) in enumerate(self._said(replies[0]), start=first + 1):
                self._write(sheet.cell(row, column), one, said)
                sheet.cell(row, column).fill = _GIVEN

    # -- sheets of their own

    def _lines(self, sheet: Worksheet, replies: Sequence[Reply]) -> list[str]:
        """Write a line for each reply, below the headings and a hidden row of ids; the ids are returned."""
        key = key_fields(self._form)
        fixed = [self._word(name) for name in ("number", "file", "withdrawn")]
        labels = [in_language(one.label, self._language) for one in key]
        labels += [in_language(one.label, self._language) for one in self._columns]
        ids = [NUMBER, FILE, WITHDRAWN, *(f"@{one.id}" for one in key), *(one.slot.name for one in self._columns)]
        if until := office_expiry(self._form):
            labels.append(in_language(until.label, self._language))
            ids.append(until.id)
        self._head(sheet, [*fixed, *labels])
        for column, name in enumerate(ids, start=1):
            put_text(sheet.cell(IDS_ROW, column), name)
        sheet.row_dimensions[IDS_ROW].hidden = True
        several = set(map(id, self._collection.doubled))
        for row, reply in enumerate(replies, start=IDS_ROW + 1):
            sheet.cell(row, 1).value = reply.sent.number
            put_text(sheet.cell(row, 2), reply.file)
            if may_be_withdrawn(self._form, reply.fields, reply.checked):
                put_text(sheet.cell(row, 3), self._word("state-open"))
                sheet.cell(row, 3).fill = _SEVERAL
            checked = reply.sent.checked or reply.checked
            for column, (one, value) in enumerate(zip(key, key_values(self._form, checked), strict=True), start=4):
                self._typed(sheet.cell(row, column), one, value)
            to_see = names_to_see(self._form, reply)
            for column, (place, said) in enumerate(self._said(reply), start=4 + len(key)):
                self._write(sheet.cell(row, column), place, said)
                if place.slot.name in to_see:
                    sheet.cell(row, column).fill = _SEVERAL
            if until:
                self._typed(sheet.cell(row, len(ids)), until, reply.until)
            if id(reply.sent) in several:
                sheet.cell(row, 1).fill = _SEVERAL
        self._fit(sheet)
        return ids

    def _faults(self, sheet: Worksheet) -> None:
        language = message_language(self._language)
        self._head(sheet, [self._word("number"), self._word("file"), *_fault_headings(language)])
        problems = [(reply, problem) for reply in self._collection.replies for problem in reply.problems]
        for row, (reply, problem) in enumerate(problems, start=2):
            sheet.cell(row, 1).value = reply.sent.number
            put_text(sheet.cell(row, 2), reply.file)
            put_text(sheet.cell(row, 3), say(problem.severity, language))
            put_text(sheet.cell(row, 4), problem.sentence(language))
            put_text(sheet.cell(row, 5), problem.code)
        self._fit(sheet)

    def _odd(self, sheet: Worksheet) -> None:
        language = message_language(self._language)
        self._head(sheet, [self._word("file"), *_fault_headings(language)[1:]])
        for row, problem in enumerate(self._collection.odd, start=2):
            for column, text in enumerate(_told(problem, language), start=1):
                put_text(sheet.cell(row, column), text)
        self._fit(sheet)

    def _silent(self, sheet: Worksheet) -> None:
        fields = key_fields(self._form)
        self._head(sheet, [self._word("number"), *(in_language(one.label, self._language) for one in fields)])
        for row, sent in enumerate(self._collection.silent, start=2):
            sheet.cell(row, 1).value = sent.number
            values = key_values(self._form, sent.checked) if sent.checked else []
            for column, (one, value) in enumerate(zip(fields, values, strict=False), start=2):
                self._typed(sheet.cell(row, column), one, value)
        self._fit(sheet)

    # -- cells

    def _head(self, sheet: Worksheet, texts: Iterable[str]) -> None:
        for column, text in enumerate(texts, start=1):
            set_text(sheet.cell(1, column), text)
            dark(sheet.cell(1, column))
        sheet.freeze_panes = "A2"
        on_paper(sheet)

    def _said(self, reply: Reply) -> Iterator[tuple[ReplyColumn, Given]]:
        """The contents of each column for a reply, or a word that a person must look at the deciding answer."""
        to_see, word = to_look_at(self._form, reply), Given(text=self._word("state-open"))
        for one in self._columns:
            yield one, word if one.slot.name in to_see else given(self._form, reply, one)

    def _write(self, cell: Any, column: ReplyColumn, said: Given) -> None:
        if said.text:
            put_text(cell, said.text)
        elif column.field is None:
            set_text(cell, self._word("yes") if said.value else "")
        else:
            self._typed(cell, column.field, said.value)

    def _typed(self, cell: Any, field: Field, value: Any) -> None:
        if value is None or isinstance(cell, MergedCell):
            return
        cell.number_format = field.kind.number_format
        cell.alignment = Alignment(vertical="top", wrap_text=field.kind.widget == "longtext")
        write_typed(cell, field, _as_json(field, value), self._language)

    @staticmethod
    def _fit(sheet: Worksheet) -> None:
        for column in sheet.columns:
            shown = [len(str(cell.value)) for cell in column if cell.value is not None and cell.row != IDS_ROW]
            letter = get_column_letter(column[0].column or 1)
            sheet.column_dimensions[letter].width = min(max(shown, default=8) + 3, _WIDEST)


def _as_json(field: Field, value: Any) -> Any:
    """A value that has been read, as in JSON; types that JSON lacks as they are shown."""
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | int | tuple | Decimal) else field.kind.show(value)


def _fault_headings(language: Any) -> list[str]:
    return [say(name, language) for name in ("faults-kind", "faults-text", "faults-code")]


def _told(problem: Problem, language: Any) -> Iterator[str]:
    yield problem.place.text(language) if problem.place else ""
    yield problem.sentence(language)
    yield problem.code
