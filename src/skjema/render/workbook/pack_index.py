"""Makes the index of a pack as a workbook: which paper lies where in the pile."""

from collections.abc import Iterable, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from skjema.formats.xlsx.style import dark, on_paper
from skjema.formats.xlsx.writer import put_text, saved

_WIDEST = 60
"""Greatest width of a column in characters; longer texts are wrapped."""


def index_workbook(title: str, headings: Sequence[str], rows: Iterable[Sequence[str | int]], day: date) -> bytes:
    """A workbook with one sheet, `headings` over `rows`; texts stay texts even if they look like formulas."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    widths = [len(heading) for heading in headings]
    for number, row in enumerate((headings, *rows), start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            if isinstance(value, str):
                put_text(cell, value)
                cell.alignment = Alignment(vertical="top", wrap_text=len(value) > _WIDEST)
            else:
                cell.value = value
            widths[column - 1] = max(widths[column - 1], len(str(value)))
    for column in range(1, len(headings) + 1):
        dark(sheet.cell(1, column))
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = min(width + 3, _WIDEST)
    sheet.freeze_panes = "A2"
    on_paper(sheet)
    sheet.print_title_rows = "1:1"
    sheet.auto_filter.ref = sheet.dimensions
    return saved(book, day, is_made=True)
