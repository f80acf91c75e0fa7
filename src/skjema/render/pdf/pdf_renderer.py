"""Records as PDF files.

A form of set pages is set and compiled once for each variant of its pages, then filled:
to be filled in further, or flat. A flowing form is set again with each record's values.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from skjema.definition.model import Form
from skjema.formats.fonts import ValueFont, font_for, latin_font
from skjema.formats.pdf.fit_text import TextWriter
from skjema.layout.shown import BoxValue, PaperPlace, ShownRecord
from skjema.layout.variants import Variant, Variants, blank_variant
from skjema.problems import Problem, Severity
from skjema.records.paper_layout import PaperLayout
from skjema.render.pdf.attached import filled, long_texts
from skjema.render.pdf.fillable import FillablePdf
from skjema.render.pdf.flat import FlatPdf
from skjema.render.pdf.page_cache import HELD, cached_pages
from skjema.render.pdf.page_objects import RecordPages
from skjema.render.pdf.running_head import with_head
from skjema.validation.checked import CheckedRecord
from skjema.wording import Language


class PdfRenderer:
    """Makes the PDF of one record after another.

    Args:
        flat: Whether a form of set pages is printed flat rather than left to be filled in further.
        draft: Whether it is marked as a draft, with a list of what is missing.
        packed: Whether its pages are put into a pack, which a `PdfPack` writes.

    Attributes:
        layout: Where the recipient answers on the last record's pages; None where they have no codes.
    """

    suffix = ".pdf"

    def __init__(
        self, form: Form, language: Language, *, flat: bool = False, draft: bool = False, packed: bool = False
    ) -> None:
        self._form = form
        self._language = language
        self._flat = flat
        self._kind: type[FlatPdf | FillablePdf | RecordPages] = (
            RecordPages if packed else FlatPdf if flat else FillablePdf
        )
        self._variants = Variants(form, language, draft=draft)
        self._pages = lru_cache(maxsize=HELD)(self._compile)
        self._last: ShownRecord | None = None
        self.layout: PaperLayout | None = None

    def problems(self, checked: CheckedRecord) -> Iterator[Problem]:
        """Letters the font lacks, and texts too long for their box, in print order."""
        shown, variant = self._shown(checked), self._variants.of(checked)
        texts = [(paper, text) for paper, value, text in shown.values if value is not None]
        drawn = "".join(text for _, text in texts)
        font = font_for(drawn)
        # all texts at once, since nearly always nothing is lacking
        lacking = self._lacking(font, texts, variant) if font.lacks(drawn) else []
        written = [(paper, letters) for paper, letters in lacking if not paper.field.is_signature]
        for paper, letters in written or lacking:  # who signs has been named above
            place = checked.record.places.place(paper.slot)
            yield Problem("letter-not-in-font", place, params={"label": paper.label, "letters": letters})
        if self._form.has_flowing_pdf and not lacking:
            from skjema.render.pdf.flowing import recipient_writers

            writers = recipient_writers(self._form, shown, variant, self._language)
        else:
            writers = {} if self._form.has_flowing_pdf else self._pages(variant, font).writers
        for paper, excess, beginning, _ in long_texts(shown, _without(writers, lacking)):
            code, severity = ("text-attached", Severity.WARNING) if beginning else ("text-too-long", Severity.ERROR)
            params: dict[str, object] = {"label": paper.label, "excess": excess}
            yield Problem(code, checked.record.places.place(paper.slot), severity, params)

    def _lacking(self, font: ValueFont, texts: list[tuple[PaperPlace, str]], variant: Variant) -> list["_Lacking"]:
        """Each place whose text has letters that the font lacks, and those letters.

        On a paper of somebody else's an answer may be a box alone, which is ticked and has its words printed.
        """
        lacking = [(paper, letters) for paper, text in texts if (letters := font.lacking(text))]
        if self._form.pdf != "own":
            return lacking
        writers = self._pages(variant, font).writers
        return [(paper, letters) for paper, letters in lacking if paper.name in writers]

    def render(self, checked: CheckedRecord) -> bytes:
        """The record as a PDF file; it has no `problems`."""
        shown, variant = self._shown(checked), self._variants.of(checked)
        if self._form.has_flowing_pdf:
            from skjema.render.pdf.flowing import flowing_pdf

            flowing = flowing_pdf(self._form, shown, variant, self._language, flat=self._flat)
            self.layout = flowing.layout
            return flowing.content
        values, letters = with_head(self._form, shown)
        made = filled(shown, variant, values, letters, self._pages_for, lambda pages: self._fill(pages, values))
        self.layout = made.pages.layout
        return made.content

    def _pages_for(self, variant: Variant, letters: str) -> FillablePdf | FlatPdf | RecordPages:
        pages = self._compile if variant.attached else self._pages  # sheets of one record are kept for no other
        return pages(variant, font_for(letters))

    @staticmethod
    def _fill(pages: FillablePdf | FlatPdf | RecordPages, values: dict[str, BoxValue]) -> bytes:
        assert not isinstance(pages, RecordPages)  # which a pack fills
        return pages.fill(values)

    def pack_pages(self, variant: Variant, font: ValueFont) -> RecordPages:
        """The pages of a variant for a pack, as they were compiled to see whether its texts fit."""
        pages = self._pages(variant, font)
        assert isinstance(pages, RecordPages)
        return pages

    def _shown(self, checked: CheckedRecord) -> ShownRecord:
        """The record's values as text: its problems are asked for first, then it is rendered."""
        if self._last is None or self._last.checked is not checked:
            self._last = ShownRecord(self._form, checked, self._language, self._variants.in_text)
        return self._last

    def _compile(self, variant: Variant, font: ValueFont) -> FillablePdf | FlatPdf | RecordPages:
        return cached_pages(self._kind, self._form, variant, self._language, font)


_Lacking = tuple[PaperPlace, tuple[str, ...]]
"""A place, and the letters of its text that the font lacks."""


def _without(writers: Mapping[str, TextWriter], lacking: list[_Lacking]) -> Mapping[str, TextWriter]:
    """What writes in all other places."""
    names = {paper.name for paper, _ in lacking}
    return {name: writer for name, writer in writers.items() if name not in names} if names else writers


def blank_pdf(form: Form, language: Language) -> bytes:
    """The form with nothing filled in: fields to fill in, and room to write, also where pages grow otherwise."""
    if form.pdf == "own":
        return form.own_pdfs[language][1]
    return blank_pages(form, language).fill({})


def blank_pages(form: Form, language: Language) -> FillablePdf:
    """The pages of `blank_pdf`, to be filled with nothing."""
    from skjema.render.pdf.compile_pages import compile_pages

    return compile_pages(FillablePdf, form, blank_variant(form, language), language, latin_font(), locked=False)
