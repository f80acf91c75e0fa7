"""Styles of a text that is put into another file: known by their names, added where the file has none of that name."""

from collections.abc import Callable
from copy import deepcopy
from typing import Protocol

from lxml import etree

from skjema.formats.docx.part_xml import W, parse

_REFERRING = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
"""Elements of a text that name a style."""
_WITHIN = (f"{W}basedOn", f"{W}next", f"{W}link")
"""Elements of a style that name another."""
_VAL = f"{W}val"


class _Lists(Protocol):
    def take(self, root: etree._Element) -> None: ...


class MergedStyles:
    """Gives the styles of one text ids of the file it is put into.

    Args:
        own: Gives the styles of that file, to be added to.
        theirs: The styles of the text's file, if it has any.
        lists: What gives lists of an added style numbers.
    """

    def __init__(self, own: Callable[[], etree._Element], theirs: bytes | None, lists: _Lists) -> None:
        self._own, self._lists = own, lists
        styles = [] if theirs is None else list(parse(theirs).iter(f"{W}style"))
        self._theirs = {style.get(f"{W}styleId", ""): style for style in styles}
        self._known: dict[str, str] = {}

    def take(self, body: etree._Element) -> None:
        """Have a text name its styles as the file does that it is put into."""
        for element in body.iter(_REFERRING):
            element.set(_VAL, self.style_of(element.get(_VAL, "")))

    def style_of(self, style_id: str) -> str:
        """The id that a style has in the file; it is added where there is none of its name."""
        if style_id in self._known or style_id not in self._theirs:
            return self._known.get(style_id, style_id)
        style, own = self._theirs[style_id], self._own()
        ids = {}
        for one in own.iter(f"{W}style"):
            ids[one.get(f"{W}styleId", "")] = _name(one)
            if _name(one) == _name(style) and one.get(f"{W}type") == style.get(f"{W}type"):
                self._known[style_id] = one.get(f"{W}styleId", "")
                return self._known[style_id]
        # noted before it is added: styles name each other in circles
        self._known[style_id] = next(free for free in _spellings(style_id) if free not in ids)
        added = deepcopy(style)
        added.set(f"{W}styleId", self._known[style_id])
        if f"{W}default" in added.attrib:
            del added.attrib[f"{W}default"]
        own.append(added)
        for element in added.iter(_WITHIN):
            element.set(_VAL, self.style_of(element.get(_VAL, "")))
        self._lists.take(added)
        return self._known[style_id]


def _name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return "" if name is None else name.get(_VAL, "").casefold()


def _spellings(style_id: str) -> list[str]:
    return [style_id, *(f"{style_id}{number}" for number in range(2, 100))]
