"""The words of a paragraph with what parts them: tabs and breaks, which are no letters of a text."""

from bisect import bisect_left
from typing import NamedTuple

from lxml import etree

from skjema.formats.docx.part_xml import W


class Line(NamedTuple):
    """A paragraph as people read it.

    Attributes:
        words: With a tab or a break where one stands.
        at: Where each of these letters, and the end, is among those of `own_words`.
    """

    words: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where letters of `words` are among the paragraph's own."""
        return self.at[start], self.at[end]

    def place_of(self, own: int) -> int:
        """Where a letter of the paragraph's own is among those of `words`, with what parts it from the one before."""
        return bisect_left(self.at, own)


_PARTING = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n"}


def line_of(paragraph: etree._Element) -> Line:
    """What a paragraph says, without what a text box in it does."""
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
