"""Sheets behind somebody else's form: what its boxes have no room for, and what a draft lacks."""

from dataclasses import replace

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NumberObject, PdfObject

from skjema.definition.model import Form
from skjema.formats.fonts import ValueFont
from skjema.formats.pdf.fit_text import BoxWriter, TextBox
from skjema.formats.pdf.objects import Document, array, dictionary, media_box, reachable, stream, target
from skjema.formats.pdf.syntax import DRAWN
from skjema.formats.pdf.values import resolved, whole
from skjema.layout.printed_numbers import page_words
from skjema.layout.sentences import draft_text
from skjema.layout.variants import Variant
from skjema.render.pdf.compile_drawings import draw_on, protect
from skjema.render.pdf.form_document import FormDocument
from skjema.render.typst.typeset import typeset
from skjema.wording import Language, in_language
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
        _append(form.document, Document(typeset(data, layout="attached", tagged=False)))


def _mark_pages(form: FormDocument, word: str, font: ValueFont) -> None:
    """Write that it is a draft at the top of each page."""
    for page in form.document.pages:
        left, _, _, top = (float(edge) for edge in media_box(page))
        at = (left + 14, top - 20)
        drawn = replace(_MARK, color=_ALARM)
        overlay = form.document.add(stream(b"q %s Q" % BoxWriter(drawn, font, DRAWN, at).operators(word)))
        protect(form.document, page)
        draw_on(page, overlay, form.fonts.drawn)


def _append(document: Document, sheets: Document) -> None:
    """Put the pages of another document behind those of this one."""
    copies: dict[int, IndirectObject] = {}
    pages = list(sheets.pages)
    needed = reachable([part for page in pages for part in (page.raw_get("/Contents"), page.raw_get("/Resources"))])
    for reference in needed:
        copies[reference.idnum] = document.add(DictionaryObject())
    for reference in needed:
        document.replace(copies[reference.idnum], _copied(target(reference), copies))
    root = document.root["/Pages"].get_object()
    assert isinstance(root, DictionaryObject)
    kids = [*list.__iter__(resolved(root["/Kids"]))]
    for page in pages:
        copy = dictionary(
            Type=NameObject("/Page"), Parent=document.root.raw_get("/Pages"), MediaBox=media_box(page), Rotate=0,
            Contents=_copied(page.raw_get("/Contents"), copies), Resources=_copied(page.raw_get("/Resources"), copies),
        )  # fmt: skip
        reference = document.add(copy)
        copy.indirect_reference = reference
        kids.append(reference)
        document.pages.append(copy)
    root[NameObject("/Kids")] = array(*kids)
    root[NameObject("/Count")] = NumberObject(whole(root.get("/Count")) + len(pages))


def _copied(item: PdfObject, copies: dict[int, IndirectObject]) -> PdfObject:
    """An object that refers to the copies of what it referred to; a stream keeps what it holds."""
    if isinstance(item, IndirectObject):
        return copies[item.idnum]
    if isinstance(item, ArrayObject):
        return ArrayObject(_copied(one, copies) for one in list.__iter__(item))
    if isinstance(item, DictionaryObject):
        for key in list(item):
            dict.__setitem__(item, key, _copied(item.raw_get(key), copies))
    return item
