"""Makes groups of the sections that people can repeat in Word: a loop repeats their first item for each row."""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from skjema.draft.guess import Guess
from skjema.draft.word_around import place_key
from skjema.draft.word_grids import tag_row
from skjema.draft.word_places import Place, value_of
from skjema.formats.docx.part_xml import W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BOXES = frozenset({"choice", "choices"})


def with_groups(root: etree._Element, controls: Sequence[Place]) -> tuple[list[Place], set[etree._Element]]:
    """The controls of a part, those of repeated sections as columns of groups; and the sections that became groups."""
    places, made = list(controls), set()
    for section in _sections(root):
        items = _items(section)
        own = [one for one in places if section in one.element.iterancestors(f"{W}sdt")]
        first = [one for one in own if items and items[0] in one.element.iterancestors(f"{W}sdt")]
        if not first or any(one.guess.prefilled for one in own) or not all(map(_fits, first)):
            continue
        for other in items[1:]:
            parent = other.getparent()
            assert parent is not None
            parent.remove(other)
        columns = [_column(one, section, items[0], is_first=not at) for at, one in enumerate(first)]
        places = [one for one in places if one not in own] + columns
        made.add(section)
    return places, made


def _sections(root: etree._Element) -> Iterator[etree._Element]:
    """The named sections that people can repeat, without sections inside them."""
    for control in root.iter(f"{W}sdt"):
        inner = [one for one in control.iter("{*}repeatingSection") if one.getparent() != control.find(f"{W}sdtPr")]
        if control.find(f"{W}sdtPr/{{*}}repeatingSection") is not None and not inner and _name(control):
            yield control


def _name(section: etree._Element) -> str:
    return value_of(section.find(f"{W}sdtPr/{W}alias")) or value_of(section.find(f"{W}sdtPr/{W}tag"))


def _items(section: etree._Element) -> list[etree._Element]:
    found = section.findall(f"{W}sdtContent/{W}sdt")
    return [one for one in found if one.find(f"{W}sdtPr/{{*}}repeatingSectionItem") is not None]


def _fits(place: Place) -> bool:
    """Whether a control holds one text, or is a box of its own."""
    is_box = place.element.find(f"{W}sdtPr/{{*}}checkbox") is not None
    has_words = next(place.element.iter(f"{W}t"), None) is not None
    return has_words and not (is_box and place.guess.type in _BOXES)


def _column(place: Place, section: etree._Element, item: etree._Element, *, is_first: bool) -> Place:
    guess = replace(place.guess, group=_name(section))
    fill = _fill(place.element, item, is_first=is_first)
    return replace(place, guess=guess, key=f"repeated {place_key(section)} {place.key}", fill=fill)


def _fill(control: etree._Element, item: etree._Element, *, is_first: bool) -> Callable[[Guess], None]:
    def fill(guess: Guess) -> None:
        _write(control, f"rad.{guess.id}")
        if is_first:
            _repeat(item, guess.group)

    return fill


def _repeat(item: etree._Element, group: str) -> None:
    """Put an item into a loop, with an empty one behind it for papers without rows."""
    row = item.find(f"{W}sdtContent/{W}tr")
    empty = deepcopy(item)
    empty.tail = None
    for control in empty.iter(f"{W}sdt"):
        if next(control.iterdescendants(f"{W}sdt"), None) is None:
            _write(control, "''")
    item.addprevious(_tag(row, f"for rad in {group}"))
    after = item
    for one in (_tag(row, "endfor"), _tag(row, f"if not {group}"), empty, _tag(row, "endif")):
        after.addnext(one)
        after = one


def _write(control: etree._Element, expression: str) -> None:
    """Put a tag in place of the words of a control."""
    first, *others = control.iter(f"{W}t")
    first.text = f"{{{{ {expression} }}}}"
    first.set(_SPACE, "preserve")
    for text in others:
        text.text = ""


def _tag(row: etree._Element | None, words: str) -> etree._Element:
    """A row or a paragraph with only a tag, which docxtpl removes."""
    if row is not None:
        return tag_row(row, f"{{%tr {words} %}}")
    paragraph = etree.Element(f"{W}p")
    run = etree.SubElement(paragraph, f"{W}r")
    etree.SubElement(run, f"{W}t", {_SPACE: "preserve"}).text = f"{{%p {words} %}}"
    return paragraph
