"""The records of one run, from all its files; cells that are not read are reported."""

from collections import ChainMap, Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.formats.table import Row, is_blank
from skjema.problems import Place, Problem, Severity, quoted
from skjema.records.common_use import CommonUse
from skjema.records.contradictions import contradictions
from skjema.records.documents import documents
from skjema.records.input_files import InputFile, InputFiles
from skjema.records.join import GroupRows
from skjema.records.json_lists import objects_of_records
from skjema.records.json_records import JsonRecords
from skjema.records.long_list import LongList, is_keyed, long_groups, put_beside, put_members
from skjema.records.places import TablePlaces
from skjema.records.protected_columns import ProtectedColumns
from skjema.records.record import Record
from skjema.records.record_rows import CellRow, HiddenRows, RecordRows
from skjema.records.returned import returned_record
from skjema.records.row_looks import is_struck
from skjema.records.sorting_columns import sorting_columns
from skjema.wording import Text

if TYPE_CHECKING:
    from skjema.records.recognised_table import FormTable


class _Differing(NamedTuple):
    """A slot that can be read in several ways which differ: the readings, the first row where they do, and how many."""

    label: Text
    readings: tuple[str, ...]
    row: int
    rows: int = 1
    is_part: bool = False
    names: tuple[Text, ...] = ()
    """What two people may be called by who have the same heading."""


class Input:
    """The records of one run, from all its files; iterating again gives the same again.

    Args:
        contents: The files as they were read before, if they were.

    Attributes:
        contents: The files as they were read, each once.
        files: The same as they are understood: their tables, and those of the form.
        problems: What is wrong with the files themselves, known before any row is read.
        late_problems: Problems that only show when all rows have been read; complete after an iteration.
        missing_columns: Fields that must be filled but have no column; reported once and not for every row.
        count: How many records there were, after an iteration.
        asked: How many rows are hidden or struck out where nobody has said what to do with them, after an iteration.

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
        self.files = self._files.files
        self.problems = self._files.problems
        self.missing_columns = self._files.missing_columns
        self.late_problems: list[Problem] = []
        self.count = self.asked = 0

    def __iter__(self) -> Iterator[Record]:
        current = _Pass(self._form, self._hidden, self._files)
        count = 0
        for record in documents(self._form, current.records()):
            count = record.number
            yield record
        self.count, self.asked, self.late_problems = count, current.asked, current.problems


class _Pass:
    """One pass over all rows; `problems` is complete when the last record has been given."""

    def __init__(self, form: Form, hidden: HiddenRows, files: InputFiles) -> None:
        self._form, self._files = form, files
        self._rows = RecordRows(form, hidden)
        self._protected = ProtectedColumns(dict(ChainMap(*(dict(file.content.notes) for file in files.files))))
        self._common_use = CommonUse(form)
        self._unheaded_columns: set[Place] = set()
        """Columns without a heading that have been reported."""
        self._record_counts: Counter[str] = Counter()
        """Records of each file, by its name."""
        self._long_groups: dict[int, frozenset[str]] = {}
        """Groups of each table that have the columns of one row alone."""
        self._differing: dict[Place, _Differing] = {}
        """Headings that can be read in several ways which differ, by where the first of them stands."""
        self._json = JsonRecords(form)
        self.problems: list[Problem] = []
        self.count = 0

    @property
    def asked(self) -> int:
        return self._rows.asked

    def records(self) -> Iterator[Record]:
        """Every record, numbered from 1 over all files."""
        # Before any record: a group's sheet may stand after the records' own, or in another file.
        groups = self._group_rows()
        for file in self._files.files:
            if file.holds_records:
                self._record_counts[file.name] += 0  # so that a file without any is there to be reported
            for record in self._file_records(file, groups):
                self._record_counts[file.name] += 1
                record.folder = file.folder
                yield record
        self._finish(groups)

    def _file_records(self, file: InputFile, groups: GroupRows) -> Iterator[Record]:
        if file.content.objects is not None:
            for place, written in objects_of_records(self._json, file.content.objects(), self.problems):
                self.count += 1
                yield self._json.record(self.count, place, written)
        if file.content.fields is not None:
            self.count += 1
            yield returned_record(self._form, self.count, file.name, file.content.fields)
        for form_table in file.form_tables:
            if form_table.group is None:
                for rows in self._joined_rows(form_table):
                    self.count += 1
                    yield self._record(form_table, rows, groups)

    def _joined_rows(self, form_table: "FormTable") -> Iterator[list[CellRow]]:
        """The rows of each record: one, or, in a list with a row for each member of a group, as many as there are."""
        groups = self._long_groups.setdefault(id(form_table), long_groups(form_table, self._form))
        rows = self._rows.of(form_table)
        if not is_keyed(form_table, self._form):
            yield from ([row] for row in rows)
            return
        long_list = LongList(self._form, form_table, groups)
        yield from long_list.records(rows)
        self.problems.extend(long_list.problems())

    def _group_rows(self) -> GroupRows:
        """Every row of the groups' own tables, to be joined with the records."""
        titles = {one.table.place().sheet for one in self._files.form_tables() if one.group is None}
        groups = GroupRows(self._form, titles.pop() if len(titles) == 1 else "")
        for form_table in self._files.form_tables():
            if form_table.group is None:
                continue
            rows = list(self._rows.of_group(form_table))
            for row in rows:
                self.problems.extend(self._unread_cells(form_table, row))
                self._note_differing(form_table, row)
            self.problems.extend(sorting_columns(form_table, rows, self._files.headings.twins[form_table.group.id]))
            groups.add(form_table, rows)
        return groups

    def _unread_cells(self, form_table: "FormTable", row: Row) -> Iterator[Problem]:
        """Cells of a row that aren't read, and parts of a value that aren't there.

        A column without a heading is reported once, a line of a text file that goes beyond the headings
        always: a value in it was split. Of a value in several columns, such as a name, one may be empty.
        """
        yield from self._unread_but_grave(form_table, row)
        last = max(form_table.heading.headed)
        for column in form_table.unheaded_cells(row):
            place = form_table.table.place(row.number, column)
            if not place.sheet and column > last:
                yield Problem("line-too-long", place)
            elif place._replace(row=0) not in self._unheaded_columns:
                self._unheaded_columns.add(place._replace(row=0))
                code = "line-nameless" if form_table.value_column else "cell-unheaded"
                yield Problem(code, place, Severity.WARNING)
        if row.struck or row.partly_struck:
            struck = () if is_struck(form_table, row) else row.struck
            for column in (*struck, *row.partly_struck):
                yield Problem("cell-struck", form_table.table.place(row.number, column), Severity.WARNING)
        for slot, column in form_table.partial_values(row):
            params: dict[str, object] = {"label": self._heading_text(form_table, slot)}
            yield Problem("part-empty", form_table.table.place(row.number, column), Severity.WARNING, params)

        if form_table.heading.sets:
            yield from contradictions(self._form, form_table, row)
        for slot, column in form_table.missing_parts(row):
            params = {"label": self._heading_text(form_table, slot), "got": quoted(row.cells[column])}
            yield Problem("value-placeholder", form_table.table.place(row.number, column), params=params)

    def _unread_but_grave(self, form_table: "FormTable", row: Row) -> Iterator[Problem]:
        """Cells in columns that aren't read, for which somebody's paper would be wrong, or not there."""
        headings = self._files.headings.of(form_table.group)
        self._protected.note(form_table, row, headings)
        yield from self._protected.cells(form_table, row, headings)
        for column in form_table.heading.another:
            if not is_blank(row.cells.get(column, "")):
                told: dict[str, object] = {"label": form_table.heading.texts[column]}
                yield Problem("row-of-another", form_table.table.place(row.number, column), params=told)
        for column, group in form_table.heading.of_sheets.items():
            if not is_blank(row.cells.get(column, "")):
                told = {"label": form_table.heading.texts[column], "sheet": group.label}
                yield Problem("cell-of-sheet", form_table.table.place(row.number, column), params=told)

    def _note_differing(self, form_table: "FormTable", row: Row) -> None:
        heading = form_table.heading
        for slot in form_table.differing(row):
            place = form_table.table.place(heading.number, heading.column_of[slot])
            if place in self._differing:
                self._differing[place] = self._differing[place]._replace(rows=self._differing[place].rows + 1)
                continue
            others = heading.others.get(slot) or [tuple(heading.repeated_parts[slot])]
            columns = (heading.parts.get(slot) or (heading.column_of[slot],), *others)
            readings = tuple(map(heading.reading_text, columns))
            self._differing[place] = _Differing(
                self._heading_text(form_table, slot),
                readings,
                row.number,
                is_part=slot not in heading.others,
                names=self._names_apart(form_table, slot),
            )

    def _names_apart(self, form_table: "FormTable", slot: Slot) -> tuple[Text, ...]:
        """Headings for two people of a group, the one that stands in `slot` and one more."""
        rows = [int(one.row) for one in form_table.heading.column_of if one.group == slot.group and one.row.isdigit()]
        slots = (slot, slot._replace(row=str(max(rows, default=0) + 1)))
        columns = self._files.headings.of(form_table.group).columns
        known = {column.slot: column.heading for column in columns if column.slot in slots}
        return tuple(known[one] for one in slots) if slot.row and len(known) == len(slots) else ()

    def _heading_text(self, form_table: "FormTable", slot: Slot) -> Text:
        columns = self._files.headings.of(form_table.group).columns
        bare = slot._replace(row="")
        return next((column.heading for column in columns if column.slot in (slot, bare)), {"nb": slot.name})

    def _record(self, form_table: "FormTable", rows: list[CellRow], groups: GroupRows) -> Record:
        row, cells = rows[0]
        common = form_table.common
        places = TablePlaces(
            form_table.table.place(row.number),
            form_table.heading.column_of,
            {slot: place for slot, place in common.places.items() if slot not in cells},
            value_column=form_table.value_column,
        )
        self._common_use.note(common, cells)
        shared = frozenset(common.cells.keys() - cells.keys())
        written = hash(tuple(tuple(one.cells.items()) for one, _ in rows))
        record = Record(self.count, places, {**common.cells, **cells}, shared, written=written)
        heading = form_table.heading
        for one, _ in rows:
            record.problems.extend(self._unread_cells(form_table, one))
            if heading.others or heading.repeated_parts:
                self._note_differing(form_table, one)
        if len(rows) > 1 and not self._long_groups[id(form_table)]:
            put_beside(record, places, form_table, rows)
        elif long := self._long_groups[id(form_table)]:
            put_members(record, places, form_table, rows, long)
        groups.join(record, places, form_table.table.place())
        if form_table.value_column:  # with its own rows, which another of the same key needn't have
            record.written = hash((record.written, *record.cells.items()))
        return record

    # -- what only shows when all rows have been read

    def _finish(self, groups: GroupRows) -> None:
        for form_table in self._files.form_tables():
            self.problems.extend(_problems_below_heading(form_table))
        for place, differing in self._differing.items():
            code = "heading-part-beside" if differing.is_part else "heading-readings"
            if len(set(differing.readings)) < len(differing.readings):
                code = "heading-twice-differs" if differing.names else "heading-twice-records"
            self.problems.append(Problem(code, place, params=differing._asdict()))
        self.problems.extend(groups.problems())
        self.problems.extend(self._rows.problems())
        self.problems.extend(self._protected.problems())
        self.problems.extend(self._common_use.problems())
        for file_name, count in self._record_counts.items():
            if count == 0:
                severity = Severity.WARNING if self.count else Severity.ERROR
                self.problems.append(Problem("no-rows", Place(file_name), severity))


def _problems_below_heading(form_table: "FormTable") -> Iterator[Problem]:
    """What a table tells when all its rows have been read, except of what stands above its heading."""
    for problem in form_table.table.problems():
        if problem.place and (not problem.place.row or problem.place.row > form_table.heading.number):
            yield problem
