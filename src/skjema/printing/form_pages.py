"""Checks a form's blank pages: texts that collide, run off the page or break a word.

The pages are those that `fill` and `build` make, blank and with the form's example; pdfium says where each text stands.
"""

import ctypes
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import chain, combinations
from typing import Any, NamedTuple

from skjema.definition.model import Form
from skjema.formats.fonts import latin_font
from skjema.layout.form_tree import form_tree
from skjema.layout.tree import Card, Cell, Line, NoteText, Part, Signature, Table, Tree, WheelFigure
from skjema.problems import Place, Problem, Severity
from skjema.wording import Language

_MARGINS = 56.0, 44.0
"""Points at the left and at the right that hold nothing; a little less than the margins are."""
_TOUCH = 1.4
"""Points by which two boxes may overlap: letters are not as large as their boxes."""
_SHORTEST = 4
"""Letters of a word that a line would be broken in."""


class _Ink(NamedTuple):
    """A piece of text on a page, or a form field without one, in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    def overlaps(self, other: "_Ink") -> bool:
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.top, other.top) - max(self.bottom, other.bottom)
        return width > _TOUCH and height > _TOUCH


def page_problems(form: Form, language: Language, pdfs: Callable[[], list[bytes]]) -> Iterator[Problem]:
    """The problems of a form's pages.

    Args:
        pdfs: Makes them: the blank form first, then records.
    """
    place = Place(f"{form.id}/skjema.toml")
    tree = form_tree(form, language, blank=True)
    if lacking := latin_font().lacking("".join(_texts(tree))):  # then nothing can be set
        yield Problem("form-letters-lacking", place, params={"language": language, "letters": lacking})
        return
    made = pdfs()
    found = dict.fromkeys(chain.from_iterable(map(_faults, made)))
    for code, page, *texts in found:
        params: dict[str, object] = {"language": language, "page": page, "texts": tuple(texts)}
        yield Problem(str(code), place, Severity.WARNING, params)
    written = _text(made[0])
    run_together = re.sub(r"\s", "", written)
    for word in dict.fromkeys(_words(tree)):
        if word not in written and word in run_together:
            yield Problem("page-word-broken", place, Severity.WARNING, {"language": language, "got": word})


def _faults(pdf: bytes) -> Iterator[tuple[object, ...]]:
    """Code, page from 1 and texts of each fault."""
    for number, (width, texts, fields) in enumerate(_pages(pdf), start=1):
        for one in texts:
            if one.left < _MARGINS[0] or one.right > width - _MARGINS[1] or one.bottom < 0:
                yield "page-outside", number, one.text
        for field in fields:
            if field.right > width - _MARGINS[1] + _TOUCH or field.bottom < 0:
                yield "page-outside", number, field.text
        for first, second in combinations(texts, 2):
            if first.overlaps(second):
                yield "page-collides", number, first.text, second.text
        for text in texts:
            if any(text.overlaps(field) for field in fields):
                yield "page-collides", number, text.text, ""


def _pages(pdf: bytes) -> Iterator[tuple[float, list[_Ink], list[_Ink]]]:
    """Of each page its width, its texts and its form fields."""
    import pypdfium2
    import pypdfium2.raw as raw

    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            letters = page.get_textpage()
            texts = []
            for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                text = _text_of(drawn, letters).strip()
                if text:
                    texts.append(_Ink(text, *drawn.get_bounds()))
            fields = [_field(raw, page, at) for at in range(raw.FPDFPage_GetAnnotCount(page.raw))]
            yield page.get_width(), texts, fields


def _field(raw: Any, page: Any, at: int) -> _Ink:
    annotation, rectangle = raw.FPDFPage_GetAnnot(page.raw, at), raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, rectangle)
    raw.FPDFPage_CloseAnnot(annotation)
    return _Ink("", rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)


def _text_of(drawn: Any, letters: Any) -> str:
    import pypdfium2.raw as raw

    size = raw.FPDFTextObj_GetText(drawn.raw, letters.raw, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(drawn.raw, letters.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _text(pdf: bytes) -> str:
    import pypdfium2

    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def _words(tree: Tree) -> Iterator[str]:
    for text in _texts(tree):
        yield from (word for word in re.split(r"[\s/-]+", text) if len(word) >= _SHORTEST)


def _texts(tree: Tree) -> Iterator[str]:
    """The form's own texts on a blank page, but for those with values in them."""
    yield tree.title
    for section in tree.sections:
        yield section.title
        for part in section.parts:
            yield from _texts_of(part)


def _texts_of(part: Part) -> Iterator[str]:
    match part:
        case Line():
            yield from chain.from_iterable(map(_texts_in, part.cells))
        case Signature():
            yield part.label
        case Table():
            yield part.heading
            yield from part.rows
            for column in part.columns:
                yield column.heading
                yield from _texts_in(column.cell) if column.cell else ()
        case Card():
            yield part.heading
            yield from chain.from_iterable(map(_texts_of, (*part.lines, *part.inner)))
        case WheelFigure():
            yield from (*part.months, *part.headings)
        case NoteText():
            yield from ()


def _texts_in(cell: Cell) -> Iterator[str]:
    yield cell.label
    yield from (tick.label for tick in cell.ticks)
