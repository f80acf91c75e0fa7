"""Writes `arkivmelding.xml`, the message that hands a document to an archive: KS's Fiks Arkiv, version 1, from Noark 5.

Source: docs/sources.md, "fiks-arkiv".
"""

from datetime import date
from typing import Any, NamedTuple

from lxml import etree

_BASE = "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv"
_NS = f"{{{_BASE}/arkivmelding/opprett/v1}}"
_META = f"{{{_BASE}/metadatakatalog/v1}}"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_KIND = f"{{{_XSI}}}type"
_SYSTEM = "skjema"


class ArchiveFile(NamedTuple):
    """The file of a document that is handed to an archive.

    Attributes:
        name: Name of the file in the package.
        is_archival: Whether it is PDF/A as skjema made it, and not as another program has saved it.
        format: File format, by the archive's name for it.
    """

    name: str
    is_archival: bool
    format: str
    mime: str
    size: int
    sha256: str


class Entry(NamedTuple):
    """A document to be registered in the archive.

    Attributes:
        title: Title without anybody's name.
        is_incoming: Whether the document was returned to the office, rather than sent by it.
        case: Year and number of the archive's case; None where it isn't known.
        basis: Legal basis for exempting it from public disclosure; empty where it is public.
        restriction: The archive's name for the restriction of access.
        key: skjema's own key of the document; empty without.
    """

    title: str
    is_incoming: bool
    day: date
    case: tuple[int, int] | None
    basis: str
    restriction: str
    key: str
    file: ArchiveFile


def arkivmelding(entry: Entry) -> bytes:
    """The XML message for one document; its file lies beside it."""
    names: Any = {None: _NS[1:-1], "n5mdk": _META[1:-1], "xsi": _XSI}
    root = etree.Element(f"{_NS}arkivmelding", nsmap=names)
    _add(root, "system", _SYSTEM)
    _add(root, "antallFiler", "1")
    post = etree.SubElement(root, f"{_NS}registrering", {_KIND: "journalpost"})
    if entry.case is not None:
        number = etree.SubElement(etree.SubElement(post, f"{_NS}referanseForelderMappe"), f"{_META}saksnummer")
        _add(number, "saksaar", str(entry.case[0]), _META)
        _add(number, "sakssekvensnummer", str(entry.case[1]), _META)
    _restrict(post, entry)
    _document(post, entry)
    _add(post, "tittel", entry.title)
    _add(post, "offentligTittel", entry.title)
    if entry.key:
        key = etree.SubElement(post, f"{_NS}referanseEksternNoekkel")
        _add(key, "fagsystem", _SYSTEM, _META)
        _add(key, "noekkel", entry.key, _META)
    _code(post, "journalposttype", "I" if entry.is_incoming else "U")
    _add(post, "dokumentetsDato", entry.day.isoformat())
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _document(post: etree._Element, entry: Entry) -> None:
    document = etree.SubElement(post, f"{_NS}dokumentbeskrivelse")
    _code(document, "dokumentstatus", "F")
    _add(document, "tittel", entry.title)
    _code(document, "tilknyttetRegistreringSom", "H")
    _add(document, "dokumentnummer", "1")
    _restrict(document, entry)
    item, file = etree.SubElement(document, f"{_NS}dokumentobjekt"), entry.file
    _add(item, "versjonsnummer", "1")
    _code(item, "variantformat", "A" if file.is_archival else "P")
    _code(item, "format", file.format)
    _add(item, "mimeType", file.mime)
    _add(item, "filnavn", file.name)
    _add(item, "referanseDokumentfil", file.name)
    _add(item, "sjekksum", file.sha256)
    _add(item, "sjekksumAlgoritme", "SHA-256")
    _add(item, "filstoerrelse", str(file.size))


def _restrict(parent: etree._Element, entry: Entry) -> None:
    if entry.basis:
        item = etree.SubElement(parent, f"{_NS}skjerming")
        _code(item, "tilgangsrestriksjon", entry.restriction)
        _add(item, "skjermingshjemmel", entry.basis)


def _add(parent: etree._Element, name: str, text: str, namespace: str = _NS) -> None:
    etree.SubElement(parent, f"{namespace}{name}").text = text


def _code(parent: etree._Element, name: str, code: str) -> None:
    _add(etree.SubElement(parent, f"{_NS}{name}"), "kode", code, _META)
