"""CSV files as registers and Excel export them; encoding and delimiter are worked out from the content."""

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from skjema.errors import InputError
from skjema.formats.table import HEADING_SEARCH_ROWS, Row, Written
from skjema.problems import Place, Problem

DELIMITERS = ";\t,|"
_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_UTF8_LETTER = re.compile(rb"\xc3[\x80-\xbf]")
"""\u00e6, \u00f8, \u00e5 and similar letters in UTF-8; in Windows-1252, `\u00c3` and a sign, which no word has."""
_LONGEST_CELL = 1 << 24
"""Most characters in a cell; the csv module's own limit of 131 072 gives an error that looks like broken quotes."""


_SPACED = re.compile(rb'"[;,\t|] +"')
"""Quoted cells with a space after the delimiter, as in `"Kari"; "Lie"`."""
_START = 4000
"""Number of bytes at the start of a file that show how its lines are written."""
_END_OF_FILE = re.compile(rb"\x1a[\x1a\r\n]*\Z")
"""Written by DOS programs at the end of a text."""


def _is_of_dos(content: bytes) -> bool:
    """Whether the bytes are Norwegian text in the DOS code page, without box-drawing characters."""
    text = content.decode("cp850")
    return re.search("[a-z][æøå]|[æøåÆØÅ][a-z]", text) is not None and re.search("[\u2500-\u259f]", text) is None


class CsvTable:
    """A CSV file; see `Table`.

    Args:
        content: Content of the file.
        name: Name of the file in messages.
        count_headings: Returns how many of some cells are headings of the form; used to find the delimiter.

    Raises:
        InputError: The file has bytes that are no text.
    """

    def __init__(self, content: bytes, name: str, count_headings: Callable[[list[str]], int]) -> None:
        self.name = Path(name).stem
        self._file_name = name
        self._content = _END_OF_FILE.sub(b"", content)
        self.encoding = self._find_encoding()
        self._is_spaced = _SPACED.search(self._content, 0, _START) is not None
        self._delimiter = max(DELIMITERS, key=lambda delimiter: self._matches(delimiter, count_headings))

    def place(self, row: int = 0, column: int = 0) -> Place:
        return Place(self._file_name, row=row, column=column)

    def problems(self) -> list[Problem]:
        return []

    def rows(self) -> Iterator[Row]:
        with self._text() as text:
            # set every time, since the limit is global to the process
            csv.field_size_limit(_LONGEST_CELL)
            reader = csv.reader(text, delimiter=self._delimiter, strict=True, skipinitialspace=self._is_spaced)
            first = 1
            try:
                for cells in reader:
                    filled: dict[int, Written] = {at: _bare(cell) for at, cell in enumerate(cells, start=1) if cell}
                    # `sep=;` as a first line tells Excel the delimiter; it is no heading
                    is_hint = first == 1 and len(filled) == 1 and cells[0].startswith("sep=")
                    if filled and not is_hint:
                        yield Row(first, filled)
                    first = reader.line_num + 1
            except csv.Error:
                raise InputError(Problem("csv-quotes", self.place(first))) from None

    def _text(self) -> io.TextIOWrapper:
        return io.TextIOWrapper(io.BytesIO(self._content), self.encoding, newline="")

    def _find_encoding(self) -> str:
        """The encoding of the byte order mark, if any; else UTF-8 if the file is valid UTF-8; else Windows-1252."""
        for mark, encoding in _BYTE_ORDER_MARKS:
            if self._content.startswith(mark):
                self._check_text(encoding)
                return encoding
        try:
            self._check_text("utf-8")
        except InputError as not_utf8:
            # what Norwegian programs write beside UTF-8; libraries that guess took it for cp775 and cp1250
            try:
                self._check_text("cp1252")
            except InputError:
                if _is_of_dos(self._content):
                    raise InputError(Problem("csv-code-page", self.place(), params={"encoding": "850"})) from None
                raise
            if _UTF8_LETTER.search(self._content):  # a mix of both encodings
                raise not_utf8 from None
            return "cp1252"
        return "utf-8"

    def _check_text(self, encoding: str) -> None:
        """Check that the whole file is text in this encoding; if not, raise InputError with the line."""
        decoder = codecs.getincrementaldecoder(encoding)()
        lines = 0
        try:
            for line in io.BytesIO(self._content):
                lines += 1
                # no text has a NUL; UTF-16 without its mark has one in nearly every letter
                if "\0" in decoder.decode(line):
                    break
            else:
                decoder.decode(b"", final=True)
                return
        except UnicodeDecodeError:
            pass
        raise InputError(Problem("csv-not-text", self.place(lines)))

    def _matches(self, delimiter: str, count_headings: Callable[[list[str]], int]) -> int:
        """The largest number of the form's headings in any of the first lines, if this is the delimiter."""
        with self._text() as text:
            try:
                # strict: one stray quotation mark otherwise makes four rows of 24, without an error
                reader = csv.reader(text, delimiter=delimiter, strict=True, skipinitialspace=self._is_spaced)
                lines = list(islice(reader, HEADING_SEARCH_ROWS))
            except (csv.Error, UnicodeError):
                return 0
        return max(map(count_headings, lines), default=0)


def _bare(cell: str) -> str:
    """The cell's text, without the `="…"` that some programs write to make Excel keep a leading zero."""
    return cell[2:-1] if cell.startswith('="') and cell.endswith('"') else cell
