"""A form that can be filled in further, written record by record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from skjema.formats.pdf.fit_text import BoxWriter
from skjema.formats.pdf.revision import Revision, numbered
from skjema.formats.pdf.syntax import OFF, written_name, written_text
from skjema.render.pdf.running_head import HEAD, RunningHead
from skjema.render.pdf.stamp import Stamp

BoxValues = Mapping[str, str | bool]
"""Text of a text field, id of an answer, or whether a tick box is ticked; by the box's name."""

_ROUND = len("/Tx BMC q ") + len(" Q EMC")
"""Letters round what is drawn in a text field (ISO 32000-1, 12.7.3.3)."""


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
    writer: BoxWriter
    labels: Mapping[str, str]

    def written(self, value: str, number: int) -> tuple[bytes, bytes]:
        """The field with a text, and its appearance, which is an object of its own with this number."""
        drawn = self.writer.operators(self.labels[value] if self.labels else value)
        appearance = b"%d 0 obj\n%s/Length %d>>stream\n/Tx BMC q %s Q EMC\nendstream\nendobj\n" % (
            number, self.appearance, len(drawn) + _ROUND, drawn
        )  # fmt: skip
        return b"%s/V %s/AP<</N %d 0 R>>>>\nendobj\n" % (self.start, written_text(value), number), appearance


@dataclass(slots=True)
class FillablePdf:
    """Fills one form, record after record.

    Attributes:
        groups: Name of each radio group, and its object up to its value.
        head: What draws the running head.
        running_heads: Number of the running head of each page but the first.
        stamp: What says which document it is.
        writers: What writes in each text field, by name.
    """

    revision: Revision
    fields: Sequence[Button | TextField]
    groups: Sequence[tuple[str, bytes]]
    running_heads: Sequence[int]
    stamp: Stamp
    writers: Mapping[str, BoxWriter]
    head: RunningHead

    def fill(self, values: BoxValues) -> bytes:
        """The form with its values.

        Raises:
            TextTooLongError: A value doesn't fit its box.
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
                entry, appearance = field.written(str(value), number)
                objects.append(entry)
                appearances.append(appearance)
                number += 1
            else:
                objects.append(field.plain)
        for name, start in self.groups:
            objects.append(b"%s%s>>\nendobj\n" % (start, written_name(str(values.get(name) or OFF))))
        head = self.head.operators(str(values.get(HEAD, "")))
        stream = b"<</Length %d>>stream\n%s\nendstream" % (len(head), head)
        objects += [numbered(number, stream) for number in self.running_heads]
        return self.revision.build(objects + self.stamp.written(values) + appearances)
