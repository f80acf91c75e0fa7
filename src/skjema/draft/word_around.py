"""Finds the words that explain a place in a Word file: on its line, in cells around it, in the paragraph before."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from skjema.formats.blank_marks import BLANK, BOX
from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_texts, own_words
from skjema.text_match import match_key

_ENDS = " :\u00a0*"
_HELD = re.compile(r"\}\}|_{3,}|\.{5,}|\ue010+")
"""What fills an earlier place on the line."""


def cells_of(row: etree._Element) -> list[etree._Element]:
    """The cells of a row, including those in content controls."""
    return list(_cells(row))


def _cells(holder: etree._Element) -> Iterator[etree._Element]:
    for child in holder:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag == f"{W}sdt" and (content := child.find(f"{W}sdtContent")) is not None:
            yield from _cells(content)


def rows_of(table: etree._Element) -> list[etree._Element]:
    """The rows of a table, including those in content controls."""
    return [one for one in table.iter(f"{W}tr") if next(one.iterancestors(f"{W}tbl")) is table]


def words_of_cell(cell: etree._Element) -> str:
    """The text of a cell, without the placeholder texts of its content controls."""
    return " ".join(filter(None, map(said_words, cell.iter(f"{W}p")))).strip()


def said_words(paragraph: etree._Element) -> str:
    """The text of a paragraph, without the placeholder texts of its content controls."""
    return "".join(one.text or "" for one in own_texts(paragraph) if not _is_held(one)).strip()


def _is_held(text: etree._Element) -> bool:
    """Whether a text is the placeholder of a control, or a box."""
    for control in text.iterancestors(f"{W}sdt"):
        properties = control.find(f"{W}sdtPr")
        if properties is not None and properties.find(f"{W}showingPlcHdr") is not None:
            return True
        if properties is not None and properties.find("{*}checkbox") is not None:
            return True
    return False


def words_before(element: etree._Element) -> str:
    """The words on the line before an element, after any tab or tag; without any, the words around it."""
    paragraph = next(element.iterancestors(f"{W}p"), None)
    if paragraph is None:
        return label_around(element)
    before = []
    for node in paragraph.iter(etree.Element):
        if node is element:
            break
        if node.tag == f"{W}t" and next(node.iterancestors(f"{W}p")) is paragraph:
            # what another place holds is no label of this one
            before.append("\t" if _is_held(node) else node.text or "")
        elif node.tag in (f"{W}tab", f"{W}br") or (node.tag == f"{W}fldChar" and _is_end(node)):
            before.append("\t")
    words = _HELD.split("".join(before).rstrip("\t "))[-1].rpartition("\t")[2].strip(_ENDS)
    return words or label_around(paragraph)


def _is_end(mark: etree._Element) -> bool:
    return mark.get(f"{W}fldCharType") == "end"


def label_around(element: etree._Element) -> str:
    """The words that explain a paragraph or control without words: the paragraph before, or the cells around it."""
    if element.tag != f"{W}tc":
        holder = element.getparent()
        while holder is not None and holder.tag in (f"{W}sdtContent", f"{W}sdt"):
            element, holder = (holder, holder.getparent()) if holder.tag == f"{W}sdt" else (element, holder.getparent())
        earlier = next(element.itersiblings(f"{W}p", preceding=True), None)
        words = "" if earlier is None else said_words(earlier).strip(_ENDS)
        if words and not BLANK.search(words):
            return words
    first = next(element.iter(f"{W}tc"), None)
    cell = first if first is not None else next(element.iterancestors(f"{W}tc"), None)
    return "" if cell is None else cell_label(cell)


def cell_label(cell: etree._Element) -> str:
    """The label of a cell: the cell to its left or above it, or both in a table with headings and row names."""
    row = next(cell.iterancestors(f"{W}tr"))
    cells = cells_of(row)
    at = cells.index(cell)
    heads = heads_above(row, len(cells))
    own = list(map(_label, cells))
    if heads and at and own[0] and len(cells) > 2 and not any(own[1:]):
        return f"{own[0]}: {heads[at]}"
    if at and own[at - 1]:
        return own[at - 1]
    if heads and heads[at] and not any(own):
        return heads[at]
    above = next(row.itersiblings(f"{W}tr", preceding=True), None)
    over = [] if above is None else cells_of(above)
    if len(over) == len(cells) and (words := _label(over[at])):
        return words
    return own[0] if at and not any(own[1:at]) else ""


def heads_above(row: etree._Element, count: int) -> list[str]:
    """The headings above a row with this many cells; none where no row above has text in each cell."""
    for above in row.itersiblings(f"{W}tr", preceding=True):
        cells = cells_of(above)
        if len(cells) != count:
            return []
        heads = list(map(_label, cells))
        if count > 1 and all(heads[1:]) and not any(map(_has_place, cells)):
            return heads
    return []


def _has_place(cell: etree._Element) -> bool:
    return next(cell.iter(f"{W}sdt", f"{W}ffData"), None) is not None


def _label(cell: etree._Element) -> str:
    """The text of a cell that is no place to fill in."""
    words = "" if _has_place(cell) else words_of_cell(cell).strip(_ENDS)
    return "" if BOX.search(words) or BLANK.search(words) or not match_key(words) else words


def statement_beside(cell: etree._Element) -> str:
    """The text of the cell to the right of one with only a box, where no cell to the left explains the box."""
    cells = cells_of(next(cell.iterancestors(f"{W}tr")))
    at = cells.index(cell)
    if at + 1 < len(cells) and not any(map(_label, cells[:at])):
        return _label(cells[at + 1])
    return ""


def only_cell(element: etree._Element) -> etree._Element | None:
    """The cell that holds only a box; None where it holds more, or the box is in no cell."""
    cell = next(element.iterancestors(f"{W}tc"), None)
    if cell is None:
        return None
    words = BOX.sub("", words_of_cell(cell)).strip()
    return cell if not words else None


def place_key(element: etree._Element) -> str:
    """A key that is unique for each element of a file."""
    tree = element.getroottree()
    return f"{id(tree.getroot())} {tree.getpath(element)}"


def all_words(paragraphs: Sequence[etree._Element]) -> str:
    return " ".join(own_words(one) for one in paragraphs).strip()
