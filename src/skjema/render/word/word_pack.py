"""One Word file of many forms: each a section that begins on a new page and counts its own pages."""

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from pathlib import PurePosixPath

from isal import isal_zlib
from lxml import etree

from skjema.definition.model import Form
from skjema.errors import TemplateError
from skjema.formats.docx.bookmarks import set_bookmarks_apart
from skjema.formats.docx.clean import clean_template
from skjema.formats.docx.members import DECLARATION, members_of
from skjema.formats.docx.numbering import Numbering
from skjema.formats.docx.part_xml import W, parse, part_of_kind, relations, relations_of, resolved, unparse
from skjema.formats.docx.properties import with_property
from skjema.formats.zip_writer import Archive, Member, compress_member
from skjema.problems import Place, Problem
from skjema.records.mark import NAME, Mark
from skjema.render.word.compiled_template import ATTACHED, MARK_TAG
from skjema.render.word.context import context
from skjema.render.word.template import WordTemplate
from skjema.render.word.word_renderer import is_ours, template_file
from skjema.validation.checked import CheckedRecord
from skjema.wording import Language

_PAGES = re.compile(rb"\bNUMPAGES\b")
"""Word's field for how many pages the file has."""
_NOT_REPEATED = tuple(f"{W}{name}" for name in ("footnoteReference", "endnoteReference", "commentReference"))
"""Notes, whose numbers would meet; nor can a body have sections of its own, which would take over the header of the
form before."""
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DRAWN = "{urn:schemas-microsoft-com:vml}*"
"""The old form of text boxes."""
_BEFORE_TYPE = ("headerReference", "footerReference", "footnotePr", "endnotePr")
_BEFORE_NUMBERS = (*_BEFORE_TYPE, "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType")
"""What stands in a section's properties before its type, and before how its pages are numbered (ECMA-376 part 1,
17.6.17)."""
_TAGS = re.compile(rb"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_MANY = 1000
"""Pictures that one form may have before their ids meet those of the next; ids below belong to its headers."""
_MARK = "skjema-body"
_NO_TEXT = "<?none?>"
"""Stands in an empty text while it is a tree: so it is written as in a file of its own, with an end tag."""
_TYPES = "[Content_Types].xml"
_PROPERTIES = ("core-properties", "custom-properties")
_THIN = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'

Piece = tuple[int, bytes, dict[str, bytes]]
"""Number, compressed body and other changing parts of one form."""


class WordPack:
    """Makes the pack of one form.

    Args:
        duplex: Whether each form begins on the front of a sheet.

    Raises:
        TemplateError: The template can't be used, or can't be repeated in one file.
    """

    def __init__(self, form: Form, language: Language, *, draft: bool = False, duplex: bool = False) -> None:
        self._form, self._language, self._draft = form, language, draft
        self._name, docx = template_file(form, language)
        members, _ = clean_template(self._name, members_of(docx, self._name))
        members = with_property(members, NAME, MARK_TAG)
        # «page 1 of 2» counts the pages of the whole file otherwise
        self._members = {name: _PAGES.sub(b"SECTIONPAGES", content) for name, content in members.items()}
        changed = Archive(compress_member(name, content, fast=True) for name, content in self._members.items()).build()
        self._template = WordTemplate(
            self._name, changed, form.logo, lambda: is_ours(form, language, self._name, docx), marked=True
        )
        self._document = part_of_kind(self._members, "", "officeDocument")
        self._properties = [part_of_kind(self._members, "", kind) for kind in _PROPERTIES]
        self._relations = list(relations(self._members, self._document))
        headers = {relation.target for relation in self._relations if relation.kind in ("header", "footer")}
        # a section may have headers and footers of its own; of all other parts (footnotes) a file has one
        if not {*self._template.changing} <= {self._document, *self._properties, *headers}:
            raise TemplateError(Problem("pack-template", Place(self._name)))
        lists, styles = (part_of_kind(self._members, self._document, kind) for kind in ("numbering", "styles"))
        self._numbering, self._lists = Numbering(self._members.get(lists), self._members.get(styles)), lists
        self._bookmark_ids = count(_MANY)
        self._kind = "oddPage" if duplex else "nextPage"
        self._frame: tuple[str, str] | None = None

    def add(self, checked: CheckedRecord) -> Piece:
        """The form of a record, to be put in its place.

        Raises:
            TemplateError: It has sections or notes, or the record names files.
        """
        number = checked.record.number
        names = context(self._form, checked, self._language, draft=self._draft)
        if names.get(ATTACHED):
            raise TemplateError(Problem("pack-attached", Place(self._name)))
        parts = dict(self._template.parts(names, first_picture=number * _MANY))
        for properties in self._properties:  # a pack is nobody's in particular
            parts.pop(properties, b"")
        root = parse(parts.pop(self._document).replace(b"></w:t>", f">{_NO_TEXT}</w:t>".encode()))
        body = root.find(f"{W}body")
        section = None if body is None or not len(body) else body[-1]
        if body is None or section is None or not self._can_be_repeated(body):
            raise TemplateError(Problem("pack-template", Place(self._name)))
        # in one file, lists would count on, and links lead to the first form's bookmarks
        self._set_apart(body, number)
        self._begin_section(section, number, parts)
        body.remove(section)
        # Word keeps a section's properties behind it: they wait until it is known whether another form follows
        before, forms, after = _within(root, body)
        self._frame = f"{DECLARATION.decode()}{before}", after
        body.append(section)
        waiting = f"{forms}\0{_within(root, body)[1]}"  # XML has no such character
        # forms wait compressed until the order of all is known
        return number, isal_zlib.compress(waiting.encode(), 1), parts

    def _can_be_repeated(self, body: etree._Element) -> bool:
        """Whether the forms of many records can stand in one file without meeting each other."""
        sections = list(body.iter(f"{W}sectPr"))
        is_plain = sections == [body[-1]] and next(body.iter(*_NOT_REPEATED), None) is None
        return is_plain and not self._numbering.is_styled(body)

    def _set_apart(self, body: etree._Element, number: int) -> None:
        """Give a form lists, bookmarks and drawings of its own."""
        self._numbering.give_own(body)
        set_bookmarks_apart(body, self._bookmark_ids.__next__, str(number))
        for drawn in body.iter(_DRAWN):
            if "id" in drawn.attrib:
                drawn.set("id", f"{drawn.get('id')}_{number}")
            if drawn.get("type", "").startswith("#"):
                drawn.set("type", f"{drawn.get('type')}_{number}")

    def _begin_section(self, section: etree._Element, number: int, parts: dict[str, bytes]) -> None:
        """Have a section count its own pages, and have headers of its own where they change."""
        own = {relation.id for relation in self._relations if relation.target in parts}
        for reference in section.iter(f"{W}headerReference", f"{W}footerReference"):
            if reference.get(_RELATION_ID) in own:
                reference.set(_RELATION_ID, f"{reference.get(_RELATION_ID)}-{number}")
        for section_type in section.findall(f"{W}type"):
            section.remove(section_type)
        _insert(section, etree.Element(f"{W}type", {f"{W}val": self._kind}), _BEFORE_TYPE)
        numbers = section.find(f"{W}pgNumType")
        if numbers is None:
            numbers = etree.Element(f"{W}pgNumType")
            _insert(section, numbers, _BEFORE_NUMBERS)
        if f"{W}start" in numbers.attrib:
            del numbers.attrib[f"{W}start"]
        numbers.set(f"{W}start", "1")

    def build(self, pieces: Iterable[Piece]) -> bytes:
        """The file with its forms in this order."""
        compressor = _PieceCompressor()
        numbers: list[tuple[int, dict[str, bytes]]] = []
        section = ""
        for number, packed, parts in pieces:
            body, _, properties = zlib.decompress(packed).decode().partition("\0")
            before = self._frame[0] if not numbers and self._frame else f"<w:p><w:pPr>{_THIN}{section}</w:pPr></w:p>"
            compressor.add(f"{before}{body}")
            numbers.append((number, parts))
            section = properties
        compressor.add(f"{section}{self._frame[1] if self._frame else ''}")
        return Archive([*self._other_members(numbers), compressor.member(self._document)]).build()

    def _other_members(self, numbers: list[tuple[int, dict[str, bytes]]]) -> Iterator[Member]:
        """Every part but the document: the template's, and those that each form has of its own."""
        types, related = parse(self._members[_TYPES]), parse(self._members[relations_of(self._document)])
        lists = self._numbering.part()
        for name, content in self._template.static_members:
            if name not in (_TYPES, relations_of(self._document)):
                yield compress_member(name, lists if lists is not None and name == self._lists else content)
        # a title with a record's values would be the first record's; without its tags it is everybody's, as is a mark
        for name in self._properties:
            if name in self._template.changing:
                told = self._members[name].replace(MARK_TAG.encode(), str(Mark.of(self._form, self._language)).encode())
                yield compress_member(name, _TAGS.sub(b"", told))
        for name in sorted(numbers[0][1]):
            path = PurePosixPath(name)
            copies = {number: str(path.with_name(f"{path.stem}-{number}{path.suffix}")) for number, _ in numbers}
            self._list_copies(name, copies, types, related)
            own_relations = self._members.get(relations_of(name))
            for number, parts in numbers:
                yield compress_member(copies[number], parts[name], fast=True)
                if own_relations is not None:
                    yield compress_member(relations_of(copies[number]), own_relations)
        yield compress_member(_TYPES, unparse(types))
        yield compress_member(relations_of(self._document), unparse(related))

    def _list_copies(
        self, name: str, copies: Mapping[int, str], types: etree._Element, related: etree._Element
    ) -> None:
        """Have a part's copies, by the numbers of their forms, among the content types and relationships."""
        # lists of both, since their elements are replaced on the way
        for entry in list(types):
            if entry.get("PartName") == f"/{name}":
                _repeat(entry, ({"PartName": f"/{copy}"} for copy in copies.values()))
        for relation in list(related):
            if resolved(relation.get("Target", ""), self._document) == name:
                key = relation.get("Id", "")
                _repeat(relation, ({"Id": f"{key}-{number}", "Target": f"/{copy}"} for number, copy in copies.items()))


def _within(root: etree._Element, element: etree._Element) -> tuple[str, str, str]:
    """XML of a tree: what stands before the content of an element, the content, which is removed, and what follows."""
    complete = etree.tostring(root, encoding="unicode").replace(_NO_TEXT, "")
    del element[:]
    element.text = _MARK
    before, _, after = etree.tostring(root, encoding="unicode").partition(_MARK)
    element.text = None
    return before, complete[len(before) : len(complete) - len(after)], after


def _insert(section: etree._Element, element: etree._Element, before: Iterable[str]) -> None:
    """Put an element into a section's properties, behind those that come before it."""
    earlier = {f"{W}{name}" for name in before}
    section.insert(sum(child.tag in earlier for child in section), element)


def _repeat(element: etree._Element, changes: Iterable[dict[str, str]]) -> None:
    """Put copies of an element in its place, each with its own change."""
    parent = element.getparent()
    assert parent is not None
    place = parent.index(element)
    attributes = {str(name): str(value) for name, value in element.attrib.items()}
    parent[place : place + 1] = [etree.Element(element.tag, attributes | change) for change in changes]


class _PieceCompressor:
    """Compresses a part that comes in pieces: the text of a thousand forms is never in memory at once."""

    def __init__(self) -> None:
        self._compressor = zlib.compressobj(6, zlib.DEFLATED, -15)
        self._packed: list[bytes] = []
        self._checksum = self._size = 0

    def add(self, text: str) -> None:
        data = text.encode()
        self._checksum = zlib.crc32(data, self._checksum)
        self._size += len(data)
        self._packed.append(self._compressor.compress(data))

    def member(self, name: str) -> Member:
        return Member(name.encode(), self._checksum, self._size, b"".join((*self._packed, self._compressor.flush())))
