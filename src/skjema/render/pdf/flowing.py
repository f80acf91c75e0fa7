"""Forms whose pages grow with what stands in them: set anew for each record, its values passed to typst as data."""

from dataclasses import replace

from skjema.definition.model import Form
from skjema.errors import TypesetError
from skjema.layout.shown import ShownRecord
from skjema.layout.variants import Variant, blank_variant
from skjema.render.pdf.running_head import head_text
from skjema.render.typst.page import Page
from skjema.render.typst.typeset import typeset
from skjema.wording import Language


def flowing_pdf(form: Form, shown: ShownRecord, variant: Variant, language: Language) -> bytes:
    """The record as a PDF file.

    Raises:
        TypesetError: It can't be set; its place is the record's.
    """
    page = Page(form, variant, language, shown.texts(), head_text(form, shown))
    try:
        return typeset(page.data, form.logo)
    except TypesetError as error:
        # typst's own message may quote a value: all that is told is which record it was
        place = shown.checked.record.places.place()
        raise TypesetError(*(replace(one, place=place) for one in error.problems)) from None


def blank_flowing_pdf(form: Form, language: Language) -> bytes:
    """The form with nothing filled in, and room to write."""
    return typeset(Page(form, blank_variant(form, language), language).data, form.logo)
