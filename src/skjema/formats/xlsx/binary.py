"""Reads binary workbooks (.xlsb), by turning the records of each part into the XML that an xlsx file would have.

So all cells are read by the same code, whatever the file format. Records are laid out as in [MS-XLSB] 2.3 and 2.4;
tests compare them with files of SheetJS, and with what python-calamine reads.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from xml.sax.saxutils import escape

from skjema.formats.office_package import Package
from skjema.problems import column_letters

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PIECE = 1 << 16
"""Number of characters of XML that are collected before they are handed on."""
_LONGEST = 1 << 24
"""Largest size of a record in bytes; the text of a cell has at most 32 767 characters."""
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip
_SHEET_STATES = ("visible", "hidden", "veryHidden")
_STRIKES, _IS_SOLID = 0x08, 1
_ROW_IS_HIDDEN, _COLUMN_IS_HIDDEN = 0x10, 0x01
_TIMES_HUNDRED, _IS_INTEGER = 0x01, 0x02
"""Bits that say how a number in thirty bits is stored."""


class BinaryPackage(Package):
    """An xlsb file that reads like an xlsx file."""

    def chunks(self, part: str) -> Iterator[bytes]:
        """A part in chunks; records are turned into XML.

        Raises:
            InputError: A record is cut off, or has impossible contents.
        """
        pieces = super().chunks(part)
        if not part.lower().endswith(".bin"):
            yield from pieces
            return
        try:
            waiting = ""
            for xml in _Part().elements(pieces):
                waiting += xml
                if len(waiting) > _PIECE:
                    yield waiting.encode()
                    waiting = ""
            yield waiting.encode()
        except (struct.error, LookupError, UnicodeError):
            raise self.damaged() from None


def _records(pieces: Iterator[bytes]) -> Iterator[tuple[int, bytes]]:
    """Number and content of each record of a part ([MS-XLSB] 2.1.4)."""
    waiting = b""
    for piece in pieces:
        waiting += piece
        at = 0
        while (head := _head(waiting, at)) is not None and (end := head[1] + head[2]) <= len(waiting):
            yield head[0], waiting[head[1] : end]
            at = end
        waiting = waiting[at:]
    if waiting:
        raise struct.error


def _head(data: bytes, at: int) -> tuple[int, int, int] | None:
    """A record's number, the start of its contents, and their length; None where `data` ends before that is known."""
    values = []
    for most in (2, 4):
        value = 0
        for place in range(most):
            if at >= len(data):
                return None
            byte = data[at]
            at += 1
            value |= (byte & 0x7F) << 7 * place
            if byte < 0x80:
                break
        values.append(value)
    number, length = values
    if length > _LONGEST:
        raise struct.error
    return number, at, length


class _Part:
    """Writes the XML of one part; elements around others are opened and closed by records of their own."""

    def __init__(self) -> None:
        self._row = self._column = 0
        self._in_row = False
        self._in_cell_styles = False

    def elements(self, pieces: Iterator[bytes]) -> Iterator[str]:
        for number, content in _records(pieces):
            if number in _TAGS:
                yield _TAGS[number]
                self._in_cell_styles = number == _BEGIN_CELL_STYLES
            elif number == _ROW:
                yield from self._begin_row(content)
            elif number in _CELLS:
                (self._column,) = struct.unpack_from("<I", content)
                yield self._cell(number, content[4:])
            elif number in _SHORT:  # in the column after the previous cell
                self._column += 1
                yield self._cell(_SHORT[number], content)
            elif number == _END_SHEET_DATA:
                yield ("</row>" if self._in_row else "") + "</sheetData>"
            elif number == _CELL_STYLE:
                yield _cell_style(content) if self._in_cell_styles else ""
            elif number in _ELEMENTS:
                yield _ELEMENTS[number](content)

    def _begin_row(self, content: bytes) -> Iterator[str]:
        (row,) = struct.unpack_from("<I", content)
        self._row = row + 1
        hidden = ' hidden="1"' if content[11] & _ROW_IS_HIDDEN else ""
        yield f'{"</row>" if self._in_row else ""}<row r="{self._row}"{hidden}>'
        self._in_row = True

    def _cell(self, number: int, content: bytes) -> str:
        """The XML of a cell; `content` begins with the number of its style."""
        (style,) = struct.unpack_from("<I", content)
        kind, value = _CELLS[number](content[4:])
        reference = f"{column_letters(self._column + 1)}{self._row}"
        return f'<c r="{reference}" s="{style & 0xFFFFFF}" t="{kind}">{value}</c>'


# -- values


def _text_at(content: bytes, at: int = 0) -> tuple[str, int]:
    """A text that stands after its length, as XML, and the position after it."""
    (length,) = struct.unpack_from("<I", content, at)
    end = at + 4 + 2 * length
    if end > len(content):
        raise struct.error
    return _written(content[at + 4 : end].decode("utf-16-le")), end


def _written(text: str) -> str:
    """A text as in a workbook's XML, with impossible characters as `_x000D_` (ECMA-376 part 1, 22.9.2.19)."""
    text = text.replace("_x", "_x005F_x")
    kept = (letter if letter >= " " or letter in "\t\n" else f"_x{ord(letter):04X}_" for letter in text)
    return escape("".join(kept), {'"': "&quot;"})


def _shown(value: object) -> str:
    return f"<v>{value}</v>"


def _packed(content: bytes) -> tuple[str, str]:
    """A number in thirty bits: an integer, or the upper half of a floating-point number."""
    (bits,) = struct.unpack_from("<i", content)
    number = bits >> 2 if bits & _IS_INTEGER else struct.unpack("<d", struct.pack("<II", 0, bits & 0xFFFFFFFC))[0]
    return "n", _shown(number / 100 if bits & _TIMES_HUNDRED else number)


def _number(content: bytes) -> tuple[str, str]:
    return "n", _shown(struct.unpack_from("<d", content)[0])


def _truth(content: bytes) -> tuple[str, str]:
    return "b", _shown(content[0])


def _error(content: bytes) -> tuple[str, str]:
    return "e", _shown(_ERRORS.get(content[0], f"#{content[0]}"))


def _shared_text(content: bytes) -> tuple[str, str]:
    return "s", _shown(struct.unpack_from("<I", content)[0])


def _own_text(content: bytes) -> tuple[str, str]:
    return "str", _shown(_text_at(content)[0])


def _rich_text(content: bytes) -> tuple[str, str]:
    return "str", _shown(_text_at(content, 1)[0])


def _nothing(_: bytes) -> tuple[str, str]:
    return "n", ""


_CELLS: Mapping[int, Callable[[bytes], tuple[str, str]]] = {
    1: _nothing, 2: _packed, 3: _error, 4: _truth, 5: _number, 6: _own_text, 7: _shared_text,
    8: _own_text, 9: _number, 10: _truth, 11: _error, 62: _rich_text,
}  # fmt: skip
"""By number of a record: the function that reads type and value of a cell from what follows column and style."""
_SHORT = {12: 1, 13: 2, 14: 3, 15: 4, 16: 5, 17: 6, 18: 7}
"""By number of a record without a column: the number of the full record for the same kind of cell."""
_ROW, _END_SHEET_DATA = 0, 146


# -- all other elements


def _sheet(content: bytes) -> str:
    state, _ = struct.unpack_from("<II", content)
    link, at = _text_at(content, 8)
    return f'<sheet state="{_SHEET_STATES[state]}" r:id="{link}" name="{_text_at(content, at)[0]}"/>'


def _workbook_properties(content: bytes) -> str:
    return f'<workbookPr date1904="{content[0] & 1}"/>'


def _string(content: bytes) -> str:
    return f"<si><t>{_text_at(content, 1)[0]}</t></si>"


def _number_format(content: bytes) -> str:
    (number,) = struct.unpack_from("<H", content)
    return f'<numFmt numFmtId="{number}" formatCode="{_text_at(content, 2)[0]}"/>'


def _font(content: bytes) -> str:
    return "<font><strike/></font>" if content[2] & _STRIKES else "<font/>"


def _fill(content: bytes) -> str:
    (pattern,) = struct.unpack_from("<I", content)
    colour = f'<fgColor rgb="{content[4:12].hex()}"/>' if pattern == _IS_SOLID else ""
    return f"<fill><patternFill>{colour}</patternFill></fill>"


def _cell_style(content: bytes) -> str:
    _, number, font, fill = struct.unpack_from("<4H", content)
    return f'<xf numFmtId="{number}" fontId="{font}" fillId="{fill}"/>'


def _columns(content: bytes) -> str:
    first, last, _, _, marks = struct.unpack_from("<4IH", content)
    return f'<col min="{first + 1}" max="{last + 1}" hidden="{marks & _COLUMN_IS_HIDDEN}"/>'


def _merged(content: bytes) -> str:
    top, bottom, left, right = struct.unpack_from("<4I", content)
    return f'<mergeCell ref="{column_letters(left + 1)}{top + 1}:{column_letters(right + 1)}{bottom + 1}"/>'


def _author(content: bytes) -> str:
    return f"<author>{_text_at(content)[0]}</author>"


def _comment(content: bytes) -> str:
    author, row, _, column = struct.unpack_from("<4I", content)
    return f'<comment authorId="{author}" ref="{column_letters(column + 1)}{row + 1}"/>'


_ELEMENTS: Mapping[int, Callable[[bytes], str]] = {
    19: _string, 43: _font, 44: _number_format, 45: _fill, 60: _columns, 153: _workbook_properties, 156: _sheet,
    176: _merged, 632: _author, 635: _comment,
}  # fmt: skip
_CELL_STYLE, _BEGIN_CELL_STYLES = 47, 617


def _pair(begin: int, end: int, name: str, attributes: str = "") -> dict[int, str]:
    return {begin: f"<{name}{attributes}>", end: f"</{name}>"}


_ROOT = f' xmlns="{_MAIN}"'
_TAGS: Mapping[int, str] = {
    **_pair(131, 132, "workbook", f'{_ROOT} xmlns:r="{_LINKS}"'), **_pair(143, 144, "sheets"),
    **_pair(129, 130, "worksheet", _ROOT), **_pair(390, 391, "cols"), **_pair(177, 178, "mergeCells"),
    145: "<sheetData>",
    **_pair(159, 160, "sst", _ROOT),
    **_pair(278, 279, "styleSheet", _ROOT), **_pair(615, 616, "numFmts"), **_pair(611, 612, "fonts"),
    **_pair(603, 604, "fills"), **_pair(_BEGIN_CELL_STYLES, 618, "cellXfs"),
    **_pair(628, 629, "comments", _ROOT), **_pair(630, 631, "authors"), **_pair(633, 634, "commentList"),
}  # fmt: skip
"""Tags for records that begin and end elements; unlisted records between them are ignored."""
