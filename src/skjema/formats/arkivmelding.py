"""`arkivmelding.xml`, by which an archive takes documents over: KS's Fiks Arkiv, version 1, which is of Noark 5.

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
    """One file of a document.

    Attributes:
        name: In the package.
        is_archival: Whether it is PDF/A as it was made, rather than as somebody's program has saved it.
        format: Its kind, as archives call it.
    """

    name: str
    is_archival: bool
    format: str
    mime: str
    size: int
    sha256: str


class Entry(NamedTuple):
    """A document to be registered.

    Attributes:
        title: Without the name of anybody.
        is_incoming: Whether it has come back, rather than been sent.
        case: Year and number of the case it belongs to; None where that isn't known.
        basis: Why it is exempt from public disclosure; empty where it isn't.
        restriction: What the archive calls the restriction.
        key: What skjema knows it by; empty for nothing.
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
    """The message for one document, with its file beside it."""
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
