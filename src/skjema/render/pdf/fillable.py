"""A form that can be filled in further, written record by record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from skjema.render.fonts import ValueFont
from skjema.render.pdf.heads import HEAD, head_operators
from skjema.render.pdf.revision import Revision
from skjema.render.pdf.syntax import OFF, written_name, written_text
from skjema.render.pdf.text import Pen

BoxValues = Mapping[str, str | bool]
"""Text of a text field, id of an answer, or whether a tick box is ticked; by the box's name."""


@dataclass(slots=True)
class Button:
    """A tick box, or one answer of a radio group, as bytes.

    Attributes:
        answer: Its id in a radio group; empty for a tick box.
    """

    name: str
    answer: str
    ticked: bytes
    plain: bytes

    def body(self, value: str | bool | None) -> bytes:
        return self.ticked if (value == self.answer if self.answer else value) else self.plain


@dataclass(slots=True)
class TextField:
    """A field with text, as bytes.

    Attributes:
        start: Its dictionary up to its value.
        plain: All of it, with nothing written.
        appearance: Of what is drawn, the dictionary up to its length.
        labels: What is drawn for each answer of a combo box.
    """

    name: str
    start: bytes
    plain: bytes
    appearance: bytes
    pen: Pen
    labels: Mapping[str, str]

    def drawn(self, value: str) -> bytes:
        """The appearance of a text, an object of its own."""
        content = b"/Tx BMC q %s Q EMC" % self.pen.operators(self.labels.get(value, value))
        return b"%s/Length %d>>\nstream\n%s\nendstream" % (self.appearance, len(content), content)

    def body(self, value: str, appearance: int) -> bytes:
        """The field with a text; `appearance` is the number of what `drawn` gave."""
        return b"%s/V %s/AP<</N %d 0 R>>>>" % (self.start, written_text(value), appearance)


@dataclass(slots=True)
class FillablePdf:
    """Fills one form, record after record.

    Attributes:
        groups: Name of each radio group, and its dictionary up to its value.
        heads: How many pages have a running head.
        pens: What writes in each text field, by name.
    """

    revision: Revision
    fields: Sequence[Button | TextField]
    groups: Sequence[tuple[str, bytes]]
    heads: int
    pens: Mapping[str, Pen]
    font: ValueFont

    def fill(self, values: BoxValues) -> bytes:
        """The form with its values.

        Raises:
            TooLong: A value doesn't fit its box.
            KeyError: A value has a letter that the font lacks.
        """
        bodies: list[bytes] = []
        appearances: list[bytes] = []
        end = self.revision.end
        for field in self.fields:
            value = values.get(field.name)
            if isinstance(field, Button):
                bodies.append(field.body(value))
            elif value:
                bodies.append(field.body(str(value), end + len(appearances)))
                appearances.append(field.drawn(str(value)))
            else:
                bodies.append(field.plain)
        for name, start in self.groups:
            bodies.append(b"%s%s>>" % (start, written_name(str(values.get(name) or OFF))))
        head = head_operators(str(values.get(HEAD, "")), self.font)
        bodies += [b"<</Length %d>>\nstream\n%s\nendstream" % (len(head), head)] * self.heads
        return self.revision.whole(bodies + appearances)
