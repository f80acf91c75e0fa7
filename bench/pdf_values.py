"""What stands in a filled-in PDF: the values of its fields, read by pypdf, and the letters on its pages, by PDFium."""

import unicodedata
from pathlib import Path

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import TextStringObject

from application import Values

_MARK = "@skjema"
"""The field by which ours say which they are: another one in each run."""


def fields(path: Path) -> Values:
    """Text, or whether it is ticked, of each field; line breaks and spaces of one kind.

    Raises:
        PdfReadError: The file is broken.
    """
    found: Values = {}
    for name, field in (PdfReader(path).get_fields() or {}).items():
        kind, value = field.get("/FT"), field.get("/V")
        if name == _MARK:
            continue
        if kind == "/Btn":
            found[name] = value not in (None, "/Off")
        elif kind == "/Tx":
            found[name] = _plain(value) if isinstance(value, TextStringObject) else ""
    return found


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")


def shown(path: Path, values: Values) -> tuple[int, int]:
    """How many of the texts can be read on the pages, and how many there are."""
    text = "".join(pages(path))
    wanted = [letters(value) for value in values.values() if isinstance(value, str) and value]
    return sum(one in text for one in wanted), len(wanted)


def pages(path: Path) -> list[str]:
    """The letters on each page, with those of its fields."""
    document = pypdfium2.PdfDocument(path)
    try:
        document.init_forms()
        return [_page(document, at) for at in range(len(document))]
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, number: int) -> str:
    if document.formenv:
        document[number].flatten()  # fields become part of the page; it is loaded anew to be read
    return letters(document[number].get_textpage().get_text_bounded())


def letters(text: str) -> str:
    """Nothing but what is seen: without spaces, line ends and the marks PDFium leaves where a word was parted."""
    return "".join(one for one in unicodedata.normalize("NFC", text) if one.isprintable() and not one.isspace())
