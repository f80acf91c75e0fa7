"""The visible text of a docx, paragraph by paragraph, read with nothing but the standard library."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS = {"header": "word/header", "body": "word/document", "footer": "word/footer"}


def paragraphs(path: Path) -> dict[str, list[str]]:
    """Paragraphs of header, body and footer, without those that are empty.

    Raises:
        BadZipFile, ParseError: The file is broken.
    """
    with zipfile.ZipFile(path) as archive:
        return {
            part: [
                text
                for name in archive.namelist()
                if name.startswith(start) and name.endswith(".xml")
                for text in _texts(fromstring(archive.read(name)))
            ]
            for part, start in _PARTS.items()
        }


def _texts(root: Element) -> Iterator[str]:
    for paragraph in root.iter(f"{_W}p"):
        text = "".join(_shown(one) for one in paragraph.iter())
        if text.strip():
            yield text.strip()


def _shown(element: Element) -> str:
    if element.tag == f"{_W}t":
        return element.text or ""
    return "\t" if element.tag == f"{_W}tab" else ""
