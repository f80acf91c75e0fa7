"""What a clerk has written on a sheet of replies, found by what another collecting makes of the same files."""

from collections.abc import Iterator
from contextlib import closing, suppress

from skjema.errors import SkjemaError
from skjema.formats.office_package import Package
from skjema.formats.table import is_blank
from skjema.records.reply_ids import FILE, NUMBER
from skjema.wording.workbook import GUIDE

_Line = frozenset[tuple[str, str]]
"""What a line says: the ids of its columns, and what stands there. In which file it came says nothing."""


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
    """The lines below the ids, with the numbers of their rows.

    Raises:
        FileError, InputError: It is no workbook that can be read.
    """
    from skjema.formats.xlsx.reader import Workbook

    with closing(Package("", content)) as package:
        for sheet in Workbook(package).sheets:
            ids: dict[int, str] = {}
            for row in () if sheet.name in {*GUIDE["doubled-sheet"]} else sheet.rows():
                if NUMBER in row.cells.values():
                    ids = {column: str(value) for column, value in row.cells.items() if value != FILE}
                else:
                    cells = ((name, row.cells.get(column, "")) for column, name in ids.items())
                    yield row.number, frozenset((name, str(said)) for name, said in cells if not is_blank(said))
