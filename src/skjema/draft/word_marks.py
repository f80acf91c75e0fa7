"""Finds places to fill in that are Word bookmarks."""

import re
from collections.abc import Callable, Iterator

from lxml import etree

from skjema.draft.guess import Guess, guess_type
from skjema.draft.word_around import words_before
from skjema.draft.word_places import Place
from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_words

_LONGEST = 60
"""Most characters in a bookmark that counts as a place to fill in."""


def bookmark_places(root: etree._Element) -> Iterator[Place]:
    for mark in root.iter(f"{W}bookmarkStart"):
        name = mark.get(f"{W}name", "")
        between: list[etree._Element] = []
        for element in mark.itersiblings():
            if element.tag == f"{W}bookmarkEnd" and element.get(f"{W}id") == mark.get(f"{W}id"):
                break
            between.append(element)
        else:
            continue
        is_plain = all(one.tag == f"{W}r" and one.find(f"{W}fldChar") is None for one in between)
        words = "".join(text.text or "" for one in between for text in one.iter(f"{W}t"))
        if name.startswith("_") or not is_plain or len(words) > _LONGEST or _says(words):
            continue
        label = _label_of_line(mark) or re.sub(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])|_", " ", name)
        kind, reason = guess_type(label, name)
        guess = Guess(id=name, type=kind, label=label, sources=(name,), reason=reason)
        yield Place(mark, "bookmark", f"bookmark {name}", guess, _tag_between(mark, between))


def _label_of_line(mark: etree._Element) -> str:
    """The words before a bookmark or, in a table, around it; a paragraph above it is usually a heading."""
    paragraph = next(mark.iterancestors(f"{W}p"), None)
    is_alone = paragraph is not None and not own_words(paragraph).strip()
    is_below = is_alone and next(mark.iterancestors(f"{W}tc"), None) is None
    return "" if is_below and paragraph is not None and not _is_asked_above(paragraph) else words_before(mark)


def _is_asked_above(paragraph: etree._Element) -> bool:
    above = next(paragraph.itersiblings(f"{W}p", preceding=True), None)
    return above is not None and own_words(above).strip().endswith((":", "?"))


def _says(words: str) -> bool:
    """Whether a text is more than a sign or instruction to write there, or has a tag."""
    is_blank = re.fullmatch(r"[\W_\dxX]*", words) or re.fullmatch(r"[\[<«(].*[\]>»)]", words.strip())
    return "{" in words or not is_blank


def _tag_between(mark: etree._Element, between: list[etree._Element]) -> Callable[[Guess], None]:
    def fill(guess: Guess) -> None:
        texts = [text for one in between for text in one.iter(f"{W}t")]
        if texts:
            texts[0].text = f"{{{{ {guess.id} }}}}"
            for text in texts[1:]:
                text.text = ""
        else:
            run = etree.Element(f"{W}r")
            etree.SubElement(run, f"{W}t").text = f"{{{{ {guess.id} }}}}"
            mark.addnext(run)

    return fill
