"""Cells, text boxes and headers that a record's tags leave empty: Word asks for a paragraph in each."""

import re

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HOLDERS = ("tc", "txbxContent", "hdr", "ftr", "footnote")
"""Elements that end with a paragraph (ECMA-376 part 1, 17.4.65, 17.10.3 and 17.10.4)."""
_NAMES = "|".join(_HOLDERS)
_ENDS_BARE = re.compile(
    rf"(</w:tcPr>|<w:tcPr/>|</w:tbl>|<w:(?:{_NAMES})(?: [^<>]*)?(?<!/)>)(?=</w:(?:{_NAMES})>)".encode()
)
_OPENS = re.compile(r"\s*\{%p\s+(?:if|for)\b")
_CLOSES = re.compile(r"\s*\{%p\s+(?:endif|endfor)\b")


def may_be_emptied(root: etree._Element) -> bool:
    """Whether tags of a part may leave out the paragraph that an element has to end with."""
    return any(not _ends_for_sure(one) for name in _HOLDERS for one in root.iter(f"{_W}{name}"))


def _ends_for_sure(holder: etree._Element) -> bool:
    depth, found = 0, False
    for one in holder:
        text = "".join(words.text or "" for words in one.iter(f"{_W}t")) if one.tag == f"{_W}p" else ""
        if _OPENS.match(text):
            depth += 1
        elif _CLOSES.match(text):
            depth -= 1
        elif one.tag in (f"{_W}p", f"{_W}tbl") and not text.lstrip().startswith("{%p"):
            found = one.tag == f"{_W}p" if depth == 0 else found and one.tag == f"{_W}p"
    return found


def filled(xml: bytes) -> bytes:
    """`xml` with an empty paragraph wherever one has to be."""
    return _ENDS_BARE.sub(rb"\1<w:p/>", xml)
