"""Compiles pages for a pack, and the font that is drawn with on them: objects whose numbers are still to be given."""

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject

from skjema.formats.fonts import ValueFont
from skjema.formats.pdf.embed import composite, font_file
from skjema.formats.pdf.objects import Document, Objects, entries, entry_pieces, media_box, pieces, reachable, target
from skjema.formats.pdf.syntax import DRAWN
from skjema.render.pdf.compile_drawings import drawing_of, page_edges
from skjema.render.pdf.form_document import FormDocument
from skjema.render.pdf.page_objects import VALUE_FONT, OnePage, Pages, Pieces, RecordPages


def record_pages(form: FormDocument, font: ValueFont) -> RecordPages:
    """The pages of a pack's record; a pack is for paper, so that their fields are only drawn."""
    drawings = [drawing_of(widget, font) for widget in (*form.others, *form.widgets)]
    return RecordPages(pages_of(form.document, drawn_on=True), drawings, page_edges(form, font), form.layout)


def pages_of(document: Document, *, drawn_on: bool = False) -> Pages:
    """The pages of a document with all they need, to be put into another file.

    Args:
        drawn_on: Whether values are to be drawn on them.
    """
    contents = [page.raw_get("/Contents") for page in document.pages]
    resources = [cast(DictionaryObject, page["/Resources"].get_object()) for page in document.pages]
    needed = reachable([*contents, *resources])
    places = {reference.idnum: place for place, reference in enumerate(needed)}

    def content_pieces(contents: PdfObject) -> Iterator[bytes | IndirectObject]:
        """The references of a page's contents, without brackets: what is drawn on it for a record comes last."""
        for at, part in enumerate(list.__iter__(contents) if isinstance(contents, ArrayObject) else (contents,)):
            yield b" " if at else b""
            yield from pieces(part)

    pages = [
        OnePage(
            _geometry(page),
            _split(_resources(own, drawn_on=drawn_on), places),
            _split(content_pieces(drawn), places),
        )
        for page, drawn, own in zip(document.pages, contents, resources, strict=True)
    ]
    return Pages([_split(pieces(target(reference)), places) for reference in needed], pages)


def _geometry(page: DictionaryObject) -> bytes:
    """How large a page is and how it is turned."""
    entry: dict[PdfObject, PdfObject] = {NameObject("/MediaBox"): media_box(page)}
    entry |= {NameObject(key): page[key] for key in ("/CropBox", "/Rotate", "/UserUnit") if key in page}
    return entries(DictionaryObject(entry), {})


def font_objects(font: ValueFont, data: bytes) -> list[Pieces]:
    """The font that values are drawn with, then all it refers to; `data` is its file."""
    objects = Objects(1)
    needed = reachable([composite(objects, font, font_file(objects, data))])
    places = {reference.idnum: place for place, reference in enumerate(needed)}
    return [_split(pieces(target(reference)), places) for reference in needed]


def _split(listed: Iterable[bytes | int | IndirectObject], places: Mapping[int, int]) -> Pieces:
    """An object in few pieces; `places` by the numbers of those it refers to."""
    joined: list[bytes | int] = []
    for piece in listed:
        if isinstance(piece, bytes) and joined and isinstance(joined[-1], bytes):
            joined[-1] += piece
        else:
            joined.append(places[piece.idnum] if isinstance(piece, IndirectObject) else piece)
    return tuple(joined)


def _resources(resources: DictionaryObject, *, drawn_on: bool) -> Iterator[bytes | int | IndirectObject]:
    """A page's resources, and the font that values are drawn with."""
    yield b"<<"
    yield from entry_pieces(resources, ("/Font",))
    yield b"/Font<<"
    yield from entry_pieces(cast(DictionaryObject, resources.get("/Font", DictionaryObject())))
    if drawn_on:  # the font's number differs from file to file, and is filled in where the page is written
        yield b"/%s " % DRAWN.encode()
        yield VALUE_FONT
    yield b">>>>"
