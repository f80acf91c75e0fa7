"""Makes a copy of a Word file with a comment at each of its faults."""

from collections.abc import Iterable
from html import escape

from lxml import etree

from skjema.formats.docx.members import DECLARATION, members_of
from skjema.formats.docx.part_xml import W, parse, part_of_kind, relations_of, unparse
from skjema.formats.zip_writer import Archive, compress_member
from skjema.render.word.inspect_template import Finding
from skjema.wording import MessageLanguage

_AUTHOR = "skjema"
_COMMENTS = "word/skjema-comments.xml"
_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_FIRST = 100_000
"""Id of the first comment, higher than the ids of the file's own comments."""


def annotated_template(name: str, docx: bytes, findings: Iterable[Finding], language: MessageLanguage) -> bytes:
    """The file with the findings as comments; findings outside of the body's paragraphs are put at the first one.

    Raises:
        TemplateError: It is damaged.
    """
    members = dict(members_of(docx, name))
    main = part_of_kind(members, "", "officeDocument")
    root = parse(members[main])
    paragraphs = list(root.iter(f"{W}p"))
    comments: list[str] = []
    for number, one in enumerate(findings, start=_FIRST):
        at = one.paragraph if one.part == main and one.paragraph >= 0 else 0
        where = f"{one.part}: " if one.part not in ("", main) else ""
        comments.append(_comment(number, f"{where}{one.problem.sentence(language)} [{one.problem.code}]"))
        if paragraphs:
            _mark(paragraphs[at], number)
    members[main] = unparse(root)
    _add_comments(members, main, comments)
    return Archive(compress_member(part, content) for part, content in members.items()).build()


def _comment(number: int, text: str) -> str:
    words = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f'<w:comment w:id="{number}" w:author="{_AUTHOR}" w:initials="s"><w:p>{words}</w:p></w:comment>'


def _mark(paragraph: etree._Element, number: int) -> None:
    """Put a comment on a whole paragraph."""
    attributes = {f"{W}id": str(number)}
    properties = paragraph.find(f"{W}pPr")
    paragraph.insert(0 if properties is None else 1, etree.Element(f"{W}commentRangeStart", attributes))
    etree.SubElement(paragraph, f"{W}commentRangeEnd", attributes)
    run = etree.SubElement(paragraph, f"{W}r")
    etree.SubElement(run, f"{W}commentReference", attributes)


def _add_comments(members: dict[str, bytes], main: str, comments: list[str]) -> None:
    """Add comments to the file, after those it has already."""
    existing = part_of_kind(members, main, "comments")
    if existing in members:
        root = parse(members[existing])
        root.extend(list(parse(f'<w:comments xmlns:w="{W[1:-1]}">{"".join(comments)}</w:comments>'.encode())))
        members[existing] = unparse(root)
        return
    members[_COMMENTS] = DECLARATION + f'<w:comments xmlns:w="{W[1:-1]}">{"".join(comments)}</w:comments>'.encode()
    types, listed = parse(members[_TYPES]), relations_of(main)
    etree.SubElement(types, f"{{{types.nsmap[None]}}}Override", {"PartName": f"/{_COMMENTS}", "ContentType": _TYPE})
    members[_TYPES] = unparse(types)
    related = parse(members[listed]) if listed in members else parse(_no_relations())
    attributes = {"Id": "rIdSkjemaComments", "Type": _RELATION, "Target": f"/{_COMMENTS}"}
    etree.SubElement(related, f"{{{related.nsmap[None]}}}Relationship", attributes)
    members[listed] = unparse(related)


def _no_relations() -> bytes:
    return b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
