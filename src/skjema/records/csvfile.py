"""CSV files as registers and Excel export them: encoding and delimiter found, never guessed at."""

import codecs
import csv
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from skjema.errors import InputError
from skjema.problems import Place, Problem
from skjema.records.guard import open_file
from skjema.records.tables import Row

DELIMITERS = ";\t,|"
_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_HEAD = 20
"""Lines in which the heading may stand."""


class CsvTable:
    """A CSV file, see `Table`.

    Args:
        known: How many of these cells are headings of the form; decides the delimiter.

    Raises:
        FileError: It can't be opened.
        InputError: It holds bytes that are no text.
    """

    def __init__(self, path: Path, known: Callable[[list[str]], int]) -> None:
        self.name = path.stem
        self._path = path
        self.encoding = self._find_encoding()
        self._delimiter = max(DELIMITERS, key=lambda delimiter: self._matches(delimiter, known))

    def place(self, row: int = 0, column: int = 0) -> Place:
        return Place(self._path.name, row=row, column=column)

    def problems(self) -> list[Problem]:
        return []

    def rows(self) -> Iterator[Row]:
        with self._text() as text:
            reader = csv.reader(text, delimiter=self._delimiter, strict=True)
            first = 1
            try:
                for cells in reader:
                    filled = {at: cell for at, cell in enumerate(cells, start=1) if cell}
                    is_hint = first == 1 and len(filled) == 1 and cells[0].startswith("sep=")
                    if filled and not is_hint:
                        yield Row(first, dict(filled))
                    first = reader.line_num + 1
            except csv.Error as error:
                raise InputError(Problem("csv-quotes", self.place(first), gaps={"reason": str(error)})) from None

    @contextmanager
    def _text(self) -> Iterator[io.TextIOWrapper]:
        with open_file(self._path) as raw, io.TextIOWrapper(raw, self.encoding, newline="") as text:
            yield text

    def _find_encoding(self) -> str:
        """A byte order mark, or else UTF-8 if every byte of the file fits, or else Windows-1252."""
        with open_file(self._path) as raw:
            start = raw.read(4)
            for mark, encoding in _BYTE_ORDER_MARKS:
                if start.startswith(mark):
                    return encoding
            raw.seek(0)
            decoders = {name: codecs.getincrementaldecoder(name)() for name in ("utf-8", "cp1252")}
            nul = False
            while chunk := raw.read(1 << 16):
                nul = nul or b"\0" in chunk
                for name in list(decoders):
                    try:
                        decoders[name].decode(chunk)
                    except UnicodeDecodeError:
                        del decoders[name]
        try:
            decoders.get("utf-8", codecs.getincrementaldecoder("ascii")()).decode(b"", final=True)
        except UnicodeDecodeError:
            del decoders["utf-8"]
        if nul or not decoders:
            raise InputError(Problem("csv-not-text", self.place()))
        return next(iter(decoders))

    def _matches(self, delimiter: str, known: Callable[[list[str]], int]) -> int:
        """The most headings of the form found in one of the first lines."""
        with self._text() as text:
            try:
                lines = list(islice(csv.reader(text, delimiter=delimiter, strict=True), _HEAD))
            except (csv.Error, UnicodeError):
                return 0
        return max(map(known, lines), default=0)
