"""A value as a PDF form has it: the stored text, the drawn text, and the ticked boxes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from skjema.formats.fonts import ValueFont
from skjema.formats.pdf.fit_text import TextBox
from skjema.formats.pdf.syntax import DRAWN, written_text

BoxValues = Mapping[str, str | bool]
"""Text of a text field, id of an answer, or whether a tick box is ticked; by the box's name."""

_CHOSEN = b"0.6 0.75 0.85 rg"
"""The ground of a chosen answer, as viewers have it."""
_LINE = 1.22
"""Height of an answer's line, in type sizes."""


class Written(NamedTuple):
    """The stored and the drawn text of an option of a list."""

    value: str
    drawn: str


class State(NamedTuple):
    """The name of a button's on state.

    Attributes:
        name: Of the value that ticks it.
        answer: The id that the value has to be; empty where any true value ticks it.
    """

    name: str
    answer: str
    state: str


def is_ticked(answer: str, value: str | bool | None) -> bool:
    """Whether a value ticks a box, which stands for an `answer` in a radio group."""
    return value == answer if answer else bool(value)


class ListedAnswer(NamedTuple):
    """An answer of a list, and the boxes whose values choose it."""

    written: Written
    names: Sequence[str]


@dataclass(slots=True)
class ListDrawing:
    """Draws the answers of a list below one another, those that are chosen on a ground of their own.

    Attributes:
        under: What is drawn below them.
        top: Place of the first that is seen, unless the first that is chosen would then not be.
    """

    box: TextBox
    font: ValueFont
    under: bytes
    answers: Sequence[ListedAnswer]
    top: int

    def operators(self, values: BoxValues) -> bytes:
        """Raises KeyError where an answer has a letter that the font lacks."""
        box, size = self.box, self.box.largest
        line = size * _LINE
        room = max(int((box.height - 2 * box.pad) / line), 1)
        chosen = [place for place, one in enumerate(self.answers) if any(map(values.get, one.names))]
        top = self.top if not chosen or 0 <= chosen[0] - self.top < room else chosen[0]
        drawn = [b"q %.2f %.2f %.2f %.2f re W n" % (box.pad, box.pad, *self._inner())]
        for place, answer in enumerate(self.answers[top : top + room]):
            bottom = box.height - box.pad - line * (place + 1)
            if top + place in chosen:
                drawn.append(b"%s %.2f %.2f %.2f %.2f re f" % (_CHOSEN, box.pad, bottom, self._inner()[0], line))
            letters = answer.written.drawn.translate(self.font.hex).encode()
            start = (box.color, DRAWN.encode(), size, box.pad + 1, bottom + size * 0.3, letters)
            drawn.append(b"BT %s /%s %g Tf %.2f %.2f Td <%s> Tj ET" % start)
        return b"%s/Tx BMC %s Q EMC" % (self.under, b" ".join(drawn))

    def _inner(self) -> tuple[float, float]:
        return max(self.box.width - 2 * self.box.pad, 0), max(self.box.height - 2 * self.box.pad, 0)


def list_value(answers: Sequence[ListedAnswer], values: BoxValues) -> bytes:
    """The value of a list, and the places of its answers among all there are; nothing where none is chosen."""
    chosen = [place for place, answer in enumerate(answers) if any(map(values.get, answer.names))]
    if not chosen:
        return b""
    written = b"".join(written_text(answers[place].written.value) for place in chosen)
    places = b" ".join(b"%d" % place for place in chosen)
    return b"/V %s/I[%s]" % (written if len(chosen) == 1 else b"[%s]" % written, places)
