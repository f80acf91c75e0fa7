"""A text that a PDF holds in a field of its own is seen on every paper, or its loss is told."""

from pathlib import Path

import pytest

from skjema.render.pdf.own_paper import own_paper_problems
from skjema.render.pdf.pdf_renderer import PdfRenderer
from tests.drawing import field, from_json
from tests.own_pdf.raw_pdf import raw_pdf, text
from tests.own_pdf.test_zoo import form_with
from tests.reading_back import pdf_text

NAVN = field("navn")
LONG = "Eksempel kommune, kontonummer 1234 56 78903, merket med barnets navn"
SEVERAL = "Eksempel kommune\\r" * 9


def utf16(words: str) -> str:
    return f"<FEFF{words.encode('utf-16-be').hex()}>"


def seen(folder: Path, pdf: bytes, *, flat: bool) -> tuple[str, list[str]]:
    form = form_with(folder, pdf, NAVN)
    told = [one.code for one in own_paper_problems(form, "nb")]
    return pdf_text(PdfRenderer(form, "nb", flat=flat).render(from_json(form, folder, {"navn": "Ola"})[0])), told


@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize(
    ("fixed", "begins"),
    [
        (text("konto", 1, size="60 20", more=f"/F 4/V({LONG})"), "Eksempel kom"),
        (text("konto", 1, size="60 20", more=f"/F 4/V({LONG})/Q 1"), "Eksempel kom"),
        (text("konto", 1, size="90 45", more=f"/F 4/V({SEVERAL})/Ff 4096"), "Eksempel kommune"),
        (text("konto", 1, more=f"/F 4/V({LONG})/MaxLen 12"), "Eksempel kom"),
        (text("konto", 1, more=f"/F 4/V({LONG})/MaxLen 12/Ff 16777216"), "Eksempel kom"),
    ],
)
def test_what_is_too_long_is_cut_and_told(tmp_path: Path, fixed: str, begins: str, flat: bool) -> None:
    words, told = seen(tmp_path, raw_pdf(text("navn"), fixed, form="/NeedAppearances true"), flat=flat)
    assert "".join(begins.split()) in "".join(words.split())
    assert LONG not in words
    assert told == ["pdf-fixed-cut"]


@pytest.mark.parametrize("flat", [False, True])
def test_letters_that_no_font_has_are_left_out_and_told(tmp_path: Path, flat: bool) -> None:
    fixed = text("konto", 1, more=f"/F 4/V{utf16('Kommune 漢 og æ')}")
    words, told = seen(tmp_path, raw_pdf(text("navn"), fixed), flat=flat)
    assert words.count("Kommune") == words.count("og æ") == 1
    assert told == ["pdf-fixed-letters"]


@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize("said", ["Яна и Øyvind", "Ελλάδα"])
def test_letters_of_other_writing_than_the_values_are_drawn(tmp_path: Path, said: str, flat: bool) -> None:
    words, told = seen(tmp_path, raw_pdf(text("navn"), text("konto", 1, more=f"/F 4/V{utf16(said)}")), flat=flat)
    assert said in words
    assert told == []


@pytest.mark.parametrize(
    "more",
    [
        f"/F 2/V({LONG})",  # nobody sees it
        "/F 4/V(Eksempel kommune)",
        "/F 4/V()",
        "/F 4/V(Eksempel kommune)/MaxLen 3",
    ],
)
def test_nothing_is_told_where_nothing_is_lost(tmp_path: Path, more: str) -> None:
    pdf = raw_pdf(text("navn"), text("konto", 1, size="90 20", more=more), form="/NeedAppearances true")
    assert seen(tmp_path, pdf, flat=False)[1] == []


def test_a_list_shows_what_its_answer_is_called(tmp_path: Path) -> None:
    fixed = f"/FT/Ch/Ff 131072/T(type)/Rect[50 700 110 720]/F 4/Opt[[(1)({LONG})]]/V(1)"
    words, told = seen(tmp_path, raw_pdf(text("navn"), fixed), flat=True)
    assert "Eksempel kom" in words
    assert told == ["pdf-fixed-cut"]
