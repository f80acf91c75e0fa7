"""What the objects of any PDF say, good or bad: numbers, texts and rectangles, and nothing where they are none."""

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NullObject, PdfObject, StreamObject

from skjema.formats.pdf.objects import Document
from skjema.formats.pdf.syntax import OFF


def rectangle(entry: DictionaryObject) -> tuple[float, float, float, float]:
    """Left, bottom, right and top edge of an annotation; no room at all where it doesn't say."""
    edges = resolved(entry.get("/Rect"))
    numbers = [number(edge) for edge in edges] if isinstance(edges, ArrayObject) and len(edges) == 4 else [0.0] * 4
    # any two opposite corners, in any order (ISO 32000-1, 7.9.5)
    left, right = sorted(numbers[0::2])
    bottom, top = sorted(numbers[1::2])
    return left, bottom, right, top


def annotations(document: Document) -> Iterator[tuple[int, DictionaryObject, IndirectObject]]:
    """Every annotation with its page's number; only those that are objects of their own."""
    for number_of_page, page in enumerate(document.pages):
        listed = resolved(page.get("/Annots"))
        for reference in list.__iter__(listed) if isinstance(listed, ArrayObject) else ():
            entry = resolved(reference)
            if isinstance(reference, IndirectObject) and isinstance(entry, DictionaryObject):
                yield number_of_page, entry, reference


def resolved(item: Any) -> Any:
    """An object in its reference's place; None for null."""
    found = item.get_object() if isinstance(item, PdfObject) else item
    return None if isinstance(found, NullObject) else found


def whole(item: Any) -> int:
    """A whole number of a file; 0 for what is none."""
    return int(number(item))


def number(item: Any) -> float:
    """A number of a file; 0 for what is none."""
    value = resolved(item)
    return float(value) if isinstance(value, int | float) else 0.0


def text_of(item: Any) -> str:
    """A text string of a file, as letters; empty for what is none."""
    value = resolved(item)
    if isinstance(value, bytes):
        return value.decode("latin-1")
    if isinstance(value, NameObject):
        return value[1:]
    return str(value) if isinstance(value, str) else ""


def entries_of(item: object) -> dict[PdfObject, PdfObject]:
    """What a dictionary holds, with references as they are; nothing where there is none."""
    found = resolved(item)
    return {key: found.raw_get(key) for key in found} if isinstance(found, DictionaryObject) else {}


def normal_appearance(entry: DictionaryObject) -> IndirectObject | None:
    """The appearance that an annotation has as it is; None for one without."""
    looks = resolved(entry.get("/AP"))
    normal = looks.raw_get("/N") if isinstance(looks, DictionaryObject) and "/N" in looks else None
    found = resolved(normal)
    if isinstance(found, DictionaryObject) and not isinstance(found, StreamObject):
        state = f"/{text_of(entry.get('/AS')) or OFF}"
        normal = found.raw_get(state) if state in found else None
        found = resolved(normal)
    return normal if isinstance(normal, IndirectObject) and isinstance(found, StreamObject) else None
