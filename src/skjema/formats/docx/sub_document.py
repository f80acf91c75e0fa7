"""A Word file whose text is put into another one: what of it can be, and what can't."""

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
        has_pages: Whether it has headers, footers or sections of its own, which stay behind.
    """

    members: Members
    main: str
    has_pages: bool


class SubDocumentError(Exception):
    """A Word file can't be put into another; `code` is the problem's, `params` what its wording needs."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code, self.params = code, params


def read_sub_document(content: bytes) -> SubDocument:
    """The file, without what goes out with no document (see `allowlist`).

    Raises:
        SubDocumentError: It is damaged, has what no document may have, changes that nobody has accepted, or notes.
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
