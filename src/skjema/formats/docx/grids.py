"""Fits the grids of tables whose columns a template makes in a loop to the number of cells in their rows.

docxtpl does so to every table, counts the rows of nested tables too, and ignores columns that a row skips. Here only
templates that make columns are changed, each table by its own rows.
"""

import re

from lxml import etree

from skjema.formats.docx.part_xml import W, unparse

_COLUMNS = re.compile(rb"\{%\s*(tc|colspan|hm)\b|\{#tc ")

_MOST = 1000
"""Most columns of a grid; Word can show 63."""


def makes_columns(content: bytes) -> bool:
    """Whether a part has tags that change the number of cells in a row."""
    return _COLUMNS.search(re.sub(rb"<[^>]*>", b"", content)) is not None


def fit_grids(xml: bytes) -> bytes:
    """`xml` with each table's grid as long as its longest row; the table keeps its width.

    Raises:
        ValueError: The span of a cell is no valid number of columns.
    """
    root = etree.fromstring(xml)
    for table in root.iter(f"{W}tbl"):
        grid = table.find(f"{W}tblGrid")
        if grid is not None:
            # only the table's own rows: docxtpl counts those of nested tables too
            _fit(grid, max((_columns(row) for row in table.findall(f"{W}tr")), default=0))
    return unparse(root)


def _columns(row: etree._Element) -> int:
    """Number of columns of a row, including those that it skips at its ends."""
    properties = row.find(f"{W}trPr")
    skipped = 0
    if properties is not None:
        for side in ("gridBefore", "gridAfter"):
            skipped += sum(int(columns.get(f"{W}val", "0")) for columns in properties.findall(f"{W}{side}"))
    return skipped + sum(_span(cell) for cell in row.findall(f"{W}tc"))


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else int(span.get(f"{W}val", "1"))


def _fit(grid: etree._Element, wanted: int) -> None:
    """Give a grid this number of columns; new ones get the average width, and the table keeps its width."""
    columns = grid.findall(f"{W}gridCol")
    widths = [float(column.get(f"{W}w", "0")) for column in columns]
    more = wanted - len(columns)
    if not wanted or not more:
        return
    if wanted > _MOST:
        raise ValueError
    total = sum(widths)
    for column in columns[wanted:]:
        grid.remove(column)
    for _ in range(more):
        etree.SubElement(grid, f"{W}gridCol")
    if more > 0:
        shares = [*(width * len(columns) / wanted for width in widths), *[total / wanted] * more]
    else:
        shares = [width + int(sum(widths[wanted:]) / wanted) for width in widths[:wanted]]
    for column, share in zip(grid.findall(f"{W}gridCol"), shares, strict=True):
        column.set(f"{W}w", str(int(share)))  # rounded down, as docxtpl does
