"""Records as PDF files.

A form of set pages is set and compiled once for each pattern of pages, then filled:
to be filled in further, or flat. A flowing form is set anew with each record's values.
"""

from collections.abc import Iterator

from skjema.definition.model import Form
from skjema.fieldtypes.show import show
from skjema.formats.fonts import ValueFont, font_for, latin
from skjema.layout.shown import printed
from skjema.layout.variants import Pattern, Patterns, blank_pattern
from skjema.problems import Problem
from skjema.render.pdf.fillable import FillablePdf
from skjema.render.pdf.flat import FlatPdf
from skjema.render.pdf.page_cache import HELD, compiled
from skjema.render.pdf.page_objects import Sheet
from skjema.render.pdf.running_head import with_head
from skjema.validation.checked import Checked
from skjema.wording import Language


class PdfRenderer:
    """Makes the PDF of one record after another.

    Args:
        flat: Whether a form of set pages is printed flat rather than left to be filled in further.
        draft: Whether it is marked as a draft, with a list of what is missing.
        packed: Whether its pages are put into a pack, which a `PdfPack` writes.
    """

    suffix = ".pdf"

    def __init__(
        self, form: Form, language: Language, *, flat: bool = False, draft: bool = False, packed: bool = False
    ) -> None:
        self._form = form
        self._language = language
        self._kind: type[FlatPdf | FillablePdf | Sheet] = Sheet if packed else FlatPdf if flat else FillablePdf
        self._draft = draft
        self._patterns = Patterns(form, language, draft=draft)
        self._compiled: dict[tuple[Pattern, str], FlatPdf | FillablePdf | Sheet] = {}

    def problems(self, checked: Checked) -> Iterator[Problem]:
        """Letters the font lacks, and texts too long for their box, in print order."""
        every = printed(self._form, checked, self._patterns.in_text)
        texts = [(spot, show(spot.field, value, self._language)) for spot, value in every if value is not None]
        drawn = "".join(text for _, text in texts)
        font = font_for(drawn)
        lacking = [(spot, found) for spot, text in texts if (found := font.lacking(text))] if font.lacks(drawn) else []
        written = [pair for pair in lacking if not pair[0].field.is_signature]
        for spot, letters in written or lacking:  # who signs has been named above
            place = checked.record.placing.place(spot.path)
            yield Problem("letter-not-in-font", place, gaps={"label": spot.label, "letters": letters})
        if lacking or self._form.layout == "flowing":
            return
        pens = self._pages(checked, font).pens
        for spot, text in texts:
            if text and spot.name in pens and (excess := pens[spot.name].excess(text)):
                place = checked.record.placing.place(spot.path)
                yield Problem("text-too-long", place, gaps={"label": spot.label, "excess": excess})

    def render(self, checked: Checked) -> bytes:
        """The record as a PDF file; it has no `problems`."""
        if self._form.layout == "flowing":
            from skjema.render.pdf.flowing import flowing_pdf

            return flowing_pdf(self._form, checked, self._language, draft=self._draft)
        values, letters = with_head(self._form, checked, self._language)
        pages = self._pages(checked, font_for(letters))
        assert not isinstance(pages, Sheet)
        return pages.fill(values)

    def sheet(self, checked: Checked, font: ValueFont) -> Sheet:
        """The record's pages for a pack, as they were compiled to see whether its texts fit."""
        pages = self._pages(checked, font)
        assert isinstance(pages, Sheet)
        return pages

    def _pages(self, checked: Checked, font: ValueFont) -> FillablePdf | FlatPdf | Sheet:
        """The record's pages, compiled when first needed."""
        shape = self._patterns.of(checked)
        key = (shape, font.name)
        held = self._compiled.pop(key, None)  # and put back as the last: the first is the one longest unused
        if held is None:
            if len(self._compiled) >= HELD:
                del self._compiled[next(iter(self._compiled))]
            held = compiled(self._kind, self._form, shape, self._language, font)
        self._compiled[key] = held
        return held


def blank_pdf(form: Form, language: Language) -> bytes:
    """The form with nothing filled in: fields to fill in for set pages, room to write for a flowing form."""
    if form.layout == "flowing":
        from skjema.render.pdf.flowing import blank_flowing_pdf

        return blank_flowing_pdf(form, language)
    from skjema.render.pdf.compile_pages import made_ready

    return made_ready(FillablePdf, form, blank_pattern(form, language), language, latin(), locked=False).fill({})
