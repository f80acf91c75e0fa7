"""Finds fonts that a PDF uses without embedding them, so that it may look different on another machine."""

from collections.abc import Iterable
from typing import NamedTuple

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject, PdfObject

from skjema.formats.pdf.objects import inner, target

_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


class _Part(NamedTuple):
    """What one object refers to: fonts that aren't embedded, and other objects."""

    fonts: frozenset[str]
    leads: frozenset[IndirectObject]


class FontsUsed:
    """Finds fonts that aren't embedded; objects that pages share are read once."""

    def __init__(self) -> None:
        self._parts: dict[IndirectObject, _Part] = {}
        self._found: dict[frozenset[IndirectObject], frozenset[str]] = {}

    def left_out(self, starts: Iterable[PdfObject]) -> frozenset[str]:
        part = _scan(starts)
        # pages of a pack refer to the same fonts; searching them for every page would take most of the time
        if part.leads not in self._found:
            self._found[part.leads] = self._reached(part.leads)
        return part.fonts | self._found[part.leads]

    def _reached(self, leads: frozenset[IndirectObject]) -> frozenset[str]:
        visited: set[IndirectObject] = set()
        waiting = set(leads)
        while waiting:
            reference = waiting.pop()
            visited.add(reference)
            if reference not in self._parts:
                self._parts[reference] = _scan([target(reference)])
            waiting |= self._parts[reference].leads - visited
        return frozenset[str]().union(*(self._parts[reference].fonts for reference in visited))


def _scan(items: Iterable[PdfObject]) -> _Part:
    fonts, leads = set(), set()
    waiting = list(items)
    while waiting:
        item = waiting.pop()
        if isinstance(item, IndirectObject):
            leads.add(item)
        elif isinstance(item, DictionaryObject) and item.get("/Type") == "/Font":
            if item.get("/Subtype") == "/Type3":  # a font drawn in the file itself, with resources of its own
                waiting.append(item.get("/Resources", NullObject()))
            else:
                fonts |= _left_out(item)
        else:
            waiting.extend(inner(item))
    return _Part(frozenset(fonts), frozenset(leads))


def _left_out(font: DictionaryObject) -> set[str]:
    """The font's name if it isn't embedded; else nothing."""
    below = font.get("/DescendantFonts", NullObject()).get_object()
    described = below[0].get_object() if isinstance(below, ArrayObject) and below else font
    descriptor = described.get("/FontDescriptor", NullObject()).get_object() if described else None
    if not isinstance(descriptor, DictionaryObject):
        descriptor = DictionaryObject()
    if any(key in descriptor for key in _FONT_FILES):
        return set()
    return {str(descriptor.get("/FontName", font.get("/BaseFont", "?"))).removeprefix("/")}


def has_all_fonts(appearance: DictionaryObject) -> bool:
    """Whether an appearance names the fonts that it uses, and all of them are embedded."""
    resources = appearance.get("/Resources", DictionaryObject()).get_object()
    named = isinstance(resources, DictionaryObject) and "/Font" in resources
    return named and not FontsUsed().left_out([resources])
