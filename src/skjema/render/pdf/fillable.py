"""A form that can be filled in further, written record by record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from skjema.render.fonts import ValueFont
from skjema.render.pdf.heads import HEAD, head_operators
from skjema.render.pdf.revision import Revision, numbered
from skjema.render.pdf.syntax import OFF, written_name, written_text
from skjema.render.pdf.text import Pen

BoxValues = Mapping[str, str | bool]
"""Text of a text field, id of an answer, or whether a tick box is ticked; by the box's name."""

_BEGUN, _ENDED = b"/Tx BMC q ", b" Q EMC"
"""Round what is drawn in a text field (ISO 32000-1, 12.7.3.3)."""


def is_ticked(answer: str, value: str | bool | None) -> bool:
    """Whether a value ticks a box, which stands for an `answer` in a radio group."""
    return value == answer if answer else bool(value)


@dataclass(slots=True)
class Button:
    """A tick box, or one answer of a radio group, as whole objects.

    Attributes:
        answer: Its id in a radio group; empty for a tick box.
    """

    name: str
    answer: str
    ticked: bytes
    plain: bytes

    def body(self, value: str | bool | None) -> bytes:
        return self.ticked if is_ticked(self.answer, value) else self.plain


@dataclass(slots=True)
class TextField:
    """A field with text, as bytes.

    Attributes:
        start: The object up to its value.
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

    def drawn(self, value: str, number: int) -> bytes:
        """The appearance of a text, an object of its own."""
        drawn = self.pen.operators(self.labels.get(value, value))
        size = len(_BEGUN) + len(drawn) + len(_ENDED)
        return b"%d 0 obj\n%s/Length %d>>stream\n%s%s%s\nendstream\nendobj\n" % (
            number, self.appearance, size, _BEGUN, drawn, _ENDED
        )  # fmt: skip

    def body(self, value: str, appearance: int) -> bytes:
        """The field with a text; `appearance` is the number of what `drawn` gave."""
        return b"%s/V %s/AP<</N %d 0 R>>>>\nendobj\n" % (self.start, written_text(value), appearance)


@dataclass(slots=True)
class FillablePdf:
    """Fills one form, record after record.

    Attributes:
        groups: Name of each radio group, and its object up to its value.
        heads: Number of the running head of each page but the first.
        pens: What writes in each text field, by name.
    """

    revision: Revision
    fields: Sequence[Button | TextField]
    groups: Sequence[tuple[str, bytes]]
    heads: Sequence[int]
    pens: Mapping[str, Pen]
    font: ValueFont

    def fill(self, values: BoxValues) -> bytes:
        """The form with its values.

        Raises:
            TooLong: A value doesn't fit its box.
            KeyError: A value has a letter that the font lacks.
        """
        objects: list[bytes] = []
        appearances: list[bytes] = []
        number = self.revision.end
        for field in self.fields:
            value = values.get(field.name)
            if isinstance(field, Button):
                objects.append(field.body(value))
            elif value:
                objects.append(field.body(str(value), number))
                appearances.append(field.drawn(str(value), number))
                number += 1
            else:
                objects.append(field.plain)
        for name, start in self.groups:
            objects.append(b"%s%s>>\nendobj\n" % (start, written_name(str(values.get(name) or OFF))))
        head = head_operators(str(values.get(HEAD, "")), self.font)
        stream = b"<</Length %d>>stream\n%s\nendstream" % (len(head), head)
        objects += [numbered(number, stream) for number in self.heads]
        return self.revision.whole(objects + appearances)
