"""Labels fields that stand in rows and columns by the name of the row and the heading of the column."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from skjema.draft.nearby import Rectangle, clean
from skjema.formats.pdf.page_texts import PageText
from skjema.text_match import match_key

_SAME = 3.0
_LEAST = 2
"""Least number of rows, and of columns, in a table."""
_APART = 30.0
"""Greatest distance between rows of a table."""
_ABOVE = 16.0
"""Greatest distance of headings above the first row."""


def matrix_labels(fields: Iterable[Rectangle], texts: Sequence[PageText]) -> dict[Rectangle, str]:
    """The labels of fields in tables whose rows begin with a name, and whose columns each have a heading."""
    labels: dict[Rectangle, str] = {}
    for table in _tables(fields):
        names = [_name(row, texts) for row in table]
        heads = [_head(field, texts) for field in table[0]]
        if all(names) and all(heads) and len(set(heads)) == len(heads):
            for name, row in zip(names, table, strict=True):
                labels |= {field: f"{name}: {head}" for field, head in zip(row, heads, strict=True)}
    return labels


def _tables(fields: Iterable[Rectangle]) -> Iterable[list[list[Rectangle]]]:
    """Tables: rows right below one another, with fields of the same widths and positions."""
    table: list[list[Rectangle]] = []
    for row in _rows(fields):
        is_alike = bool(table) and len(row) == len(table[-1]) and all(map(_is_below, table[-1], row))
        if not is_alike:
            yield from [table] if len(table) >= _LEAST else ()
            table = []
        if len(row) >= _LEAST:
            table.append(row)
    yield from [table] if len(table) >= _LEAST else ()


def _rows(fields: Iterable[Rectangle]) -> Iterable[list[Rectangle]]:
    """Fields grouped by line, from top to bottom and left to right."""
    rows: list[list[Rectangle]] = []
    for one in sorted(fields, key=lambda field: -field[1]):
        if rows and abs(rows[-1][0][1] - one[1]) <= _SAME:
            rows[-1].append(one)
        else:
            rows.append([one])
    return map(sorted, rows)


def _is_below(above: Rectangle, below: Rectangle) -> bool:
    is_in_column = abs(above[0] - below[0]) <= _SAME and abs(above[2] - below[2]) <= _SAME
    return is_in_column and 0 <= above[1] - below[3] <= _APART


def _name(row: Sequence[Rectangle], texts: Sequence[PageText]) -> str:
    """The text before the first field of a row; empty if there is text between fields too."""
    first = row[0]
    level = [one for one in texts if first[1] - 2 <= (one.bottom + one.top) / 2 <= first[3] + 2]
    between = [
        one for one in level for left, right in pairwise(row) if left[2] - 2 <= one.left and one.right <= right[0] + 2
    ]
    before = [one for one in level if one.right <= first[0] + 4]
    words = clean(max(before, key=lambda one: one.right).text) if before and not between else ""
    return words if match_key(words) else ""


def _head(field: Rectangle, texts: Sequence[PageText]) -> str:
    """The text right above a field, at its beginning or centred."""
    middle = (field[0] + field[2]) / 2
    over = [
        one
        for one in texts
        if -2 <= one.bottom - field[3] <= _ABOVE
        and one.left < field[2]
        and one.right > field[0]
        and (abs(one.left - field[0]) <= 12 or abs((one.left + one.right) / 2 - middle) <= 12)
    ]
    words = clean(min(over, key=lambda one: one.bottom).text) if over else ""
    return words if match_key(words) else ""
