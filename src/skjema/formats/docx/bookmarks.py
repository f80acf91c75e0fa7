"""Bookmarks of a text that is put into a file of others: each has an id and a name of its own there."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping

from lxml import etree

from skjema.formats.docx.part_xml import W

_WORD = re.compile(r"\w+")
_LONGEST_NAME = 40
"""Letters that Word takes of a bookmark's name."""
_NAMING = {f"{W}bookmarkStart": f"{W}name", f"{W}hyperlink": f"{W}anchor", f"{W}fldSimple": f"{W}instr"}
"""Elements that name bookmarks, and the attribute in which they do."""


def set_bookmarks_apart(body: etree._Element, next_id: Callable[[], int], end: str) -> None:
    """Give the bookmarks of a text ids of their own, and names with an end of their own, in links and fields too."""
    ids: defaultdict[str, int] = defaultdict(next_id)
    for mark in body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        mark.set(f"{W}id", str(ids[mark.get(f"{W}id", "")]))
    names = [mark.get(f"{W}name", "") for mark in body.iter(f"{W}bookmarkStart")]
    if names:
        _rename(body, {name: _own_name(name, place, end) for place, name in enumerate(names)})


def _rename(body: etree._Element, names: Mapping[str, str]) -> None:
    """Give bookmarks other names, where they begin, in links and in fields."""

    def renamed(text: str) -> str:
        return _WORD.sub(lambda word: names.get(word[0], word[0]), text)

    for element in body.iter(*_NAMING, f"{W}instrText"):
        attribute = _NAMING.get(str(element.tag))
        if attribute is None:
            element.text = renamed(element.text or "")
        elif attribute in element.attrib:
            element.set(attribute, renamed(element.get(attribute, "")))


def _own_name(name: str, place: int, end: str) -> str:
    """The name of a bookmark in one text; a long one is cut, and told apart by its place."""
    own, numbered = f"{name}_{end}", f"_{place}_{end}"
    return own if len(own) <= _LONGEST_NAME else name[: _LONGEST_NAME - len(numbered)] + numbered
