"""The structure of a tagged PDF: which element each annotation and each marked content belongs to."""

from typing import cast

from pypdf.generic import ArrayObject, DictionaryObject, NullObject, NumberObject, PdfObject

from skjema.formats.pdf.objects import Document, array, dictionary


def parent_tree(document: Document) -> dict[int, tuple[PdfObject, ArrayObject]]:
    """What each number of the parent tree stands for, and the list of the tree that holds it."""
    targets: dict[int, tuple[PdfObject, ArrayObject]] = {}
    waiting = [cast(DictionaryObject, document.root["/StructTreeRoot"])["/ParentTree"]]
    while waiting:
        node = cast(DictionaryObject, waiting.pop().get_object())
        waiting.extend(cast(ArrayObject, node.get("/Kids", ArrayObject())))
        numbers = cast(ArrayObject, node.get("/Nums", ArrayObject()))
        for at in range(0, len(numbers), 2):
            targets[int(numbers[at])] = (cast(PdfObject, numbers[at + 1].get_object()), numbers)
    return targets


def structure_of(document: Document) -> dict[int, PdfObject]:
    """What each number of the parent tree stands for; nothing where the document isn't tagged."""
    root = document.root.get("/StructTreeRoot", NullObject()).get_object()
    if not isinstance(root, DictionaryObject) or not isinstance(root.get("/ParentTree"), DictionaryObject):
        return {}
    return {number: item for number, (item, _) in parent_tree(document).items()}


def number_content(document: Document, page: DictionaryObject) -> None:
    """Give a page that has no marked content a list of it, since some is to be drawn on it."""
    if "/StructParents" in page:
        return
    root = cast(DictionaryObject, document.root["/StructTreeRoot"])
    tree = cast(DictionaryObject, root["/ParentTree"].get_object())
    number, entry = max(parent_tree(document)) + 1, document.add(ArrayObject())
    if "/Kids" in tree:
        leaf = dictionary(Nums=array(number, entry), Limits=array(number, number))
        cast(ArrayObject, tree["/Kids"]).append(document.add(leaf))
    else:
        cast(ArrayObject, tree["/Nums"]).extend([NumberObject(number), entry])
    page.update(dictionary(StructParents=number))
    root.update(dictionary(ParentTreeNextKey=number + 1))
