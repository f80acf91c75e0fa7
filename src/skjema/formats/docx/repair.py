"""Adds the final paragraph that Word requires in cells, text boxes, headers and footers, where tags have removed it."""

import re
from collections.abc import Iterator

from lxml import etree

from skjema.formats.docx.part_xml import W, unparse

_HOLDERS = [f"{W}{name}" for name in ("tc", "txbxContent", "hdr", "ftr", "footnote")]
"""Elements that must end with a paragraph (ECMA-376 part 1, 17.4.65, 17.10.3 and 17.10.4)."""
_TAG = re.compile(r"\s*\{%p\s+(end)?(if|for)?\b")


def may_be_emptied(root: etree._Element) -> bool:
    """Whether tags in a part may remove a paragraph that an element must end with."""
    return not all(map(_ends_for_sure, root.iter(_HOLDERS)))


def filled(xml: bytes) -> bytes:
    """`xml` with an empty paragraph added wherever one is required."""
    root = etree.fromstring(xml)
    for holder in root.iter(_HOLDERS):
        last = [block.tag for block in _blocks(holder)][-1:]
        if last != [f"{W}p"]:
            etree.SubElement(holder, f"{W}p")
    return unparse(root)


def _blocks(holder: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables in an element, including those in content controls."""
    for block in holder:
        if block.tag in (f"{W}p", f"{W}tbl"):
            yield block
        elif block.tag in (f"{W}sdt", f"{W}sdtContent"):
            yield from _blocks(block)


def _ends_for_sure(holder: etree._Element) -> bool:
    """Whether the element ends with a paragraph outside of any tags, so that none can remove it."""
    depth, ends = 0, False
    for block in _blocks(holder):
        is_paragraph = block.tag == f"{W}p"
        text = "".join(words.text or "" for words in block.iter(f"{W}t")) if is_paragraph else ""
        if tag := _TAG.match(text):
            depth += 0 if not tag[2] else -1 if tag[1] else 1
        else:
            ends = is_paragraph if depth == 0 else ends and is_paragraph
    return ends
