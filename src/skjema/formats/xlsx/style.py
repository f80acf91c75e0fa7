"""Colours, fonts and page settings of workbooks that skjema makes."""

from typing import Any

from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

INK, TINT, PALE = "FF16324F", "FFEAF1F8", "FFF4F4F4"
REMARKED = "FF7A4A00"
"""Text colour for things to look at."""
EDGE = Border(bottom=Side("thin", color="FFA0A0A0"), right=Side("thin", color="FFE0E0E0"))


def font(*, bold: bool = False, italic: bool = False, size: int = 11, color: str = INK) -> Font:
    return Font(name="Calibri", bold=bold, italic=italic, size=size, color=color)


def dark(cell: Any) -> None:
    """Light text on a dark background, for headings."""
    cell.font, cell.fill = font(bold=True, color="FFFFFFFF"), PatternFill("solid", fgColor=INK)


def on_paper(sheet: Worksheet) -> None:
    """Set a sheet to print on landscape A4, fitted to the width of the page."""
    sheet.page_setup.orientation = "landscape"
    # A4 (ECMA-376 part 1, 18.3.1.63)
    sheet.page_setup.paperSize = 9
    # any number of pages in height
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
