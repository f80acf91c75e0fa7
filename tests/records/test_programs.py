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
        (at, {column: one for column, one in enumerate(row, 1) if one is not None}) for at, row in enumerate(rows, 1)
    )
    return [(at, cells) for at, cells in numbered if cells]


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("way", WAYS)
def test_what_a_program_wrote_is_read(way: str, content: str) -> None:
    found = read(WAYS[way]([Page("Ark", CONTENTS[content])]))
    wanted = expected(CONTENTS[content])
    assert found == wanted
    kinds = [[type(cells[at]) for at in sorted(cells)] for _, cells in found]
    assert kinds == [[_kind(cells[at]) for at in sorted(cells)] for _, cells in wanted]


def _kind(value: Value) -> type:
    """What a number without decimals is read as: workbooks have one kind of number."""
    is_whole = type(value) is float and value.is_integer() and abs(value) < 1e15
    return int if is_whole else type(value)


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("way", [one for one in WAYS if one not in BEYOND_CALAMINE])
def test_calamine_reads_the_same(way: str, content: str) -> None:
    """That what is expected is what stands there is no opinion of ours."""
    written = WAYS[way]([Page("Ark", CONTENTS[content])])
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(written))
    theirs = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    for number, cells in expected(CONTENTS[content]):
        for column, value in cells.items():
            assert _is_same(value, theirs[number - 1][column - 1]), (number, column)


def _is_same(value: Value, other: Any) -> bool:
    if isinstance(value, time):
        at = (
            other
            if isinstance(other, time)
            else (datetime(1, 1, 1) + other).time()
            if isinstance(other, timedelta)
            else None
        )
        return at == value
    if isinstance(value, datetime):
        moment = (
            other
            if isinstance(other, datetime)
            else datetime.combine(other, time())
            if isinstance(other, date)
            else None
        )
        return moment is not None and abs(moment - value) <= timedelta(seconds=1)
    if isinstance(value, float | int) and not isinstance(value, bool):
        return isinstance(other, float | int) and math.isclose(value, other)
    return bool(value == other)
