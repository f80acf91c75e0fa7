"""Numbered lists of a template that is repeated in a pack: every form counts from 1."""

from collections.abc import Iterator
from copy import deepcopy
from itertools import count

from lxml import etree

from skjema.formats.docx.part_xml import W, parse, unparse

_UNNUMBERED = ("bullet", "none")


class Numbering:
    """The lists of one template.

    Args:
        lists: The part that defines the lists; None without.
        styles: The part with the styles; None without.
    """

    def __init__(self, lists: bytes | None, styles: bytes | None) -> None:
        self._root = None if lists is None else parse(lists)
        self._lists: dict[str, etree._Element] = {}
        if self._root is not None:
            counting = _counting(self._root)
            for numbering in self._root.iter(f"{W}num"):
                if _value(numbering.find(f"{W}abstractNumId"), "val") in counting:
                    self._lists[_value(numbering, "numId")] = numbering
        self._styles = set(self._numbered_styles(styles)) if self._lists else set()
        self._next = count(1 + max((int(_value(one, "numId")) for one in self._nums()), default=0))
        self._made: list[tuple[int, str]] = []

    def _nums(self) -> Iterator[etree._Element]:
        if self._root is not None:
            yield from self._root.iter(f"{W}num")

    def _numbered_styles(self, content: bytes | None) -> Iterator[str]:
        """Ids of styles that number their paragraphs, and of styles based on those."""
        styles = [] if content is None else parse(content).findall(f"{W}style")
        numbers = {_value(one, "styleId"): one.find(f"{W}pPr/{W}numPr/{W}numId") for one in styles}
        bases = {_value(one, "styleId"): _value(one.find(f"{W}basedOn"), "val") for one in styles}
        for style in numbers:
            own: str | None = style
            for _ in styles:  # as far as styles are based on others
                if own not in numbers or numbers[own] is not None:
                    break
                own = bases[own]
            if _value(numbers.get(own or ""), "val") in self._lists:
                yield style

    def is_styled(self, body: etree._Element) -> bool:
        """Whether a style numbers paragraphs of the body, so that its lists would continue those of another form."""
        return bool(self._styles) and any(_value(one, "val") in self._styles for one in body.iter(f"{W}pStyle"))

    def give_own(self, body: etree._Element) -> None:
        """Give the body of a form lists of its own."""
        own: dict[str, int] = {}
        for used in body.iter(f"{W}numId") if self._lists else ():
            shared = _value(used, "val")
            if shared in self._lists and shared not in own:
                own[shared] = next(self._next)
                self._made.append((own[shared], shared))
            if shared in own:
                used.set(f"{W}val", str(own[shared]))

    def part(self) -> bytes | None:
        """The part with the definitions of all lists; None where no form has lists of its own."""
        if self._root is None or not self._made:
            return None
        starts = {_value(one, "abstractNumId"): _starts(one) for one in self._root.iter(f"{W}abstractNum")}
        last = list(self._nums())[-1]
        # each is inserted right after the template's last list, so in reverse order
        for number, shared in reversed(self._made):
            list_of_form = deepcopy(self._lists[shared])
            list_of_form.set(f"{W}numId", str(number))
            _restart(list_of_form, starts.get(_value(list_of_form.find(f"{W}abstractNumId"), "val"), {}))
            last.addnext(list_of_form)
        return unparse(self._root)


def _counting(root: etree._Element) -> set[str]:
    """Ids of the list definitions that have numbers, or may have them through a style."""
    counting = set()
    for kind_of_list in root.iter(f"{W}abstractNum"):
        kinds = {_value(kind, "val") for kind in kind_of_list.iter(f"{W}numFmt")}
        if kinds - {*_UNNUMBERED} or kind_of_list.find(f"{W}numStyleLink") is not None:
            counting.add(_value(kind_of_list, "abstractNumId"))
    return counting


def _starts(kind: etree._Element) -> dict[str, str]:
    """The first number of each level of a list definition."""
    return {_value(one, "ilvl"): _value(one.find(f"{W}start"), "val") for one in kind.findall(f"{W}lvl")}


def _restart(numbering: etree._Element, starts: dict[str, str]) -> None:
    """Let every level of a list start again."""
    overrides = {_value(one, "ilvl"): one for one in numbering.findall(f"{W}lvlOverride")}
    # a list has at most nine levels (ECMA-376 part 1, 17.9.6)
    for level in map(str, range(9)):
        override = overrides.get(level)
        if override is None:
            override = etree.SubElement(numbering, f"{W}lvlOverride", {f"{W}ilvl": level})
        if override.find(f"{W}startOverride") is None:
            own = override.find(f"{W}lvl/{W}start")
            start = _value(own, "val") or starts.get(level) or "1"
            override.insert(0, etree.Element(f"{W}startOverride", {f"{W}val": start}))


def _value(element: etree._Element | None, name: str) -> str:
    return "" if element is None else str(element.get(f"{W}{name}", ""))
