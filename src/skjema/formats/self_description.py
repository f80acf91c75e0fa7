"""The texts by which a file describes itself: the keywords of a PDF, the properties of an Office file."""

import io
import json
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from skjema.formats.office_package import UNPACKING

_OFFICE = ("docProps/core.xml", "docProps/custom.xml")
_REPORT = "run.json"
_MESSAGE, _BY_US = "/arkivmelding.xml", b"<system>skjema</system>"
MADE = "skjema: laget av en kjøring"
"""Marks files that a run has made, so that they aren't taken for input: an index, a marked copy, answers, labels."""


def self_descriptions(content: bytes) -> Iterator[str]:
    """Each text by which a file describes itself; none for a file of another kind, or a damaged one."""
    if content.startswith(b"%PDF"):
        yield from _pdf(content)
    elif content.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                yield from _archive(archive)
        except (*UNPACKING, etree.XMLSyntaxError):
            return


def _pdf(content: bytes) -> Iterator[str]:
    from skjema.formats.pdf.form_fields import keywords

    yield keywords(content)


def _archive(archive: zipfile.ZipFile) -> Iterator[str]:
    names = archive.namelist()
    if _REPORT in names:  # a zip file made by a run
        report = json.loads(archive.read(_REPORT))
        if not isinstance(report, dict):
            return
        yield f"{report.get('form')} {report.get('version')} {report.get('language')} {'-' * 24}"
    if names and all(name.rpartition("/")[0] + _MESSAGE in names for name in names):  # a package made for the archive
        yield from (MADE for name in names[:1] if _BY_US in archive.read(name.rpartition("/")[0] + _MESSAGE))
    for part in _OFFICE:
        if part in names:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            root = etree.fromstring(archive.read(part), parser)
            yield from (re.sub(r"\s+", " ", one.text) for one in root.iter() if isinstance(one.tag, str) and one.text)
