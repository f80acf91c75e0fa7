"""What is in a file that was made, read by other libraries than those that made it."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as raw
from lxml import etree
from pypdf import PdfReader
from pypdf.generic import IndirectObject, NameObject

from skjema.records.mark import FIELD, Mark

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def docx_part(content: bytes, part: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return etree.fromstring(archive.read(part))


def docx_lines(content: bytes) -> list[str]:
    """The text of a Word file: a line for each paragraph and for each row of a table, cells apart by bars."""
    return [line for line in _blocks(docx_part(content).find(f"{W}body")) if line.strip(" |")]


def _blocks(parent: Any) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{W}p":
            yield _words(child)
        elif child.tag == f"{W}tbl":
            for row in child.findall(f"{W}tr"):
                yield " | ".join(
                    " / ".join(filter(None, map(_words, cell.iter(f"{W}p")))) for cell in row.findall(f"{W}tc")
                )


def _words(paragraph: Any) -> str:
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    pieces = (signs.get(one.tag, one.text or "") for run in paragraph.iter(f"{W}r") for one in run)
    return "".join(pieces).replace("\u00a0", " ").rstrip()


def docx_text(content: bytes) -> str:
    return "\n".join(docx_lines(content))


def pdf_text(content: bytes) -> str:
    """The text of every page as pdfium prints it, form fields and all."""
    document = pypdfium2.PdfDocument(content)
    if document.get_formtype():
        document.init_forms()
        for page in document:
            raw.FPDFPage_Flatten(page, raw.FLAT_PRINT)
        printed = io.BytesIO()
        document.save(printed)
        document = pypdfium2.PdfDocument(printed.getvalue())
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    return text.replace("\r\n", "\n").replace("\x02", "-")  # pdfium's mark for a hyphen at the end of a line


def pdf_fields(content: bytes) -> dict[str, Any]:
    """Every form field by its full name, as pypdf reads them; groups of names and the file's own mark left out."""
    fields = PdfReader(io.BytesIO(content)).get_fields() or {}
    return {name: field for name, field in fields.items() if "/FT" in field and name != FIELD}


def pdf_values(content: bytes) -> dict[str, str]:
    """Values of the fields that have one."""
    found = {name: field.get("/V") for name, field in pdf_fields(content).items()}
    return {
        name: str(value)[1:] if isinstance(value, NameObject) else str(value)
        for name, value in found.items()
        if value not in (None, "") and value != NameObject("/Off") and not isinstance(value, IndirectObject)
    }


def pdf_objects(content: bytes) -> list[bytes]:
    """Every object of a PDF that skjema made, its stream unpacked: the same whichever zlib packed it.

    Where they stand in the file is left out.
    """
    found = re.findall(rb"\d+ 0 obj\n(.*?)\nendobj\n", content, re.DOTALL)
    return [_unpacked(one) for one in found if b"/Type/XRef" not in one]


def _unpacked(item: bytes) -> bytes:
    head, _, data = item.partition(b"stream\n")
    if b"/FlateDecode" not in head:
        return item
    return re.sub(rb"/Length \d+", b"", head) + zlib.decompress(data.removesuffix(b"\nendstream"))


def page_count(content: bytes) -> int:
    return len(PdfReader(io.BytesIO(content)).pages)


def whose(content: bytes) -> str:
    """The token that a document carries; empty where it carries none."""
    told = _told(content)
    mark = Mark.read(told)
    assert mark is not None, told
    return mark.token


def _told(content: bytes) -> str:
    if content.startswith(b"%PDF"):
        metadata = PdfReader(io.BytesIO(content)).metadata
        return str(metadata and metadata.get("/Keywords"))
    return "".join(map(str, docx_part(content, "docProps/custom.xml").itertext()))


_CODE = re.compile(rb"/Artifact BMC q [1-9].*? EMC", re.DOTALL)
"""What draws the code of a page, but for its frame."""


def without_token(content: bytes) -> list[bytes]:
    """What a document is made of, but for whom it says that it concerns."""
    token = whose(content).encode()

    def plain(part: bytes) -> bytes:
        return _CODE.sub(b"", part.replace(token, b"-" * 24) if token else part)

    if content.startswith(b"%PDF"):
        return [plain(one) for one in pdf_objects(content)]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [plain(archive.read(name)) for name in archive.namelist()]
