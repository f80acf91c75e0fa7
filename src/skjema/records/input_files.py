"""The files of one run, each read once, and those of their tables that belong to the form."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from skjema.definition.model import Form
from skjema.errors import InputError
from skjema.formats.open_input import read_file
from skjema.formats.table import Table
from skjema.problems import Place, Problem, Severity
from skjema.records.common_sheet import is_common_sheet, read_common_sheet
from skjema.records.readers import FileContent, read_content
from skjema.records.recognise import (
    CommonValues,
    FormHeadings,
    FormTable,
    form_of_guide,
    heading_problems,
    is_own_guide,
    missing_required_columns,
    recognise_table,
)
from skjema.wording import in_language

_HEADINGS_TOLD = 5
"""How many headings a message about a file without any gives as examples."""


class InputFile(NamedTuple):
    """One file of records: its objects, or its tables that belong to the form.

    Attributes:
        name: What messages call it.
    """

    name: str
    content: FileContent
    form_tables: Sequence[FormTable]

    @property
    def holds_records(self) -> bool:
        """Whether it holds records rather than only rows of groups, or nothing of the form."""
        return self.content.objects is not None or any(form_table.group is None for form_table in self.form_tables)


class InputFiles:
    """All files of a run.

    Args:
        contents: The files as they were read before, if they were.

    Attributes:
        contents: The files as they were read, each once.
        problems: What is wrong with the files themselves.
        missing: Fields that must be filled but have no column; reported once and not for every row.

    Raises:
        FileError, InputError: A file can't be read at all.
    """

    def __init__(self, form: Form, files: Sequence[Path], contents: Mapping[Path, bytes] | None = None) -> None:
        self.contents: dict[Path, bytes] = dict(contents or {})
        self.problems: list[Problem] = []
        self.missing: set[str] = set()
        self._form = form
        names = _names_in_messages(files)
        self.files = [self._open(path, names[path]) for path in files]
        if not any(file.holds_records for file in self.files):
            raise InputError(*(self._no_heading_problem(file.name) for file in self.files))

    @cached_property
    def headings(self) -> FormHeadings:
        """The headings that the form's tables may have; a file of objects needs none."""
        return FormHeadings(self._form)

    def form_tables(self) -> Iterator[FormTable]:
        """The tables of all files that belong to the form."""
        for file in self.files:
            yield from file.form_tables

    def _count_headings(self, cells: list[str]) -> int:
        return self.headings.count_known(cells)

    def _open(self, path: Path, name: str) -> InputFile:
        if path not in self.contents:
            self.contents[path] = read_file(path, name)
        content = read_content(self.contents[path], name, self._count_headings)
        if content.objects is not None:
            return InputFile(name, content, ())
        self._report_hidden_sheets(content.hidden)
        form_tables = list(self._tables_with_common_values(self._without_guide(content.tables, name)))
        if not form_tables:
            self.problems.append(self._no_heading_problem(name))
        for form_table in form_tables:
            self.problems.extend(heading_problems(form_table, self.headings))
            for field_id, problem in missing_required_columns(form_table, self.headings):
                self.missing.add(field_id)
                self.problems.append(problem)
        return InputFile(name, content, form_tables)

    def _report_hidden_sheets(self, sheets: Sequence[Table]) -> None:
        for sheet in sheets:
            if is_common_sheet(sheet) or (not is_own_guide(sheet) and recognise_table(sheet, self.headings)):
                self.problems.append(Problem("sheet-hidden", sheet.place()))

    def _without_guide(self, tables: Sequence[Table], file_name: str) -> list[Table]:
        """The tables that are no part of the guide in our own input workbooks.

        Raises:
            InputError: The guide is that of another form.
        """
        for table in filter(is_own_guide, tables):
            guide_form = form_of_guide(table)
            if guide_form and guide_form != self._form.id:
                params: dict[str, object] = {"other": guide_form, "form": self._form.id}
                raise InputError(Problem("workbook-of-other", Place(file_name), params=params))
        return [table for table in tables if not is_own_guide(table)]

    def _tables_with_common_values(self, tables: Sequence[Table]) -> Iterator[FormTable]:
        """The tables that belong to the form, each with the file's values for every row."""
        common = CommonValues()
        for sheet in filter(is_common_sheet, tables):
            common, problems = read_common_sheet(sheet, self.headings)
            self.problems.extend(problems)
        for form_table in self._recognised([table for table in tables if not is_common_sheet(table)]):
            yield form_table._replace(common=common)

    def _recognised(self, tables: Sequence[Table]) -> Iterator[FormTable]:
        """The tables that belong to the form; of a workbook's other sheets it is said that they aren't used."""
        unused = []
        for table in tables:
            if form_table := recognise_table(table, self.headings):
                yield form_table
            elif table.name and any(table.rows()):
                unused.append(table)
        # Where no table is used, the file as a whole is reported instead.
        if len(unused) < len(tables):
            self.problems.extend(Problem("sheet-unused", table.place(), Severity.NOTE) for table in unused)

    def _no_heading_problem(self, file_name: str) -> Problem:
        language = self._form.profile.language
        columns = self.headings.main.columns
        required = [column for column in columns if column.field.required is True and not column.field.profile]
        wanted = tuple(in_language(column.heading, language) for column in required[:_HEADINGS_TOLD])
        return Problem("heading-missing", Place(file_name), params={"wanted": wanted})


def _names_in_messages(files: Sequence[Path]) -> dict[Path, str]:
    """What messages call the files: their names, or, where two have the same, with the folders they lie in."""
    count = Counter(file.name.casefold() for file in set(files))
    return {file: file.name if count[file.name.casefold()] == 1 else file.as_posix() for file in files}
