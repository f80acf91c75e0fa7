"""Cells, text boxes and headers that a record's tags leave empty: Word asks for a paragraph at the end of each."""

import re
from collections.abc import Iterator

from lxml import etree

from skjema.formats.docx.part_xml import W, unparse

_HOLDERS = [f"{W}{name}" for name in ("tc", "txbxContent", "hdr", "ftr", "footnote")]
"""Elements that end with a paragraph (ECMA-376 part 1, 17.4.65, 17.10.3 and 17.10.4)."""
_TAG = re.compile(r"\s*\{%p\s+(end)?(if|for)?\b")


def may_be_emptied(root: etree._Element) -> bool:
    """Whether tags of a part may leave out the paragraph that an element has to end with."""
    return not all(map(_ends_for_sure, root.iter(_HOLDERS)))


def filled(xml: bytes) -> bytes:
    """`xml` with an empty paragraph wherever one has to be."""
    root = etree.fromstring(xml)
    for holder in root.iter(_HOLDERS):
        last = [block.tag for block in _blocks(holder)][-1:]
        if last != [f"{W}p"]:
            etree.SubElement(holder, f"{W}p")
    return unparse(root)


def _blocks(holder: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables an element holds, also those in content controls."""
    for block in holder:
        if block.tag in (f"{W}p", f"{W}tbl"):
            yield block
        elif block.tag in (f"{W}sdt", f"{W}sdtContent"):
            yield from _blocks(block)


def _ends_for_sure(holder: etree._Element) -> bool:
    """Whether it ends with a paragraph whatever its tags leave out: what stands between tags may be gone."""
    depth, ends = 0, False
    for block in _blocks(holder):
        is_paragraph = block.tag == f"{W}p"
        text = "".join(words.text or "" for words in block.iter(f"{W}t")) if is_paragraph else ""
        if tag := _TAG.match(text):
            depth += 0 if not tag[2] else -1 if tag[1] else 1
        else:
            ends = is_paragraph if depth == 0 else ends and is_paragraph
    return ends
