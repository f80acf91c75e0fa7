"""Draws the texts that somebody else's PDF already has in fields that the definition doesn't fill."""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import replace

from pypdf.generic import BooleanObject, IndirectObject

from skjema.formats.fonts import ValueFont, font_for, subset
from skjema.formats.pdf.acroform import AcroForm, FormField, Place
from skjema.formats.pdf.embed import composite, font_file
from skjema.formats.pdf.field_look import Look, look_of, text_box
from skjema.formats.pdf.fit_text import BoxWriter
from skjema.formats.pdf.objects import Document
from skjema.formats.pdf.syntax import DRAWN
from skjema.formats.pdf.values import resolved, text_of

_CONTROLS = str.maketrans({"\r": "\n", "\t": " "})


def is_regenerated(acroform: AcroForm) -> bool:
    """Whether the form says that the appearances it has may be out of date."""
    flag = resolved(acroform.entry.get("/NeedAppearances"))
    return isinstance(flag, BooleanObject) and bool(flag)


def lacks_appearance(one: FormField, place: Place, *, again: bool) -> bool:
    """Whether viewers draw the text of a place themselves.

    Args:
        again: Whether they do so although it has an appearance.
    """
    return one.kind in ("text", "combo", "list") and (again or "/AP" not in place.entry)


def cut_texts(acroform: AcroForm, unbound: list[FormField]) -> list[FormField]:
    """The unfilled fields whose own text is too long for its box and is cut."""
    return [one for one, text, place in _drawn(acroform, unbound) if _writer(one, place, text).excess(_known(text))]


def strange_letters(acroform: AcroForm, unbound: list[FormField]) -> dict[str, list[FormField]]:
    """The letters that no font here has, each with the fields whose text is drawn without it."""
    found: dict[str, list[FormField]] = {}
    for one, text, _ in _drawn(acroform, unbound):
        for letter in font_for(text).lacking(text):
            if one not in found.setdefault(letter, []):
                found[letter].append(one)
    return found


def _drawn(acroform: AcroForm, unbound: list[FormField]) -> Iterator[tuple[FormField, str, Place]]:
    again = is_regenerated(acroform)
    for one in unbound:
        text = _text(one)
        for place in one.places if text else ():
            if place.is_shown and lacks_appearance(one, place, again=again):
                yield one, text, place
                break


class FixedTexts:
    """Draws such texts, with the font of the values as far as that has their letters."""

    def __init__(self, document: Document, font: ValueFont, drawn: IndirectObject) -> None:
        self._document, self._font, self._plain = document, font, drawn

    def drawn(self, one: FormField, place: Place, look: Look) -> tuple[bytes, IndirectObject]:
        """What draws the text of a field as far as its box has room, as viewers do; and the font for it."""
        text = _known(_text(one))
        if not text:
            return look.under, self._plain
        writer = _writer(one, place, text, self._font)
        own = self._plain if not self._font.lacks(text) else self._other(text)
        return b"%s/Tx BMC q %s Q EMC" % (look.under, writer.operators(_beginning(text, writer))), own

    def _other(self, text: str) -> IndirectObject:
        font, data = subset(font_for(text), set(text))
        return composite(self._document, font, font_file(self._document, data))


def _beginning(text: str, writer: BoxWriter) -> str:
    """As much of a text as its box has room for."""
    return text[: bisect(range(1, len(text) + 1), 0, key=lambda count: writer.excess(text[:count]))]


def _writer(one: FormField, place: Place, text: str, font: ValueFont | None = None) -> BoxWriter:
    own = font if font is not None and not font.lacks(text) else font_for(text)
    box = text_box(one, place, look_of(one, place).size)
    # how many letters somebody may write says nothing of the text that stands there
    return BoxWriter(box if box.comb else replace(box, most=0), own, DRAWN)


def _text(one: FormField) -> str:
    """What viewers show of a field's value."""
    text = text_of(resolved(one.entries.get("/V"))).replace("\r\n", "\n").translate(_CONTROLS)
    if one.kind in ("combo", "list"):
        return next((option.shown for option in one.options if option.export == text), text)
    return text


def _known(text: str) -> str:
    """A text without the letters that no font here has."""
    lacked = font_for(text).lacks(text)
    return "".join(letter for letter in text if letter not in lacked)
