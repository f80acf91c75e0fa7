"""A form's own PDF: opened, with its fields bound to the form's values, and all faults reported together."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pypdf.errors import FileNotDecryptedError
from pypdf.generic import ArrayObject, DictionaryObject

from skjema.definition.model import Form
from skjema.errors import TemplateError
from skjema.formats.pdf.acroform import PASSWORD, AcroForm, FormField
from skjema.formats.pdf.acroform import Place as FieldPlace
from skjema.formats.pdf.claims import lost_claims
from skjema.formats.pdf.field_names import by_page
from skjema.formats.pdf.objects import media_box
from skjema.formats.pdf.open_form import BROKEN, open_form
from skjema.formats.pdf.signatures import Signatures, signatures_of
from skjema.formats.pdf.values import number, resolved
from skjema.problems import Place, Problem, Severity
from skjema.records.mark import FIELD
from skjema.render.pdf.bind_fields import Bindings, bind, unfilled
from skjema.render.pdf.fixed_texts import cut_texts, strange_letters
from skjema.wording import Language

_HAIR = 3.0
"""Points by which a field may reach over the edge of its page."""


class OwnPaper(NamedTuple):
    """A form's own PDF, opened.

    Attributes:
        content: The file as it is.
        told: What somebody should know who fills it in.
    """

    name: str
    content: bytes
    acroform: AcroForm
    bindings: Bindings
    signatures: Signatures
    told: list[Problem]

    @property
    def problems(self) -> list[Problem]:
        return [*self.bindings.problems, *self.told]


def open_own_paper(form: Form, language: Language, *, mend: bool = False) -> OwnPaper:
    """The form's own PDF in a language.

    Args:
        mend: Whether it is broken somewhere, so that pdfium's understanding of it is taken.

    Raises:
        TemplateError: There is none, or it can't be filled in at all.
    """
    if language not in form.own_pdfs:
        known = (f"{form.id}.{language}.pdf", f"{form.id}.pdf")
        raise TemplateError(Problem("pdf-own-missing", Place(f"{form.id}/skjema.toml"), params={"known": known}))
    name, content = form.own_pdfs[language]
    acroform = read_fields(name, content, mend=mend)
    bindings = bind(form, acroform, language, name)
    signatures = signatures_of(acroform.document, acroform.fields)
    return OwnPaper(name, content, acroform, bindings, signatures, list(_told(name, acroform, bindings)))


def read_fields(name: str, content: bytes, *, mend: bool = False) -> AcroForm:
    """The fields of a PDF.

    Args:
        name: Of the file, for messages.
        mend: See `open_own_paper`.

    Raises:
        TemplateError: It can't be read, or it has no fields that could be filled in.
    """
    place = Place(name)
    try:
        acroform = open_form(content, mend=mend)
    except FileNotDecryptedError:
        raise TemplateError(Problem("pdf-password", place)) from None
    except BROKEN:
        raise TemplateError(Problem("pdf-unreadable", place)) from None
    # of a paper that skjema itself has made the mark is nobody's to fill in
    acroform.fields[:] = [one for one in acroform.fields if one.name != FIELD]
    if not any(one.places and one.kind not in ("push", "unknown") for one in acroform.fields):
        raise TemplateError(Problem("pdf-xfa-only" if "/XFA" in acroform.entry else "pdf-without-fields", place))
    return acroform


def _told(name: str, acroform: AcroForm, bindings: Bindings) -> Iterator[Problem]:
    """Problems of features that are lost or not run when the PDF is filled in."""
    place = Place(name)

    def warned(code: str, fields: list[FormField]) -> Iterator[Problem]:
        for page, names in by_page(fields):
            yield Problem(code, place, Severity.WARNING, {"page": page, "names": names})

    if "/XFA" in acroform.entry:
        yield Problem("pdf-xfa", place, Severity.WARNING)
    if acroform.document.is_encrypted:
        yield Problem("pdf-encrypted", place, Severity.WARNING)
    if lost := lost_claims(acroform.document):
        yield Problem("pdf-claim-lost", place, Severity.WARNING, {"names": tuple(lost)})
    bound = [one.field for one in bindings.bound]
    yield from warned("pdf-calculated", [one for one in acroform.in_order if calculates(one)])
    fixed = unfilled(acroform, bindings)
    yield from warned("pdf-fixed-cut", cut_texts(acroform, fixed))
    for letter, fields in strange_letters(acroform, fixed).items():
        for page, names in by_page(fields):
            params: dict[str, object] = {"page": page, "names": names, "letters": (letter,)}
            yield Problem("pdf-fixed-letters", place, Severity.WARNING, params)
    yield from warned("pdf-same-state", [one for one in bound if one.is_mixed_up])
    yield from warned("pdf-masked", [one for one in bound if one.kind == "text" and one.flags & PASSWORD])
    boxes = page_boxes(acroform)
    yield from warned("pdf-off-page", [one for one in bound if any(is_off_page(place, boxes) for place in one.places)])
    yield from warned("pdf-not-printed", [one for one in bound if is_left_unprinted(one)])
    yield from warned("pdf-unseen", [one for one in bound if not any(place.is_shown for place in one.places)])


def own_paper_problems(form: Form, language: Language) -> list[Problem]:
    """What is wrong with a form's own PDF, or lost when it is filled in."""
    try:
        return open_own_paper(form, language).problems
    except TemplateError as error:
        return list(error.problems)


def lint_own_paper(form: Form, language: Language) -> Iterator[Problem]:
    """All that is wrong with a form's own PDF, also what matters to nobody but who keeps it."""
    try:
        paper = open_own_paper(form, language)
    except TemplateError as error:
        yield from error.problems
        return
    yield from paper.problems
    place = Place(paper.name)
    found = {
        "pdf-field-unfilled": unfilled(paper.acroform, paper.bindings),
        "pdf-prefilled": [one for one in paper.acroform.in_order if one.is_filled],
    }
    for code, fields in found.items():
        for page, names in by_page(fields):
            yield Problem(code, place, Severity.WARNING, {"page": page, "names": names})
    try:
        paper.signatures.check([one.field.name for one in paper.bindings.bound], paper.name)
    except TemplateError as error:
        yield from error.problems


def page_boxes(acroform: AcroForm) -> list[ArrayObject]:
    """The edges of each page."""
    return [media_box(page) for page in acroform.document.pages]


def is_off_page(place: FieldPlace, boxes: Sequence[ArrayObject]) -> bool:
    """Whether a field lies off its page, were it only in part."""
    if not place.is_shown:
        return False
    left, bottom, right, top = (number(edge) for edge in boxes[place.page])
    edges = place.rectangle
    return edges[0] < left - _HAIR or edges[1] < bottom - _HAIR or edges[2] > right + _HAIR or edges[3] > top + _HAIR


def is_left_unprinted(one: FormField) -> bool:
    """Whether a field is seen on screen, and left out as the page is printed."""
    return any(place.is_shown and not place.is_printed for place in one.places)


def calculates(one: FormField) -> bool:
    """Whether a field's value is worked out by a script, which nobody runs here."""
    actions = resolved(one.entries.get("/AA"))
    return isinstance(actions, DictionaryObject) and "/C" in actions
