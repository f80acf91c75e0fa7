"""Records as PDF files.

A form of set pages is set and compiled once for each pattern of pages, then filled:
to be filled in further, or flat. A flowing form is set anew with each record's values.
"""

from collections import OrderedDict
from collections.abc import Iterator

from skjema.definition.model import Form
from skjema.problems import Problem
from skjema.render.display import display
from skjema.render.fonts import ValueFont, font_for, latin
from skjema.render.page import Page, Pattern, blank_pattern, pattern
from skjema.render.pdf.fieldize import fieldize
from skjema.render.pdf.fillable import FillablePdf
from skjema.render.pdf.flat import FlatPdf
from skjema.render.pdf.heads import HEAD, head_text
from skjema.render.pdf.text import TooLong, lay_out
from skjema.render.typeset import typeset
from skjema.render.values import box_values, printed, texts
from skjema.validation.check import Checked
from skjema.wording import Language

_KEPT = 64
"""Compiled patterns held at once; about half a megabyte each."""

_Compiled = FillablePdf | FlatPdf


class PdfRenderer:
    """Makes the PDF of one record after another.

    Args:
        flat: Whether a form of set pages is printed flat rather than left to be filled in further.
        draft: Whether it is marked as a draft, with a list of what is missing.
    """

    suffix = ".pdf"

    def __init__(self, form: Form, language: Language, *, flat: bool = False, draft: bool = False) -> None:
        self._form = form
        self._language = language
        self._flat = flat
        self._draft = draft
        self._compiled: OrderedDict[tuple[Pattern, str], _Compiled] = OrderedDict()

    def problems(self, checked: Checked) -> Iterator[Problem]:
        """Letters the font lacks, and texts too long for their box, in print order."""
        values = [(one, display(one.field, one.value, self._language)) for one in printed(self._form, checked)]
        font = font_for("".join(text for _, text in values))
        lacking = [(one, found) for one, text in values if (found := font.lacks(text))]
        written = [pair for pair in lacking if pair[0].field.type != "signature"]
        for one, found in written or lacking:  # who signs has been named above
            letters = tuple(f"{letter} (U+{ord(letter):04X})" for letter in sorted(found))
            place = checked.record.placing.place(one.path)
            yield Problem("letter-not-in-font", place, gaps={"label": one.label, "letters": letters})
        if lacking or self._form.layout == "flowing":
            return
        rooms = self._template(checked, font).rooms
        for one, text in values:
            if text and one.name in rooms:
                try:
                    lay_out(text, rooms[one.name], font)
                except TooLong as error:
                    place = checked.record.placing.place(one.path)
                    yield Problem("text-too-long", place, gaps={"label": one.label, "excess": error.excess})

    def render(self, checked: Checked) -> bytes:
        """The record as a PDF file; it has no `problems`."""
        if self._form.layout == "flowing":
            shape = pattern(self._form, checked, self._language, draft=self._draft)
            values = texts(self._form, checked, self._language)
            page = Page(self._form, shape, self._language, values, head_text(self._form, checked, self._language))
            return typeset(page.data, self._form.logo)
        boxes = box_values(self._form, checked, self._language)
        boxes[HEAD] = head_text(self._form, checked, self._language)
        font = font_for("".join(value for value in boxes.values() if isinstance(value, str)))
        return self._template(checked, font).fill(boxes)

    def _template(self, checked: Checked, font: ValueFont) -> _Compiled:
        """The record's pages, compiled when first needed."""
        shape = pattern(self._form, checked, self._language, draft=self._draft)
        key = (shape, font.name)
        if key not in self._compiled:
            if len(self._compiled) >= _KEPT:
                self._compiled.popitem(last=False)
            self._compiled[key] = _compile(self._form, shape, self._language, font, flat=self._flat)
        self._compiled.move_to_end(key)
        return self._compiled[key]


def _compile(form: Form, shape: Pattern, language: Language, font: ValueFont, *, flat: bool) -> _Compiled:
    page = Page(form, shape, language)
    document = fieldize(typeset(page.data, form.logo), page.boxes, font, language, locked=True)
    return FlatPdf(document, font) if flat else FillablePdf(document, font)


def blank_pdf(form: Form, language: Language) -> bytes:
    """The form with nothing filled in: fields to fill in for set pages, room to write for a flowing form."""
    page = Page(form, blank_pattern(form), language, None if form.layout == "fixed" else {})
    made = typeset(page.data, form.logo)
    if form.layout == "flowing":
        return made
    font = latin()
    return FillablePdf(fieldize(made, page.boxes, font, language, locked=False), font).fill({})
