"""Builds WordprocessingML. Measures are twentieths of a point (twips) unless said otherwise."""

import re
from collections.abc import Iterable
from html import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)

INK = "16324F"
TINT = "EAF1F8"
PALE = "F4F4F4"
GREY = "A0A0A0"
ALARM = "A3160F"

TICKED, UNTICKED = "\u2612", "\u2610"
# the characters that Word itself uses for tick boxes; Arial has neither
_TICK_FONT = "MS Gothic"
_TICK_SIZE = 28
"""Half points."""


LOGO_NAME = "logo"
"""Name of the picture, and of its media file, that the municipality's logo replaces."""
_LOGO_EMU = 504_000
"""Size of that picture before it is replaced: 14 mm, in English metric units."""


def millimetres(length: float) -> int:
    return round(length * 1440 / 25.4)


def logo(number: int) -> str:
    """A run with the picture that the municipality's logo replaces.

    Args:
        number: Unique number of the picture in the template.
    """
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{_LOGO_EMU}" cy="{_LOGO_EMU}"/>'
        f'<wp:docPr id="{number}" name="{LOGO_NAME}" descr="Logo"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{LOGO_NAME}"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rIdLogo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{_LOGO_EMU}" cy="{_LOGO_EMU}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def run(text: str, *, bold: bool = False, color: str = "") -> str:
    """A run of text; a tab character becomes a tab."""
    properties = ("<w:b/>" if bold else "") + (f'<w:color w:val="{color}"/>' if color else "")
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    parts = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>' for part in text.split("\t"))
    return f"<w:r>{inner}{parts}</w:r>"


def paragraph(*inner: str, style: str = "", tabs: Iterable[int] = (), starts_page: bool = False) -> str:
    """A paragraph of runs and controls."""
    stops = "".join(f'<w:tab w:val="left" w:pos="{stop}"/>' for stop in tabs)
    properties = "".join((
        f'<w:pStyle w:val="{style}"/>' if style else "",
        "<w:pageBreakBefore/>" if starts_page else "",
        f"<w:tabs>{stops}</w:tabs>" if stops else "",
    ))  # fmt: skip
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(inner)}</w:p>"


def tag(statement: str) -> str:
    """A paragraph with a Jinja statement; docxtpl removes the paragraph."""
    return paragraph(run(f"{{%p {statement} %}}"))


def gap(points: float) -> str:
    """Space between two tables, which Word would otherwise join."""
    return (
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="{round(points * 20)}" w:lineRule="exact"/>'
        '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
    )


_START = re.compile(r"<w:p>(?:<w:pPr>(<w:pStyle [^>]*/>)?)?")


def kept_together(xml: str, *, with_next: bool = False) -> str:
    """Paragraphs and tables that stay on one page if they fit; `with_next` keeps them with what follows too."""

    def keep(start: re.Match[str]) -> str:
        end = "" if start[0].endswith(("<w:pPr>", "/>")) else "</w:pPr>"
        return f"<w:p><w:pPr>{start[1] or ''}<w:keepNext/>{end}"

    # tables have no such setting: Word keeps rows together by the settings of their paragraphs
    return _START.sub(keep, xml + gap(1)) if with_next else _START.sub(keep, xml) + gap(1)


def cell(
    width: int,
    *content: str,
    bottom: str = "",
    fill: str = "",
    span: int = 0,
    align: str = "",
) -> str:
    """A table cell.

    Args:
        bottom: Colour of the line below it.
        fill: Colour of the background.
    """
    line = f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{bottom}"/>'
    properties = "".join((
        f'<w:tcW w:w="{width}" w:type="dxa"/>',
        f'<w:gridSpan w:val="{span}"/>' if span > 1 else "",
        f"<w:tcBorders>{line}</w:tcBorders>" if bottom else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else "",
        f'<w:vAlign w:val="{align}"/>' if align else "",
    ))  # fmt: skip
    # a cell must end with a paragraph (ECMA-376 part 1, 17.4.65)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content) or paragraph()}</w:tc>"


def row(*cells: str, height: int = 0, exact: bool = False, heading: bool = False, splits: bool = False) -> str:
    """A table row, at least or exactly `height` high."""
    rule = "exact" if exact else "atLeast"
    properties = "".join((
        "" if splits else "<w:cantSplit/>",
        f'<w:trHeight w:val="{height}" w:hRule="{rule}"/>' if height else "",
        "<w:tblHeader/>" if heading else "",
    ))  # fmt: skip
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def tag_row(statement: str, columns: int) -> str:
    """A table row with a Jinja statement; docxtpl removes the row."""
    words = paragraph(run(f"{{%tr {statement} %}}"))
    return f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>{words}</w:tc></w:tr>'


def table(widths: list[int], *rows: str, margins: int = 0, caption: str = "") -> str:
    """A table of columns with fixed widths."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    sides = f'<w:left w:w="{margins}" w:type="dxa"/><w:right w:w="{margins}" w:type="dxa"/>'
    named = f'<w:tblCaption w:val="{escape(caption)}"/>' if caption else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{sides}</w:tblCellMar>{named}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def tick_box(name: str, title: str, expression: str) -> str:
    """A tick box that can be clicked in Word; `expression` says whether it is ticked."""
    font = f'<w:rFonts w:ascii="{_TICK_FONT}" w:eastAsia="{_TICK_FONT}" w:hAnsi="{_TICK_FONT}"/>'
    states = "".join(
        f'<w14:{state} w14:val="{ord(mark):04X}" w14:font="{_TICK_FONT}"/>'
        for state, mark in (("checkedState", TICKED), ("uncheckedState", UNTICKED))
    )
    return control(
        name, title, f'<w14:checkbox><w14:checked w14:val="0"/>{states}</w14:checkbox>', expression,
        f'<w:rPr>{font}<w:sz w:val="{_TICK_SIZE}"/></w:rPr>',
    )  # fmt: skip


def text_control(name: str, title: str, expression: str, *, lines: bool = False) -> str:
    """A control to write text in."""
    return control(name, title, '<w:text w:multiLine="1"/>' if lines else "<w:text/>", expression)


def date_control(name: str, title: str, expression: str, language: str) -> str:
    """A control to write a date in, or choose it from a calendar."""
    inner = (
        f'<w:date><w:dateFormat w:val="dd.MM.yyyy"/><w:lid w:val="{language}"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )
    return control(name, title, inner, expression)


def control(name: str, title: str, kind: str, expression: str, properties: str = "") -> str:
    """A content control that shows the value of `expression`."""
    # Word takes at most 64 characters in a control's title
    named = f'<w:alias w:val="{escape(title[:64])}"/><w:tag w:val="{escape(name)}"/>'
    words = f'<w:t xml:space="preserve">{{{{ {escape(expression, quote=False)} }}}}</w:t>'
    return (
        f"<w:sdt><w:sdtPr>{properties}{named}{kind}</w:sdtPr>"
        f"<w:sdtContent><w:r>{properties}{words}</w:r></w:sdtContent></w:sdt>"
    )
