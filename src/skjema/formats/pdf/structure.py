"""The structure of a tagged PDF: the element of each annotation and each piece of marked content."""

from typing import cast

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
)

from skjema.formats.pdf.objects import Document, array, dictionary
from skjema.formats.pdf.values import resolved, whole


def parent_tree(document: Document) -> dict[int, tuple[PdfObject, ArrayObject]]:
    """The object of each number in the parent tree, with the list of the tree that contains it."""
    targets: dict[int, tuple[PdfObject, ArrayObject]] = {}
    waiting = [cast(DictionaryObject, document.root["/StructTreeRoot"])["/ParentTree"]]
    while waiting:
        node = cast(DictionaryObject, waiting.pop().get_object())
        waiting.extend(cast(ArrayObject, node.get("/Kids", ArrayObject())))
        numbers = cast(ArrayObject, node.get("/Nums", ArrayObject()))
        for at in range(0, len(numbers), 2):
            targets[int(numbers[at])] = (cast(PdfObject, numbers[at + 1].get_object()), numbers)
    return targets


def is_tagged(document: Document) -> bool:
    """Whether a document is tagged."""
    root = resolved(document.root.get("/StructTreeRoot"))
    return isinstance(root, DictionaryObject) and isinstance(resolved(root.get("/ParentTree")), DictionaryObject)


def structure_of(document: Document) -> dict[int, PdfObject]:
    """The object of each number in the parent tree; empty where the document isn't tagged."""
    if not is_tagged(document):
        return {}
    return {number: item for number, (item, _) in parent_tree(document).items()}


def number_content(document: Document, page: DictionaryObject) -> None:
    """Give a page without marked content a list for it, since some is going to be drawn on the page."""
    if "/StructParents" in page:
        return
    page.update(dictionary(StructParents=number_of(document, document.add(ArrayObject()))))


def add_form_element(document: Document, page: DictionaryObject, widget: IndirectObject) -> None:
    """Add an element for a form field to the end of a tagged document's structure; other documents are unchanged.

    The tab key then follows the structure (ISO 14289-1, 7.18.3 and 7.18.4).
    """
    if not is_tagged(document):
        return
    content = dictionary(Type=NameObject("/OBJR"), Obj=widget, Pg=cast(IndirectObject, page.indirect_reference))
    element = document.add(dictionary(Type=NameObject("/StructElem"), S=NameObject("/Form"), K=array(content)))
    hang_below_top(document, element)
    entry = cast(DictionaryObject, widget.get_object())
    entry.update(dictionary(StructParent=number_of(document, element)))
    page[NameObject("/Tabs")] = NameObject("/S")


def hang_below_top(document: Document, element: IndirectObject) -> None:
    """Add an element after all others in a document's structure."""
    top, holder = _top(cast(DictionaryObject, document.root["/StructTreeRoot"].get_object()))
    cast(DictionaryObject, element.get_object())[NameObject("/P")] = holder
    top[NameObject("/K")] = array(*elements_of(top), element)


def _top(root: DictionaryObject) -> tuple[DictionaryObject, PdfObject]:
    """The element around all others, and a reference to it; the root where there are several at the top."""
    kids = elements_of(root)
    only = resolved(kids[0]) if len(kids) == 1 else None
    if isinstance(only, DictionaryObject) and "/S" in only and isinstance(kids[0], IndirectObject):
        return only, kids[0]
    return root, cast(PdfObject, root.indirect_reference)


def elements_of(element: DictionaryObject) -> list[PdfObject]:
    """The children of an element or of the root, references unresolved."""
    kids = element.raw_get("/K") if "/K" in element else None
    listed = resolved(kids)
    if isinstance(listed, ArrayObject):
        return [*list.__iter__(listed)]
    return [] if listed is None or kids is None else [kids]


def number_of(document: Document, item: PdfObject) -> int:
    """A new number in the parent tree for `item`."""
    root = cast(DictionaryObject, document.root["/StructTreeRoot"].get_object())
    tree = cast(DictionaryObject, root["/ParentTree"].get_object())
    number = max([*parent_tree(document), whole(root.get("/ParentTreeNextKey")) - 1, -1]) + 1
    if "/Kids" in tree:
        leaf = dictionary(Nums=array(number, item), Limits=array(number, number))
        cast(ArrayObject, tree["/Kids"]).append(document.add(leaf))
    else:
        cast(ArrayObject, tree.setdefault(NameObject("/Nums"), ArrayObject())).extend([NumberObject(number), item])
    root.update(dictionary(ParentTreeNextKey=number + 1))
    return number
