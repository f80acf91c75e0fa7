"""Draws the year wheel in DrawingML, as outlines and text boxes, and makes the list of its months."""

from collections.abc import Iterator, Sequence

from skjema.formats.docx.markup import (
    GREY,
    INK,
    TINT,
    cell,
    gap,
    kept_together,
    millimetres,
    paragraph,
    row,
    run,
    table,
)
from skjema.layout.tree import WheelFigure
from skjema.layout.year_wheel import HUB, RIM, RING, SIZE, Spot, name_spots, number_spots, spokes
from skjema.render.word.places import TABLE_MARGIN

_EMU = 36_000
"""English metric units per millimetre."""
_MONTH_WIDTH = millimetres(26)
_NAME_WIDTH, _NUMBERS_WIDTH = 12.0, 14.0
_NAME_HEIGHT, _NUMBERS_HEIGHT = 6.0, 14.0
_WHOLE_TURN = 21_600_000
_SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"


def year_figure(part: WheelFigure, width: int, number: int) -> str:
    """The year wheel, in a table of this width.

    Args:
        number: Unique number among the template's drawings.
    """
    figure = paragraph(_year_wheel(part.alt, part.short, part.id, number), style="Figur")
    # in a cell, since LibreOffice drops the text of grouped shapes that stand in the text itself
    return table([width], row(cell(width, figure))) + gap(4)


def month_list(part: WheelFigure, width: int) -> str:
    """The months below one another, with the entries of each."""
    widths = [_MONTH_WIDTH, width - _MONTH_WIDTH]
    heading = [
        cell(one, paragraph(run(words, bold=True), style="Tabellhode"), bottom=INK)
        for one, words in zip(widths, part.headings, strict=True)
    ]
    rows = []
    for at, name in enumerate(part.months, start=1):
        listed = run(f"{{{{ {part.id}.rader_{at} or '\u2013' }}}}")
        month = cell(widths[0], paragraph(run(name), style="Radnavn"), bottom=GREY, align="center")
        rows.append(row(month, cell(widths[1], paragraph(listed, style="Tabell"), bottom=GREY)))
    caption = part.headings[1]
    listed_months = table(widths, row(*heading, heading=True), *rows, margins=TABLE_MARGIN, caption=caption)
    return kept_together(listed_months) + gap(5)


def _year_wheel(alt: str, months: Sequence[str], name: str, number: int) -> str:
    """A run with the drawing, whose numbers are the tags `{{ name.nr_1 }}` and so on.

    Args:
        alt: Text for screen readers.
        number: Unique number among the template's drawings.
    """
    size = _emu(SIZE)
    named = f'<wp:docPr id="{number}" name="{name}" descr="{alt}"/><wp:cNvGraphicFramePr/>'
    shapes = "".join(_shapes(months, name))
    return (
        f'<w:r><mc:AlternateContent><mc:Choice xmlns:wpg="{_GROUP}" xmlns:wps="{_SHAPES}" Requires="wpg">'
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{size}" cy="{size}"/>{named}'
        f'<a:graphic><a:graphicData uri="{_GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{size}" cy="{size}"/><a:chOff x="0" y="0"/><a:chExt cx="{size}" cy="{size}"/>'
        f"</a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        "</mc:Choice></mc:AlternateContent></w:r>"
    )


def _shapes(months: Sequence[str], name: str) -> Iterator[str]:
    for radius, fill in ((RIM, TINT), (RING, "FFFFFF"), (HUB, "FFFFFF")):
        yield _outline(_circle(radius), fill)
    yield _outline("".join(_spoke(*one) for one in spokes()), "")
    for month, place in zip(months, name_spots(), strict=True):
        yield _words(place, _NAME_WIDTH, _NAME_HEIGHT, run(month, bold=True, color=INK))
    for at, place in enumerate(number_spots(), start=1):
        yield _words(place, _NUMBERS_WIDTH, _NUMBERS_HEIGHT, run(f"{{{{ {name}.nr_{at} }}}}"))


def _emu(length: float) -> int:
    return round(length * _EMU)


def _point(spot: Spot) -> str:
    return f'<a:pt x="{_emu(spot.x)}" y="{_emu(spot.y)}"/>'


def _circle(radius: float) -> str:
    right = _point(Spot(SIZE / 2 + radius, SIZE / 2))
    length = _emu(radius)
    arc = f'<a:arcTo wR="{length}" hR="{length}" stAng="0" swAng="{_WHOLE_TURN}"/>'
    return f"<a:moveTo>{right}</a:moveTo>{arc}<a:close/>"


def _spoke(start: Spot, end: Spot) -> str:
    return f"<a:moveTo>{_point(start)}</a:moveTo><a:lnTo>{_point(end)}</a:lnTo>"


def _outline(path: str, fill: str) -> str:
    """A shape as large as the drawing; `fill` is a colour, or empty for lines only."""
    size = _emu(SIZE)
    kind = "norm" if fill else "none"
    filled = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else "<a:noFill/>"
    return (
        f'<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{size}" cy="{size}"/></a:xfrm>'
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{size}" h="{size}" fill="{kind}">{path}</a:path></a:pathLst></a:custGeom>{filled}'
        f'<a:ln w="9525"><a:solidFill><a:srgbClr val="{INK}"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    )


def _words(middle: Spot, width: float, height: float, words: str) -> str:
    left, top = _emu(middle.x - width / 2), _emu(middle.y - height / 2)
    # repeated here, since LibreOffice ignores the style's setting in grouped shapes
    centered = f'<w:p><w:pPr><w:pStyle w:val="Hjul"/><w:jc w:val="center"/></w:pPr>{words}</w:p>'
    return (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>'
        f'<a:off x="{left}" y="{top}"/><a:ext cx="{_emu(width)}" cy="{_emu(height)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{centered}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></wps:bodyPr></wps:wsp>'
    )
