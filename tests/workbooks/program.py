"""Writes workbooks as a given program does; each program is described by what it does otherwise than others."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from skjema.formats.table import Percent
from skjema.problems import column_letters
from tests.workbooks.pages import Page, Value

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = {MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main", OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships"}  # fmt: skip
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'


class Parts(NamedTuple):
    """Names of a workbook's members; `{}` stands for the number of a sheet."""

    workbook: str = "xl/workbook.xml"
    sheet: str = "xl/worksheets/sheet{}.xml"
    strings: str = "xl/sharedStrings.xml"
    styles: str = "xl/styles.xml"


def preserved(text: str) -> str:
    """A `t` element that keeps the spaces at its ends, as Excel writes it."""
    space = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
    return f"<t{space}>{escape(text, quote=False)}</t>"


@dataclass(frozen=True)
class Program:
    """How a program writes workbooks; the defaults are the plainest way.

    Attributes:
        shares: Whether texts are shared; `inline` says how a text stands in its cell otherwise.
        item: What is shared of a text.
        iso_dates: Whether dates are written as such (`t="d"`) instead of as numbers.
        truths: How yes and no are written.
        filler: How many cell styles stand before those that are used.
        date_format: Number and code of the format of dates; a number below 164 needs no code.
        cell: Attributes of every cell besides its own; `row` those of every row.
        has_references: Whether cells and rows say where they stand.
        namespaces: Declarations in the root of every sheet and of the workbook.
        top, bottom: What stands before and after a sheet's rows.
        book_top, book_bottom: What stands before and after the workbook's list of sheets.
        end_of_styles: What stands after the styles of cells.
        prefix: Of the main namespace.
        is_absolute: Whether targets of relationships begin at the root.
        packed: From the name of a part to that of its member.
        encoding: Of every part.
    """

    shares: bool = True
    inline: Callable[[str], tuple[str, str]] = lambda text: ("inlineStr", f"<is>{preserved(text)}</is>")
    item: Callable[[str], str] = preserved
    iso_dates: bool = False
    truths: tuple[str, str] = ("0", "1")
    counts_from_1904: bool = False
    filler: int = 0
    date_format: tuple[int, str] = (14, "")
    cell: str = ""
    row: str = ""
    has_references: bool = True
    namespaces: str = ""
    top: str = ""
    bottom: str = ""
    book_top: str = ""
    book_bottom: str = ""
    end_of_styles: str = ""
    prefix: str = ""
    is_absolute: bool = False
    is_strict: bool = False
    packed: Callable[[str], str] = str
    parts: Parts = field(default_factory=Parts)
    encoding: str = "utf-8"

    def write(self, pages: Sequence[Page]) -> bytes:
        return _Writer(self).book(pages)


class _Writer:
    """Writes one workbook as a program does."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._strings: dict[str, int] = {}

    def book(self, pages: Sequence[Page]) -> bytes:
        parts = self._program.parts
        sheets = {parts.sheet.format(at): self._sheet(page) for at, page in enumerate(pages, start=1)}
        members = {"[Content_Types].xml": self._types(list(sheets)), "_rels/.rels": self._relations("", {"officeDocument": [parts.workbook]})}  # fmt: skip
        members[parts.workbook] = self._workbook(pages)
        folder, _, name = parts.workbook.rpartition("/")
        strings = {"sharedStrings": [parts.strings]} if self._strings else {}
        related = {"worksheet": list(sheets), "styles": [parts.styles], **strings}
        members[f"{folder}/_rels/{name}.rels".lstrip("/")] = self._relations(folder, related)
        members |= {parts.styles: self._styles(), **sheets}
        if self._strings:
            items = "".join(f"<si>{self._program.item(text)}</si>" for text in self._strings)
            members[parts.strings] = self._main(f'<sst xmlns="{MAIN}" uniqueCount="{len(self._strings)}">{items}</sst>')
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, xml in members.items():
                archive.writestr(part if part.startswith("[") else self._program.packed(part), self._encoded(xml))
        return out.getvalue()

    def _encoded(self, xml: str) -> bytes:
        encoding = self._program.encoding
        return (_DECLARATION.replace("UTF-8", encoding.upper()) + xml).encode(encoding)

    def _main(self, xml: str) -> str:
        """A part of the main namespace, with the program's prefix and in its dialect."""
        if self._program.prefix:
            xml = re.sub(r"<(/?)(\w+)(?=[\s/>])", rf"<\1{self._program.prefix}:\2", xml)
            xml = xml.replace(f'xmlns="{MAIN}"', f'xmlns:{self._program.prefix}="{MAIN}"')
        for plain, strict in _STRICT.items() if self._program.is_strict else ():
            xml = xml.replace(plain, strict)
        return xml

    def _types(self, sheets: list[str]) -> str:
        parts = self._program.parts
        kinds = {parts.workbook: "sheet.main", parts.styles: "styles", parts.strings: "sharedStrings"}
        kinds |= dict.fromkeys(sheets, "worksheet")
        overrides = "".join(f'<Override PartName="/{part}" ContentType="{_TYPES}.{kind}+xml"/>' for part, kind in kinds.items())  # fmt: skip
        return (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
        )

    def _relations(self, folder: str, related: dict[str, list[str]]) -> str:
        number, listed = 0, []
        office = _STRICT[OFFICE] if self._program.is_strict else OFFICE
        for kind, targets in related.items():
            for target in targets:
                number += 1
                shown = f"/{target}" if self._program.is_absolute else target.removeprefix(f"{folder}/")
                listed.append(f'<Relationship Id="rId{number}" Type="{office}/{kind}" Target="{quote(shown)}"/>')
        return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(listed)}</Relationships>'

    def _workbook(self, pages: Sequence[Page]) -> str:
        program = self._program
        epoch = ' date1904="1"' if program.counts_from_1904 else ""
        sheets = "".join(
            f'<sheet name="{escape(page.title)}" sheetId="{at + 7}"{" state=" + chr(34) + "hidden" + chr(34) if page.is_hidden else ""} r:id="rId{at}"/>'
            for at, page in enumerate(pages, start=1)
        )
        return self._main(
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"{program.namespaces}><workbookPr{epoch}/>{program.book_top}'
            f"<sheets>{sheets}</sheets>{program.book_bottom}</workbook>"
        )

    def _styles(self) -> str:
        program = self._program
        number, code = program.date_format
        own = f'<numFmts count="1"><numFmt numFmtId="{number}" formatCode="{escape(code)}"/></numFmts>' if code else ""
        used = "".join(
            f'<xf numFmtId="{used_number}" applyNumberFormat="1"/>' for used_number in (0, number, 22, 21, 10)
        )
        filler = '<xf numFmtId="49" fontId="0" applyFont="1"><alignment wrapText="1"/></xf>' * program.filler
        return self._main(
            f'<styleSheet xmlns="{MAIN}"{program.namespaces}>{own}<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>'
            f"<cellXfs>{filler}{used}</cellXfs>{program.end_of_styles}</styleSheet>"
        )

    def _sheet(self, page: Page) -> str:
        program = self._program
        rows = "".join(self._row(at, row) for at, row in enumerate(page.rows, start=1))
        return self._main(
            f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"{program.namespaces}>{program.top}<sheetData>{rows}</sheetData>'
            f"{program.bottom}</worksheet>"
        )

    def _row(self, number: int, row: Sequence[Value]) -> str:
        program = self._program
        cells = "".join(self._cell(number, at, value) for at, value in enumerate(row, start=1))
        return f"<row{f' r={chr(34)}{number}{chr(34)}' if program.has_references else ''}{program.row}>{cells}</row>"

    def _cell(self, row: int, column: int, value: Value) -> str:
        program = self._program
        where = f' r="{column_letters(column)}{row}"' if program.has_references else ""
        if value is None:
            return "" if program.has_references else "<c/>"
        style, kind, content = self._content(value)
        shown = f' t="{kind}"' if kind else ""
        return f'<c{where} s="{style + program.filler}"{shown}{program.cell}>{content}</c>'

    def _content(self, value: Value) -> tuple[int, str, str]:
        """Style, type and content of a cell."""
        program = self._program
        if isinstance(value, str):
            if program.shares:
                return 0, "s", f"<v>{self._strings.setdefault(value, len(self._strings))}</v>"
            return 0, *program.inline(value)
        if isinstance(value, bool):
            return 0, "b", f"<v>{program.truths[value]}</v>"
        if isinstance(value, datetime | time):
            style = 3 if isinstance(value, time) else 2 if value.time() != time() else 1
            if program.iso_dates:
                return style, "d", f"<v>{value.isoformat()}</v>"
            return style, "", f"<v>{self._serial(value)!r}</v>"
        return (
            4 if isinstance(value, Percent) else 0,
            "",
            f"<v>{float(value) if isinstance(value, Percent) else value!r}</v>",
        )

    def _serial(self, value: datetime | time) -> float:
        """Days since the epoch, as workbooks count them; of a time, the part of a day."""
        if isinstance(value, time):
            return (value.hour * 3600 + value.minute * 60 + value.second) / 86_400
        epoch = datetime(1904, 1, 1) if self._program.counts_from_1904 else datetime.combine(date(1899, 12, 30), time())
        passed = value - epoch
        return passed.days if not passed.seconds else passed.days + passed.seconds / 86_400
