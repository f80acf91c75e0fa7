"""A form without fields: values are drawn on the page, and a screen reader still finds each in its place.

Every field becomes marked content of its Form element, with the PrintField attributes
that say what it was (ISO 32000-1, 14.8.5.6).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from skjema.formats.pdf.fit_text import BoxWriter
from skjema.formats.pdf.revision import Revision, numbered
from skjema.formats.pdf.syntax import packed_stream
from skjema.render.pdf.fillable import BoxValues, is_ticked
from skjema.render.pdf.running_head import HEAD, RunningHead
from skjema.render.pdf.stamp import Stamp


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
    writer: BoxWriter
    labels: Mapping[str, str]

    def operators(self, value: str | bool | None) -> bytes:
        """Raises TextTooLongError where a text doesn't fit."""
        if self.tick:
            return self.tick if is_ticked(self.answer, value) else b""
        return self.writer.operators(self.labels.get(str(value), str(value))) if value else b""


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
        return self.ticked if is_ticked(self.drawing.answer, value) else self.plain


def pages_drawn(count: int, head: bytes, drawn: Iterable[tuple[int, bytes]]) -> list[bytes]:
    """What is drawn on each page, with the running head on all but the first.

    Args:
        drawn: Page, from 0, and operators.
    """
    # what is drawn leaves the state of the page as it found it
    pages = [[b"q", head] if page else [b"q"] for page in range(count)]
    for page, operators in drawn:
        pages[page].append(operators)
    return [b"\n".join((*page, b"Q")) for page in pages]


@dataclass(slots=True)
class FlatPdf:
    """Prints one form, record after record.

    Attributes:
        overlays: Number of what is drawn on each page.
        stamp: What says which document it is.
        writers: What writes each text, by name.
        head: What draws the running head.
    """

    revision: Revision
    marks: Sequence[Mark]
    overlays: Sequence[int]
    stamp: Stamp
    writers: Mapping[str, BoxWriter]
    head: RunningHead

    def fill(self, values: BoxValues) -> bytes:
        """The form with its values.

        Raises:
            TextTooLongError: A value doesn't fit its box.
            KeyError: A value has a letter that the font lacks.
        """
        head = self.head.operators(str(values.get(HEAD, "")))
        drawn: list[tuple[int, bytes]] = []
        attributes = []
        for mark in self.marks:
            value = values.get(mark.drawing.name)
            drawn.append((mark.drawing.page, mark.content(value)))
            attributes.append(mark.attribute(value))
        pages = pages_drawn(len(self.overlays), head, drawn)
        overlays = (numbered(number, packed_stream(page)) for number, page in zip(self.overlays, pages, strict=True))
        return self.revision.build([*overlays, *attributes, *self.stamp.written(values)])
