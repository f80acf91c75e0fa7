"""Puts the texts of other Word files into a Word file.

A style that both files have by name looks as in the receiving file; other styles are copied. Lists start anew. Page
settings (headers, footers, size) and the default font of the inserted file are dropped.
"""

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import PurePosixPath

from lxml import etree

from skjema.formats.docx.allowlist import OFFICE, PACKAGE
from skjema.formats.docx.bookmarks import set_bookmarks_apart
from skjema.formats.docx.members import DECLARATION, Members
from skjema.formats.docx.merged_lists import MergedLists
from skjema.formats.docx.merged_styles import MergedStyles
from skjema.formats.docx.part_xml import W, parse, part_of_kind, relations_of, resolved, unparse
from skjema.formats.docx.sub_document import SubDocument
from skjema.formats.zip_writer import Archive, Member, compress_member

_TYPES = "[Content_Types].xml"
_TYPES_NAMESPACE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS_NAMESPACE = PACKAGE.rstrip("/")
_NO_RELATIONS = f'<Relationships xmlns="{_RELATIONS_NAMESPACE}"/>'.encode()
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_PARAGRAPH_IDS = (f"{_W14}paraId", f"{_W14}textId")
"""Ids of paragraphs; Word makes new ones where they are missing."""
_DRAWN = "{urn:schemas-microsoft-com:vml}*"
_FIRST_BOOKMARK = 100_000
"""Higher than the ids that a file gives its own bookmarks."""
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


class MergedFile:
    """A Word file under construction: add parts, insert texts, then build.

    Args:
        members: Members of the receiving file.
        main: Name of the member with its text.
    """

    def __init__(self, members: Iterable[Member], main: str) -> None:
        self._packed = {member.name.decode(): member for member in members}
        self._main = main
        self._trees: dict[str, etree._Element] = {}
        self._added: dict[str, bytes] = {}
        self._numbers = count(1)
        self._bookmarks = count(_FIRST_BOOKMARK)

    # -- parts and what refers to them

    def relate(self, part: str, kind: str, target: str, key: str = "", *, is_external: bool = False) -> str:
        """Let a part refer to another part, or to an address; returns the id of the reference.

        Args:
            kind: Type of the relationship.
            key: The id, if the part's text has it already.
        """
        root = self._tree(relations_of(part), _NO_RELATIONS)
        key = key or self._free_key(root)
        if all(one.get("Id") != key for one in root):
            attributes = {"Id": key, "Type": kind, "Target": target if is_external else f"/{target}"}
            mode = {"TargetMode": "External"} if is_external else {}
            etree.SubElement(root, f"{{{_RELATIONS_NAMESPACE}}}Relationship", attributes | mode)
        return key

    def _free_key(self, root: etree._Element) -> str:
        taken = {one.get("Id") for one in root}
        return next(key for number in self._numbers if (key := f"rIdDel{number}") not in taken)

    def add_part(self, name: str, content: bytes, content_type: str) -> None:
        """Add a part to the file, which nothing refers to yet."""
        if name in self._added:
            return
        self._added[name] = content
        types = self._tree(_TYPES)
        ending = PurePosixPath(name).suffix.removeprefix(".")
        known = {one.get("Extension", "").casefold(): one.get("ContentType") for one in types}
        if known.get(ending) == content_type:
            return
        if ending not in known and ending != "xml":
            entry = etree.Element(f"{_TYPES_NAMESPACE}Default", Extension=ending, ContentType=content_type)
            types.insert(0, entry)
        else:
            etree.SubElement(types, f"{_TYPES_NAMESPACE}Override", PartName=f"/{name}", ContentType=content_type)

    def _tree(self, part: str, empty: bytes = b"") -> etree._Element:
        """The XML of a part, which may be changed; the part is created if it doesn't exist."""
        if part not in self._trees:
            content = self._packed[part].content if part in self._packed else self._added.pop(part, empty)
            self._trees[part] = parse(content)
        return self._trees[part]

    def build(self, parts: Iterable[tuple[str, bytes]]) -> bytes:
        """The finished file, with these parts in place of its own."""
        return Archive(self._built(dict(parts))).build()

    def _built(self, parts: dict[str, bytes]) -> Iterator[Member]:
        changed = self._added | {name: unparse(root) for name, root in self._trees.items()} | parts
        # [Content_Types].xml must come first, since programs recognise the kind of file by it
        yield compress_member(_TYPES, changed.pop(_TYPES, self._packed[_TYPES].content), fast=True)
        yield from (one for name, one in self._packed.items() if name not in changed and name != _TYPES)
        yield from (compress_member(name, content, fast=True) for name, content in changed.items())

    # -- texts of other files

    def insert(self, part: str, document: SubDocument) -> str:
        """The text of another file as XML to put among the paragraphs of a part; always ends with a paragraph."""
        root = parse(document.members[document.main])
        body = root.find(f"{W}body")
        assert body is not None
        for section in list(body.iter(f"{W}sectPr")):
            holder = section.getparent()
            assert holder is not None
            holder.remove(section)
        number = next(self._numbers)
        self._take_styles_and_lists(body, document)
        self._take_parts(body, part, document.main, document.members, number)
        set_bookmarks_apart(body, self._bookmarks.__next__, f"del{number}")
        _set_drawings_apart(body, number)
        blocks = [child for child in body if isinstance(child.tag, str)]
        if not blocks or blocks[-1].tag != f"{W}p":  # since a cell must end with one
            blocks.append(etree.SubElement(body, f"{W}p"))
        return "".join(etree.tostring(block, encoding="unicode", with_tail=False) for block in blocks)

    def _take_styles_and_lists(self, body: etree._Element, document: SubDocument) -> None:
        members, main = document.members, document.main
        theirs = {kind: members.get(part_of_kind(members, main, kind)) for kind in ("styles", "numbering")}
        lists = MergedLists(lambda: self._own("numbering"), theirs["numbering"])
        styles = MergedStyles(lambda: self._own("styles"), theirs["styles"], lists)
        lists.style_of = styles.style_of
        styles.take(body)
        lists.take(body)
        lists.restart(body, self._own("styles"))

    def _own(self, kind: str) -> etree._Element:
        """The XML of the file's own styles or lists, which may be changed."""
        for relation in self._tree(relations_of(self._main), _NO_RELATIONS):
            if relation.get("Type", "").rpartition("/")[2] == kind:
                return self._tree(resolved(relation.get("Target", ""), self._main))
        name = f"word/{kind}.xml"
        empty = DECLARATION + f'<w:{kind} xmlns:w="{W[1:-1]}"/>'.encode()
        self.add_part(name, empty, f"{_WORD_TYPE}{kind}+xml")
        self.relate(self._main, f"{OFFICE}{kind}", name)
        return self._tree(name)

    def _take_parts(self, body: etree._Element, part: str, main: str, members: Members, number: int) -> None:
        """Copy the parts that a text refers to, such as pictures, and the parts that those refer to."""
        listed = {one.get("Id"): one for one in _relationships(members, main)}
        for element in body.iter(etree.Element):
            for name, key in element.attrib.items():
                if str(name).startswith(_R) and (relation := listed.get(str(key))) is not None:
                    element.set(name, self._copy(relation, part, main, members, number))

    def _copy(self, relation: etree._Element, part: str, source: str, members: Members, number: int) -> str:
        """Let a part refer to a copy of a part of the other file; returns the id of the reference."""
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        if relation.get("TargetMode") == "External" or target.startswith("#"):
            return self.relate(part, kind, target, is_external=True)
        original = PurePosixPath(resolved(target, source))
        name = str(original.with_name(f"{original.stem}-del{number}{original.suffix}"))
        is_new = name not in self._added
        self.add_part(name, members[str(original)], _type_of(members, str(original)))
        for inner in _relationships(members, str(original)) if is_new else ():
            self._copy_same(inner, name, str(original), members, number)
        return self.relate(part, kind, name)

    def _copy_same(self, relation: etree._Element, part: str, source: str, members: Members, number: int) -> None:
        """Like `_copy`, for a reference from a copied part, whose text keeps its ids."""
        kind, target, key = relation.get("Type", ""), relation.get("Target", ""), relation.get("Id", "")
        if relation.get("TargetMode") == "External":
            self.relate(part, kind, target, key, is_external=True)
            return
        original = PurePosixPath(resolved(target, source))
        name = str(original.with_name(f"{original.stem}-del{number}{original.suffix}"))
        self.add_part(name, members[str(original)], _type_of(members, str(original)))
        self.relate(part, kind, name, key)


def _relationships(members: Members, part: str) -> list[etree._Element]:
    listed = relations_of(part)
    return list(parse(members[listed])) if listed in members else []


def _type_of(members: Members, part: str) -> str:
    """The content type of a part."""
    by_ending = ""
    for entry in parse(members[_TYPES]):
        if entry.get("PartName", "").casefold() == f"/{part}".casefold():
            return entry.get("ContentType", "")
        if entry.get("Extension", "").casefold() == part.rpartition(".")[2].casefold():
            by_ending = entry.get("ContentType", "")
    return by_ending


def _set_drawings_apart(body: etree._Element, number: int) -> None:
    """Make the ids of legacy drawings unique, and remove paragraph ids, so that Word makes new ones."""
    for drawn in body.iter(_DRAWN):
        if "id" in drawn.attrib:
            drawn.set("id", f"{drawn.get('id')}_del{number}")
        if drawn.get("type", "").startswith("#"):
            drawn.set("type", f"{drawn.get('type')}_del{number}")
    for paragraph in body.iter(f"{W}p", f"{W}tr"):
        for name in _PARAGRAPH_IDS:
            if name in paragraph.attrib:
                del paragraph.attrib[name]
