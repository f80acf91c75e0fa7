"""Tables whose columns a template makes in a loop: their grid is fitted to the cells they got.

docxtpl does this to every table, counting the rows of nested tables and passing over
columns that a row skips; here only tables of templates that make columns are touched,
each by its own rows.
"""

import re

from lxml import etree

from skjema.formats.docx.part_xml import W, unparse

_COLUMNS = re.compile(rb"\{%\s*(tc|colspan|hm)\b")


def makes_columns(content: bytes) -> bool:
    """Whether a part has tags that change how many cells a row has."""
    return _COLUMNS.search(re.sub(rb"<[^>]*>", b"", content)) is not None


def fit_grids(xml: bytes) -> bytes:
    """`xml` with the grid of each table as long as its longest row, and as wide as before."""
    root = etree.fromstring(xml)
    for table in root.iter(f"{W}tbl"):
        grid = table.find(f"{W}tblGrid")
        if grid is not None:
            _fit(grid, max((_columns(row) for row in table.findall(f"{W}tr")), default=0))
    return unparse(root)


def _columns(row: etree._Element) -> int:
    """Columns that a row spans, with those it skips at its ends."""
    properties = row.find(f"{W}trPr")
    skipped = 0
    if properties is not None:
        for side in ("gridBefore", "gridAfter"):
            skipped += sum(int(one.get(f"{W}val", "0")) for one in properties.findall(f"{W}{side}"))
    return skipped + sum(_span(cell) for cell in row.findall(f"{W}tc"))


def _span(cell: etree._Element) -> int:
    found = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if found is None else int(found.get(f"{W}val", "1"))


def _fit(grid: etree._Element, wanted: int) -> None:
    columns = grid.findall(f"{W}gridCol")
    widths = [float(one.get(f"{W}w", "0")) for one in columns]
    if not wanted or wanted == len(columns):
        return
    whole = sum(widths)
    for column in columns[wanted:]:
        grid.remove(column)
    for _ in range(wanted - len(columns)):
        etree.SubElement(grid, f"{W}gridCol")
    kept = widths[:wanted] + [whole / len(columns)] * (wanted - len(columns)) if columns else [0.0] * wanted
    for column, width in zip(grid.findall(f"{W}gridCol"), kept, strict=True):
        column.set(f"{W}w", str(round(width * whole / sum(kept))) if sum(kept) else "0")
