"""Renames the bookmarks of a text that is put into another file, so that ids and names stay unique there."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping

from lxml import etree

from skjema.formats.docx.part_xml import W

_WORD = re.compile(r"\w+")
_LONGEST_NAME = 40
"""Most characters that Word takes in a bookmark's name."""
_NAMING = {f"{W}bookmarkStart": f"{W}name", f"{W}hyperlink": f"{W}anchor", f"{W}fldSimple": f"{W}instr"}
"""Elements that name bookmarks, by the attribute that holds the name."""


def set_bookmarks_apart(body: etree._Element, next_id: Callable[[], int], end: str) -> None:
    """Give the bookmarks of a text new ids, and names with this ending, also in links and fields."""
    ids: defaultdict[str, int] = defaultdict(next_id)
    for mark in body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        mark.set(f"{W}id", str(ids[mark.get(f"{W}id", "")]))
    names = [mark.get(f"{W}name", "") for mark in body.iter(f"{W}bookmarkStart")]
    if names:
        _rename(body, {name: _own_name(name, place, end) for place, name in enumerate(names)})


def _rename(body: etree._Element, names: Mapping[str, str]) -> None:
    """Rename bookmarks where they begin, in links and in fields."""

    def renamed(text: str) -> str:
        return _WORD.sub(lambda word: names.get(word[0], word[0]), text)

    for element in body.iter(*_NAMING, f"{W}instrText"):
        attribute = _NAMING.get(str(element.tag))
        if attribute is None:
            element.text = renamed(element.text or "")
        elif attribute in element.attrib:
            element.set(attribute, renamed(element.get(attribute, "")))


def _own_name(name: str, place: int, end: str) -> str:
    """The new name of a bookmark; a long one is cut, and made unique by its position."""
    own, numbered = f"{name}_{end}", f"_{place}_{end}"
    return own if len(own) <= _LONGEST_NAME else name[: _LONGEST_NAME - len(numbered)] + numbered
