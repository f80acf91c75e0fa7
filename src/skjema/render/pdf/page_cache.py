"""The door to compiled pages: what has been made ready once is taken from what is kept of it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from skjema.definition.model import Form
from skjema.disk_cache import kept, library
from skjema.formats.fonts import FOLDER, ValueFont, file_of, latin, subset
from skjema.layout.variants import Pattern
from skjema.render.pdf.fillable import FillablePdf
from skjema.render.pdf.flat import FlatPdf
from skjema.render.pdf.page_objects import Pieces, Sheet
from skjema.wording import Language

_HERE = Path(__file__).parent
_PACKAGE = _HERE.parent.parent
_MADE_OF = (_HERE, _HERE.parent, FOLDER, _PACKAGE / "definition", _PACKAGE / "wording")
_LIBRARIES = ("typst", "pypdf", "fontTools")

HELD = 64
"""Compiled patterns held at once; about a quarter of a megabyte each."""

Kind = TypeVar("Kind", bound=FillablePdf | FlatPdf | Sheet)


def compiled(kind: type[Kind], form: Form, shape: Pattern, language: Language, font: ValueFont) -> Kind:
    """The pages of records of one shape; see `compiling.made_ready`.

    Pages whose text shows what stands in a row are made anew, since nothing of a row is kept; so are drafts.
    """

    def made() -> Kind:
        from skjema.render.pdf.compile_pages import made_ready

        return made_ready(kind, form, shape, language, font)

    if shape.missing is not None or not shape.is_common:
        return made()
    what = (kind.__name__, form.digest, form.profile, sorted(shape.hidden), shape.rows, shape.signatures, shape.texts)
    return kept("pdf", (repr((*what, language, font.name)).encode(), form.logo or b""), _code(), made)


def font_objects(font: ValueFont, letters: set[str]) -> Sequence[Pieces]:
    """The font that values are drawn with, then all it refers to: the small one whole, the other one's `letters`."""

    def made() -> Sequence[Pieces]:
        from skjema.render.pdf import compile_pages as compiling

        return compiling.font_objects(font, file_of(font))

    if font is latin():
        return kept("drawn", (font.name.encode(),), _code(), made)
    from skjema.render.pdf import compile_pages as compiling

    return compiling.font_objects(*subset(font, letters))


def _code() -> Iterator[Path]:
    yield from (path for folder in _MADE_OF for path in folder.iterdir() if path.suffix in (".py", ".typ", ".ttf"))
    yield from map(library, _LIBRARIES)
