"""Finds faulty tags before anything is rendered, each with its paragraph.

docxtpl would take everything between an unclosed `{{` and the next `}}` for one tag, so the text of paragraphs is
checked before its preprocessing.
"""

import re
from collections.abc import Iterator

from lxml import etree

from skjema.formats.docx.part_xml import W, parse

_TOKENS = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
_SHAPES = {
    "tag-spaced": re.compile(r"\{ +[{%]|[}%] +\}"),
    "tag-rich": re.compile(r"\{\{(tr|tc) "),
    "tag-sticky": re.compile(r"\{[%{](p|tr|tc|r)(?![ \w])|\{%(?:p|tr|tc)(?:if|for|endif|endfor|else)\b"),
}


def paragraph_faults(content: bytes) -> Iterator[tuple[str, str]]:
    """Problem code and text of each faulty paragraph."""
    yield from ((code, text) for code, text, _ in faulty_paragraphs(parse(content)))


def faulty_paragraphs(root: etree._Element) -> Iterator[tuple[str, str, etree._Element]]:
    """Problem code, text and element of each faulty paragraph, row or cell."""
    for paragraph in root.iter(f"{W}p"):
        text = _own_words(paragraph)
        if ("{" in text or "}" in text) and (code := _fault(text)):
            yield code, text, paragraph
    for kind in ("p", "tr", "tc"):
        yield from (("tag-not-alone", text, element) for text, element in _crowded(root, kind))


def _own_words(element: etree._Element) -> str:
    """The text of a paragraph, row or cell, without nested ones of the same kind."""
    # a text box is a paragraph in a paragraph, and a cell may hold a table
    texts = element.iter(f"{W}t")
    return "".join(words.text or "" for words in texts if next(words.iterancestors(element.tag)) is element)


def _crowded(root: etree._Element, kind: str) -> Iterator[tuple[str, etree._Element]]:
    """Text and element where docxtpl would replace a whole element by its tag, although the element holds more."""
    # a comment is meant to remove the rest with it
    takes_all = re.compile(rf"\{{[%{{]{kind} ")
    alone = re.compile(rf"\{{%{kind} (?:(?!%\}}).)*%\}}|\{{\{{{kind} (?:(?!\}}\}}).)*\}}\}}")
    for element in root.iter(f"{W}{kind}"):
        text = _own_words(element)
        if takes_all.search(text) and not alone.fullmatch(text.strip()):
            yield text, element


def _fault(text: str) -> str:
    """Problem code for a paragraph's tags; empty if they are right."""
    # malformed tags first: `{ { navn } }` has no pairs to count, and would be printed
    return next((code for code, shape in _SHAPES.items() if shape.search(text)), "") or _unpaired(text)


def _unpaired(text: str) -> str:
    wanted = ""
    for token in _TOKENS.findall(text):
        if wanted:
            if token != wanted:
                return "tag-unclosed"
            wanted = ""
        elif token in _CLOSES:
            wanted = _CLOSES[token]
        else:
            return "tag-unopened"
    return "tag-unclosed" if wanted else ""
