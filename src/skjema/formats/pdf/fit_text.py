"""Values in boxes: lines broken, type made smaller where it must be, and never cut off in silence.

All measures are in points (1/72 inch).
"""

from dataclasses import dataclass

from skjema.formats.fonts import ValueFont

LARGEST = 10.0
SMALLEST = 8.0
"""Type below this size is hard to read on paper."""
_STEP = 0.5
_PAD = 1.5
"""Space between the box and what is written in it."""
_BELOW = 2.0
"""More of it below several lines, so that no letter hangs on the box's line; the smallest type does without."""
_LEADING = 1.22
"""Distance between lines, in type sizes."""


@dataclass(frozen=True, slots=True)
class TextBox:
    """Room for a value: its width and height, and whether it has several lines."""

    width: float
    height: float
    multiline: bool
    largest: float = LARGEST


class TextTooLongError(Exception):
    """The text doesn't fit its box even in the smallest type; `excess` is how many characters too many."""

    def __init__(self, excess: int) -> None:
        super().__init__(excess)
        self.excess = excess


class BoxWriter:
    """Writes texts in one box, whose lower left corner is at `at`, as operators of a PDF.

    Args:
        resource: Name of the font among the resources of the page or appearance.
    """

    def __init__(self, box: TextBox, font: ValueFont, resource: str, at: tuple[float, float] = (0, 0)) -> None:
        self._box, self._font, self._resource, self._at = box, font, resource, at
        self._start = self._begun(box.largest)
        # Nearly every value is one line of the largest type: that is seen by a sum, without laying it out.
        # Widest text, in thousandths of the type size, that is one line of the largest type.
        fits = not box.multiline or _lines(box, box.largest) > 0
        self._widest = (box.width - 2 * _PAD) / box.largest * 1000 if fits else -1.0

    def operators(self, text: str) -> bytes:
        """What draws `text`.

        Raises:
            TextTooLongError: It doesn't fit.
        """
        shown = self._font.hex
        if self._is_easy(text):
            return b"%s%s> Tj ET" % (self._start, text.translate(shown).encode())
        size, lines = lay_out(text, self._box, self._font)
        below = f"> Tj 0 {-size * _LEADING:.2f} Td <"
        return self._begun(size) + below.join(line.translate(shown) for line in lines).encode() + b"> Tj ET"

    def excess(self, text: str) -> int:
        """How many characters too many it has for its box."""
        if not self._is_easy(text):
            try:
                lay_out(text, self._box, self._font)
            except TextTooLongError as error:
                return error.excess
        return 0

    @property
    def has_lines(self) -> bool:
        """Whether it has room for several lines."""
        return self._box.multiline and _lines(self._box, SMALLEST) > 1

    def split(self, text: str, ending: str) -> tuple[str, str]:
        """What is written of a text that doesn't fit, and what is left of it.

        Of several lines, what fits, with the ending on a line of its own, and the rest. Of one line, as much as fits
        beside the ending, and all of it: nobody reads the end of a name apart from its beginning.

        Raises:
            TextTooLongError: Not even the ending fits.
        """
        box, font = self._box, self._font
        room = (box.width - 2 * _PAD) / SMALLEST
        if font.lacks(ending) or any(width(word, font) > room for word in ending.split()):
            raise TextTooLongError(len(text))
        lines, endings = _lines(box, SMALLEST) if self.has_lines else 1, wrapped(ending, room, font)
        if len(endings) > lines:
            raise TextTooLongError(len(text))
        if not self.has_lines:
            beginning = fitting(text.replace("\n", " "), room - width(f"\u2026 {ending}", font), font).rstrip()
            return (f"{beginning}\u2026 {ending}" if beginning else ending), text
        kept = wrapped(text, room, font)[: lines - len(endings)]
        end = 0
        for line in kept:  # what was broken at is a space or the end of a line
            end = text.index(line, end) + len(line)
        return "\n".join((*kept, *endings)), text[end:].lstrip()

    def _is_easy(self, text: str) -> bool:
        """Whether it is one line of the largest type."""
        return "\n" not in text and sum(map(self._font.widths.__getitem__, text)) <= self._widest

    def _begun(self, size: float) -> bytes:
        """The operators up to the glyphs of the first line."""
        box, font = self._box, self._font
        if box.multiline:
            first = box.height - _PAD - size * font.ascent / 1000
        else:
            first = (box.height - size * font.cap_height / 1000) / 2
        left, base = _PAD + self._at[0], first + self._at[1]
        return f"BT /{self._resource} {size:g} Tf 0 g {left:.2f} {base:.2f} Td <".encode()


def _lines(box: TextBox, size: float) -> int:
    """How many lines of a type size there is room for."""
    room = box.height - 2 * _PAD - (_BELOW if size > SMALLEST else 0)
    return max(int((room - size) / (size * _LEADING)) + 1, 0)


def lay_out(text: str, box: TextBox, font: ValueFont) -> tuple[float, list[str]]:
    """Type size and lines of a text in a box.

    Raises:
        TextTooLongError: It doesn't fit in the smallest type.
    """
    room = box.width - 2 * _PAD
    if not box.multiline:
        natural = width(text, font)
        size = min(box.largest, room / natural if natural else box.largest)
        if size < SMALLEST:
            raise TextTooLongError(len(text) - len(fitting(text, room / SMALLEST, font)))
        # twentieths of a point, rounded down: rounded to the nearest, the text could be wider than its box
        return (size if size == box.largest else int(size * 20) / 20), [text]
    size = box.largest
    while True:
        lines = wrapped(text, room / size, font)
        most = _lines(box, size)
        if len(lines) <= most:
            return size, lines
        if size <= SMALLEST:
            raise TextTooLongError(max(1, sum(map(len, lines[most:]))))
        size -= _STEP


def width(text: str, font: ValueFont) -> float:
    """Width of a text in type of size 1."""
    return sum(map(font.widths.__getitem__, text)) / 1000


def wrapped(text: str, room: float, font: ValueFont) -> list[str]:
    """Lines no wider than `room`, for type of size 1; a word that is wider is broken."""
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
                lines.append(part)
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
