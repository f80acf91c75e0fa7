"""Parses the parts of a Word file, and follows the references between them."""

import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from lxml import etree

from skjema.formats.docx.members import Members

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""Prefix of the names of Word's own elements and attributes."""


class Relation(NamedTuple):
    """A reference from one part to another.

    Attributes:
        kind: Last word of its type, such as `header`.
        target: Name of the member that it refers to.
    """

    id: str
    kind: str
    target: str


def parse(content: bytes) -> etree._Element:
    """The XML of a part, parsed strictly and without resolving entities."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def unparse(root: etree._Element) -> bytes:
    """The content of a part with this XML."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def relations_of(part: str) -> str:
    """Name of the member that lists what `part` refers to; for an empty name, what the whole file refers to."""
    path = PurePosixPath(part)
    return str(path.parent / "_rels" / f"{path.name}.rels") if part else "_rels/.rels"


def relations(members: Members, part: str) -> Iterator[Relation]:
    """The references of `part` to parts within the file."""
    for element in parse(members[relations_of(part)]) if relations_of(part) in members else ():
        if element.get("TargetMode") != "External":
            kind = element.get("Type", "").rpartition("/")[2]  # the rest of the type differs in strict files
            yield Relation(element.get("Id", ""), kind, resolved(element.get("Target", ""), part))


def part_of_kind(members: Members, part: str, kind: str) -> str:
    """Name of the first part of a kind, such as `styles`, that `part` refers to; empty without."""
    for relation in relations(members, part):
        if relation.kind == kind:
            return relation.target
    return ""


def resolved(target: str, part: str) -> str:
    """Name of the member that a target means when `part` refers to it."""
    # absolute targets begin with a slash; relative ones start from the part's folder
    return posixpath.normpath(target[1:] if target.startswith("/") else PurePosixPath(part).parent / target)
