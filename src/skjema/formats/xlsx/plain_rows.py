"""Reads rows that are written as nearly all programs do by a pattern, which is quicker than an XML parser.

expat calls back five times per cell, a third of the time for checking a large sheet. Rows that look different in any
way, or may not be rows, are left to expat.
"""

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

_BEGIN, _END = b"<row ", b"</row>"
_LONGEST = 1 << 22
"""Most bytes to wait for the end of a row; a row with a value in every column has fewer."""
_UTF8 = re.compile(
    rb"""(\xef\xbb\xbf)?(<\?xml [^>]*encoding=["'](?i:utf-8)["']|<\?xml (?![^>]*encoding)|<(?!\?xml ))"""
)
"""The beginning of XML in UTF-8."""

# as written by Excel, LibreOffice and openpyxl
_ROW = re.compile(r'<row r="(\d{1,7})"((?: (?!xmlns)[\w:]+="[^<>&"]*")*)>')
_TEXT = r"[^<>&\r\0-\x08\x0b\x0c\x0e-\x1f]*"
_CELL = re.compile(
    r'<c r="([A-Z]{1,3})\d{1,7}"(?: s="(\d{1,6})")?(?: t="(n|s|b|e|d|str|inlineStr)")?(?:/>|>'
    r"(<f(?: [^<>&]*)?(?:/>|>[^<>&]*</f>))?"
    rf'(?:<v>({_TEXT})</v>|<is><t(?: xml:space="preserve")?>({_TEXT})</t></is>)?</c>)'
)
_CELLS = re.compile(rf"{_CELL.pattern}|[\s\S]")
"""A cell, or else a single character outside of cells, for which all groups are empty."""
_NO_CELL = ("",) * _CELLS.groups
_HIDDEN = re.compile(r' hidden="(?:1|true)"')


class PlainRow(NamedTuple):
    """A row of a sheet.

    Attributes:
        cells: For each cell: letters of its column, style, type, formula, text of its `v`, text of its `is`.
    """

    number: int
    is_hidden: bool
    cells: list[tuple[str, str, str, str, str, str]]


def plain_row(xml: bytes) -> PlainRow | None:
    """The row, if it is written as expected; else None."""
    text = xml.decode()
    head = _ROW.match(text)
    if head is None:
        return None
    cells = _CELLS.findall(text, head.end(), len(text) - len(_END))
    if _NO_CELL in cells:
        return None
    return PlainRow(int(head[1]), _HIDDEN.search(head[2]) is not None, cells)


def sift_rows(chunks: Iterator[bytes], take: Callable[[bytes], bool]) -> Iterator[bytes]:
    """Offer each row of a sheet to `take`, and yield everything else, in order, for a parser to read.

    Everything before a row is yielded before `take` sees the row, so that the parser's position is known.

    Args:
        take: Returns whether it has read the row; if not, the row is yielded too.
    """
    waiting = next(chunks, b"")
    if not _UTF8.match(waiting):
        yield waiting
        yield from chunks
        return
    for chunk in chain((b"",), chunks):
        waiting += chunk
        if len(waiting) > _LONGEST:
            break
        at = 0
        while (start := waiting.find(_BEGIN, at)) >= 0 and (stop := waiting.find(_END, start)) >= 0:
            stop += len(_END)
            # in a comment, CDATA section or instruction, text may look like a row
            if b"<!" in (upto := waiting[at:stop]) or b"<?" in upto[1:]:
                yield waiting[at:]
                yield from chunks
                return
            if start > at:
                yield waiting[at:start]
            if not take(waiting[start:stop]):
                yield waiting[start:stop]
            at = stop
        # an empty piece is yielded too, since the caller collects the rows read so far after each piece
        waiting = waiting[at:]
        yield b""
    yield waiting
    yield from chunks
