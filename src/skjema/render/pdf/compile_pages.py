"""Compiles the pages of a variant: typeset, turned into a form, and laid out as bytes to be filled with values."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from skjema.definition.model import Form
from skjema.formats.fonts import ValueFont
from skjema.formats.pdf.document_revision import amended
from skjema.layout.paper import Paper
from skjema.layout.variants import Variant
from skjema.records.page_code import PageCode
from skjema.records.paper_layout import PaperBox, PaperLayout
from skjema.render.pdf.compile_drawings import add_code
from skjema.render.pdf.compile_fillable import fillable
from skjema.render.pdf.compile_flat import flat
from skjema.render.pdf.compile_pack import record_pages
from skjema.render.pdf.fieldize import fieldize
from skjema.render.pdf.fillable import FillablePdf
from skjema.render.pdf.flat import FlatPdf
from skjema.render.pdf.form_document import FormDocument, Widget
from skjema.render.pdf.page_objects import Kind, RecordPages
from skjema.render.pdf.printed_pages import printed_pages
from skjema.render.pdf.running_head import blank_head
from skjema.render.typst.page import Page
from skjema.render.typst.typeset import typeset
from skjema.wording import Language

_MM = 25.4 / 72
"""Millimetres of a point."""


def compile_pages(
    kind: type[Kind], form: Form, variant: Variant, language: Language, font: ValueFont, *, locked: bool = True
) -> Kind:
    """The pages of one variant, typeset, or read from the form's own PDF, and compiled.

    Args:
        locked: Whether the office's part can't be changed any more.
    """
    if form.pdf == "own":
        from skjema.render.pdf.compile_own import compile_own

        own: Any = compile_own(kind, form, variant, language, font)
        return own  # type: ignore[no-any-return]
    head = "" if locked else blank_head(form, language)
    page = Page(form, variant, language, running=head, blank=not locked)
    return compile_page(kind, page, form, language, font, locked=locked)


def compile_page(
    kind: type[Kind],
    page: Page,
    form: Form,
    language: Language,
    font: ValueFont,
    *,
    locked: bool = True,
    once: bool = False,
) -> Kind:
    """Typeset and compile pages that are laid out already, as `compile_pages` does.

    Args:
        once: Whether they are filled for one record, so that it pays to compile them in less time and with less care.
    """
    content = typeset(page.data, form.logo)
    document = fieldize(content, page.boxes, font, language, page.mark, locked=locked)
    if page.has_code:
        document.layout = layout = _layout(document, page, content if locked else b"")
        add_code(document, PageCode.of(form, language, layout.token), language, font, page.paper)
    compiled: Kind = (_FOR_ONE if once else _COMPILERS)[kind](document, font)
    return compiled


def _layout(document: FormDocument, page: Page, content: bytes) -> PaperLayout:
    """Where the recipient answers, and what is printed elsewhere.

    Args:
        content: The pages as typst has set them; empty for a blank form, which no run tells of.
    """
    names, paper = {box.name for box in page.boxes if box.recipient}, page.paper
    boxes = [_box(widget, paper) for widget in document.widgets]
    theirs = tuple(box for box in boxes if box.name in names)
    printed = printed_pages(content, [box for box in boxes if box.name not in names]) if content else ()
    return PaperLayout(len(document.document.pages), paper.width, paper.height, theirs, printed)


def _box(widget: Widget, paper: Paper) -> PaperBox:
    (left, bottom), (width, height) = widget.at, widget.size
    edges = (left, paper.height / _MM - bottom - height, left + width, paper.height / _MM - bottom)
    millimetres = (round(edge * _MM, 2) for edge in edges)
    return PaperBox(widget.name, widget.answer, widget.kind, widget.page + 1, *millimetres)


_COMPILERS: Mapping[Any, Callable[[FormDocument, ValueFont], Any]] = {
    FillablePdf: fillable,
    FlatPdf: flat,
    RecordPages: record_pages,
}
_FOR_ONE: Mapping[Any, Callable[[FormDocument, ValueFont], Any]] = {
    FillablePdf: partial(fillable, revise=amended),
    FlatPdf: partial(flat, revise=amended),
}
