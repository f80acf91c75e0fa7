"""The fields of a PDF form as a viewer has left them: saved whole, in another program's way, or as a revision."""

from collections.abc import Iterable, Iterator
from typing import Any

from pypdf.errors import DependencyError, FileNotDecryptedError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from skjema.errors import InputError
from skjema.formats.form_fields import FieldValue, FormFields
from skjema.formats.pdf import acroform as pdf
from skjema.formats.pdf.objects import Document
from skjema.formats.pdf.open_form import BROKEN, open_form
from skjema.formats.pdf.syntax import is_off
from skjema.formats.pdf.values import annotations, rectangle, resolved, text_of
from skjema.formats.scanned import READING, reading_of
from skjema.problems import Place, Problem

_DRAWN = frozenset({"/Ink", "/Stamp", "/FreeText", "/Line", "/Polygon", "/PolyLine", "/Square", "/Circle"})
"""Annotations by which one writes on a page rather than in a field."""
_Spot = tuple[int, tuple[float, float, float, float]]
"""A page, and a rectangle of it."""


def read_fields(content: bytes, name: str) -> FormFields:
    """The fields of a PDF, with what it says of itself.

    Args:
        name: What messages call the file.

    Raises:
        InputError: It has no fields, is damaged, or is protected by a password.
    """
    try:
        form = open_form(content)
        fields = [one for one in form.fields if one.kind not in ("push", "unknown") and one.name]
        if not fields:
            raise _refused("pdf-no-fields", name)
        held = next((one for one in fields if one.name == READING), None)
        if held is not None:
            return reading_of(_text(held.values[0])).fields(_keywords(form.document))
        return _Reader(form.document, fields).read()
    except (FileNotDecryptedError, DependencyError):
        raise _refused("returned-password", name) from None
    except BROKEN:
        raise _refused("pdf-damaged", name) from None


def _refused(code: str, name: str) -> InputError:
    return InputError(Problem(code, Place(name)))


def keywords(content: bytes) -> str:
    """The keywords of a PDF; empty where it has none, or can't be read."""
    try:
        return _keywords(Document(content))
    except (FileNotDecryptedError, DependencyError, *BROKEN):
        return ""


def _keywords(document: Document) -> str:
    told = resolved(document.trailer.get("/Info"))
    return text_of(told.get("/Keywords")) if isinstance(told, DictionaryObject) else ""


class _Reader:
    """What is written in the fields of a document, and on them."""

    def __init__(self, document: Document, fields: list[pdf.FormField]) -> None:
        self._document = document
        self._fields = fields
        self._unclear: set[str] = set()

    def read(self) -> FormFields:
        values = {one.name: self._value(one) for one in self._fields if one.kind != "signature"}
        lines = {one.name: [*map(_spot, one.places)] for one in self._fields if one.kind == "signature"}
        drawn = list(self._drawn())
        signed = {one.name for one in self._fields if one.kind == "signature" and _is_signed(one)}
        signed |= {name for name, spots in lines.items() if any(_overlaps(spot, drawn) for spot in spots)}
        all_lines = [spot for spots in lines.values() for spot in spots]
        is_beside = any(not _overlaps(one, all_lines) for one in drawn)
        return FormFields((_keywords(self._document),), values, frozenset(self._unclear), frozenset(signed), is_beside)

    def _value(self, one: pdf.FormField) -> FieldValue:
        """What a field holds; several of one name that hold different things are unclear."""
        if one.kind in ("tick", "radio"):
            return self._button(one)
        texts = [*map(_text, one.values)]
        if len(set(texts)) > 1:
            self._unclear.add(one.name)
        return texts[0]

    def _button(self, one: pdf.FormField) -> FieldValue:
        """Which answer is chosen, or whether a box is ticked; what is shown and what is told may differ."""
        told = {*map(_state, one.values)}
        chosen = _state(one.values[0])
        shown = {state for place in one.places if (state := _state(place.entry.get("/AS")))}
        if len(told) > 1 or shown != ({chosen} if chosen else set()):
            self._unclear.add(one.name)
        # boxes of one name whose states differ are a group as well, were they no radio buttons
        return chosen if one.kind == "radio" or len(one.states) > 1 else bool(chosen)

    def _drawn(self) -> Iterator[_Spot]:
        """Where something is written or drawn on the pages, beside the fields."""
        for page, entry, _ in annotations(self._document):
            if entry.get("/Subtype") in _DRAWN:
                yield page, rectangle(entry)


def _is_signed(one: pdf.FormField) -> bool:
    return any(isinstance(resolved(value), DictionaryObject) for value in one.values)


def _spot(place: pdf.Place) -> _Spot:
    return place.page, place.rectangle


def _overlaps(spot: _Spot, others: Iterable[_Spot]) -> bool:
    """Whether a rectangle lies over another one of its page."""
    page, (left, bottom, right, top) = spot
    return any(
        page == number and left < other[2] and other[0] < right and bottom < other[3] and other[1] < top
        for number, other in others
    )


def _state(value: Any) -> str:
    """The name of a state; empty for a box that isn't ticked."""
    text = str(resolved(value) or "").removeprefix("/")
    return "" if is_off(text) else text


def _text(item: Any) -> str:
    """A text as one types it; several answers on lines of their own."""
    value = resolved(item)
    match value:
        case StreamObject():
            return _lines(value.get_data().decode("utf-8", "replace"))
        case ArrayObject():
            return "\n".join(map(_text, value))
        case NameObject():
            return _state(value)
        case str() | bytes():
            return _lines(text_of(value))
        case _:
            return "" if value is None else _lines(str(value))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
