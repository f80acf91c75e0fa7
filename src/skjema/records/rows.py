"""Rows of a sheet's XML: those written as nearly every program writes them taken out whole, the others by expat.

expat calls back five times for a cell, which is most of the time that a large sheet takes.
"""

import re
from collections.abc import Iterator

from skjema.records.cells import Cells
from skjema.records.package import local, sieved
from skjema.records.tables import Row

_COLUMN = re.compile("[A-Z]{1,3}")

# A row and its cells as Excel, LibreOffice and openpyxl write them, where nothing in them stands for something else.
_ROW = re.compile(r'<row r="(\d{1,7})"((?: [\w:]+="[^<>&"]*")*)>')
_TEXT = r"[^<>&\r\0-\x08\x0b\x0c\x0e-\x1f]*"
_CELL = re.compile(
    r'<c r="([A-Z]{1,3})\d{1,7}"(?: s="(\d{1,6})")?(?: t="(n|s|b|e|d|str|inlineStr)")?(?:/>|>'
    r"(<f(?: [^<>&]*)?(?:/>|>[^<>&]*</f>))?"
    rf'(?:<v>({_TEXT})</v>|<is><t(?: xml:space="preserve")?>({_TEXT})</t></is>)?</c>)'
)
_CELLS = re.compile("(?:" + re.sub(r"\((?!\?)", "(?:", _CELL.pattern) + ")*")
_HIDDEN = re.compile(r' hidden="(?:1|true)"')
_END = b"</row>"


class SheetReader:
    """Handlers for the XML of one sheet; `done` holds rows that are whole and hold something.

    Attributes:
        merged: References of the cells that are merged.
        hidden: Columns that are hidden, whether anything stands in them or not.
    """

    def __init__(self, cells: Cells) -> None:
        self.done: list[Row] = []
        self.merged: list[str] = []
        self.hidden: list[range] = []
        self._filled: set[int] = set()
        self._cells = cells
        self._kinds: dict[str, str] = {}
        self._columns: dict[str, int] = {}
        self._row = Row(0)
        self._column = 0
        self._attributes: dict[str, str] = {}
        self._value: list[str] = []
        self._keep = self._phonetic = False
        self._formula = ""

    def sieve(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        return sieved(chunks, b"<row ", _END, self._taken)

    def _taken(self, row: bytes) -> bool:
        """Take in a row, if it is written as expected."""
        xml = row.decode()
        head = _ROW.match(xml)
        if head is None:
            return False
        cells = xml[head.end() : -len(_END)]
        if not _CELLS.fullmatch(cells):
            return False
        self._row = Row(int(head[1]), {}, _HIDDEN.search(head[2]) is not None)
        filled, columns, shared, value = self._row.cells, self._columns, self._cells.shared, self._cells.value
        for letters, style, kind, formula, written, inline in _CELL.findall(cells):
            text = written or inline
            if text or formula:
                is_shared = kind == "s"
                found = shared(text) if is_shared else value(kind or "n", text, style or "0", formula)
                if found != "":
                    filled[columns.get(letters) or self._new_column(letters)] = found
        self._finish_row()
        return True

    # -- rows that are written in other ways

    def start(self, name: str, attributes: dict[str, str]) -> None:
        kind = self._kinds.get(name) or self._kinds.setdefault(name, local(name))
        if kind == "c":
            self._attributes = attributes
            letters = attributes.get("r", "").rstrip("0123456789")
            self._column = self._columns.get(letters) or self._new_column(letters)
        elif kind == "v" or (kind == "t" and not self._phonetic):
            self._keep = True
        elif kind == "row":
            hidden = attributes.get("hidden") in ("1", "true")
            self._row = Row(int(attributes.get("r", self._row.number + 1)), {}, hidden)
            self._column = 0
        elif kind == "f":
            self._formula = name
        elif kind == "rPh":
            self._phonetic = True
        elif kind == "col" and attributes.get("hidden") in ("1", "true"):
            self.hidden.append(range(int(attributes["min"]), int(attributes["max"]) + 1))
        elif kind == "mergeCell":
            self.merged.append(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        kind = self._kinds[name]
        if kind == "c":
            if self._value or self._formula:
                self._finish_cell()
        elif kind == "v" or kind == "t":
            self._keep = False
        elif kind == "row":
            self._finish_row()
        elif kind == "rPh":
            self._phonetic = False

    def text(self, data: str) -> None:
        if self._keep:
            self._value.append(data)

    def _finish_row(self) -> None:
        if self._row.cells:
            self.done.append(self._row)
            if self.hidden:
                self._filled.update(self._row.cells)

    @property
    def hidden_columns(self) -> tuple[str, ...]:
        """Letters of the hidden columns in which something stands."""
        hidden = {at for at in self._filled if any(at in one for one in self.hidden)}
        return tuple(name for name, at in self._columns.items() if at in hidden)

    def _new_column(self, letters: str) -> int:
        if not letters:  # the reference may be left out: then the cell follows the one before it
            return self._column + 1
        if not _COLUMN.fullmatch(letters):
            raise ValueError
        return self._columns.setdefault(letters, column_number(letters))

    def _finish_cell(self) -> None:
        text = "".join(self._value)
        self._value.clear()
        kind, style = self._attributes.get("t", "n"), self._attributes.get("s", "0")
        found = self._cells.value(kind, text, style, self._formula)
        self._formula = ""
        if found != "":
            self._row.cells[self._column] = found


def column_number(letters: str) -> int:
    """Number, from 1, of the column that Excel calls by these letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
