"""Opens workbooks: their sheets, styles, shared texts and notes. `sheet_rows` reads the rows.

A streaming reader of our own, since whether a row can be trusted depends on error cells, uncalculated formulas, hidden
rows, merged cells and number formats. python-calamine doesn't tell them, and openpyxl takes twelve times as long
(docs/decisions/0003-reading-xlsx.md).
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from skjema.errors import InputError
from skjema.formats.office_package import Package
from skjema.formats.table import Row
from skjema.formats.xlsx.cell_values import NUMBER_FORMATS, Cells, Looks, kind_of_format, unescaped
from skjema.formats.xlsx.notes import NoteReader
from skjema.formats.xlsx.position import PACKAGE_RELATIONSHIPS, SPREADSHEET, Position
from skjema.formats.xlsx.sheet_rows import SheetReader, column_number
from skjema.problems import Place, Problem, Severity

_REFERENCE = re.compile(r"([A-Z]+)(\d+)")
_RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
"""Namespaces of the types of relationships: ECMA-376 transitional and strict."""
_ID = tuple(f"{namespace} id" for namespace in _RELATIONSHIPS)
_TRUE = ("1", "true")
_STRING_TEXTS = frozenset({"sst/si/t", "sst/si/r/t"})
"""Elements with the text of a shared string; its phonetic guides have texts too."""


class _SheetEntry(NamedTuple):
    title: str
    part: str
    is_visible: bool


class Workbook:
    """An xlsx or xlsb file.

    Attributes:
        sheets: The visible sheets, in order.
        hidden: The hidden sheets, in order.

    Raises:
        InputError: It is no workbook that can be read.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        main = self._main_part()
        self.date1904 = False
        entries = list(self._entries(main))  # a list, since `_entries` sets `date1904` as it reads
        strings, styles = self._shared_strings(main), self._cell_styles(main)
        looks = Looks(frozenset(styles.struck), strings.struck, styles.fills)
        self.cells = Cells(strings.strings, styles.numbers, date1904=self.date1904, looks=looks)
        shown = [entry for entry in entries if entry.is_visible]
        self.sheets = [Sheet(package, self.cells, entry, self._notes(entry.part)) for entry in shown]
        self.hidden = [Sheet(package, self.cells, entry, {}) for entry in entries if not entry.is_visible]

    def _main_part(self) -> str:
        """Name of the part that lists the sheets, found by its relationship."""
        for part in self._related("", "officeDocument"):
            if any(path == "workbook" for path, _ in self._elements(part, SPREADSHEET)):
                return part
        raise InputError(Problem("file-not-workbook", Place(self._package.name)))

    def _relationships(self, part: str) -> dict[str, tuple[str, str]]:
        """Kind and target of each relationship of a part, by id; targets outside of the file are left out."""
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
        """Names of the existing parts to which a part has this kind of relationship."""
        for relation, target in self._relationships(part).values():
            if relation == kind and self._package.holds(target):
                yield target

    def _elements(self, part: str, namespaces: frozenset[str]) -> Iterator[tuple[str, dict[str, str]]]:
        """Path and attributes of each element of a part in these namespaces, see `Position`.

        None where there is no such part.
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
        """The sheets with cells; sheets of charts and macros are left out.

        Raises:
            InputError: A listed sheet doesn't exist.
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

    def notes(self) -> dict[Place, str]:
        """Texts of the notes on cells of visible sheets, by place of the cell; skjema's own notes are left out."""
        return {sheet.cell_place(reference): text for sheet in self.sheets for reference, text in sheet.notes.items()}

    def _notes(self, sheet: str) -> dict[str, str]:
        """Texts of the notes on cells, by the reference of the cell; skjema's own notes are left out."""
        reader = NoteReader()
        for part in self._related(sheet, "comments"):
            for _ in self._package.parse(part, **reader.handlers):
                pass
        return reader.notes

    def _shared_strings(self, main: str) -> "_StringReader":
        reader = _StringReader()
        for part in self._related(main, "sharedStrings"):
            for _ in self._package.parse(part, **reader.handlers):
                pass
        return reader

    def _cell_styles(self, main: str) -> "_Styles":
        styles = _Styles()
        for part in self._related(main, "styles"):
            for path, attributes in self._elements(part, SPREADSHEET):
                styles.take(path, attributes)
        return styles


class _Styles:
    """Collects what the cell styles say, from the elements of their part.

    Attributes:
        numbers: For each style, `date`, or a kind or code from `kind_of_format`, or an empty text for plain numbers.
        struck: Numbers of the styles that strike text out.
        fills: Background colour by number of the style, for styles that have one.
    """

    def __init__(self) -> None:
        self.numbers: list[str] = []
        self.struck: set[str] = set()
        self.fills: dict[str, str] = {}
        self._formats: dict[int, str] = {}
        self._strikes: list[bool] = []
        """For each font, whether it strikes text out."""
        self._colours: list[str] = []
        """Colour of each fill; empty without."""

    def take(self, path: str, attributes: dict[str, str]) -> None:
        match path.removeprefix("styleSheet/"):
            case "numFmts/numFmt":
                self._formats[int(attributes["numFmtId"])] = kind_of_format(attributes.get("formatCode", ""))
            case "fonts/font":
                self._strikes.append(False)
            case "fonts/font/strike":
                self._strikes[-1] = attributes.get("val", "1") in _TRUE
            case "fills/fill":
                self._colours.append("")
            case "fills/fill/patternFill/fgColor":
                self._colours[-1] = repr(sorted(attributes.items()))
            case "cellXfs/xf":
                self._take_style(attributes)

    def _take_style(self, attributes: dict[str, str]) -> None:
        font, fill, number = (int(attributes.get(name, "0")) for name in ("fontId", "fillId", "numFmtId"))
        if font < len(self._strikes) and self._strikes[font]:
            self.struck.add(str(len(self.numbers)))
        if fill < len(self._colours) and self._colours[fill]:
            self.fills[str(len(self.numbers))] = self._colours[fill]
        self.numbers.append(self._formats.get(number, NUMBER_FORMATS.get(number, "")))


class _StringReader:
    """Parser handlers that read the texts that cells share, without phonetic guides."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        self._struck: set[str] = set()
        self._parts: list[str] = []
        self._keep = False
        self._position = Position(SPREADSHEET)
        self.handlers: dict[str, Any] = {
            "StartElementHandler": self._start,
            "EndElementHandler": self._end,
            "CharacterDataHandler": self._text,
        }

    @property
    def struck(self) -> frozenset[str]:
        """Numbers of the texts that are struck out in part."""
        return frozenset(self._struck)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        path = self._position.enter(name)
        self._keep = path in _STRING_TEXTS
        if path == "sst/si/r/rPr/strike" and attributes.get("val", "1") in _TRUE:
            self._struck.add(str(len(self.strings)))

    def _end(self, _: str) -> None:
        self._keep = False
        if self._position.leave() == "sst/si":
            self.strings.append(unescaped("".join(self._parts)))
            self._parts.clear()

    def _text(self, data: str) -> None:
        if self._keep:
            self._parts.append(data)


class Sheet:
    """One sheet of a workbook; see `Table`.

    Attributes:
        notes: Texts of the notes on its cells, by the reference of the cell.
    """

    def __init__(self, package: Package, cells: Cells, entry: _SheetEntry, notes: Mapping[str, str]) -> None:
        self.notes = notes
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
        found = [self._cell_problem("cells-merged", reference) for reference in self._merged]
        found += [self._cell_problem("cell-note", reference) for reference in self.notes]
        if self._hidden:
            found.append(Problem("columns-hidden", self.place(), Severity.NOTE, {"columns": self._hidden}))
        return found

    def cell_place(self, reference: str) -> Place:
        """The place of the cell with this reference, or of the first cell of a range."""
        first = _REFERENCE.match(reference)
        return self.place(int(first[2]), column_number(first[1])) if first else self.place()

    def _cell_problem(self, code: str, reference: str) -> Problem:
        severity = Severity.WARNING if code == "cell-note" else Severity.ERROR
        return Problem(code, self.cell_place(reference), severity, {"got": reference})
