"""Adds a sheet with each record's standing to the workbook of replies."""

from collections.abc import Mapping, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from skjema.definition.model import Form
from skjema.formats.xlsx.style import dark, on_paper
from skjema.formats.xlsx.writer import put_text, saved, set_text
from skjema.render.workbook.annotated_copy import clerks_workbook
from skjema.render.workbook.typed_cells import write_typed
from skjema.validation.replies import key_fields, key_values
from skjema.validation.standing import Standing, State
from skjema.wording import Language, in_language
from skjema.wording.workbook import GUIDE, sheet_word

_GREY, _YELLOW, _RED = "FFF4F4F4", "FFFFEB9C", "FFFFC7CE"
_FILLS: Mapping[State, str] = (
    dict.fromkeys((State.OPEN, State.PARTLY, State.NO, State.EXPIRING), _YELLOW)
    | dict.fromkeys((State.CONFLICTING, State.WITHDRAWN, State.EXPIRED), _RED)
    | {State.SILENT: _GREY}
)


def with_status(
    name: str, content: bytes, form: Form, everyone: Sequence[Standing], language: Language, day: date
) -> bytes:
    """The workbook of replies with a new first sheet of standings, which replaces those from the time of collecting.

    Args:
        name: Name of the workbook.
        content: Content of the workbook.
    """
    book = clerks_workbook(name, content)
    _leave_out_earlier(book)
    sheet = book.create_sheet(sheet_word("status-sheet", language), 0)
    key = key_fields(form)
    words = [sheet_word(one, language) for one in ("number", "state", "expires")]
    for column, text in enumerate([*words, *(in_language(one.label, language) for one in key)], start=1):
        set_text(sheet.cell(1, column), text)
        dark(sheet.cell(1, column))
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = 10 if column == 1 else 26
    for row, one in enumerate(everyone, start=2):
        _write_standing(sheet, row, one, form, language)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    on_paper(sheet)
    book.active = 0
    return saved(book, day, is_made=True)


def _leave_out_earlier(book: Workbook) -> None:
    """Remove sheets, and columns beside the list, that may be outdated now that a clerk has typed answers."""
    for name in ("status-sheet", "silent-sheet", "doubled-sheet"):
        for title in {*GUIDE[name]} & {*book.sheetnames}:
            del book[title]
    beside = {*GUIDE["answers-beside"]}
    for sheet in book.worksheets:
        first = next((cell.column for row in sheet.iter_rows() for cell in row if cell.value in beside), None)
        if first is not None:  # they are the last columns
            sheet.delete_cols(first, sheet.max_column - first + 1)


def _write_standing(sheet: Worksheet, row: int, one: Standing, form: Form, language: Language) -> None:
    sheet.cell(row, 1).value = one.sent.number
    cell = sheet.cell(row, 2)
    put_text(cell, sheet_word(f"state-{one.state}", language))
    if one.state in _FILLS:
        cell.fill = PatternFill("solid", fgColor=_FILLS[one.state])
    sheet.cell(row, 3).value = one.expires
    sheet.cell(row, 3).number_format = "dd.mm.yyyy"
    values = key_values(form, one.sent.checked) if one.sent.checked else []
    for column, (field, value) in enumerate(zip(key_fields(form), values, strict=False), start=4):
        if value is not None:
            cell = sheet.cell(row, column)
            cell.number_format = field.kind.number_format
            write_typed(cell, field, value.isoformat() if isinstance(value, date) else value, language)
