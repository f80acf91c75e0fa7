"""Reads numbers, texts and rectangles from PDF objects that may be invalid, with a default for each."""

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NullObject, PdfObject, StreamObject

from skjema.formats.pdf.objects import Document
from skjema.formats.pdf.syntax import OFF


def rectangle(entry: DictionaryObject) -> tuple[float, float, float, float]:
    """Left, bottom, right and top edge of an annotation; all 0 where it has none."""
    edges = resolved(entry.get("/Rect"))
    numbers = [number(edge) for edge in edges] if isinstance(edges, ArrayObject) and len(edges) == 4 else [0.0] * 4
    # any two opposite corners may be given, in any order (ISO 32000-1, 7.9.5)
    left, right = sorted(numbers[0::2])
    bottom, top = sorted(numbers[1::2])
    return left, bottom, right, top


def annotations(document: Document) -> Iterator[tuple[int, DictionaryObject, IndirectObject]]:
    """Every annotation that is an object of its own, with the number of its page."""
    for number_of_page, page in enumerate(document.pages):
        listed = resolved(page.get("/Annots"))
        for reference in list.__iter__(listed) if isinstance(listed, ArrayObject) else ():
            entry = resolved(reference)
            if isinstance(reference, IndirectObject) and isinstance(entry, DictionaryObject):
                yield number_of_page, entry, reference


def resolved(item: Any) -> Any:
    """The object itself in place of a reference; None for null."""
    found = item.get_object() if isinstance(item, PdfObject) else item
    return None if isinstance(found, NullObject) else found


def whole(item: Any) -> int:
    """An integer from a file; 0 for anything else."""
    return int(number(item))


def number(item: Any) -> float:
    """A number from a file; 0 for anything else."""
    value = resolved(item)
    return float(value) if isinstance(value, int | float) else 0.0


def text_of(item: Any) -> str:
    """A text string from a file; empty for anything else."""
    value = resolved(item)
    if isinstance(value, bytes):
        return value.decode("latin-1")
    if isinstance(value, NameObject):
        return value[1:]
    return str(value) if isinstance(value, str) else ""


def entries_of(item: object) -> dict[PdfObject, PdfObject]:
    """The entries of a dictionary, references unresolved; empty for anything else."""
    found = resolved(item)
    return {key: found.raw_get(key) for key in found} if isinstance(found, DictionaryObject) else {}


def normal_appearance(entry: DictionaryObject) -> IndirectObject | None:
    """The current normal appearance of an annotation; None without."""
    looks = resolved(entry.get("/AP"))
    normal = looks.raw_get("/N") if isinstance(looks, DictionaryObject) and "/N" in looks else None
    found = resolved(normal)
    if isinstance(found, DictionaryObject) and not isinstance(found, StreamObject):
        state = f"/{text_of(entry.get('/AS')) or OFF}"
        normal = found.raw_get(state) if state in found else None
        found = resolved(normal)
    return normal if isinstance(normal, IndirectObject) and isinstance(found, StreamObject) else None
