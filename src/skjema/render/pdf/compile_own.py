"""Compiles a form's own PDF: once for each font and use, then filled in record by record as pages of skjema's are."""

from typing import Any

from skjema.definition.model import Form
from skjema.errors import TemplateError
from skjema.formats.fonts import ValueFont
from skjema.formats.pdf.claims import drop_lost_claims
from skjema.formats.pdf.document_revision import added_to
from skjema.formats.pdf.open_form import BROKEN
from skjema.layout.variants import Variant
from skjema.problems import Place, Problem
from skjema.records.mark import Mark
from skjema.render.pdf.compile_drawings import drawing_of, page_edges
from skjema.render.pdf.compile_fillable import fields_of, fillable
from skjema.render.pdf.compile_flat import flat
from skjema.render.pdf.compile_pack import record_pages
from skjema.render.pdf.extra_pages import add_extra_pages
from skjema.render.pdf.fillable import FillablePdf
from skjema.render.pdf.flat import FlatPdf
from skjema.render.pdf.form_document import FormDocument
from skjema.render.pdf.mark_objects import put_mark
from skjema.render.pdf.own_form import own_form_document
from skjema.render.pdf.own_paper import OwnPaper, open_own_paper
from skjema.render.pdf.page_objects import RecordPages, writers_of
from skjema.render.pdf.stamp import Stamp
from skjema.wording import Language


def compile_own(
    kind: Any, form: Form, variant: Variant, language: Language, font: ValueFont
) -> FillablePdf | FlatPdf | RecordPages:
    """The form's own PDF, with the sheets that a record needs behind it.

    Raises:
        TemplateError: It can't be filled in, or not in this way; the problems say why.
    """
    try:
        return _compile(kind, open_own_paper(form, language), form, variant, language, font)
    except BROKEN:  # in a part of the file that nobody had looked at: then what pdfium makes of it
        paper = open_own_paper(form, language, mend=True)
    try:
        return _compile(kind, paper, form, variant, language, font)
    except BROKEN:
        raise TemplateError(Problem("pdf-unreadable", Place(paper.name))) from None


def _compile(
    kind: Any, paper: OwnPaper, form: Form, variant: Variant, language: Language, font: ValueFont
) -> FillablePdf | FlatPdf | RecordPages:
    if errors := [one for one in paper.problems if one.severity == "error"]:
        raise TemplateError(*errors)
    paper.signatures.check([one.field.name for one in paper.bindings.bound], paper.name)
    is_signed = bool(paper.signatures.count)
    if (
        is_signed and paper.acroform.document.content is not paper.content
    ):  # nothing can be added to what had to be mended
        raise TemplateError(Problem("pdf-signed", Place(paper.name)))
    if is_signed and (kind is not FillablePdf or variant.attached or variant.missing is not None):
        raise TemplateError(Problem("pdf-signed-flat", Place(paper.name)))
    document = own_form_document(
        paper.acroform, paper.bindings, font, for_paper=kind is not FillablePdf, is_signed=is_signed
    )
    if is_signed:
        return _signed(document, paper.content, font)
    drop_lost_claims(document.document)
    put_mark(document.document, str(Mark.of(form, language)))
    add_extra_pages(document, form, variant, language, font)
    if kind is FillablePdf:
        return fillable(document, font)
    return flat(document, font) if kind is FlatPdf else record_pages(document, font)


def _signed(form: FormDocument, content: bytes, font: ValueFont) -> FillablePdf:
    """A form whose changes are added behind the file as it was signed."""
    changing = [*(widget.reference for widget in form.widgets), *(holder.reference for holder in form.holders)]
    appended, numbers = added_to(form.document, content, changing, [form.fonts.drawn])
    fields, held = fields_of(form, numbers, font)
    writers = writers_of([drawing_of(widget, font) for widget in form.widgets])
    return FillablePdf(appended, fields, held, [], Stamp([]), writers, page_edges(form, font))
