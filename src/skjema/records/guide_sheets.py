"""The sheets of an input workbook that hold no records: guide, lists, and cells without a place."""

import re
from itertools import islice

from skjema.formats.table import HEADING_SEARCH_ROWS, Table
from skjema.records.edition import is_edition_sheet
from skjema.text_match import match_key
from skjema.wording.workbook import GUIDE


def is_own_guide(table: Table) -> bool:
    """Whether a sheet is the guide, or the lists behind the dropdowns, of an input workbook."""
    title = match_key(table.name)
    return title in _GUIDE_TITLES or is_edition_sheet(table) or (title in _LEFT_TITLES and is_listing(table))


def is_left_over(table: Table) -> bool:
    """Whether a sheet lists the cells that had no place in a workbook."""
    return match_key(table.name) in _titles("left-sheet") and is_listing(table)


def is_listing(table: Table) -> bool:
    """Whether a sheet tells of cells of others, as those do that come of an earlier workbook."""
    first = next(iter(table.rows()), None)
    return first is not None and first.cells.get(1) in GUIDE["sheet"] and first.cells.get(2) in GUIDE["row"]


def _titles(*sheets: str) -> set[str]:
    return {match_key(title) for sheet in sheets for title in GUIDE[sheet]}


_GUIDE_TITLES = _titles("guide-sheet", "lists-sheet")
_LEFT_TITLES = _titles("left-sheet", "rolled-sheet")


def form_of_guide(table: Table) -> str:
    """Id of the form whose guide the sheet is, from the command that stands in it; empty where none does."""
    for row in islice(table.rows(), HEADING_SEARCH_ROWS):
        for value in row.cells.values():
            command = re.search(r"skjema check ([a-z0-9-]+) ", value) if isinstance(value, str) else None
            if command:
                return command[1]
    return ""
