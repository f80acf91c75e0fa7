"""What a clerk has written on a sheet of replies, found by what another collecting makes of the same files."""

from collections.abc import Iterator
from contextlib import closing, suppress
from typing import NamedTuple

from skjema.errors import SkjemaError
from skjema.formats.office_package import Package
from skjema.formats.table import Unreadable, Value, Written, is_blank
from skjema.records.reply_ids import FILE, NUMBER, READ
from skjema.wording.workbook import GUIDE

_Line = frozenset[tuple[str, str]]
"""What a line says: the ids of its columns, and what stands there. In which file it came says nothing."""


class EarlierLine(NamedTuple):
    """A line of an earlier sheet of replies.

    Attributes:
        row: Its number there.
        cells: What stands in it, by the ids of the columns; empty cells aren't there.
    """

    row: int
    cells: dict[str, Value]


def earlier_lines(content: bytes) -> list[EarlierLine]:
    """The lines of an earlier sheet of replies as they stand there now, but for those with cells that can't be read.

    None where the workbook can't be.
    """
    with suppress(SkjemaError):
        read = [
            (row, {name: one for name, one in cells.items() if not isinstance(one, Unreadable)}, cells)
            for row, cells in _rows(content)
        ]
        return [EarlierLine(row, known) for row, known, cells in read if len(known) == len(cells) > 0]
    return []


def typed_rows(before: bytes, now: bytes) -> tuple[int, ...] | None:
    """Rows of an earlier sheet of replies that say something else than every line of a new one.

    Args:
        before, now: The workbooks.

    Returns:
        None where the earlier one can't be read.
    """
    with suppress(SkjemaError):
        new = {line for _, line in _lines(now)}
        return tuple(row for row, line in _lines(before) if line and line not in new)
    return None


def _lines(content: bytes) -> Iterator[tuple[int, _Line]]:
    """What the lines below the ids say, with the numbers of their rows."""
    for row, cells in _rows(content):
        yield row, frozenset((name, str(said)) for name, said in cells.items() if name not in (FILE, READ))


def _rows(content: bytes) -> Iterator[tuple[int, dict[str, Written]]]:
    """The cells below the ids that hold something, by the ids of their columns, with the numbers of their rows.

    Raises:
        FileError, InputError: It is no workbook that can be read.
    """
    from skjema.formats.xlsx.reader import Workbook

    with closing(Package("", content)) as package:
        for sheet in Workbook(package).sheets:
            ids: dict[int, str] = {}
            for row in () if sheet.name in {*GUIDE["doubled-sheet"]} else sheet.rows():
                if NUMBER in row.cells.values():
                    ids = {column: str(value) for column, value in row.cells.items()}
                elif ids:
                    cells = ((name, row.cells.get(column, "")) for column, name in ids.items())
                    yield row.number, {name: said for name, said in cells if not is_blank(said)}
