"""Removes from a Word template what must not get into documents; see `allowlist`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from skjema.errors import TemplateError
from skjema.formats.docx.allowlist import (
    DOCUMENT_TYPE,
    OFFICE,
    SETTINGS_TYPE,
    TEXT_TYPES,
    Fate,
    Kind,
    fate,
    may_be,
)
from skjema.formats.docx.fields import field_fate, field_name, instructions, link_fate
from skjema.formats.docx.members import Members
from skjema.formats.docx.part_xml import parse, relations_of, resolved, unparse
from skjema.problems import Place, Problem, Severity

_TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
_ODD_NAME = re.compile(r"(^|/)\.\.?(/|$)|//|\\|^/|:")
"""Names of members that would lead out of the folder that they are unpacked into."""
_MERGE_FIELD = re.compile(r"MERGEFIELD\s+(?:\"([^\"]*)\"|(\S+))", re.IGNORECASE)
_TAG = re.compile(r"\{[{%#]")
_OF_RECIPIENT = frozenset({
    "ADDRESSBLOCK", "ASK", "DOCVARIABLE", "FILLIN", "GREETINGLINE", "MERGEREC", "MERGESEQ", "NEXT", "NEXTIF", "SKIPIF",
})  # fmt: skip
"""Fields whose text differs between the recipients of a mail merge; the template holds one person's text."""
_ADDRESSES = ("src", "href", "althref", "hlinkHref")
"""Attributes of legacy drawings that fetch something without a relationship."""


class CleanTemplate(NamedTuple):
    """A template ready for use.

    Attributes:
        left_out: One warning that lists what has been removed; empty where nothing has.
    """

    members: Members
    left_out: tuple[Problem, ...]


def clean_template(name: str, members: Members) -> CleanTemplate:
    """The template without what must not get into documents; identical to the byte where there is nothing to remove.

    Args:
        name: Name of the template in messages.

    Raises:
        TemplateError: With everything that a template must not have, and every damaged part.
    """
    return _Cleaning(name, members).result()


class _Cleaning:
    """Cleans one template.

    Attributes:
        left_out: What has been removed, as `part (what)`.
    """

    def __init__(self, name: str, members: Members) -> None:
        self._place = Place(name)
        self._members = dict(members)
        self._problems: list[Problem] = []
        self._left_out: dict[str, None] = {}
        self._reached: set[str] = {_TYPES}

    def result(self) -> CleanTemplate:
        types = self._parsed(_TYPES)
        for name in self._members:
            if _ODD_NAME.search(name):
                self._refuse(name, "../")
        if types is None or self._problems:
            raise TemplateError(*self._problems)
        self._types = types
        self._follow("")
        if self._problems:
            raise TemplateError(*self._problems)
        self._drop_unreached()
        parts = tuple(self._left_out)
        warnings = [Problem("template-left-out", self._place, Severity.WARNING, {"parts": parts})] if parts else []
        return CleanTemplate(self._members, tuple(warnings))

    def _problem(self, code: str, **params: object) -> None:
        problem = Problem(code, self._place, params=params)
        if problem not in self._problems:
            self._problems.append(problem)

    def _refuse(self, part: str, got: str) -> None:
        self._problem("template-part-refused", part=part, got=got)

    def _leave_out(self, part: str, got: str = "") -> None:
        self._left_out[f"{part} ({got})" if got else part] = None

    def _parsed(self, part: str) -> etree._Element | None:
        """The XML of a part; None, with a problem added, where it is damaged."""
        try:
            root = parse(self._members[part])  # strictly: docxtpl's lenient parser loses text silently
        except (KeyError, etree.XMLSyntaxError):
            root = None
        if root is not None and root.getroottree().docinfo.internalDTD is None:
            return root
        self._problem("template-part-damaged", part=part)
        return None

    def _follow(self, part: str) -> None:
        """Check everything that a part refers to, recursively."""
        listed = relations_of(part)
        if listed not in self._members:
            return
        self._reached.add(listed)
        if self._type_of(listed) != _RELATIONSHIPS:
            self._problem("template-part-damaged", part=f"{listed} ({_TYPES})")
        root = self._parsed(listed)
        if root is None:
            return
        dropped = [relation for relation in root if not self._keeps(relation, part)]
        for relation in dropped:
            root.remove(relation)
        if dropped:  # unchanged parts keep their bytes
            self._members[listed] = unparse(root)

    def _keeps(self, relation: etree._Element, part: str) -> bool:
        """Whether a relationship is kept; if so, its target is checked."""
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        is_external = relation.get("TargetMode") == "External"
        if kind == f"{OFFICE}hyperlink" and target.startswith("#"):  # a link to a bookmark in the same document
            return True
        fate_of_relation = fate(Kind.EXTERNAL if is_external else Kind.RELATIONSHIP, kind)
        if is_external and fate_of_relation is Fate.KEPT:
            fate_of_relation = link_fate(target)
        where = part or relations_of(part)
        if fate_of_relation is Fate.REFUSED:
            self._refuse(where, kind.rpartition("/")[2])
        elif fate_of_relation is Fate.LEFT_OUT and is_external:
            self._leave_out(where, kind.rpartition("/")[2])
        elif fate_of_relation is Fate.KEPT and not is_external:
            self._reach(resolved(target, part), kind)
        return fate_of_relation is Fate.KEPT

    def _reach(self, part: str, kind: str) -> None:
        """Check a part that is kept."""
        if part in self._reached:
            return
        self._reached.add(part)
        content_type = self._type_of(part)
        if part not in self._members or not content_type:
            self._problem("template-part-damaged", part=part if part in self._members else f"{part} ({_TYPES})")
            return
        if kind == f"{OFFICE}officeDocument":
            content_type = self._as_document(content_type)
        if not may_be(kind, content_type):
            self._refuse(part, content_type)
        elif content_type.endswith("xml"):
            self._look_at(part, content_type)
        self._follow(part)

    def _type_of(self, part: str) -> str:
        """The content type of a part; empty where the file gives none."""
        # an entry for the part itself wins over one for its ending; part names are case-insensitive
        ending = part.rpartition(".")[2].casefold()
        by_ending = ""
        for entry in self._types:
            if entry.get("PartName", "").casefold() == f"/{part}".casefold():
                return entry.get("ContentType", "")
            if entry.get("Extension", "").casefold() == ending:
                by_ending = entry.get("ContentType", "")
        return by_ending

    def _as_document(self, content_type: str) -> str:
        """The content type of the main part; that of a template (.dotx) is changed to that of a document."""
        if fate(Kind.CONTENT_TYPE, content_type) is not Fate.LEFT_OUT:
            return content_type
        self._leave_out(_TYPES, content_type)
        for entry in self._types:
            if entry.get("ContentType") == content_type:
                entry.set("ContentType", DOCUMENT_TYPE)
        self._members[_TYPES] = unparse(self._types)
        return DOCUMENT_TYPE

    def _look_at(self, part: str, content_type: str) -> None:
        """Remove from a part what documents must not get, and report what a template must not have."""
        root = self._parsed(part)
        if root is None:
            return
        if content_type in TEXT_TYPES:
            self._judge_fields(part, root)
            self._judge_attributes(part, root)
            kind, elements = Kind.ELEMENT, list(root.iter(etree.Element))
        elif content_type == SETTINGS_TYPE:
            kind, elements = Kind.SETTING, list(root.iterchildren(etree.Element))
        else:
            return
        dropped = [element for element in elements if fate(kind, etree.QName(element).localname) is Fate.LEFT_OUT]
        for element in dropped:
            self._leave_out(part, etree.QName(element).localname)
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
        if dropped:
            self._members[part] = unparse(root)

    def _judge_fields(self, part: str, root: etree._Element) -> None:
        for instruction in instructions(root):
            if merge_field := _MERGE_FIELD.search(instruction):
                self._problem("template-merge-field", part=part, got=merge_field[1] or merge_field[2])
            elif field_fate(instruction) is not Fate.KEPT:
                name = field_name(instruction)
                code = "template-mail-field" if name in _OF_RECIPIENT else "template-field"
                self._problem(code, part=part, got=name)
            elif _TAG.search(instruction):
                self._problem("tag-in-address", part=part, got=field_name(instruction))

    def _judge_attributes(self, part: str, root: etree._Element) -> None:
        for element, name, value in _attributes(root):
            if name in _ADDRESSES and value and not value.startswith("#") and link_fate(value) is not Fate.KEPT:
                self._refuse(part, name)
            elif name != "instr" and _TAG.search(value) and fate(Kind.ATTRIBUTE, f"{element}/{name}") is not Fate.KEPT:
                self._problem("tag-in-address", part=part, got=name)

    def _drop_unreached(self) -> None:
        """Remove the parts that nothing refers to any more."""
        unreached = [member for member in self._members if member not in self._reached]
        for name in unreached:
            del self._members[name]
            if not name.endswith(("/", ".rels")):  # folder entries are empty; .rels go with their part
                self._leave_out(name)
        listed = [entry for entry in self._types if entry.get("PartName", "/").removeprefix("/") in unreached]
        for entry in listed:
            self._types.remove(entry)
        if listed:
            self._members[_TYPES] = unparse(self._types)


def _attributes(root: etree._Element) -> Iterator[tuple[str, str, str]]:
    """Name of the element, and name and value of the attribute, for every attribute; without namespaces."""
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            yield etree.QName(element).localname, etree.QName(name).localname, str(value)
