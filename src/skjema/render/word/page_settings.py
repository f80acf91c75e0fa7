"""The page settings of a Word template in twips: size, margins, headers and footers."""

from skjema.formats.docx.markup import millimetres
from skjema.layout.paper import LEFT, RIGHT, Paper
from skjema.layout.tree import Tree

_TOP, _TOP_OF_LETTER = 14, 12
_BOTTOM, _FOOTER = 19, 9
_PRINTED_ON = 10
"""Extra millimetres below a landscape page, where print services write along the side."""


def text_width(paper: Paper) -> int:
    """The width between the margins."""
    return millimetres(paper.width) - millimetres(LEFT) - millimetres(RIGHT)


def page_settings(tree: Tree) -> str:
    """The settings of the only section, with its header and footer."""
    paper, more = tree.paper, _PRINTED_ON if tree.paper.is_landscape else 0
    way = ' w:orient="landscape"' if paper.is_landscape else ""
    top = _TOP_OF_LETTER if tree.letter else _TOP
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
        '<w:footerReference w:type="default" r:id="rIdFooter"/><w:footerReference w:type="first" r:id="rIdFooter"/>'
        f'<w:pgSz w:w="{millimetres(paper.width)}" w:h="{millimetres(paper.height)}"{way}/>'
        f'<w:pgMar w:top="{millimetres(top)}" w:right="{millimetres(RIGHT)}" w:bottom="{millimetres(_BOTTOM + more)}" '
        f'w:left="{millimetres(LEFT)}" w:header="{millimetres(10)}" w:footer="{millimetres(_FOOTER + more)}" '
        'w:gutter="0"/><w:titlePg/></w:sectPr>'  # the first page has no header
    )
