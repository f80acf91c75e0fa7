"""Reads the form fields of any PDF: those in its list of fields, and those that only stand on its pages."""

from collections.abc import Mapping
from itertools import count
from typing import cast

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject

from skjema.formats.pdf.acroform import COMBO, DEEPEST, NO_PAGE, PUSH, RADIO, AcroForm, FormField, Kind, Place
from skjema.formats.pdf.layers import Layers
from skjema.formats.pdf.objects import Document, array, dictionary
from skjema.formats.pdf.syntax import is_off
from skjema.formats.pdf.values import rectangle, resolved, text_of, whole


def read_acroform(document: Document) -> AcroForm:
    """The fields of a document; fields that only stand on its pages are added to its list of fields."""
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
    for one in reader.fields.values():
        if one.kind in ("tick", "radio"):
            _name_states(one)
    return AcroForm(document, form, list(reader.fields.values()))


class _Reader:
    """Reads the fields of one document."""

    def __init__(self, document: Document, form: DictionaryObject) -> None:
        self._document = document
        self._form = {key: form.raw_get(key) for key in ("/DA", "/Q") if key in form}
        self._layers = Layers(document)
        self._widgets: dict[int, int] = {}
        self._references: dict[int, IndirectObject] = {}
        self._visited: set[int] = set()
        self.fields: dict[str, FormField] = {}
        for number, page in enumerate(document.pages):
            self._page(number, page)

    def _page(self, number: int, page: DictionaryObject) -> None:
        """Record the widgets of a page; widgets that are embedded in its list become objects of their own."""
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
        """The topmost fields of widgets that the list of fields doesn't lead to."""
        reached: set[int] = set()
        for top in tops:
            self._reach(top, reached)
        found: dict[int, IndirectObject] = {}
        for number in [number for number in self._widgets if number not in reached]:
            above = self._above(self._references[number])
            top = above[-1]
            holder = above[1] if len(above) > 1 else None
            if holder is not None:  # the field doesn't list this widget
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
        while len(chain) < DEEPEST:
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
        """Read a field and the fields below it."""
        entry = reference.get_object()
        if reference.idnum in self._visited or depth > DEEPEST or not isinstance(entry, DictionaryObject):
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
        """Make objects of their own from child fields that are embedded in their parent."""
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
        field.values.append(own.get("/V"))
        for reference in places:
            widget = reference.get_object()
            if isinstance(widget, DictionaryObject) and "/Rect" in widget:
                page = self._widgets.get(reference.idnum, NO_PAGE)
                states = _states(widget) if field.kind in ("tick", "radio") else ()
                is_off = self._layers.hide(widget)
                field.places.append(Place(reference, widget, page, rectangle(widget), holder, states, is_off))


_INHERITED = frozenset({"/FT", "/V", "/DV", "/Ff", "/DA", "/Q", "/MaxLen", "/Opt", "/TI"})


def _is_field(chain: list[IndirectObject]) -> bool:
    """Whether a widget or a field above it gives the type of the field."""
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
    """Names of a button's on-states: those of its appearances, else its current state; none if it is no button."""
    looks = resolved(widget.get("/AP"))
    found: dict[str, None] = {}
    for key in ("/N", "/D") if isinstance(looks, DictionaryObject) else ():
        states = resolved(looks.get(key))
        if isinstance(states, DictionaryObject) and not hasattr(states, "get_data"):
            found |= dict.fromkeys(name[1:] for name in states if not is_off(name[1:]))
    state = str(resolved(widget.get("/AS")) or "")[1:]
    return tuple(found) or ((state,) if state and not is_off(state) else ())


def _name_states(field: FormField) -> None:
    """Name the on-states of buttons that have none: each by its number if they are different answers, else alike.

    These numbers are the indexes into the field's own list of answers (ISO 32000-1, 12.7.4.2.4).
    """
    are_apart = len(field.places) > 1 and (field.kind == "radio" or len(field.options) == len(field.places))
    taken = set(field.states)
    for number, place in enumerate(field.places):
        if not place.states:
            own = next(name for more in count() if (name := f"{number}{'x' * more}") not in taken)
            place.states = (own if are_apart else _COMMON,)
            taken |= {*place.states}


_COMMON = "Yes"
