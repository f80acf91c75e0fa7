"""A copy of a PDF with a frame and a remark at each place where something is wrong with it."""

from collections.abc import Iterable, Sequence

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

from skjema.errors import TemplateError
from skjema.formats.pdf.document_revision import revision
from skjema.formats.pdf.objects import Document, array, dictionary, media_box, name, stream
from skjema.formats.pdf.open_form import BROKEN, open_form
from skjema.formats.pdf.page_letters import Rectangle
from skjema.formats.pdf.values import number, resolved
from skjema.problems import Place, Problem
from skjema.render.pdf.inspect_pdf import PdfFinding
from skjema.wording import MessageLanguage

_AUTHOR = "skjema"
_INK = (0.75, 0.1, 0.1)
_AROUND = 1.5
"""Points between a place and its frame."""
_NOTE = 20.0
_PRINTED = 4


def annotated_pdf(file: str, content: bytes, findings: Iterable[PdfFinding], language: MessageLanguage) -> bytes:
    """The file with the findings as remarks; those of the file as a whole are at the top of its first page.

    Raises:
        TemplateError: It can't be read.
    """
    try:
        document = open_form(content).document
        remarks = _remarks(document, findings, language)
        for (page, edges, is_note), texts in remarks.items():
            _add(document, page, _note(document, edges, texts) if is_note else _frame(document, edges, texts))
        fixed, _ = revision(document, [])
        return fixed.build([])
    except BROKEN:
        raise TemplateError(Problem("pdf-unreadable", Place(file))) from None


def _remarks(
    document: Document, findings: Iterable[PdfFinding], language: MessageLanguage
) -> dict[tuple[int, Rectangle, bool], list[str]]:
    """What is said at each place."""
    left, _, _, top = (number(edge) for edge in media_box(document.pages[0]))
    corner = (left + 10, top - 10 - _NOTE, left + 10 + _NOTE, top - 10)
    remarks: dict[tuple[int, Rectangle, bool], list[str]] = {}
    for one in findings:
        text = f"{one.problem.sentence(language)} [{one.problem.code}]"
        places = [(page, edges, False) for page, edges in one.places] or [(0, corner, True)]
        for place in places:
            remarks.setdefault(place, []).append(text)
    return remarks


def _frame(document: Document, edges: Rectangle, texts: Sequence[str]) -> IndirectObject:
    left, bottom, right, top = edges
    around = (left - _AROUND, bottom - _AROUND, right + _AROUND, top + _AROUND)
    width, height = around[2] - around[0], around[3] - around[1]
    drawn = b"%g %g %g RG 1 w .5 .5 %.2f %.2f re S" % (*_INK, max(width - 1, 0), max(height - 1, 0))
    return _remark(document, "Square", around, texts, drawn)


def _note(document: Document, edges: Rectangle, texts: Sequence[str]) -> IndirectObject:
    lines = b" ".join(b"4 %d m 16 %d l S" % (y, y) for y in (6, 10, 14))
    drawn = b"1 .93 .6 rg %g %g %g RG .5 .5 19 19 re B %s" % (*_INK, lines)
    return _remark(document, "Text", edges, texts, drawn)


def _remark(
    document: Document, kind: str, edges: Rectangle, texts: Sequence[str], drawn: bytes
) -> IndirectObject:  # fmt: skip
    size = (edges[2] - edges[0], edges[3] - edges[1])
    look = stream(drawn, Type=name("XObject"), Subtype=name("Form"), BBox=array(0, 0, *size), Resources=dictionary())
    return document.add(
        dictionary(
            Type=name("Annot"), Subtype=name(kind), Rect=array(*edges), Contents="\n\n".join(texts), T=_AUTHOR,
            F=_PRINTED, C=array(*_INK), AP=dictionary(N=document.add(look)),
        )
    )  # fmt: skip


def _add(document: Document, page: int, remark: IndirectObject) -> None:
    entry: DictionaryObject = document.pages[page]
    listed = resolved(entry.get("/Annots"))
    others = [*list.__iter__(listed)] if isinstance(listed, ArrayObject) else []
    entry[NameObject("/Annots")] = ArrayObject([*others, remark])
