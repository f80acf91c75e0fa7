"""Fits texts into boxes: breaks lines, reduces the type size where needed, never cuts silently. Measures are points."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from skjema.formats.fonts import ValueFont

LARGEST, SMALLEST = 10.0, 8.0
"""Limits of the type size; smaller type is hard to read on paper."""
_STEP = 0.5
_PAD = 1.5
"""Space between the edge of a box and its text."""
_BELOW = 2.0
"""Extra space below several lines, so that no letter touches the box's line; not used with the smallest type."""
_LEADING = 1.22
"""Distance between lines, as a multiple of the type size."""
_BETWEEN_DIGITS = re.compile(r"[\s./-]")


@dataclass(frozen=True, slots=True)
class TextBox:
    """The space for a value.

    Attributes:
        multiline: Whether it may have several lines.
        largest: Type size, which is reduced down to `smallest` where needed.
        pad: Space between the edges and the text.
        align: 0 for left, 1 for centred, 2 for right.
        color: Operator that sets the colour.
        most: Most characters; 0 for no limit.
        comb: Whether each letter has a cell of its own.
        masked: Whether stars are shown instead of letters.
    """

    width: float
    height: float
    multiline: bool
    largest: float = LARGEST
    smallest: float = SMALLEST
    pad: float = _PAD
    align: int = 0
    color: bytes = b"0 g"
    most: int = 0
    comb: bool = False
    masked: bool = False


class TextTooLongError(Exception):
    """The text doesn't fit its box even in the smallest type; `excess` is the number of characters too many."""

    def __init__(self, excess: int) -> None:
        super().__init__(excess)
        self.excess = excess


class BoxWriter:
    """Writes texts into a box with its lower left corner at `at`, as PDF operators.

    Args:
        resource: Name of the font among the resources of the page or appearance.
    """

    def __init__(self, box: TextBox, font: ValueFont, resource: str, at: tuple[float, float] = (0, 0)) -> None:
        self._box, self._font, self._resource, self._at = box, font, resource, at
        self._start = self._begun(box.largest)
        # nearly every value fits on one line of the largest type: a sum of widths shows that without a layout
        # greatest width, in thousandths of the type size, of a single line in the largest type
        fits = not box.multiline or _lines(box, box.largest) > 0
        is_plain = fits and not (box.align or box.most or box.masked)
        self._widest = (box.width - 2 * box.pad) / box.largest * 1000 if is_plain else -1.0

    def operators(self, text: str) -> bytes:
        """The operators that draw `text`.

        Raises:
            TextTooLongError: It doesn't fit.
        """
        shown = self._font.hex
        if self._is_easy(text):
            return b"%s%s> Tj ET" % (self._start, text.translate(shown).encode())
        box, text = self._box, self._shown(text)
        if box.comb:
            return self._in_cells(text)
        size, lines = lay_out(text, box, self._font)
        if box.align:
            return self._aligned(size, lines)
        below = f"> Tj 0 {-size * _LEADING:.2f} Td <"
        return self._begun(size) + below.join(line.translate(shown) for line in lines).encode() + b"> Tj ET"

    def kept(self, text: str) -> str:
        """The text as the box takes it: on one line if it has one, and without separators if only the digits fit."""
        text, most = text if self._box.multiline else text.replace("\n", " "), self._box.most
        if not most or len(text) <= most:
            return text
        digits = _BETWEEN_DIGITS.sub("", text)
        return digits if len(digits) <= most and digits.isdigit() else text

    def _shown(self, text: str) -> str:
        """The text as it is displayed."""
        return "*" * len(self.kept(text)) if self._box.masked else self.kept(text)

    def excess(self, text: str) -> int:
        """Number of characters too many for the box; 0 where the text fits."""
        if self._box.comb:
            return max(len(self.kept(text)) - self._box.most, 0)
        if not self._is_easy(text):
            try:
                lay_out(self._shown(text), self._box, self._font)
            except TextTooLongError as error:
                return error.excess
        return 0

    @property
    def has_lines(self) -> bool:
        """Whether the box has room for several lines."""
        return self._box.multiline and _lines(self._box, self._box.smallest) > 1

    def split(self, text: str, ending: str) -> tuple[str, str]:
        """The part of a too long text that is printed, and the part to print elsewhere.

        In a box of several lines: the lines that fit, then `ending` on a line of its own; and the rest. In a box of one
        line: what fits beside the ending; and the whole text, since nobody should have to join the parts of a name.

        Raises:
            TextTooLongError: Not even the ending fits.
        """
        box, font = self._box, self._font
        room = (box.width - 2 * box.pad) / box.smallest
        if box.most or box.masked or font.lacks(ending) or any(width(word, font) > room for word in ending.split()):
            raise TextTooLongError(len(text))
        lines, endings = _lines(box, box.smallest) if self.has_lines else 1, wrapped(ending, room, font)
        if len(endings) > lines:
            raise TextTooLongError(len(text))
        if not self.has_lines:
            beginning = fitting(text.replace("\n", " "), room - width(f"\u2026 {ending}", font), font).rstrip()
            return (f"{beginning}\u2026 {ending}" if beginning else ending), text
        kept = wrapped(text, room, font)[: lines - len(endings)]
        end = 0
        for line in kept:  # what a line was broken at is a space or a line break
            end = text.index(line, end) + len(line)
        return "\n".join((*kept, *endings)), text[end:].lstrip()

    def _is_easy(self, text: str) -> bool:
        """Whether the text is one line that fits in the largest type."""
        return "\n" not in text and sum(map(self._font.widths.__getitem__, text)) <= self._widest

    def _begun(self, size: float) -> bytes:
        """The operators before the glyphs of the first line."""
        left, base = self._box.pad + self._at[0], self._base(size)
        return b"%s %.2f %.2f Td <" % (self._type(size), left, base)

    def _type(self, size: float) -> bytes:
        return b"BT /%s %g Tf %s" % (self._resource.encode(), size, self._box.color)

    def _base(self, size: float) -> float:
        """The height of the first line's baseline."""
        box, font = self._box, self._font
        if box.multiline:
            return box.height - box.pad - size * font.ascent / 1000 + self._at[1]
        return (box.height - size * font.cap_height / 1000) / 2 + self._at[1]

    def _aligned(self, size: float, lines: list[str]) -> bytes:
        """The operators for lines that are centred or right-aligned."""
        box, font = self._box, self._font
        drawn, before = [self._type(size)], 0.0
        for place, line in enumerate(lines):
            free = box.width - 2 * box.pad - width(line, font) * size
            left = box.pad + self._at[0] + free * box.align / 2
            down = -size * _LEADING if place else self._base(size)
            drawn.append(b"%.2f %.2f Td <%s> Tj" % (left - before, down, line.translate(font.hex).encode()))
            before = left
        return b" ".join((*drawn, b"ET"))

    def _in_cells(self, text: str) -> bytes:
        """The operators for letters in a cell each.

        Raises:
            TextTooLongError: There are more letters than cells.
        """
        box, font = self._box, self._font
        if len(text) > box.most:
            raise TextTooLongError(len(text) - box.most)
        cell = box.width / box.most
        widest = max((font.widths[letter] for letter in text), default=0) / 1000
        size = min(box.largest, cell / widest) if widest else box.largest
        first = (box.most - len(text)) * box.align // 2
        drawn, before = [self._type(size)], 0.0
        for place, letter in enumerate(text, start=first):
            left = self._at[0] + cell * (place + 0.5) - font.widths[letter] * size / 2000
            down = self._base(size) if place == first else 0
            drawn.append(b"%.2f %.2f Td <%s> Tj" % (left - before, down, letter.translate(font.hex).encode()))
            before = left
        return b" ".join((*drawn, b"ET"))


class JointWriter:
    """Writes one text into several boxes, all of which must have room for it."""

    def __init__(self, writers: Sequence[BoxWriter]) -> None:
        self._writers = writers

    def excess(self, text: str) -> int:
        """Number of characters too many for the box with the least room."""
        return max(writer.excess(text) for writer in self._writers)

    @property
    def has_lines(self) -> bool:
        return all(writer.has_lines for writer in self._writers)

    def split(self, text: str, ending: str) -> tuple[str, str]:
        """The part of a too long text that is printed, and the part to print elsewhere; see `BoxWriter.split`.

        Raises:
            TextTooLongError: Not even the ending fits each of the boxes.
        """
        smallest = max(self._writers, key=lambda writer: writer.excess(text))
        beginning, rest = smallest.split(text, ending)
        if excess := self.excess(beginning):
            raise TextTooLongError(excess)
        return beginning, rest


TextWriter = BoxWriter | JointWriter
"""Says whether a text fits, and where to cut it if not."""


def joint_writer(writers: Sequence[BoxWriter]) -> TextWriter:
    """A writer for a text that stands in all of these boxes."""
    return writers[0] if len(writers) == 1 else JointWriter(writers)


def _lines(box: TextBox, size: float) -> int:
    """Number of lines that fit at a type size."""
    room = box.height - 2 * box.pad - (_BELOW if size > box.smallest else 0)
    return max(int((room - size) / (size * _LEADING)) + 1, 0)


def lay_out(text: str, box: TextBox, font: ValueFont) -> tuple[float, list[str]]:
    """Type size and lines for a text in a box.

    Raises:
        TextTooLongError: It doesn't fit in the smallest type.
    """
    room = box.width - 2 * box.pad
    if box.most and len(text) > box.most:
        raise TextTooLongError(len(text) - box.most)
    if not box.multiline:
        natural = width(text, font)
        size = min(box.largest, room / natural if natural else box.largest)
        if size < box.smallest:
            raise TextTooLongError(len(text) - len(fitting(text, room / box.smallest, font)))
        # rounded down to a twentieth of a point; rounded to the nearest, the text could be wider than its box
        return (size if size == box.largest else int(size * 20) / 20), [text]
    size = box.largest
    while True:
        lines = wrapped(text, room / size, font)
        most = _lines(box, size)
        if len(lines) <= most:
            return size, lines
        if size <= box.smallest:
            raise TextTooLongError(max(1, sum(map(len, lines[most:]))))
        size = max(size - _STEP, box.smallest)


def width(text: str, font: ValueFont) -> float:
    """Width of a text at type size 1."""
    return sum(map(font.widths.__getitem__, text)) / 1000


def wrapped(text: str, room: float, font: ValueFont) -> list[str]:
    """Lines no wider than `room` at type size 1; wider words are broken, at a hyphen if they have one."""
    lines = []
    for paragraph in text.split("\n"):
        line, taken = "", 0.0
        for word in paragraph.split(" "):
            word_width = width(word, font)
            if line and taken + word_width + font.widths[" "] / 1000 <= room:
                line, taken = f"{line} {word}", taken + word_width + font.widths[" "] / 1000
                continue
            if line:
                lines.append(line)
            while word_width > room and len(word) > 1:
                part = fitting(word, room, font) or word[0]
                lines.append(part := part[: part.rfind("-", 1) + 1] or part)  # break after a hyphen if there is one
                word = word[len(part) :]
                word_width = width(word, font)
            line, taken = word, word_width
        lines.append(line)
    return lines


def fitting(text: str, room: float, font: ValueFont) -> str:
    """The beginning of `text` that is no wider than `room`."""
    taken = 0.0
    for at, letter in enumerate(text):
        taken += font.widths[letter] / 1000
        if taken > room:
            return text[:at]
    return text
