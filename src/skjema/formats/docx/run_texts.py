"""The text of a paragraph across its runs, into which Word splits it as people type and correct."""

from collections.abc import Iterator, Sequence

from lxml import etree

from skjema.formats.docx.part_xml import W


def own_texts(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The text elements of a paragraph, without those in its text boxes."""
    for words in paragraph.iter(f"{W}t"):
        if next(words.iterancestors(f"{W}p")) is paragraph:
            yield words


def own_words(paragraph: etree._Element) -> str:
    """The text of a paragraph, without its text boxes."""
    return "".join(words.text or "" for words in own_texts(paragraph))


def put(texts: Sequence[etree._Element], start: int, end: int, words: str) -> etree._Element:
    """Replace letters `start` to `end` of the joined texts with `words`; returns the element that holds them now."""
    at, first = 0, None
    for text in texts:
        old = text.text or ""
        left, right = max(start - at, 0), min(end - at, len(old))
        if left < right:
            text.text = (old[:left] + words if first is None else "") + old[right:]
            first = text if first is None else first
        at += len(old)
    assert first is not None
    return first
