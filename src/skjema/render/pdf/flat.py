"""A form without fields: values are drawn on the page, and a screen reader still finds each in its place.

Every field becomes marked content of its Form element, with the PrintField attributes
that say what it was (ISO 32000-1, 14.8.5.6).
"""

import zlib
from collections.abc import Mapping
from typing import cast

from pypdf.generic import ArrayObject, IndirectObject, NameObject

from skjema.render.fonts import ValueFont
from skjema.render.pdf.embedding import DRAWN
from skjema.render.pdf.fieldize import FormDocument, Widget, parent_tree, tick_marks
from skjema.render.pdf.fillable import BoxValues, rooms, text_box
from skjema.render.pdf.heads import HEAD, draw_on, head_operators
from skjema.render.pdf.objects import dictionary, name, stream, written_text
from skjema.render.pdf.revision import Revision
from skjema.render.pdf.text import Pen


class FlatPdf:
    """Prints one form, record after record.

    Args:
        form: A form of its own: it is taken apart.

    Attributes:
        rooms: The room of each text field, by name.
    """

    def __init__(self, form: FormDocument, font: ValueFont) -> None:
        self._font = font
        self.rooms = rooms(form)
        document, pages = form.document, form.document.pages
        tree = parent_tree(document)
        overlays = [document.add(stream(b"")) for _ in pages]
        attributes = [document.add(dictionary(O=name("PrintField"))) for _ in form.widgets]
        self._marks = []
        for widget, attribute in zip(form.widgets, attributes, strict=True):
            page = pages[widget.page]
            elements = cast(ArrayObject, tree[int(cast(int, page["/StructParents"]))][0])
            widget.element.update(dictionary(K=len(elements), A=attribute))
            widget.element[NameObject("/Pg")] = cast(IndirectObject, page.indirect_reference)
            self._marks.append(_Mark(widget, font, len(elements)))
            elements.append(cast(IndirectObject, widget.element.indirect_reference))
        for page, overlay in zip(pages, overlays, strict=True):
            draw_on(page, overlay, form.fonts.drawn)
            for key in ("/Annots", "/Tabs"):
                page.pop(key, None)
        _forget(tree, [int(cast(int, widget.entry["/StructParent"])) for widget in form.widgets])
        del document.root["/AcroForm"]
        self._pages = len(pages)
        self._revision = Revision(document, [*overlays, *attributes])

    def fill(self, values: BoxValues) -> bytes:
        """The form with its values.

        Raises:
            TooLong: A value doesn't fit its box.
            KeyError: A value has a letter that the font lacks.
        """
        head = head_operators(str(values.get(HEAD, "")), self._font)
        drawn = [[head] if page else [] for page in range(self._pages)]
        attributes = []
        for mark in self._marks:
            value = values.get(mark.name)
            drawn[mark.page].append(mark.content(value))
            attributes.append(mark.attribute(value))
        return self._revision.whole([_overlay(page) for page in drawn] + attributes)


def _overlay(contents: list[bytes]) -> bytes:
    data = zlib.compress(b"q\n%s\nQ" % b"\n".join(contents), 1)
    return b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(data), data)


class Drawing:
    """What is drawn on the page in the place of one field."""

    def __init__(self, widget: Widget, font: ValueFont) -> None:
        self._answer, self._kind = widget.answer, widget.box.kind
        self.labels = dict(widget.box.answers) if widget.box.kind == "combo" else {}
        self.is_button = widget.box.kind in ("tick", "radio")
        self._tick = b"q 1 0 0 1 %.2f %.2f cm %s Q" % (*widget.at, tick_marks(*widget.size))
        self._pen = Pen(text_box(widget), font, DRAWN, widget.at)

    def is_ticked(self, value: str | bool | None) -> bool:
        return value == self._answer if self._kind == "radio" else bool(value)

    def operators(self, value: str | bool | None) -> bytes:
        """Raises TooLong where a text doesn't fit."""
        if self.is_button:
            return self._tick if self.is_ticked(value) else b""
        return self._pen.operators(self.labels.get(str(value), str(value))) if value else b""


class _Mark:
    """One field as marked content."""

    def __init__(self, widget: Widget, font: ValueFont, number: int) -> None:
        self.name, self.page = widget.box.name, widget.page
        self._drawing = Drawing(widget, font)
        self._begin = b"/Form<</MCID %d>>BDC " % number
        role = {"tick": b"cb", "radio": b"rb"}.get(widget.box.kind, b"tv")
        self._attribute = b"<</O/PrintField/Role/%s/Desc %s" % (role, written_text(widget.box.tooltip))

    def content(self, value: str | bool | None) -> bytes:
        return self._begin + self._drawing.operators(value) + b" EMC"

    def attribute(self, value: str | bool | None) -> bytes:
        if self._drawing.is_button:
            return self._attribute + (b"/checked/on>>" if self._drawing.is_ticked(value) else b"/checked/off>>")
        return self._attribute + b">>"


def _forget(tree: Mapping[int, tuple[object, ArrayObject]], numbers: list[int]) -> None:
    """Take annotations out of the parent tree."""
    gone = set(numbers)
    for entries in {id(held): held for _, held in tree.values()}.values():
        pairs = [(entries[at], list.__getitem__(entries, at + 1)) for at in range(0, len(entries), 2)]
        entries[:] = [item for pair in pairs if int(pair[0]) not in gone for item in pair]
