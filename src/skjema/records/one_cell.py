"""Tables whose every row stands in one cell, as where Excel has opened a text file without parting its columns."""

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from skjema.formats.table import HEADING_SEARCH_ROWS, Table
from skjema.problems import Place

if TYPE_CHECKING:
    from skjema.records.recognise import FormHeadings

_DELIMITERS = ";\t,|"
_FEWEST = 2
"""Headings of the form in one cell that can't be there by chance."""


def in_one_cell(tables: Sequence[Table], headings: "FormHeadings") -> Place | None:
    """The first cell that holds several headings of the form, with a sign between them; None where there is none."""
    for table in tables:
        for row in islice(table.rows(), HEADING_SEARCH_ROWS):
            for column, value in row.cells.items():
                parts = [str(value).split(delimiter) for delimiter in _DELIMITERS]
                if max(map(headings.main.count_known, parts)) >= _FEWEST:
                    return table.place(row.number, column)
    return None
