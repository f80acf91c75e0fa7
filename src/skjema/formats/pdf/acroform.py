"""The form fields of any PDF, as they are written: what they inherit, and where each stands on the pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject

from skjema.formats.pdf.objects import Document
from skjema.formats.pdf.syntax import is_off
from skjema.formats.pdf.values import resolved, text_of, whole

Kind = Literal["text", "tick", "radio", "push", "combo", "list", "signature", "unknown"]

# Field flags and annotation flags (ISO 32000-1, tables 221, 226, 228, 230 and 165), as bit values.
READ_ONLY, REQUIRED = 1, 1 << 1
MULTILINE, PASSWORD, COMB = 1 << 12, 1 << 13, 1 << 24
RADIO, PUSH, IN_UNISON = 1 << 15, 1 << 16, 1 << 25
COMBO, EDIT, MULTISELECT = 1 << 17, 1 << 18, 1 << 21
HIDDEN, PRINTED, NO_VIEW = 1 << 1, 1 << 2, 1 << 5

DEEPEST = 64
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
        is_off: Whether it stands in a layer that is left out as the document is opened.
    """

    reference: IndirectObject
    entry: DictionaryObject
    page: int
    rectangle: tuple[float, float, float, float]
    holder: IndirectObject
    states: tuple[str, ...] = ()
    is_off: bool = False

    @property
    def flags(self) -> int:
        return whole(self.entry.get("/F"))

    @property
    def is_shown(self) -> bool:
        left, bottom, right, top = self.rectangle
        is_hidden = self.is_off or self.flags & (HIDDEN | NO_VIEW)
        return self.page != NO_PAGE and not is_hidden and right > left and top > bottom

    @property
    def is_printed(self) -> bool:
        return bool(self.flags & PRINTED)

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
        values: What each of them holds, or inherits.
    """

    name: str
    kind: Kind
    entries: Mapping[str, PdfObject]
    holders: list[IndirectObject] = field(default_factory=list)
    values: list[PdfObject | None] = field(default_factory=list)
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
    def is_mixed_up(self) -> bool:
        """Whether buttons of which one is to be chosen can't be told apart, and aren't said to go together."""
        shown = [place for place in self.places if place.is_shown]
        states = {state for place in shown for state in place.states[:1]}
        return self.kind == "radio" and not self.flags & IN_UNISON and len(states) < len(shown)

    @property
    def is_filled(self) -> bool:
        """Whether it has a value other than the one it begins with."""
        value = resolved(self.entries.get("/V"))
        if value is None or self.kind in ("push", "signature"):
            return False
        is_empty = is_off(value[1:]) if isinstance(value, NameObject) else not str(value)
        return not is_empty and str(value) != str(resolved(self.entries.get("/DV")))


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


def _option(item: Any) -> Option:
    pair = resolved(item)
    if isinstance(pair, ArrayObject) and len(pair):
        export, *shown = (text_of(one) for one in pair)
        return Option(export, shown[0] if shown else export)
    return Option(text_of(pair), text_of(pair))
