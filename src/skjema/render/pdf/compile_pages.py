"""Compiles the pages of a variant: set by typst, made a form, and laid out as bytes that wait for a record's values."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, cast

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject, StreamObject

from skjema.definition.model import Form
from skjema.formats.fonts import ValueFont
from skjema.formats.pdf.embed import composite, font_file
from skjema.formats.pdf.fit_text import LARGEST, BoxWriter, TextBox
from skjema.formats.pdf.objects import (
    Document,
    Objects,
    array,
    dictionary,
    entries,
    entry_pieces,
    name,
    pieces,
    reachable,
    stream,
    target,
    written,
)
from skjema.formats.pdf.revision import UNUSED, Revision, in_file, in_stream, numbered
from skjema.formats.pdf.syntax import DRAWN, HEADER, OFF, ON, written_name, written_text
from skjema.layout.variants import Variant
from skjema.render.pdf.fieldize import FormDocument, Widget, fieldize, number_content, parent_tree, tick_marks
from skjema.render.pdf.fillable import Button, FillablePdf, TextField
from skjema.render.pdf.flat import Drawing, FlatPdf, Mark
from skjema.render.pdf.mark_objects import marked, stamp
from skjema.render.pdf.page_objects import VALUE_FONT, Kind, OnePage, Pages, Pieces, RecordPages
from skjema.render.pdf.running_head import RunningHead, blank_head
from skjema.render.typst.page import Page
from skjema.render.typst.typeset import typeset
from skjema.wording import Language

_SIGNER_SIZE = 8.0
"""Type size of the name under a line to sign on."""


def compile_pages(
    kind: type[Kind], form: Form, variant: Variant, language: Language, font: ValueFont, *, locked: bool = True
) -> Kind:
    """The pages of one variant, typeset and compiled.

    Args:
        locked: Whether the office's part can't be changed any more.
    """
    head = "" if locked else blank_head(form, language)
    page = Page(form, variant, language, running=head, blank=not locked)
    return compile_page(kind, page, form.logo, language, font, locked=locked)


def compile_page(
    kind: type[Kind], page: Page, logo: bytes | None, language: Language, font: ValueFont, *, locked: bool = True
) -> Kind:
    """Typeset and compile pages that are laid out already, as `compile_pages` does."""
    document = fieldize(typeset(page.data, logo), page.boxes, font, language, page.mark, locked=locked)
    compiled: Kind = _COMPILERS[kind](document, font)
    return compiled


def revision(document: Document, variable: Sequence[IndirectObject]) -> tuple[Revision, dict[int, int]]:
    """What never changes of a document, and the number in the file of each object, by its number in the document.

    Args:
        variable: The objects that change; they stand last in the file, in this order.
    """
    changing = frozenset(reference.idnum for reference in variable)
    streams: list[IndirectObject] = []
    others: list[IndirectObject] = []
    for reference in reachable(document.roots):
        if reference.idnum not in changing:
            (streams if isinstance(target(reference), StreamObject) else others).append(reference)
    # What is no stream lies packed in one object stream, a third off the file; streams can't lie in it (7.5.7).
    # What lies in it comes first among the numbers: `_object_stream` counts from 1.
    object_stream = len(others) + len(streams) + 1
    first = object_stream + 1
    numbers = {reference.idnum: number for number, reference in enumerate((*others, *streams), start=1)}
    numbers |= {reference.idnum: number for number, reference in enumerate(variable, start=first)}
    objects = [numbered(numbers[reference.idnum], written(target(reference), numbers)) for reference in streams]
    packed = [written(target(reference), numbers) for reference in others]
    objects.append(numbered(object_stream, _object_stream(packed)))
    positions = list(accumulate(map(len, objects), initial=len(HEADER)))
    table = b"".join((UNUSED, *in_stream(object_stream, len(others)), in_file(positions[:-1])))
    roots = b"/Root %s/Info %s" % tuple(written(root, numbers) for root in document.roots)
    return Revision(b"".join((HEADER, *objects)), table, first, first + len(variable), roots), numbers


def _object_stream(bodies: Sequence[bytes]) -> bytes:
    """Objects that are no streams, numbered from 1, packed into one that is (ISO 32000-1, 7.5.7)."""
    starts = accumulate((len(body) + 1 for body in bodies), initial=0)
    index = b" ".join(b"%d %d" % pair for pair in zip(range(1, len(bodies) + 1), starts, strict=False)) + b"\n"
    data = zlib.compress(index + b"\n".join(bodies), 9)  # the best level: it is made once for all records
    head = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d" % (len(bodies), len(index), len(data))
    return b"<<%s>>stream\n%s\nendstream" % (head, data)


# -- a form to fill in further


def fillable(form: FormDocument, font: ValueFont) -> FillablePdf:
    later = form.document.pages[1:]  # the first page says itself whom it concerns
    running_heads = [form.document.add(stream(b"")) for _ in later]
    for page, overlay in zip(later, running_heads, strict=True):
        _draw_on(page, overlay, form.fonts.drawn)
    # in the order in which they are written: the file numbers them without a gap
    stamped = marked(form.document)
    variable = [*(widget.reference for widget in form.widgets), *form.groups.values(), *running_heads, *stamped]
    unchanging, numbers = revision(form.document, variable)
    resources = b"<</Font<</%s %d 0 R>>>>" % (DRAWN.encode(), numbers[form.fonts.drawn.idnum])
    fields = [_field(widget, numbers, resources, font) for widget in form.widgets]
    return FillablePdf(
        unchanging,
        fields,
        [(name, _group_start(reference, numbers)) for name, reference in form.groups.items()],
        [numbers[reference.idnum] for reference in running_heads],
        stamp(stamped, numbers),
        {field.name: field.writer for field in fields if isinstance(field, TextField)},
        _running_head(form, font),
    )


def _field(widget: Widget, numbers: dict[int, int], resources: bytes, font: ValueFont) -> Button | TextField:
    box, entry, number = widget.box, widget.entry, numbers[widget.reference.idnum]
    if box.kind in ("tick", "radio"):

        def button(state: str) -> bytes:
            value = b"/V " + written_name(state) if box.kind == "tick" else b""  # a radio button's is its group's
            same = entries(entry, numbers, ("/V", "/AS"))
            return numbered(number, b"<<%s%s/AS %s>>" % (same, value, written_name(state)))

        return Button(box.name, widget.answer, button(widget.answer or ON), button(OFF))
    start = b"%d 0 obj\n<<%s" % (number, entries(entry, numbers, ("/V", "/AP")))
    plain = b"%s/AP%s>>\nendobj\n" % (start, written(cast(DictionaryObject, entry["/AP"]), numbers))
    appearance = b"<</Type/XObject/Subtype/Form/BBox[0 0 %g %g]/Resources%s" % (*widget.size, resources)
    return TextField(box.name, start, plain, appearance, _writer(widget, font), dict(box.answers))


def _group_start(reference: IndirectObject, numbers: dict[int, int]) -> bytes:
    """The field of a radio group, up to its value."""
    same = entries(cast(DictionaryObject, reference.get_object()), numbers, ("/V",))
    return b"%d 0 obj\n<<%s/V " % (numbers[reference.idnum], same)


def _writer(widget: Widget, font: ValueFont, at: tuple[float, float] = (0, 0)) -> BoxWriter:
    # a name under a line to sign on: its box is too low for the usual type
    largest = _SIGNER_SIZE if widget.size[1] < LARGEST * 1.3 else LARGEST
    return BoxWriter(TextBox(*widget.size, multiline=widget.box.kind == "longtext", largest=largest), font, DRAWN, at)


def _running_head(form: FormDocument, font: ValueFont) -> RunningHead:
    left, bottom, right, top = (float(edge) for edge in cast(ArrayObject, form.document.pages[0]["/MediaBox"]))
    return RunningHead(font, right - left, top - bottom)


def _draw_on(page: DictionaryObject, overlay: IndirectObject, font: IndirectObject) -> None:
    """Add a content stream to a page, and the font it draws with."""
    contents = page.raw_get("/Contents")
    listed = list.__iter__(contents) if isinstance(contents, ArrayObject) else (contents,)
    page[NameObject("/Contents")] = array(*listed, overlay)
    resources = page["/Resources"].get_object()
    assert isinstance(resources, DictionaryObject)
    fonts = resources.get("/Font", DictionaryObject())
    # new dictionaries, and references as they are: typst's pages share their resources and fonts
    own = DictionaryObject({key: fonts.raw_get(key) for key in fonts} | {NameObject(f"/{DRAWN}"): font})
    merged = DictionaryObject({key: resources.raw_get(key) for key in resources} | {NameObject("/Font"): own})
    page[NameObject("/Resources")] = merged


# -- a form without fields


def flat(form: FormDocument, font: ValueFont) -> FlatPdf:
    """The form, which is taken apart."""
    document, pages = form.document, form.document.pages
    for page in {widget.page: pages[widget.page] for widget in form.widgets}.values():
        number_content(document, page)
    tree = parent_tree(document)
    overlays = [document.add(stream(b"")) for _ in pages]
    attributes = [document.add(dictionary(O=name("PrintField"))) for _ in form.widgets]
    places = []
    for widget, attribute in zip(form.widgets, attributes, strict=True):
        page = pages[widget.page]
        elements = cast(ArrayObject, tree[int(cast(int, page["/StructParents"]))][0])
        widget.element.update(dictionary(K=len(elements), A=attribute))
        widget.element[NameObject("/Pg")] = cast(IndirectObject, page.indirect_reference)
        places.append(len(elements))
        elements.append(cast(IndirectObject, widget.element.indirect_reference))
    for page, overlay in zip(pages, overlays, strict=True):
        _draw_on(page, overlay, form.fonts.drawn)
        for key in ("/Annots", "/Tabs"):  # the page's links stood for fields, which a flat form hasn't
            page.pop(key, None)
    _forget(tree, [int(cast(int, widget.entry["/StructParent"])) for widget in form.widgets])
    del document.root["/AcroForm"]
    stamped = marked(document)
    unchanging, numbers = revision(document, [*overlays, *attributes, *stamped])
    marks = [
        _mark(widget, font, place, numbers[attribute.idnum])
        for widget, place, attribute in zip(form.widgets, places, attributes, strict=True)
    ]
    writers = {mark.drawing.name: mark.drawing.writer for mark in marks if not mark.drawing.tick}
    head = _running_head(form, font)
    drawn = [numbers[reference.idnum] for reference in overlays]
    return FlatPdf(unchanging, marks, drawn, stamp(stamped, numbers), writers, head)


def _mark(widget: Widget, font: ValueFont, place: int, number: int) -> Mark:
    """A field as marked content.

    Args:
        place: Among the marked contents of its page.
        number: Of the object that holds its attributes.
    """
    role = {"tick": b"cb", "radio": b"rb"}.get(widget.box.kind, b"tv")  # ISO 32000-1, table 348
    start = b"<</O/PrintField/Role/%s/Desc %s" % (role, written_text(widget.box.tooltip))
    drawing = _drawing(widget, font)
    states = (b"/checked/on", b"/checked/off") if drawing.tick else (b"", b"")
    ticked, plain = (numbered(number, b"%s%s>>" % (start, state)) for state in states)
    return Mark(drawing, b"/Form<</MCID %d>>BDC " % place, ticked, plain)


def _drawing(widget: Widget, font: ValueFont) -> Drawing:
    box = widget.box
    tick = b""
    if box.kind in ("tick", "radio"):
        tick = b"q 1 0 0 1 %.2f %.2f cm %s Q" % (*widget.at, tick_marks(*widget.size))
    labels = dict(box.answers) if box.kind == "combo" else {}
    return Drawing(box.name, widget.page, widget.answer, tick, _writer(widget, font, widget.at), labels)


def _forget(tree: Mapping[int, tuple[object, ArrayObject]], numbers: list[int]) -> None:
    """Take annotations out of the parent tree."""
    removed = set(numbers)
    # Many numbers share a list, and an array of PDF can't be a key: each list is told from another by its identity.
    for entries_of_node in {id(listed): listed for _, listed in tree.values()}.values():
        remaining: list[PdfObject] = []
        for at in range(0, len(entries_of_node), 2):
            if int(entries_of_node[at]) not in removed:
                # pypdf's own indexing would put the object in its reference's place
                remaining += (entries_of_node[at], list.__getitem__(entries_of_node, at + 1))
        entries_of_node[:] = remaining


# -- pages of a pack


def _record_pages(form: FormDocument, font: ValueFont) -> RecordPages:
    """The pages of a pack's record; a pack is for paper, so that their fields are only drawn."""
    drawings = [_drawing(widget, font) for widget in form.widgets]
    return RecordPages(pages_of(form.document, drawn_on=True), drawings, _running_head(form, font))


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
            written(page["/MediaBox"], {}),
            _split(_resources(own, drawn_on=drawn_on), places),
            _split(content_pieces(drawn), places),
        )
        for page, drawn, own in zip(document.pages, contents, resources, strict=True)
    ]
    return Pages([_split(pieces(target(reference)), places) for reference in needed], pages)


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


_COMPILERS: Mapping[Any, Callable[[FormDocument, ValueFont], Any]] = {
    FillablePdf: fillable,
    FlatPdf: flat,
    RecordPages: _record_pages,
}
