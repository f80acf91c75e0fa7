"""The records of one run: rows joined with the rows that belong to them, nothing passed over unsaid."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.formats.table import Row, Written
from skjema.problems import Place, Problem, Severity
from skjema.records.input_files import InputFile, InputFiles
from skjema.records.join import GroupRows
from skjema.records.json_records import JsonRecords
from skjema.records.places import TablePlaces
from skjema.records.recognise import Source
from skjema.records.record import Record

HiddenRows = Literal["ask", "use", "skip"]
"""What to do with rows that a sheet hides: report them as a problem, use them, or leave them out."""

_TOTALS = re.compile(r"\s*(sum|total|totalt|antall|antal|til ?sammen)\b", re.IGNORECASE)


class Input:
    """The records of one run, from all its files; iterating again gives the same again.

    Args:
        contents: The files as they were read before, if they were.

    Attributes:
        contents: The files as they were read, each once.
        problems: What is wrong with the files themselves, known before any row is read.
        late: What showed when all rows had been read; complete after an iteration.
        missing: Fields that must be filled but have no column; reported once and not for every row.
        count: How many records there were, after an iteration.

    Raises:
        FileError, InputError: A file can't be read at all.
    """

    def __init__(
        self,
        form: Form,
        files: Sequence[Path],
        hidden: HiddenRows = "ask",
        contents: Mapping[Path, bytes] | None = None,
    ) -> None:
        self._form, self._hidden = form, hidden
        self._files = InputFiles(form, files, contents)
        self.contents = self._files.contents
        self.problems = self._files.problems
        self.missing = self._files.missing
        self.late: list[Problem] = []
        self.count = 0

    def __iter__(self) -> Iterator[Record]:
        reading = _Reading(self._form, self._hidden, self._files)
        yield from reading.records()
        self.count, self.late = reading.count, reading.problems


class _Reading:
    """One pass over all rows; `problems` is complete when the last record has been given."""

    def __init__(self, form: Form, hidden: HiddenRows, files: InputFiles) -> None:
        self._form, self._hidden, self._files = form, hidden, files
        self._hidden_rows: Counter[Place] = Counter()
        self._unheaded: set[Place] = set()
        self._of_file: Counter[str] = Counter()
        self._json = JsonRecords(form)
        self.problems: list[Problem] = []
        self.count = 0

    def records(self) -> Iterator[Record]:
        """Every record, numbered from 1 over all files."""
        groups = self._group_rows()
        for file in self._files.files:
            if file.holds_records:
                self._of_file[file.name] += 0
            for record in self._records_of(file, groups):
                self._of_file[file.name] += 1
                yield record
        self._finish(groups)

    def _records_of(self, file: InputFile, groups: GroupRows) -> Iterator[Record]:
        if file.content.objects is not None:
            for place, written in file.content.objects():
                self.count += 1
                yield self._json.record(self.count, place, written)
        for source in file.sources:
            if source.group is None:
                for row, cells in self._main_rows(source):
                    self.count += 1
                    yield self._record(source, row, cells, groups)

    def _group_rows(self) -> GroupRows:
        """Every row of the groups' own tables, to be joined with the records."""
        groups = GroupRows(self._form)
        for source in self._sources():
            if source.group is not None:
                for row in source.rows():
                    if not self._is_left_out(source, row):
                        self.problems.extend(self._passed_over(source, row))
                        groups.add(source, row)
        return groups

    def _sources(self) -> Iterator[Source]:
        return (source for file in self._files.files for source in file.sources)

    def _main_rows(self, source: Source) -> Iterator[tuple[Row, dict[Slot, Written]]]:
        """Rows that are records, with their values: no lines of totals at the end, and hidden rows as asked for."""
        held: tuple[Row, dict[Slot, Written]] | None = None
        for row in source.rows():
            if self._is_left_out(source, row):
                continue
            if held is not None:
                yield held
            held = row, source.cells(row)
            if not self._is_total(*held):
                yield held
                held = None
        if held is not None:
            self.problems.append(Problem("totals-row", source.table.place(held[0].number), Severity.WARNING))

    def _is_left_out(self, source: Source, row: Row) -> bool:
        """Whether a row isn't to be read since it is hidden; hidden rows are counted."""
        if row.hidden:
            self._hidden_rows[source.table.place()] += 1
        return row.hidden and self._hidden == "skip"

    def _passed_over(self, source: Source, row: Row) -> Iterator[Problem]:
        """What of a row isn't read, and what of a value isn't there.

        A column without a heading is told of once, a line of a text file that goes beyond the headings
        always: a value in it was split. Of a value in several columns, such as a name, one may be empty.
        """
        last = max(source.matched.headed)
        for at in source.unheaded_cells(row):
            place = source.table.place(row.number, at)
            if not place.sheet and at > last:
                yield Problem("line-too-long", place)
            elif place._replace(row=0) not in self._unheaded:
                self._unheaded.add(place._replace(row=0))
                yield Problem("cell-unheaded", place, Severity.WARNING)
        for slot, at in source.partial_names(row):
            column = next(one for one in self._files.headings.of(source.group).columns if one.slot == slot)
            gaps: dict[str, object] = {"label": column.heading}
            yield Problem("part-empty", source.table.place(row.number, at), Severity.WARNING, gaps)

    def _is_total(self, row: Row, cells: Mapping[Slot, Written]) -> bool:
        """Whether the only words of a row are `Sum`, `Antall barn` or the like."""
        if any(Slot(key) in cells for key in self._form.key):
            return False
        words = [one for one in row.cells.values() if isinstance(one, str) and any(map(str.isalpha, one))]
        return len(words) == 1 and _TOTALS.match(words[0]) is not None

    def _record(self, source: Source, row: Row, cells: dict[Slot, Written], groups: GroupRows) -> Record:
        common = source.common
        places = TablePlaces(
            source.table.place(row.number),
            source.matched.column_of,
            {slot: place for slot, place in common.places.items() if slot not in cells},
        )
        shared = frozenset(common.cells.keys() - cells.keys())
        record = Record(self.count, places, {**common.cells, **cells}, shared)
        record.problems.extend(self._passed_over(source, row))
        groups.join(record, places)
        return record

    # -- what showed when all rows had been read

    def _finish(self, groups: GroupRows) -> None:
        for source in self._sources():
            self.problems.extend(_below_heading(source))
        self.problems.extend(groups.problems())
        codes = {"ask": "rows-hidden", "use": "rows-hidden-used", "skip": "rows-hidden-skipped"}
        severity = Severity.ERROR if self._hidden == "ask" else Severity.NOTE
        for place, rows in self._hidden_rows.items():
            self.problems.append(Problem(codes[self._hidden], place, severity, {"count": rows}))
        for name, records in self._of_file.items():
            if not records:
                severity = Severity.WARNING if self.count else Severity.ERROR
                self.problems.append(Problem("no-rows", Place(name), severity))


def _below_heading(source: Source) -> Iterator[Problem]:
    """What a table tells when all its rows have been read, but for what stands above its heading."""
    for one in source.table.problems():
        if one.place and (not one.place.row or one.place.row > source.matched.row):
            yield one
