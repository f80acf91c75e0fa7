"""Reads a Word file whose text is to be put into another one, and refuses what can't be."""

from typing import NamedTuple

from lxml import etree

from skjema.errors import TemplateError
from skjema.formats.docx.clean import clean_template
from skjema.formats.docx.members import Members, members_of
from skjema.formats.docx.part_xml import W, parse, part_of_kind, relations

_TRACKED = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_NOTES = (f"{W}footnoteReference", f"{W}endnoteReference")
_OF_PAGES = ("header", "footer")


class SubDocument(NamedTuple):
    """A Word file that can be put into another.

    Attributes:
        main: Name of the member with its text.
        has_pages: Whether it has headers, footers or several sections, which are dropped.
    """

    members: Members
    main: str
    has_pages: bool


class SubDocumentError(Exception):
    """A Word file can't be put into another; `code` and `params` are those of the problem to report."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code, self.params = code, params


def read_sub_document(content: bytes) -> SubDocument:
    """The Word file, without what must not get into documents (see `allowlist`).

    Raises:
        SubDocumentError: It is damaged, has something that no document may have, unaccepted changes, or notes.
    """
    try:
        members, _ = clean_template("", members_of(content))
        main = part_of_kind(members, "", "officeDocument")
        root = parse(members[main])
    except TemplateError as error:
        what = error.problems[0].params.get("got")
        raise SubDocumentError("document-unfit" if what else "document-damaged", what=what) from None
    except (KeyError, etree.XMLSyntaxError):
        raise SubDocumentError("document-damaged") from None
    if root.find(f"{W}body") is None:
        raise SubDocumentError("document-damaged")
    if next(root.iter(*_TRACKED), None) is not None:
        raise SubDocumentError("document-tracked")
    if next(root.iter(*_NOTES), None) is not None:
        raise SubDocumentError("document-notes")
    return SubDocument(members, main, _has_pages(members, main, root))


def _has_pages(members: Members, main: str, root: etree._Element) -> bool:
    parts = [one.target for one in relations(members, main) if one.kind in _OF_PAGES]
    has_words = any("".join(map(str, parse(members[part]).itertext())).strip() for part in parts)
    return has_words or len(list(root.iter(f"{W}sectPr"))) > 1
