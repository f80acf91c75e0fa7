"""Turns lines of cells that are separated by line breaks into paragraphs: a label, and room below it."""

from copy import deepcopy

from lxml import etree

from skjema.formats.blank_marks import BOX
from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_words

_HELD = tuple(f"{W}{name}" for name in ("sdt", "fldChar", "fldSimple", "drawing", "pict", "object", "hyperlink", "ins"))


def part_lines_of_cells(root: etree._Element) -> None:
    """Split cells into paragraphs where the last line is empty, or boxes stand below their question."""
    for cell in root.iter(f"{W}tc"):
        for paragraph in cell.findall(f"{W}p"):
            if next(paragraph.iter(*_HELD), None) is None and "{" not in own_words(paragraph):
                lines = _lines(paragraph)
                if len(lines) > 1 and own_words_of(lines[0]) and _is_room(lines):
                    _part(paragraph, lines)


def _lines(paragraph: etree._Element) -> list[list[etree._Element]]:
    """The runs of a paragraph, line by line; runs with a break in them are split."""
    lines: list[list[etree._Element]] = [[]]
    for run in paragraph.findall(f"{W}r"):
        own = _like(run)
        for child in run:
            if child.tag == f"{W}br" and child.get(f"{W}type") is None:
                lines[-1].append(own)
                own = _like(run)
                lines.append([])
            elif child.tag != f"{W}rPr":
                own.append(deepcopy(child))
        lines[-1].append(own)
    return lines


def _like(run: etree._Element) -> etree._Element:
    """An empty run with the formatting of another."""
    own = etree.Element(f"{W}r")
    looks = run.find(f"{W}rPr")
    if looks is not None:
        own.append(deepcopy(looks))
    return own


def own_words_of(runs: list[etree._Element]) -> str:
    return "".join(text.text or "" for run in runs for text in run.iter(f"{W}t")).strip()


def _is_room(lines: list[list[etree._Element]]) -> bool:
    words = list(map(own_words_of, lines))
    return not words[-1] or (not BOX.search(words[0]) and all(map(BOX.search, words[1:])))


def _part(paragraph: etree._Element, lines: list[list[etree._Element]]) -> None:
    """Replace a paragraph by one for each line, with the spacing of lines."""
    for number, runs in enumerate(lines):
        own = etree.Element(f"{W}p")
        looks = paragraph.find(f"{W}pPr")
        own.append(deepcopy(looks) if looks is not None else etree.Element(f"{W}pPr"))
        _set_spacing(own[0], is_first=not number, is_last=number == len(lines) - 1)
        own.extend(run for run in runs if len(run) > len(run.findall(f"{W}rPr")))
        paragraph.addprevious(own)
    parent = paragraph.getparent()
    assert parent is not None
    parent.remove(paragraph)


_BEFORE_SPACING = frozenset({
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
})  # fmt: skip
"""Properties that come before `spacing` in a paragraph (ECMA-376 part 1, 17.3.1.26)."""


def _set_spacing(properties: etree._Element, *, is_first: bool, is_last: bool) -> None:
    spacing = properties.find(f"{W}spacing")
    if spacing is None:
        spacing = etree.Element(f"{W}spacing")
        place = sum(etree.QName(child).localname in _BEFORE_SPACING for child in properties)
        properties.insert(place, spacing)
    for name, is_kept in (("before", is_first), ("after", is_last)):
        if not is_kept:
            spacing.set(f"{W}{name}", "0")
