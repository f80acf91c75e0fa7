"""Rows of a sheet as nearly every program writes them, read by a pattern instead of an XML parser.

expat calls back five times for a cell, which would be a third of the time that checking a large sheet takes. What looks
in any way different, or may stand for something else, is left to expat.
"""

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

_BEGIN, _END = b"<row ", b"</row>"
_LONGEST = 1 << 22
"""Bytes of a row that is waited for; one with a filled cell in every column has less."""
_UTF8 = re.compile(
    rb"""(\xef\xbb\xbf)?(<\?xml [^>]*encoding=["'](?i:utf-8)["']|<\?xml (?![^>]*encoding)|<(?!\?xml ))"""
)
"""How XML in UTF-8 begins."""

# As Excel, LibreOffice and openpyxl write them.
_ROW = re.compile(r'<row r="(\d{1,7})"((?: (?!xmlns)[\w:]+="[^<>&"]*")*)>')
_TEXT = r"[^<>&\r\0-\x08\x0b\x0c\x0e-\x1f]*"
_CELL = re.compile(
    r'<c r="([A-Z]{1,3})\d{1,7}"(?: s="(\d{1,6})")?(?: t="(n|s|b|e|d|str|inlineStr)")?(?:/>|>'
    r"(<f(?: [^<>&]*)?(?:/>|>[^<>&]*</f>))?"
    rf'(?:<v>({_TEXT})</v>|<is><t(?: xml:space="preserve")?>({_TEXT})</t></is>)?</c>)'
)
_CELLS = re.compile(rf"{_CELL.pattern}|[\s\S]")
"""A cell, or else a letter that belongs to none: of it, nothing is kept."""
_NO_CELL = ("",) * _CELLS.groups
_HIDDEN = re.compile(r' hidden="(?:1|true)"')


class PlainRow(NamedTuple):
    """A row of a sheet.

    Attributes:
        cells: Of each cell: letters of its column, style, type, formula, what stands in `v`, what stands in `is`.
    """

    number: int
    is_hidden: bool
    cells: list[tuple[str, str, str, str, str, str]]


def plain_row(xml: bytes) -> PlainRow | None:
    """The row that this is, if it is written as expected."""
    text = xml.decode()
    head = _ROW.match(text)
    if head is None:
        return None
    cells = _CELLS.findall(text, head.end(), len(text) - len(_END))
    if _NO_CELL in cells:
        return None
    return PlainRow(int(head[1]), _HIDDEN.search(head[2]) is not None, cells)


def sift_rows(chunks: Iterator[bytes], take: Callable[[bytes], bool]) -> Iterator[bytes]:
    """Offer each row of a sheet to `take`, and give all else, in order, for a parser to read.

    Before `take` sees a row, everything that stands before it has been given: the parser knows where the row stands.

    Args:
        take: Whether it has read a row; one that it hasn't is given as well.
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
            # in a comment, a CDATA section or an instruction, what looks like a row may be none
            if b"<!" in (upto := waiting[at:stop]) or b"<?" in upto[1:]:
                yield waiting[at:]
                yield from chunks
                return
            if start > at:
                yield waiting[at:start]
            if not take(waiting[start:stop]):
                yield waiting[start:stop]
            at = stop
        # an empty piece is handed over too: the caller takes after each what has been read
        waiting = waiting[at:]
        yield b""
    yield waiting
    yield from chunks
