"""The letter as a Word template, in the syntax of each contestant: the same document but for its tags."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

import letter
from letter import Block, Facts, Logo, Loop, When, Words, segments
from word_parts import CONTENT_TYPES, NAMESPACES, PICTURE, PROPERTIES, RELATIONSHIPS, SETTINGS, STYLES, THEME

_LOGO_PIXELS = 100
"""On a side; noise doesn't compress, so the file takes 30 kB."""


def _run(text: str, properties: str = "") -> str:
    parts = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(one, quote=False)}</w:t>' for one in text.split("\t"))
    return f"<w:r>{properties}{parts}</w:r>"


def _paragraph(content: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{content}</w:p>"


def _row(cells: Sequence[str], widths: Sequence[int], style: str = "TableText") -> str:
    made = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph(cell, style)}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{''.join(made)}</w:tr>"


def _table(rows: str, widths: Sequence[int]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one contestant writes its tags.

    Attributes:
        value: The content of a paragraph that shows a field, by its name.
        row_value: The same within the loop.
        when: Paragraphs that show a text if a condition holds.
        loop: Rows of a table, given the contents of the one row to repeat, and a function from contents to a row.
    """

    value: Callable[[str], str]
    row_value: Callable[[str], str]
    when: Callable[[str, str], str]
    loop: Callable[[list[str], Callable[[list[str]], str]], str]

    def template(self) -> bytes:
        """The letter as a docx."""
        return _packed({
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": RELATIONSHIPS["package"],
            "word/document.xml": self._part("document", self._blocks(letter.BODY)),
            "word/_rels/document.xml.rels": RELATIONSHIPS["document"],
            "word/header1.xml": self._part("hdr", self._blocks(letter.HEADER)),
            "word/footer1.xml": self._part("ftr", self._blocks(letter.FOOTER)),
            "word/styles.xml": STYLES,
            "word/settings.xml": SETTINGS,
            "word/theme/theme1.xml": THEME,
            "word/media/logo.png": _logo(),
            "docProps/core.xml": PROPERTIES["core"],
            "docProps/app.xml": PROPERTIES["app"],
        })  # fmt: skip

    def _part(self, root: str, content: str) -> str:
        if root == "document":
            page = (
                '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" '
                'r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" '
                'w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
            )
            content = f"<w:body>{content}{page}</w:body>"
        declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return f"{declaration}<w:{root} {NAMESPACES}>{content}</w:{root}>"

    def _blocks(self, blocks: Sequence[Block]) -> str:
        return "".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Words(text, style):
                return _paragraph(self._text(text, self.value), style)
            case When(condition, text):
                return self.when(condition, text)
            case Logo():
                return _paragraph(f"<w:r>{PICTURE}</w:r>")
            case Facts(rows):
                widths: tuple[int, ...] = (2800, 6200)
                return _table("".join(_row([_run(k), self._text(v, self.value)], widths) for k, v in rows), widths)
            case Loop(headings, cells):
                widths = (600, 3000, 2600, 1800, 1300)
                contents = [self._text(cell, self.row_value) for cell in cells]
                head = _row([_run(one) for one in headings], widths, "TableHead")
                return _table(head + self.loop(contents, lambda one: _row(one, widths)), widths)

    @staticmethod
    def _text(text: str, value: Callable[[str], str]) -> str:
        parts = ((_run(literal) if literal else "", value(name) if name else "") for literal, name in segments(text))
        return "".join(part for pair in parts for part in pair)


def _packed(members: dict[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _logo() -> bytes:
    noise = random.Random(1814)
    lines = b"".join(b"\0" + noise.randbytes(_LOGO_PIXELS * 3) for _ in range(_LOGO_PIXELS))
    header = struct.pack(">2I5B", _LOGO_PIXELS, _LOGO_PIXELS, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


# -- docxtpl, and skjema, whose templates are docxtpl's


def _jinja_row(tag: str) -> str:
    return f"<w:tr><w:tc><w:tcPr/>{_paragraph(_run(tag))}</w:tc></w:tr>"


JINJA = Dialect(
    value=lambda name: _run(f"{{{{ {name} }}}}"),
    row_value=lambda name: _run(f"{{{{ rad.{name} }}}}"),
    when=lambda condition, text: "".join(
        _paragraph(_run(one)) for one in (f"{{%p if {condition} %}}", text, "{%p endif %}")
    ),
    loop=lambda cells, row: _jinja_row("{%tr for rad in rader %}") + row(cells) + _jinja_row("{%tr endfor %}"),
)

# -- docxtemplater and easy-template-x

MUSTACHE = Dialect(
    value=lambda name: _run(f"{{{name}}}"),
    row_value=lambda name: _run(f"{{{name}}}"),
    when=lambda condition, text: "".join(
        _paragraph(_run(one)) for one in (f"{{#{condition}}}", text, f"{{/{condition}}}")
    ),
    loop=lambda cells, row: row([_run("{#rader}") + cells[0], *cells[1:-1], cells[-1] + _run("{/rader}")]),
)

# -- carbone

CARBONE = Dialect(
    value=lambda name: _run(f"{{d.{name}}}"),
    row_value=lambda name: _run(f"{{d.rader[i].{name}}}"),
    when=lambda condition, text: _paragraph(
        _run(f"{{d.{condition}:ifEQ(true):showBegin}}{text}{{d.{condition}:showEnd}}")
    ),
    loop=lambda cells, row: row(cells) + row([one.replace("[i]", "[i+1]") for one in cells]),
)

# -- docx-mailmerge2: Word's own fields


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{escape(text)}</w:instrText></w:r>'


def _merge_field(name: str) -> str:
    shown = _run(f"«{name}»")
    return f"{_mark('begin')}{_instruction(f' MERGEFIELD {name} ')}{_mark('separate')}{shown}{_mark('end')}"


def _if_field(condition: str, text: str) -> str:
    after = _instruction(f' = "ja" "{text}" "" ')
    return f"{_mark('begin')}{_instruction(' IF ')}{_merge_field(condition)}{after}{_mark('separate')}{_mark('end')}"


WORD_FIELDS = Dialect(
    value=_merge_field,
    row_value=_merge_field,
    when=lambda condition, text: _paragraph(_if_field(condition, text)),
    loop=lambda cells, row: row(cells),
)
