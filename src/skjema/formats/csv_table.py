"""CSV files as registers and Excel export them: encoding and delimiter found, never guessed at."""

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
"""\u00e6, \u00f8, \u00e5 and their like in UTF-8; as Windows-1252, `\u00c3` and a sign, which no word has."""
_LONGEST_CELL = 1 << 24
"""Letters; the csv module stops at 131 072 by itself, with an error that looks like broken quotes."""


_SPACED = re.compile(rb'"[;,\t|] +"')
"""Quoted cells with a space between them, as `"Kari"; "Lie"`."""
_START = 4000
"""Bytes of a file that tell how its lines are made."""
_END_OF_FILE = re.compile(rb"\x1a[\x1a\r\n]*\Z")
"""What DOS programs write at the end of a text."""


def _is_of_dos(content: bytes) -> bool:
    """Whether bytes are Norwegian text in the code page of DOS, with no frames drawn in it."""
    text = content.decode("cp850")
    return re.search("[a-z][æøå]|[æøåÆØÅ][a-z]", text) is not None and re.search("[\u2500-\u259f]", text) is None


class CsvTable:
    """A CSV file, see `Table`.

    Args:
        content: All of the file.
        name: What messages call it.
        count_headings: How many of these cells are headings of the form; decides the delimiter.

    Raises:
        InputError: It holds bytes that are no text.
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
            # set anew each time: it is one for the whole process
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
        """What a byte order mark says, or else UTF-8 if every byte of the file fits, or else Windows-1252."""
        for mark, encoding in _BYTE_ORDER_MARKS:
            if self._content.startswith(mark):
                self._check_text(encoding)
                return encoding
        try:
            self._check_text("utf-8")
        except InputError as not_utf8:
            # the one Norwegian programs write beside UTF-8; libraries that guess took short texts for cp775 and cp1250
            try:
                self._check_text("cp1252")
            except InputError:
                if _is_of_dos(self._content):
                    raise InputError(Problem("csv-code-page", self.place(), params={"encoding": "850"})) from None
                raise
            if _UTF8_LETTER.search(self._content):  # both in one file
                raise not_utf8 from None
            return "cp1252"
        return "utf-8"

    def _check_text(self, encoding: str) -> None:
        """Look whether the whole file is text in this encoding; if not, say in which line it isn't."""
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
        """The most headings of the form found in one of the first lines."""
        with self._text() as text:
            try:
                # strict: one stray quotation mark otherwise makes four rows of 24, without an error
                reader = csv.reader(text, delimiter=delimiter, strict=True, skipinitialspace=self._is_spaced)
                lines = list(islice(reader, HEADING_SEARCH_ROWS))
            except (csv.Error, UnicodeError):
                return 0
        return max(map(count_headings, lines), default=0)


def _bare(cell: str) -> str:
    """`="0150"` is how programs keep Excel from taking away a zero: the text within."""
    return cell[2:-1] if cell.startswith('="') and cell.endswith('"') else cell
