"""Appends the pages of one document to another, with their structure where both are tagged."""

from collections.abc import Sequence
from typing import cast

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NumberObject, PdfObject

from skjema.formats.pdf.objects import Document, array, dictionary, media_box, reachable, target
from skjema.formats.pdf.structure import elements_of, hang_below_top, is_tagged, number_of, parent_tree
from skjema.formats.pdf.values import resolved, whole

_HEADINGS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")


def append_pages(document: Document, sheets: Document, locale: str) -> None:
    """Append the pages of `sheets`, which can't be used afterwards, to `document`.

    Args:
        locale: Language of the sheets, such as `nb-NO`, for their structure.
    """
    pages = list(sheets.pages)
    parts = [part for page in pages for part in (page.raw_get("/Contents"), page.raw_get("/Resources"))]
    has_structure = is_tagged(document) and is_tagged(sheets)
    tops = elements_of(_root(sheets)) if has_structure else []
    copies = _Copies(document, sheets)
    kids = [*list.__iter__(resolved(_pages(document)["/Kids"]))]
    kids += map(copies.page, pages)
    copies.add([*parts, *tops])
    for page in pages:
        copies.fill_page(page, structured=has_structure)
    _pages(document)[NameObject("/Kids")] = array(*kids)
    _pages(document)[NameObject("/Count")] = NumberObject(whole(_pages(document).get("/Count")) + len(pages))
    if has_structure:
        _hang(document, [copies.of(one) for one in tops], locale)


def _pages(document: Document) -> DictionaryObject:
    return cast(DictionaryObject, document.root["/Pages"].get_object())


def _root(document: Document) -> DictionaryObject:
    return cast(DictionaryObject, document.root["/StructTreeRoot"].get_object())


class _Copies:
    """Copies objects of one document into another, each once; the caller sets pages and the root of the structure."""

    def __init__(self, document: Document, sheets: Document) -> None:
        self._document, self._sheets = document, sheets
        self._copies: dict[int, IndirectObject] = {}
        self._pages: dict[int, DictionaryObject] = {}

    def page(self, page: DictionaryObject) -> IndirectObject:
        """A reference to the future copy of a page."""
        copy = DictionaryObject()
        reference = self._document.add(copy)
        copy.indirect_reference = reference
        self._document.pages.append(copy)
        number = cast(IndirectObject, page.indirect_reference).idnum
        self._copies[number], self._pages[number] = reference, copy
        return reference

    def add(self, parts: Sequence[PdfObject]) -> None:
        """Copy objects and everything they refer to, except pages and the page tree."""
        known = set(self._copies)
        above = {
            self._sheets.root.raw_get(key).idnum for key in ("/StructTreeRoot", "/Pages") if key in self._sheets.root
        }
        needed = [one for one in reachable(parts, without=known | above) if one.idnum not in known | above]
        for reference in needed:
            self._copies[reference.idnum] = self._document.add(DictionaryObject())
        for reference in needed:
            self._document.replace(self._copies[reference.idnum], self._copied(target(reference)))

    def fill_page(self, page: DictionaryObject, *, structured: bool) -> None:
        """Give the copy of a page the contents of the page."""
        copy = self._pages[cast(IndirectObject, page.indirect_reference).idnum]
        copy.update(
            dictionary(
                Type=NameObject("/Page"), Parent=self._document.root.raw_get("/Pages"), Rotate=0,
                MediaBox=media_box(page),
                Contents=self._copied(page.raw_get("/Contents")), Resources=self._copied(page.raw_get("/Resources")),
            )
        )  # fmt: skip
        if structured and "/StructParents" in page:
            elements = parent_tree(self._sheets)[whole(page["/StructParents"])][0]
            numbers = self._document.add(self._copied(elements))
            copy.update(dictionary(StructParents=number_of(self._document, numbers), Tabs=NameObject("/S")))

    def of(self, item: PdfObject) -> IndirectObject:
        return self._copies[cast(IndirectObject, item).idnum]

    def _copied(self, item: PdfObject) -> PdfObject:
        """The object with references to the copies; a stream keeps its data."""
        if isinstance(item, IndirectObject):
            return self._copies.get(item.idnum, item)
        if isinstance(item, ArrayObject):
            return ArrayObject(self._copied(one) for one in list.__iter__(item))
        if isinstance(item, DictionaryObject):
            for key in list(item):
                dict.__setitem__(item, key, self._copied(item.raw_get(key)))
        return item


def _hang(document: Document, tops: Sequence[IndirectObject], locale: str) -> None:
    """Append the structure elements of the sheets to those of the document."""
    has_plain_headings = any(_kind(one) == "/H" for one, _ in parent_tree(document).values())
    for top in tops:
        element = cast(DictionaryObject, top.get_object())
        element.update(dictionary(S=NameObject("/Part"), Lang=locale))
        hang_below_top(document, top)
        for one in reachable([top]) if has_plain_headings else ():
            # headings with and without levels must not be mixed in one document (ISO 14289-1, 7.4.4)
            entry = target(one)
            if _kind(entry) in _HEADINGS:
                cast(DictionaryObject, entry)[NameObject("/S")] = NameObject("/P")


def _kind(element: object) -> str:
    found = element[0].get_object() if isinstance(element, ArrayObject) and len(element) else element
    return str(found.get("/S", "")) if isinstance(found, DictionaryObject) else ""
