"""Reads Word's own fields, such as page numbers and links, and judges whether a template may have them."""

import re
from collections.abc import Iterator

from lxml import etree

from skjema.formats.docx.allowlist import Fate, Kind, fate
from skjema.formats.docx.part_xml import W

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
_LINK = re.compile(r'HYPERLINK\s+(?:"([^"]+)"|([^\s"\\]\S*))', re.IGNORECASE)
"""A link to another file; a link within the document has a switch before its bookmark."""


def instructions(root: etree._Element) -> Iterator[str]:
    """The instruction of each field; the text of a nested field is also part of the outer field's instruction."""
    open_fields: list[list[str] | None] = []  # None: the instruction has ended
    for element in root.iter(f"{W}fldSimple", f"{W}fldChar", f"{W}instrText", f"{W}t"):
        if element.tag == f"{W}fldSimple":
            yield element.get(f"{W}instr", "")
        elif element.tag == f"{W}fldChar":
            yield from _marked(element.get(f"{W}fldCharType", ""), open_fields)
        else:
            text = element.text or ""
            for words in open_fields:
                if words is not None:
                    words.append(text)
            if not open_fields and element.tag == f"{W}instrText":  # an instruction outside of any field
                yield text
    for words in open_fields:  # fields without an end mark
        if words is not None:
            yield "".join(words)


def _marked(mark: str, open_fields: list[list[str] | None]) -> Iterator[str]:
    """The instruction that is complete at a field mark, if any is."""
    if mark == "begin":
        open_fields.append([])
    elif open_fields:
        words = open_fields[-1]
        if words is not None:
            yield "".join(words)
        open_fields[-1] = None
        if mark == "end":
            open_fields.pop()


def field_fate(instruction: str) -> Fate:
    """What happens to a field with this instruction."""
    name = field_name(instruction)
    if not name:
        return Fate.KEPT
    fate_of_kind = fate(Kind.FIELD, name)
    link = _LINK.match(instruction.strip())
    if fate_of_kind is Fate.KEPT and name == "HYPERLINK" and link:
        return link_fate(link[1] or link[2])
    return fate_of_kind


def field_name(instruction: str) -> str:
    """The name of a field, the first word of its instruction; `=` for a formula."""
    words = instruction.split()
    return "=" if words and words[0].startswith("=") else words[0].upper() if words else ""


def link_fate(address: str) -> Fate:
    """What happens to a link to this address; an address without a scheme is a file beside the template."""
    scheme = _SCHEME.match(address)
    return fate(Kind.SCHEME, scheme[0].lower()) if scheme else Fate.REFUSED
