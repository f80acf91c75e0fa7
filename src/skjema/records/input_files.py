"""The files of one run, each read once, and what its tables are."""

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
from skjema.records.common_sheet import common_values, is_common
from skjema.records.readers import FileContent, read_content
from skjema.records.recognise import (
    Common,
    FormHeadings,
    Source,
    form_of_guide,
    heading_problems,
    is_own_guide,
    missing_required_columns,
    recognise_table,
)
from skjema.wording import in_language


class InputFile(NamedTuple):
    """One file of records: its objects, or its tables that belong to the form."""

    name: str
    content: FileContent
    sources: Sequence[Source]

    @property
    def holds_records(self) -> bool:
        """Whether it holds records rather than only rows of groups, or nothing known."""
        return self.content.objects is not None or any(source.group is None for source in self.sources)


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
        names = _names(files)
        self.files = [self._opened(file, names[file]) for file in files]
        if not any(one.holds_records for one in self.files):
            raise InputError(*(self._no_heading(one.name) for one in self.files))

    @cached_property
    def headings(self) -> FormHeadings:
        """The headings that the form's tables may have; a file of objects needs none."""
        return FormHeadings(self._form)

    def _known(self, cells: list[str]) -> int:
        return self.headings.known(cells)

    def _opened(self, path: Path, name: str) -> InputFile:
        if path not in self.contents:
            self.contents[path] = read_file(path, name)
        content = read_content(self.contents[path], name, self._known)
        if content.objects is not None:
            return InputFile(name, content, ())
        self._report_hidden(content.hidden)
        sources = list(self._with_common(self._own_tables(content.tables, name)))
        if not sources:
            self.problems.append(self._no_heading(name))
        for source in sources:
            self.problems.extend(heading_problems(source, self.headings))
            for field_id, problem in missing_required_columns(source, self.headings):
                self.missing.add(field_id)
                self.problems.append(problem)
        return InputFile(name, content, sources)

    def _report_hidden(self, tables: Sequence[Table]) -> None:
        for sheet in tables:
            if is_common(sheet) or (not is_own_guide(sheet) and recognise_table(sheet, self.headings)):
                self.problems.append(Problem("sheet-hidden", sheet.place()))

    def _own_tables(self, tables: Sequence[Table], name: str) -> list[Table]:
        """The tables that are no part of our own guide.

        Raises:
            InputError: The guide is that of another form.
        """
        for table in filter(is_own_guide, tables):
            other = form_of_guide(table)
            if other and other != self._form.id:
                gaps: dict[str, object] = {"other": other, "form": self._form.id}
                raise InputError(Problem("workbook-of-other", Place(name), gaps=gaps))
        return [table for table in tables if not is_own_guide(table)]

    def _with_common(self, tables: Sequence[Table]) -> Iterator[Source]:
        """The tables that belong to the form, each with the file's values for every row."""
        common = Common()
        for table in filter(is_common, tables):
            common, problems = common_values(table, self.headings)
            self.problems.extend(problems)
        for source in self._sources([table for table in tables if not is_common(table)]):
            yield source._replace(common=common)

    def _sources(self, tables: Sequence[Table]) -> Iterator[Source]:
        """The tables that belong to the form; of a workbook's other sheets it is said that they aren't used."""
        unused = []
        for table in tables:
            if source := recognise_table(table, self.headings):
                yield source
            elif table.name and any(table.rows()):
                unused.append(table)
        if len(unused) < len(tables):
            self.problems.extend(Problem("sheet-unused", table.place(), Severity.NOTE) for table in unused)

    def _no_heading(self, name: str) -> Problem:
        language = self._form.profile.language
        columns = self.headings.main.columns
        required = [one for one in columns if one.field.required is True and not one.field.profile]
        wanted = tuple(in_language(one.heading, language) for one in required[:5])
        return Problem("heading-missing", Place(name), gaps={"wanted": wanted})


def _names(files: Sequence[Path]) -> dict[Path, str]:
    """What messages call the files: their names, or, where two have the same, with the folders they lie in."""
    names = Counter(file.name.casefold() for file in set(files))
    return {file: file.name if names[file.name.casefold()] == 1 else file.as_posix() for file in files}
