"""A form that can be filled in further: compiled once, then written record by record."""

from collections.abc import Mapping
from typing import cast

from pypdf.generic import DictionaryObject, IndirectObject

from skjema.render.fonts import ValueFont
from skjema.render.pdf.embedding import DRAWN
from skjema.render.pdf.fieldize import OFF, ON, FormDocument, Widget
from skjema.render.pdf.heads import HEAD, draw_on, head_operators
from skjema.render.pdf.objects import entries, stream, written, written_name, written_text
from skjema.render.pdf.revision import Revision
from skjema.render.pdf.text import LARGEST, Pen, TextBox

BoxValues = Mapping[str, str | bool]
"""Text of a text field, id of an answer, or whether a tick box is ticked; by the box's name."""

SIGNER_SIZE = 8.0
"""Type size of the name under a line to sign on."""


def text_box(widget: Widget) -> TextBox:
    """The room of a text field."""
    largest = SIGNER_SIZE if widget.size[1] < LARGEST * 1.3 else LARGEST
    return TextBox(*widget.size, multiline=widget.box.kind == "longtext", largest=largest)


def rooms(form: FormDocument) -> dict[str, TextBox]:
    """The room of each text field, by name."""
    return {one.box.name: text_box(one) for one in form.widgets if one.box.kind in ("text", "longtext", "combo")}


class FillablePdf:
    """Fills one form, record after record.

    Attributes:
        rooms: The room of each text field, by name.
    """

    def __init__(self, form: FormDocument, font: ValueFont) -> None:
        self._font = font
        self.rooms = rooms(form)
        later = form.document.pages[1:]
        self._heads = [form.document.add(stream(b"")) for _ in later]
        for page, overlay in zip(later, self._heads, strict=True):
            draw_on(page, overlay, form.fonts.drawn)
        variable = [widget.reference for widget in form.widgets] + list(form.groups.values()) + self._heads
        self._revision = Revision(form.document, variable)
        numbers = self._revision.numbers
        font_name = b"%d 0 R" % numbers[form.fonts.drawn.idnum]
        self._fields = [_Field(widget, numbers, font_name, font) for widget in form.widgets]
        self._groups = [(name, _group_start(reference, numbers)) for name, reference in form.groups.items()]

    def fill(self, values: BoxValues) -> bytes:
        """The form with its values.

        Raises:
            TooLong: A value doesn't fit its box.
            KeyError: A value has a letter that the font lacks.
        """
        bodies: list[bytes] = []
        appearances: list[bytes] = []
        end = self._revision.end
        for field in self._fields:
            value = values.get(field.name)
            if field.is_button:
                bodies.append(field.ticked if field.is_ticked(value) else field.plain)
            elif value:
                bodies.append(field.body(str(value), end + len(appearances)))
                appearances.append(field.drawn(str(value)))
            else:
                bodies.append(field.plain)
        for name, start in self._groups:
            bodies.append(start + written_name(str(values.get(name) or OFF)) + b">>")
        head = head_operators(str(values.get(HEAD, "")), self._font)
        bodies += [b"<</Length %d>>\nstream\n%s\nendstream" % (len(head), head)] * len(self._heads)
        return self._revision.whole(bodies + appearances)


class _Field:
    """One widget as bytes.

    Attributes:
        plain: The widget with nothing written or ticked.
        ticked: A button's widget, ticked.
    """

    def __init__(self, widget: Widget, numbers: dict[int, int], font_name: bytes, font: ValueFont) -> None:
        box, entry = widget.box, widget.entry
        self.name, self._kind, self._answer = box.name, box.kind, widget.answer
        self._labels = dict(box.answers)
        self.is_button = box.kind in ("tick", "radio")
        self._start = b"<<" + entries(entry, numbers, ("/V", "/AS") if self.is_button else ("/V", "/AP"))
        self.ticked = self.plain = b""
        if self.is_button:
            self.ticked, self.plain = self._button(self._answer or ON), self._button(OFF)
        else:
            self._pen = Pen(text_box(widget), font, DRAWN)
            self.plain = self._start + b"/AP" + written(cast(DictionaryObject, entry["/AP"]), numbers) + b">>"
            resources = b"<</Font<</%s %s>>>>" % (DRAWN.encode(), font_name)
            self._appearance = b"<</Type/XObject/Subtype/Form/BBox[0 0 %g %g]/Resources%s" % (*widget.size, resources)

    def _button(self, state: str) -> bytes:
        value = b"/V " + written_name(state) if self._kind == "tick" else b""  # a radio button's value is its group's
        return self._start + value + b"/AS " + written_name(state) + b">>"

    def is_ticked(self, value: str | bool | None) -> bool:
        return value == self._answer if self._kind == "radio" else bool(value)

    def drawn(self, value: str) -> bytes:
        """The appearance of a text, an object of its own."""
        content = b"/Tx BMC q " + self._pen.operators(self._labels.get(value, value)) + b" Q EMC"
        return self._appearance + b"/Length %d>>\nstream\n%s\nendstream" % (len(content), content)

    def body(self, value: str, appearance: int) -> bytes:
        """The widget of a text; `appearance` is the number of what `drawn` gave."""
        return self._start + b"/V " + written_text(value) + b"/AP<</N %d 0 R>>>>" % appearance


def _group_start(reference: IndirectObject, numbers: dict[int, int]) -> bytes:
    """The field of a radio group up to its value."""
    return b"<<" + entries(cast(DictionaryObject, reference.get_object()), numbers, ("/V",)) + b"/V "
