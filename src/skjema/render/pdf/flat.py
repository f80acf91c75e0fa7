"""A form without fields: values are drawn on the page, and a screen reader still finds each in its place.

Every field becomes marked content of its Form element, with the PrintField attributes
that say what it was (ISO 32000-1, 14.8.5.6).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from skjema.render.fonts import ValueFont
from skjema.render.pdf.fillable import BoxValues
from skjema.render.pdf.heads import HEAD, head_operators
from skjema.render.pdf.revision import Revision, numbered
from skjema.render.pdf.syntax import packed_stream
from skjema.render.pdf.text import Pen


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page in the place of one field.

    Attributes:
        answer: The id of one answer of a radio group; empty for other fields.
        tick: What draws a tick; empty for text.
        labels: What is drawn for each answer of a combo box.
    """

    name: str
    page: int
    answer: str
    tick: bytes
    pen: Pen
    labels: Mapping[str, str]

    def is_ticked(self, value: str | bool | None) -> bool:
        return value == self.answer if self.answer else bool(value)

    def operators(self, value: str | bool | None) -> bytes:
        """Raises TooLong where a text doesn't fit."""
        if self.tick:
            return self.tick if self.is_ticked(value) else b""
        return self.pen.operators(self.labels.get(str(value), str(value))) if value else b""


@dataclass(slots=True)
class Mark:
    """One field as marked content.

    Attributes:
        begin: The operator that begins it.
        ticked: The object with its attributes when it is ticked; `plain` otherwise.
    """

    drawing: Drawing
    begin: bytes
    ticked: bytes
    plain: bytes

    def content(self, value: str | bool | None) -> bytes:
        return b"%s%s EMC" % (self.begin, self.drawing.operators(value))

    def attribute(self, value: str | bool | None) -> bytes:
        return self.ticked if self.drawing.is_ticked(value) else self.plain


@dataclass(slots=True)
class FlatPdf:
    """Prints one form, record after record.

    Attributes:
        overlays: Number of what is drawn on each page.
        pens: What writes each text, by name.
    """

    revision: Revision
    marks: Sequence[Mark]
    overlays: Sequence[int]
    pens: Mapping[str, Pen]
    font: ValueFont

    def fill(self, values: BoxValues) -> bytes:
        """The form with its values.

        Raises:
            TooLong: A value doesn't fit its box.
            KeyError: A value has a letter that the font lacks.
        """
        head = head_operators(str(values.get(HEAD, "")), self.font)
        drawn = [[head] if page else [] for page in range(len(self.overlays))]
        attributes = []
        for mark in self.marks:
            value = values.get(mark.drawing.name)
            drawn[mark.drawing.page].append(mark.content(value))
            attributes.append(mark.attribute(value))
        overlays = (
            numbered(number, packed_stream(b"q\n%s\nQ" % b"\n".join(page)))
            for number, page in zip(self.overlays, drawn, strict=True)
        )
        return self.revision.whole([*overlays, *attributes])
