"""Carries formatting with a meaning from an earlier workbook: hidden rows, struck-out text, notes."""

from collections.abc import Iterator, Sequence
from copy import copy
from typing import Any

from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from skjema.problems import Place
from skjema.records.earlier import CellLooks
from skjema.render.workbook.typed_cells import TypedCells


class CarriedLooks:
    """Hides rows, strikes out text, and adds notes as in the earlier workbook."""

    def __init__(self, cells: TypedCells, looks: CellLooks) -> None:
        self._cells = cells
        self._looks = looks
        self._noted: set[Place] = set()

    def put(self, sheet: Worksheet, row: int, places: Sequence[Place | None]) -> None:
        """Give a row the formatting of the row that it was carried from.

        Args:
            places: Earlier place of each column's cell; None for cells that weren't the row's own.
        """
        own = {at: place for at, place in enumerate(places, start=1) if place and place.column}
        filled = {at: place for at, place in own.items() if sheet.cell(row, at).value is not None}
        rows = {at: place._replace(column=0) for at, place in filled.items()}
        is_hidden = bool(rows) and self._looks.hidden.issuperset(rows.values())
        if is_hidden:
            sheet.row_dimensions[row].hidden = True
        struck = {at for at, place in filled.items() if place in self._looks.struck}
        # a row that is wholly struck out has its key struck out too
        for at in struck if len(struck) < len(filled) or not filled else range(1, len(places) + 1):
            _strike(sheet.cell(row, at))
        for at, place in own.items():
            was_hidden = not is_hidden and rows.get(at) in self._looks.hidden
            if texts := list(self._notes(place, was_hidden=was_hidden)):
                # without an author, so that these notes are read as notes of people's
                sheet.cell(row, at).comment = Comment("\n".join(texts), "")

    def _notes(self, place: Place, *, was_hidden: bool) -> Iterator[str]:
        if text := self._looks.notes.get(place):
            self._noted.add(place)
            yield text
        if place in self._looks.partly_struck:
            yield self._cells.word("was-part-struck")
        if was_hidden:
            yield self._cells.word("was-hidden")

    def left(self) -> Iterator[tuple[Place, str]]:
        """The notes that no cell of the new workbook has; to be asked after all rows."""
        return ((place, text) for place, text in self._looks.notes.items() if place not in self._noted)


def _strike(cell: Any) -> None:
    if cell.value is not None:
        struck = copy(cell.font)
        struck.strike = True
        cell.font = struck
