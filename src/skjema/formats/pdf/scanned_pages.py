"""Writes pages of a scanned stack as a PDF of their own, together with what was read of them."""

import io
import warnings
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, NameObject

from skjema.formats.pdf.objects import dictionary, name
from skjema.formats.scanned import READING, Reading

_READ_ONLY = 1
_LONGEST, _SHORTEST, _A4 = 20.0, 4.0, 11.69
"""Limits for the long side of office paper in inches, and the long side of A4."""
_UNEVEN = 0.02
"""Greatest difference between horizontal and vertical resolution that is ignored."""
_QUALITY = 90
"""JPEG quality for pictures that aren't in a PDF yet."""


class SourcePage(NamedTuple):
    """A page as it lies in a stack.

    Attributes:
        number: Number of the page in its file, from 1.
        turns: Quarter turns clockwise that make it upright.
    """

    file: Path
    number: int
    turns: int = 0


class Stacks:
    """The files of a stack, opened one at a time; only the latest page is kept in memory."""

    def __init__(self) -> None:
        self._opened: tuple[Path, Any] | None = None
        self._open_files = ExitStack()

    def close(self) -> None:
        """Close the open file."""
        self._open_files.close()
        self._opened = None

    def page(self, source: SourcePage) -> Any:
        """A page as a pypdf object; pictures are turned into a page."""
        if source.file.suffix.casefold() != ".pdf":
            return PdfReader(io.BytesIO(_picture_page(source))).pages[0]
        if self._opened is None or self._opened[0] != source.file:
            self.close()
            # given a path, pypdf would read the whole file at once
            self._opened = source.file, PdfReader(self._open_files.enter_context(source.file.open("rb")))
        reader = self._opened[1]
        reader.resolved_objects.clear()  # forget the pictures of earlier pages
        return reader.pages[source.number - 1]


def _picture_page(source: SourcePage) -> bytes:
    from PIL import ImageOps

    with open_picture(source.file) as opened:
        opened.seek(source.number - 1)
        upright = ImageOps.exif_transpose(opened)
        assert upright is not None
        picture, dots = plain_picture(upright), picture_dots(upright)
        if abs(dots[0] / dots[1] - 1) > _UNEVEN:  # faxes have more dots across than down, which pages can't have
            picture = picture.resize((picture.width, round(picture.height * dots[0] / dots[1])))
        out = io.BytesIO()
        picture.save(out, "PDF", resolution=dots[0], quality=_QUALITY)
    return out.getvalue()


def open_picture(path: Path) -> Any:
    """A picture opened by Pillow, without warning of Pillow's pixel limit, which is lower than ours."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(path)


def plain_picture(picture: Any) -> Any:
    """A picture in 8-bit grey or RGB; in other modes Pillow writes files that some programs can't read."""
    if picture.mode in ("L", "RGB"):
        return picture
    if picture.mode.startswith("I"):  # 16-bit grey, which Pillow would cut off
        return picture.convert("I").point(lambda grey: grey * (1 / 257)).convert("L")
    return picture.convert("L" if picture.mode == "1" else "RGB")


def picture_dots(picture: Any) -> tuple[float, float]:
    """Horizontal and vertical resolution of a picture in dots per inch; if that is implausible, as if it showed A4."""
    said = [float(one or 0) for one in picture.info.get("dpi", (0, 0))]
    if all(said) and _SHORTEST < max(side / one for side, one in zip(picture.size, said, strict=True)) < _LONGEST:
        return said[0], said[1]
    return (max(picture.size) / _A4,) * 2


def page_scale(width: float, height: float) -> float:
    """Factor by which to scale a page: 1, or the factor that makes it A4 if its size is that of no office paper.

    Telephones write pages with one point per pixel.

    Args:
        width, height: In points.
    """
    inches = max(width, height) / 72
    return 1.0 if _SHORTEST < inches < _LONGEST or not inches else _A4 / inches


def scanned_pdf(stacks: Stacks, pages: Iterable[SourcePage], mark: str, reading: Reading) -> bytes:
    """A PDF of these pages, upright; the same pages and reading give the same bytes.

    Args:
        mark: The document's description of itself.
    """
    writer = PdfWriter()
    for source in pages:
        added = writer.add_page(stacks.page(source))
        added.pop(NameObject("/Annots"), None)
        if source.turns:
            added.rotate(90 * source.turns)
    fields = [("@skjema", mark), (READING, reading.text())]
    held = [writer._add_object(dictionary(FT=name("Tx"), T=called, Ff=_READ_ONLY, V=text)) for called, text in fields]
    writer.root_object[NameObject("/AcroForm")] = dictionary(Fields=ArrayObject(held))
    writer.add_metadata({"/Keywords": mark, "/Producer": "skjema"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
