"""Adds form fields to the pages of a PDF, with what viewers need to fill them in, and places in its structure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

from skjema.formats.pdf.acroform import COMB, MULTILINE, PRINTED, RADIO
from skjema.formats.pdf.claims import drop_lost_claims
from skjema.formats.pdf.document_revision import revision
from skjema.formats.pdf.objects import Document, array, dictionary, name, stream, written
from skjema.formats.pdf.page_letters import Rectangle
from skjema.formats.pdf.revision import numbered
from skjema.formats.pdf.structure import add_form_element
from skjema.formats.pdf.syntax import OFF, ON
from skjema.formats.pdf.tick_marks import mark
from skjema.formats.pdf.values import entries_of, resolved

_FONT = "Helv"
_CROSS = "8"


@dataclass(slots=True)
class NewField:
    """A field to add to a page.

    Attributes:
        name: Full name, with points between its parts.
        tooltip: Text for screen readers.
        places: One rectangle for each of `states`, or else a single one.
        states: For the boxes of a question: name of each box's on-state, and its text for screen readers.
        comb: Number of cells for single letters; 0 for a plain line.
    """

    name: str
    kind: Literal["text", "longtext", "tick", "radio"]
    page: int
    tooltip: str
    places: Sequence[Rectangle]
    states: Sequence[tuple[str, str]] = field(default_factory=tuple)
    comb: int = 0


def with_fields(pdf: bytes, fields: Iterable[NewField]) -> bytes:
    """The document with form fields added, written as a new file.

    Raises:
        Exception: One of `open_form.BROKEN`.
    """
    document = Document(pdf)
    drop_lost_claims(document)
    builder = _Builder(document)
    for one in fields:
        builder.add(one)
    form = document.add(_settings(document, builder.tops))
    document.root[NameObject("/AcroForm")] = form
    fixed, numbers = revision(document, [form])
    body = written(cast(DictionaryObject, form.get_object()), numbers)
    return fixed.build([numbered(numbers[form.idnum], body)])


def _settings(document: Document, tops: ArrayObject) -> DictionaryObject:
    """The document's form dictionary, with the new fields and the font that they refer to."""
    own = DictionaryObject(entries_of(document.root.get("/AcroForm")))
    known = resolved(own.get("/Fields"))
    before = [*list.__iter__(known)] if isinstance(known, ArrayObject) else []
    font = dictionary(
        Type=name("Font"), Subtype=name("Type1"), BaseFont=name("Helvetica"), Encoding=name("WinAnsiEncoding")
    )
    resources = entries_of(own.get("/DR"))
    fonts = entries_of(resources.get(NameObject("/Font"))) | {NameObject(f"/{_FONT}"): document.add(font)}
    own[NameObject("/DR")] = DictionaryObject({**resources, NameObject("/Font"): DictionaryObject(fonts)})
    own.update(dictionary(Fields=ArrayObject([*before, *tops]), DA=f"/{_FONT} 0 Tf 0 g"))
    return own


class _Builder:
    """Adds fields to one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._nodes: dict[str, IndirectObject] = {}
        self.tops = ArrayObject()

    def add(self, one: NewField) -> None:
        if one.kind == "radio":
            group = self._document.add(
                dictionary(FT=name("Btn"), Ff=RADIO, TU=one.tooltip, V=name(OFF), Kids=ArrayObject())
            )
            self._hang(one.name, group)
            for place, (state, told) in zip(one.places, one.states, strict=True):
                widget = self._widget(one.page, place, told)
                self._entries(widget).update(self._button(place, state))
                self._below(widget, group)
            return
        (place,) = one.places
        widget = self._widget(one.page, place, one.tooltip)
        entry = self._entries(widget)
        if one.kind == "tick":
            entry.update(dictionary(FT=name("Btn"), V=name(OFF)))
            entry.update(self._button(place, ON))
        else:
            flags = (MULTILINE if one.kind == "longtext" else 0) | (COMB if one.comb else 0)
            look = self._look(b"", (place[2] - place[0], place[3] - place[1]))
            entry.update(dictionary(FT=name("Tx"), Ff=flags, DA=f"/{_FONT} 0 Tf 0 g", AP=dictionary(N=look)))
            entry.update(dictionary(MaxLen=one.comb) if one.comb else {})
        self._hang(one.name, widget)

    def _widget(self, page: int, place: Rectangle, tooltip: str) -> IndirectObject:
        entry = self._document.pages[page]
        widget = dictionary(
            Type=name("Annot"), Subtype=name("Widget"), Rect=array(*place), F=PRINTED, TU=tooltip,
            P=cast(IndirectObject, entry.indirect_reference),
        )  # fmt: skip
        reference = self._document.add(widget)
        listed = resolved(entry.get("/Annots"))
        others = [*list.__iter__(listed)] if isinstance(listed, ArrayObject) else []
        entry[NameObject("/Annots")] = ArrayObject([*others, reference])
        add_form_element(self._document, entry, reference)
        return reference

    def _button(self, place: Rectangle, state: str) -> DictionaryObject:
        size = place[2] - place[0], place[3] - place[1]
        looks = {state: self._look(mark(_CROSS, *size), size), OFF: self._look(b"", size)}
        return dictionary(AS=name(OFF), AP=dictionary(N=dictionary(**looks)), MK=dictionary(CA=_CROSS))

    def _look(self, content: bytes, size: tuple[float, float]) -> IndirectObject:
        box = array(0, 0, *size)
        look = stream(content, Type=name("XObject"), Subtype=name("Form"), BBox=box, Resources=dictionary())
        return self._document.add(look)

    def _entries(self, reference: IndirectObject) -> DictionaryObject:
        return cast(DictionaryObject, reference.get_object())

    def _hang(self, full_name: str, reference: IndirectObject) -> None:
        """Put a field below the parent fields that its name gives, creating them where needed."""
        above, _, own = full_name.rpartition(".")
        self._entries(reference).update(dictionary(T=own))
        if not above:
            self.tops.append(reference)
            return
        if above not in self._nodes:
            self._nodes[above] = self._document.add(dictionary(Kids=ArrayObject()))
            self._hang(above, self._nodes[above])
        self._below(reference, self._nodes[above])

    def _below(self, kid: IndirectObject, parent: IndirectObject) -> None:
        self._entries(kid).update(dictionary(Parent=parent))
        cast(ArrayObject, self._entries(parent)["/Kids"]).append(kid)
