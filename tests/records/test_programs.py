"""Workbooks as the programs of offices and registers save them: each is read as what was written, no more and no less."""

import io
import math
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
import python_calamine

from skjema.formats.office_package import Package
from skjema.formats.xlsx.reader import Workbook
from tests.workbooks.pages import CONTENTS, Page, Value
from tests.workbooks.programs import WAYS

BEYOND_CALAMINE = frozenset(
    {"a register with texts elsewhere", "a register with its main part elsewhere", "a register in UTF-16"}
)
"""What python-calamine 0.9 can't read, so that it is no second opinion there; it knows parts by their usual names."""


def read(content: bytes) -> list[tuple[int, dict[int, Any]]]:
    return [(row.number, row.cells) for row in Workbook(Package("a.xlsx", content)).sheets[0].rows()]


def expected(rows: list[list[Value]]) -> list[tuple[int, dict[int, Any]]]:
    numbered = (
        (at, {column: value for column, value in enumerate(row, 1) if value is not None})
        for at, row in enumerate(rows, 1)
    )
    return [(at, cells) for at, cells in numbered if cells]


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("way", WAYS)
def test_what_a_program_wrote_is_read(way: str, content: str) -> None:
    cells_read = read(WAYS[way]([Page("Ark", CONTENTS[content])]))
    wanted = expected(CONTENTS[content])
    assert cells_read == wanted
    kinds = [[type(cells[at]) for at in sorted(cells)] for _, cells in cells_read]
    assert kinds == [[_kind(cells[at]) for at in sorted(cells)] for _, cells in wanted]


def _kind(value: Value) -> type:
    """What a number without decimals is read as: workbooks have one kind of number."""
    is_whole = type(value) is float and value.is_integer() and abs(value) < 1e15
    return int if is_whole else type(value)


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("way", [way for way in WAYS if way not in BEYOND_CALAMINE])
def test_calamine_reads_the_same(way: str, content: str) -> None:
    """That what is expected is what stands there is no opinion of ours."""
    written = WAYS[way]([Page("Ark", CONTENTS[content])])
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(written))
    theirs = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    for number, cells in expected(CONTENTS[content]):
        for column, value in cells.items():
            assert _is_same(value, theirs[number - 1][column - 1]), (number, column)


def _is_same(value: Value, theirs: Any) -> bool:
    if isinstance(value, time):
        clock = (
            theirs
            if isinstance(theirs, time)
            else (datetime(1, 1, 1) + theirs).time()
            if isinstance(theirs, timedelta)
            else None
        )
        return clock == value
    if isinstance(value, datetime):
        moment = (
            theirs
            if isinstance(theirs, datetime)
            else datetime.combine(theirs, time())
            if isinstance(theirs, date)
            else None
        )
        return moment is not None and abs(moment - value) <= timedelta(seconds=1)
    if isinstance(value, float | int) and not isinstance(value, bool):
        return isinstance(theirs, float | int) and math.isclose(value, theirs)
    return bool(value == theirs)
