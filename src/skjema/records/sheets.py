"""Workbooks: a streaming reader that keeps what a value alone doesn't tell. `rows` reads the sheets.

Error cells, formulas nobody has calculated, hidden rows, merged cells and number
formats decide whether a row can be trusted. python-calamine doesn't give them, and
openpyxl gives them at twelve times calamine's time (docs/decisions/0003-reading-xlsx.md).
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from skjema.errors import InputError
from skjema.problems import Place, Problem, Severity
from skjema.records.cells import DATE_FORMATS, PERCENT_FORMATS, Cells, kind_of_format, unescaped
from skjema.records.package import Package, local, sieved
from skjema.records.rows import SheetReader, column_number
from skjema.records.tables import Row

_REFERENCE = re.compile(r"([A-Z]+)(\d+)")
_PLAIN = re.compile(rb'<si><t(?: xml:space="preserve")?>([^<>&\r]*)</t></si>')


class _SheetEntry(NamedTuple):
    title: str
    member: str
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
        entries = list(self._entries(main))
        self.cells = Cells(self._shared_strings(main), self._cell_styles(main), date1904=self.date1904)
        self.sheets = [Sheet(package, self.cells, entry) for entry in entries if entry.is_visible]
        self.hidden = [Sheet(package, self.cells, entry) for entry in entries if not entry.is_visible]

    def _main_part(self) -> str:
        for target in self._related("", "/officeDocument").values():
            if target in self._package.names and "xl/" in target:
                return target
        raise InputError(Problem("file-not-workbook", Place(self._package.name)))

    def _related(self, part: str, kind: str) -> dict[str, str]:
        """Id and target of each relationship of `part` whose type ends in `kind`."""
        path = PurePosixPath(part)
        rels = str(path.parent / "_rels" / f"{path.name}.rels") if part else "_rels/.rels"
        found: dict[str, str] = {}

        def start(name: str, attributes: dict[str, str]) -> None:
            if local(name) == "Relationship" and attributes.get("Type", "").endswith(kind):
                target = attributes.get("Target", "")
                whole = target[1:] if target.startswith("/") else str(path.parent / target)
                found[attributes.get("Id", "")] = whole.removeprefix("./")

        if rels in self._package.names:
            self._read(rels, StartElementHandler=start)
        return found

    def _read(self, member: str, **handlers: Any) -> None:
        for _ in self._package.parse(member, **handlers):
            pass

    def _entries(self, main: str) -> Iterator[_SheetEntry]:
        targets = self._related(main, "/worksheet")
        entries: list[_SheetEntry] = []

        def start(name: str, attributes: dict[str, str]) -> None:
            if local(name) == "workbookPr":
                self.date1904 = attributes.get("date1904") in ("1", "true")
            elif local(name) == "sheet":
                target = next((targets[v] for k, v in attributes.items() if k.endswith(":id") and v in targets), None)
                if target in self._package.names:
                    is_visible = attributes.get("state", "visible") == "visible"
                    entries.append(_SheetEntry(attributes.get("name", ""), target, is_visible))

        self._read(main, StartElementHandler=start)
        yield from entries

    def _shared_strings(self, main: str) -> list[str]:
        reader = _StringReader()
        for member in self._related(main, "/sharedStrings").values():
            if member in self._package.names:
                self._read(
                    member,
                    sieve=reader.sieve,
                    StartElementHandler=reader.start,
                    EndElementHandler=reader.end,
                    CharacterDataHandler=reader.text,
                )
        return reader.strings

    def _cell_styles(self, main: str) -> list[str]:
        """For each cell style: `date`, `percent` or nothing."""
        formats: dict[int, str] = {}
        styles: list[str] = []
        inside = False

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal inside
            match local(name):
                case "numFmt":
                    formats[int(attributes["numFmtId"])] = kind_of_format(attributes.get("formatCode", ""))
                case "cellXfs":
                    inside = True
                case "xf" if inside:
                    number = int(attributes.get("numFmtId", "0"))
                    builtin = "date" if number in DATE_FORMATS else "percent" if number in PERCENT_FORMATS else ""
                    styles.append(formats.get(number, builtin))

        def end(name: str) -> None:
            nonlocal inside
            if local(name) == "cellXfs":
                inside = False

        for member in self._related(main, "/styles").values():
            if member in self._package.names:
                self._read(member, StartElementHandler=start, EndElementHandler=end)
        return styles


class _StringReader:
    """Handlers for the texts that cells share; phonetic guides in them are left out."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        self._parts: list[str] = []
        self._phonetic = self._keep = False

    def sieve(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        return sieved(chunks, b"<si>", b"</si>", self._taken)

    def _taken(self, xml: bytes) -> bool:
        """Take in a text of one shape."""
        found = _PLAIN.fullmatch(xml)
        if found:
            self.strings.append(unescaped(found[1].decode()))
        return found is not None

    def start(self, name: str, _: dict[str, str]) -> None:
        kind = local(name)
        if kind == "t":
            self._keep = not self._phonetic
        elif kind == "rPh":
            self._phonetic = True

    def end(self, name: str) -> None:
        kind = local(name)
        if kind == "t":
            self._keep = False
        elif kind == "rPh":
            self._phonetic = False
        elif kind == "si":
            self.strings.append(unescaped("".join(self._parts)))
            self._parts.clear()

    def text(self, data: str) -> None:
        if self._keep:
            self._parts.append(data)


class Sheet:
    """One sheet of a workbook, see `Table`."""

    def __init__(self, package: Package, cells: Cells, entry: _SheetEntry) -> None:
        self.name = entry.title
        self._package, self._cells = package, cells
        self._member = entry.member
        self._merged: list[str] = []
        self._hidden: tuple[str, ...] = ()

    def place(self, row: int = 0, column: int = 0) -> Place:
        return Place(self._package.name, self.name, row, column)

    def rows(self) -> Iterator[Row]:
        self._merged = []
        reader = SheetReader(self._cells)
        for _ in self._package.parse(
            self._member,
            reader.sieve,
            StartElementHandler=reader.start,
            EndElementHandler=reader.end,
            CharacterDataHandler=reader.text,
        ):
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
        return Problem("cells-merged", self.place(row, column), gaps={"got": reference})
