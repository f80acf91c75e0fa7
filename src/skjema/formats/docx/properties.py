"""Writes a Word file's mark into a custom property and the keywords, one of which every office program keeps."""

from lxml import etree

from skjema.formats.docx.members import DECLARATION, Members
from skjema.formats.docx.part_xml import parse, part_of_kind, relations_of, unparse

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CUSTOM = f"{{{_OFFICE}/custom-properties}}"
_VALUE = f"{{{_OFFICE}/docPropsVTypes}}lpwstr"
_KEYWORDS = f"{{{_PACKAGE}/metadata/core-properties}}keywords"
_KIND = "custom-properties"
_PART = "docProps/custom.xml"
_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_EMPTY = f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"/>'.encode()
_USER = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""Id of the set of users' own properties (ECMA-376 part 1, 22.3.2.2)."""
_FIRST = 2
"""Smallest number of a property."""


def with_property(members: Members, name: str, text: str) -> Members:
    """The members with a custom property added, whose text also goes into the keywords if the file has that part."""
    changed = dict(members)
    part = part_of_kind(members, "", _KIND)
    if part not in members:
        part = _PART
        changed |= _with_custom_part(members)
    root = parse(changed[part])
    for former in root.findall(f"{_CUSTOM}property[@name='{name}']"):
        root.remove(former)
    number = max((int(one.get("pid", "0")) for one in root), default=_FIRST - 1) + 1
    own = etree.SubElement(root, f"{_CUSTOM}property", fmtid=_USER, pid=str(number), name=name)
    etree.SubElement(own, _VALUE).text = text
    changed[part] = unparse(root)
    core = part_of_kind(members, "", "core-properties")
    if core in members:
        changed[core] = _with_keywords(members[core], text)
    return changed


def _with_custom_part(members: Members) -> dict[str, bytes]:
    types, related = parse(members[_TYPES]), parse(members[relations_of("")])
    etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override", PartName=f"/{_PART}", ContentType=_TYPE)
    taken = {one.get("Id") for one in related}
    etree.SubElement(
        related, f"{{{_PACKAGE}/relationships}}Relationship",
        Id=next(one for one in (f"rIdSkjema{at}" for at in range(len(taken) + 1)) if one not in taken),
        Type=f"{_OFFICE}/relationships/{_KIND}", Target=_PART,
    )  # fmt: skip
    return {_TYPES: unparse(types), relations_of(""): unparse(related), _PART: DECLARATION + _EMPTY}


def _with_keywords(core: bytes, text: str) -> bytes:
    """The part of core properties with `text` added to its keywords."""
    root = parse(core)
    keywords = root.find(_KEYWORDS)
    if keywords is None:
        keywords = etree.SubElement(root, _KEYWORDS)
    if text not in (keywords.text or ""):
        keywords.text = " ".join(filter(None, (keywords.text, text)))
    return unparse(root)
