"""The form fields of any PDF, as they are written: what they inherit, and where each stands on the pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, cast

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NullObject, PdfObject

from skjema.formats.pdf.objects import Document, array, dictionary

Kind = Literal["text", "tick", "radio", "push", "combo", "list", "signature", "unknown"]

# Field flags and annotation flags (ISO 32000-1, tables 221, 226, 228, 230 and 165), as bit values.
READ_ONLY, REQUIRED = 1, 1 << 1
MULTILINE, PASSWORD, COMB = 1 << 12, 1 << 13, 1 << 24
RADIO, PUSH = 1 << 15, 1 << 16
COMBO, EDIT, MULTISELECT = 1 << 17, 1 << 18, 1 << 21
HIDDEN, PRINTED, NO_VIEW = 1 << 1, 1 << 2, 1 << 5

_DEEPEST = 64
"""Levels of fields within fields; a real form has five."""
NO_PAGE = -1


class Option(NamedTuple):
    """One answer of a list: what the file holds, and what is shown."""

    export: str
    shown: str


@dataclass(slots=True, eq=False)
class Place:
    """One place of a field on paper.

    Attributes:
        page: Number of the page, from 0; `NO_PAGE` where no page shows it.
        rectangle: Left, bottom, right and top edge in points.
        holder: The dictionary that has the value: the field's own, which may be the same as the place's.
        states: Names of what a button is when it is on, without the slash.
    """

    reference: IndirectObject
    entry: DictionaryObject
    page: int
    rectangle: tuple[float, float, float, float]
    holder: IndirectObject
    states: tuple[str, ...] = ()

    @property
    def flags(self) -> int:
        return whole(self.entry.get("/F"))

    @property
    def is_shown(self) -> bool:
        left, bottom, right, top = self.rectangle
        return self.page != NO_PAGE and not self.flags & (HIDDEN | NO_VIEW) and right > left and top > bottom

    @property
    def is_own_holder(self) -> bool:
        return self.holder.idnum == self.reference.idnum


@dataclass(slots=True, eq=False)
class FormField:
    """A field with its value, wherever it is shown.

    Attributes:
        name: In full: `foresatte.1.navn`.
        entries: Its dictionary's own entries and those it inherits.
        holders: The dictionaries that have its value: several where a file has several fields of one name.
    """

    name: str
    kind: Kind
    entries: Mapping[str, PdfObject]
    holders: list[IndirectObject] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    @property
    def flags(self) -> int:
        return whole(self.entries.get("/Ff"))

    @property
    def tooltip(self) -> str:
        return text_of(self.entries.get("/TU"))

    @property
    def max_length(self) -> int:
        return max(whole(self.entries.get("/MaxLen")), 0)

    @property
    def is_comb(self) -> bool:
        return bool(self.flags & COMB and self.max_length and not self.flags & (MULTILINE | PASSWORD))

    @property
    def options(self) -> list[Option]:
        """What can be chosen; of buttons, what each place stands for, where the file says it apart from the state."""
        listed = resolved(self.entries.get("/Opt"))
        return [*map(_option, listed)] if isinstance(listed, ArrayObject) else []

    @property
    def states(self) -> tuple[str, ...]:
        """What a button can be when it is on, each once, in the order of its places."""
        return tuple(dict.fromkeys(state for place in self.places for state in place.states))

    @property
    def is_filled(self) -> bool:
        """Whether it has a value other than the one it begins with."""
        value = resolved(self.entries.get("/V"))
        if value is None or self.kind in ("push", "signature"):
            return False
        return str(value) not in ("", "/Off") and str(value) != str(resolved(self.entries.get("/DV")))


@dataclass(slots=True, eq=False)
class AcroForm:
    """All fields of a document, in the order of the file.

    Attributes:
        entry: The form's own dictionary, which is made where there is none.
        sizes: Width and height of each page in points.
    """

    document: Document
    entry: DictionaryObject
    fields: list[FormField]

    @property
    def in_order(self) -> list[FormField]:
        """Fields page by page as they are read: from top to bottom, and from left to right in a line."""
        return sorted(self.fields, key=reading_order)


def reading_order(one: FormField) -> tuple[int, float, float]:
    """Sorts fields by their first place; those without one come last."""
    shown = [place for place in one.places if place.page != NO_PAGE]
    if not shown:
        return 1 << 30, 0.0, 0.0
    first = min(shown, key=lambda place: (place.page, -round(place.rectangle[3] / 6), place.rectangle[0]))
    return first.page, -round(first.rectangle[3] / 6), first.rectangle[0]


def read_acroform(document: Document) -> AcroForm:
    """The fields of a document; what isn't in its list of fields but stands on a page is added to that."""
    root = document.root
    form = resolved(root.get("/AcroForm"))
    if not isinstance(form, DictionaryObject):
        form = dictionary(Fields=ArrayObject())
        root[NameObject("/AcroForm")] = document.add(form)
    fields = resolved(form.get("/Fields"))
    if not isinstance(fields, ArrayObject):
        fields = ArrayObject()
    reader = _Reader(document, form)
    tops = [one for one in map(document.referred, list.__iter__(fields)) if one is not None]
    tops += reader.orphans(tops)
    form[NameObject("/Fields")] = array(*tops)
    for top in tops:
        reader.walk(top, "", {}, 0)
    return AcroForm(document, form, list(reader.fields.values()))


class _Reader:
    """One pass over the fields of a document."""

    def __init__(self, document: Document, form: DictionaryObject) -> None:
        self._document = document
        self._form = {key: form.raw_get(key) for key in ("/DA", "/Q") if key in form}
        self._widgets: dict[int, int] = {}
        self._references: dict[int, IndirectObject] = {}
        self._visited: set[int] = set()
        self.fields: dict[str, FormField] = {}
        for number, page in enumerate(document.pages):
            self._page(number, page)

    def _page(self, number: int, page: DictionaryObject) -> None:
        """Note which widgets stand on a page; those that stand in its list as a whole become objects of their own."""
        listed = resolved(page.get("/Annots"))
        if not isinstance(listed, ArrayObject):
            return
        references = [self._document.referred(one) for one in list.__iter__(listed)]
        for reference in references:
            entry = resolved(reference)
            if isinstance(entry, DictionaryObject) and entry.get("/Subtype") == "/Widget" and reference is not None:
                self._widgets.setdefault(reference.idnum, number)
                self._references.setdefault(reference.idnum, reference)
        if any(not isinstance(one, IndirectObject) for one in list.__iter__(listed)):
            page[NameObject("/Annots")] = array(*(one for one in references if one is not None))

    def orphans(self, tops: list[IndirectObject]) -> list[IndirectObject]:
        """The topmost fields of widgets that no field of the list leads to."""
        reached: set[int] = set()
        for top in tops:
            self._reach(top, reached)
        found: dict[int, IndirectObject] = {}
        for number in [number for number in self._widgets if number not in reached]:
            above = self._above(self._references[number])
            top = above[-1]
            holder = above[1] if len(above) > 1 else None
            if holder is not None:  # its field doesn't know it
                self._adopt(holder, above[0], reached)
            if top.idnum not in reached and _is_field(above):
                found.setdefault(top.idnum, top)
                self._reach(top, reached)
        return list(found.values())

    def _adopt(self, parent: IndirectObject, kid: IndirectObject, reached: set[int]) -> None:
        entry = cast(DictionaryObject, parent.get_object())
        kids = resolved(entry.get("/Kids"))
        known = [one for one in list.__iter__(kids) if isinstance(one, IndirectObject)] if kids is not None else []
        if all(one.idnum != kid.idnum for one in known):
            entry[NameObject("/Kids")] = array(*known, kid)
        if parent.idnum in reached:
            reached.add(kid.idnum)

    def _above(self, start: IndirectObject) -> list[IndirectObject]:
        """A widget and the fields above it, up to the topmost."""
        chain = [start]
        while len(chain) < _DEEPEST:
            entry = chain[-1].get_object()
            parent = entry.raw_get("/Parent") if isinstance(entry, DictionaryObject) and "/Parent" in entry else None
            if not isinstance(parent, IndirectObject) or not isinstance(parent.get_object(), DictionaryObject):
                break
            if any(parent.idnum == one.idnum for one in chain):
                break
            chain.append(parent)
        return chain

    def _reach(self, start: IndirectObject, reached: set[int]) -> None:
        waiting = [start]
        while waiting:
            reference = waiting.pop()
            if reference.idnum not in reached:
                reached.add(reference.idnum)
                entry = reference.get_object()
                waiting.extend(_kids(entry) if isinstance(entry, DictionaryObject) else ())

    def walk(self, reference: IndirectObject, above: str, inherited: Mapping[str, PdfObject], depth: int) -> None:
        """Read a field and those below it."""
        entry = reference.get_object()
        if reference.idnum in self._visited or depth > _DEEPEST or not isinstance(entry, DictionaryObject):
            return
        self._visited.add(reference.idnum)
        name = ".".join(filter(None, (above, text_of(entry.get("/T")))))
        entries = {**inherited, **{key: entry.raw_get(key) for key in entry if key in _INHERITED}}
        self._use_references(entry)
        kids = _kids(entry)
        below = [kid for kid in kids if _has_name(kid)]
        if below:
            for kid in below:
                self.walk(kid, name, entries, depth + 1)
        places = [kid for kid in kids if not _has_name(kid)]
        if (places or not below) and (name or not kids):
            self._field(reference, entry, name, entries, places or ([] if below else [reference]))

    def _use_references(self, entry: DictionaryObject) -> None:
        """Make kids that stand in their field as a whole objects of their own."""
        kids = resolved(entry.get("/Kids"))
        if isinstance(kids, ArrayObject) and any(not isinstance(one, IndirectObject) for one in list.__iter__(kids)):
            references = map(self._document.referred, list.__iter__(kids))
            entry[NameObject("/Kids")] = array(*(one for one in references if one is not None))

    def _field(
        self, holder: IndirectObject, entry: DictionaryObject, name: str, entries: dict[str, PdfObject],
        places: list[IndirectObject],
    ) -> None:  # fmt: skip
        own = {**self._form, **entries, **{key: entry.raw_get(key) for key in ("/TU", "/AA", "/Lock") if key in entry}}
        kind = _kind(own)
        field = self.fields.setdefault(name, FormField(name, kind, own))
        field.holders.append(holder)
        for reference in places:
            widget = reference.get_object()
            if isinstance(widget, DictionaryObject) and "/Rect" in widget:
                page = self._widgets.get(reference.idnum, NO_PAGE)
                states = _states(widget) if field.kind in ("tick", "radio") else ()
                field.places.append(Place(reference, widget, page, rectangle(widget), holder, states))


_INHERITED = frozenset({"/FT", "/V", "/DV", "/Ff", "/DA", "/Q", "/MaxLen", "/Opt", "/TI"})


def _is_field(chain: list[IndirectObject]) -> bool:
    """Whether a widget and what is above it say what kind of field it is."""
    entries = [one.get_object() for one in chain]
    return any(isinstance(one, DictionaryObject) and "/FT" in one for one in entries)


def _kids(entry: DictionaryObject) -> list[IndirectObject]:
    kids = resolved(entry.get("/Kids"))
    return [one for one in list.__iter__(kids) if isinstance(one, IndirectObject)] if kids is not None else []


def _has_name(reference: IndirectObject) -> bool:
    entry = reference.get_object()
    return isinstance(entry, DictionaryObject) and "/T" in entry


def _kind(entries: Mapping[str, PdfObject]) -> Kind:
    flags = whole(entries.get("/Ff"))
    match resolved(entries.get("/FT")):
        case "/Tx":
            return "text"
        case "/Btn":
            return "push" if flags & PUSH else "radio" if flags & RADIO else "tick"
        case "/Ch":
            return "combo" if flags & COMBO else "list"
        case "/Sig":
            return "signature"
        case _:
            return "unknown"


def _states(widget: DictionaryObject) -> tuple[str, ...]:
    """What a button is called when it is on: by its appearances, else by the state it has, else as most are called."""
    looks = resolved(widget.get("/AP"))
    found: dict[str, None] = {}
    for key in ("/N", "/D") if isinstance(looks, DictionaryObject) else ():
        states = resolved(looks.get(key))
        if isinstance(states, DictionaryObject) and not hasattr(states, "get_data"):
            found |= dict.fromkeys(name[1:] for name in states if name not in ("/Off", "/off"))
    state = str(resolved(widget.get("/AS")) or "")[1:]
    return tuple(found) or ((state,) if state not in ("", "Off") else ("Yes",))


def _option(item: Any) -> Option:
    pair = resolved(item)
    if isinstance(pair, ArrayObject) and len(pair):
        export, *shown = (text_of(one) for one in pair)
        return Option(export, shown[0] if shown else export)
    return Option(text_of(pair), text_of(pair))


def rectangle(entry: DictionaryObject) -> tuple[float, float, float, float]:
    """Left, bottom, right and top edge of an annotation; no room at all where it doesn't say."""
    edges = resolved(entry.get("/Rect"))
    numbers = [number(edge) for edge in edges] if isinstance(edges, ArrayObject) and len(edges) == 4 else [0.0] * 4
    # any two opposite corners, in any order (ISO 32000-1, 7.9.5)
    left, right = sorted(numbers[0::2])
    bottom, top = sorted(numbers[1::2])
    return left, bottom, right, top


def annotations(document: Document) -> Iterator[tuple[int, DictionaryObject, IndirectObject]]:
    """Every annotation with its page's number; only those that are objects of their own."""
    for number_of_page, page in enumerate(document.pages):
        listed = resolved(page.get("/Annots"))
        for reference in list.__iter__(listed) if isinstance(listed, ArrayObject) else ():
            entry = resolved(reference)
            if isinstance(reference, IndirectObject) and isinstance(entry, DictionaryObject):
                yield number_of_page, entry, reference


def resolved(item: Any) -> Any:
    """An object in its reference's place; None for null."""
    found = item.get_object() if isinstance(item, PdfObject) else item
    return None if isinstance(found, NullObject) else found


def whole(item: Any) -> int:
    """A whole number of a file; 0 for what is none."""
    return int(number(item))


def number(item: Any) -> float:
    """A number of a file; 0 for what is none."""
    value = resolved(item)
    return float(value) if isinstance(value, int | float) else 0.0


def text_of(item: Any) -> str:
    """A text string of a file, as letters; empty for what is none."""
    value = resolved(item)
    if isinstance(value, bytes):
        return value.decode("latin-1")
    if isinstance(value, NameObject):
        return value[1:]
    return str(value) if isinstance(value, str) else ""
