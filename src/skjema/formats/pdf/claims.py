"""Which standards a PDF claims to meet, PDF/A or PDF/UA, and which claims are lost when it is filled in."""

import re
from typing import NamedTuple

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from skjema.formats.pdf.objects import Document, stream
from skjema.formats.pdf.values import resolved, whole

_PART = re.compile(rb"pdfaid:part\s*(?:=\s*[\"']|>)\s*(\d)")
_LEVEL = re.compile(rb"pdfaid:conformance\s*(?:=\s*[\"']|>)\s*(\w)")
_ACCESSIBLE = re.compile(rb"pdfuaid:part\s*(?:=\s*[\"']|>)\s*(\d)")
_KEYS = rb"pdfaid:(?:part|conformance|amd|corr|rev)"
_SAID = re.compile(rb"\s*<(?P<key>%s)>[^<]*</(?P=key)>|\s*%s\s*=\s*(?:\"[^\"]*\"|'[^']*')" % (_KEYS, _KEYS))
_RGB = 3


class Claims(NamedTuple):
    """Standards that a document claims to meet.

    Attributes:
        archival: Such as `PDF/A-2b`; empty without.
        accessible: Such as `PDF/UA-1`; empty without.
    """

    archival: str
    accessible: str


def claims_of(document: Document) -> Claims:
    said = _metadata(document)
    part, level, accessible = _PART.search(said), _LEVEL.search(said), _ACCESSIBLE.search(said)
    archival = f"PDF/A-{part[1].decode()}{level[1].decode().lower() if level else ''}" if part else ""
    return Claims(archival, f"PDF/UA-{accessible[1].decode()}" if accessible else "")


def lost_claims(document: Document) -> list[str]:
    """The claims that are lost when values are written into the document's fields.

    PDF/A-1 forbids object streams (ISO 19005-1, 6.1.4), and screen colours need a matching output intent (ISO 19005-2,
    6.2.4.3). A document with fields but without a structure never met PDF/UA, which is not reported here.
    """
    claims = claims_of(document)
    is_kept = not claims.archival or (not claims.archival.startswith("PDF/A-1") and _has_rgb_intent(document))
    return [] if is_kept else [claims.archival]


def drop_lost_claims(document: Document) -> None:
    """Remove lost claims from the document's metadata."""
    if lost_claims(document):
        without = _SAID.sub(b"", _metadata(document))
        metadata = stream(without, Type=NameObject("/Metadata"), Subtype=NameObject("/XML"))
        document.root[NameObject("/Metadata")] = document.add(metadata)


def _metadata(document: Document) -> bytes:
    found = resolved(document.root.get("/Metadata"))
    return bytes(found.get_data()) if isinstance(found, StreamObject) else b""


def _has_rgb_intent(document: Document) -> bool:
    """Whether the document has an output intent for RGB colours."""
    intents = resolved(document.root.get("/OutputIntents"))
    for one in map(resolved, intents) if isinstance(intents, ArrayObject) else ():
        profile = resolved(one.get("/DestOutputProfile")) if isinstance(one, DictionaryObject) else None
        if isinstance(profile, DictionaryObject) and whole(profile.get("/N")) == _RGB:
            return True
    return False
