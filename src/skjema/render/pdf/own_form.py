"""Somebody else's PDF form as a `FormDocument`: the looks of its fields, and their bindings."""

from collections.abc import Iterator
from typing import Any, cast

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from skjema.formats.fonts import ValueFont
from skjema.formats.pdf.acroform import HIDDEN, NO_PAGE, NO_VIEW, PRINTED, AcroForm, FormField, Place
from skjema.formats.pdf.embed import embed
from skjema.formats.pdf.field_look import UPRIGHT, Look, is_drawn, look_of, moved, placed, text_box
from skjema.formats.pdf.fit_text import TextBox
from skjema.formats.pdf.objects import Document, array, dictionary, name, stream
from skjema.formats.pdf.structure import structure_of
from skjema.formats.pdf.syntax import DRAWN, OFF
from skjema.formats.pdf.tick_marks import mark
from skjema.formats.pdf.values import annotations, entries_of, normal_appearance, rectangle, resolved, text_of, whole
from skjema.render.pdf.bind_fields import Bindings, Bound
from skjema.render.pdf.compile_drawings import protect
from skjema.render.pdf.fixed_texts import FixedTexts, is_regenerated, lacks_appearance
from skjema.render.pdf.form_document import FormDocument, Holder, Widget
from skjema.render.pdf.tidy_form import tidy
from skjema.render.pdf.written import ListedAnswer, State, Written

_NOT_FLATTENED = ("/Popup", "/Link")


def own_form_document(
    acroform: AcroForm, bindings: Bindings, font: ValueFont, *, for_paper: bool, is_signed: bool = False
) -> FormDocument:
    """A form that was read, ready for values.

    Args:
        for_paper: Whether its fields are drawn on its pages rather than filled in.
        is_signed: Whether nothing but the fields that values are written in may change.
    """
    builder = _Builder(acroform, font, for_paper=for_paper)
    return builder.signed(bindings) if is_signed else builder.build(bindings)


class _Builder:
    """Makes widgets of one form's fields."""

    def __init__(self, acroform: AcroForm, font: ValueFont, *, for_paper: bool) -> None:
        self._acroform = acroform
        self._document: Document = acroform.document
        self._fonts = embed(self._document, font)
        self._fixed = FixedTexts(self._document, font, self._fonts.drawn)
        self._for_paper = for_paper
        self._structure = structure_of(self._document)
        self._widgets: list[Widget] = []
        self._holders: list[Holder] = []
        self._drawn = 0

    def build(self, bindings: Bindings) -> FormDocument:
        bound = {id(one.field): one for one in bindings.bound}
        settings, regenerates = self._acroform.entry, is_regenerated(self._acroform)
        for one in self._acroform.fields:
            if id(one) in bound:
                self._bind(bound[id(one)])
            else:
                self._complete(one, again=regenerates)
        tidy(self._document, settings, self._fonts)
        others = list(self._others()) if self._for_paper else []
        if self._for_paper:
            for page in self._document.pages:
                protect(self._document, page)
        return FormDocument(self._document, self._widgets, self._holders, self._fonts, others, is_ours=False)

    def signed(self, bindings: Bindings) -> FormDocument:
        for one in bindings.bound:
            self._bind(one)
        return FormDocument(self._document, self._widgets, self._holders, self._fonts, is_ours=False)

    # -- fields that values are written in

    def _bind(self, bound: Bound) -> None:
        one = bound.field
        is_button = one.kind in ("tick", "radio")
        for place in one.places:
            self._widgets.append(self._button(bound, place) if is_button else self._text(bound, place))
        apart = {place.holder.idnum for place in one.places if place.is_own_holder}
        for holder in one.holders:
            if holder.idnum not in apart:
                self._holders.append(self._holder(bound, holder))

    def _holder(self, bound: Bound, reference: IndirectObject) -> Holder:
        one, entry = bound.field, cast(DictionaryObject, reference.get_object())
        _forget_value(entry)
        if one.kind in ("tick", "radio"):
            return Holder(reference, [State(box, "", state) for state, box in bound.states.items()])
        box = text_box(one, one.places[0], look_of(one, one.places[0]).size) if one.places else _ANY_TEXT
        return Holder(reference, (), bound.name, box, bound.written, _listed(bound))

    def _text(self, bound: Bound, place: Place) -> Widget:
        one, look = bound.field, look_of(bound.field, place)
        _forget_value(place.entry)
        empty = b"" if _is_bare(place.entry) else look.under
        place.entry[NameObject("/AP")] = dictionary(N=self._appearance(look, empty))
        kind = "combo" if bound.written else "longtext" if text_box(one, place, look.size).multiline else "text"
        widget = self._widget(bound.name, kind, one, place, look)
        widget.written, widget.listed, widget.top = bound.written, _listed(bound), whole(one.entries.get("/TI"))
        if empty:
            widget.plain = b"q %s %sQ" % (moved(look.matrix, *widget.at), empty)
        return widget

    def _button(self, bound: Bound, place: Place) -> Widget:
        one, look = bound.field, look_of(bound.field, place)
        state = next((state for state in place.states if state in bound.states), place.states[0])
        box = bound.states.get(state, "")
        on, off = self._states(one, place, look, state)
        place.entry[NameObject("/AS")] = name(OFF)
        widget = self._widget(box, "radio" if one.kind == "radio" else "tick", one, place, look)
        widget.state = state
        if self._for_paper and place.is_shown:
            widget.ticked, widget.plain = self._do(on, place, widget.page), self._do(off, place, widget.page)
        else:
            widget.ticked = b" "
        return widget

    def _widget(self, value: str, kind: str, one: FormField, place: Place, look: Look) -> Widget:
        left, bottom = place.rectangle[:2]
        return Widget(
            value, kind, one.tooltip or one.name, "", place.page, (left, bottom), look.size, place.reference,  # type: ignore[arg-type]
            place.entry, text_box(one, place, look.size), self._element(place.entry, place.page),
            holds_value=place.is_own_holder, under=look.under,
            matrix=None if look.matrix == UPRIGHT else look.matrix,
        )  # fmt: skip

    def _element(self, entry: DictionaryObject, page: int) -> DictionaryObject | None:
        """The structure element of an annotation; None where the document has none that its page could be part of."""
        element = self._structure.get(whole(entry["/StructParent"])) if "/StructParent" in entry else None
        on_page = self._document.pages[page].get("/StructParents") if page != NO_PAGE else None
        is_whole = on_page is None or isinstance(self._structure.get(whole(on_page)), ArrayObject)
        return element if isinstance(element, DictionaryObject) and page != NO_PAGE and is_whole else None

    # -- appearances

    def _appearance(self, look: Look, content: bytes, **resources: PdfObject) -> IndirectObject:
        matrix = {} if look.matrix == UPRIGHT else {"Matrix": array(*(float(one) for one in look.matrix))}
        return self._document.add(
            stream(
                content, Type=name("XObject"), Subtype=name("Form"), BBox=array(0, 0, *look.size),
                Resources=dictionary(**resources), **matrix,
            )
        )  # fmt: skip

    def _states(self, one: FormField, place: Place, look: Look, state: str) -> tuple[IndirectObject, IndirectObject]:
        """What a button looks like when it is on and off: by its own appearances, where they draw something."""
        looks = resolved(place.entry.get("/AP"))
        normal = resolved(looks.get("/N")) if isinstance(looks, DictionaryObject) else None
        is_plain = isinstance(normal, DictionaryObject) and not isinstance(normal, StreamObject)
        own: Any = normal if is_plain else DictionaryObject()
        off = own.raw_get("/Off") if "/Off" in own else None
        if not isinstance(off, IndirectObject) or not isinstance(off.get_object(), StreamObject):
            off = self._appearance(look, look.under)
        key = f"/{state}"
        on = own.raw_get(key) if key in own else None
        if not isinstance(on, IndirectObject) or not is_drawn(on.get_object()):
            on = self._ticked(one, place, look, off)
        states = {NameObject(key): one for key, one in ((key, on), ("/Off", off))}
        place.entry[NameObject("/AP")] = dictionary(N=DictionaryObject(states))
        return on, off

    def _ticked(self, one: FormField, place: Place, look: Look, off: IndirectObject) -> IndirectObject:
        """A box with a mark in it, as the form wants it: drawn, since viewers lack the font that is meant for it."""
        marks = resolved(place.entry.get("/MK"))
        sign = text_of(marks.get("/CA")) if isinstance(marks, DictionaryObject) else ""
        drawn = mark(sign or ("l" if one.kind == "radio" else "4"), *look.size, look.color)
        ground = off.get_object()
        if look.under or look.matrix != UPRIGHT or not is_drawn(ground):
            return self._appearance(look, look.under + drawn)
        assert isinstance(ground, DictionaryObject)
        below = moved(placed(ground, (0, 0, *look.size)), 0, 0)
        return self._appearance(look, b"q %s /Off Do Q\n%s" % (below, drawn), XObject=dictionary(Off=off))

    # -- what no value is written in

    def _complete(self, one: FormField, *, again: bool) -> None:
        """Give places of a field the appearance that viewers are to make otherwise, each in its own way.

        Args:
            again: Whether the form says that those it has may be out of date.
        """
        for place in one.places:
            look = look_of(one, place)
            if one.kind in ("tick", "radio"):
                own = resolved(place.entry.get("/AP"))
                if not isinstance(own, DictionaryObject) or "/N" not in own:
                    self._states(one, place, look, place.states[0])
            elif lacks_appearance(one, place, again=again):
                content, drawn = self._fixed.drawn(one, place, look)
                resources = dictionary(**{DRAWN: drawn})
                place.entry[NameObject("/AP")] = dictionary(N=self._appearance(look, content, Font=resources))

    def _others(self) -> Iterator[Widget]:
        """What stands on the pages beside the fields that values are written in, as it looks on paper."""
        written = {widget.reference.idnum for widget in self._widgets}
        for page, entry, reference in annotations(self._document):
            flags = whole(entry.get("/F"))
            is_seen = flags & PRINTED and not flags & NO_VIEW and not flags & HIDDEN
            if reference.idnum in written or entry.get("/Subtype") in _NOT_FLATTENED:
                continue
            look = normal_appearance(entry) if is_seen else None
            is_field = entry.get("/Subtype") == "/Widget"
            element = self._element(entry, page) if is_field else None
            if look is None and element is None:
                continue
            drawn = self._do_in(look, rectangle(entry), page) if look is not None else b""
            size = (1.0, 1.0)
            yield Widget(
                "", "text", text_of(entry.get("/TU")), "", page, (0, 0), size, reference, entry,
                TextBox(*size, multiline=False), element, plain=drawn,
            )  # fmt: skip

    # -- pages for paper

    def _do(self, appearance: IndirectObject, place: Place, page: int) -> bytes:
        return self._do_in(appearance, place.rectangle, page)

    def _do_in(self, appearance: IndirectObject, edges: tuple[float, float, float, float], page: int) -> bytes:
        """What draws an appearance on its page, whose resources it is added to."""
        looks = appearance.get_object()
        assert isinstance(looks, DictionaryObject)
        self._drawn += 1
        called = f"SkA{self._drawn}"
        entry = self._document.pages[page]
        resources = entries_of(entry.get("/Resources"))
        pictures = entries_of(resources.get(NameObject("/XObject"))) | {NameObject(f"/{called}"): appearance}
        entry[NameObject("/Resources")] = DictionaryObject(
            {**resources, NameObject("/XObject"): DictionaryObject(pictures)}
        )
        return b"q %s /%s Do Q" % (moved(placed(looks, edges), 0, 0), called.encode())


_ANY_TEXT = TextBox(1e6, 1e6, multiline=True)
"""Room for the text of a field that no page shows."""


def _listed(bound: Bound) -> list[ListedAnswer]:
    if bound.field.kind != "list":
        return []
    return [
        ListedAnswer(Written(*option), tuple(bound.chosen.get(place, ())))
        for place, option in enumerate(bound.field.options)
    ]


def _is_bare(entry: DictionaryObject) -> bool:
    """Whether a place is drawn with nothing while it is empty, whatever ground its values have."""
    look = resolved(normal_appearance(entry))
    return isinstance(look, StreamObject) and not look.get_data().strip()


def _forget_value(entry: DictionaryObject) -> None:
    """Remove a field's old value and its appearance."""
    for key in ("/V", "/RV", "/I"):
        entry.pop(key, None)
