"""Makes a copy of the clerk's workbook with every fault marked in its cell, and listed with a link to it."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from skjema.errors import InputError
from skjema.formats.csv_table import CsvTable
from skjema.formats.office_package import Package
from skjema.formats.table import CSV_ENDINGS
from skjema.formats.xlsx.writer import put_text, saved
from skjema.problems import Place, Problem, Severity
from skjema.wording import MessageLanguage
from skjema.wording.messages import say

_FILLS = {Severity.ERROR: "FFFFC7CE", Severity.WARNING: "FFFFEB9C", Severity.NOTE: "FFDDEBF7"}
_XLSX = (".xlsx", ".xlsm")


def can_annotate(file: Path) -> bool:
    """Whether an annotated copy can be made of a file of this kind."""
    return file.suffix.casefold() in (*CSV_ENDINGS, *_XLSX)


def annotated(name: str, content: bytes, problems: Sequence[Problem], language: MessageLanguage, today: date) -> bytes:
    """The annotated copy, as an xlsx file; for a CSV file, a workbook with its lines.

    Args:
        name: Name of the checked file.
        content: Content of the file when it was checked.
    """
    book = clerks_workbook(name, content)
    for problem in problems:
        if problem.place is not None and problem.place.row:
            _mark(book, problem, language)
    _list(book, problems, language)
    return saved(book, today, is_made=True)


def clerks_workbook(name: str, content: bytes) -> Workbook:
    """A clerk's file as a workbook to write into; for a CSV file, a workbook with its lines.

    Raises:
        InputError: The file has something that openpyxl can't read.
    """
    return _from_csv(name, content) if Path(name).suffix.casefold() in CSV_ENDINGS else _from_workbook(name, content)


def _from_workbook(name: str, content: bytes) -> Workbook:
    Package(name, content).close()  # openpyxl opens only files that have been checked
    try:
        return load_workbook(BytesIO(content))
    except Exception:  # noqa: BLE001 - openpyxl raises errors of all kinds for contents that skjema does not read
        raise InputError(Problem("copy-refused", Place(name))) from None


def _from_csv(name: str, content: bytes) -> Workbook:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in CsvTable(content, name, len).rows():
        for column, value in row.cells.items():
            put_text(sheet.cell(row.number, column), str(value))
    return book


def _sheet(book: Workbook, place: Place) -> Worksheet | None:
    sheet = book[place.sheet] if place.sheet in book.sheetnames else None if place.sheet else book.worksheets[0]
    return sheet if isinstance(sheet, Worksheet) else None


def _mark(book: Workbook, problem: Problem, language: MessageLanguage) -> None:
    place = problem.place
    sheet = _sheet(book, place) if place else None
    if place is None or sheet is None:
        return
    cell = sheet.cell(place.row, place.column or 1)
    if isinstance(cell, MergedCell):  # of merged cells only the first can hold a comment; the list names the others
        return
    text = f"{problem.sentence(language)} [{problem.code}]"
    # a clerk's own comment is kept, and a cell may have several faults
    before = f"{cell.comment.text}\n" if cell.comment else ""
    cell.comment = Comment(before + text, "skjema", width=320, height=120)
    cell.fill = PatternFill("solid", fgColor=_FILLS[problem.severity])


def _list(book: Workbook, problems: Sequence[Problem], language: MessageLanguage) -> None:
    """A first sheet with every problem, each with a link to its cell."""
    sheet = book.create_sheet(say("faults-sheet", language), 0)
    for column, heading in enumerate(("faults-place", "faults-kind", "faults-text", "faults-code"), start=1):
        sheet.cell(1, column, say(heading, language)).font = Font(bold=True)
    for row, problem in enumerate(problems, start=2):
        place = problem.place
        put_text(sheet.cell(row, 1), place.text(language) if place else "")
        put_text(sheet.cell(row, 2), say(problem.severity, language))
        put_text(sheet.cell(row, 3), problem.sentence(language))
        put_text(sheet.cell(row, 4), problem.code)
        sheet.cell(row, 3).alignment = Alignment(wrap_text=True, vertical="top")
        target = _sheet(book, place) if place else None
        if place and target is not None and place.row:
            cell = sheet.cell(row, 1)
            cell.hyperlink = Hyperlink(cell.coordinate, location=f"{quote_sheetname(target.title)}!{place.cell}")
            cell.style = "Hyperlink"
    # Excel doesn't fit columns to contents that a program wrote
    for letter, width in (("A", 34), ("B", 12), ("C", 90), ("D", 24)):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    # so that the list is seen first
    book.active = 0
