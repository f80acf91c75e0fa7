"""Prepares content controls, and ids that loops would repeat, which docxtpl leaves unchanged.

Each change is a deviation from docxtpl, listed in docs/decisions/0005-word-engine.md.
"""

import re

from lxml import etree

from skjema.layout.letterhead import logo_size
from skjema.render.word.compiled_template import PICTURE_ID
from skjema.render.word.repeated_marks import set_repeated_marks_apart

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_EMU = 36_000
"""English metric units per millimetre."""
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_EXPRESSION = re.compile(r"\s*\{\{(.+)\}\}\s*", re.DOTALL)
_TYPED = ("text", "date", "dropDownList", "comboBox")
"""Kinds of controls that hold one text."""
_ROOM = "\u00a0" * 24
"""Contents of an empty control, so that there is room to click and nothing to see in print."""


def prepare(root: etree._Element) -> None:
    """Bind the controls of a part to their expressions, and replace ids that loops would repeat."""
    for control in root.iter(f"{{{_W}}}sdt"):
        properties, content = control.find(f"{{{_W}}}sdtPr"), control.find(f"{{{_W}}}sdtContent")
        if properties is None or content is None:
            continue
        for number in properties.findall(f"{{{_W}}}id"):
            properties.remove(number)  # a loop would repeat the id; Word gives controls without one a new id
        tag = _EXPRESSION.fullmatch("".join(words.text or "" for words in content.iter(f"{{{_W}}}t")))
        if tag:
            _bind(properties, content, tag[1].strip())
    set_repeated_marks_apart(root)
    # Word can't open a file with two pictures of the same id
    for picture in root.iter(f"{{{_WP}}}docPr"):
        picture.set("id", f"{{{{ {PICTURE_ID}() }}}}")


def _bind(properties: etree._Element, content: etree._Element, expression: str) -> None:
    texts = list(content.iter(f"{{{_W}}}t"))
    box = properties.find(f"{{{_W14}}}checkbox")
    if box is not None:
        checked = box.find(f"{{{_W14}}}checked")
        if checked is not None:
            checked.set(f"{{{_W14}}}val", f"{{{{ '1' if {expression} else '0' }}}}")
        ticked, unticked = _mark(box, "checkedState", "2612"), _mark(box, "uncheckedState", "2610")
        shown = f"{{{{ '{ticked}' if {expression} else '{unticked}' }}}}"
    elif any(properties.find(f"{{{_W}}}{kind}") is not None for kind in _TYPED):
        _show_placeholder(properties, expression)
        shown = f"{{{{ {expression} or '{_ROOM}' }}}}"
    else:
        return
    first, *others = texts  # Word splits typed text into several runs, so that a tag's braces may be in different ones
    first.text = shown
    for text in others:
        text.text = ""


def _mark(box: etree._Element, state: str, default: str) -> str:
    sign = box.find(f"{{{_W14}}}{state}")
    return chr(int(default if sign is None else sign.get(f"{{{_W14}}}val", default), 16))


_BEFORE_PLACEHOLDER = frozenset({"rPr", "alias", "tag", "lock", "placeholder", "temporary"})
"""Properties of a control that come before `showingPlcHdr` (ECMA-376 part 1, 17.5.2.38)."""


def _show_placeholder(properties: etree._Element, expression: str) -> None:
    """Mark the control as showing its placeholder while the value is empty; Word then deletes it on typing."""
    place = sum(etree.QName(child).localname in _BEFORE_PLACEHOLDER for child in properties)
    for old in properties.findall(f"{{{_W}}}showingPlcHdr"):
        properties.remove(old)
    mark = etree.Element(f"{{{_W}}}showingPlcHdr")
    properties.insert(place, mark)
    # the condition is text around the element; docxtpl's tags may stand anywhere in the XML
    start, end = f"{{% if not ({expression}) %}}", "{% endif %}"
    before = mark.getprevious()
    if before is None:
        properties.text = (properties.text or "") + start
    else:
        before.tail = (before.tail or "") + start
    mark.tail = end


def place_logo(root: etree._Element, data: bytes, name: str) -> None:
    """Give the picture called `name` the proportions of a logo."""
    width, height = (round(length * _EMU) for length in logo_size(data))
    for picture in root.iter(f"{{{_WP}}}inline"):
        named = picture.find(f"{{{_WP}}}docPr")
        if named is not None and named.get("name") == name:
            for element in picture.iter(etree.Element):
                # `ext` is also the name of extensions, which have no size
                if etree.QName(element).localname in ("extent", "ext") and element.get("cx"):
                    element.set("cx", str(width))
                    element.set("cy", str(height))
