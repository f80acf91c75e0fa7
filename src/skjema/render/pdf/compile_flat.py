"""Compiles a form for paper: its fields become marked content of the pages."""

from collections.abc import Mapping, Sequence
from typing import cast

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject

from skjema.formats.fonts import ValueFont
from skjema.formats.pdf.document_revision import Revise, revision
from skjema.formats.pdf.objects import array, dictionary, name, stream
from skjema.formats.pdf.revision import numbered
from skjema.formats.pdf.structure import number_content, parent_tree
from skjema.formats.pdf.syntax import written_text
from skjema.render.pdf.compile_drawings import draw_on, drawing_of, page_edges
from skjema.render.pdf.flat import FlatPdf, Mark
from skjema.render.pdf.form_document import FormDocument, Widget
from skjema.render.pdf.mark_objects import marked, stamp
from skjema.render.pdf.page_objects import writers_of


def flat(form: FormDocument, font: ValueFont, revise: Revise = revision) -> FlatPdf:
    """The form, which is taken apart.

    Args:
        revise: What makes bytes of it.
    """
    document, pages = form.document, form.document.pages
    drawn = [*form.others, *form.widgets]
    tagged = [widget for widget in drawn if widget.element is not None]
    for page in {widget.page: pages[widget.page] for widget in tagged}.values():
        number_content(document, page)
    overlays = [document.add(stream(b"")) for _ in pages]
    attributes = [document.add(dictionary(O=name("PrintField"))) for _ in tagged]
    places = _marked(form, tagged, attributes)
    for page, overlay in zip(pages, overlays, strict=True):
        draw_on(page, overlay, form.fonts.drawn)
        _without_fields(page)
    for key in ("/AcroForm", "/OpenAction", "/AA"):  # what a form does when it is opened it does to its fields
        document.root.pop(key, None)
    stamped = marked(document)
    unchanging, numbers = revise(document, [*overlays, *attributes, *stamped])
    marks = []
    for widget in drawn:
        place, reference = places.get(id(widget), (-1, None))
        marks.append(_mark(widget, font, place, numbers[reference.idnum] if reference else 0))
    writers = writers_of(mark.drawing for mark in marks)
    own = [numbers[reference.idnum] for reference in overlays]
    return FlatPdf(unchanging, marks, own, stamp(stamped, numbers), writers, page_edges(form, font), form.layout)


def _marked(
    form: FormDocument, tagged: Sequence[Widget], attributes: Sequence[IndirectObject]
) -> dict[int, tuple[int, IndirectObject]]:
    """Make marked content of widgets: number on the page, and holder of its attributes, by the widget's identity."""
    if not tagged:
        return {}
    document, pages = form.document, form.document.pages
    tree, places = parent_tree(document), {}
    for widget, attribute in zip(tagged, attributes, strict=True):
        page, element = pages[widget.page], widget.element
        assert element is not None
        elements = cast(ArrayObject, tree[int(cast(int, page["/StructParents"]))][0])
        here = cast(IndirectObject, page.indirect_reference)
        others = _kids_without(element, widget)
        content = dictionary(Type=name("MCR"), Pg=here, MCID=len(elements)) if others else len(elements)
        element.update(dictionary(K=array(*others, content) if others else content, A=attribute))
        if not others:
            element[NameObject("/Pg")] = here
        places[id(widget)] = len(elements), attribute
        elements.append(cast(IndirectObject, element.indirect_reference))
    _forget(tree, [int(cast(int, widget.entry["/StructParent"])) for widget in tagged])
    return places


def _kids_without(element: DictionaryObject, widget: Widget) -> list[PdfObject]:
    """The other kids of an element whose annotation has become page content."""
    content = element.raw_get("/K") if "/K" in element else None
    listed = content.get_object() if content is not None else None
    kids = list.__iter__(listed) if isinstance(listed, ArrayObject) else iter([content] if content is not None else [])
    return [kid for kid in kids if not _is_reference_to(kid.get_object(), widget)]


def _is_reference_to(kid: object, widget: Widget) -> bool:
    target = kid.raw_get("/Obj") if isinstance(kid, DictionaryObject) and "/Obj" in kid else None
    return isinstance(target, IndirectObject) and target.idnum == widget.reference.idnum


def _without_fields(page: DictionaryObject) -> None:
    """Leave a page the annotations that are no form fields."""
    annotations = page.get("/Annots", ArrayObject()).get_object()
    listed = list.__iter__(annotations) if isinstance(annotations, ArrayObject) else iter(())
    left = [one for one in listed if not _is_widget(one.get_object())]
    if left:
        page[NameObject("/Annots")] = array(*left)
    else:
        for key in ("/Annots", "/Tabs"):
            page.pop(key, None)


def _is_widget(annotation: object) -> bool:
    return isinstance(annotation, DictionaryObject) and annotation.get("/Subtype") == "/Widget"


def _mark(widget: Widget, font: ValueFont, place: int, number: int) -> Mark:
    """A field as marked content.

    Args:
        place: Among the marked contents of its page; -1 where the document has no structure.
        number: Of the object that holds its attributes.
    """
    drawing = drawing_of(widget, font)
    if place < 0:
        return Mark(drawing, b"", b"", b"")
    role = {"tick": b"cb", "radio": b"rb"}.get(widget.kind, b"tv")  # ISO 32000-1, table 348
    start = b"<</O/PrintField/Role/%s/Desc %s" % (role, written_text(widget.tooltip))
    states = (b"/checked/on", b"/checked/off") if drawing.tick else (b"", b"")
    ticked, plain = (numbered(number, b"%s%s>>" % (start, state)) for state in states)
    return Mark(drawing, b"/Form<</MCID %d>>BDC " % place, ticked, plain)


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
