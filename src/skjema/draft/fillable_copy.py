"""Makes a copy of a PDF in which places to fill in that are only drawn become form fields."""

from collections.abc import Iterator
from typing import NamedTuple

from pypdf.errors import FileNotDecryptedError

from skjema.draft.guess import distinct, plain_id
from skjema.draft.nearby import clean
from skjema.draft.pdf_blanks import Blank, blanks_of
from skjema.errors import TemplateError
from skjema.formats.pdf.add_fields import NewField, with_fields
from skjema.formats.pdf.claims import lost_claims
from skjema.formats.pdf.field_names import TOLD
from skjema.formats.pdf.objects import Document
from skjema.formats.pdf.open_form import BROKEN
from skjema.formats.pdf.page_marks import PageMarks, page_marks
from skjema.formats.pdf.page_texts import PageText, page_texts
from skjema.problems import Place, Problem, Severity
from skjema.render.pdf.own_paper import read_fields

_MOST_EDGES = 6000
"""Number of lines on a page above which it counts as a drawing."""
_FEWEST = 2
"""Least number of letters in a label."""
_CENTIMETRE = 72 / 2.54
_MARGIN = 56.0
"""Height of running heads and feet, in points."""


class FillableCopy(NamedTuple):
    """A PDF with fields added where places to fill in were drawn.

    Attributes:
        added: Number of added fields.
        problems: Pages that could not be understood.
    """

    pdf: bytes
    added: int
    problems: list[Problem]


def fillable_copy(name: str, pdf: bytes) -> FillableCopy:
    """The copy; identical to the file where no place to fill in is found.

    Args:
        name: Name of the file in messages.

    Raises:
        TemplateError: The file can't be read.
    """
    try:
        pages = list(zip(page_texts(pdf), page_marks(pdf), strict=False))
        problems = [found for number, page in enumerate(pages) if (found := _page_problem(name, number, *page))]
        blanks = [
            blank
            for number, page in enumerate(pages)
            if _page_problem(name, number, *page) is None
            for blank in blanks_of(number, *page)
        ]
        _ask_before(blanks, pages)
        fields = list(_fields([one for one in blanks if _is_label(one.label)]))
        unlabelled = [one for one in blanks if not _is_label(one.label)]
        problems += _unlabelled(name, unlabelled, [marks for _, marks in pages])
        if fields and (lost := lost_claims(Document(pdf))):
            problems.append(Problem("pdf-claim-lost", Place(name), Severity.WARNING, {"names": tuple(lost)}))
        return FillableCopy(with_fields(pdf, fields) if fields else pdf, len(fields), problems)
    except FileNotDecryptedError:
        raise TemplateError(Problem("pdf-password", Place(name))) from None
    except BROKEN:
        raise TemplateError(Problem("pdf-unreadable", Place(name))) from None


def paper_with_fields(name: str, content: bytes) -> tuple[bytes, list[Problem]]:
    """A PDF with fields, which are added where it only draws places to fill in; and problems with the added ones."""
    try:
        read_fields(name, content)
    except TemplateError as error:
        if [one.code for one in error.problems] != ["pdf-without-fields"]:
            raise
        copy = fillable_copy(name, content)
        if not copy.added:
            raise TemplateError(Problem("draft-no-places", Place(name)), *copy.problems) from None
        made = Problem("draft-made-fillable", Place(name), Severity.NOTE, {"count": copy.added})
        return copy.pdf, [made, *copy.problems]
    return content, []


def _ask_before(blanks: list[Blank], pages: list[tuple[list[PageText], PageMarks]]) -> None:
    """Label an unlabelled place at the top of a page with the question that ends the page before."""
    firsts = {one.page: one for one in reversed(blanks)}
    for page, first in firsts.items():
        texts, marks = pages[page]
        top = first.places[0][3]
        is_spoken_of = any(top <= one.bottom and one.top < marks.size[1] - _MARGIN for one in texts)
        before = [one for one in pages[page - 1][0] if one.bottom > _MARGIN] if page else []
        last = min(before, key=lambda one: one.bottom).text.rstrip() if before else ""
        label = clean(last)
        is_taken = any(one.page == page - 1 and one.label == label for one in blanks)
        if not _is_label(first.label) and not is_spoken_of and not is_taken and last.endswith((":", "?")):
            first.label = label


def _page_problem(name: str, number: int, texts: list[PageText], marks: PageMarks) -> Problem | None:
    """Why a page can't be understood; None where it can."""
    code = ""
    if not texts and marks.has_picture:
        code = "draft-page-scanned"
    elif marks.turn:
        code = "draft-page-turned"
    elif len(marks.along) + len(marks.up) > _MOST_EDGES:
        code = "draft-page-drawing"
    return Problem(code, Place(name), Severity.WARNING, {"page": number + 1}) if code else None


def _is_label(text: str) -> bool:
    """Whether a text can be a label; amounts and numbers in tables can't."""
    letters, digits = sum(map(str.isalpha, text)), sum(map(str.isdigit, text))
    return letters >= _FEWEST and letters >= digits


def _unlabelled(name: str, blanks: list[Blank], marks: list[PageMarks]) -> Iterator[Problem]:
    """Problems for the places without a label, page by page."""
    pages: dict[int, list[str]] = {}
    for one in blanks:
        left, _, _, top = one.places[0]
        from_top = (marks[one.page].size[1] - top) / _CENTIMETRE
        pages.setdefault(one.page, []).append(f"{left / _CENTIMETRE:.0f}/{from_top:.0f}")
    for page, places in sorted(pages.items()):
        more = ("...",) if len(places) > TOLD else ()
        params: dict[str, object] = {"page": page + 1, "places": (*places[:TOLD], *more)}
        yield Problem("draft-unlabelled", Place(name), Severity.WARNING, params)


def _fields(blanks: list[Blank]) -> Iterator[NewField]:
    """The fields for places with a label, each with a unique name."""
    columns = {(one.page, one.table, one.label): None for one in blanks if one.table}
    tables = list(dict.fromkeys((page, table) for page, table, _ in columns))
    ids = dict(zip(tables, distinct(plain_id(table) for _, table in tables), strict=True))
    own = {key: column for table in tables for key, column in _column_ids(table, columns)}
    single = [one for one in blanks if not one.table]
    names = iter(distinct((plain_id(one.label) for one in single), ids.values()))
    for one in blanks:
        name = (
            f"{ids[one.page, one.table]}.{one.row}.{own[one.page, one.table, one.label]}" if one.table else next(names)
        )
        told = f"{one.label} ({one.row})" if one.table else one.label
        states = list(zip(distinct(map(plain_id, one.answers)), one.answers, strict=True))
        yield NewField(name, one.kind, one.page, told, one.places, states, one.comb)


def _column_ids(
    table: tuple[int, str], columns: dict[tuple[int, str, str], None]
) -> Iterator[tuple[tuple[int, str, str], str]]:
    keys = [key for key in columns if key[:2] == table]
    yield from zip(keys, distinct(plain_id(label) for *_, label in keys), strict=True)
