"""Faults in a template's tags that are seen before anything is rendered, each with its paragraph.

docxtpl's preprocessing takes everything between an unclosed `{{` and the next `}}` for one
tag, so these are looked for in the text of paragraphs, before it.
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
    """Code and paragraph of each fault."""
    yield from ((code, text) for code, text, _ in faulty_paragraphs(parse(content)))


def faulty_paragraphs(root: etree._Element) -> Iterator[tuple[str, str, etree._Element]]:
    """Code, words and element of each paragraph, row or cell of a part with a fault."""
    for paragraph in root.iter(f"{W}p"):
        text = _own_words(paragraph)
        if ("{" in text or "}" in text) and (code := _fault(text)):
            yield code, text, paragraph
    for kind in ("p", "tr", "tc"):
        yield from (("tag-not-alone", text, element) for text, element in _crowded(root, kind))


def _own_words(element: etree._Element) -> str:
    """The words of a paragraph, row or cell, without those of another inside it."""
    # a text box is a paragraph within a paragraph, and a table may stand in a cell of another
    texts = element.iter(f"{W}t")
    return "".join(words.text or "" for words in texts if next(words.iterancestors(element.tag)) is element)


def _crowded(root: etree._Element, kind: str) -> Iterator[tuple[str, etree._Element]]:
    """Words and elements that docxtpl puts a tag in the place of, though they hold more than the tag."""
    # a comment is there to take the rest with it
    takes_all = re.compile(rf"\{{[%{{]{kind} ")
    alone = re.compile(rf"\{{%{kind} (?:(?!%\}}).)*%\}}|\{{\{{{kind} (?:(?!\}}\}}).)*\}}\}}")
    for element in root.iter(f"{W}{kind}"):
        text = _own_words(element)
        if takes_all.search(text) and not alone.fullmatch(text.strip()):
            yield text, element


def _fault(text: str) -> str:
    """The code of what is wrong with a paragraph's tags, if anything."""
    # first what looks like a tag and is none: `{ { navn } }` has no pairs to count, and would be printed
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
