"""Bookmarks that a loop of a template repeats: each gets an id and a name of its own, since Word drops doubles."""

import re
from collections.abc import Iterator

from lxml import etree

from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_words

_LOOP = re.compile(r"\{%-?\s*(?:p|tr|tc|r)?\s*(for|endfor)\b")
_ID = "1{:03}{{{{ loop.index }}}}"
"""Of a bookmark, by its number: no other has digits that begin so and are followed by a row's."""
_NAME = "{}{{% if not loop.first %}}_{{{{ loop.index }}}}{{% endif %}}"
"""The first keeps its name, by which links and fields know it."""


def set_repeated_marks_apart(root: etree._Element) -> None:
    """Name the bookmarks within a loop by its rows; those within loops of loops are left out, as are halves."""
    depths = dict(_depths(root))
    ends = {mark.get(f"{W}id"): mark for mark in root.iter(f"{W}bookmarkEnd")}
    for number, start in enumerate(list(root.iter(f"{W}bookmarkStart"))):
        end = ends.get(start.get(f"{W}id"))
        within = [depths.get(one, (0, 0)) for one in (start, end) if one is not None]
        depth = max(one for one, _ in within)
        if depth == 0:
            continue
        if depth == 1 and end is not None and len(set(within)) == 1:
            for mark in (start, end):
                mark.set(f"{W}id", _ID.format(number % 1000))
            start.set(f"{W}name", _NAME.format(start.get(f"{W}name", "")))
            continue
        for one in (start, end):
            holder = None if one is None else one.getparent()
            if one is not None and holder is not None:
                holder.remove(one)


def _depths(root: etree._Element) -> Iterator[tuple[etree._Element, tuple[int, int]]]:
    """How many loops are around each bookmark that has any, and which of the part's loops is the innermost."""
    opened: list[int] = []
    count = 0
    for element in root.iter(f"{W}p", f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        if element.tag != f"{W}p":
            if opened:
                yield element, (len(opened), opened[-1])
            continue
        for tag in _LOOP.finditer(own_words(element)):
            if tag[1] == "for":
                count += 1
                opened.append(count)
            elif opened:
                opened.pop()
