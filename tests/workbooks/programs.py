"""The programs that save workbooks, each with what it does in its own way.

Drawn after what they save: element for element, but for colours, fonts and what else no value depends on.
"""

import io
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from html import escape
from urllib.parse import quote

from xlsxwriter import Workbook

from skjema.formats.table import Percent
from tests.drawing import put
from tests.workbooks.pages import Page
from tests.workbooks.program import Parts, Program, preserved

_MICROSOFT = "http://schemas.microsoft.com/office/spreadsheetml"
_EXCEL = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac x15 xr"'
    f' xmlns:x14ac="{_MICROSOFT}/2009/9/ac" xmlns:x15="{_MICROSOFT}/2010/11/main" xmlns:xr="{_MICROSOFT}/2014/revision"'
    ' xr:uid="{00000000-0001-0000-0000-000000000000}"'
)
_SHEET_EXTENSION = (
    '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="' + _MICROSOFT + '/2009/9/main">'
    '<x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
    '<x14:cfRule type="expression" id="{1}"><xm:f>A1&gt;0</xm:f></x14:cfRule><xm:sqref>A1</xm:sqref>'
    '</x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="{2}" xmlns:x="urn:x"><x:sheetData>'
    '<x:row r="1"><x:c r="A1"><x:v>99</x:v></x:c></x:row></x:sheetData></ext></extLst>'
)
_BOOK_EXTENSION = (
    '<calcPr calcId="191029"/><extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" '
    f'xmlns:x15="{_MICROSOFT}/2010/11/main"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>'
)
_FORMATS_OF_RULES = (
    '<dxfs count="1"><dxf><numFmt numFmtId="14" formatCode="0.00"/><fill><patternFill><bgColor rgb="FFFF0000"/>'
    '</patternFill></fill></dxf></dxfs><extLst><ext uri="{EB79DEF2}" xmlns:x14="' + _MICROSOFT + '/2009/9/main">'
    '<x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext></extLst>'
)
_ALTERNATIVES = (
    '<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Lister\\" '
    'xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>'
)
_VIEW = '<dimension ref="A1:Z99"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
_CONTROLS = (
    '<mc:AlternateContent><mc:Choice Requires="x14"><controls><mc:AlternateContent><mc:Choice Requires="x14">'
    '<control shapeId="1" name="Knapp"/></mc:Choice></mc:AlternateContent></controls></mc:Choice></mc:AlternateContent>'
)


def _with_pronunciation(text: str) -> str:
    """Runs of several fonts, and a phonetic guide, as a Mac or a Japanese Excel adds it."""
    half = len(text) // 2
    runs = "".join(f'<r><rPr><b/><rFont val="Calibri"/></rPr>{preserved(part)}</r>' for part in (text[:half], text[half:]) if part)  # fmt: skip
    return f'{runs}<rPh sb="0" eb="1"><t>ヨミ</t></rPh><phoneticPr fontId="1"/>'


def _of_formula(text: str) -> tuple[str, str]:
    return "str", f"<f>A1</f><v>{escape(text, quote=False)}</v>"


def _of_its_own(text: str) -> tuple[str, str]:
    return "str", f'<v xml:space="preserve">{escape(text, quote=False)}</v>'


def _with_what_is_left_over(text: str) -> tuple[str, str]:
    return "inlineStr", f"<v>12</v><is>{preserved(text)}</is>"


def _in_runs(text: str) -> tuple[str, str]:
    return "inlineStr", f"<is>{_with_pronunciation(text)}</is>"


HAND_MADE: dict[str, Program] = {
    "Excel for Windows": Program(
        namespaces=_EXCEL, row=' spans="1:9" x14ac:dyDescent="0.25"', top=_VIEW, bottom=_SHEET_EXTENSION, filler=120,
        book_top=_ALTERNATIVES, book_bottom=_BOOK_EXTENSION, end_of_styles=_FORMATS_OF_RULES,
    ),
    "Excel for Mac, days from 1904": Program(
        namespaces=_EXCEL, row=' spans="1:9" ht="16" x14ac:dyDescent="0.2"', counts_from_1904=True, item=_with_pronunciation,
        book_top=_ALTERNATIVES, book_bottom=_BOOK_EXTENSION, end_of_styles=_FORMATS_OF_RULES,
        date_format=(164, "[$-414]d. mmmm yyyy;@"),
    ),
    "Excel with dynamic arrays and controls": Program(
        namespaces=_EXCEL, cell=' cm="1"', bottom=_CONTROLS + _SHEET_EXTENSION, shares=False, inline=_of_formula,
    ),
    "Excel, strict": Program(is_strict=True, iso_dates=True, namespaces=_EXCEL.replace("x14ac x15", "x14ac"), bottom=_SHEET_EXTENSION),
    "Google Sheets": Program(
        namespaces=f' xmlns:x14="{_MICROSOFT}/2009/9/main" xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main"',
        top='<sheetPr><outlinePr summaryBelow="0" summaryRight="0"/></sheetPr><sheetViews><sheetView workbookViewId="0"/>'
        '</sheetViews><sheetFormatPr customHeight="1" defaultColWidth="12.63" defaultRowHeight="15.75"/>',
        filler=3, date_format=(164, "dd.mm.yyyy"), bottom='<drawing r:id="rId1"/>',
    ),
    "Numbers": Program(
        row=' ht="20.25" customHeight="1"',
        top='<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetFormatPr defaultColWidth="16.3333" defaultRowHeight="19.9" '
        'customHeight="1" outlineLevelRow="0" outlineLevelCol="0"/><cols><col min="1" max="5" width="16.3516" style="1" customWidth="1"/></cols>',
        date_format=(59, "d. mmm yyyy"), filler=9,
    ),
    "LibreOffice": Program(
        item=lambda text: f'<t xml:space="preserve">{escape(text, quote=False)}</t>',
        row=' customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"',
        top='<sheetPr filterMode="false"><pageSetUpPr fitToPage="false"/></sheetPr><dimension ref="A1:C9"/><cols>'
        '<col collapsed="false" customWidth="true" hidden="false" outlineLevel="0" max="16384" min="1" style="0" width="11"/></cols>',
        date_format=(165, "dd/mm/yyyy;@"), filler=1, book_bottom='<calcPr iterateCount="100"/><extLst><ext '
        'xmlns:loext="http://schemas.libreoffice.org/" uri="{7626C862}"><loext:extCalcPr stringRefSyntax="CalcA1ExcelA1"/></ext></extLst>',
    ),
    "ClosedXML": Program(prefix="x", is_absolute=True, item=_with_pronunciation),
    "EPPlus": Program(is_absolute=True, namespaces=_EXCEL, parts=Parts(strings="xl/sharedStrings.xml", sheet="xl/worksheets/sheet{}.xml")),
    "Apache POI, streaming": Program(shares=False, top="", date_format=(165, "yyyy\\-mm\\-dd")),
    "SheetJS": Program(shares=False, inline=_of_its_own, iso_dates=True, truths=("false", "true")),
    "a register that leaves the number behind": Program(shares=False, inline=_with_what_is_left_over),
    "a register with runs in its cells": Program(shares=False, inline=_in_runs, prefix="ss"),
    "a register without references": Program(shares=False, has_references=False),
    "a register with texts elsewhere": Program(parts=Parts("xl/workbook.xml", "xl/blad/{}.xml", "xl/tekster/på norsk.xml", "xl/stil.xml")),
    "a register with its main part elsewhere": Program(parts=Parts("min bok.xml", "ark/ark{}.xml", "ark/tekst.xml", "stil.xml"), packed=quote),
    "a register on Windows, with backslashes": Program(packed=lambda part: part.replace("/", "\\")),
    "a register with capital letters": Program(packed=str.upper, is_absolute=True),
    "a register in UTF-16": Program(encoding="utf-16"),
}  # fmt: skip


def _xlsxwriter(pages: Sequence[Page], **options: object) -> bytes:
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True, **options}) as book:
        formats = {name: book.add_format({"num_format": code}) for name, code in _CODES.items()}
        for page in pages:
            sheet = book.add_worksheet(page.title)
            if page.is_hidden:
                sheet.hide()
            for row, cells in enumerate(page.rows):
                for column, value in enumerate(cells):
                    if isinstance(value, str):
                        sheet.write_string(row, column, value)
                    elif isinstance(value, bool):
                        sheet.write_boolean(row, column, value)
                    elif isinstance(value, datetime | time):
                        sheet.write_datetime(row, column, value, formats[_kind(value)])
                    elif value is not None:
                        percent = formats["percent"] if isinstance(value, Percent) else None
                        sheet.write_number(row, column, float(value), percent)
    return out.getvalue()


_CODES = {"date": "dd.mm.yyyy", "moment": "dd.mm.yyyy hh:mm:ss", "time": "hh:mm:ss", "percent": "0.0 %"}


def _kind(value: datetime | time) -> str:
    if isinstance(value, time):
        return "time"
    return "moment" if isinstance(value, date) and value.time() != time() else "date"


def _openpyxl(pages: Sequence[Page]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for page in pages:
        sheet = book.create_sheet(page.title)
        put(sheet, page.rows)
        sheet.sheet_state = "hidden" if page.is_hidden else "visible"
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if isinstance(cell.value, str):
                cell.data_type = "s"
            elif isinstance(cell.value, Percent):
                cell.number_format = "0.0%"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


Write = Callable[[Sequence[Page]], bytes]
WAYS: dict[str, Write] = {
    "XlsxWriter": _xlsxwriter,
    "XlsxWriter, constant memory": lambda pages: _xlsxwriter(pages, constant_memory=True),
    "XlsxWriter, days from 1904": lambda pages: _xlsxwriter(pages, date_1904=True),
    "openpyxl": _openpyxl,
    **{name: program.write for name, program in HAND_MADE.items()},
}
"""What writes a workbook as each program does, by the program's name."""
