"""Saves workbooks through openpyxl, so that the same input gives the same bytes and the schema accepts them."""

import io
import re
import zipfile
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from skjema.formats.self_description import MADE
from skjema.formats.zip_writer import Archive, compress_member

_FONT = re.compile(rb"<font>.*?</font>", re.DOTALL)
_PART = re.compile(rb"<(\w+)[^>]*/>")
# ECMA-376 part 1, 18.8.22
_FONT_ORDER = tuple(
    b"b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split()
)
_MOMENT = re.compile(rb"(<dcterms:(?:modified|created)[^>]*>)[^<]*")


def saved(book: Workbook, day: date, *, is_made: bool = False) -> bytes:
    """The workbook as an xlsx file, with `day` as its date of creation and change.

    Args:
        is_made: Whether a run has made it; it is then marked, so that it isn't taken for a list of the office's.
    """
    if is_made:
        book.properties.category = MADE
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        _MemoryWriter(book, archive).save()
    with zipfile.ZipFile(raw) as archive:
        # openpyxl writes the time of day into the properties, and into every entry of the archive
        members = {name: archive.read(name) for name in archive.namelist()}
    moment = f"{day.isoformat()}T00:00:00Z".encode()
    members["xl/styles.xml"] = _FONT.sub(_in_order, members["xl/styles.xml"])
    members["docProps/core.xml"] = _MOMENT.sub(rb"\g<1>" + moment, members["docProps/core.xml"])
    return Archive(compress_member(name, content) for name, content in members.items()).build()


class _MemoryWriter(ExcelWriter):
    """openpyxl's writer, without the temporary file that it would write each sheet's values into.

    A process that is killed would leave that file in the system's temporary folder, where no later run looks for it.
    """

    _archive: zipfile.ZipFile

    def write_worksheet(self, ws: Any) -> None:
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        content = io.BytesIO()
        writer: Any = WorksheetWriter(ws, content)
        writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], content.getvalue())
        self.manifest.append(ws)


def put_text(cell: Cell | MergedCell, text: str) -> None:
    """Write text into a cell formatted as text, so that what is typed into it later stays text too."""
    set_text(cell, text)
    cell.number_format = "@"


def set_text(cell: Cell | MergedCell, text: str) -> None:
    """Write text that stays text even if it looks like a formula; characters that XML can't hold become U+FFFD."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("\ufffd", text)
    # openpyxl takes a text that begins with `=` for a formula
    cell.data_type = "s"
    # otherwise Excel turns it into a formula when somebody edits the cell
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))


def _in_order(font: re.Match[bytes]) -> bytes:
    """A font element with its children in the order of the schema, which openpyxl doesn't keep."""
    parts = sorted(_PART.finditer(font[0]), key=lambda part: _FONT_ORDER.index(part[1]))
    return b"<font>" + b"".join(part[0] for part in parts) + b"</font>"
