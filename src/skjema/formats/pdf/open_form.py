"""Opens a PDF form, repairing it if needed; used wherever fields are read, filled in or collected."""

import struct
import zlib

from pypdf.errors import FileNotDecryptedError, PyPdfError

from skjema.formats.pdf.acroform import AcroForm
from skjema.formats.pdf.mend import mended
from skjema.formats.pdf.objects import Document
from skjema.formats.pdf.read_acroform import read_acroform

BROKEN = (
    PyPdfError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError, RuntimeError,
    OSError, EOFError, zlib.error, struct.error,
)  # fmt: skip
"""Errors that pypdf and pdfium raise for invalid files."""


def open_form(content: bytes, *, mend: bool = False, only_read: bool = False) -> AcroForm:
    """The fields of a PDF; a file that pypdf can't read is first repaired by pdfium.

    Args:
        mend: Whether the file is known to be broken.
        only_read: Whether nothing will be written to it.

    Raises:
        FileNotDecryptedError: It needs a password.
        Exception: One of `BROKEN`: it can't be read.
    """
    if mend:
        return read_acroform(Document(mended(content)))
    try:
        return read_acroform(Document(content, only_read=only_read))
    except FileNotDecryptedError:
        raise
    except BROKEN:
        return read_acroform(Document(mended(content)))
