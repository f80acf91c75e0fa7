"""Reads the rows of a sheet's XML: plain rows by a pattern, all others through expat."""

import re
from collections.abc import Iterator

from skjema.formats.table import Row, Written
from skjema.formats.xlsx.cell_values import Cells
from skjema.formats.xlsx.plain_rows import plain_row, sift_rows
from skjema.formats.xlsx.position import SPREADSHEET, Position
from skjema.problems import column_letters

_COLUMN = re.compile("[A-Z]{1,3}")
_SHEET = "worksheet/sheetData"
_ROW_PATH, _CELL_PATH = f"{_SHEET}/row", f"{_SHEET}/row/c"
_FORMULA, _VALUE, _INLINE = f"{_CELL_PATH}/f", f"{_CELL_PATH}/v", f"{_CELL_PATH}/is"
_INLINE_TEXTS = frozenset({f"{_INLINE}/t", f"{_INLINE}/r/t"})
"""Elements with the text of an inline string; its phonetic guides have texts too."""
_STRIKE = f"{_INLINE}/r/rPr/strike"


class SheetReader:
    """Parser handlers that read one sheet; finished rows that aren't empty are collected in `done`.

    Attributes:
        merged: References of merged ranges.
        hidden: Ranges of hidden columns, filled or not.
    """

    def __init__(self, cells: Cells) -> None:
        self.done: list[Row] = []
        self.merged: list[str] = []
        self.hidden: list[range] = []
        self._filled: set[int] = set()
        self._cells = cells
        self._plain_looks = cells.looks.say_nothing
        self._fills: list[str] = []
        """Background colour of each cell of the current row."""
        self._columns: dict[str, int] = {}
        self._row = Row(0)
        self._column = 0
        self._attributes: dict[str, str] = {}
        self._value: list[str] = []
        self._inline: list[str] = []
        self._text: list[str] | None = None
        self._has_inline = self._is_partly_struck = False
        self._formula = ""
        self._position = Position(SPREADSHEET)
        self.handlers = {
            "StartElementHandler": self.start,
            "EndElementHandler": self.end,
            "CharacterDataHandler": self.text,
            "StartNamespaceDeclHandler": self._position.declare,
            "EndNamespaceDeclHandler": self._position.forget,
        }

    def sieve(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """Read the plain rows among the chunks of a sheet; yields the rest for expat."""
        return sift_rows(chunks, self._take_plain)

    def _take_plain(self, xml: bytes) -> bool:
        """Read a row if it is plain and stands where rows may; returns whether it has."""
        row = plain_row(xml)
        if row is None or not self._position.is_within(_SHEET):
            return False
        self._row = Row(row.number, {}, row.is_hidden)
        filled, columns, shared, value = self._row.cells, self._columns, self._cells.shared, self._cells.value
        for letters, style, kind, formula, written, inline in row.cells:
            if kind == "s" and written:
                content: Written = shared(written)
            elif not (written or inline or formula):
                continue
            # a contradictory cell is left to expat, which refuses it with the full details
            elif (kind == "inlineStr") is not bool(inline):
                return False
            else:
                content = value(kind or "n", written or inline, style or "0", formula)
            if content != "":
                filled[columns.get(letters) or self._new_column(letters)] = content
        if not self._plain_looks:
            for letters, style, kind, _, written, _ in row.cells:
                if (columns.get(letters) or self._new_column(letters)) in filled:
                    self._look(columns[letters], kind, written, style or "0")
        self._finish_row()
        return True

    # -- what expat finds

    def start(self, name: str, attributes: dict[str, str]) -> None:
        path = self._position.enter(name)
        if path == _CELL_PATH:
            self._begin_cell(attributes)
        elif path == _VALUE:
            self._text = self._value
        elif path in _INLINE_TEXTS:
            self._text = self._inline
        elif path == _INLINE:
            self._has_inline = True
        elif path == _STRIKE:
            self._is_partly_struck |= attributes.get("val", "1") in ("1", "true")
        elif path == _FORMULA:
            self._formula = name
        elif path == _ROW_PATH:
            hidden = attributes.get("hidden") in ("1", "true")
            self._row = Row(int(attributes.get("r", self._row.number + 1)), {}, hidden)
            self._column = 0
        elif path == "worksheet/cols/col" and attributes.get("hidden") in ("1", "true"):
            self.hidden.append(range(int(attributes["min"]), int(attributes["max"]) + 1))
        elif path == "worksheet/mergeCells/mergeCell":
            self.merged.append(attributes.get("ref", ""))

    def end(self, _: str) -> None:
        path = self._position.leave()
        self._text = None
        if path == _CELL_PATH:
            if self._value or self._has_inline or self._formula:
                self._finish_cell()
        elif path == _ROW_PATH:
            self._finish_row()

    def text(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._attributes = attributes
        letters = attributes.get("r", "").rstrip("0123456789")
        self._column = self._columns.get(letters) or self._new_column(letters)

    def _look(self, column: int, kind: str, text: str, style: str) -> None:
        """Record the formatting of a cell that may carry meaning."""
        looks = self._cells.looks
        if style in looks.struck:
            self._row.struck += (column,)
        elif kind == "s" and text in looks.struck_strings:
            self._row.partly_struck += (column,)
        self._fills.append(looks.fills.get(style, ""))

    def _finish_row(self) -> None:
        if self._fills:
            fill = max(self._fills, key=self._fills.count)
            self._row.fill = fill if 2 * self._fills.count(fill) > len(self._fills) else ""
            self._fills.clear()
        if self._row.cells:
            self.done.append(self._row)
            if self.hidden:
                self._filled.update(self._row.cells)

    @property
    def hidden_columns(self) -> tuple[str, ...]:
        """Letters of hidden columns that aren't empty."""

        def is_hidden(column: int) -> bool:
            return any(column in columns for columns in self.hidden)

        return tuple(map(column_letters, filter(is_hidden, sorted(self._filled))))

    def _new_column(self, letters: str) -> int:
        if not letters:  # without a reference, a cell follows the previous one
            return self._column + 1
        if not _COLUMN.fullmatch(letters):
            raise ValueError
        return self._columns.setdefault(letters, column_number(letters))

    def _finish_cell(self) -> None:
        """Store the cell's value; for an inline string that stands in `is`, and any `v` beside it is ignored."""
        kind, style = self._attributes.get("t", "n"), self._attributes.get("s", "0")
        if self._has_inline != (kind == "inlineStr"):
            raise ValueError(kind)
        text = "".join(self._inline or self._value)
        value = self._cells.value(kind, text, style, self._formula)
        self._value.clear()
        self._inline.clear()
        is_struck = self._is_partly_struck
        self._has_inline = self._is_partly_struck = False
        self._formula = ""
        if value != "":
            self._row.cells[self._column] = value
            if is_struck:
                self._row.partly_struck += (self._column,)
            if not self._plain_looks:
                self._look(self._column, kind, text, style)


def column_number(letters: str) -> int:
    """Number of a column, counted from 1, by its letters in Excel."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
