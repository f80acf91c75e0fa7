"""The words of a paragraph, which Word parts into runs as people type and correct them."""

from collections.abc import Iterator, Sequence

from lxml import etree

from skjema.formats.docx.part_xml import W


def own_texts(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The texts of a paragraph, without those of a text box in it."""
    for words in paragraph.iter(f"{W}t"):
        if next(words.iterancestors(f"{W}p")) is paragraph:
            yield words


def own_words(paragraph: etree._Element) -> str:
    """What a paragraph says, without what a text box in it does."""
    return "".join(words.text or "" for words in own_texts(paragraph))


def gathered(texts: Sequence[etree._Element], start: int, end: int) -> etree._Element:
    """The text that letters `start` to `end` of some texts begin in, once all of them have been moved there."""
    at, first, moved = 0, None, ""
    for words in texts:
        text = words.text or ""
        left, right = max(start - at, 0), min(end - at, len(text))
        if left < right:
            moved += text[left:right]
            if first is None:
                first, before, after = words, text[:left], text[right:]
            else:
                words.text = text[right:]
        at += len(text)
    assert first is not None
    first.text = before + moved + after
    return first
