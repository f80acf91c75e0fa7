"""Writes the records of an earlier workbook into a new one, and lists what to look at on sheets of its own."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from skjema.definition.columns import Column, group_columns
from skjema.definition.slot import Slot
from skjema.formats.table import Unreadable
from skjema.formats.xlsx.style import REMARKED, dark, font, on_paper
from skjema.records.record import Record
from skjema.render.workbook.carried import Carried, Remark, Value
from skjema.render.workbook.carried_looks import CarriedLooks
from skjema.render.workbook.typed_cells import TypedCells, write_plain

_Line = tuple[Any, ...]
"""The cells of one line on such a sheet."""


class CarriedRows:
    """Writes the rows of an earlier workbook into a new one.

    Args:
        first_row: The first row below the headings.
    """

    def __init__(self, cells: TypedCells, carried: Carried, first_row: int) -> None:
        self._cells = cells
        self._carried = carried
        self._first_row = first_row
        self._looks = CarriedLooks(cells, carried.looks)

    def write(self, main: Worksheet, columns: list[Column], sheets: Mapping[str, Worksheet]) -> None:
        """Write the records, and the sheets of values without a place, and of values to look at."""
        next_row = dict.fromkeys(sheets, self._first_row)
        looked_at: list[_Line] = [*self._common()]
        written: set[str] = set()
        """Earlier place and key of each row of a group already written, since rows of two records are written once."""
        left: list[_Line] = []
        for row, record in enumerate(self._carried.records, start=self._first_row):
            looked_at += self._row(main, row, self._values(columns, record))
            self._looks.put(main, row, [self._carried.place(record, column) for column in columns])
            for group, sheet in sheets.items():
                listed = list(group_columns(self._cells.form, self._cells.form.groups[group]))
                for number in range(1, record.rows.get(group, 0) + 1):
                    values = self._values(listed, record, number)
                    stood = self._stood(record, listed, number)
                    if stood not in written:
                        written.add(stood)
                        looked_at += self._row(sheet, next_row[group], values)
                        places = [self._carried.place(record, column, number) for column in listed]
                        self._looks.put(sheet, next_row[group], places)
                        next_row[group] += 1
            left += [(main.title, row, slot.name, value) for slot, value in self._carried.left(record)]
        for place, heading, value in self._carried.unread:
            left.append((place.sheet or place.file, place.row, heading, _plain(value)))
        for place, text in self._looks.left():
            left.append((place.sheet, place.row, self._cells.word("note"), text))
        self._listed("left-sheet", "value", left)
        self._listed("rolled-sheet", "rolled-what", looked_at)

    def _common(self) -> Iterator[_Line]:
        """Lines for common values to look at; the values themselves are on their sheet already."""
        fields = [field for field in self._cells.form.fields.values() if field.profile]
        for row, field in enumerate(fields, start=2):
            if (remark := self._carried.common(field).remark) is not None:
                yield self._cells.word("common-sheet"), row, self._cells.text(field.label), self._remark(remark)

    def _remark(self, remark: Remark) -> str:
        word, value = remark
        return self._cells.word(word, value=_plain(value))

    def _stood(self, record: Record, listed: Sequence[Column], number: int) -> str:
        slots = [column.slot._replace(row=str(number)) for column in listed if column.slot.group]
        place = record.places.place(next((slot for slot in slots if slot in record.cells), slots[0]))
        return repr((place, [record.cells.get(Slot(name)) for name in self._cells.form.key]))

    def _values(self, columns: Sequence[Column], record: Record, number: int = 0) -> list[tuple[Column, Value]]:
        """The value for each column, of a record's own row or, with a number, of a row of a group."""
        rows = (number if column.slot.group and not column.slot.row else 0 for column in columns)
        return [(column, self._carried.value(record, column, row)) for column, row in zip(columns, rows, strict=True)]

    def _row(self, sheet: Worksheet, row: int, values: Sequence[tuple[Column, Value]]) -> Iterator[_Line]:
        """Write one row; yields a line for each value to look at."""
        for place, (column, value) in enumerate(values, start=1):
            cell = sheet.cell(row, place)
            if value.written is not None:
                cell.number_format = self._cells.format(column)
                cell.alignment = Alignment(vertical="top", wrap_text=column.field.kind.widget == "longtext")
            write_carried(cell, value)
            if value.remark is not None:
                yield sheet.title, row, self._cells.text(column.heading), self._remark(value.remark)

    def _listed(self, name: str, last: str, lines: Sequence[_Line]) -> None:
        """Make a sheet with a line for each cell to look at; none where there are no lines."""
        self._carried.listed[name] = len(lines)
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


def write_carried(cell: Any, value: Value) -> None:
    """Write a value of the earlier workbook; it is marked if it is to be looked at."""
    if value.written is not None:
        write_plain(cell, value.written)
    if value.remark is not None:
        cell.font = font(italic=True, color=REMARKED)


def _plain(value: Any) -> Any:
    """A value in a form that a cell can hold: the displayed text of an error, dates as text."""
    if isinstance(value, Unreadable):
        return value.shown
    return f"{value:%d.%m.%Y}" if isinstance(value, date) else value
