"""Builds the data of a page's places for typst: texts of values, boxes to write in and to tick, rows of tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from skjema.definition.model import Field, Form
from skjema.fieldtypes.field_type import FULL_LINE, Answer, PdfBox
from skjema.layout.tree import Card, Cell, Column, Line, Table
from skjema.render.typst.room import (
    LINE_SIZE,
    TABLE_SIZE,
    has_wide_word,
    is_one_line,
    is_short_card,
    is_short_row,
    text_room,
)
from skjema.wording import Language, in_language
from skjema.wording.forms import paper_word

Data = dict[str, Any]
"""A part of the data for typst, as JSON."""


@dataclass(frozen=True, slots=True)
class Box:
    """A form field on the page.

    Attributes:
        name: Full name, such as `foresatte.1.navn`.
        tooltip: Text for screen readers.
        answers: Id and label of each answer of a radio group or combo box.
    """

    name: str
    kind: PdfBox
    tooltip: str
    required: bool
    recipient: bool
    answers: tuple[tuple[str, str], ...] = ()


class GroupRow(NamedTuple):
    """A row of a group: its number among all rows, and the number that is printed."""

    number: int
    shown: str


class PagePlaces:
    """Builds the data of each place, and collects the form fields.

    Args:
        width: Width of the text on the page in millimetres.
        shown: Texts by name of the box, for a flowing form; None for a form with fields instead of texts.

    Attributes:
        boxes: The form fields so far.
    """

    def __init__(self, form: Form, language: Language, width: float, shown: Mapping[str, str] | None) -> None:
        self._form, self._language, self._width, self._shown = form, language, width, shown
        self.boxes: list[Box] = []

    def cell(self, cell: Cell, name: str, row: str = "") -> Data:
        """The data of a field's place.

        Args:
            row: Label of the table row; empty outside of tables.
        """
        data: Data = {
            "name": name,
            "width": cell.width,
            "star": cell.star,
            "long": cell.long,
            "recipient": cell.field.recipient,
        }
        spoken = f"{row}: {cell.name}" if row else cell.name
        if cell.look == "value":
            share, size = cell.width / FULL_LINE, LINE_SIZE
            return data | self.text(name, text_room(self._width, share, size))
        if cell.look == "blank":
            field = cell.field
            self.box(name, field.kind.pdf_box(field), spoken, field, field.choices)
            return data | {"height": cell.height}
        self._tick_boxes(cell, name, spoken)
        ticks = [{"label": tick.label, "link": f"{name}.{tick.id}"} for tick in cell.ticks]
        return data | {"answers": ticks, "columns": cell.columns}

    def text(self, name: str, room: float) -> Data:
        """A value as text; typst must measure texts with words that may be wider than `room`."""
        text = (self._shown or {}).get(name, "")
        return {"paragraphs": text.split("\n") if text else [], "measured": has_wide_word(text, room)}

    def _tick_boxes(self, cell: Cell, name: str, spoken: str) -> None:
        """Add a form field for each tick, or one for a whole radio group."""
        field = cell.field
        if cell.look == "tick" or field.kind.pdf_box(field) == "tick":
            for tick in cell.ticks:
                self.box(f"{name}.{tick.id}", "tick", f"{spoken}: {tick.label}" if tick.label else spoken, field)
        else:
            self.box(name, "radio", spoken, field, field.kind.answers(field))

    def box(self, name: str, kind: PdfBox, label: str, field: Field, choices: Iterable[Answer] = ()) -> None:
        required = field.required is True
        tooltip = f"{label} ({paper_word('must-be-filled', self._language)})" if required else label
        labels = tuple((choice.id, in_language(choice.label, self._language)) for choice in choices)
        self.boxes.append(Box(name, kind, tooltip, required, field.recipient, labels))

    def is_level(self, line: Line, first_label: str) -> bool:
        """Whether the values below the labels stand level for certain, or needn't, since they are texts."""
        labels = (
            [first_label, *(cell.label for cell in line.cells[1:])]
            if first_label
            else [cell.label for cell in line.cells]
        )
        is_text = all(cell.look == "value" for cell in line.cells)
        return is_text or len(labels) == 1 or all(map(self._is_one_line, labels, line.cells))

    def _is_one_line(self, label: str, cell: Cell) -> bool:
        return is_one_line(label, cell.width / FULL_LINE, self._width)

    def is_short(self, card: Card, prefix: str, first: str) -> bool:
        """Whether a row of a flowing form stays on one page for certain, so that typst needn't measure it."""
        if self._shown is None:
            return False
        lines = []
        for line in card.lines:
            cells = [(cell, cell.label, self._shown.get(f"{prefix}{cell.field.id}", "")) for cell in line.cells]
            lines.append(cells)
        lines[0][0] = (lines[0][0][0], first, lines[0][0][2])
        return is_short_card(lines, self._width)

    def table(self, table: Table, listed: Sequence[GroupRow]) -> Data:
        group = self._form.groups[table.id]
        # columns of boxes take the width that they need from the others, so the rest isn't known
        has_ticks = any(column.has_ticks for column in table.columns)
        room = 0 if has_ticks else sum(column.width for column in table.columns)
        rows = []
        for row in listed:
            label = table.rows[row.number - 1] if table.rows else f"{table.label} {row.shown}"
            prefix = f"{table.id}.{group.row_name(row.number)}."
            cells = [self._table_cell(column, prefix, label, row.shown, room) for column in table.columns]
            rows.append({"cells": cells, "whole": self._is_whole(table, prefix, room)})
        return {
            "kind": "table",
            "heading": table.heading,
            "empty": table.empty,
            "columns": [_column(column) for column in table.columns],
            "possible": table.possible,
            "long": any(column.cell and column.cell.long for column in table.columns),
            "rows": rows,
        }

    def _is_whole(self, table: Table, prefix: str, room: int) -> bool:
        """Whether a table row is kept on one page; a row whose text may be long can be broken."""
        if self._shown is None or not room:
            return True
        cells = [column.cell for column in table.columns if column.cell]
        texts = [(self._shown.get(f"{prefix}{cell.field.id}", ""), cell.width / room) for cell in cells]
        return is_short_row(texts, self._width)

    def _table_cell(self, column: Column, prefix: str, row: str, number: str, room: int) -> Data:
        cell = column.cell
        if cell is None:
            return {"row": number if column.is_number else row}
        name = f"{prefix}{cell.field.id}"
        data = self.cell(cell, name, row)
        share = cell.width / room if room else 0.0
        return data | self.text(name, text_room(self._width, share, TABLE_SIZE)) if cell.look == "value" else data


def _column(column: Column) -> Data:
    return {"heading": column.heading, "width": column.width, "ticks": column.has_ticks}
