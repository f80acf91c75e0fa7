"""Reads the members (files) of a Word file."""

from collections.abc import Mapping

from skjema.errors import InputError, TemplateError
from skjema.problems import Place, Problem

Members = Mapping[str, bytes]
"""Contents of the files in a docx by name, in the order of the archive."""

DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "[Content_Types].xml"


def members_of(docx: bytes, name: str = "") -> Members:
    """The members of a docx.

    Args:
        name: Name of the docx in messages.

    Raises:
        TemplateError: It is damaged.
    """
    from skjema.formats.office_package import Package

    try:
        package = Package(name, docx)
        members = {member: package.read(member) for member in package.names}
    except InputError:
        raise TemplateError(Problem("template-damaged", Place(name))) from None
    # no office program writes a DOCTYPE, whose entities could read files or expand to gigabytes
    declares = any(b"<!DOCTYPE" in content for member, content in members.items() if member.endswith((".xml", ".rels")))
    if _TYPES not in members or declares:
        raise TemplateError(Problem("template-damaged", Place(name)))
    return members
