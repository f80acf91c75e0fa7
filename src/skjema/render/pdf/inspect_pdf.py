"""All that is wrong with somebody else's PDF as a form, whatever definition it is for, each with its places."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pypdf.generic import PdfObject

from skjema.errors import TemplateError
from skjema.formats.pdf.acroform import READ_ONLY, AcroForm, FormField
from skjema.formats.pdf.acroform import Place as FieldPlace
from skjema.formats.pdf.actions import document_actions, field_actions
from skjema.formats.pdf.claims import lost_claims
from skjema.formats.pdf.field_names import by_page
from skjema.formats.pdf.fonts_used import FontsUsed
from skjema.formats.pdf.objects import Document
from skjema.formats.pdf.page_letters import Rectangle
from skjema.formats.pdf.personal import annotation_authors, personal_properties
from skjema.problems import Place, Problem, Severity
from skjema.render.pdf.own_paper import calculates, is_left_unprinted, is_off_page, page_boxes, read_fields

_NO_TEXT = ("push", "unknown", "signature")


class PdfFinding(NamedTuple):
    """Something wrong with a PDF.

    Attributes:
        places: Pages, from 0, and rectangles that it is about; none for the file as a whole.
    """

    problem: Problem
    places: Sequence[tuple[int, Rectangle]] = ()


def inspect_pdf(name: str, content: bytes) -> list[PdfFinding]:
    """Every fault of a PDF, and what somebody should know of it.

    Args:
        name: What messages call it.
    """
    try:
        acroform = read_fields(name, content)
    except TemplateError as error:
        return [PdfFinding(problem) for problem in error.problems]
    return [*_Inspection(name, acroform).findings()]


class _Inspection:
    def __init__(self, name: str, acroform: AcroForm) -> None:
        self._place = Place(name)
        self._acroform = acroform
        self._document: Document = acroform.document
        self._fields = [one for one in acroform.in_order if one.kind not in _NO_TEXT]

    def findings(self) -> Iterator[PdfFinding]:
        yield from self._of_file()
        boxes = page_boxes(self._acroform)
        checks: dict[str, Callable[[FormField], object]] = {
            "pdf-name-shared": lambda one: len(one.holders) > 1,
            "pdf-off-page": lambda one: any(is_off_page(place, boxes) for place in one.places),
            "pdf-unseen": lambda one: not any(place.is_shown for place in one.places),
            "pdf-not-printed": is_left_unprinted,
            "pdf-same-state": lambda one: one.is_mixed_up,
            "pdf-calculated": calculates,
            "pdf-prefilled": lambda one: one.is_filled,
            "pdf-no-tooltip": lambda one: not one.tooltip and not one.flags & READ_ONLY,
        }
        for code, is_wrong in checks.items():
            yield from self._about(code, [one for one in self._fields if is_wrong(one)])
        yield from self._of_actions()
        yield from self._of_pages()

    def _of_file(self) -> Iterator[PdfFinding]:
        if "/XFA" in self._acroform.entry:
            yield self._finding("pdf-xfa")
        if self._document.is_encrypted:
            yield self._finding("pdf-encrypted")
        if lost := lost_claims(self._document):
            yield self._finding("pdf-claim-lost", names=tuple(lost))
        if found := personal_properties(self._document):
            yield self._finding("pdf-personal", names=tuple(found))
        for number, kind in document_actions(self._document):
            code = "pdf-script" if kind == "JavaScript" else "pdf-action"
            yield self._finding(code, page=number + 1, names=(kind,))

    def _of_actions(self) -> Iterator[PdfFinding]:
        """What fields do when they are clicked or left: scripts, and what reaches out of the file."""
        scripts, others = [], []
        for one in self._acroform.in_order:
            kinds = field_actions(one)
            if "JavaScript" in kinds and not calculates(one):
                scripts.append(one)
            if kinds - {"JavaScript"}:
                others.append(one)
        yield from self._about("pdf-script", scripts)
        yield from self._about("pdf-action", others)

    def _of_pages(self) -> Iterator[PdfFinding]:
        fonts = FontsUsed()
        for number, page in enumerate(self._document.pages):
            resources = page.get("/Resources")
            starts: list[PdfObject] = [resources] if isinstance(resources, PdfObject) else []
            if left_out := fonts.left_out(starts):
                yield self._finding("pdf-font-missing", page=number + 1, names=tuple(sorted(left_out)))
        authors: dict[int, list[Rectangle]] = {}
        for number, edges in annotation_authors(self._document):
            authors.setdefault(number, []).append(edges)
        for number, listed in authors.items():
            problem = self._problem("pdf-comments", page=number + 1, count=len(listed))
            yield PdfFinding(problem, [(number, edges) for edges in listed])

    def _about(self, code: str, fields: Sequence[FormField]) -> Iterator[PdfFinding]:
        """A finding for each page that has such fields."""
        shown = {one.name: _places(one) for one in fields}
        for page, names in by_page(fields):
            places = [place for one in fields for place in shown[one.name] if place[0] + 1 == page]
            yield PdfFinding(self._problem(code, page=page, names=names), places)

    def _finding(self, code: str, **params: object) -> PdfFinding:
        return PdfFinding(self._problem(code, **params))

    def _problem(self, code: str, **params: object) -> Problem:
        severity = Severity.NOTE if code in _NOTES else Severity.WARNING
        return Problem(code, self._place, severity, params)


_NOTES = frozenset({"pdf-no-tooltip", "pdf-font-missing"})
"""What only the maker of the PDF can mend, and what doesn't stop it from being filled in."""


def _places(one: FormField) -> list[tuple[int, Rectangle]]:
    places: list[FieldPlace] = [place for place in one.places if place.page >= 0]
    return [(place.page, place.rectangle) for place in places]
