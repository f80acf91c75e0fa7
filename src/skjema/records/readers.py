"""The readers of files that hold records, by ending; a new kind is a function here and a line of `READERS`."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from skjema.errors import InputError
from skjema.formats.table import Table
from skjema.problems import Place, Problem
from skjema.wording import LANGUAGES

if TYPE_CHECKING:
    from skjema.formats.form_fields import FormFields

RETURNED = (".pdf", ".docx", ".docm")
"""Endings of documents that come back."""
PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp")
"""Endings of pictures that a scanner or a telephone makes of pages."""
HEIC = (".heic", ".heif")
"""Those of pictures that an iPhone makes, which few programs read."""
_PACKED = (b"PK", b"\xd0\xcf\x11\xe0")
"""How workbooks begin: those of today, and those of Excel 2003 or with a password."""
HeadingCount = Callable[[list[str]], int]
"""Counts the headings of the form among the cells of a row; decides which delimiter a CSV file has."""


class FileContent(NamedTuple):
    """The tables, the objects or the fields of a file, before it is known what they mean to a form.

    Attributes:
        tables: Its tables, except hidden ones.
        hidden: Sheets that a workbook hides.
        objects: For a file of objects rather than tables: each with its place, again for each call; else None.
        fields: For a document that has come back: what is written in it; else None.
        notes: What the notes say that somebody has put to cells of the tables, by the cell.
    """

    tables: Sequence[Table] = ()
    hidden: Sequence[Table] = ()
    objects: Callable[[], Iterator[tuple[Place, dict[str, Any]]]] | None = None
    fields: "FormFields | None" = None
    notes: Mapping[Place, str] = {}

    @property
    def has_tables(self) -> bool:
        return self.objects is None and self.fields is None


Reader = Callable[[bytes, str, HeadingCount], FileContent]
"""Reads a file, from its content, the name that messages call it by, and a count of headings.

Raises InputError where the file can't be read.
"""


def read_content(content: bytes, name: str, count_headings: HeadingCount) -> FileContent:
    """The tables or objects of a file, by the reader for its ending.

    An unknown ending is read as a workbook, whose reader tells from the content what kind of file it is instead.

    Raises:
        InputError: It can't be read.
    """
    return READERS.get(PurePath(name).suffix.casefold(), _workbook)(content, name, count_headings)


# Imported inside the functions: a run loads what reads the kinds of files that it has, and no more.


def _csv(content: bytes, name: str, count_headings: HeadingCount) -> FileContent:
    from skjema.formats.csv_table import CsvTable

    return FileContent([CsvTable(content, name, count_headings)])


def _json(content: bytes, name: str, count_headings: HeadingCount) -> FileContent:
    from skjema.formats.json_objects import read_json

    return FileContent(objects=lambda: read_json(content, name))


def _workbook(content: bytes, name: str, count_headings: HeadingCount) -> FileContent:
    from skjema.formats.office_package import Package
    from skjema.formats.xlsx.reader import Workbook

    if PurePath(name).suffix.casefold() in (".xlsx", ".xlsm"):
        _refuse_text(content, name)
    workbook = Workbook(Package(name, content))
    return FileContent(workbook.sheets, workbook.hidden, notes=workbook.notes())


def _ods(content: bytes, name: str, count_headings: HeadingCount) -> FileContent:
    from skjema.formats.ods_tables import ods_tables

    return FileContent(*ods_tables(content, name))


def _old_workbook(content: bytes, name: str, count_headings: HeadingCount) -> FileContent:
    """A file with the ending of Excel 2003, which programs give to whatever Excel opens.

    Raises:
        InputError: Always, unless it is a workbook of today.
    """
    _refuse_text(content, name)
    if not content.startswith(_PACKED):
        raise InputError(Problem("file-text-as-workbook", Place(name), params={"ending": PurePath(name).suffix}))
    return _workbook(content, name, count_headings)


def _refuse_text(content: bytes, name: str) -> None:
    """Refuse a text that a program, or somebody, has given the ending of a workbook.

    Raises:
        InputError: It is one.
    """
    start = content[:2000].lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower().replace(b"\0", b"")
    params: dict[str, object] = {"ending": PurePath(name).suffix}
    if start.startswith(b"<?xml"):
        params["kind"] = dict.fromkeys(LANGUAGES, "XML (Excel 2003)")
    elif start.startswith((b"<html", b"<!doctype", b"<table", b"<meta")):
        params["kind"] = {"nb": "en nettside (HTML)", "nn": "ei nettside (HTML)", "en": "a web page (HTML)"}
    elif re.search(rb"^[^\n]*[;,\t]", start) and not re.search(rb"[\x01-\x08\x0e-\x1f]", start):
        raise InputError(Problem("file-text-as-workbook", Place(name), params=params))
    if "kind" in params:
        raise InputError(Problem("file-old-kind", Place(name), params=params))


def _binary_workbook(content: bytes, name: str, _: HeadingCount) -> FileContent:
    from skjema.formats.xlsx.binary import BinaryPackage
    from skjema.formats.xlsx.reader import Workbook

    workbook = Workbook(BinaryPackage(name, content))
    return FileContent(workbook.sheets, workbook.hidden, notes=workbook.notes())


def _pdf(content: bytes, name: str, _: HeadingCount) -> FileContent:
    from skjema.formats.pdf.form_fields import read_fields

    return FileContent(fields=read_fields(content, name))


def _word(content: bytes, name: str, _: HeadingCount) -> FileContent:
    from skjema.formats.docx.form_fields import read_fields

    return FileContent(fields=read_fields(content, name))


READERS: Mapping[str, Reader] = {
    ".csv": _csv,
    ".txt": _csv,
    ".tsv": _csv,
    ".json": _json,
    ".jsonl": _json,
    ".ndjson": _json,
    ".ods": _ods,
    ".pdf": _pdf,
    ".docx": _word,
    ".docm": _word,
    ".xls": _old_workbook,
    ".xlsb": _binary_workbook,
    ".xlsx": _workbook,
    ".xlsm": _workbook,
}
