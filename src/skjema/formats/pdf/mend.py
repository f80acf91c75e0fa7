"""Repairs a PDF that is broken but can be opened, by letting pdfium rewrite it."""

import io
import re
from contextlib import closing

_CATALOGUE = re.compile(rb"(\d+)\s+\d+\s+obj\s*<<(?:(?!endobj).)*?/Type\s*/Catalog\b", re.DOTALL)


def mended(pdf: bytes) -> bytes:
    """The file as rewritten by pdfium, with a correct cross-reference table.

    Raises:
        pypdfium2.PdfiumError: The file can't be opened at all.
    """
    import pypdfium2

    with closing(pypdfium2.PdfDocument(with_trailer(pdf))) as document:
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()


def with_trailer(pdf: bytes) -> bytes:
    """The file with a trailer that refers to its catalogue, added where the file has been cut off."""
    found = None if b"trailer" in pdf or b"/XRef" in pdf else _CATALOGUE.search(pdf)
    if found is None:
        return pdf
    return b"%s\ntrailer\n<</Root %d 0 R>>\nstartxref\n0\n%%%%EOF\n" % (pdf, int(found[1]))
