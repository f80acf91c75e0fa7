"""One PDF of many forms, for print: shared objects are written once, and each record adds its own.

Records come in any order and are written at once; in which order their pages stand is said at the end.
A pack is for paper: it is not tagged, and claims neither PDF/UA nor PDF/A.
"""

import hashlib
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from skjema.definition.model import Form
from skjema.formats.fonts import ValueFont, font_for
from skjema.formats.pdf.syntax import HEADER, packed_stream, written_text
from skjema.layout.shown import ShownRecord
from skjema.layout.variants import Variant, Variants
from skjema.records.mark import Mark
from skjema.records.paper_layout import PaperLayout
from skjema.render.pdf.attached import filled
from skjema.render.pdf.page_cache import HELD, cached_pages, font_objects
from skjema.render.pdf.page_objects import VALUE_FONT, Pages, Pieces, RecordPages
from skjema.render.pdf.running_head import with_head
from skjema.validation.checked import CheckedRecord
from skjema.wording import Language, in_language

_FAN = 64
"""Most children of a node of the page tree, so that viewers open page 2 000 at once."""


class Sink(Protocol):
    def write(self, data: bytes, /) -> object: ...


PagesOf = Callable[[Variant, ValueFont], RecordPages]


class Bundle(NamedTuple):
    """The pages of one record, written but not yet in their place.

    Attributes:
        pages: What is the same on each page: its dictionary, but for its parent and what is drawn on it.
        first: Number of the object that is drawn on the first page; those of the others follow. 0 for none.
        layout: Where the recipient answers on them; None where they have no codes.
    """

    pages: Sequence[bytes]
    first: int
    layout: PaperLayout | None = None


class _Font(NamedTuple):
    """A font that values are drawn with, which is written last.

    Attributes:
        letters: All that are drawn with it.
    """

    font: ValueFont
    number: int
    letters: set[str]


class Bookmark(NamedTuple):
    """A line of the outline: its title, the page it leads to (from 0), and the lines below it."""

    title: str
    page: int
    below: Sequence["Bookmark"] = ()


class _Objects:
    """Numbered objects of a file that is written from its beginning to its end."""

    def __init__(self, out: Sink) -> None:
        self._out = out
        # eight bytes each: a pack may have a hundred thousand pages
        self._places = array("Q", [0])
        self._position = 0
        # for the file's identifier, of its content and not of a clock; no secret depends on it
        self._digest = hashlib.md5(usedforsecurity=False)
        self._put(HEADER)

    def _put(self, data: bytes) -> None:
        self._out.write(data)
        self._position += len(data)

    def reserve(self, count: int = 1) -> int:
        """The first of so many new numbers."""
        first = len(self._places)
        self._places.extend([0] * count)
        return first

    def write(self, number: int, body: bytes) -> None:
        self._places[number] = self._position
        self._digest.update(body)
        self._put(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def add(self, body: bytes) -> int:
        number = self.reserve()
        self.write(number, body)
        return number

    def end(self, root: int, info: int) -> None:
        start, count = self._position, len(self._places)
        self._put(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        for begin in range(1, count, 1000):
            places = self._places[begin : begin + 1000]
            self._put(b"%010d 00000 n \n" * len(places) % tuple(places))  # 20 bytes each (ISO 32000-1, 7.5.4)
        identifier = self._digest.hexdigest().encode()
        trailer = b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]>>" % (
            count, root, info, identifier, identifier
        )  # fmt: skip
        self._put(b"%s\nstartxref\n%d\n%%%%EOF\n" % (trailer, start))


class PdfPack:
    """Writes the pack of one form.

    Args:
        draft: Whether the forms are marked as drafts.
        pages: Gives the pages of a variant, where something else has had them compiled already.
    """

    def __init__(
        self, out: Sink, form: Form, language: Language, *, draft: bool = False, pages: PagesOf | None = None
    ) -> None:
        self._form, self._language = form, language
        sides = (841.89, 595.28) if form.is_landscape else (595.28, 841.89)
        # the back of a letter with an odd number of pages, A4
        self._blank_page = b"/MediaBox[0 0 %g %g]/Resources<<>>" % sides
        self._objects = _Objects(out)
        self._root, self._info, self._tree = (self._objects.reserve() for _ in range(3))
        self._pages_of = pages or lru_cache(maxsize=HELD)(self._compile)
        self._shared_pages = lru_cache(maxsize=HELD)(self._write_shared_pages)
        self._variants = Variants(form, language, draft=draft)
        self._shared_numbers: dict[bytes, int] = {}
        self._fonts: dict[str, _Font] = {}

    def add(self, checked: CheckedRecord) -> Bundle:
        """Write what a record's pages show; it has no problems in print."""
        form, language = self._form, self._language
        shown, variant = ShownRecord(form, checked, language), self._variants.of(checked)
        if form.has_flowing_pdf:
            from skjema.render.pdf.flowing import flowing_pdf

            flowing = flowing_pdf(form, shown, variant, language, flat=True, tagged=False)
            return self.add_pages(flowing.content)._replace(layout=flowing.layout)
        values, letters = with_head(form, shown)
        made = filled(shown, variant, values, letters, self._pages_for, lambda pages: pages.overlays(values))
        variant, letters, pages, overlays = made.variant, made.letters, made.pages, made.content
        font = font_for(letters)
        # its number is taken now and the font written last, when all its letters are known
        if font.name not in self._fonts:
            self._fonts[font.name] = _Font(font, self._objects.reserve(), set())
        self._fonts[font.name].letters.update(letters)
        number = self._fonts[font.name].number
        written = self._put(pages.pages, number) if variant.attached else self._shared_pages(variant, font)
        first = self._objects.reserve(len(overlays))
        for number, overlay in enumerate(overlays, start=first):
            self._objects.write(number, packed_stream(overlay))
        return Bundle(written, first, pages.layout)

    def _pages_for(self, variant: Variant, letters: str) -> RecordPages:
        pages = self._compile if variant.attached else self._pages_of  # sheets of one record are kept for no other
        return pages(variant, font_for(letters))

    def _compile(self, variant: Variant, font: ValueFont) -> RecordPages:
        return cached_pages(RecordPages, self._form, variant, self._language, font)

    def _write_shared_pages(self, variant: Variant, font: ValueFont) -> list[bytes]:
        """The pages of a variant, whose objects are written when it is first met."""
        return self._put(self._pages_of(variant, font).pages, self._fonts[font.name].number)

    def add_pages(self, pdf: bytes) -> Bundle:
        """Write the pages of a PDF as they are."""
        from skjema.formats.pdf.objects import Document
        from skjema.render.pdf.compile_pack import pages_of

        return Bundle(self._put(pages_of(Document(pdf)), 0), 0)

    def _put(self, pages: Pages, font: int) -> list[bytes]:
        """Write all that pages need; of each page the dictionary, without its parent and the end of its contents.

        Args:
            font: Number of the font that values are drawn with.
        """
        numbers = {VALUE_FONT: font}
        # What refers to nothing is one piece, and the same for many variants (fonts, pictures): written once for all.
        # All others get their numbers first, for they may refer to one another in a circle.
        for place, item in enumerate(pages.objects):
            numbers[place] = self._objects.reserve() if len(item) > 1 else self._shared(_joined(item, {}))
        for place, item in enumerate(pages.objects):
            if len(item) > 1:
                self._objects.write(numbers[place], _joined(item, numbers))
        return [
            b"%s/Resources %d 0 R/Contents[%s"
            % (page.geometry, self._shared(_joined(page.resources, numbers)), _joined(page.contents, numbers))
            for page in pages.pages
        ]

    def _shared(self, body: bytes) -> int:
        """The number of an object with this content, written when it is first met."""
        key = hashlib.blake2b(body, digest_size=16).digest()
        if key not in self._shared_numbers:
            self._shared_numbers[key] = self._objects.add(body)
        return self._shared_numbers[key]

    def finish(self, bundles: Iterable[Bundle | None], bookmarks: Sequence[Bookmark], *, duplex: bool) -> None:
        """Put the pages in their order, and end the file.

        Args:
            bundles: In print order; None for a blank page.
            duplex: Whether the printer is asked to print on both sides.
        """
        pages = self._write_pages(bundles)
        self._write_fonts()
        outline = self._write_outline(bookmarks, pages) if bookmarks else b""
        # the printer is asked; one that can't, or whose settings say otherwise, prints what it will
        edge = b"Short" if self._form.is_landscape else b"Long"  # so that sheets are turned as a book's
        way = b"/Duplex/DuplexFlip%sEdge" % edge if duplex else b""
        root = b"<</Type/Catalog/Pages %d 0 R/ViewerPreferences<</PrintScaling/None%s>>%s>>"
        self._objects.write(self._root, root % (self._tree, way, outline))
        title = written_text(in_language(self._form.title, self._language))
        day = self._form.version.replace("-", "").encode()  # not today: the same records give the same bytes
        mark = written_text(str(Mark.of(self._form, self._language)))
        told = b"<</Title %s/Keywords %s/CreationDate(D:%s000000Z)/Producer(skjema)>>" % (title, mark, day)
        self._objects.write(self._info, told)
        self._objects.end(self._root, self._info)

    def _write_pages(self, bundles: Iterable[Bundle | None]) -> "array[int]":
        """Write every page and the tree they hang in; the numbers of the pages."""
        pages, leaves = array("Q"), array("Q")
        for bundle in bundles:
            for place, page in enumerate(bundle.pages if bundle else (self._blank_page,)):
                if len(pages) % _FAN == 0:
                    leaves.append(self._objects.reserve())
                drawn = b" %d 0 R]" % (bundle.first + place) if bundle and bundle.first else b"]" if bundle else b""
                pages.append(self._objects.add(b"<</Type/Page/Parent %d 0 R%s%s>>" % (leaves[-1], page, drawn)))
        counts = [min(_FAN, len(pages) - at) for at in range(0, len(pages), _FAN)]
        self._write_tree(pages, leaves, counts)
        return pages

    def _write_tree(self, kids: "array[int]", nodes: "array[int]", counts: list[int]) -> None:
        """Write the nodes above `kids`, whose numbers are taken, and those above them, up to one."""
        parents = range(0, len(nodes), _FAN) if len(nodes) > 1 else ()
        above = array("Q", (self._objects.reserve() for _ in parents))
        for at, node in enumerate(nodes):
            parent = above[at // _FAN] if above else self._tree
            below = b" ".join(b"%d 0 R" % kid for kid in kids[at * _FAN : (at + 1) * _FAN])
            body = b"<</Type/Pages/Parent %d 0 R/Count %d/Kids[%s]>>" % (parent, counts[at], below)
            self._objects.write(node, body)
        if above:
            self._write_tree(nodes, above, [sum(counts[at : at + _FAN]) for at in range(0, len(counts), _FAN)])
        else:
            kid = b"%d 0 R" % nodes[0] if nodes else b""
            self._objects.write(self._tree, b"<</Type/Pages/Count %d/Kids[%s]>>" % (sum(counts), kid))

    def _write_fonts(self) -> None:
        """Write the fonts that values are drawn with."""
        for font, number, letters in self._fonts.values():
            objects = font_objects(font, letters)
            numbers = {0: number} | {place: self._objects.reserve() for place in range(1, len(objects))}
            for place, item in enumerate(objects):
                self._objects.write(numbers[place], _joined(item, numbers))

    def _write_outline(self, bookmarks: Sequence[Bookmark], pages: "array[int]") -> bytes:
        root = self._objects.reserve()
        first, last = self._write_bookmarks(bookmarks, root, pages)
        self._objects.write(
            root, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (first, last, len(bookmarks))
        )
        return b"/Outlines %d 0 R/PageMode/UseOutlines" % root

    def _write_bookmarks(self, bookmarks: Sequence[Bookmark], parent: int, pages: "array[int]") -> tuple[int, int]:
        """Write lines of the outline; the numbers of the first and the last."""
        first = self._objects.reserve(len(bookmarks))
        last = first + len(bookmarks) - 1
        for number, bookmark in enumerate(bookmarks, start=first):
            below = b""
            if bookmark.below:
                ends = self._write_bookmarks(bookmark.below, number, pages)
                # a negative count: a viewer shows the line closed (ISO 32000-1, 12.3.3)
                below = b"/First %d 0 R/Last %d 0 R/Count -%d" % (*ends, len(bookmark.below))
            near = (b"/Prev %d 0 R" % (number - 1) if number > first else b"") + (
                b"/Next %d 0 R" % (number + 1) if number < last else b""
            )
            leads_to = b"/Dest[%d 0 R/Fit]" % pages[bookmark.page]
            title = written_text(bookmark.title)
            self._objects.write(number, b"<</Title %s/Parent %d 0 R%s%s%s>>" % (title, parent, near, below, leads_to))
        return first, last


def _joined(item: Pieces, numbers: Mapping[int, int]) -> bytes:
    """An object with the numbers of those it refers to."""
    return b"".join(b"%d 0 R" % numbers[piece] if isinstance(piece, int) else piece for piece in item)
