"""Values as runs or paragraphs of their own: `{{r name }}` and `{{p name }}` in a template.

docxtpl needs such values to be made by a program; here any text can be one. `**words**` are bold, line breaks are kept,
and in `{{p }}` each line is a paragraph. The formatting is that of the tag.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_texts, put
from skjema.formats.docx.runs import in_a_run
from skjema.render.word.compiled_template import PARAGRAPHS, RUNS, InsertedText, Look

_RUN_TAG = re.compile(r"\{\{r\s(.*?)\}\}", re.DOTALL)
_PARAGRAPH_TAG = re.compile(r"\s*\{\{p\s(.*?)\}\}\s*", re.DOTALL)
_BOLD = re.compile(r"\*\*(\S(?:.*?\S)??)\*\*")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BEFORE_BOLD = (f"{W}rStyle", f"{W}rFonts")
"""Properties that come before `b` among a run's properties (ECMA-376 part 1, 17.3.2.28)."""


def runs(look: Look, value: Any) -> str:
    """The runs for a text.

    Raises:
        TypeError: The value is no text or number.
    """
    return "".join(_runs(look, _text(value)))


def paragraphs(look: Look, value: Any) -> str:
    """A paragraph for each line of a text (at least one), or the XML of an inserted text.

    Raises:
        TypeError: The value is neither.
    """
    if isinstance(value, InsertedText):
        return value.xml
    return "".join(f"<w:p>{look.paragraph}{''.join(_runs(look, line))}</w:p>" for line in _text(value).split("\n"))


def _text(value: Any) -> str:
    if not isinstance(value, str | int | float):
        raise TypeError
    return str(value)


def _runs(look: Look, text: str) -> Iterator[str]:
    for number, words in enumerate(_BOLD.split(text)):
        if words:  # bold texts, between pairs of asterisks, come second, fourth and so on
            written = in_a_run(words)
            yield f'<w:r>{look.bold if number % 2 else look.plain}<w:t xml:space="preserve">{written}</w:t></w:r>'


# -- in a template


def place_rich_tags(root: etree._Element) -> tuple[Look, ...]:
    """Replace the rich tags of a part by calls of `RUNS` and `PARAGRAPHS`; returns the formatting of each."""
    looks: list[Look] = []
    for paragraph in list(root.iter(f"{W}p")):
        if whole := _PARAGRAPH_TAG.fullmatch("".join(words.text or "" for words in own_texts(paragraph))):
            looks.append(_look(paragraph, next(paragraph.iter(f"{W}r")), root))
            _keep_section(paragraph)
            _replace(paragraph, f"{{{{ {PARAGRAPHS}({whole[1].strip()}, {len(looks) - 1}) }}}}")
            continue
        while (found := _first_tag(paragraph)) is not None:
            run, expression = found
            looks.append(_look(paragraph, run, root))
            _replace(run, f"{{{{ {RUNS}({expression}, {len(looks) - 1}) }}}}")
    return tuple(looks)


def _first_tag(paragraph: etree._Element) -> tuple[etree._Element, str] | None:
    """A run that holds only the first `{{r }}` of a paragraph, and the expression in it; None without."""
    texts = list(own_texts(paragraph))
    tag = _RUN_TAG.search("".join(words.text or "" for words in texts))
    if tag is None:
        return None
    text = put(texts, tag.start(), tag.end(), tag[0])
    run = text.getparent()
    assert run is not None
    before, _, after = (text.text or "").partition(tag[0])
    # text before and after the tag gets a run of its own, with the same formatting
    for words, add in ((before, run.addprevious), (after, run.addnext)):
        if words:
            own = deepcopy(run)
            own[:] = [child for child in own if child.tag == f"{W}rPr"]
            written = etree.SubElement(own, f"{W}t", {_SPACE: "preserve"})
            written.text = words
            add(own)
    text.text = tag[0]
    return run, tag[1].strip()


def _look(paragraph: etree._Element, run: etree._Element, root: etree._Element) -> Look:
    properties, looks = paragraph.find(f"{W}pPr"), run.find(f"{W}rPr")
    names = {"w": W[1:-1]}  # prefixes as in the part
    bold = etree.Element(f"{W}rPr", nsmap=names) if looks is None else deepcopy(looks)
    for old in bold.findall(f"{W}b"):
        bold.remove(old)
    bold.insert(sum(child.tag in _BEFORE_BOLD for child in bold), etree.Element(f"{W}b", nsmap=names))
    if properties is not None:
        properties = deepcopy(properties)
        for section in properties.findall(f"{W}sectPr"):
            properties.remove(section)
    return Look(_within(properties, root), _within(looks, root), _within(bold, root))


def _within(element: etree._Element | None, root: etree._Element) -> str:
    """The XML of an element without namespaces that its part declares."""
    if element is None:
        return ""
    declared = "|".join(re.escape(prefix) for prefix in root.nsmap if prefix)
    return re.sub(rf' xmlns:(?:{declared})="[^"]*"', "", etree.tostring(element, encoding="unicode", with_tail=False))


def _keep_section(paragraph: etree._Element) -> None:
    """If a section ends with this paragraph, move its end to an empty paragraph after it."""
    section = paragraph.find(f"{W}pPr/{W}sectPr")
    if section is not None:
        last = etree.Element(f"{W}p")
        etree.SubElement(last, f"{W}pPr").append(section)
        paragraph.addnext(last)


def _replace(element: etree._Element, text: str) -> None:
    """Replace an element by text: tags may stand anywhere in the XML."""
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    text += element.tail or ""
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text
    parent.remove(element)
