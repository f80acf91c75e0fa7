"""Opens a PDF form, be it broken or not: the one way by which its fields are read, filled in and collected."""

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
"""What pypdf and pdfium raise for files that hold something else than they should."""


def open_form(content: bytes, *, mend: bool = False, only_read: bool = False) -> AcroForm:
    """The fields of a PDF; of one that pypdf can't read, as pdfium understands it.

    Args:
        mend: Whether it is known to be broken somewhere.
        only_read: Whether nothing will be written in it.

    Raises:
        FileNotDecryptedError: It asks for a password.
        Exception: One of `BROKEN`: nobody can read it.
    """
    if mend:
        return read_acroform(Document(mended(content)))
    try:
        return read_acroform(Document(content, only_read=only_read))
    except FileNotDecryptedError:
        raise
    except BROKEN:
        return read_acroform(Document(mended(content)))
