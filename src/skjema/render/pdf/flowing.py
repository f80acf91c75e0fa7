"""Forms whose pages grow with their content: typeset for each record, with its values as data.

What the recipient fills in are boxes. For paper they are drawn with the rest of the page. To be filled in further, or
where one has a value already, they are made form fields as on set pages, which takes as long again.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from skjema.definition.model import Form
from skjema.errors import TypesetError
from skjema.formats.fonts import font_for
from skjema.formats.pdf.fit_text import TextWriter
from skjema.layout.shown import ShownRecord
from skjema.layout.variants import Variant
from skjema.records.mark import Mark
from skjema.records.paper_layout import PaperLayout
from skjema.render.pdf.attached import filled
from skjema.render.pdf.fillable import FillablePdf
from skjema.render.pdf.flat import FlatPdf
from skjema.render.pdf.running_head import head_text, printed_reference
from skjema.render.pdf.stamp import TOKEN
from skjema.render.typst.page import Page
from skjema.render.typst.typeset import typeset
from skjema.wording import Language


class FlowingPdf(NamedTuple):
    """A record as a PDF file.

    Attributes:
        layout: Where the recipient answers; None where nobody is to, or pages have no codes.
    """

    content: bytes
    layout: PaperLayout | None = None


def flowing_pdf(
    form: Form, shown: ShownRecord, variant: Variant, language: Language, *, flat: bool, tagged: bool = True
) -> FlowingPdf:
    """The record as a PDF file.

    Args:
        flat, tagged: Whether it is for paper, without fields for the recipient to fill in; see `typeset`.

    Raises:
        TypesetError: It can't be set; its place is the record's.
    """
    answers, letters = shown.recipient_boxes()
    has_fields = bool(answers) or not flat or form.code
    answers[TOKEN] = token = shown.checked.record.token
    letters += printed_reference(token, language)

    def page_of(variant: Variant) -> Page:
        return Page(form, variant, language, shown.texts(), head_text(form, shown), has_fields=has_fields)

    page = page_of(variant)
    try:
        if not has_fields or not page.boxes:
            mark = str(Mark.of(form, language, token))
            return FlowingPdf(typeset(page.data | {"mark": mark}, form.logo, tagged=tagged))

        def pages_of(variant: Variant, letters: str) -> FlatPdf | FillablePdf:
            return _compiled(page_of(variant) if variant.attached else page, form, language, letters, flat=flat)

        made = filled(shown, variant, answers, letters, pages_of, lambda pages: pages.fill(answers))
        return FlowingPdf(made.content, made.pages.layout)
    except TypesetError as error:
        raise _of_record(error, shown) from None


def _compiled(page: Page, form: Form, language: Language, letters: str, *, flat: bool) -> FlatPdf | FillablePdf:
    from skjema.render.pdf.compile_pages import compile_page  # loads pypdf, which most need not

    kind: type[FlatPdf | FillablePdf] = FlatPdf if flat else FillablePdf
    return compile_page(kind, page, form, language, font_for(letters), once=True)


def _of_record(error: TypesetError, shown: ShownRecord) -> TypesetError:
    """The error for a page that can't be typeset, with its record; typst's own message may quote a value."""
    place = shown.checked.record.places.place()
    return TypesetError(*(replace(one, place=place) for one in error.problems))


def recipient_writers(form: Form, shown: ShownRecord, variant: Variant, language: Language) -> Mapping[str, TextWriter]:
    """What writes in each of the recipient's boxes, by name; none where the record has nothing to write there."""
    answers, letters = shown.recipient_boxes()
    if not answers:
        return {}
    from skjema.render.pdf.compile_pages import compile_page

    page = Page(form, variant, language, shown.texts())
    return compile_page(FlatPdf, page, form, language, font_for(letters)).writers
