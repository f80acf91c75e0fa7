"""Binary workbooks (.xlsb), record by record as [MS-XLSB] describes what Excel saves; SheetJS leaves columns out."""

import io
import struct
import zipfile
from collections.abc import Sequence
from datetime import datetime, time

from skjema.formats.table import Percent
from tests.workbooks.pages import Page, Value

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_EPOCH = datetime(1899, 12, 30)
_FORMATS = (0, 14, 22, 21, 10)
"""Number formats of the styles of cells: none, date, moment, time, percent."""


def record(number: int, content: bytes = b"") -> bytes:
    """A record, with its number in one byte or two and its length in as few as hold it."""
    head = bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80, number >> 7])
    length, size = len(content), b""
    while True:
        size += bytes([length & 0x7F | (0x80 if length > 0x7F else 0)])
        length >>= 7
        if not length:
            return head + size + content


def text(value: str) -> bytes:
    """A text with its length before it."""
    encoded = value.encode("utf-16-le")
    return struct.pack("<I", len(encoded) // 2) + encoded


def row_head(number: int, *, is_hidden: bool = False) -> bytes:
    """The record that begins a row, counted from 1."""
    return record(0, struct.pack("<IIHBBBI", number - 1, 0, 300, 0, 0x10 if is_hidden else 0, 0, 0))


def cell(column: int, number: int, content: bytes = b"", style: int = 0) -> bytes:
    """A cell, its column counted from 1; without a column, by the number of a record that has none."""
    place = struct.pack("<I", column - 1) if column else b""
    return record(number, place + struct.pack("<I", style) + content)


def packed_number(value: int) -> bytes:
    return struct.pack("<i", value << 2 | 2)


def book(
    sheets: Sequence[tuple[str, int, bytes]], *, strings: Sequence[str] = (), styles: bytes = b"", notes: bytes = b"",
    days_from_1904: bool = False,
) -> bytes:  # fmt: skip
    """A file.

    Args:
        sheets: Title, state and records of each.
        notes: Records of the notes of the first.
    """
    listed = [record(156, struct.pack("<II", state, at) + text(f"rId{at}") + text(title)) for at, (title, state, _) in enumerate(sheets, 1)]  # fmt: skip
    properties = record(153, struct.pack("<III", int(days_from_1904), 0, 0))
    parts = {
        "xl/workbook.bin": record(131) + properties + record(143) + b"".join(listed) + record(144) + record(132),
        "xl/sharedStrings.bin": record(159, struct.pack("<II", len(strings), len(strings)))
        + b"".join(record(19, b"\0" + text(one)) for one in strings) + record(160),
        "xl/styles.bin": record(278) + (styles or styles_of(_FORMATS)) + record(279),
    }  # fmt: skip
    for at, (_, _, records) in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{at}.bin"] = record(129) + records + record(130)
    targets = [("worksheet", f"worksheets/sheet{at}.bin") for at, _ in enumerate(sheets, 1)]
    targets += [("sharedStrings", "sharedStrings.bin"), ("styles", "styles.bin")]
    members = {
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.bin")]),
        "xl/_rels/workbook.bin.rels": _relations(targets),
    }
    if notes:
        parts["xl/comments1.bin"] = record(628) + notes + record(629)
        members["xl/worksheets/_rels/sheet1.bin.rels"] = _relations([("comments", "../comments1.bin")])
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (members | parts).items():
            archive.writestr(name, content)
    return made.getvalue()


def styles_of(formats: Sequence[int], *, own: bytes = b"", fonts: Sequence[int] = (0,), fills: bytes = b"") -> bytes:
    """Records of styles, one for each number format; one with a font of its own for each further font."""
    listed = b"".join(record(43, struct.pack("<HH", 220, marks) + bytes(20)) for marks in fonts)
    cells = [record(47, struct.pack("<4H", 0, number, 0, 0) + bytes(8)) for number in formats]
    cells += [record(47, struct.pack("<4H", 0, 0, font, 0) + bytes(8)) for font in range(1, len(fonts))]
    named = record(626) + record(47, struct.pack("<4H", 0, 14, 0, 0) + bytes(8)) + record(627)
    begin = record(617, struct.pack("<I", len(cells)))
    return (
        (record(615) + own + record(616) if own else b"") + record(611) + listed + record(612) + record(603) + fills
        + record(604) + named + begin + b"".join(cells) + record(618)
    )  # fmt: skip


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    listed = "".join(f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for at, (kind, target) in enumerate(targets, 1))  # fmt: skip
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{_PACKAGE}">{listed}</Relationships>'


def as_excel(pages: Sequence[Page]) -> bytes:
    """The pages as Excel saves them: texts shared, each cell with its column, whole numbers packed."""
    strings: dict[str, int] = {}
    sheets = []
    for page in pages:
        rows = b""
        for number, values in enumerate(page.rows, 1):
            rows += row_head(number)
            for column, value in enumerate(values, 1):
                rows += b"" if value is None else cell(column, *_written(value, strings))
        size = struct.pack("<4I", 0, len(page.rows) - 1, 0, max(map(len, page.rows)) - 1)
        sheets.append((page.title, int(page.is_hidden), record(148, size) + record(145) + rows + record(146)))
    return book(sheets, strings=list(strings))


def _written(value: Value, strings: dict[str, int]) -> tuple[int, bytes, int]:
    """Number of the record, its content and the style of a cell."""
    match value:
        case bool():
            return 4, bytes([value]), 0
        case str():
            return 7, struct.pack("<I", strings.setdefault(value, len(strings))), 0
        case Percent():
            return 5, struct.pack("<d", float(value)), 4
        case int() if abs(value) < 1 << 29:
            return 2, packed_number(value), 0
        case datetime():
            passed = value - _EPOCH
            return 5, struct.pack("<d", passed.days + passed.seconds / 86_400), 1 if value.time() == time() else 2
        case time():
            return 5, struct.pack("<d", (value.hour * 3600 + value.minute * 60 + value.second) / 86_400), 3
    assert isinstance(value, int | float)
    return 5, struct.pack("<d", float(value)), 0
