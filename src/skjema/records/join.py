"""From the clerk's files to records: rows joined with the rows that belong to them, nothing passed over unsaid."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path as File
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from skjema.definition.columns import Path
from skjema.definition.model import Form
from skjema.errors import InputError
from skjema.formats.json_objects import read_json
from skjema.formats.open_input import read_file
from skjema.formats.table import CSV_ENDINGS, Row, Table, Written
from skjema.problems import Place, Problem, Severity, quoted
from skjema.records.common_sheet import common_values, is_common
from skjema.records.headings import (
    Common,
    FormHeadings,
    Source,
    absent,
    form_of_guide,
    heading_problems,
    is_own_guide,
    understand,
)
from skjema.records.json_records import JsonRecords
from skjema.records.places import TablePlacing
from skjema.records.record import Record
from skjema.wording import Text, in_language
from skjema.wording.messages import NOT_SHOWN

if TYPE_CHECKING:
    from skjema.formats.office_package import Package

HiddenRows = Literal["ask", "use", "skip"]

_TOTALS = re.compile(r"\s*(sum|total|totalt|antall|antal|til ?sammen)\b", re.IGNORECASE)
_EVERY = "alle"
_EVERY_WORDS = (_EVERY, "all")
"""What stands for the key in a row of a group that belongs to every record."""
_JSON = (".json", ".jsonl", ".ndjson")

_Key = tuple[str, ...]
_GroupRows = dict[str, dict[_Key, list[tuple[Source, Row]]]]


class Input:
    """The records of one run, from all its files; iterating again gives the same again.

    Args:
        contents: The files as they were read before, if they were.
        hidden: What to do with rows that a sheet hides: use them, skip them, or report them as a problem.

    Attributes:
        contents: The files as they were read, each once.
        problems: What is wrong with the files themselves, known before any row is read.
        late: What showed when all rows had been read; complete after an iteration.
        absent: Fields that must be filled but have no column; reported once and not for every row.
        count: How many records there were, after an iteration.

    Raises:
        FileError, InputError: A file can't be read at all.
    """

    def __init__(
        self,
        form: Form,
        files: Sequence[File],
        hidden: HiddenRows = "ask",
        contents: Mapping[File, bytes] | None = None,
    ) -> None:
        self.contents: dict[File, bytes] = dict(contents or {})
        self.problems: list[Problem] = []
        self.late: list[Problem] = []
        self.absent: set[str] = set()
        self._hidden_rows: Counter[Place] = Counter()
        self.count = 0
        self._form = form
        self._hidden = hidden
        self._packages: list[Package] = []
        self._parts: list[Source | File] = []
        self._names = _names(files)
        try:
            self._open_all(files)
        except BaseException:
            self.close()
            raise

    @cached_property
    def _headings(self) -> FormHeadings:
        return FormHeadings(self._form)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of what is open in the files' contents."""
        for package in self._packages:
            package.close()

    def __iter__(self) -> Iterator[Record]:
        self.late = []
        self._hidden_rows = Counter()
        self._joined: Counter[tuple[str, _Key]] = Counter()
        self._unheaded: set[Place] = set()
        of_file: Counter[str] = Counter()
        number = 0
        groups = self._group_rows()
        json_records = JsonRecords(self._form)
        for part in self._parts:
            if isinstance(part, File):
                of_file[self._names[part]] += 0
                for place, written in read_json(self.contents[part], self._names[part]):
                    number += 1
                    of_file[self._names[part]] += 1
                    yield json_records.record(number, place, written)
            elif part.group is None:
                name = part.table.place().file
                of_file[name] += 0
                for row, cells in self._main_rows(part):
                    number += 1
                    of_file[name] += 1
                    yield self._record(number, part, row, cells, groups)
        self.count = number
        self._finish(groups, of_file)

    def _open_all(self, files: Sequence[File]) -> None:
        with_rows = [self._open(file) for file in files]
        if not any(with_rows):
            raise InputError(*(self._no_heading(file) for file in files))

    def _open(self, file: File) -> bool:
        """Whether the file holds records rather than only rows of groups, or nothing known."""
        if file not in self.contents:
            self.contents[file] = read_file(file, self._names[file])
        if file.suffix.casefold() in _JSON:
            self._parts.append(file)
            return True
        tables = self._tables(file)
        for table in filter(is_own_guide, tables):
            other = form_of_guide(table)
            if other and other != self._form.id:
                gaps: dict[str, object] = {"other": other, "form": self._form.id}
                raise InputError(Problem("workbook-of-other", Place(self._names[file]), gaps=gaps))
        tables = [table for table in tables if not is_own_guide(table)]
        common = Common()
        for table in tables:
            if is_common(table):
                common, problems = common_values(table, self._headings)
                self.problems.extend(problems)
        found = self._sources([table for table in tables if not is_common(table)])
        sources = [source._replace(common=common) for source in found]
        if not sources:
            self.problems.append(self._no_heading(file))
        for source in sources:
            self._parts.append(source)
            self.problems.extend(heading_problems(source, self._headings))
            for field_id, problem in absent(source, self._headings):
                self.absent.add(field_id)
                self.problems.append(problem)
        return any(source.group is None for source in sources)

    def _sources(self, tables: Sequence[Table]) -> Iterator[Source]:
        """The tables that belong to the form; of a workbook's other sheets it is said that they aren't used."""
        unused = []
        for table in tables:
            if source := understand(table, self._headings):
                yield source
            elif table.name and any(table.rows()):
                unused.append(table)
        if len(unused) < len(tables):
            self.problems.extend(Problem("sheet-unused", table.place(), Severity.NOTE) for table in unused)

    def _tables(self, file: File) -> Sequence[Table]:
        """The file's tables; what reads one kind of file is loaded when there is such a file."""
        if file.suffix.casefold() in CSV_ENDINGS:
            from skjema.formats.csv_table import CsvTable

            return [CsvTable(self.contents[file], self._names[file], self._headings.known)]
        from skjema.formats.office_package import Package
        from skjema.formats.xlsx.reader import Workbook

        self._packages.append(Package(self._names[file], self.contents[file]))
        workbook = Workbook(self._packages[-1])
        for sheet in workbook.hidden:
            if is_common(sheet) or (not is_own_guide(sheet) and understand(sheet, self._headings)):
                self.problems.append(Problem("sheet-hidden", sheet.place()))
        return workbook.sheets

    def _no_heading(self, file: File) -> Problem:
        language = self._form.profile.language
        columns = self._headings.main.columns
        required = [one for one in columns if one.field.required is True and not one.field.profile]
        wanted = tuple(in_language(one.heading, language) for one in required[:5])
        return Problem("heading-missing", Place(self._names[file]), gaps={"wanted": wanted})

    def _main_rows(self, source: Source) -> Iterator[tuple[Row, dict[Path, Written]]]:
        """Rows that are records, with their values: no lines of totals at the end, and hidden rows as asked for."""
        held: tuple[Row, dict[Path, Written]] | None = None
        for row in source.rows():
            if self._skips(source, row):
                continue
            if held is not None:
                yield held
            held = row, source.cells(row)
            if not self._is_total(*held):
                yield held
                held = None
        if held is not None:
            self.late.append(Problem("totals-row", source.table.place(held[0].number), Severity.WARNING))

    def _skips(self, source: Source, row: Row) -> bool:
        """Whether a row is left out since it is hidden."""
        if row.hidden:
            self._hidden_rows[source.table.place()] += 1
        return row.hidden and self._hidden == "skip"

    def _passed_over(self, source: Source, row: Row) -> Iterator[Problem]:
        """What of a row isn't read, and what of a value isn't there.

        A column without a heading is told of once, a line of a text file that goes beyond the headings
        always: a value in it was split. Of a value in several columns, such as a name, one may be empty.
        """
        last = max(source.matched.headed)
        for at in source.beside(row):
            place = source.table.place(row.number, at)
            if not place.sheet and at > last:
                yield Problem("line-too-long", place)
            elif place._replace(row=0) not in self._unheaded:
                self._unheaded.add(place._replace(row=0))
                yield Problem("cell-unheaded", place, Severity.WARNING)
        for path, at in source.halves(row):
            column = next(one for one in self._headings.of(source.group).columns if one.path == path)
            gaps: dict[str, object] = {"label": column.heading}
            yield Problem("part-empty", source.table.place(row.number, at), Severity.WARNING, gaps)

    def _is_total(self, row: Row, cells: Mapping[Path, Written]) -> bool:
        """Whether the only words of a row are `Sum`, `Antall barn` or the like."""
        if any(key in cells for key in self._form.key):
            return False
        words = [one for one in row.cells.values() if isinstance(one, str) and any(map(str.isalpha, one))]
        return len(words) == 1 and _TOTALS.match(words[0]) is not None

    def _record(self, number: int, source: Source, row: Row, cells: dict[Path, Written], groups: _GroupRows) -> Record:
        common = source.common
        placing = TablePlacing(
            source.table.place(row.number),
            source.matched.column_of,
            {path: common.places[path] for path in common.places if path not in cells},
        )
        record = Record(number, placing, {**common.cells, **cells}, frozenset(common.cells.keys() - cells.keys()))
        record.problems.extend(self._passed_over(source, row))
        if groups:
            keys = dict.fromkeys((self._every, self._key(record.cells)))
            for group, by_key in groups.items():
                self._joined.update((group, key) for key in keys)
                rows = sorted((one for key in keys for one in by_key.get(key, ())), key=lambda found: found[1].number)
                if rows:
                    placing.groups[group] = [
                        (table.table.place(one.number), table.matched.column_of) for table, one in rows
                    ]
                    record.rows[group] = len(rows)
                    for at, (table, one) in enumerate(rows, start=1):
                        for path, value in table.cells(one).items():
                            if isinstance(path, tuple):
                                record.cells[group, at, path[-1]] = value
        return record

    def _group_rows(self) -> _GroupRows:
        groups: _GroupRows = {}
        for part in self._parts:
            if isinstance(part, Source) and part.group is not None:
                by_key = groups.setdefault(part.group.id, {})
                for row in part.rows():
                    if not self._skips(part, row):
                        self.late.extend(self._passed_over(part, row))
                        by_key.setdefault(self._key(part.cells(row)), []).append((part, row))
        return groups

    @property
    def _every(self) -> _Key:
        """The key of a row that belongs to every record."""
        return (_EVERY,) + ("",) * (len(self._form.key) - 1)

    def _key(self, cells: dict[Path, Written]) -> _Key:
        """The key of a row; of a row that belongs to every record, `alle` and nothing more."""
        key = tuple(_key_text(cells.get(one, "")) for one in self._form.key)
        return self._every if key[0] in _EVERY_WORDS else key

    def _finish(self, groups: _GroupRows, of_file: Mapping[str, int]) -> None:
        for part in self._parts:
            if isinstance(part, Source):
                below = part.matched.row
                self.late.extend(
                    one for one in part.table.problems() if one.place and (not one.place.row or one.place.row > below)
                )
        for group, by_key in groups.items():
            for key, found in by_key.items():
                if (group, key) not in self._joined:
                    self.late.extend(self._orphan(source, row) for source, row in found)
                elif key[0] != _EVERY and self._joined[group, key] > 1:
                    gaps = {"count": self._joined[group, key], "records": self._form.records, "label": self._key_labels}
                    self.late.extend(
                        Problem("row-of-several", source.table.place(row.number), gaps=gaps) for source, row in found
                    )
        codes = {"ask": "rows-hidden", "use": "rows-hidden-used", "skip": "rows-hidden-skipped"}
        severity = Severity.ERROR if self._hidden == "ask" else Severity.NOTE
        for place, rows in self._hidden_rows.items():
            self.late.append(Problem(codes[self._hidden], place, severity, {"count": rows}))
        for name, records in of_file.items():
            if not records:
                self.late.append(Problem("no-rows", Place(name), Severity.WARNING if self.count else Severity.ERROR))

    @property
    def _key_labels(self) -> tuple[Text, ...]:
        return tuple(self._form.fields[one].label for one in self._form.key)

    def _orphan(self, source: Source, row: Row) -> Problem:
        cells = source.cells(row)
        key = [self._form.fields[one] for one in self._form.key]
        got = quoted(", ".join(str(cells[one.id]) for one in key if one.id in cells and not one.is_secret))
        told = NOT_SHOWN if all(one.is_secret for one in key) else got
        gaps: dict[str, object] = {"label": self._key_labels, "got": told, "records": self._form.records}
        return Problem("row-orphan", source.table.place(row.number), gaps=gaps)


def _names(files: Sequence[File]) -> dict[File, str]:
    """What messages call the files: their names, or, where two have the same, with the folders they lie in."""
    names = Counter(file.name.casefold() for file in set(files))
    return {file: file.name if names[file.name.casefold()] == 1 else file.as_posix() for file in files}


def _key_text(value: Written) -> str:
    """A key as it is compared between sheets: a date as a date, a text without case and spare spaces."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return " ".join(str(value).casefold().split())
