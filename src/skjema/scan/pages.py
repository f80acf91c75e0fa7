"""Draws the pages of a stack, one at a time, as grey pictures of one resolution; from PDFs and picture files."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from skjema.errors import FileError
from skjema.formats.open_input import check_file, read_file
from skjema.formats.pdf.scanned_pages import open_picture, page_scale, picture_dots, plain_picture
from skjema.formats.self_description import self_descriptions
from skjema.problems import Place, Problem
from skjema.records.mark import Mark
from skjema.scan.greys import darkest

DOTS = 200
"""Resolution in dots per inch; codes are lost with less, and more takes longer without telling more."""
_TOGETHER = 20
"""Number of pages before a PDF is reopened: pdfium keeps all it has read in memory until then."""
_HEIC = (b"heic", b"heix", b"hevc", b"mif1", b"msf1")
"""Kinds of pictures that only iPhones and some programs read, as their files begin (ISO 23008-12)."""
_MOST_PIXELS = 120_000_000
"""Most pixels of one picture; A3 at 600 dots per inch has 70 million."""
Grey = NDArray[np.uint8]


class StackPage(NamedTuple):
    """A page of a stack.

    Attributes:
        number: Number of the page in its file, from 1.
        picture: Grey values, 0 for black; None where the page is damaged.
    """

    file: Path
    number: int
    picture: Grey | None


def stack_pages(path: Path) -> Iterator[StackPage]:
    """The pages of one file, each drawn when it is asked for.

    Raises:
        FileError: It can't be read, isn't a PDF or picture, or was filled in on a screen.
    """
    check_file(path)
    draw = _of_pdf if path.suffix.casefold() == ".pdf" else _of_picture
    for number, picture in enumerate(draw(path), start=1):
        yield StackPage(path, number, picture)


def _of_pdf(path: Path) -> Iterator[Grey | None]:
    first, count = 0, 1
    while first < count:
        with closing(_opened(path)) as document:
            if not first and document.get_formtype() and any(map(Mark.read, self_descriptions(read_file(path)))):
                raise FileError(Problem("scan-digital", Place(path.name)))
            count = len(document)
            for number in range(first, min(first + _TOGETHER, count)):
                yield _drawn(document, number)
        first += _TOGETHER


def _opened(path: Path) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        raise FileError(Problem("scan-unreadable", Place(path.name))) from None


def _drawn(document: Any, number: int) -> Grey | None:
    """The grey values of a page; None where pdfium can't draw it."""
    import pypdfium2

    try:
        with closing(document[number]) as page:
            scale = page_scale(*page.get_size()) * DOTS / 72
            with closing(page.render(scale=scale, may_draw_forms=False)) as bitmap:
                return darkest(bitmap.to_numpy())
    except pypdfium2.PdfiumError:
        return None


def _of_picture(path: Path) -> Iterator[Grey]:
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with open_picture(path) as opened:
            for number in range(getattr(opened, "n_frames", 1)):
                opened.seek(number)
                if opened.width * opened.height > _MOST_PIXELS:
                    raise FileError(Problem("scan-unreadable", Place(path.name)))
                upright = ImageOps.exif_transpose(opened)
                assert upright is not None
                yield _resized(upright, picture_dots(upright))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        code = "returned-heic" if _is_heic(path) else "scan-unreadable"
        raise FileError(Problem(code, Place(path.name))) from None


def _is_heic(path: Path) -> bool:
    """Whether a picture is as an iPhone makes it, whatever its name ends with: some programs call it .jpg."""
    with path.open("rb") as opened:
        start = opened.read(12)
    return start[4:8] == b"ftyp" and start[8:] in _HEIC


def _resized(picture: Any, dots: tuple[float, float]) -> Grey:
    from PIL import Image

    if picture.mode not in ("L", "RGB"):
        picture = plain_picture(picture)
    scales = [DOTS / one for one in dots]
    if max(abs(scale - 1) for scale in scales) > 0.02:
        size = tuple(max(1, round(side * scale)) for side, scale in zip(picture.size, scales, strict=True))
        picture = picture.resize(size, Image.Resampling.BOX if max(scales) < 1 else Image.Resampling.BILINEAR)
    return darkest(np.asarray(picture))


def at_scale(picture: Grey, times: float) -> Grey:
    """A picture enlarged or reduced."""
    from PIL import Image

    height, width = (max(1, round(side * times)) for side in picture.shape)
    how = Image.Resampling.BOX if times < 1 else Image.Resampling.BILINEAR
    return np.asarray(Image.fromarray(np.ascontiguousarray(picture)).resize((width, height), how))
