"""Compiles the pages of a variant: set by typst, made a form, and laid out as bytes that wait for a record's values."""

from collections.abc import Callable, Mapping
from typing import Any

from skjema.definition.model import Form
from skjema.formats.fonts import ValueFont
from skjema.layout.variants import Variant
from skjema.render.pdf.compile_fillable import fillable
from skjema.render.pdf.compile_flat import flat
from skjema.render.pdf.compile_pack import record_pages
from skjema.render.pdf.fieldize import fieldize
from skjema.render.pdf.fillable import FillablePdf
from skjema.render.pdf.flat import FlatPdf
from skjema.render.pdf.form_document import FormDocument
from skjema.render.pdf.page_objects import Kind, RecordPages
from skjema.render.pdf.running_head import blank_head
from skjema.render.typst.page import Page
from skjema.render.typst.typeset import typeset
from skjema.wording import Language


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
    return compile_page(kind, page, form.logo, language, font, locked=locked)


def compile_page(
    kind: type[Kind], page: Page, logo: bytes | None, language: Language, font: ValueFont, *, locked: bool = True
) -> Kind:
    """Typeset and compile pages that are laid out already, as `compile_pages` does."""
    document = fieldize(typeset(page.data, logo), page.boxes, font, language, page.mark, locked=locked)
    compiled: Kind = _COMPILERS[kind](document, font)
    return compiled


_COMPILERS: Mapping[Any, Callable[[FormDocument, ValueFont], Any]] = {
    FillablePdf: fillable,
    FlatPdf: flat,
    RecordPages: record_pages,
}
