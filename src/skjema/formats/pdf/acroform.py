"""The form fields of any PDF as objects: what they are, what they inherit, and where they stand on the pages."""

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
"""Most levels of nested fields; real forms have five."""
NO_PAGE = -1


class Option(NamedTuple):
    """One answer of a list: the value in the file, and the text that is displayed."""

    export: str
    shown: str


@dataclass(slots=True, eq=False)
class Place:
    """One place of a field on paper (a widget).

    Attributes:
        page: Number of the page, from 0; `NO_PAGE` where no page has the widget.
        rectangle: Left, bottom, right and top edge in points.
        holder: The dictionary that has the value, which may be the widget's own.
        states: Names of the states in which a button is on, without the slash.
        is_off: Whether it is in a layer that is switched off when the document is opened.
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
    """A field with its value, and all places that show it.

    Attributes:
        name: Full name: `foresatte.1.navn`.
        entries: Entries of its dictionary, inherited ones included.
        holders: The dictionaries that have its value; several where a file has several fields of the same name.
        values: The value in each of the holders, possibly inherited.
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
        """The choices of a list; for buttons, what each place stands for, if the file gives more than its state."""
        listed = resolved(self.entries.get("/Opt"))
        return [*map(_option, listed)] if isinstance(listed, ArrayObject) else []

    @property
    def states(self) -> tuple[str, ...]:
        """Names of all states in which a button is on, in the order of its places."""
        return tuple(dict.fromkeys(state for place in self.places for state in place.states))

    @property
    def is_mixed_up(self) -> bool:
        """Whether radio buttons share a state without being meant to, so that it can't be told which one is chosen."""
        shown = [place for place in self.places if place.is_shown]
        states = {state for place in shown for state in place.states[:1]}
        return self.kind == "radio" and not self.flags & IN_UNISON and len(states) < len(shown)

    @property
    def is_filled(self) -> bool:
        """Whether the field has a value other than its default value."""
        value = resolved(self.entries.get("/V"))
        if value is None or self.kind in ("push", "signature"):
            return False
        is_empty = is_off(value[1:]) if isinstance(value, NameObject) else not str(value)
        return not is_empty and str(value) != str(resolved(self.entries.get("/DV")))


@dataclass(slots=True, eq=False)
class AcroForm:
    """All fields of a document, in the order of the file.

    Attributes:
        entry: The dictionary of the whole form; created where the file has none.
        sizes: Width and height of each page in points.
    """

    document: Document
    entry: DictionaryObject
    fields: list[FormField]

    @property
    def in_order(self) -> list[FormField]:
        """Fields in reading order: page by page, from top to bottom, and from left to right within a line."""
        return sorted(self.fields, key=reading_order)


def reading_order(one: FormField) -> tuple[int, float, float]:
    """Sort key by the first place of a field; fields without a place come last."""
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
