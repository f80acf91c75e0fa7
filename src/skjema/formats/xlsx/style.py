"""How the input workbook looks."""

from typing import Any

from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

INK, TINT, PALE = "FF16324F", "FFEAF1F8", "FFF4F4F4"
REMARKED = "FF7A4A00"
"""Of the letters of what somebody should look at."""
EDGE = Border(bottom=Side("thin", color="FFA0A0A0"), right=Side("thin", color="FFE0E0E0"))


def font(*, bold: bool = False, italic: bool = False, size: int = 11, color: str = INK) -> Font:
    return Font(name="Calibri", bold=bold, italic=italic, size=size, color=color)


def dark(cell: Any) -> None:
    """Light words on a dark ground, over what stands below."""
    cell.font, cell.fill = font(bold=True, color="FFFFFFFF"), PatternFill("solid", fgColor=INK)


def on_paper(sheet: Worksheet) -> None:
    """Printed on A4, lying down, as wide as the paper."""
    sheet.page_setup.orientation = "landscape"
    # A4 (ECMA-376 part 1, 18.3.1.63)
    sheet.page_setup.paperSize = 9
    # as many pages as it takes
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
