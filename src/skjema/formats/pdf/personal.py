"""Who a PDF names as its maker, and whose remarks are on it: what goes with every copy that is sent."""

import re
from collections.abc import Iterator

from pypdf.generic import DictionaryObject, StreamObject

from skjema.formats.pdf.objects import Document
from skjema.formats.pdf.page_letters import Rectangle
from skjema.formats.pdf.values import annotations, rectangle, resolved, text_of

_PERSONAL = ("Author", "Manager", "Company", "LastModifiedBy", "SourceModified")
_IN_XMP = re.compile(
    rb"<(dc:creator|photoshop:AuthorsPosition|xmpRights:Owner|pdfx:Company|pdfx:Manager)\b[^>]*>(.*?)</\1>", re.DOTALL
)
_TAGS = re.compile(rb"<[^>]*>")


def personal_properties(document: Document) -> list[str]:
    """The names of properties that hold a person or a firm; never what they hold."""
    told = resolved(document.trailer.get("/Info"))
    found = []
    if isinstance(told, DictionaryObject):
        found = [key for key in _PERSONAL if text_of(told.get(f"/{key}")).strip()]
    metadata = resolved(document.root.get("/Metadata"))
    if isinstance(metadata, StreamObject):
        listed = _IN_XMP.findall(metadata.get_data())
        found += [f"XMP {key.decode()}" for key, value in listed if _TAGS.sub(b"", value).strip()]
    return list(dict.fromkeys(found))


def annotation_authors(document: Document) -> Iterator[tuple[int, Rectangle]]:
    """Where somebody has left a remark with a name: the page, and the place on it."""
    for page, entry, _ in annotations(document):
        kind = text_of(entry.get("/Subtype"))
        if kind not in ("Widget", "Link", "Popup") and text_of(entry.get("/T")).strip():
            yield page, rectangle(entry)
