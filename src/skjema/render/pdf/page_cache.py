"""Compiled pages: what has been compiled once is taken from the cache on disk."""

from collections.abc import Sequence

from skjema.definition.model import Form
from skjema.disk_cache import cached
from skjema.formats.fonts import ValueFont, file_of, latin_font, subset
from skjema.layout.variants import Variant
from skjema.render.pdf.page_objects import Kind, Pieces
from skjema.wording import Language

_LIBRARIES = ("typst", "pypdf", "fontTools")

HELD = 64
"""Compiled variants held at once; about a quarter of a megabyte each."""


def cached_pages(kind: type[Kind], form: Form, variant: Variant, language: Language, font: ValueFont) -> Kind:
    """The pages of one variant; see `compile_pages.compile_pages`.

    Pages whose text shows what stands in a row are compiled again, since nothing of a row is kept; so are drafts.
    """

    def compiled() -> Kind:  # imported late: with the pages in the cache, typst, pypdf and fontTools aren't loaded
        from skjema.render.pdf.compile_pages import compile_pages

        return compile_pages(kind, form, variant, language, font)

    if variant.missing is not None or not variant.is_common:
        return compiled()
    made_of = (
        kind.__name__,
        form.digest,
        form.profile,
        sorted(variant.hidden),
        variant.rows,
        variant.signatures,
        variant.texts,
        variant.inner,
    )
    _, own = form.own_pdfs.get(language, ("", b""))
    sources = (repr((*made_of, language, font.name)).encode(), form.logo or b"", own)
    return cached("pdf", sources, compiled, _LIBRARIES)


def font_objects(font: ValueFont, letters: set[str]) -> Sequence[Pieces]:
    """The font that values are drawn with, then all it refers to: the small one whole, the other one's `letters`."""

    def made() -> Sequence[Pieces]:
        from skjema.render.pdf import compile_pack

        return compile_pack.font_objects(font, file_of(font))

    if font is latin_font():
        return cached("drawn", (font.name.encode(),), made, _LIBRARIES)
    from skjema.render.pdf import compile_pack

    return compile_pack.font_objects(*subset(font, letters))
