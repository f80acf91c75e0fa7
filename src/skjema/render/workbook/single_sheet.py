"""Writes the sheet for one record, which `records.single_sheet` reads: fields in lines, groups as small tables."""

from collections.abc import Mapping
from typing import Any

from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from skjema.definition.columns import Column, group_columns
from skjema.definition.model import Group
from skjema.formats.xlsx.style import EDGE, dark, font, on_paper
from skjema.formats.xlsx.writer import set_text
from skjema.render.workbook.column_rules import example_rows, example_value
from skjema.render.workbook.typed_cells import TypedCells

_WIDTHS = {"A": 4, "B": 42, "C": 56, "D": 56, "E": 26, "F": 26, "G": 26, "H": 26, "I": 26}
"""Widths of the columns, in characters."""
_LINE, _LINES_OF_TEXT = 15, 4
"""Height of a line in points, and number of lines for a long text."""
_ROWS = 6
"""Number of rows for a group; clerks may insert more."""


class SingleSheet:
    """Writes the sheet for one record.

    Args:
        sections: Heading of the section of each field and group, by id.
    """

    def __init__(self, cells: TypedCells, sections: Mapping[str, str]) -> None:
        self._cells = cells
        self._sections = sections

    def write(self, sheet: Worksheet, columns: list[Column], groups: list[Group], example: Mapping[str, Any]) -> None:
        """Write each field in a line, then each group as a small table."""
        for at, word in enumerate(("field", "value", "what"), start=2):
            dark(sheet.cell(1, at, self._cells.word(word)))
        dark(sheet.cell(1, 1))
        row, before, sections = 2, "", self._sections
        for column in columns:
            band = sections[column.slot.item]
            if band != before:
                row, before = self._title(sheet, row, band), band
            self._single_line(sheet, row, column, example_value(self._cells.form, example, column))
            row += 1
        for group in groups:
            row = self._rows_below(sheet, self._title(sheet, row, self._cells.text(group.label)), group, example)
        for letter, width in _WIDTHS.items():
            sheet.column_dimensions[letter].width = width
        sheet.freeze_panes = "A2"
        on_paper(sheet)

    @staticmethod
    def _title(sheet: Worksheet, row: int, text: str) -> int:
        """Write the title of a part of the sheet; returns the row below it."""
        cell = sheet.cell(row, 1)
        set_text(cell, text)
        cell.font = font(bold=True, size=12)
        return row + 1

    def _single_line(self, sheet: Worksheet, row: int, column: Column, value: Any) -> None:
        self._cells.name(sheet.cell(row, 2), column)
        cell = sheet.cell(row, 3)
        cell.border = EDGE
        self._cells.typed(sheet, row, 3, column)
        self._cells.put(sheet, row, 3, column, value)
        what = sheet.cell(row, 4)
        self._cells.explain(what, self._cells.help(column.field), self._cells.known(column))
        texts = (self._cells.text(column.heading), "B"), (str(value or ""), "C"), (str(what.value or ""), "D")
        lines = [1 + len(text) // (_WIDTHS[letter] - 4) for text, letter in texts]
        is_long = column.field.kind.widget == "longtext"
        sheet.row_dimensions[row].height = _LINE * max(*lines, _LINES_OF_TEXT if is_long else 1)
        for one in (sheet.cell(row, 2), cell, what):
            one.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)

    def _rows_below(self, sheet: Worksheet, row: int, group: Group, example: Mapping[str, Any]) -> int:
        """Write the headings of a group and space for its rows; returns the row below them."""
        columns = [column for column in group_columns(self._cells.form, group) if column.slot.group]
        for at, column in enumerate(columns, start=2):
            self._cells.name(sheet.cell(row, at), column)
        rows = list(example_rows(self._cells.form, group, example))
        last = row + max(_ROWS, group.blank, len(rows) + 1)
        for number in range(row + 1, last + 1):
            values = rows[number - row - 1] if number - row <= len(rows) else {}
            for at, column in enumerate(columns, start=2):
                sheet.cell(number, at).border = EDGE
                self._cells.typed(sheet, number, at, column)
                self._cells.put(sheet, number, at, column, values.get(column.field.id))
                sheet.cell(number, at).alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
        return last + 2
