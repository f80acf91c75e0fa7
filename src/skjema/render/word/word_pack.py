"""Makes one Word file of many papers: each is a section that begins on a new page and numbers its own pages."""

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
"""Word's field for the number of pages in the file."""
_NOT_REPEATED = tuple(f"{W}{name}" for name in ("footnoteReference", "endnoteReference", "commentReference"))
"""Notes and comments, which would share their numbers between papers."""
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DRAWN = "{urn:schemas-microsoft-com:vml}*"
"""Elements of legacy text boxes."""
_BEFORE_TYPE = ("headerReference", "footerReference", "footnotePr", "endnotePr")
_BEFORE_NUMBERS = (*_BEFORE_TYPE, "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType")
"""Properties of a section that come before its type, and before its page numbering (ECMA-376 part 1, 17.6.17)."""
_TAGS = re.compile(rb"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_MANY = 1000
"""Most pictures of one paper, so that ids differ between papers; ids below this belong to headers."""
_MARK = "skjema-body"
_NO_TEXT = "<?none?>"
"""Stands for an empty text while the XML is a tree, so that it is written with an end tag."""
_TYPES = "[Content_Types].xml"
_PROPERTIES = ("core-properties", "custom-properties")
_THIN = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'

Piece = tuple[int, bytes, dict[str, bytes]]
"""Number, compressed body, and other changed parts of one paper."""


class WordPack:
    """Makes the Word pack of a form.

    Args:
        duplex: Whether each paper begins on the front of a sheet.

    Raises:
        TemplateError: The template can't be used, or can't be repeated in one file.
    """

    def __init__(self, form: Form, language: Language, *, draft: bool = False, duplex: bool = False) -> None:
        self._form, self._language, self._draft = form, language, draft
        self._name, docx = template_file(form, language)
        members, _ = clean_template(self._name, members_of(docx, self._name))
        members = with_property(members, NAME, MARK_TAG)
        # otherwise «page 1 of 2» would count the pages of the whole file
        self._members = {name: _PAGES.sub(b"SECTIONPAGES", content) for name, content in members.items()}
        changed = Archive(compress_member(name, content, fast=True) for name, content in self._members.items()).build()
        self._template = WordTemplate(
            self._name, changed, form.logo, lambda: is_ours(form, language, self._name, docx), marked=True
        )
        self._document = part_of_kind(self._members, "", "officeDocument")
        self._properties = [part_of_kind(self._members, "", kind) for kind in _PROPERTIES]
        self._relations = list(relations(self._members, self._document))
        headers = {relation.target for relation in self._relations if relation.kind in ("header", "footer")}
        # a section may have headers and footers of its own, but a file has only one part of any other kind
        if not {*self._template.changing} <= {self._document, *self._properties, *headers}:
            raise TemplateError(Problem("pack-template", Place(self._name)))
        lists, styles = (part_of_kind(self._members, self._document, kind) for kind in ("numbering", "styles"))
        self._numbering, self._lists = Numbering(self._members.get(lists), self._members.get(styles)), lists
        self._bookmark_ids = count(_MANY)
        self._kind = "oddPage" if duplex else "nextPage"
        self._frame: tuple[str, str] | None = None

    def add(self, checked: CheckedRecord) -> Piece:
        """The paper of a record, to be put into the pack later.

        Raises:
            TemplateError: It has sections or notes, or the record names files.
        """
        number = checked.record.number
        names = context(self._form, checked, self._language, draft=self._draft)
        if names.get(ATTACHED):
            raise TemplateError(Problem("pack-attached", Place(self._name)))
        parts = dict(self._template.parts(names, first_picture=number * _MANY))
        for properties in self._properties:  # a pack as a whole concerns no single record
            parts.pop(properties, b"")
        root = parse(parts.pop(self._document).replace(b"></w:t>", f">{_NO_TEXT}</w:t>".encode()))
        body = root.find(f"{W}body")
        section = None if body is None or not len(body) else body[-1]
        if body is None or section is None or not self._can_be_repeated(body):
            raise TemplateError(Problem("pack-template", Place(self._name)))
        # in one file, lists would continue counting, and links would lead to the first paper's bookmarks
        self._set_apart(body, number)
        self._begin_section(section, number, parts)
        body.remove(section)
        # a section's properties come after it, so they wait until it is known whether another paper follows
        before, forms, after = _within(root, body)
        self._frame = f"{DECLARATION.decode()}{before}", after
        body.append(section)
        waiting = f"{forms}\0{_within(root, body)[1]}"  # XML has no such character
        # papers are kept compressed until their order is known
        return number, isal_zlib.compress(waiting.encode(), 1), parts

    def _can_be_repeated(self, body: etree._Element) -> bool:
        """Whether the papers of many records can stand in one file without affecting each other."""
        sections = list(body.iter(f"{W}sectPr"))
        is_plain = sections == [body[-1]] and next(body.iter(*_NOT_REPEATED), None) is None
        return is_plain and not self._numbering.is_styled(body)

    def _set_apart(self, body: etree._Element, number: int) -> None:
        """Give a paper lists, bookmarks and drawings of its own."""
        self._numbering.give_own(body)
        set_bookmarks_apart(body, self._bookmark_ids.__next__, str(number))
        for drawn in body.iter(_DRAWN):
            if "id" in drawn.attrib:
                drawn.set("id", f"{drawn.get('id')}_{number}")
            if drawn.get("type", "").startswith("#"):
                drawn.set("type", f"{drawn.get('type')}_{number}")

    def _begin_section(self, section: etree._Element, number: int, parts: dict[str, bytes]) -> None:
        """Let a section number its own pages, and refer to its own headers where they differ."""
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
        """The file with the papers in this order."""
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
        """Every part except the document: those of the template, and those that papers have of their own."""
        types, related = parse(self._members[_TYPES]), parse(self._members[relations_of(self._document)])
        lists = self._numbering.part()
        for name, content in self._template.static_members:
            if name not in (_TYPES, relations_of(self._document)):
                yield compress_member(name, lists if lists is not None and name == self._lists else content)
        # a title or mark with a record's values would be the first record's, so tags in it are removed
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
        """Add a part's copies, by the numbers of their papers, to the content types and relationships."""
        # copied into lists, since elements are replaced in the loops
        for entry in list(types):
            if entry.get("PartName") == f"/{name}":
                _repeat(entry, ({"PartName": f"/{copy}"} for copy in copies.values()))
        for relation in list(related):
            if resolved(relation.get("Target", ""), self._document) == name:
                key = relation.get("Id", "")
                _repeat(relation, ({"Id": f"{key}-{number}", "Target": f"/{copy}"} for number, copy in copies.items()))


def _within(root: etree._Element, element: etree._Element) -> tuple[str, str, str]:
    """The XML of a tree in three parts: before, within and after the contents of an element, which are removed."""
    complete = etree.tostring(root, encoding="unicode").replace(_NO_TEXT, "")
    del element[:]
    element.text = _MARK
    before, _, after = etree.tostring(root, encoding="unicode").partition(_MARK)
    element.text = None
    return before, complete[len(before) : len(complete) - len(after)], after


def _insert(section: etree._Element, element: etree._Element, before: Iterable[str]) -> None:
    """Insert an element into a section's properties, after those that must come before it."""
    earlier = {f"{W}{name}" for name in before}
    section.insert(sum(child.tag in earlier for child in section), element)


def _repeat(element: etree._Element, changes: Iterable[dict[str, str]]) -> None:
    """Replace an element by copies, each with its own change of attributes."""
    parent = element.getparent()
    assert parent is not None
    place = parent.index(element)
    attributes = {str(name): str(value) for name, value in element.attrib.items()}
    parent[place : place + 1] = [etree.Element(element.tag, attributes | change) for change in changes]


class _PieceCompressor:
    """Compresses a part piece by piece, so that the text of a thousand papers is never in memory at once."""

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
