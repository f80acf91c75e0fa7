"""Pages made ready, once: set by typst, made a form, and turned into bytes that wait for a record's values."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, cast

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject, StreamObject

from skjema.definition.model import Form
from skjema.formats.fonts import ValueFont
from skjema.formats.pdf.embed import composite, font_file
from skjema.formats.pdf.fit_text import LARGEST, Pen, TextBox
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
from skjema.render.pdf.fieldize import FormDocument, Widget, fieldize, parent_tree, tick_marks
from skjema.render.pdf.fillable import Button, FillablePdf, TextField
from skjema.render.pdf.flat import Drawing, FlatPdf, Mark
from skjema.render.pdf.page_objects import VALUE_FONT, Kind, OnePage, Pages, Pieces, RecordPages
from skjema.render.pdf.running_head import blank_head
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
    page = Page(form, variant, language, running="" if locked else blank_head(form, language))
    document = fieldize(typeset(page.data, form.logo), page.boxes, font, language, locked=locked)
    made: Kind = _MAKERS[kind](document, font)
    return made


def revision(document: Document, variable: Sequence[IndirectObject]) -> tuple[Revision, dict[int, int]]:
    """What never changes of a document, and the number in the file of each object, by its number in the document.

    Args:
        variable: The objects that change; they stand last in the file, in this order.
    """
    changing = frozenset(one.idnum for one in variable)
    static = [one for one in reachable(document.roots) if one.idnum not in changing]
    streams = [one for one in static if isinstance(target(one), StreamObject)]
    others = [one for one in static if not isinstance(target(one), StreamObject)]
    held = len(static) + 1
    numbers = {one.idnum: at for at, one in enumerate((*others, *streams), start=1)}
    numbers |= {one.idnum: at for at, one in enumerate(variable, start=held + 1)}
    objects = [numbered(numbers[one.idnum], written(target(one), numbers)) for one in streams]
    objects.append(numbered(held, _object_stream([written(target(one), numbers) for one in others])))
    positions = list(accumulate(map(len, objects), initial=len(HEADER)))
    table = b"".join((UNUSED, *in_stream(held, len(others)), in_file(positions[:-1])))
    roots = b"/Root %s/Info %s" % tuple(written(one, numbers) for one in document.roots)
    return Revision(b"".join((HEADER, *objects)), table, held + 1, held + 1 + len(variable), roots), numbers


def _object_stream(bodies: Sequence[bytes]) -> bytes:
    """Objects that are no streams, numbered from 1, packed into one that is (ISO 32000-1, 7.5.7)."""
    starts = accumulate((len(body) + 1 for body in bodies), initial=0)
    index = b" ".join(b"%d %d" % pair for pair in zip(range(1, len(bodies) + 1), starts, strict=False)) + b"\n"
    data = zlib.compress(index + b"\n".join(bodies), 9)
    head = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d" % (len(bodies), len(index), len(data))
    return b"<<%s>>stream\n%s\nendstream" % (head, data)


# -- a form to fill in further


def fillable(form: FormDocument, font: ValueFont) -> FillablePdf:
    later = form.document.pages[1:]
    running_heads = [form.document.add(stream(b"")) for _ in later]
    for page, overlay in zip(later, running_heads, strict=True):
        _draw_on(page, overlay, form.fonts.drawn)
    variable = [widget.reference for widget in form.widgets] + list(form.groups.values()) + running_heads
    made, numbers = revision(form.document, variable)
    resources = b"<</Font<</%s %d 0 R>>>>" % (DRAWN.encode(), numbers[form.fonts.drawn.idnum])
    fields = [_field(widget, numbers, resources, font) for widget in form.widgets]
    return FillablePdf(
        made,
        fields,
        [(name, _group_start(reference, numbers)) for name, reference in form.groups.items()],
        [numbers[one.idnum] for one in running_heads],
        {one.name: one.pen for one in fields if isinstance(one, TextField)},
        font,
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
    return TextField(box.name, start, plain, appearance, _pen(widget, font), dict(box.answers))


def _group_start(reference: IndirectObject, numbers: dict[int, int]) -> bytes:
    """The field of a radio group, up to its value."""
    same = entries(cast(DictionaryObject, reference.get_object()), numbers, ("/V",))
    return b"%d 0 obj\n<<%s/V " % (numbers[reference.idnum], same)


def _pen(widget: Widget, font: ValueFont, at: tuple[float, float] = (0, 0)) -> Pen:
    largest = _SIGNER_SIZE if widget.size[1] < LARGEST * 1.3 else LARGEST
    return Pen(TextBox(*widget.size, multiline=widget.box.kind == "longtext", largest=largest), font, DRAWN, at)


def _draw_on(page: DictionaryObject, overlay: IndirectObject, font: IndirectObject) -> None:
    """Add a content stream to a page, and the font it draws with."""
    contents = page.raw_get("/Contents")
    listed = list.__iter__(contents) if isinstance(contents, ArrayObject) else (contents,)
    page[NameObject("/Contents")] = array(*listed, overlay)
    resources = page["/Resources"].get_object()
    assert isinstance(resources, DictionaryObject)
    fonts = resources.get("/Font", DictionaryObject())
    own = DictionaryObject({key: fonts.raw_get(key) for key in fonts} | {NameObject(f"/{DRAWN}"): font})
    merged = DictionaryObject({key: resources.raw_get(key) for key in resources} | {NameObject("/Font"): own})
    page[NameObject("/Resources")] = merged


# -- a form without fields


def flat(form: FormDocument, font: ValueFont) -> FlatPdf:
    """The form, which is taken apart."""
    document, pages = form.document, form.document.pages
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
        for key in ("/Annots", "/Tabs"):
            page.pop(key, None)
    _forget(tree, [int(cast(int, widget.entry["/StructParent"])) for widget in form.widgets])
    del document.root["/AcroForm"]
    made, numbers = revision(document, [*overlays, *attributes])
    marks = [
        _mark(widget, font, place, numbers[attribute.idnum])
        for widget, place, attribute in zip(form.widgets, places, attributes, strict=True)
    ]
    pens = {one.drawing.name: one.drawing.pen for one in marks if not one.drawing.tick}
    return FlatPdf(made, marks, [numbers[one.idnum] for one in overlays], pens, font)


def _mark(widget: Widget, font: ValueFont, place: int, number: int) -> Mark:
    """A field as marked content.

    Args:
        place: Among the marked contents of its page.
        number: Of the object that holds its attributes.
    """
    role = {"tick": b"cb", "radio": b"rb"}.get(widget.box.kind, b"tv")
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
    return Drawing(box.name, widget.page, widget.answer, tick, _pen(widget, font, widget.at), labels)


def _forget(tree: Mapping[int, tuple[object, ArrayObject]], numbers: list[int]) -> None:
    """Take annotations out of the parent tree."""
    gone = set(numbers)
    for held in {id(held): held for _, held in tree.values()}.values():
        pairs = [(held[at], list.__getitem__(held, at + 1)) for at in range(0, len(held), 2)]
        held[:] = [item for pair in pairs if int(pair[0]) not in gone for item in pair]


# -- pages of a pack


def _record_pages(form: FormDocument, font: ValueFont) -> RecordPages:
    """The pages of a pack's record; a pack is for paper, so that their fields are only drawn."""
    drawings = [_drawing(widget, font) for widget in form.widgets]
    return RecordPages(pages_of(form.document, drawn_on=True), drawings, font)


def pages_of(document: Document, *, drawn_on: bool = False) -> Pages:
    """The pages of a document with all they need, to be put into another file.

    Args:
        drawn_on: Whether values are to be drawn on them.
    """
    contents = [page.raw_get("/Contents") for page in document.pages]
    resources = [cast(DictionaryObject, page["/Resources"].get_object()) for page in document.pages]
    found = reachable([*contents, *resources])
    places = {one.idnum: place for place, one in enumerate(found)}

    def shown(item: PdfObject) -> Iterator[bytes | IndirectObject]:
        for at, one in enumerate(list.__iter__(item) if isinstance(item, ArrayObject) else (item,)):
            yield b" " if at else b""
            yield from pieces(one)

    pages = [
        OnePage(
            written(page["/MediaBox"], {}),
            _split(_resources(own, drawn_on=drawn_on), places),
            _split(shown(drawn), places),
        )
        for page, drawn, own in zip(document.pages, contents, resources, strict=True)
    ]
    return Pages([_split(pieces(target(one)), places) for one in found], pages)


def font_objects(font: ValueFont, data: bytes) -> list[Pieces]:
    """The font that values are drawn with, then all it refers to; `data` is its file."""
    objects = Objects(1)
    found = reachable([composite(objects, font, font_file(objects, data))])
    places = {one.idnum: place for place, one in enumerate(found)}
    return [_split(pieces(target(one)), places) for one in found]


def _split(listed: Iterable[bytes | int | IndirectObject], places: Mapping[int, int]) -> Pieces:
    """An object in few pieces; `places` by the numbers of those it refers to."""
    made: list[bytes | int] = []
    for one in listed:
        if isinstance(one, bytes) and made and isinstance(made[-1], bytes):
            made[-1] += one
        else:
            made.append(places[one.idnum] if isinstance(one, IndirectObject) else one)
    return tuple(made)


def _resources(resources: DictionaryObject, *, drawn_on: bool) -> Iterator[bytes | int | IndirectObject]:
    """A page's resources, and the font that values are drawn with."""
    yield b"<<"
    yield from entry_pieces(resources, ("/Font",))
    yield b"/Font<<"
    yield from entry_pieces(cast(DictionaryObject, resources.get("/Font", DictionaryObject())))
    if drawn_on:
        yield b"/%s " % DRAWN.encode()
        yield VALUE_FONT
    yield b">>>>"


_MAKERS: Mapping[Any, Callable[[FormDocument, ValueFont], Any]] = {
    FillablePdf: fillable,
    FlatPdf: flat,
    RecordPages: _record_pages,
}
