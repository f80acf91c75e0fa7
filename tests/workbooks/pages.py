"""Sheets for test workbooks, among them rows of every kind of value that a workbook can hold."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

import openpyxl

from skjema.formats.table import Percent

Value = str | int | float | bool | datetime | time | None


@dataclass(frozen=True)
class Page:
    """A sheet: its rows from the first, its cells from column A; None for an empty cell."""

    title: str
    rows: Sequence[Sequence[Value]]
    is_hidden: bool = False


CONTENTS: dict[str, list[list[Value]]] = {
    "a list of children": [
        ["Barnets navn", "Fødselsdato", "Skolestart", "Timer"],
        ["Ola Ærlig-Øvergård", datetime(2021, 3, 21), 2027, 37.5],
        ["Čáhppes Đuŋŋá", datetime(2020, 2, 29), 2026, 20],
        ["Ola Ærlig-Øvergård", datetime(2021, 12, 31), 2027, 0.5],
    ],
    "gaps": [["a", None, "c"], [None, "b"], [1, None, None, 4]],
    "texts that mean something": [
        ["<b> & \"'", "=1+1", "007", "TRUE", "21.03.2021", "1e5"],
        ["{{ x }}", "&amp;", "]]>"],
    ],
    "spaces and lines": [[" foran", "bak ", "to  rom", "en\nto", "\tinn"], ["\u00a0fast", " "]],
    "letters from afar": [["東京", "Łódź", "e\u0301", "\U0001f600", "ﬁ"]],
    "numbers": [[0, 1, -7, 1234567890123, 0.1, -2.5, 1e-7, 1e20], [Percent(0.054), Percent(1.0)]],
    "dates": [
        [datetime(1984, 2, 29), datetime(2026, 11, 22), datetime(2099, 12, 31)],
        [datetime(2026, 11, 22, 13, 45, 30), time(9, 30), time(23, 59, 59)],
    ],
    "yes and no": [[True, False], ["x", True]],
}
"""Rows by what they are about. No date before 1904, which a Mac's workbook can't hold."""


def pages_of(path: Path) -> list[Page]:
    """The sheets of a workbook as openpyxl reads them."""
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    return [
        Page(str(sheet.title), [_row(row) for row in sheet.iter_rows(values_only=True)], sheet.sheet_state != "visible")
        for sheet in book.worksheets
    ]


def _row(cells: Sequence[object]) -> list[Value]:
    return [cell if isinstance(cell, Value) else None for cell in cells]
