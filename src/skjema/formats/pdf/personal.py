"""Finds personal traces in a PDF that go out with every copy: names of its makers, and of authors of remarks."""

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
    """Names of the properties that hold a person or a firm, without their values."""
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
    """Page and place of each remark that has an author's name."""
    for page, entry, _ in annotations(document):
        kind = text_of(entry.get("/Subtype"))
        if kind not in ("Widget", "Link", "Popup") and text_of(entry.get("/T")).strip():
            yield page, rectangle(entry)
