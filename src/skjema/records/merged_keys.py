"""Rows of a group whose key stands in a merged cell, of which only the first row holds it."""

import re

from skjema.formats.table import Table

_LAST_ROW = re.compile(r":[A-Z]+(\d+)")


def merged_rows(table: Table, column: int) -> dict[int, int]:
    """For each row that is merged with one above it in a column, the first row of those, which holds the value.

    The table must have been read to its end.
    """
    rows: dict[int, int] = {}
    for problem in table.problems():
        last = _LAST_ROW.search(str(problem.params.get("got", ""))) if problem.code == "cells-merged" else None
        if problem.place and last and problem.place.column == column:
            first = problem.place.row
            rows.update(dict.fromkeys(range(first + 1, int(last[1]) + 1), first))
    return rows
