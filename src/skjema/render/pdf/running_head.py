"""The running head: whom a sheet concerns, on every page after the first, since sheets get separated."""

from dataclasses import dataclass

from skjema.definition.model import Form
from skjema.formats.fonts import ValueFont
from skjema.formats.pdf.fit_text import fitting, width
from skjema.formats.pdf.syntax import DRAWN
from skjema.layout.sentences import TO_FILL
from skjema.layout.shown import BoxValue, ShownRecord
from skjema.records.page_code import reference
from skjema.render.pdf.stamp import TOKEN
from skjema.wording import Language, in_language
from skjema.wording.forms import paper_word

HEAD = "@head"
"""What the text is called among a record's box values; no box of a form has such a name."""

_SIZE = 8.0
_FROM_RIGHT, _FROM_TOP = 45.376, 36.89
"""Where the text ends, 16 mm from the right edge of a page, and its base line, 13 mm from the top; in points."""
_NO_ROOM = 145.28
"""Points of a page's width that it keeps clear of."""


def head_texts(form: Form, shown: ShownRecord) -> tuple[str, ...]:
    """The values of the form's key, which tell one record from another; empty where they don't stand on paper."""
    return tuple(shown.text(form.fields[name]).replace("\n", " ") for name in form.key)


def head_text(form: Form, shown: ShownRecord) -> str:
    """The same as one line; of a document for one row of a group, with whom that is."""
    return ", ".join(filter(None, (*head_texts(form, shown), shown.addressee())))


def printed_reference(token: str, language: Language) -> str:
    """What stands beside the code of a record's papers; empty without a token."""
    return paper_word("paper-reference", language, reference=reference(token)) if token else ""


def blank_head(form: Form, language: Language) -> str:
    """The same for the blank form: room to write it."""
    fields = (form.fields[name] for name in form.key)
    labels = [in_language(field.label, language) for field in fields if field.printed]
    if form.addressed:
        labels.append(in_language(form.addressed.label, language))
    return "   ".join(f"{label}: {TO_FILL}" for label in labels)


def with_head(form: Form, shown: ShownRecord) -> tuple[dict[str, BoxValue], str]:
    """The values of all boxes with the running head and the token, and every letter to be drawn."""
    values, letters = shown.all_boxes() if form.pdf == "own" else shown.boxes()
    values[HEAD] = head = head_text(form, shown)
    values[TOKEN] = token = shown.checked.record.token
    return values, letters + head + printed_reference(token, shown.language)


@dataclass(frozen=True, slots=True)
class RunningHead:
    """Draws it on pages of a size, in points; on those of somebody else's form, which may hold anything there, not."""

    font: ValueFont
    page_width: float
    page_height: float
    is_drawn: bool = True

    def operators(self, text: str) -> bytes:
        """The operators that draw the head as page content; a text that is too long ends in dots."""
        if not text or not self.is_drawn:
            return b""
        font, room = self.font, (self.page_width - _NO_ROOM) / _SIZE
        shown = text if width(text, font) <= room else fitting(text, room - width("...", font), font) + "..."
        # its right end is fixed: PDF draws from the left, so that its width has to be known
        left, base = self.page_width - _FROM_RIGHT - width(shown, font) * _SIZE, self.page_height - _FROM_TOP
        drawn = f"BT /{DRAWN} {_SIZE:g} Tf 0.24 g {left:.2f} {base:.2f} Td <{shown.translate(font.hex)}> Tj ET"
        # no part of the structure: a screen reader doesn't say it on every page (ISO 32000-1, 14.8.2.2)
        return b"/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC %s EMC" % drawn.encode("ascii")
