"""Which letters of the trial three viewers read on the pages of a PDF, those in its fields too."""

import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pdf_values

VIEWERS = ("Poppler", "pdfium", "MuPDF")
_WANTED = frozenset("ØŊłễЯ")
Seen = Counter[str]
"""How often each letter is read."""


def read(pdf: Path) -> dict[str, Seen]:
    """The letters that each viewer reads in a file."""
    return {"Poppler": _poppler(pdf), "pdfium": _pdfium(pdf), "MuPDF": _mupdf(pdf)}


def letters_of(texts: Iterable[str]) -> Seen:
    """How often each letter of the trial stands in texts."""
    return Counter(one for one in unicodedata.normalize("NFC", "".join(texts)) if one in _WANTED)


def _poppler(pdf: Path) -> Seen:
    return _said(["pdftotext", "-enc", "UTF-8", str(pdf), "-"])


def _mupdf(pdf: Path) -> Seen:
    return _said(["mutool", "draw", "-q", "-F", "text", str(pdf)])


def _said(command: list[str]) -> Seen:
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    return letters_of([done.stdout.decode("utf-8", "replace")])


def _pdfium(pdf: Path) -> Seen:
    try:
        return letters_of(pdf_values.pages(pdf))
    except Exception:  # noqa: BLE001 - what pdfium can't open shows nothing
        return Counter()
