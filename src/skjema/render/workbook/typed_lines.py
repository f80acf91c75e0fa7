"""What a clerk has typed on an earlier sheet of replies, put into the new one."""

from collections.abc import Iterable, Mapping, Sequence

from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from skjema.formats.table import Value
from skjema.formats.xlsx.writer import put_text
from skjema.hashing import blake2b
from skjema.records.reply_ids import FILE, NUMBER, READ
from skjema.records.reply_lines import IDS_ROW
from skjema.records.typed_replies import EarlierLine

_BYTES = 12


class TypedLines:
    """Lines of an earlier sheet of replies.

    A line of a file counts as it stands there where the file is the same, and the same is read of it: then what differs
    is a person's. A line without a file is a person's altogether, and is kept where a run says whose its number is.
    """

    def __init__(self, lines: Iterable[EarlierLine], *, has_run: bool) -> None:
        cells = [one.cells for one in lines]
        self._by_reading = {str(one[READ]): one for one in cells if READ in one}
        # an edition that noted nothing has left lines of files that look like a person's
        beside = {READ} if self._by_reading else {FILE, READ}
        self._typed = [one for one in cells if has_run and NUMBER in one and beside.isdisjoint(one)]

    def write(self, sheet: Worksheet, ids: Sequence[str], digests: Sequence[bytes]) -> None:
        """Note on a sheet what was read, and put in what a person has written.

        Args:
            ids: Of its columns.
            digests: Of the file of each line.
        """
        column = len(ids) + 1
        put_text(sheet.cell(IDS_ROW, column), READ)
        sheet.column_dimensions[get_column_letter(column)].hidden = True
        for row, digest in enumerate(digests, start=IDS_ROW + 1):
            said = {name: sheet.cell(row, at).value for at, name in enumerate(ids, start=1)}
            reading = _digest(digest, said)
            put_text(sheet.cell(row, column), reading)
            if reading in self._by_reading:
                _put(sheet, row, ids, {**self._by_reading[reading], FILE: str(said[FILE])})
        known = {*ids}
        kept = (cells for cells in self._typed if cells.keys() <= known)
        for row, cells in enumerate(kept, start=IDS_ROW + 1 + len(digests)):
            _put(sheet, row, ids, cells)


def _digest(file: bytes, said: Mapping[str, object]) -> str:
    told = sorted((name, str(value)) for name, value in said.items() if value is not None and name != FILE)
    return blake2b(file + repr(told).encode(), digest_size=_BYTES).hexdigest()


def _put(sheet: Worksheet, row: int, ids: Sequence[str], cells: Mapping[str, Value]) -> None:
    """Write in a line what a person has left there, also where that is nothing."""
    for at, name in enumerate(ids, start=1):
        cell, value = sheet.cell(row, at), cells.get(name)
        if str(cell.value or "") == str(value or ""):
            continue
        cell.fill = PatternFill()
        if isinstance(value, str):
            put_text(cell, value)
        else:
            cell.value = value
