"""Applies a municipality's letterhead to a built template: fonts, colours, header and footer of a Word file."""

import hashlib
import re
from copy import deepcopy
from pathlib import PurePosixPath

from lxml import etree

from skjema.definition.model import Form
from skjema.errors import TemplateError
from skjema.formats.docx.clean import clean_template
from skjema.formats.docx.markup import INK, TINT
from skjema.formats.docx.members import Members, members_of
from skjema.formats.docx.part_xml import W, parse, part_of_kind, relations, relations_of, resolved, unparse
from skjema.formats.docx.run_texts import own_words
from skjema.formats.zip_writer import Archive, compress_member
from skjema.render.word.static_parts import build_template
from skjema.wording import Language

MARK = "skjema-brevmal"
"""Name of the property with the hash by which an unchanged template is recognised."""
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TYPES = "[Content_Types].xml"
_CUSTOM = "docProps/custom.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_COLOR = re.compile(r"[0-9A-Fa-f]{6}")
_TAKEN = ("rFonts", "color", "b", "i", "caps", "smallCaps")
"""Formatting that is taken from the letterhead's styles; not sizes, which make a form fit its pages."""
_NAMES = {"Normal": "normal", "Heading1": "heading 1", "Heading2": "heading 2"}
_WHITE_SHARE = 0.9
"""Share of white in the background colour of places to fill in."""


def build_on_letterhead(form: Form, language: Language, name: str, reference: bytes) -> bytes:
    """The built template of a form on a letterhead.

    Args:
        name: Name of the letterhead in messages.
        reference: Content of the letterhead.

    Raises:
        TemplateError: The letterhead is damaged, or has what no template may have.
    """
    letterhead, _ = clean_template(name, members_of(reference, name))
    return _Restyling(dict(members_of(build_template(form, language))), letterhead).result()


class _Restyling:
    """Applies a letterhead to one template."""

    def __init__(self, members: dict[str, bytes], letterhead: Members) -> None:
        self._members, self._letterhead = members, letterhead
        self._main = part_of_kind(letterhead, "", "officeDocument")

    def result(self) -> bytes:
        self._take_styles()
        self._take_footer()
        self._take_header()
        self._members[_CUSTOM] = self._marked()
        return Archive(compress_member(part, content) for part, content in self._members.items()).build()

    # -- styles and colours

    def _take_styles(self) -> None:
        theirs = part_of_kind(self._letterhead, self._main, "styles")
        if theirs not in self._letterhead:
            return
        own, taken = parse(self._members["word/styles.xml"]), parse(self._letterhead[theirs])
        named = {_style_name(one): one for one in taken.iter(f"{W}style")}
        fonts = taken.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
        if fonts is not None:
            _put(own.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"), fonts)
        for style in own.iter(f"{W}style"):
            looks = named.get(_NAMES.get(style.get(f"{W}styleId", ""), ""))
            for one in () if looks is None else looks.iterfind(f"{W}rPr/*"):
                if etree.QName(one).localname in _TAKEN:
                    _put(style.find(f"{W}rPr"), one)
        self._members["word/styles.xml"] = unparse(own)
        heading = named.get("heading 1")
        color = None if heading is None else heading.find(f"{W}rPr/{W}color")
        self._take_colors("" if color is None else str(color.get(f"{W}val", "")))
        theme = part_of_kind(self._letterhead, self._main, "theme")
        if theme in self._letterhead:
            self._add_part("word/document.xml", "word/theme/theme1.xml", self._letterhead[theme], "theme", _THEME_TYPE)

    def _take_colors(self, ink: str) -> None:
        if not _COLOR.fullmatch(ink):
            return
        parts = [int(ink[at : at + 2], 16) for at in (0, 2, 4)]
        tint = "".join(f"{round(255 * _WHITE_SHARE + part * (1 - _WHITE_SHARE)):02X}" for part in parts)
        for part in ("word/document.xml", "word/styles.xml"):
            content = self._members[part].replace(INK.encode(), ink.upper().encode())
            self._members[part] = content.replace(TINT.encode(), tint.encode())

    # -- headers and footers

    def _take_header(self) -> None:
        """Put the letterhead's header on the first page, which has none of its own."""
        found = self._reference("headerReference")
        if found is None:
            return
        identity = self._add_part(
            "word/document.xml", "word/brevhode.xml", self._letterhead[found], "header", _HEADER_TYPE
        )
        self._take_relations(found, "word/brevhode.xml")
        document = parse(self._members["word/document.xml"])
        (section,) = document.iterfind(f"{W}body/{W}sectPr")
        section.insert(0, etree.Element(f"{W}headerReference", {f"{W}type": "first", f"{_R}id": identity}))
        self._members["word/document.xml"] = unparse(document)

    def _take_footer(self) -> None:
        """Put the letterhead's footer above the template's, which has the edition and the page number."""
        found = self._reference("footerReference")
        if found is None:
            return
        own = parse(self._members["word/footer1.xml"])
        for place, block in enumerate(parse(self._letterhead[found])):
            own.insert(place, deepcopy(block))
        self._members["word/footer1.xml"] = unparse(own)
        self._take_relations(found, "word/footer1.xml")

    def _reference(self, kind: str) -> str | None:
        """The header or footer part of the letterhead's first page; None where it has none with contents."""
        document = parse(self._letterhead[self._main])
        sections = list(document.iter(f"{W}sectPr"))
        if not sections:
            return None
        targets = {one.id: one.target for one in relations(self._letterhead, self._main)}
        by_type = {one.get(f"{W}type"): targets.get(one.get(f"{_R}id", "")) for one in sections[0].iter(f"{W}{kind}")}
        is_first = sections[0].find(f"{W}titlePg") is not None
        part = (by_type.get("first") if is_first else None) or by_type.get("default")
        if part is None or part not in self._letterhead:
            return None
        root = parse(self._letterhead[part])
        says = any(own_words(one).strip() for one in root.iter(f"{W}p"))
        return part if says or next(root.iter(f"{W}drawing", f"{W}pict"), None) is not None else None

    # -- parts

    def _add_part(self, holder: str, part: str, content: bytes, kind: str, content_type: str) -> str:
        """Add a part that `holder` refers to; returns the id of the reference."""
        self._members[part] = content
        types, listed = parse(self._members[_TYPES]), parse(self._members[relations_of(holder)])
        attributes = {"PartName": f"/{part}", "ContentType": content_type}
        etree.SubElement(types, f"{{{types.nsmap[None]}}}Override", attributes)
        identity = f"rIdBrevmal{kind}"
        attributes = {"Id": identity, "Type": f"{_OFFICE}/{kind}", "Target": f"/{part}"}
        etree.SubElement(listed, f"{{{listed.nsmap[None]}}}Relationship", attributes)
        self._members[_TYPES], self._members[relations_of(holder)] = unparse(types), unparse(listed)
        return identity

    def _take_relations(self, theirs: str, own: str) -> None:
        """Copy the parts that a part of the letterhead refers to, under new names."""
        listed = relations_of(theirs)
        if listed not in self._letterhead:
            return
        root = parse(self._letterhead[listed])
        for relation in root:
            if relation.get("TargetMode") == "External":
                continue
            target = resolved(relation.get("Target", ""), theirs)
            copy = f"word/media/brevmal-{PurePosixPath(own).stem}-{PurePosixPath(target).name}"
            self._members[copy] = self._letterhead[target]
            relation.set("Target", f"/{copy}")
            self._add_type(target, copy)
        self._members[relations_of(own)] = unparse(root)

    def _add_type(self, theirs: str, own: str) -> None:
        types = parse(self._members[_TYPES])
        ending = theirs.rpartition(".")[2].casefold()
        for entry in parse(self._letterhead[_TYPES]):
            is_its_own = entry.get("PartName", "").casefold() == f"/{theirs}".casefold()
            if is_its_own or entry.get("Extension", "").casefold() == ending:
                kind = entry.get("ContentType", "")
                override = {"PartName": f"/{own}", "ContentType": kind}
                etree.SubElement(types, f"{{{types.nsmap[None]}}}Override", override)
                break
        self._members[_TYPES] = unparse(types)

    def _marked(self) -> bytes:
        root = parse(self._members[_CUSTOM])
        marked = deepcopy(root[0])
        marked.set("pid", "3")
        marked.set("name", MARK)
        marked[0].text = _digest(self._members)
        root.append(marked)
        return unparse(root)


def _style_name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return "" if name is None else str(name.get(f"{W}val", "")).casefold()


def _put(properties: etree._Element | None, element: etree._Element) -> None:
    """Replace a property of a run, or insert it at its place in the order of properties."""
    if properties is None:
        return
    for old in properties.findall(str(element.tag)):
        properties.remove(old)
    rank = {f"{W}{name}": number for number, name in enumerate(_ORDER)}
    own = rank.get(str(element.tag), len(rank))
    properties.insert(sum(rank.get(str(one.tag), len(rank)) < own for one in properties), deepcopy(element))


_ORDER = ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "color", "spacing", "sz", "szCs")
"""The order of a run's properties (ECMA-376 part 1, 17.3.2.28), those that are used here."""


def _digest(members: Members) -> str:
    """A hash of all members of a template except the one with the hash."""
    digest = hashlib.sha256()
    for name in sorted(members):
        if name != _CUSTOM:
            digest.update(name.encode() + hashlib.sha256(members[name]).digest())
    return digest.hexdigest()[:32]


def is_as_built(docx: bytes) -> bool:
    """Whether a template on a letterhead is unchanged since it was built, so that no work is lost by replacing it."""
    try:
        members = members_of(docx)
    except TemplateError:
        return False
    told = re.search(rf'name="{MARK}"[^>]*><vt:lpwstr[^>]*>([^<]*)'.encode(), members.get(_CUSTOM, b""))
    return told is not None and told[1].decode() == _digest(members)


def differences(before: bytes, after: bytes) -> list[str]:
    """What one template has that another lacks: quoted paragraphs, then names of other parts that differ."""
    old, new = members_of(before), members_of(after)
    main = part_of_kind(new, "", "officeDocument")
    theirs = {words for one in parse(new[main]).iter(f"{W}p") if (words := own_words(one))}
    said = [words for one in parse(old.get(main, new[main])).iter(f"{W}p") if (words := own_words(one))]
    changed = [f"«{words[:80]}»" for words in dict.fromkeys(said) if words not in theirs]
    parts = [part for part in old if part not in (main, _CUSTOM) and old[part] != new.get(part)]
    return [*changed, *parts]
