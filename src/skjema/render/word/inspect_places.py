"""Finds faults across a Word file: tags that open and never close, and places that share a name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_words
from skjema.text_match import match_key

_BLOCK = re.compile(
    r"\{%-?\s*(?:(?:p|tr|tc|r)\s)?\s*(end)?(if|for|macro|call|filter|with|else|elif)\b.*?%\}", re.DOTALL
)
"""A tag that begins or ends a block."""
_BETWEEN = {"else": ("if", "for"), "elif": ("if",)}
"""Tags in the middle of a block, and the blocks that may have them."""


class Fault(NamedTuple):
    """A fault: the problem's code and parameters, and the number of its paragraph, from 0."""

    code: str
    params: Mapping[str, object]
    paragraph: int


def block_faults(root: etree._Element) -> Iterator[Fault]:
    """Block tags of a part that are never closed, and end tags without a beginning."""
    opened: list[tuple[str, str, int]] = []
    for number, paragraph in enumerate(root.iter(f"{W}p")):
        words = own_words(paragraph)
        for tag in _BLOCK.finditer(words):
            is_end, kind = bool(tag[1]), tag[2]
            if kind in _BETWEEN:
                if not opened or opened[-1][0] not in _BETWEEN[kind]:
                    yield Fault("block-unopened", {"got": tag[0], "paragraph": words}, number)
            elif not is_end:
                opened.append((kind, tag[0], number))
            elif any(one[0] == kind for one in opened):
                # blocks opened within it that haven't been closed
                while opened[-1][0] != kind:
                    yield _unclosed(opened.pop())
                opened.pop()
            else:
                yield Fault("block-unopened", {"got": tag[0], "paragraph": words}, number)
    yield from map(_unclosed, opened)


def _unclosed(opened: tuple[str, str, int]) -> Fault:
    kind, tag, number = opened
    return Fault("block-unclosed", {"got": tag, "ending": f"{{% end{kind} %}}"}, number)


def shared_names(root: etree._Element) -> Iterator[Fault]:
    """Controls and form fields that share a name although their titles differ."""
    numbers = {paragraph: number for number, paragraph in enumerate(root.iter(f"{W}p"))}
    places: dict[str, list[tuple[str, str, int]]] = {}
    for element, name, label in _named(root):
        inside = next(element.iterancestors(f"{W}p"), None)
        paragraph = next(element.iter(f"{W}p"), None) if inside is None else inside
        number = -1 if paragraph is None else numbers[paragraph]
        places.setdefault(match_key(name), []).append((name, label, number))
    for same in places.values():
        labels = {match_key(label): label for _, label, _ in same if label}
        if len(labels) > 1:
            yield Fault("place-name-shared", {"got": same[0][0], "known": tuple(labels.values())}, same[1][2])


def _named(root: etree._Element) -> Iterable[tuple[etree._Element, str, str]]:
    """Each control with a tag and each form field: its name, and its title for people."""
    for control in root.iter(f"{W}sdt"):
        tag, title = control.find(f"{W}sdtPr/{W}tag"), control.find(f"{W}sdtPr/{W}alias")
        if tag is not None and tag.get(f"{W}val"):
            yield control, tag.get(f"{W}val", ""), "" if title is None else title.get(f"{W}val", "")
    for data in root.iter(f"{W}ffData"):
        name, told = data.find(f"{W}name"), data.find(f"{W}statusText")
        if name is not None and name.get(f"{W}val"):
            yield data, name.get(f"{W}val", ""), "" if told is None else told.get(f"{W}val", "")
