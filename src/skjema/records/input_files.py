"""The files of one run, each read once, and those of their tables that belong to the form."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from skjema.definition.model import Form
from skjema.errors import InputError
from skjema.formats.open_input import read_file
from skjema.problems import Place, Problem, Severity
from skjema.records.readers import RETURNED, FileContent, read_content

if TYPE_CHECKING:
    from skjema.records.form_tables import FormTables
    from skjema.records.recognise import FormHeadings
    from skjema.records.recognised_table import FormTable

_NO_FIELDS = {".pdf": "pdf-no-fields", ".docx": "docx-no-fields", ".docm": "docx-no-fields"}
"""What is said of documents that come back and are none of ours; as data for a run, such a document may be a list."""


class InputFile(NamedTuple):
    """One file of records: its objects, or its tables that belong to the form.

    Attributes:
        name: What messages call it.
        folder: Where it lies.
    """

    name: str
    folder: Path
    content: FileContent
    form_tables: Sequence["FormTable"]

    @property
    def holds_records(self) -> bool:
        """Whether it holds records rather than only rows of groups, or nothing of the form."""
        return not self.content.has_tables or any(form_table.group is None for form_table in self.form_tables)


class InputFiles:
    """All files of a run.

    Args:
        contents: The files as they were read before, if they were.

    Attributes:
        contents: The files as they were read, each once.

    Raises:
        FileError, InputError: A file can't be read at all.
    """

    def __init__(self, form: Form, files: Sequence[Path], contents: Mapping[Path, bytes] | None = None) -> None:
        self.contents: dict[Path, bytes] = dict(contents or {})
        self._form = form
        self._again: list[Problem] = []
        names = names_in_messages(files)
        self.files = [self._open(path, names[path]) for path in self._each_once(files, names)]
        if not any(file.holds_records for file in self.files):
            turned = [one for one in self.problems if one.code == "table-turned"]
            missing = (self._tables.no_heading_problem(file.name, file.content.tables) for file in self.files)
            raise InputError(*(turned or missing))

    @cached_property
    def _tables(self) -> "FormTables":
        from skjema.records.form_tables import FormTables  # which files of objects do without

        return FormTables(self._form)

    @property
    def _has_tables(self) -> bool:
        return any(file.content.has_tables for file in self.files)

    @property
    def headings(self) -> "FormHeadings":
        """The headings that the form's tables may have."""
        return self._tables.headings

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the files themselves."""
        return [*self._again, *(self._tables.problems if self._has_tables else [])]

    @property
    def missing_columns(self) -> set[str]:
        """Fields that must be filled but have no column; reported once and not for every row."""
        return self._tables.missing_columns if self._has_tables else set()

    def form_tables(self) -> Iterator["FormTable"]:
        """The tables of all files that belong to the form."""
        for file in self.files:
            yield from file.form_tables

    def _count_headings(self, cells: list[str]) -> int:
        return self.headings.count_known(cells)

    def _each_once(self, files: Sequence[Path], names: Mapping[Path, str]) -> Iterator[Path]:
        """The files without those that are byte for byte the same as an earlier one."""
        before: dict[bytes, Path] = {}
        for path in files:
            if path not in self.contents:
                self.contents[path] = read_file(path, names[path])
            content = self.contents[path]
            # a document that has come back may well say the same as another
            if content not in before or path.suffix.casefold() in RETURNED:
                before[content] = path
                yield path
            else:
                params: dict[str, object] = {"other": names[before[content]]}
                self._again.append(Problem("file-again", Place(names[path]), Severity.WARNING, params))

    def _open(self, path: Path, name: str) -> InputFile:
        try:
            content = read_content(self.contents[path], name, self._count_headings)
        except InputError as error:
            if {problem.code for problem in error.problems} == {_NO_FIELDS.get(path.suffix.casefold())}:
                raise InputError(Problem("document-no-list", Place(name))) from None
            raise
        return InputFile(name, path.parent, content, self._tables.find(content, name) if content.has_tables else ())


def names_in_messages(files: Sequence[Path]) -> dict[Path, str]:
    """What messages call the files: their names, or, where two have the same, with the folders they lie in."""
    count = Counter(file.name.casefold() for file in set(files))
    return {file: file.name if count[file.name.casefold()] == 1 else file.as_posix() for file in files}
