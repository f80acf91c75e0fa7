"""The parts of a Word file as XML, and how they refer to each other."""

import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from lxml import etree

from skjema.formats.docx.members import Members

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""Before the names of Word's own elements and attributes."""


class Relation(NamedTuple):
    """A part that another one refers to.

    Attributes:
        kind: The last word of its type, such as `header`.
        target: Its name among the members.
    """

    id: str
    kind: str
    target: str


def parse(content: bytes) -> etree._Element:
    """The XML of a part, strictly: nothing is mended and no entity is looked up."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def unparse(root: etree._Element) -> bytes:
    """The part that has this XML."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def relations_of(part: str) -> str:
    """Name of the member that says what `part` refers to; of the whole file, for an empty name."""
    path = PurePosixPath(part)
    return str(path.parent / "_rels" / f"{path.name}.rels") if part else "_rels/.rels"


def relations(members: Members, part: str) -> Iterator[Relation]:
    """The parts that `part` refers to, within the file."""
    for element in parse(members[relations_of(part)]) if relations_of(part) in members else ():
        if element.get("TargetMode") != "External":
            kind = element.get("Type", "").rpartition("/")[2]  # types differ in strict files before the last word
            yield Relation(element.get("Id", ""), kind, resolved(element.get("Target", ""), part))


def part_of_kind(members: Members, part: str, kind: str) -> str:
    """Name of the first part of a kind that `part` refers to, such as `styles`; empty where there is none."""
    for relation in relations(members, part):
        if relation.kind == kind:
            return relation.target
    return ""


def resolved(target: str, part: str) -> str:
    """The member that a target names, as `part` writes it."""
    # absolute targets begin with a slash; others count from the folder of the part
    return posixpath.normpath(target[1:] if target.startswith("/") else PurePosixPath(part).parent / target)
