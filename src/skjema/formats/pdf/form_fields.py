"""Reads the fields of a returned PDF, however a viewer has saved it: as a new file or as an appended revision."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from pypdf.errors import DependencyError, FileNotDecryptedError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from skjema.errors import InputError
from skjema.formats.form_fields import FieldValue, FormFields, Spot
from skjema.formats.pdf import acroform as pdf
from skjema.formats.pdf.objects import Document
from skjema.formats.pdf.open_form import BROKEN, open_form
from skjema.formats.pdf.page_changes import page_digests
from skjema.formats.pdf.syntax import is_off
from skjema.formats.pdf.values import annotations, rectangle, resolved, text_of
from skjema.formats.scanned import READING, reading_of
from skjema.problems import Place, Problem

_DRAWN = frozenset({"/Ink", "/Stamp", "/FreeText", "/Line", "/Polygon", "/PolyLine", "/Square", "/Circle"})
"""Annotations that people write or draw on a page with, and may sign with."""
_NOTED = frozenset(
    {"/Text", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Caret", "/FileAttachment", "/Redact", "/Sound"}
)
"""Other annotations that people make remarks with."""
_WITHIN = 0.5
"""Least fraction of a drawing that must lie on or near a signature line to count as a signature there."""
_END, _TAIL = b"%%EOF", re.compile(rb"\d\s+obj\b")


def read_fields(content: bytes, name: str) -> FormFields:
    """The fields of a returned PDF, with its description of itself.

    Args:
        name: Name of the file in messages.

    Raises:
        InputError: The file has no fields, is damaged, or is protected by a password.
    """
    try:
        if _TAIL.search(content[content.rfind(_END) :]):  # cut off; readers would show an earlier revision
            raise _refused("pdf-damaged", name)
        form = open_form(content, only_read=True)
        fields = [one for one in form.fields if one.kind not in ("push", "unknown") and one.name]
        if not fields:
            raise _refused(
                "pdf-portfolio"
                if "/Collection" in form.document.root or _has_files(form.document)
                else "pdf-no-fields",
                name,
            )
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
        return _keywords(Document(content, only_read=True))
    except (FileNotDecryptedError, DependencyError, *BROKEN):
        return ""


def _keywords(document: Document) -> str:
    told = resolved(document.trailer.get("/Info"))
    return text_of(told.get("/Keywords")) if isinstance(told, DictionaryObject) else ""


class _Reader:
    """Reads what is written in and on the fields of one document."""

    def __init__(self, document: Document, fields: list[pdf.FormField]) -> None:
        self._document = document
        self._fields = fields
        self._unclear: set[str] = set()

    def read(self) -> FormFields:
        values = {one.name: self._value(one) for one in self._fields if one.kind != "signature"}
        lines = tuple(
            (one.name, (place.page, place.rectangle))
            for one in self._fields
            if one.kind == "signature"
            for place in one.places
        )
        signed = {one.name for one in self._fields if one.kind == "signature" and _is_signed(one)}
        is_beside = False
        for spot, may_sign in self._drawn():
            name = signed_line(spot, lines) if may_sign else ""
            signed.update(filter(None, (name,)))
            is_beside |= not name
        off_page = {one.name for one in self._fields if one.places and all(at.page == pdf.NO_PAGE for at in one.places)}
        bare = len([*self._document.pages]) - len(
            {at.page for one in self._fields for at in one.places} - {pdf.NO_PAGE}
        )
        return FormFields(
            (_keywords(self._document),), values, frozenset(self._unclear), frozenset(signed), is_beside,
            bare_pages=bare, off_page=frozenset(off_page), has_files=_has_files(self._document),
            pages=page_digests(self._document), lines=lines,
        )  # fmt: skip

    def _value(self, one: pdf.FormField) -> FieldValue:
        """The value of a field; if fields of the same name differ, it is unclear."""
        if one.kind in ("tick", "radio"):
            return self._button(one)
        texts = [*map(_text, one.values)]
        if len(set(texts)) > 1:
            self._unclear.add(one.name)
        return texts[0]

    def _button(self, one: pdf.FormField) -> FieldValue:
        """The chosen answer, or whether a box is ticked; unclear if the value and the displayed state differ."""
        told = {*map(_state, one.values)}
        chosen = _state(one.values[0])
        shown = {state for place in one.places if (state := _state(place.entry.get("/AS")))}
        if len(told) > 1 or shown != ({chosen} if chosen else set()):
            self._unclear.add(one.name)
        # boxes of one name with different states are a group too, even if they aren't radio buttons
        return chosen if one.kind == "radio" or len(one.states) > 1 else bool(chosen)

    def _drawn(self) -> Iterator[tuple[Spot, bool]]:
        """Places of drawings and remarks on the pages beside the fields, and whether each may be a signature."""
        for page, entry, _ in annotations(self._document):
            if (kind := entry.get("/Subtype")) in _DRAWN | _NOTED:
                yield (page, rectangle(entry)), kind in _DRAWN


def _has_files(document: Document) -> bool:
    """Whether other files are embedded in the document."""
    names = resolved(document.root.get("/Names"))
    tree = resolved(names.get("/EmbeddedFiles")) if isinstance(names, DictionaryObject) else None
    return isinstance(tree, DictionaryObject) and any(resolved(tree.get(key)) for key in ("/Names", "/Kids"))


def _is_signed(one: pdf.FormField) -> bool:
    return any(isinstance(resolved(value), DictionaryObject) for value in one.values)


def signed_line(spot: Spot, lines: Iterable[tuple[str, Spot]]) -> str:
    """Name of the signature line that most of a drawing lies on; empty where it lies elsewhere or everywhere."""
    page, (left, bottom, right, top) = spot
    area, shares = max(right - left, 1) * max(top - bottom, 1), {"": 0.0}
    for name, (number, line) in lines:
        height = line[3] - line[1]  # a signature may be twice as high as its line, and extend above or below
        across = min(right, line[2]) - max(left, line[0])
        down = min(top, line[3] + height) - max(bottom, line[1] - height)
        on_it = min(top, line[3]) - max(bottom, line[1])
        if page == number and across > 0 and down > 0 and max(across, 1) * max(down, 1) >= _WITHIN * area:
            shares[name] = max(shares.get(name, 0), on_it)
    return max(shares, key=lambda name: shares[name])


def _state(value: Any) -> str:
    """The name of an on-state; empty for a box that isn't ticked."""
    text = str(resolved(value) or "").removeprefix("/")
    return "" if is_off(text) else text


def _text(item: Any) -> str:
    """A value as text; several answers are on lines of their own."""
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
