"""Numbered lists of a template that is repeated: each form counts from 1."""

import re
from collections.abc import Iterator
from itertools import count

from lxml import etree

from skjema.render.word.relations import parse

NUMBERING, STYLES = "word/numbering.xml", "word/styles.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_USED = re.compile(r'(<w:numId w:val=")(\d+)("/>)')
_STYLED = re.compile(r'<w:pStyle w:val="([^"]*)"/>')
_UNNUMBERED = ("bullet", "none")


class Numbering:
    """The lists of one template.

    Args:
        members: Its files.
    """

    def __init__(self, members: dict[str, bytes]) -> None:
        self._root = parse(members[NUMBERING]) if NUMBERING in members else None
        self._lists: dict[str, str] = {}
        if self._root is not None:
            counting = {_value(one, "abstractNumId") for one in self._root if _counts(one)}
            for one in self._root.iter(f"{_W}num"):
                abstract = _value(one.find(f"{_W}abstractNumId"), "val")
                if abstract in counting:
                    self._lists[_value(one, "numId")] = abstract
        self._styles = set(self._numbered_styles(members)) if self._lists else set()
        self._next = count(1 + max((int(_value(one, "numId")) for one in self._nums()), default=0))
        self._made: list[tuple[int, str]] = []

    def _nums(self) -> Iterator[etree._Element]:
        if self._root is not None:
            yield from self._root.iter(f"{_W}num")

    def _numbered_styles(self, members: dict[str, bytes]) -> Iterator[str]:
        for style in parse(members[STYLES]).iter(f"{_W}style") if STYLES in members else ():
            number = style.find(f"{_W}pPr/{_W}numPr/{_W}numId")
            if number is not None and _value(number, "val") in self._lists:
                yield _value(style, "styleId")

    def is_styled(self, body: str) -> bool:
        """Whether a style numbers paragraphs of a body, so that its lists can't be told from those of another."""
        return bool(self._styles) and not self._styles.isdisjoint(_STYLED.findall(body))

    def own(self, body: str) -> str:
        """A form's body with lists of its own."""
        mine: dict[str, int] = {}

        def renumbered(used: re.Match[str]) -> str:
            if used[2] not in self._lists:
                return used[0]
            if used[2] not in mine:
                mine[used[2]] = next(self._next)
                self._made.append((mine[used[2]], self._lists[used[2]]))
            return f"{used[1]}{mine[used[2]]}{used[3]}"

        return _USED.sub(renumbered, body) if self._lists else body

    def part(self) -> bytes | None:
        """The part that says what the lists are like; None where no form has one of its own."""
        if self._root is None or not self._made:
            return None
        last = list(self._nums())[-1]
        for number, abstract in reversed(self._made):
            made = etree.Element(f"{_W}num", {f"{_W}numId": str(number)})
            etree.SubElement(made, f"{_W}abstractNumId", {f"{_W}val": abstract})
            for level in range(9):
                override = etree.SubElement(made, f"{_W}lvlOverride", {f"{_W}ilvl": str(level)})
                etree.SubElement(override, f"{_W}startOverride", {f"{_W}val": "1"})
            last.addnext(made)
        return etree.tostring(self._root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _counts(one: etree._Element) -> bool:
    """Whether a kind of list has numbers."""
    kinds = one.iter(f"{_W}numFmt") if one.tag == f"{_W}abstractNum" else iter(())
    return any(_value(kind, "val") not in _UNNUMBERED for kind in kinds)


def _value(one: etree._Element | None, name: str) -> str:
    return "" if one is None else str(one.get(f"{_W}{name}", ""))
