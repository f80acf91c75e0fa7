"""Tables whose headings stand below one another, with a column for each record."""

from itertools import islice

from skjema.formats.table import HEADING_SEARCH_ROWS, Table
from skjema.records.recognise import FormHeadings

_FEWEST = 4
"""Headings in one column that make it one of headings."""
_ROWS = 60
_COLUMNS = 4
"""How far such a column is looked for."""


def is_turned(table: Table, headings: FormHeadings) -> bool:
    """Whether many more headings of the form stand in one column than in any row."""
    rows = list(islice(table.rows(), _ROWS))
    columns: dict[int, list[str]] = {}
    for row in rows:
        for column, value in row.cells.items():
            if column <= _COLUMNS and isinstance(value, str):
                columns.setdefault(column, []).append(value)
    # by their names in full: a column of values may well hold `Mor` and `Far`
    find = headings.main.find
    down = max((len({id(find(text)) for text in texts if find(text)}) for texts in columns.values()), default=0)
    across = max((headings.main.count_known(row.cells.values()) for row in rows[:HEADING_SEARCH_ROWS]), default=0)
    return down >= _FEWEST and down > 2 * across
