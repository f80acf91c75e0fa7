"""Sheets behind somebody else's form: texts too long for their boxes, and the missing values of a draft."""

from dataclasses import replace

from skjema.definition.model import Form
from skjema.formats.fonts import ValueFont
from skjema.formats.pdf.append_pages import append_pages
from skjema.formats.pdf.fit_text import BoxWriter, TextBox
from skjema.formats.pdf.objects import Document, media_box, stream
from skjema.formats.pdf.structure import is_tagged
from skjema.formats.pdf.syntax import DRAWN
from skjema.layout.printed_numbers import page_words
from skjema.layout.sentences import draft_text
from skjema.layout.variants import Variant
from skjema.render.pdf.compile_drawings import draw_on, protect
from skjema.render.pdf.form_document import FormDocument
from skjema.render.typst.typeset import typeset
from skjema.wording import Language, in_language, locale_of
from skjema.wording.forms import paper_word

_ALARM = b"0.64 0.08 0.06 rg"
_MARK = TextBox(160, 14, multiline=False)
"""Room for the word that says that a page is a draft, at its top."""


def add_extra_pages(
    form: FormDocument, definition: Form, variant: Variant, language: Language, font: ValueFont
) -> None:
    """Put a record's sheets behind a form, and mark the form as a draft where it is one.

    Raises:
        TypesetError: They can't be set.
    """
    parts = [{"title": title, "paragraphs": text.split("\n")} for title, text in variant.attached]
    word = ""
    if variant.missing is not None:
        word = paper_word("draft", language)
        parts.insert(0, {"title": word, "paragraphs": [draft_text(variant.missing, language)]})
        _mark_pages(form, word, font)
    if parts:
        year, month, day = map(int, definition.version.split("-"))
        data = {
            "title": in_language(definition.title, language), "author": definition.id, "language": language,
            "date": {"year": year, "month": month, "day": day}, "parts": parts, "page": page_words(language),
            "word": word, "running": variant.running,
        }  # fmt: skip
        sheets = Document(typeset(data, layout="attached", tagged=is_tagged(form.document)))
        append_pages(form.document, sheets, locale_of(language))


def _mark_pages(form: FormDocument, word: str, font: ValueFont) -> None:
    """Write that it is a draft at the top of each page."""
    for page in form.document.pages:
        left, _, _, top = (float(edge) for edge in media_box(page))
        at = (left + 14, top - 20)
        drawn = replace(_MARK, color=_ALARM)
        overlay = form.document.add(
            stream(b"/Artifact BMC q %s Q EMC" % BoxWriter(drawn, font, DRAWN, at).operators(word))
        )
        protect(form.document, page)
        draw_on(page, overlay, form.fonts.drawn)
