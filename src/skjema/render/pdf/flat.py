"""A compiled flat form: values are drawn as tagged page content that screen readers find in place.

Every field becomes marked content of its Form element, with the PrintField attributes
that say what it was (ISO 32000-1, 14.8.5.6).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from skjema.formats.pdf.fit_text import BoxWriter, TextWriter
from skjema.formats.pdf.revision import Appended, Revision, numbered
from skjema.formats.pdf.syntax import packed_stream
from skjema.records.paper_layout import PaperLayout
from skjema.render.pdf.page_edges import PageEdges
from skjema.render.pdf.stamp import Stamp
from skjema.render.pdf.written import BoxValues, ListDrawing, Written, is_ticked


@dataclass(slots=True)
class Drawing:
    """The drawing of one field on a page.

    Attributes:
        answer: The id of one answer of a radio group; empty for other fields.
        tick: What draws a tick; empty for text.
        plain: What is drawn where there is nothing to write or to tick.
        before: What is drawn below a text, and where it stands; `after` ends it.
        options: What is written, and drawn, for each answer of a combo box.
        listed: Draws the answers of a list.
    """

    name: str
    page: int
    answer: str
    tick: bytes
    writer: BoxWriter
    options: Mapping[str, Written]
    plain: bytes = b""
    before: bytes = b""
    after: bytes = b""
    listed: ListDrawing | None = None

    def is_ticked(self, values: BoxValues) -> bool:
        return is_ticked(self.answer, values.get(self.name))

    def operators(self, values: BoxValues) -> bytes:
        """Raises TextTooLongError where a text doesn't fit."""
        value = values.get(self.name)
        if self.tick:
            return self.tick if is_ticked(self.answer, value) else self.plain
        if self.listed:
            return b"%s%s%s" % (self.before, self.listed.operators(values), self.after)
        if not value:
            return self.plain
        drawn = self.writer.operators(self.options[str(value)].drawn if self.options else str(value))
        return b"%s%s%s" % (self.before, drawn, self.after) if self.before else drawn


@dataclass(slots=True)
class Mark:
    """One field as marked content.

    Attributes:
        begin: The operator that begins it; empty where the document has no structure.
        ticked: The object with its attributes when it is ticked; `plain` otherwise.
    """

    drawing: Drawing
    begin: bytes
    ticked: bytes
    plain: bytes

    def content(self, values: BoxValues) -> bytes:
        drawn = self.drawing.operators(values)
        return b"%s%s EMC" % (self.begin, drawn) if self.begin else drawn

    def attribute(self, values: BoxValues) -> bytes:
        return self.ticked if self.drawing.is_ticked(values) else self.plain


def pages_drawn(edges: Iterable[bytes], drawn: Iterable[tuple[int, bytes]]) -> list[bytes]:
    """What is drawn on each page, with what stands at its edges.

    Args:
        drawn: Page, from 0, and operators.
    """
    # what is drawn leaves the state of the page as it found it
    pages = [[b"q", edge] if edge else [b"q"] for edge in edges]
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
        edges: What draws at the edges of pages.
        layout: Where the recipient answers, on pages with codes.
    """

    revision: Revision | Appended
    marks: Sequence[Mark]
    overlays: Sequence[int]
    stamp: Stamp
    writers: Mapping[str, TextWriter]
    edges: PageEdges
    layout: PaperLayout | None = None

    def fill(self, values: BoxValues) -> bytes:
        """The form with its values.

        Raises:
            TextTooLongError: A value doesn't fit its box.
            KeyError: A value has a letter that the font lacks.
        """
        drawn: list[tuple[int, bytes]] = []
        attributes = []
        for mark in self.marks:
            drawn.append((mark.drawing.page, mark.content(values)))
            if mark.begin:
                attributes.append(mark.attribute(values))
        pages = pages_drawn(self.edges.drawn(len(self.overlays), values), drawn)
        overlays = (numbered(number, packed_stream(page)) for number, page in zip(self.overlays, pages, strict=True))
        return self.revision.build([*overlays, *attributes, *self.stamp.written(values)])
