"""Matches the styles of an inserted text with those of the receiving file by name, and copies those that it lacks."""

from collections.abc import Callable
from copy import deepcopy
from typing import Protocol

from lxml import etree

from skjema.formats.docx.part_xml import W, parse

_REFERRING = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
"""Elements of a text that refer to a style."""
_WITHIN = (f"{W}basedOn", f"{W}next", f"{W}link")
"""Elements of a style that refer to another style."""
_VAL = f"{W}val"


class _Lists(Protocol):
    def take(self, root: etree._Element) -> None: ...


class MergedStyles:
    """Gives the styles of one inserted text ids in the receiving file.

    Args:
        own: Returns the receiving file's styles, which are added to.
        theirs: The styles of the inserted file; None without.
        lists: Renumbers the lists of a copied style.
    """

    def __init__(self, own: Callable[[], etree._Element], theirs: bytes | None, lists: _Lists) -> None:
        self._own, self._lists = own, lists
        styles = [] if theirs is None else list(parse(theirs).iter(f"{W}style"))
        self._theirs = {style.get(f"{W}styleId", ""): style for style in styles}
        self._known: dict[str, str] = {}

    def take(self, body: etree._Element) -> None:
        """Let a text refer to its styles by their ids in the receiving file."""
        for element in body.iter(_REFERRING):
            element.set(_VAL, self.style_of(element.get(_VAL, "")))

    def style_of(self, style_id: str) -> str:
        """The id of a style in the receiving file; the style is copied if there is none of its name."""
        if style_id in self._known or style_id not in self._theirs:
            return self._known.get(style_id, style_id)
        style, own = self._theirs[style_id], self._own()
        ids = {}
        for one in own.iter(f"{W}style"):
            ids[one.get(f"{W}styleId", "")] = _name(one)
            if _name(one) == _name(style) and one.get(f"{W}type") == style.get(f"{W}type"):
                self._known[style_id] = one.get(f"{W}styleId", "")
                return self._known[style_id]
        # remembered before copying, since styles refer to each other in circles
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
