"""Forms whose pages grow with what stands in them: set anew for each record, its values passed to typst as data."""

from skjema.definition.model import Form
from skjema.render.page import Page
from skjema.render.patterns import Patterns, blank_pattern
from skjema.render.pdf.heads import head_text
from skjema.render.typeset import typeset
from skjema.render.values import texts
from skjema.validation.checked import Checked
from skjema.wording import Language


def flowing_pdf(form: Form, checked: Checked, language: Language, *, draft: bool) -> bytes:
    """The record as a PDF file."""
    shape = Patterns(form, language, draft=draft).of(checked)
    page = Page(form, shape, language, texts(form, checked, language), head_text(form, checked, language))
    return typeset(page.data, form.logo)


def blank_flowing_pdf(form: Form, language: Language) -> bytes:
    """The form with nothing filled in, and room to write."""
    return typeset(Page(form, blank_pattern(form), language, {}).data, form.logo)
