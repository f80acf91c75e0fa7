"""What is and what isn't a place to fill in on a page that somebody has drawn; what can't be understood is told."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from skjema.draft.fillable_copy import FillableCopy, fillable_copy
from skjema.errors import InputError, TemplateError
from skjema.formats.pdf.open_form import open_form
from tests.own_pdf.raw_pdf import raw_pdf, stream

Draw = Callable[[Canvas], object]


def drawn(*steps: Draw) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.setFont("Helvetica", 10)
    for step in steps:
        step(canvas)
    canvas.save()
    return out.getvalue()


def words(x: float, y: float, text: str, size: float = 10) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, y, text)

    return draw


def line(x: float, y: float, width: float) -> Draw:
    return lambda canvas: canvas.line(x, y, x + width, y)


def box(x: float, y: float, width: float, height: float) -> Draw:
    return lambda canvas: canvas.rect(x, y, width, height)


def fields(copy: FillableCopy) -> list[str]:
    found = open_form(copy.pdf).in_order if copy.added else []
    return [f"{one.kind} {one.tooltip}" + f" {one.max_length}" * bool(one.max_length) for one in found]


TEXT = words(50, 780, "Vi ber om svar innen fredag, og takker for at dere vil være med på dette i år også.")
DRAWN: dict[str, tuple[list[Draw], list[str]]] = {
    "a line after its label": ([words(50, 700, "Navn:"), line(90, 698, 200)], ["text Navn"]),
    "a line under its label too": ([words(50, 700, "Navn:"), line(50, 697, 300)], ["text Navn"]),
    "a line with its label below": ([line(50, 700, 200), words(50, 689, "Navn", 8)], ["text Navn"]),
    "two lines side by side": (
        [words(50, 700, "Navn"), line(90, 698, 120), words(230, 700, "Født"), line(260, 698, 80)],
        ["text Navn", "text Født"],
    ),
    "lines below one another": (
        [words(50, 700, "Merknad:"), line(50, 680, 400), line(50, 660, 400), line(50, 640, 400)], ["text Merknad"],
    ),
    "lines of one length, each behind its own label": (
        [step for at, one in enumerate(("Navn:", "Ansattnr.:", "Enhet:", "tlf.:"))
         for step in (words(50, 700 - 18 * at, one), line(150, 698 - 18 * at, 250))],
        ["text Navn", "text Ansattnr", "text Enhet", "text tlf"],
    ),
    "lines that begin at once behind their labels": (
        [step for at, one in enumerate(("Ansattnr.:", "Enhet:"))
         for step in (words(50, 700 - 26 * at, one), line(105 - 20 * at, 698 - 26 * at, 295 + 20 * at))],
        ["text Ansattnr", "text Enhet"],
    ),
    "lines behind a label of two lines": (
        [words(50, 700, "Begrunnelse for"), words(50, 688, "valget ditt:"), *(line(150, 700 - 14 * at, 250) for at in (0, 1, 2))],
        ["text Begrunnelse for"],
    ),
    "lines of a text beside a column of labels": (
        [words(50, 700, "Navn:"), line(100, 698, 120), words(50, 680, "Født:"), line(100, 678, 120),
         words(240, 714, "Merknad:"), line(240, 698, 200), line(240, 678, 200)],
        ["text Navn", "text Merknad", "text Født"],
    ),
    "a line of points": ([words(50, 700, "Navn ..............................")], ["text Navn"]),
    "two rows of underscores": ([words(50, 700, "Navn ____________ Født _________")], ["text Navn", "text Født"]),
    "an empty box": ([words(50, 700, "Navn"), box(90, 695, 200, 18)], ["text Navn"]),
    "a box that holds its label": ([box(50, 680, 200, 36), words(53, 706, "Navn", 7)], ["text Navn"]),
    "boxes for letters": ([words(50, 700, "Postnr"), *(box(90 + 14 * at, 696, 14, 16) for at in range(4))], ["text Postnr 4"]),
    "a square": ([box(50, 700, 10, 10), words(66, 702, "Jeg samtykker")], ["tick Jeg samtykker"]),
    "a circle": ([lambda canvas: canvas.circle(55, 705, 5), words(66, 702, "Jeg samtykker")], ["tick Jeg samtykker"]),
    "brackets": ([words(50, 700, "[ ] Jeg samtykker")], ["tick Jeg samtykker"]),
    "answers on a line": (
        [words(50, 702, "Skyss?"), box(100, 700, 10, 10), words(114, 702, "Ja"), box(140, 700, 10, 10), words(154, 702, "Nei")],
        ["radio Skyss?"],
    ),
    "short lines before yes and no": ([words(50, 702, "Skyss? ____ Ja ____ Nei")], ["radio Skyss?"]),
    "a box, and one that says no to it": (
        [box(50, 700, 9, 9), words(62, 702, "Jeg samtykker"), box(140, 700, 9, 9), words(152, 702, "Jeg samtykker ikke")],
        ["radio Jeg samtykker / Jeg samtykker ikke"],
    ),
    "a line to sign on below other words": (
        [words(50, 715, "(sett kryss)"), line(50, 700, 200), words(50, 689, "Underskrift", 8)], ["text Underskrift"],
    ),
    # what isn't one
    "a cell beside an amount": ([box(50, 680, 60, 20), box(110, 680, 60, 20), words(55, 686, "84,00")], []),
    "a line under a heading": ([words(50, 700, "Barnet", 16), line(50, 696, 480)], []),
    "a line under words": ([words(50, 700, "Les dette først"), line(50, 698, 70)], []),
    "a line that parts a page": ([line(50, 740, 500), words(50, 720, "Opplysningene blir slettet etter et år.")], []),
    "a frame round words": ([box(40, 690, 300, 40), words(50, 705, "Husk å signere, og lever skjemaet til kontaktlæreren din.")], []),
    "a full table": (
        [box(50, 680, 100, 30), box(150, 680, 100, 30), words(55, 690, "Mandag"), words(155, 690, "08.00")], [],
    ),
    "a white line": ([lambda canvas: (canvas.setStrokeColorRGB(1, 1, 1), canvas.line(90, 698, 300, 698)), words(50, 700, "Navn:")], []),
    "words upon the side": ([lambda canvas: (canvas.rotate(90), canvas.drawString(100, -30, "Navn: ________"))], []),
}  # fmt: skip


@pytest.mark.parametrize("name", DRAWN)
def test_what_a_place_to_fill_in_is(name: str) -> None:
    steps, wanted = DRAWN[name]
    assert fields(fillable_copy("x.pdf", drawn(TEXT, *steps))) == wanted


def test_a_place_that_no_words_tell_of_is_told_and_left() -> None:
    copy = fillable_copy("x.pdf", drawn(TEXT, words(50, 700, "Navn:"), line(90, 698, 200), box(300, 300, 200, 40)))
    assert fields(copy) == ["text Navn"]
    assert [(one.code, one.params) for one in copy.problems] == [
        ("draft-unlabelled", {"page": 1, "places": ("11/18",)})
    ]


def picture() -> bytes:
    page = ImageReader(Image.new("L", (20, 20)))
    return drawn(lambda canvas: canvas.drawImage(page, 0, 0, 595, 842))


def turned() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(drawn(words(50, 700, "Navn ______")))))
    writer.pages[0].rotate(90)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def drawing() -> bytes:
    return drawn(words(50, 700, "Navn ______"), *(line(50, 20 + at / 10, 30) for at in range(6100)))


@pytest.mark.parametrize(
    ("pdf", "code"),
    [(picture(), "draft-page-scanned"), (turned(), "draft-page-turned"), (drawing(), "draft-page-drawing")],
)
def test_a_page_that_can_not_be_understood_is_told(tmp_path: Path, pdf: bytes, code: str) -> None:
    copy = fillable_copy("x.pdf", pdf)
    assert (copy.added, [one.code for one in copy.problems]) == (0, [code])
    assert copy.pdf == pdf


def test_buttons_of_the_paper_stay() -> None:
    written = b"BT /Helv 10 Tf 50 700 Td (Navn: ______________) Tj ET"
    button = "/FT/Btn/Ff 65536/T(skriv)/Rect[50 100 90 120]/F 4"
    pdf = raw_pdf(button, contents=written, page="/Resources<</Font<</Helv 5 0 R>>>>")
    found = open_form(fillable_copy("x.pdf", pdf).pdf).in_order
    assert [(one.kind, one.name) for one in found] == [("text", "navn"), ("push", "skriv")]


@pytest.mark.parametrize("pdf", [b"hei", b"%PDF-1.7\nnoe annet"])
def test_what_is_no_pdf_is_refused(pdf: bytes) -> None:
    with pytest.raises((TemplateError, InputError)) as caught:
        fillable_copy("x.pdf", pdf)
    assert [one.code for one in caught.value.problems] == ["pdf-unreadable"]


def test_a_sign_of_two_letters_is_part_of_its_word() -> None:
    pairs = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <01> <00660066> endbfchar"
    letters = b" 1 beginbfrange <20> <7E> <0020> endbfrange "
    table = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap " + pairs + letters + b"endcmap end end"
    font = (
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 8 0 R"
        b"/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/W]>>>>"
    )
    written = b"BT /F 10 Tf 150 Tz 50 700 Td (O\x01entlig instans: ______________) Tj ET"
    pdf = raw_pdf(contents=written, page="/Resources<</Font<</F 7 0 R>>>>", more={7: font, 8: stream(table)})
    assert fields(fillable_copy("x.pdf", pdf)) == ["text Offentlig instans"]


def test_boxes_are_asked_by_the_words_above_them_in_their_cell() -> None:
    cells = [box(50 + 120 * at, 680, 120, 40) for at in (0, 1)]
    said = [words(53, 706, "Fødselsnummer", 8), words(53, 690, "(11 siffer)", 8), words(173, 706, "Kjønn", 8)]
    asked = [box(173, 688, 9, 9), words(185, 690, "Gutt", 8), box(215, 688, 9, 9), words(227, 690, "Jente", 8)]
    copy = fillable_copy("x.pdf", drawn(TEXT, *cells, *said, *asked, words(50, 650, "Navn ____________")))
    assert "radio Kjønn" in fields(copy)
