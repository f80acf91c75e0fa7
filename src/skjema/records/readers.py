"""The kinds of files that hold records, by their endings; a new kind is a function here and a line of the table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from skjema.formats.table import Table
from skjema.problems import Place

KnownHeadings = Callable[[list[str]], int]
"""How many of these cells are headings of the form: what decides between readings of a file that doesn't tell."""


class FileContent(NamedTuple):
    """What a file holds, before anybody knows what it means.

    Attributes:
        tables: Its tables, those one sees.
        hidden: Tables it hides.
        objects: For a file of objects rather than tables: gives each with its place, again for each call.
    """

    tables: Sequence[Table] = ()
    hidden: Sequence[Table] = ()
    objects: Callable[[], Iterator[tuple[Place, dict[str, Any]]]] | None = None


Reader = Callable[[bytes, str, KnownHeadings], FileContent]
"""From a file's content and the name that messages call it by.

Raises InputError where the file can't be read.
"""


def read_content(content: bytes, name: str, known: KnownHeadings) -> FileContent:
    """What a file holds; one of an ending that nobody knows is looked at as a workbook, which says what is wrong.

    Raises:
        InputError: It can't be read.
    """
    return READERS.get(PurePath(name).suffix.casefold(), _workbook)(content, name, known)


# What reads one kind of file is loaded when there is such a file.


def _csv(content: bytes, name: str, known: KnownHeadings) -> FileContent:
    from skjema.formats.csv_table import CsvTable

    return FileContent([CsvTable(content, name, known)])


def _json(content: bytes, name: str, known: KnownHeadings) -> FileContent:
    from skjema.formats.json_objects import read_json

    return FileContent(objects=lambda: read_json(content, name))


def _workbook(content: bytes, name: str, known: KnownHeadings) -> FileContent:
    from skjema.formats.office_package import Package
    from skjema.formats.xlsx.reader import Workbook

    workbook = Workbook(Package(name, content))
    return FileContent(workbook.sheets, workbook.hidden)


READERS: Mapping[str, Reader] = {
    ".csv": _csv,
    ".txt": _csv,
    ".tsv": _csv,
    ".json": _json,
    ".jsonl": _json,
    ".ndjson": _json,
    ".xlsx": _workbook,
    ".xlsm": _workbook,
}
