"""What comes back is read by the same reader as what is filled in: where two readers differed, one case each."""

from collections.abc import Mapping

import pytest

from skjema.errors import InputError
from skjema.formats.form_fields import FieldValue
from skjema.formats.pdf.form_fields import read_fields
from skjema.render.pdf.own_paper import read_fields as read_to_fill
from tests.own_pdf.raw_pdf import look, raw_pdf, stream, text
from tests.own_pdf.zoo import TICKED, button

TYPED = text("navn", more="/V(Kari)/F 4")
CASES: dict[str, tuple[bytes, Mapping[str, FieldValue]]] = {
    "on the page, but in no list": (raw_pdf(TYPED, tops=[]), {"navn": "Kari"}),
    "no form at all": (raw_pdf(TYPED).replace(b"/AcroForm 4 0 R", b"/AcroFrom 4 0 R"), {"navn": "Kari"}),
    "a place that its field doesn't know": (
        raw_pdf("/FT/Tx/T(navn)/V(Kari)/Kids[]", "/Parent 10 0 R/F 4/Rect[50 700 250 720]", tops=[10]),
        {"navn": "Kari"},
    ),
    "off in small letters": (
        raw_pdf(button("ja", "/V/off/AP<</N<</On 20 0 R/off 21 0 R>>>>/AS/off"), more={20: TICKED, 21: look()}),
        {"ja": False},
    ),
    "a field that has places, and fields below it": (
        raw_pdf(
            "/FT/Tx/T(barn)/V(Kari)/Kids[11 0 R 12 0 R]", "/Parent 10 0 R/F 4/Rect[50 700 250 720]",
            "/Parent 10 0 R/T(navn)/V(Ola)/F 4/Rect[50 600 250 620]", tops=[10],
        ),
        {"barn": "Kari", "barn.navn": "Ola"},
    ),
    "a text as a stream": (raw_pdf(text("navn", more="/V 20 0 R/F 4"), more={20: stream(b"Kari\rOla")}), {"navn": "Kari\nOla"}),
    "a button to press": (raw_pdf(TYPED, "/FT/Btn/Ff 65536/T(send)/Rect[50 100 90 120]/F 4"), {"navn": "Kari"}),
    "cut off at its end": (lambda pdf: (pdf[: pdf.rindex(b"xref\n0 1")], {"navn": "Kari"}))(raw_pdf(TYPED)),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_both_ways_see_the_same_fields(name: str) -> None:
    pdf, values = CASES[name]
    assert read_fields(pdf, "x.pdf").values == dict(values)
    fillable = read_to_fill("x.pdf", pdf).fields
    assert {one.name for one in fillable if one.kind != "push"} == set(values)


def test_several_fields_of_one_name_that_differ_are_unclear() -> None:
    found = read_fields(raw_pdf(TYPED, text("navn", 1, more="/V(Ola)/F 4")), "x.pdf")
    assert found.unclear == {"navn"}


@pytest.mark.parametrize(("page", "signed"), [("/Annots[10 0 R 20 0 R]", True), ("/Annots[10 0 R]", False)])
def test_what_is_drawn_over_the_line_on_its_own_page_signs_it(page: str, signed: bool) -> None:
    line = "/FT/Sig/T(underskrift)/Rect[50 600 250 620]/F 4"
    drawn = b"<</Type/Annot/Subtype/Ink/Rect[60 600 120 630]>>"
    other = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[%s]>>" % (b"" if signed else b"20 0 R")
    pdf = raw_pdf(line, annotations=[], more={20: drawn, 21: other})
    pdf = pdf.replace(b"/Annots[]", page.encode(), 1).replace(b"/Kids[3 0 R]/Count 1", b"/Kids[3 0 R 21 0 R]/Count 2")
    found = read_fields(pdf, "x.pdf")
    assert (found.signed, found.beside) == (frozenset(["underskrift"] if signed else ()), not signed)


def test_buttons_alone_are_no_fields() -> None:
    with pytest.raises(InputError) as caught:
        read_fields(raw_pdf("/FT/Btn/Ff 65536/T(send)/Rect[50 100 90 120]/F 4"), "x.pdf")
    assert [one.code for one in caught.value.problems] == ["pdf-no-fields"]
