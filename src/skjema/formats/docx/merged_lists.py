"""Lists of a text that is put into another file: copied with numbers of their own, so that they begin anew."""

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from skjema.formats.docx.part_xml import W, parse

_VAL = f"{W}val"
_NUMBER, _ABSTRACT = f"{W}numId", f"{W}abstractNumId"
_STYLED = (f"{W}pStyle", f"{W}styleLink", f"{W}numStyleLink")
"""Elements of a list's levels that name a style."""
_NOT_TAKEN = (f"{W}nsid", f"{W}lvlPicBulletId")
"""What makes Word take two lists for one, and pictures as bullets, which stay behind: a sign stands in their place."""

_BEFORE_NUMBERS = frozenset({"pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"})
"""What stands before `numPr` among a paragraph's properties (ECMA-376 part 1, 17.3.1.26)."""


class MergedLists:
    """Gives the lists of one text numbers in the file it is put into.

    Args:
        own: Gives the lists of that file, to be added to.
        theirs: The lists of the text's file, if it has any.

    Attributes:
        style_of: From the id of a style in the text's file to the id in the other.
    """

    style_of: Callable[[str], str]

    def __init__(self, own: Callable[[], etree._Element], theirs: bytes | None) -> None:
        self._own = own
        self._theirs = None if theirs is None else parse(theirs)
        self._known = {"0": "0"}  # which is no list

    def take(self, root: etree._Element) -> None:
        """Have a text, or a style, call its lists by the numbers that they have in the file."""
        for element in root.iter(_NUMBER):
            element.set(_VAL, self._number_of(element.get(_VAL, "0")))

    def _number_of(self, number: str) -> str:
        if number not in self._known:
            self._known[number] = "0"  # of a list that isn't there
            found = self._find(f"{W}num", _NUMBER, number)
            if found is not None:
                self._known[number] = self._added(found)
        return self._known[number]

    def _find(self, tag: str, key: str, number: str) -> etree._Element | None:
        listed = () if self._theirs is None else self._theirs.iter(tag)
        return next((one for one in listed if one.get(key) == number), None)

    def _added(self, found: etree._Element) -> str:
        """Number of a copy of one of their lists; 0, which is none, where it has no shape."""
        return self._copied(found, self._theirs, is_styled=True) if self._theirs is not None else "0"

    def _copied(self, found: etree._Element, lists: etree._Element, *, is_styled: bool) -> str:
        """Number of a copy of a list of `lists`, and of its shape.

        Args:
            is_styled: Whether the styles that its levels name come along.
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
        # lists stand behind all their shapes (ECMA-376 part 1, 17.9.16)
        own.insert(sum(one.tag in (f"{W}abstractNum", f"{W}numPicBullet") for one in own), shape)
        own.insert(_end(own), copied)
        for element in shape.iter(_STYLED):
            element.set(_VAL, self.style_of(element.get(_VAL, "")))
        return number

    def restart(self, body: etree._Element, styles: etree._Element) -> None:
        """Give the paragraphs that a style numbers a list of their own, so that neither text counts on in the other.

        Args:
            styles: Of the file that it is put into, by which the text names them already.
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
        """Number of a copy of the list by which a style counts; nothing where it counts none, or is a heading's."""
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
    """Whether the first level of a list has numbers and not signs."""
    for one in own.iter(f"{W}abstractNum"):
        if one.get(_ABSTRACT) == shape:
            kind = one.find(f"{W}lvl/{W}numFmt")
            return kind is not None and kind.get(_VAL) not in ("bullet", "none")
    return False


def _put_numbers(named: etree._Element, number: str) -> None:
    """Let the paragraph whose style is named so count by a list."""
    holder = named.getparent()
    assert holder is not None
    properties = etree.Element(f"{W}numPr")
    etree.SubElement(properties, f"{W}ilvl", {_VAL: "0"})
    etree.SubElement(properties, _NUMBER, {_VAL: number})
    holder.insert(sum(etree.QName(one).localname in _BEFORE_NUMBERS for one in holder), properties)


def _end(own: etree._Element) -> int:
    """The place behind the last list."""
    return max(at for at, one in enumerate(own) if one.tag in (f"{W}abstractNum", f"{W}num")) + 1


def _next(own: etree._Element, tag: str, key: str) -> str:
    return str(max((int(one.get(key, "0")) for one in own.iter(tag)), default=0) + 1)
