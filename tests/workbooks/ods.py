"""Sheets as OpenDocument spreadsheets: by odfpy, and by hand as LibreOffice writes what odfpy doesn't."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import Table, TableCell, TableRow
from odf.text import P

from skjema.formats.table import Percent
from tests.workbooks.pages import Page, Value

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"


def by_odfpy(pages: Sequence[Page]) -> bytes:
    """The sheets as odfpy writes them."""
    document = OpenDocumentSpreadsheet()
    unseen = Style(name="unseen", family="table")
    unseen.addElement(TableProperties(display="false"))
    document.automaticstyles.addElement(unseen)
    for page in pages:
        table = Table(name=page.title, **({"stylename": unseen} if page.is_hidden else {}))
        for row in page.rows:
            written = TableRow()
            for value in row:
                written.addElement(_cell(value))
            table.addElement(written)
        document.spreadsheet.addElement(table)
    content = io.BytesIO()
    document.write(content)
    return content.getvalue()


def _cell(value: Value) -> Any:
    match value:
        case None:
            return TableCell()
        case bool():
            return TableCell(valuetype="boolean", booleanvalue=str(value).lower())
        case Percent():
            return TableCell(valuetype="percentage", value=str(value))
        case int() | float():
            return TableCell(valuetype="float", value=repr(value))
        case datetime():
            return TableCell(valuetype="date", datevalue=value.isoformat())
        case time():
            return TableCell(valuetype="time", timevalue=f"PT{value:%HH%MM%SS}")
    cell = TableCell(valuetype="string")
    for line in str(value).split("\n"):
        cell.addElement(P(text=line))
    return cell


def by_hand(rows: str, *, kind: str = MIMETYPE, manifest: str = "") -> bytes:
    """A sheet `Ark` whose rows are given as LibreOffice writes them, in a file with no more parts than it must have."""
    names = ["office", "table", "text", "xlink", "drawing"]
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    extension = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} {extension} office:version="1.3">'
        f'<office:body><office:spreadsheet><table:table table:name="Ark">{rows}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    listed = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>{manifest}</manifest:manifest>'
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", listed)
    return made.getvalue()
