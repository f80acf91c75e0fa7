"""Adds pictures of handwriting on scanned papers to the workbook of replies, for a clerk to read and type."""

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.formats.form_fields import ELSEWHERE, Picture
from skjema.formats.xlsx.style import dark, on_paper
from skjema.formats.xlsx.writer import put_text, set_text
from skjema.records.reply_lines import IDS_ROW
from skjema.validation.replies import Collection, Reply, ReplyColumn, key_fields
from skjema.wording import Language, in_language
from skjema.wording.workbook import sheet_word

_WIDEST = 460
"""Greatest width of a picture in its cell, in pixels."""
_POINTS = 0.75
"""Points per pixel."""
_WIDTHS = 7, 34, 34, 68, 12


def names_to_see(form: Form, reply: Reply) -> frozenset[str]:
    """Names of the values in a reply that a clerk must look at and type."""
    fields = reply.fields
    slots = (Slot.parse(one, form) for one in (*fields.doubtful, *fields.handwritten, *fields.unread))
    return frozenset(slot._replace(answer="").name for slot in slots if slot is not None)


def add_pictures(book: Workbook, collection: Collection, columns: Sequence[ReplyColumn], language: Language) -> None:
    """Add a sheet with a line for each picture, and a link to the cell in which to type its answer."""
    sheet = book.create_sheet(sheet_word("pictures-sheet", language))
    headings = ("number", "file", "picture-field", "picture", "picture-link")
    for column, (name, width) in enumerate(zip(headings, _WIDTHS, strict=True), start=1):
        set_text(sheet.cell(1, column), sheet_word(name, language))
        dark(sheet.cell(1, column))
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    on_paper(sheet)
    before = 4 + len(key_fields(collection.form))
    places = {one.slot: (at, in_language(one.label, language)) for at, one in enumerate(columns, start=before)}
    lines = [
        (line, reply, picture)
        for line, reply in enumerate(collection.replies, start=IDS_ROW + 1)
        for picture in reply.fields.pictures
    ]
    for row, (line, reply, picture) in enumerate(lines, start=2):
        slot = Slot.parse(picture.name, collection.form)
        name = sheet_word("picture-elsewhere", language) if picture.name == ELSEWHERE else picture.name
        column, label = places.get(slot._replace(answer=""), (1, name)) if slot else (1, name)
        sheet.cell(row, 1).value = reply.sent.number
        put_text(sheet.cell(row, 2), reply.file)
        put_text(sheet.cell(row, 3), label)
        _put_picture(sheet, row, picture)
        link = sheet.cell(row, 5)
        set_text(link, sheet_word("picture-link", language))
        there = f"'{sheet_word('answers-sheet', language)}'!{get_column_letter(column)}{line}"
        link.hyperlink = Hyperlink(link.coordinate, location=there)
        link.style = "Hyperlink"
        for cell in sheet[row]:
            cell.alignment = Alignment(vertical="top", wrap_text=True)


def _put_picture(sheet: Worksheet, row: int, picture: Picture) -> None:
    from openpyxl.drawing.image import Image

    shown = Image(io.BytesIO(picture.image))
    scale = min(1.0, _WIDEST / shown.width)
    shown.width, shown.height = round(shown.width * scale), round(shown.height * scale)
    sheet.add_image(shown, f"D{row}")
    sheet.row_dimensions[row].height = max(20.0, shown.height * _POINTS + 4)
