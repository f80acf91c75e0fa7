"""What an arkivmelding must look like, as far as skjema writes one: names, order and codes of KS's Fiks Arkiv, version 1.

Written from the schema that docs/sources.md names ("fiks-arkiv"), which itself is no part of the repository; every
message of these tests was valid by it as well, on 2026-11-30, and those of another run on 2026-12-01.
"""

from lxml import etree

_BASE = "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv"
_MARK = "[!-~]+"


def _one(name: str, *inner: str, of: str = "opprett") -> str:
    space = {"opprett": f"{_BASE}/arkivmelding/opprett/v1", "meta": f"{_BASE}/metadatakatalog/v1"}[of]
    return f'<element name="{name}" ns="{space}">{"".join(inner)}</element>'


def _text(name: str, pattern: str = "", *, of: str = "opprett") -> str:
    rule = f'<data type="string"><param name="pattern">{pattern}</param></data>' if pattern else "<text/>"
    return _one(name, rule, of=of)


def _code(name: str, *codes: str) -> str:
    choices = "".join(f"<value>{code}</value>" for code in codes)
    return _one(name, _one("kode", f"<choice>{choices}</choice>" if codes else "<text/>", of="meta"))


def _maybe(inner: str) -> str:
    return f"<optional>{inner}</optional>"


_RESTRICTED = _maybe(_one("skjerming", _code("tilgangsrestriksjon"), _text("skjermingshjemmel", ".+")))
_CASE = _one(
    "saksnummer", _text("saksaar", r"\d{4}", of="meta"), _text("sakssekvensnummer", r"\d+", of="meta"), of="meta"
)
_OBJECT = _one(
    "dokumentobjekt", _text("versjonsnummer", r"\d+"), _code("variantformat", "A", "P"), _code("format"), _text("mimeType", _MARK),
    _text("filnavn", ".+"), _text("referanseDokumentfil", ".+"), _text("sjekksum", "[0-9a-f]{64}"),
    _text("sjekksumAlgoritme", "SHA-256"), _text("filstoerrelse", r"\d+"),
)  # fmt: skip
_DOCUMENT = _one(
    "dokumentbeskrivelse", _code("dokumentstatus", "F"), _text("tittel", ".+"), _code("tilknyttetRegistreringSom", "H"),
    _text("dokumentnummer", r"\d+"), _RESTRICTED, _OBJECT,
)  # fmt: skip
_KEY = _one("referanseEksternNoekkel", _text("fagsystem", ".+", of="meta"), _text("noekkel", _MARK, of="meta"))
_POST = _one(
    "registrering",
    '<attribute name="type" ns="http://www.w3.org/2001/XMLSchema-instance"><value>journalpost</value></attribute>',
    _maybe(_one("referanseForelderMappe", _CASE)), _RESTRICTED, _DOCUMENT, _text("tittel", ".+"), _text("offentligTittel", ".+"),
    _maybe(_KEY), _code("journalposttype", "I", "U"), _text("dokumentetsDato", r"\d{4}-\d\d-\d\d"),
)  # fmt: skip
_MESSAGE = _one("arkivmelding", _text("system", ".+"), _text("antallFiler", "1"), _POST)
GRAMMAR = etree.RelaxNG(
    etree.fromstring(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">'
        f"<start>{_MESSAGE}</start></grammar>"
    )
)
"""A grammar of the messages; `assertValid` tells what is wrong with one."""
