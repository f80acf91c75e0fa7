"""Cuts parts out of scanned pages, as pictures for people to look at."""

import io
from collections.abc import Iterable
from contextlib import closing

from skjema.formats.form_fields import Picture
from skjema.formats.pdf.scanned_pages import page_scale

_DOTS = 110
"""Dots per inch: enough for reading handwriting, in a few thousand bytes per picture."""
_QUALITY = 50


def cut_out(content: bytes, pictures: Iterable[Picture]) -> tuple[Picture, ...]:
    """The pictures with the parts of a PDF's pages that they show."""
    import pypdfium2

    found = []
    with closing(pypdfium2.PdfDocument(content)) as document:
        for one in pictures:
            page = document[one.page - 1]
            width, height = page.get_size()
            scale = page_scale(width, height) * _DOTS / 72
            # crop from each side, in points: left, bottom, right, top
            sides = (one.left * width, (1 - one.bottom) * height, (1 - one.right) * width, one.top * height)
            drawn = page.render(scale=scale, crop=sides, grayscale=True, may_draw_forms=False).to_pil()
            out = io.BytesIO()
            drawn.convert("L").save(out, "JPEG", quality=_QUALITY, optimize=True)
            found.append(one._replace(image=out.getvalue()))
            page.close()
    return tuple(found)
