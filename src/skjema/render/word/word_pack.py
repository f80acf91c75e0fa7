"""One Word file of many forms: each a section that begins on a new page and counts its own pages."""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import PurePosixPath

from isal import isal_zlib
from lxml import etree

from skjema.definition.model import Form
from skjema.errors import TemplateError
from skjema.formats.docx.clean import clean_template
from skjema.formats.docx.members import members_of
from skjema.formats.docx.numbering import Numbering
from skjema.formats.docx.part_xml import parse, part_of_kind, relations, relations_of, resolved, unparse
from skjema.formats.zip_writer import Archive, Member, compress_member
from skjema.problems import Place, Problem
from skjema.render.word.context import context
from skjema.render.word.template import WordTemplate
from skjema.render.word.word_renderer import template_file
from skjema.validation.checked import Checked
from skjema.wording import Language

_BODY = re.compile(r"(.*?<w:body>)(.*)(<w:sectPr\b.*?</w:sectPr>)\s*(</w:body>.*)", re.DOTALL)
_REFERENCE = re.compile(r'(<w:(?:header|footer)Reference\b[^>]*r:id=")([^"]*)(")')
_TYPE = re.compile(r"<w:type\b[^>]*/>")
_NUMBERS = re.compile(r"<w:pgNumType\b[^>]*/>")
_START = re.compile(r' w:start="[^"]*"')
_AFTER_TYPE = re.compile(r"(?=<w:pgSz\b)")
_AFTER_NUMBERS = re.compile(
    r"(?=<w:(?:cols|formProt|vAlign|noEndnote|titlePg|textDirection|bidi|rtlGutter|docGrid)\b|</w:sectPr>)"
)
_BOOKMARK = re.compile(r'(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)(")')
_BOOKMARK_NAME = re.compile(r'(<w:bookmarkStart\b[^>]*?w:name=")([^"]*)(")')
_NAMING = re.compile(
    r'<w:bookmarkStart\b[^>]*>|w:anchor="[^"]*"|w:instr="[^"]*"|<w:instrText\b[^>]*>[^<]*</w:instrText>'
)
"""Where names of bookmarks stand: where they begin, in links, and in fields."""
_WORD = re.compile(r"(?<![:\w])\w+(?![:\w])")
_PAGES = re.compile(rb"\bNUMPAGES\b")
_NOT_REPEATED = re.compile(r"<w:(?:(?:footnote|endnote|comment)Reference|sectPr(?:Change)?)\b")
"""What a body can't have: notes, whose numbers would meet, and sections of its own, which would take over the header
of the form before."""
_DRAWN = re.compile(r"<v:[^>]*>")
_DRAWN_NAME = re.compile(r'( id="| type="#)([^"]*)')
"""Where the old form of text boxes says what they are called."""
_TAGS = re.compile(rb"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_MANY = 1000
"""Pictures that one form may have before their ids meet those of the next; ids below belong to its headers."""
_LONGEST_NAME = 40
"""Letters of a bookmark's name."""
_TYPES = "[Content_Types].xml"
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
        self._members = {name: _PAGES.sub(b"SECTIONPAGES", content) for name, content in members.items()}
        changed = Archive(compress_member(name, content, fast=True) for name, content in self._members.items()).build()
        self._template = WordTemplate(self._name, changed, form.logo)
        self._document = part_of_kind(self._members, "", "officeDocument")
        self._core = part_of_kind(self._members, "", "core-properties")
        self._relations = list(relations(self._members, self._document))
        heads = {one.target for one in self._relations if one.kind in ("header", "footer")}
        if not {*self._template.changing} <= {self._document, self._core, *heads}:
            raise TemplateError(Problem("pack-template", Place(self._name)))
        lists, styles = (part_of_kind(self._members, self._document, one) for one in ("numbering", "styles"))
        self._numbering, self._lists = Numbering(self._members.get(lists), self._members.get(styles)), lists
        self._marks = count(_MANY)
        self._kind = "oddPage" if duplex else "nextPage"
        self._frame: tuple[str, str] | None = None

    def add(self, checked: Checked) -> Piece:
        """The form of a record, to be put in its place."""
        number = checked.record.number
        names = context(self._form, checked, self._language, draft=self._draft)
        parts = dict(self._template.parts(names, first_picture=number * _MANY))
        parts.pop(self._core, None)  # a pack is nobody's in particular
        found = _BODY.fullmatch(parts.pop(self._document, b"").decode())
        if found is None or _NOT_REPEATED.search(found[2]) or self._numbering.is_styled(found[2]):
            raise TemplateError(Problem("pack-template", Place(self._name)))
        self._frame = found[1], found[4]
        ids: defaultdict[str, int] = defaultdict(self._marks.__next__)
        body = _BOOKMARK.sub(lambda one: f"{one[1]}{ids[one[2]]}{one[3]}", self._numbering.own(found[2]))
        if marks := {name: at for at, (_, name, _) in enumerate(_BOOKMARK_NAME.findall(body))}:
            body = _NAMING.sub(lambda one: _renamed(one[0], marks, number), body)
        body = _DRAWN.sub(lambda one: _DRAWN_NAME.sub(rf"\g<0>_{number}", one[0]), body)
        whole = f"{body}\0{self._section(found[3], number, parts)}"
        return number, isal_zlib.compress(whole.encode(), 1), parts

    def _section(self, properties: str, number: int, parts: dict[str, bytes]) -> str:
        """The section's properties: it counts its own pages, and has headers of its own where they change."""
        own = {one.id for one in self._relations if one.target in parts}
        bare = _REFERENCE.sub(
            lambda one: f"{one[1]}{one[2]}-{number}{one[3]}" if one[2] in own else one[0], _TYPE.sub("", properties)
        )
        typed = _AFTER_TYPE.sub(f'<w:type w:val="{self._kind}"/>', bare, count=1)
        if _NUMBERS.search(typed):
            return _NUMBERS.sub(lambda one: _START.sub("", one[0]).replace("/>", ' w:start="1"/>'), typed)
        return _AFTER_NUMBERS.sub('<w:pgNumType w:start="1"/>', typed, count=1)

    def whole(self, pieces: Iterable[Piece]) -> bytes:
        """The file with its forms in this order."""
        squeezer = _Squeezer()
        numbers: list[tuple[int, dict[str, bytes]]] = []
        section = ""
        for number, packed, parts in pieces:
            body, _, properties = zlib.decompress(packed).decode().partition("\0")
            before = self._frame[0] if not numbers and self._frame else f"<w:p><w:pPr>{_THIN}{section}</w:pPr></w:p>"
            squeezer.add(f"{before}{body}")
            numbers.append((number, parts))
            section = properties
        squeezer.add(f"{section}{self._frame[1] if self._frame else ''}")
        return Archive([*self._others(numbers), squeezer.member(self._document)]).build()

    def _others(self, numbers: list[tuple[int, dict[str, bytes]]]) -> Iterator[Member]:
        """Every part but the document: the template's, and those that each form has of its own."""
        types, related = parse(self._members[_TYPES]), parse(self._members[relations_of(self._document)])
        lists = self._numbering.part()
        for name, content in self._template.static_members:
            if name not in (_TYPES, relations_of(self._document)):
                yield compress_member(name, lists if lists is not None and name == self._lists else content)
        if self._core in self._template.changing:
            yield compress_member(self._core, _TAGS.sub(b"", self._members[self._core]))
        for name in sorted(numbers[0][1]):
            path = PurePosixPath(name)
            copies = {number: str(path.with_name(f"{path.stem}-{number}{path.suffix}")) for number, _ in numbers}
            for listed in [one for one in types if one.get("PartName") == f"/{name}"]:
                _repeat(listed, ({"PartName": f"/{copy}"} for copy in copies.values()))
            for one in [one for one in related if resolved(one.get("Target", ""), self._document) == name]:
                key = one.get("Id", "")
                _repeat(one, ({"Id": f"{key}-{number}", "Target": f"/{copy}"} for number, copy in copies.items()))
            own_relations = self._members.get(relations_of(name))
            for number, parts in numbers:
                yield compress_member(copies[number], parts[name], fast=True)
                if own_relations is not None:
                    yield compress_member(relations_of(copies[number]), own_relations)
        yield compress_member(_TYPES, unparse(types))
        yield compress_member(relations_of(self._document), unparse(related))


def _renamed(xml: str, names: dict[str, int], number: int) -> str:
    """The XML with the names of bookmarks made the form's own; a long one is cut, and told apart by its place."""

    def renamed(word: re.Match[str]) -> str:
        if word[0] not in names:
            return word[0]
        made = f"{word[0]}_{number}"
        end = f"_{names[word[0]]}_{number}"
        return made if len(made) <= _LONGEST_NAME else word[0][: _LONGEST_NAME - len(end)] + end

    return _WORD.sub(renamed, xml)


def _repeat(element: etree._Element, changes: Iterable[dict[str, str]]) -> None:
    """Put copies of an element in its place, each with its own change."""
    parent = element.getparent()
    assert parent is not None
    at = parent.index(element)
    attributes = {str(name): str(value) for name, value in element.attrib.items()}
    parent[at : at + 1] = [etree.Element(element.tag, attributes | change) for change in changes]


class _Squeezer:
    """Compresses a part that comes in pieces."""

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
