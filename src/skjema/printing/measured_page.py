"""Pages of a PDF measured as they are printed: their size, their ink and their fonts. Measures are in millimetres.

pdfium draws, pypdf reads the structure.
"""

import ctypes
import re
from collections.abc import Generator, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Self, cast

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, NullObject, NumberObject, PdfObject

from skjema.formats.pdf.fonts_used import FontsUsed

_MM = 25.4 / 72
"""Millimetres of a point."""
_FINE = 16
"""Pixels of a millimetre. pdfium puts edges and letters on whole pixels, so that ink may be one pixel out."""
_WHITE, _PALEST = 255, 250
"""Greys; black is 0. From the palest on a pixel holds no ink to speak of."""
_IS_INK = bytes(grey < _PALEST for grey in range(256))


class Box(NamedTuple):
    """A part of a page, measured from its upper left corner as it is shown."""

    left: float
    top: float
    right: float
    bottom: float


class MeasuredPdf:
    """A PDF file whose pages can be measured; a `with` closes what it has opened.

    Args:
        file: A path, or a file that can be sought in and stays open.

    Raises:
        PdfReadError: It isn't a PDF.
    """

    def __init__(self, file: BinaryIO | Path) -> None:
        with ExitStack() as opened:
            self._stream = opened.enter_context(file.open("rb")) if isinstance(file, Path) else file
            self._reader = PdfReader(self._stream)
            self._opened = opened.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def __len__(self) -> int:
        """How many pages it has."""
        tree = cast(DictionaryObject, self._reader.root_object["/Pages"])
        return int(cast(NumberObject, tree["/Count"]))

    @property
    def is_encrypted(self) -> bool:
        """Whether it is protected; pages can't be looked at then."""
        return self._reader.is_encrypted

    @property
    def version(self) -> tuple[int, int]:
        """The later of what the header and the catalogue say (ISO 32000-1, 7.2.2)."""
        catalogue = self._reader.root_object.get("/Version", NullObject()).get_object()
        said = f"{self._reader.pdf_header} {catalogue}"
        return max((int(major), int(minor)) for major, minor in re.findall(r"(\d+)\.(\d+)", said))

    def pages(self) -> Generator["MeasuredPage", None, None]:
        """Its pages in order, each to be looked at before the next is asked for."""
        import pypdfium2

        fonts = FontsUsed()
        with closing(pypdfium2.PdfDocument(self._stream)) as document:
            if document.get_formtype():  # values of fields are ink as well
                document.init_forms()
            leaves = self._leaves(self._reader.root_object.raw_get("/Pages"), NullObject())
            for number, (page, resources) in enumerate(leaves):
                with closing(document[number]) as drawing:
                    yield MeasuredPage(drawing, page, resources, fonts)

    def _leaves(self, node: PdfObject, above: PdfObject) -> Iterator[tuple[DictionaryObject, PdfObject]]:
        """Each page and its resources; pypdf forgets it afterwards, since a pack may have a hundred thousand."""
        # resources may be inherited from any node above (ISO 32000-1, 7.7.3.4)
        entry = cast(DictionaryObject, node.get_object())
        resources = entry.raw_get("/Resources") if "/Resources" in entry else above
        if "/Kids" in entry:
            for kid in list.__iter__(cast(ArrayObject, entry["/Kids"])):
                yield from self._leaves(kid, resources)
                self._reader.resolved_objects.pop((kid.generation, kid.idnum), None)
        else:
            yield entry, resources


class MeasuredPage:
    """One page as it is shown: cut to its crop box, and turned if it says so."""

    def __init__(self, drawing: Any, page: DictionaryObject, resources: PdfObject, fonts: FontsUsed) -> None:
        self._drawing = drawing
        self._page = page
        self._resources = resources
        self._fonts = fonts
        width, height = drawing.get_size()
        self.width: float = width * _MM
        self.height: float = height * _MM

    @property
    def is_upright(self) -> bool:
        return self.width <= self.height

    def fonts_left_out(self) -> frozenset[str]:
        """Names of the fonts that its text, its pictures or its annotations use, and the file doesn't hold."""
        annotations = self._page.get("/Annots", ArrayObject()).get_object()
        users: list[PdfObject] = [self._resources]
        for reference in list.__iter__(annotations):
            entry = cast(DictionaryObject, reference.get_object())
            if "/AP" in entry:
                users.append(entry.raw_get("/AP"))
        return self._fonts.left_out(users)

    def ink(self, part: Box) -> Box | None:
        """The smallest box around all ink in a part of the page; None where the part is blank.

        What lies within a sixteenth of a millimetre of the part's edges doesn't count:
        drawing may have put it there.
        """
        import pypdfium2.raw as pdfium

        full_size = (round(self.width * _FINE), round(self.height * _FINE))
        left, top = (max(0, round(edge * _FINE)) + 1 for edge in part[:2])
        right, bottom = (min(most, round(edge * _FINE)) - 1 for most, edge in zip(full_size, part[2:], strict=True))
        width, height = right - left, bottom - top
        if width <= 0 or height <= 0:
            return None
        # only this part is drawn: a whole page at sixteen pixels a millimetre would be sixteen megabytes
        pixels = (ctypes.c_ubyte * (width * height))()
        ctypes.memset(pixels, _WHITE, len(pixels))
        bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, pixels, width)
        # as it is printed: with annotations, but for those that are for the screen
        order = (bitmap, self._drawing, -left, -top, *full_size, 0, pdfium.FPDF_ANNOT | pdfium.FPDF_PRINTING)
        pdfium.FPDF_RenderPageBitmap(*order)
        if self._drawing.formenv:
            # pdfium draws what stands in fields by a call of its own
            pdfium.FPDF_FFLDraw(self._drawing.formenv, *order)
        pdfium.FPDFBitmap_Destroy(bitmap)
        edges = _around_ink(bytes(pixels), width)
        if edges is None:
            return None
        return Box(*((edge + start) / _FINE for edge, start in zip(edges, (left, top, left, top), strict=True)))


def _around_ink(pixels: bytes, width: int) -> tuple[int, int, int, int] | None:
    """Left, top, right and bottom edge of the ink in a picture with `width` pixels a row."""
    if pixels.count(_WHITE) == len(pixels):
        return None
    marks = pixels.translate(_IS_INK)
    first, last = marks.find(1), marks.rfind(1)
    if first < 0:
        return None
    rows = (marks[start : start + width] for start in range(first - first % width, last + 1, width))
    inked = [row for row in rows if 1 in row]
    left, right = min(row.find(1) for row in inked), max(row.rfind(1) for row in inked)
    return left, first // width, right + 1, last // width + 1
