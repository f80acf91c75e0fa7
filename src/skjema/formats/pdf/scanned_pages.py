"""Pages of a stack as a PDF of their own, as they were scanned, and what was read of them beside."""

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
"""Sides of a page in inches: larger is no office paper, nor is smaller; and the long side of A4."""
_UNEVEN = 0.02
"""By how much a picture may have more dots one way than the other."""
_QUALITY = 90
"""Of a picture that isn't a PDF yet, as JPEG has it."""


class SourcePage(NamedTuple):
    """A page as it lies in a stack.

    Attributes:
        number: In its file, from 1.
        turns: By how many quarters, clockwise, it is to be turned to be upright.
    """

    file: Path
    number: int
    turns: int = 0


class Stacks:
    """The files of a stack, opened one at a time; of a PDF no page is held but the one asked for last."""

    def __init__(self) -> None:
        self._opened: tuple[Path, Any] | None = None
        self._open_files = ExitStack()

    def close(self) -> None:
        """Close what is open."""
        self._open_files.close()
        self._opened = None

    def page(self, source: SourcePage) -> Any:
        """A page as pypdf has it; a picture becomes one."""
        if source.file.suffix.casefold() != ".pdf":
            return PdfReader(io.BytesIO(_picture_page(source))).pages[0]
        if self._opened is None or self._opened[0] != source.file:
            self.close()
            # of a path pypdf would read the whole file at once
            self._opened = source.file, PdfReader(self._open_files.enter_context(source.file.open("rb")))
        reader = self._opened[1]
        reader.resolved_objects.clear()  # the pictures of the pages before
        return reader.pages[source.number - 1]


def _picture_page(source: SourcePage) -> bytes:
    from PIL import ImageOps

    with open_picture(source.file) as opened:
        opened.seek(source.number - 1)
        upright = ImageOps.exif_transpose(opened)
        assert upright is not None
        picture, dots = plain_picture(upright), picture_dots(upright)
        if abs(dots[0] / dots[1] - 1) > _UNEVEN:  # a fax: more dots across than down, which no page of a PDF tells of
            picture = picture.resize((picture.width, round(picture.height * dots[0] / dots[1])))
        out = io.BytesIO()
        picture.save(out, "PDF", resolution=dots[0], quality=_QUALITY)
    return out.getvalue()


def open_picture(path: Path) -> Any:
    """A picture as Pillow opens it, without the warning of its own limit of dots, which is below ours."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(path)


def plain_picture(picture: Any) -> Any:
    """A picture in greys or colours of a byte each; of others Pillow makes what not every program reads, or nothing."""
    if picture.mode in ("L", "RGB"):
        return picture
    if picture.mode.startswith("I"):  # greys of two bytes, which Pillow would cut off
        return picture.convert("I").point(lambda grey: grey * (1 / 257)).convert("L")
    return picture.convert("L" if picture.mode == "1" else "RGB")


def picture_dots(picture: Any) -> tuple[float, float]:
    """Dots an inch that a picture says it has, across and down; where that isn't likely, those of a sheet of A4."""
    said = [float(one or 0) for one in picture.info.get("dpi", (0, 0))]
    if all(said) and _SHORTEST < max(side / one for side, one in zip(picture.size, said, strict=True)) < _LONGEST:
        return said[0], said[1]
    return (max(picture.size) / _A4,) * 2


def page_scale(width: float, height: float) -> float:
    """By how much a page of a PDF is drawn larger or smaller than it says: as A4, where its size is of no office paper.

    Telephones write pages of as many points as their pictures have dots.

    Args:
        width, height: In points.
    """
    inches = max(width, height) / 72
    return 1.0 if _SHORTEST < inches < _LONGEST or not inches else _A4 / inches


def scanned_pdf(stacks: Stacks, pages: Iterable[SourcePage], mark: str, reading: Reading) -> bytes:
    """The PDF of some pages, upright; the same bytes for the same pages and the same reading.

    Args:
        mark: What it says of itself.
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
