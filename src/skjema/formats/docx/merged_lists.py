"""Copies the lists of a text into the file that it is put into, with new numbers, so that they start anew."""

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from skjema.formats.docx.part_xml import W, parse

_VAL = f"{W}val"
_NUMBER, _ABSTRACT = f"{W}numId", f"{W}abstractNumId"
_STYLED = (f"{W}pStyle", f"{W}styleLink", f"{W}numStyleLink")
"""Elements of a list definition that refer to a style."""
_NOT_TAKEN = (f"{W}nsid", f"{W}lvlPicBulletId")
"""Not copied: the id by which Word would merge two lists, and picture bullets, for which a sign is used instead."""

_BEFORE_NUMBERS = frozenset({"pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"})
"""Properties of a paragraph that must stand before `numPr` (ECMA-376 part 1, 17.3.1.26)."""


class MergedLists:
    """Gives the lists of one inserted text numbers in the receiving file.

    Args:
        own: Returns the receiving file's lists, which are added to.
        theirs: The lists of the inserted file; None without.

    Attributes:
        style_of: Returns the id in the receiving file of a style of the inserted file.
    """

    style_of: Callable[[str], str]

    def __init__(self, own: Callable[[], etree._Element], theirs: bytes | None) -> None:
        self._own = own
        self._theirs = None if theirs is None else parse(theirs)
        self._known = {"0": "0"}  # which is no list

    def take(self, root: etree._Element) -> None:
        """Let a text or a style refer to its lists by their numbers in the receiving file."""
        for element in root.iter(_NUMBER):
            element.set(_VAL, self._number_of(element.get(_VAL, "0")))

    def _number_of(self, number: str) -> str:
        if number not in self._known:
            self._known[number] = "0"  # 0, no list, unless it is found below
            found = self._find(f"{W}num", _NUMBER, number)
            if found is not None:
                self._known[number] = self._added(found)
        return self._known[number]

    def _find(self, tag: str, key: str, number: str) -> etree._Element | None:
        listed = () if self._theirs is None else self._theirs.iter(tag)
        return next((one for one in listed if one.get(key) == number), None)

    def _added(self, found: etree._Element) -> str:
        """Number of the copy of one of the inserted file's lists; 0, no list, where it has no definition."""
        return self._copied(found, self._theirs, is_styled=True) if self._theirs is not None else "0"

    def _copied(self, found: etree._Element, lists: etree._Element, *, is_styled: bool) -> str:
        """Number of a copy of a list and its definition.

        Args:
            is_styled: Whether the styles that its levels refer to are copied too.
        """
        own, copied = self._own(), deepcopy(found)
        reference = copied.find(_ABSTRACT)
        wanted = "" if reference is None else reference.get(_VAL, "")
        shape = next((one for one in lists.iter(f"{W}abstractNum") if one.get(_ABSTRACT) == wanted), None)
        if reference is None or shape is None:
            return "0"
        shape = deepcopy(shape)
        for element in list(shape.iter(_NOT_TAKEN if is_styled else (*_NOT_TAKEN, *_STYLED))):
            holder = element.getparent()
            assert holder is not None
            holder.remove(element)
        number = _next(own, f"{W}num", _NUMBER)
        shape.set(_ABSTRACT, _next(own, f"{W}abstractNum", _ABSTRACT))
        copied.set(_NUMBER, number)
        reference.set(_VAL, shape.get(_ABSTRACT, ""))
        # all lists come after all definitions (ECMA-376 part 1, 17.9.16)
        own.insert(sum(one.tag in (f"{W}abstractNum", f"{W}numPicBullet") for one in own), shape)
        own.insert(_end(own), copied)
        for element in shape.iter(_STYLED):
            element.set(_VAL, self.style_of(element.get(_VAL, "")))
        return number

    def restart(self, body: etree._Element, styles: etree._Element) -> None:
        """Give paragraphs that are numbered by their style a list of their own, so that no text continues another.

        Args:
            styles: Styles of the receiving file; the text already refers to them.
        """
        known = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
        numbers: dict[str, str] = {}
        for paragraph in body.iter(f"{W}p"):
            named = paragraph.find(f"{W}pPr/{W}pStyle")
            name = "" if named is None else named.get(_VAL, "")
            if named is None or name not in known or paragraph.find(f"{W}pPr/{W}numPr") is not None:
                continue
            if name not in numbers:
                numbers[name] = self._copy_of_style(known[name])
            if numbers[name]:
                _put_numbers(named, numbers[name])

    def _copy_of_style(self, style: etree._Element) -> str:
        """Number of a copy of the list by which a style numbers; empty where it doesn't number, or is a heading."""
        listed = style.find(f"{W}pPr/{W}numPr/{W}numId")
        if listed is None or style.find(f"{W}pPr/{W}outlineLvl") is not None:
            return ""
        own = self._own()
        found = next((one for one in own.iter(f"{W}num") if one.get(_NUMBER) == listed.get(_VAL)), None)
        reference = None if found is None else found.find(_ABSTRACT)
        if found is None or reference is None or not _counts(own, reference.get(_VAL, "")):
            return ""
        return self._copied(found, own, is_styled=False)


def _counts(own: etree._Element, shape: str) -> bool:
    """Whether the first level of a list has numbers rather than bullets."""
    for one in own.iter(f"{W}abstractNum"):
        if one.get(_ABSTRACT) == shape:
            kind = one.find(f"{W}lvl/{W}numFmt")
            return kind is not None and kind.get(_VAL) not in ("bullet", "none")
    return False


def _put_numbers(named: etree._Element, number: str) -> None:
    """Let the paragraph with this style element be numbered by a list."""
    holder = named.getparent()
    assert holder is not None
    properties = etree.Element(f"{W}numPr")
    etree.SubElement(properties, f"{W}ilvl", {_VAL: "0"})
    etree.SubElement(properties, _NUMBER, {_VAL: number})
    holder.insert(sum(etree.QName(one).localname in _BEFORE_NUMBERS for one in holder), properties)


def _end(own: etree._Element) -> int:
    """The position after the last list."""
    return max(at for at, one in enumerate(own) if one.tag in (f"{W}abstractNum", f"{W}num")) + 1


def _next(own: etree._Element, tag: str, key: str) -> str:
    return str(max((int(one.get(key, "0")) for one in own.iter(tag)), default=0) + 1)
