"""A compiled fillable form, written record by record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from skjema.formats.pdf.fit_text import BoxWriter, TextWriter
from skjema.formats.pdf.revision import Appended, Revision, numbered
from skjema.formats.pdf.syntax import OFF, packed_stream, written_name, written_text
from skjema.records.paper_layout import PaperLayout
from skjema.render.pdf.page_edges import PageEdges
from skjema.render.pdf.stamp import Stamp
from skjema.render.pdf.written import BoxValues, ListDrawing, ListedAnswer, State, Written, is_ticked, list_value

_LONG = 500
"""Bytes of a stream; a head is shorter, a code longer."""


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

    def filled(self, values: BoxValues, number: int) -> tuple[bytes, bytes]:
        """The field as it is ticked or not; its appearances are part of the form."""
        return (self.ticked if is_ticked(self.answer, values.get(self.name)) else self.plain), b""


@dataclass(slots=True)
class TextField:
    """A field with text, as bytes.

    Attributes:
        start: The object up to its value.
        plain: All of it, with nothing written.
        appearance: Of what is drawn, the dictionary up to its length.
        holds_value: Whether the value stands in it, rather than in a field of several places.
        under: What is drawn below the text.
        options: What is written, and drawn, for each answer of a combo box.
    """

    name: str
    start: bytes
    plain: bytes
    appearance: bytes
    writer: BoxWriter
    holds_value: bool
    under: bytes
    options: Mapping[str, Written]

    def filled(self, values: BoxValues, number: int) -> tuple[bytes, bytes]:
        """The field with its text, and its appearance: an object of its own with this number, or nothing."""
        value = values.get(self.name)
        if not value:
            return self.plain, b""
        written = in_file(str(value), self.options, self.writer)
        drawn = b"%s/Tx BMC q %s Q EMC" % (self.under, self.writer.operators(written.drawn))
        appearance = b"%d 0 obj\n%s/Length %d>>stream\n%s\nendstream\nendobj\n" % (
            number, self.appearance, len(drawn), drawn
        )  # fmt: skip
        held = b"/V " + written_text(written.value) if self.holds_value else b""
        return b"%s%s/AP<</N %d 0 R>>>>\nendobj\n" % (self.start, held, number), appearance


def in_file(value: str, options: Mapping[str, Written], writer: BoxWriter) -> Written:
    """The stored and the drawn form of a text."""
    if options:
        return options[value]
    kept = writer.kept(value)
    return Written(kept, kept)


@dataclass(slots=True)
class ListField:
    """A field that shows its answers below one another; see `TextField`."""

    start: bytes
    appearance: bytes
    drawing: ListDrawing
    holds_value: bool

    def filled(self, values: BoxValues, number: int) -> tuple[bytes, bytes]:
        """The field with its answers, and its appearance: an object of its own with this number."""
        drawn = self.drawing.operators(values)
        appearance = b"%d 0 obj\n%s/Length %d>>stream\n%s\nendstream\nendobj\n" % (
            number, self.appearance, len(drawn), drawn
        )  # fmt: skip
        held = list_value(self.drawing.answers, values) if self.holds_value else b""
        return b"%s%s/AP<</N %d 0 R>>>>\nendobj\n" % (self.start, held, number), appearance


@dataclass(slots=True)
class HeldValue:
    """A field with several widgets, which holds their common value.

    Attributes:
        start: The object up to its value.
        states: Of buttons, what each is called that is ticked: the first of them counts.
        name: Of a text's value; `writer` says what of it stands in the file.
    """

    start: bytes
    states: Sequence[State]
    name: str
    writer: BoxWriter | None
    options: Mapping[str, Written]
    answers: Sequence[ListedAnswer]

    def filled(self, values: BoxValues) -> bytes:
        return b"%s%s>>\nendobj\n" % (self.start, self._value(values))

    def _value(self, values: BoxValues) -> bytes:
        if self.answers:
            return list_value(self.answers, values)
        if self.writer is not None:
            value = values.get(self.name)
            return b"/V " + written_text(in_file(str(value), self.options, self.writer).value) if value else b""
        ticked = (one.state for one in self.states if is_ticked(one.answer, values.get(one.name)))
        return b"/V " + written_name(next(ticked, OFF))


@dataclass(slots=True)
class FillablePdf:
    """Fills one form, record after record.

    Attributes:
        held: Fields of several places, which stand after them.
        edges: What draws at the edges of pages.
        overlays: Page, from 0, and number of what is drawn at its edges.
        stamp: What says which document it is.
        writers: What writes in each text field, by name.
        layout: Where the recipient answers, on pages with codes.
    """

    revision: Revision | Appended
    fields: Sequence[Button | TextField | ListField]
    held: Sequence[HeldValue]
    overlays: Sequence[tuple[int, int]]
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
        objects: list[bytes] = []
        appearances: list[bytes] = []
        number = self.revision.end
        for field in self.fields:
            entry, appearance = field.filled(values, number)
            objects.append(entry)
            if appearance:
                appearances.append(appearance)
                number += 1
        objects += [field.filled(values) for field in self.held]
        objects += self._overlays(values)
        return self.revision.build(objects + self.stamp.written(values) + appearances)

    def _overlays(self, values: BoxValues) -> list[bytes]:
        if not self.overlays:
            return []
        drawn = self.edges.drawn(self.overlays[-1][0] + 1, values)
        return [numbered(number, _overlay(drawn[page])) for page, number in self.overlays]


def _overlay(drawn: bytes) -> bytes:
    """A stream; what is short isn't worth the time of packing it."""
    return packed_stream(drawn) if len(drawn) > _LONG else b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn)
