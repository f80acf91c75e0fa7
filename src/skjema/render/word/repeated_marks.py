"""Makes bookmarks in a template's loops unique in each row, since Word drops duplicates."""

import re
from collections.abc import Iterator

from lxml import etree

from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_words

_LOOP = re.compile(r"\{%-?\s*(?:p|tr|tc|r)?\s*(for|endfor)\b")
_ID = "1{:03}{{{{ loop.index }}}}"
"""Id of a bookmark in a loop, by its number; no other id begins with these digits."""
_NAME = "{}{{% if not loop.first %}}_{{{{ loop.index }}}}{{% endif %}}"
"""Name of a bookmark in a loop; the first row keeps the name, which links and fields use."""


def set_repeated_marks_apart(root: etree._Element) -> None:
    """Make the bookmarks in loops unique; those in nested loops, and those with only one end in a loop, are removed."""
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
    """For each bookmark in a loop: the number of loops around it, and the number of the innermost one."""
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
