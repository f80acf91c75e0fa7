"""The words of a paragraph including tabs and breaks, which aren't letters of a text."""

from bisect import bisect_left
from typing import NamedTuple

from lxml import etree

from skjema.formats.docx.part_xml import W


class Line(NamedTuple):
    """A paragraph as people read it.

    Attributes:
        words: The text with tabs and breaks.
        at: Position of each of these letters, and of the end, in `own_words`.
    """

    words: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Position in the paragraph's own letters of a range of `words`."""
        return self.at[start], self.at[end]

    def place_of(self, own: int) -> int:
        """Position in `words` of one of the paragraph's own letters, or of a tab or break right before it."""
        return bisect_left(self.at, own)


_PARTING = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n"}


def line_of(paragraph: etree._Element) -> Line:
    """The line of a paragraph, without text boxes in it."""
    letters: list[str] = []
    at: list[int] = []
    count = 0
    for one in paragraph.iter(f"{W}t", *_PARTING):
        if next(one.iterancestors(f"{W}p")) is not paragraph or next(one.iterancestors(f"{W}pPr"), None) is not None:
            continue
        if one.tag != f"{W}t":
            letters.append(_PARTING[one.tag])
            at.append(count)
            continue
        for letter in one.text or "":
            letters.append(letter)
            at.append(count)
            count += 1
    return Line("".join(letters), (*at, count))
