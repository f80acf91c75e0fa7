"""Compiles a fillable form: its constant bytes, and each field as bytes around its value."""

from typing import cast

from pypdf.generic import DictionaryObject

from skjema.formats.fonts import ValueFont
from skjema.formats.pdf.document_revision import Revise, revision
from skjema.formats.pdf.fit_text import BoxWriter
from skjema.formats.pdf.objects import entries, stream, written
from skjema.formats.pdf.revision import numbered
from skjema.formats.pdf.syntax import DRAWN, OFF, written_name
from skjema.render.pdf.compile_drawings import draw_on, drawing_of, list_drawing, page_edges
from skjema.render.pdf.fillable import Button, FillablePdf, HeldValue, ListField, TextField
from skjema.render.pdf.form_document import FormDocument, Widget
from skjema.render.pdf.mark_objects import marked, stamp
from skjema.render.pdf.page_objects import writers_of


def fillable(form: FormDocument, font: ValueFont, revise: Revise = revision) -> FillablePdf:
    """The compiled form."""
    first = 0 if form.code else 1  # a first page says itself whom it concerns
    pages = [*enumerate(form.document.pages)][first:] if form.is_ours else []
    overlays = [(number, form.document.add(stream(b""))) for number, _ in pages]
    for (_, page), (_, overlay) in zip(pages, overlays, strict=True):
        draw_on(page, overlay, form.fonts.drawn)
    # in the order in which they are written: the file numbers them without a gap
    holders = [holder.reference for holder in form.holders]
    stamped = marked(form.document)
    changing = [
        *(widget.reference for widget in form.widgets),
        *holders,
        *(overlay for _, overlay in overlays),
        *stamped,
    ]
    unchanging, numbers = revise(form.document, changing)
    fields, held = fields_of(form, numbers, font)
    drawn_on = [(page, numbers[overlay.idnum]) for page, overlay in overlays]
    return FillablePdf(
        unchanging, fields, held, drawn_on, stamp(stamped, numbers),
        writers_of([drawing_of(widget, font) for widget in form.widgets]), page_edges(form, font), form.layout,
    )  # fmt: skip


def fields_of(
    form: FormDocument, numbers: dict[int, int], font: ValueFont
) -> tuple[list[Button | TextField | ListField], list[HeldValue]]:
    """The fields of a form as bytes, and those of several places.

    Args:
        numbers: Number in the file of each object, by its number in the document.
    """
    resources = b"<</Font<</%s %d 0 R>>>>" % (DRAWN.encode(), numbers[form.fonts.drawn.idnum])
    fields = [_field(widget, numbers, resources, font) for widget in form.widgets]
    held = []
    for holder in form.holders:
        entry = cast(DictionaryObject, holder.reference.get_object())
        start = b"%d 0 obj\n<<%s" % (numbers[holder.reference.idnum], entries(entry, numbers, ("/V",)))
        writer = BoxWriter(holder.text, font, DRAWN) if holder.text else None
        held.append(HeldValue(start, holder.states, holder.name, writer, holder.written, holder.listed))
    return fields, held


def _field(
    widget: Widget, numbers: dict[int, int], resources: bytes, font: ValueFont
) -> Button | TextField | ListField:
    entry, number = widget.entry, numbers[widget.reference.idnum]
    if widget.kind in ("tick", "radio"):

        def button(state: str) -> bytes:
            value = b"/V " + written_name(state) if widget.holds_value else b""
            same = entries(entry, numbers, ("/V", "/AS"))
            return numbered(number, b"<<%s%s/AS %s>>" % (same, value, written_name(state)))

        return Button(widget.name, widget.answer, button(widget.state), button(OFF))
    start = b"%d 0 obj\n<<%s" % (number, entries(entry, numbers, ("/V", "/AP")))
    box = b"<</Type/XObject/Subtype/Form/BBox[0 0 %g %g]" % widget.size
    turned = b"/Matrix[%g %g %g %g %g %g]" % widget.matrix if widget.matrix else b""
    appearance = b"%s%s/Resources%s" % (box, turned, resources)
    if widget.listed:
        return ListField(start, appearance, list_drawing(widget, font), widget.holds_value)
    plain = b"%s/AP%s>>\nendobj\n" % (start, written(cast(DictionaryObject, entry["/AP"]), numbers))
    writer = BoxWriter(widget.text, font, DRAWN)
    return TextField(
        widget.name, start, plain, appearance, writer, widget.holds_value, widget.under, dict(widget.written)
    )
