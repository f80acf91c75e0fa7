"""Workbooks: a streaming reader that keeps what a value alone doesn't tell. `rows` reads the sheets.

Error cells, formulas nobody has calculated, hidden rows, merged cells and number
formats decide whether a row can be trusted. python-calamine doesn't give them, and
openpyxl gives them at twelve times calamine's time (docs/decisions/0003-reading-xlsx.md).
"""

import posixpath
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from skjema.errors import InputError
from skjema.formats.office_package import Package
from skjema.formats.table import Row
from skjema.formats.xlsx.cell_values import DATE_FORMATS, PERCENT_FORMATS, Cells, kind_of_format, unescaped
from skjema.formats.xlsx.position import PACKAGE_RELATIONSHIPS, SPREADSHEET, Position
from skjema.formats.xlsx.sheet_rows import SheetReader, column_number
from skjema.problems import Place, Problem, Severity

_REFERENCE = re.compile(r"([A-Z]+)(\d+)")
_RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
"""Namespaces of what parts are to each other: ECMA-376 transitional and strict."""
_ID = tuple(f"{namespace} id" for namespace in _RELATIONSHIPS)
_STRING_TEXTS = frozenset({"sst/si/t", "sst/si/r/t"})
"""A shared string's text and that of its runs; phonetic guides have texts as well."""


class _SheetEntry(NamedTuple):
    title: str
    part: str
    is_visible: bool


class Workbook:
    """An xlsx file.

    Attributes:
        sheets: Those one sees, in order.
        hidden: Those one doesn't.

    Raises:
        FileError: It can't be opened.
        InputError: It is no workbook that can be read.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        main = self._main_part()
        self.date1904 = False
        entries = list(self._entries(main))  # a list, since 1904 is seen on the way
        self.cells = Cells(self._shared_strings(main), self._cell_styles(main), date1904=self.date1904)
        self.sheets = [Sheet(package, self.cells, entry) for entry in entries if entry.is_visible]
        self.hidden = [Sheet(package, self.cells, entry) for entry in entries if not entry.is_visible]

    def _main_part(self) -> str:
        """The part that lists the sheets, wherever it lies: a relationship says where."""
        for part in self._related("", "officeDocument"):
            if any(path == "workbook" for path, _ in self._elements(part, SPREADSHEET)):
                return part
        raise InputError(Problem("file-not-workbook", Place(self._package.name)))

    def _relationships(self, part: str) -> dict[str, tuple[str, str]]:
        """Kind and target of each relationship of a part, by id; targets outside the file are left out."""
        folder, name = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        relationships: dict[str, tuple[str, str]] = {}
        for path, attributes in self._elements(listed, PACKAGE_RELATIONSHIPS):
            if path == "Relationships/Relationship" and attributes.get("TargetMode") != "External":
                namespace, _, kind = attributes.get("Type", "").rpartition("/")
                target = attributes.get("Target", "").replace("\\", "/")
                if namespace in _RELATIONSHIPS:
                    part_name = posixpath.normpath(posixpath.join("/", folder, target))
                    relationships[attributes.get("Id", "")] = kind, part_name
        return relationships

    def _related(self, part: str, kind: str) -> Iterator[str]:
        """The parts that stand in one relation to a part, and are there."""
        for relation, target in self._relationships(part).values():
            if relation == kind and self._package.holds(target):
                yield target

    def _elements(self, part: str, namespaces: frozenset[str]) -> Iterator[tuple[str, dict[str, str]]]:
        """Path and attributes of each element of a part that is of these namespaces, see `Position`.

        Nothing where there is no such part.
        """
        if not self._package.holds(part):
            return
        position = Position(namespaces)
        elements: list[tuple[str, dict[str, str]]] = []

        def start(name: str, attributes: dict[str, str]) -> None:
            if path := position.enter(name):
                elements.append((path, attributes))

        def end(_: str) -> None:
            position.leave()

        for _ in self._package.parse(part, StartElementHandler=start, EndElementHandler=end):
            yield from elements
            elements.clear()

    def _entries(self, main: str) -> Iterator[_SheetEntry]:
        """The sheets of cells; a sheet that holds a chart or a macro is none.

        Raises:
            InputError: A sheet is listed that isn't there.
        """
        relationships = self._relationships(main)
        for path, attributes in self._elements(main, SPREADSHEET):
            if path == "workbook/workbookPr":
                self.date1904 = attributes.get("date1904") in ("1", "true")
            elif path == "workbook/sheets/sheet":
                number = next((attributes[key] for key in _ID if key in attributes), "")
                kind, target = relationships.get(number, ("worksheet", ""))
                if kind == "worksheet":
                    if not self._package.holds(target):
                        raise self._package.damaged()
                    is_visible = attributes.get("state", "visible") == "visible"
                    yield _SheetEntry(attributes.get("name", ""), target, is_visible)

    def _shared_strings(self, main: str) -> list[str]:
        reader = _StringReader()
        for part in self._related(main, "sharedStrings"):
            for _ in self._package.parse(part, **reader.handlers):
                pass
        return reader.strings

    def _cell_styles(self, main: str) -> list[str]:
        """For each cell style: `date`, `percent` or nothing."""
        formats: dict[int, str] = {}
        styles: list[str] = []
        for part in self._related(main, "styles"):
            for path, attributes in self._elements(part, SPREADSHEET):
                if path == "styleSheet/numFmts/numFmt":
                    formats[int(attributes["numFmtId"])] = kind_of_format(attributes.get("formatCode", ""))
                elif path == "styleSheet/cellXfs/xf":
                    number = int(attributes.get("numFmtId", "0"))
                    builtin = "date" if number in DATE_FORMATS else "percent" if number in PERCENT_FORMATS else ""
                    styles.append(formats.get(number, builtin))
        return styles


class _StringReader:
    """Handlers for the texts that cells share; phonetic guides in them are left out."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        self._parts: list[str] = []
        self._keep = False
        self._position = Position(SPREADSHEET)
        self.handlers: dict[str, Any] = {
            "StartElementHandler": self._start,
            "EndElementHandler": self._end,
            "CharacterDataHandler": self._text,
        }

    def _start(self, name: str, _: dict[str, str]) -> None:
        self._keep = self._position.enter(name) in _STRING_TEXTS

    def _end(self, _: str) -> None:
        self._keep = False
        if self._position.leave() == "sst/si":
            self.strings.append(unescaped("".join(self._parts)))
            self._parts.clear()

    def _text(self, data: str) -> None:
        if self._keep:
            self._parts.append(data)


class Sheet:
    """One sheet of a workbook, see `Table`."""

    def __init__(self, package: Package, cells: Cells, entry: _SheetEntry) -> None:
        self.name = entry.title
        self._package, self._cells = package, cells
        self._part = entry.part
        self._merged: list[str] = []
        self._hidden: tuple[str, ...] = ()

    def place(self, row: int = 0, column: int = 0) -> Place:
        return Place(self._package.name, self.name, row, column)

    def rows(self) -> Iterator[Row]:
        self._merged = []
        reader = SheetReader(self._cells)
        for _ in self._package.parse(self._part, reader.sieve, **reader.handlers):
            yield from reader.done
            reader.done.clear()
        self._merged, self._hidden = reader.merged, reader.hidden_columns

    def problems(self) -> list[Problem]:
        found = [self._merged_problem(reference) for reference in self._merged]
        if self._hidden:
            found.append(Problem("columns-hidden", self.place(), Severity.NOTE, {"columns": self._hidden}))
        return found

    def _merged_problem(self, reference: str) -> Problem:
        first = _REFERENCE.match(reference)
        row, column = (int(first[2]), column_number(first[1])) if first else (0, 0)
        return Problem("cells-merged", self.place(row, column), params={"got": reference})
