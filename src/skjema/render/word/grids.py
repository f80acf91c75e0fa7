"""Tables whose columns a template makes in a loop: their grid is fitted to the cells they got.

docxtpl does this to every table, counting the rows of nested tables and passing over
columns that a row skips; here only tables of templates that make columns are touched,
each by its own rows.
"""

import re

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COLUMNS = re.compile(rb"\{%\s*(tc|colspan|hm)\b")


def makes_columns(content: bytes) -> bool:
    """Whether a part has tags that change how many cells a row has."""
    return _COLUMNS.search(re.sub(rb"<[^>]*>", b"", content)) is not None


def fit_grids(xml: bytes) -> bytes:
    """`xml` with the grid of each table as long as its longest row, and as wide as before."""
    root = etree.fromstring(xml)
    for table in root.iter(f"{_W}tbl"):
        grid = table.find(f"{_W}tblGrid")
        if grid is not None:
            _fit(grid, max((_columns(row) for row in table.findall(f"{_W}tr")), default=0))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _columns(row: etree._Element) -> int:
    """Columns that a row spans, with those it skips at its ends."""
    properties = row.find(f"{_W}trPr")
    skipped = 0
    if properties is not None:
        for side in ("gridBefore", "gridAfter"):
            skipped += sum(int(one.get(f"{_W}val", "0")) for one in properties.findall(f"{_W}{side}"))
    return skipped + sum(_span(cell) for cell in row.findall(f"{_W}tc"))


def _span(cell: etree._Element) -> int:
    found = cell.find(f"{_W}tcPr/{_W}gridSpan")
    return 1 if found is None else int(found.get(f"{_W}val", "1"))


def _fit(grid: etree._Element, wanted: int) -> None:
    columns = grid.findall(f"{_W}gridCol")
    widths = [float(one.get(f"{_W}w", "0")) for one in columns]
    if not wanted or wanted == len(columns):
        return
    whole = sum(widths)
    for column in columns[wanted:]:
        grid.remove(column)
    for _ in range(wanted - len(columns)):
        etree.SubElement(grid, f"{_W}gridCol")
    kept = widths[:wanted] + [whole / len(columns)] * (wanted - len(columns)) if columns else [0.0] * wanted
    for column, width in zip(grid.findall(f"{_W}gridCol"), kept, strict=True):
        column.set(f"{_W}w", str(round(width * whole / sum(kept))) if sum(kept) else "0")
