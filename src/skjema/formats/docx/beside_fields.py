"""Finds what a Word file holds beside its text and fields: comments, strikethrough, highlighting, drawings."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from skjema.formats.docx.part_xml import W, parse
from skjema.formats.form_fields import BesideFields

_COMMENTS = re.compile(r"word/comments\w*\.xml")
_MARGINS = re.compile(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml")
_DRAWN = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""Holds a copy of a drawing for older programs."""
_STRUCK = (f"{W}strike", f"{W}dstrike")
_NO = frozenset({"0", "false", "off", "none", "nil"})
_CHANGED = frozenset({f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"})
_WHITE = frozenset({"auto", "ffffff", ""})
_GREYEST = 0x50
"""By how much the colours differ of an ink that doesn't stand out: black, greys, a dark blue."""


def beside_fields(root: etree._Element, members: Mapping[str, bytes]) -> BesideFields:
    """What a Word file holds beside its text and fields.

    Args:
        root: The root of its document part.
        members: All its parts.
    """
    cells = {cell for _, several in signing_cells(root) for cell in several}
    loose = sum(cells.isdisjoint(one.iterancestors(f"{W}tc")) for one in _drawings(root))
    margins = [parse(content) for name, content in members.items() if _MARGINS.fullmatch(name)]
    marked = Counter(_marked(root))
    marked["drawn", ""] = sum(sum(1 for _ in _drawings(one)) for one in margins)
    is_noted = _has_comments(members) or _has_changes(root)
    return BesideFields(loose, marked, frozenset(_margin_words(margins)), is_noted)


def _drawings(root: etree._Element) -> Iterator[etree._Element]:
    return (one for one in root.iter(*_DRAWN) if next(one.iterancestors(_FALLBACK, *_DRAWN), None) is None)


def signing_cells(root: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    """The cells to sign in, for each row with one control for the date; each with the name of that control."""
    for row in root.iter(f"{W}tr"):
        names = [one.get(f"{W}val", "") for one in row.iter(f"{W}tag")]
        days = [name for name in names if re.fullmatch(r"\w+\.\d+\.dato", name)]
        if len(days) == 1:
            yield days[0], [cell for cell in row.findall(f"{W}tc") if cell.find(f".//{W}sdt") is None]


def is_struck(run: etree._Element) -> bool:
    """Whether the text of a run is struck through."""
    return any(_is_on(run.find(f"{W}rPr/{name}")) for name in _STRUCK)


def is_deleted_row(element: etree._Element) -> bool:
    """Whether an element is in a table row that was deleted while changes were tracked."""
    return any(row.find(f"{W}trPr/{W}del") is not None for row in element.iterancestors(f"{W}tr"))


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(f"{W}val", "") not in _NO


def _marked(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Each word that is struck through or highlighted, or underlined or coloured outside of controls, with the mark."""
    for run in root.iter(f"{W}r"):
        ways = ["struck"] * is_struck(run) + ["highlighted"] * _is_highlighted(run)
        if next(run.iterancestors(f"{W}sdt"), None) is None:
            ways += ["underlined"] * _is_on(run.find(f"{W}rPr/{W}u")) + ["coloured"] * _is_coloured(run)
        if ways:
            for word in re.findall(r"\S+", "".join(one.text or "" for one in run.findall(f"{W}t"))):
                yield from ((way, word) for way in ways)


def _is_highlighted(run: etree._Element) -> bool:
    shade = run.find(f"{W}rPr/{W}shd")  # some programs write a highlight as shading
    is_shaded = shade is not None and shade.get(f"{W}fill", "").casefold() not in _WHITE
    return is_shaded or _is_on(run.find(f"{W}rPr/{W}highlight"))


def _is_coloured(run: etree._Element) -> bool:
    """Whether the words of a run are in red, blue or another ink that stands out."""
    color = run.find(f"{W}rPr/{W}color")
    value = "" if color is None else color.get(f"{W}val", "")
    if not re.fullmatch("[0-9A-Fa-f]{6}", value):
        return False
    parts = bytes.fromhex(value)
    return max(parts) - min(parts) > _GREYEST


def _margin_words(margins: Iterable[etree._Element]) -> Iterator[str]:
    """Words in headers, footers and notes, without page numbers."""
    for margin in margins:
        for paragraph in margin.iter(f"{W}p"):
            yield from re.findall(r"[^\W\d]+", "".join(one.text or "" for one in paragraph.iter(f"{W}t")))


def _has_comments(members: Mapping[str, bytes]) -> bool:
    return any(
        next(parse(content).iter(f"{W}comment"), None) is not None
        for name, content in members.items()
        if _COMMENTS.fullmatch(name)
    )


def _has_changes(root: etree._Element) -> bool:
    """Whether text, controls or rows are tracked as added or deleted; changes within controls don't count."""
    for change in root.iter(*_CHANGED):
        if next(change.iterancestors(f"{W}sdt"), None) is not None:
            continue
        above = change.getparent()
        if above is not None and above.tag == f"{W}trPr":
            return True
        if any((one.text or "").strip() for one in change.iter(f"{W}t", f"{W}delText")) or _holds_control(change):
            return True
    return False


def _holds_control(change: etree._Element) -> bool:
    return change.tag != f"{W}ins" and change.find(f".//{W}sdt") is not None
