"""Writes what an earlier workbook held into a new one, and what is to be looked at on sheets of its own."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from skjema.definition.columns import Column, group_columns
from skjema.formats.table import Unreadable
from skjema.formats.xlsx.style import REMARKED, dark, font, on_paper
from skjema.records.record import Record
from skjema.render.workbook.carried import Carried
from skjema.render.workbook.typed_cells import TypedCells, write_plain

_Line = tuple[Any, ...]
"""The cells of a line."""


class CarriedRows:
    """Writes the rows of an earlier workbook.

    Args:
        first_row: Below the headings.
    """

    def __init__(self, cells: TypedCells, carried: Carried, first_row: int) -> None:
        self._cells = cells
        self._carried = carried
        self._first_row = first_row

    def write(self, main: Worksheet, columns: list[Column], sheets: Mapping[str, Worksheet]) -> None:
        """Write the records; what has no place, or is to be looked at, on sheets of its own."""
        next_row = dict.fromkeys(sheets, self._first_row)
        looked_at: list[_Line] = []
        left: list[_Line] = []
        for row, record in enumerate(self._carried.records, start=self._first_row):
            looked_at += self._row(main, row, columns, record)
            for group, sheet in sheets.items():
                listed = list(group_columns(self._cells.form, self._cells.form.groups[group]))
                for number in range(1, record.rows.get(group, 0) + 1):
                    looked_at += self._row(sheet, next_row[group], listed, record, number)
                    next_row[group] += 1
            left += [(main.title, row, slot.name, value) for slot, value in self._carried.left(record)]
        for place, heading, value in self._carried.unread:
            left.append((place.sheet or place.file, place.row, heading, _plain(value)))
        self._listed("left-sheet", "value", left)
        self._listed("rolled-sheet", "what", looked_at)

    def _row(
        self,
        sheet: Worksheet,
        row: int,
        columns: Sequence[Column],
        record: Record,
        number: int = 0,
    ) -> Iterator[_Line]:
        """Write one row; what is to be looked at in it."""
        for place, column in enumerate(columns, start=1):
            is_of_group = bool(column.slot.group) and not column.slot.row
            written, remark = self._carried.value(record, column, number if is_of_group else 0)
            cell = sheet.cell(row, place)
            if written is not None:
                cell.number_format = self._cells.format(column)
                cell.alignment = Alignment(vertical="top", wrap_text=column.field.kind.widget == "longtext")
                write_plain(cell, written)
            if remark is not None:
                cell.font = font(italic=True, color=REMARKED)
                word, value = remark
                yield sheet.title, row, self._cells.text(column.heading), self._cells.word(word, value=_plain(value))

    def _listed(self, name: str, last: str, lines: Sequence[_Line]) -> None:
        """A sheet with a line for each cell that something is to be said of; none where there is nothing."""
        if not lines:
            return
        sheet = self._cells.book.create_sheet(self._cells.word(name))
        for at, word in enumerate(("sheet", "row", "column", last), start=1):
            dark(sheet.cell(1, at, self._cells.word(word)))
        for row, cells in enumerate(lines, start=2):
            for at, value in enumerate(cells, start=1):
                write_plain(sheet.cell(row, at), value)
        for letter, width in (("A", 24), ("B", 8), ("C", 36), ("D", 80)):
            sheet.column_dimensions[letter].width = width
        sheet.freeze_panes = "A2"
        on_paper(sheet)


def _plain(value: Any) -> Any:
    """A value as a cell of a new workbook can hold it: of an error what it shows, of a number what it is."""
    if isinstance(value, Unreadable):
        return value.shown
    return f"{value:%d.%m.%Y}" if isinstance(value, date) else value
