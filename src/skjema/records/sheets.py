"""Workbooks: a streaming reader that keeps what a value alone doesn't tell.

Error cells, formulas nobody has calculated, hidden rows, merged cells and number
formats decide whether a row can be trusted. python-calamine doesn't give them, and
openpyxl gives them at twelve times calamine's time (docs/decisions/0003-reading-xlsx.md).
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import PurePosixPath
from typing import NamedTuple

from skjema.errors import InputError
from skjema.problems import Place, Problem
from skjema.records.package import Package, local
from skjema.records.tables import Percent, Row, Unreadable, Written

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_COLUMN = re.compile("[A-Z]{1,3}")
_REFERENCE = re.compile(r"([A-Z]+)(\d+)")

# Built-in number formats that are dates or times (ECMA-376 part 1, 18.8.30; 27-36 and 50-58 are dates in
# East Asian locales).
_DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_PERCENT_FORMATS = frozenset({9, 10})


# Days of a sheet are counted from these; they have no time zone.
_EPOCH_1900 = datetime(1899, 12, 30)  # noqa: DTZ001
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001


class _SheetEntry(NamedTuple):
    title: str
    member: str


class Workbook:
    """An xlsx file: its visible sheets, in order.

    Raises:
        FileError: It can't be opened.
        InputError: It is no workbook that can be read.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        main = self._main_part()
        self.date1904 = False
        entries = list(self._entries(main))
        self._strings = self._shared_strings(main)
        self._styles = self._cell_styles(main)
        self.sheets = [Sheet(self, entry) for entry in entries]

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

    def _read(self, member: str, **handlers: Callable[..., None]) -> None:
        for _ in self._package.parse(member, **handlers):
            pass

    def _entries(self, main: str) -> Iterator[_SheetEntry]:
        targets = self._related(main, "/worksheet")
        entries: list[_SheetEntry] = []

        def start(name: str, attributes: dict[str, str]) -> None:
            if local(name) == "workbookPr":
                self.date1904 = attributes.get("date1904") in ("1", "true")
            elif local(name) == "sheet" and attributes.get("state", "visible") == "visible":
                target = next((targets[v] for k, v in attributes.items() if k.endswith(":id") and v in targets), None)
                if target in self._package.names:
                    entries.append(_SheetEntry(attributes.get("name", ""), target))

        self._read(main, StartElementHandler=start)
        yield from entries

    def _shared_strings(self, main: str) -> list[str]:
        reader = _StringReader()
        for member in self._related(main, "/sharedStrings").values():
            if member in self._package.names:
                self._read(
                    member,
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
                    formats[int(attributes["numFmtId"])] = _kind_of_format(attributes.get("formatCode", ""))
                case "cellXfs":
                    inside = True
                case "xf" if inside:
                    number = int(attributes.get("numFmtId", "0"))
                    builtin = "date" if number in _DATE_FORMATS else "percent" if number in _PERCENT_FORMATS else ""
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

    def __init__(self, workbook: Workbook, entry: _SheetEntry) -> None:
        self.name = entry.title
        self._workbook = workbook
        self._member = entry.member
        self._merged: list[str] = []

    def place(self, row: int = 0, column: int = 0) -> Place:
        return Place(self._workbook._package.name, self.name, row, column)

    def rows(self) -> Iterator[Row]:
        self._merged = []
        reader = _SheetReader(self._workbook)
        for _ in self._workbook._package.parse(
            self._member,
            StartElementHandler=reader.start,
            EndElementHandler=reader.end,
            CharacterDataHandler=reader.text,
        ):
            yield from reader.done
            reader.done.clear()
        self._merged = reader.merged

    def problems(self) -> list[Problem]:
        return [self._merged_problem(reference) for reference in self._merged]

    def _merged_problem(self, reference: str) -> Problem:
        first = _REFERENCE.match(reference)
        row, column = (int(first[2]), _column(first[1])) if first else (0, 0)
        return Problem("cells-merged", self.place(row, column), gaps={"got": reference})


class _SheetReader:
    """Handlers for the XML of one sheet; `done` holds rows that are whole and hold something."""

    def __init__(self, workbook: Workbook) -> None:
        self.done: list[Row] = []
        self.merged: list[str] = []
        self._strings = workbook._strings
        self._styles = workbook._styles
        self._epoch = _EPOCH_1904 if workbook.date1904 else _EPOCH_1900
        self._kinds: dict[str, str] = {}
        self._columns: dict[str, int] = {}
        self._row = Row(0)
        self._column = 0
        self._attributes: dict[str, str] = {}
        self._value: list[str] = []
        self._keep = self._formula = self._phonetic = False

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
            self._formula = True
        elif kind == "rPh":
            self._phonetic = True
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
            if self._row.cells:
                self.done.append(self._row)
        elif kind == "rPh":
            self._phonetic = False

    def text(self, data: str) -> None:
        if self._keep:
            self._value.append(data)

    def _new_column(self, letters: str) -> int:
        if not letters:  # the reference may be left out: then the cell follows the one before it
            return self._column + 1
        if not _COLUMN.fullmatch(letters):
            raise ValueError
        return self._columns.setdefault(letters, _column(letters))

    def _finish_cell(self) -> None:
        text = self._value[0] if len(self._value) == 1 else "".join(self._value)
        self._value.clear()
        kind = self._attributes.get("t", "n")
        value: Written
        if kind == "s":
            value = self._strings[int(text)]
        elif not text and self._formula:
            value = "" if kind == "str" else Unreadable("cell-not-calculated")
        elif kind == "n":
            value = self._number(text)
        elif kind == "b":
            value = text == "1"
        elif kind == "e":
            value = Unreadable("cell-error", text)
        elif kind == "d":
            value = datetime.fromisoformat(text.rstrip("Z"))
        else:
            value = unescaped(text)
        self._formula = False
        if value != "":
            self._row.cells[self._column] = value

    def _number(self, text: str) -> Written:
        style = int(self._attributes.get("s", "0"))
        meaning = self._styles[style] if style < len(self._styles) else ""
        number = float(text)
        if meaning == "date":
            return self._date(number)
        if meaning == "percent":
            return Percent(number)
        return int(number) if number.is_integer() and abs(number) < 1e15 else number

    def _date(self, serial: float) -> Written:
        if not 0 <= serial < 2_958_466:  # 31.12.9999
            return Unreadable("cell-date", str(serial))
        lost = 1 if serial < 60 and self._epoch.year == 1899 else 0  # Excel believes in 29.02.1900
        moment = self._epoch + timedelta(days=serial + lost)
        # Seconds are all a sheet shows; the float behind them carries noise.
        moment = (moment + timedelta(microseconds=500_000)).replace(microsecond=0)
        return moment.time() if serial < 1 else moment


def unescaped(text: str) -> str:
    """Characters that a workbook writes as `_x000D_`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _kind_of_format(code: str) -> str:
    bare = _QUOTED.sub("", code.split(";")[0]).casefold()
    if "%" in bare:
        return "percent"
    return "date" if set(bare) & set("ymdhs") and "general" not in bare else ""
