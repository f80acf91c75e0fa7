"""OpenDocument spreadsheets: values from python-calamine, and the rest from a pass of our own over the XML.

python-calamine reads an error cell as an empty text and a percentage as a bare number, mixes the text of a drawing into
that of the cell below it, and knows no number formats, hidden rows or merged cells.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import time
from io import BytesIO
from itertools import chain, product
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from skjema.errors import InputError
from skjema.formats.office_package import Package
from skjema.formats.table import Percent, Row, ShownNumber, Unreadable, Written
from skjema.problems import Place, Problem, Severity, column_letters

_CONTENT, _MANIFEST, _KIND = "content.xml", "META-INF/manifest.xml", "mimetype"
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_TABLE, _OFFICE, _CALC_EXTENSION = (
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0 ",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0 ",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 ",
)
_TEXT, _DRAWING = (
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0 ",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0 ",
)
"""Namespaces, as expat writes them before a name."""
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_TOLD_APART = ("error", "percentage", "time", "formula")
"""Types of cells that python-calamine reads as another type; a `formula` has not been calculated yet."""
_BREAKS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_BESIDE_TEXT = (f"{_OFFICE}annotation", f"{_TEXT}ruby-text", f"{_TABLE}shapes")
"""Elements within a cell whose text isn't the cell's."""
_NUMBERS = ("float", "currency", "percentage")
_MOST_REPEATED = 100_000
"""Most cells that one stored value may be repeated in: a few bytes could otherwise fill the memory."""
_SURE_INTEGERS = 1e15
"""Whole numbers below this have kept all their digits."""


@dataclass(slots=True)
class _Marks:
    """All that one sheet tells besides values; rows and columns are counted from 1."""

    kinds: dict[tuple[int, int], str] = field(default_factory=dict)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    """The displayed text of a cell, where it differs from what python-calamine reads."""
    hidden: list[range] = field(default_factory=list)
    merged: list[tuple[int, int, str]] = field(default_factory=list)


def ods_tables(content: bytes, name: str) -> tuple[list["OdsTable"], list["OdsTable"]]:
    """The visible and the hidden sheets of a file, in order.

    Args:
        name: Name of the file in messages.

    Raises:
        InputError: The file is protected by a password, damaged, no spreadsheet, or unpacks to an extreme size.
    """
    package = Package(name, content)
    if package.holds(_MANIFEST) and b"encryption-data" in package.read(_MANIFEST):
        raise InputError(Problem("file-password", Place(name)))
    if not package.holds(_KIND) or not package.read(_KIND).startswith(_SPREADSHEET):
        raise InputError(Problem("file-not-workbook", Place(name)))
    marks = _read_marks(package)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
    except CalamineError:
        raise package.damaged() from None
    shown: list[OdsTable] = []
    hidden: list[OdsTable] = []
    for sheet in book.sheets_metadata:
        table = OdsTable(name, sheet.name, book, marks.get(sheet.name, _Marks()))
        (shown if sheet.visible is SheetVisibleEnum.Visible else hidden).append(table)
    return shown, hidden


class OdsTable:
    """One sheet; see `Table`."""

    def __init__(self, file_name: str, name: str, book: CalamineWorkbook, marks: _Marks) -> None:
        self.name = name
        self._file_name, self._book, self._marks = file_name, book, marks

    def place(self, row: int = 0, column: int = 0) -> Place:
        return Place(self._file_name, self.name, row, column)

    def rows(self) -> Iterator[Row]:
        sheet = self._book.get_sheet_by_name(self.name)
        hidden = chain.from_iterable(self._marks.hidden)  # in order, as the rows are
        next_hidden = next(hidden, 0)
        for number, values in enumerate(sheet.to_python(skip_empty_area=False), start=1):
            cells: dict[int, Written] = {}
            for column, value in enumerate(values, start=1):
                at = number, column
                written = _written(value, self._marks.kinds.get(at, ""), self._marks.texts.get(at))
                if written != "":
                    cells[column] = written
            is_hidden = number == next_hidden
            if is_hidden:
                next_hidden = next(hidden, 0)
            if cells:
                yield Row(number, cells, is_hidden)

    def problems(self) -> list[Problem]:
        merged = [
            Problem("cells-merged", self.place(row, column), params={"got": reference})
            for row, column, reference in self._marks.merged
        ]
        return [*merged, Problem("looks-unseen", self.place(), Severity.NOTE)]


def _written(value: Any, kind: str, text: str | None) -> Written:
    """A cell's value with its display, or the problem that makes it unreadable.

    Args:
        text: The displayed text, where it differs from the value.
    """
    if kind == "error":
        return Unreadable("cell-error", text or "")
    if kind == "formula":
        return Unreadable("cell-not-calculated")
    if kind == "percentage":
        return Percent.of(value, text or "")
    if text is not None and isinstance(value, int | float) and not isinstance(value, bool):
        return ShownNumber.of(value, text)
    if text is not None and isinstance(value, str):
        return text
    if kind == "time" and not isinstance(value, time):
        return Unreadable("cell-date", str(value))  # a duration of more than a day, which no field takes
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < _SURE_INTEGERS else value
    return value  # type: ignore[no-any-return]


def _read_marks(package: Package) -> dict[str, _Marks]:
    """All that each sheet tells besides values, by the name of the sheet."""
    reader = _MarksReader(package.name)
    for _ in package.parse(
        _CONTENT,
        StartElementHandler=reader.start,
        EndElementHandler=reader.end,
        CharacterDataHandler=reader.letters,
    ):
        pass
    return reader.sheets


class _CellText:
    """Collects the displayed text of one cell: its paragraphs, without drawings and notes.

    Args:
        places: Rows and columns of all cells that it is repeated in.
        value: The number as stored; None for other types of cells.
        is_odd: Whether python-calamine doesn't read the displayed text.
    """

    def __init__(self, places: Iterable[tuple[int, int]], value: str | None, *, is_odd: bool) -> None:
        self.places, self._value, self._is_odd = places, value, is_odd
        self._text: list[str] = []
        self._open: list[str] = []
        self._drawing = 0

    @property
    def is_within_drawing(self) -> bool:
        return self._drawing > 0

    @property
    def shown(self) -> str | None:
        """The displayed text; None where python-calamine reads the same."""
        text = "".join(self._text)
        if self._value is not None:
            bare = text.replace(",", ".")
            return None if not text or bare == self._value or bare == self._value.removesuffix(".0") else text
        return text if self._is_odd else None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._drawing or name.startswith(_DRAWING) or name in _BESIDE_TEXT:
            self._drawing += 1
            self._is_odd = True
            return
        if name == f"{_TEXT}p" and self._text:
            self._text.append("\n")
        elif name == f"{_TEXT}s":
            self._text.append(" " * int(attributes.get(f"{_TEXT}c", "1")))
        elif name in _BREAKS:
            self._text.append(_BREAKS[name])
            self._is_odd = True
        self._open.append(name)

    def letters(self, letters: str) -> None:
        if not self._drawing and f"{_TEXT}p" in self._open:
            self._text.append(letters)

    def end(self, name: str) -> None:
        if self._drawing:
            self._drawing -= 1
        elif self._open:
            self._open.pop()


class _MarksReader:
    """Follows the rows and cells of the XML, in which one element may stand for many repeated cells."""

    def __init__(self, file_name: str) -> None:
        self._file_name = file_name
        self.sheets: dict[str, _Marks] = {}
        self._marks = _Marks()
        self._row = self._column = 0
        self._repeated = 1
        self._cell_text: _CellText | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._cell_text is not None and (self._cell_text.is_within_drawing or name not in _CELLS):
            self._cell_text.start(name, attributes)
        elif name == f"{_TABLE}table":
            self._marks = self.sheets.setdefault(attributes.get(f"{_TABLE}name", ""), _Marks())
            self._row = 0
        elif name == f"{_TABLE}table-row":
            self._repeated, self._column = int(attributes.get(f"{_TABLE}number-rows-repeated", "1")), 1
            if attributes.get(f"{_TABLE}visibility", "visible") != "visible":
                self._marks.hidden.append(range(self._row + 1, self._row + 1 + self._repeated))
        elif name in _CELLS:
            self._cell(attributes)

    def letters(self, letters: str) -> None:
        if self._cell_text is not None:
            self._cell_text.letters(letters)

    def end(self, name: str) -> None:
        if name == f"{_TABLE}table-row":
            self._row += self._repeated
        elif self._cell_text is not None and (self._cell_text.is_within_drawing or name not in _CELLS):
            self._cell_text.end(name)
        elif name in _CELLS and self._cell_text is not None:
            if (text := self._cell_text.shown) is not None:
                self._marks.texts.update(dict.fromkeys(self._cell_text.places, text))
            self._cell_text = None

    def _cell(self, attributes: dict[str, str]) -> None:
        row, column = self._row + 1, self._column
        repeated = int(attributes.get(f"{_TABLE}number-columns-repeated", "1"))
        extended = attributes.get(f"{_CALC_EXTENSION}value-type")
        kind = "error" if extended == "error" else attributes.get(f"{_OFFICE}value-type", "")
        if not kind and f"{_TABLE}formula" in attributes:
            kind = "formula"
        if kind and repeated * self._repeated > _MOST_REPEATED:
            params: dict[str, object] = {"megabytes": max(1, repeated * self._repeated >> 20)}
            raise InputError(Problem("file-swells", Place(self._file_name), params=params))
        if kind or repeated * self._repeated == 1:  # an empty cell may have a drawing over it
            columns, rows = range(column, column + repeated), range(row, row + self._repeated)
            places = product(rows, columns)
            number = attributes.get(f"{_OFFICE}value") if kind in _NUMBERS else None
            self._cell_text = _CellText(places, number, is_odd=kind == "error")
            if kind in _TOLD_APART:
                self._marks.kinds.update(dict.fromkeys(product(rows, columns), kind))
        wide = int(attributes.get(f"{_TABLE}number-columns-spanned", "1"))
        high = int(attributes.get(f"{_TABLE}number-rows-spanned", "1"))
        if wide > 1 or high > 1:
            last = f"{column_letters(column + wide - 1)}{row + high - 1}"
            self._marks.merged.append((row, column, f"{column_letters(column)}{row}:{last}"))
        self._column += repeated
