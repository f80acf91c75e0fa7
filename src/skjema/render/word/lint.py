"""Faults in a template's tags that are seen before anything is rendered, each with its paragraph.

docxtpl's preprocessing takes everything between an unclosed `{{` and the next `}}` for one
tag, so these are looked for in the text of paragraphs, before it.
"""

import re
from collections.abc import Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TOKENS = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
_SPACED = re.compile(r"\{ +[{%]|[}%] +\}")
_STICKY = re.compile(r"\{[%{](p|tr|tc|r)(?![ \w])|\{%(?:p|tr|tc)(?:if|for|endif|endfor|else)\b")


def paragraph_faults(content: bytes) -> Iterator[tuple[str, str]]:
    """Code and paragraph of each fault."""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    for paragraph in root.iter(f"{_W}p"):
        text = "".join(words.text or "" for words in paragraph.iter(f"{_W}t"))
        if "{" in text or "}" in text:
            yield from ((code, text) for code in _faults(text))


def _faults(text: str) -> Iterator[str]:
    wanted = ""
    for token in _TOKENS.findall(text):
        if wanted:
            if token != wanted:
                yield "tag-unclosed"
                return
            wanted = ""
        elif token in _CLOSES:
            wanted = _CLOSES[token]
        else:
            yield "tag-unopened"
            return
    if wanted:
        yield "tag-unclosed"
    elif _SPACED.search(text):
        yield "tag-spaced"
    elif _STICKY.search(text):
        yield "tag-sticky"
