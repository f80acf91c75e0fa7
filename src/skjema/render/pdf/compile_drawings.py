"""Compiles what is drawn on a form's pages: each value in its place, and the running head."""

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NullObject, PdfObject, StreamObject

from skjema.formats.fonts import ValueFont
from skjema.formats.pdf.field_look import UPRIGHT, moved
from skjema.formats.pdf.fit_text import BoxWriter
from skjema.formats.pdf.objects import Document, array, media_box, stream
from skjema.formats.pdf.syntax import DRAWN
from skjema.layout.paper import Paper
from skjema.records.page_code import PageCode
from skjema.render.pdf.flat import Drawing
from skjema.render.pdf.form_document import FormDocument, Widget
from skjema.render.pdf.page_edges import PageEdges
from skjema.render.pdf.paper_code import frame, paper_code
from skjema.render.pdf.running_head import RunningHead
from skjema.render.pdf.written import ListDrawing
from skjema.wording import Language
from skjema.wording.forms import paper_word


def drawing_of(widget: Widget, font: ValueFont) -> Drawing:
    """What is drawn on the page in a widget's place."""
    is_button, before = widget.kind in ("tick", "radio"), b""
    if widget.matrix or widget.under or widget.listed:
        before = b"q %s %s" % (moved(widget.matrix or UPRIGHT, *widget.at), widget.under)
    writer = BoxWriter(widget.text, font, DRAWN, (0, 0) if before else widget.at)
    return Drawing(
        widget.name, widget.page, widget.answer, widget.ticked if is_button else b"", writer, dict(widget.written),
        widget.plain, before, b" Q" if before else b"", list_drawing(widget, font) if widget.listed else None,
    )  # fmt: skip


def page_edges(form: FormDocument, font: ValueFont) -> PageEdges:
    left, bottom, right, top = (float(edge) for edge in media_box(form.document.pages[0]))
    return PageEdges(RunningHead(font, right - left, top - bottom, form.is_ours), form.code)


def add_code(form: FormDocument, code: PageCode, language: Language, font: ValueFont, paper: Paper) -> None:
    """Put codes on the pages of a form: what they have in common at once, the rest for each record."""
    pages = form.document.pages
    common = form.document.add(stream(frame(paper)))
    for page in pages:
        page[NameObject("/Contents")] = array(*_contents(page), common)
    word = paper_word("paper-reference", language, reference="{reference}")
    form.code = paper_code(code, len(pages), word, font, paper)


def draw_on(page: DictionaryObject, overlay: IndirectObject, font: IndirectObject) -> None:
    """Add a content stream to a page, and the font it draws with."""
    page[NameObject("/Contents")] = array(*_contents(page), overlay)
    resources = page.get("/Resources", DictionaryObject()).get_object()
    assert isinstance(resources, DictionaryObject)
    fonts = resources.get("/Font", DictionaryObject())
    # new dictionaries, and references as they are: typst's pages share their resources and fonts
    own = DictionaryObject({key: fonts.raw_get(key) for key in fonts} | {NameObject(f"/{DRAWN}"): font})
    merged = DictionaryObject({key: resources.raw_get(key) for key in resources} | {NameObject("/Font"): own})
    page[NameObject("/Resources")] = merged


def _contents(page: DictionaryObject) -> list[PdfObject]:
    """The content streams of a page, as references."""
    contents = page.raw_get("/Contents")
    return [*list.__iter__(contents)] if isinstance(contents, ArrayObject) else [contents]


def list_drawing(widget: Widget, font: ValueFont) -> ListDrawing:
    return ListDrawing(widget.text, font, widget.under, widget.listed, widget.top)


def protect(document: Document, page: DictionaryObject) -> None:
    """Isolate a page's graphics state from what is drawn after it."""
    contents = page.raw_get("/Contents") if "/Contents" in page else NullObject()
    found = contents.get_object()
    alone = [contents] if isinstance(found, StreamObject) else []
    parts = list.__iter__(found) if isinstance(found, ArrayObject) else iter(alone)
    page[NameObject("/Contents")] = array(document.add(stream(b"q")), *parts, document.add(stream(b"\nQ")))
    page.setdefault(NameObject("/Resources"), DictionaryObject())
