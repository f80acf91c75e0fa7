"""Places in others' PDFs that letters draw for a date: what type each gets, and how a date looks in it."""

from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from skjema.draft.draft_pdf import draft_pdf
from skjema.formats.pdf.open_form import open_form
from skjema.render.pdf.pdf_renderer import PdfRenderer
from tests.draft.test_pdf_kinds import drafted, fields, paper
from tests.drawing import field, from_json
from tests.own_pdf.test_zoo import form_with

BEFORE = "Permisjon fra "


@pytest.mark.parametrize(
    "blank",
    ["____/____ 20____", "__.__.____", "__/__-20__", "___ / ___ / ______", "…../….. 20…..", "|_|_|.|_|_|.|_|_|_|_|"],
)
def test_a_place_drawn_for_a_date_is_one_whatever_its_words_say(blank: str) -> None:
    assert fields(lambda canvas: canvas.drawString(50, 700, f"{BEFORE}{blank}")) == {BEFORE.strip(): "date"}


def test_a_place_drawn_for_a_time_is_one() -> None:
    assert fields(lambda canvas: canvas.drawString(50, 700, "Oppmøte: __:__")) == {"Oppmøte": "time"}


@pytest.mark.parametrize("points", ["...", "....", "…"])
def test_a_few_dots_behind_a_label_have_room_for_a_date(points: str) -> None:
    found = drafted(lambda canvas: canvas.drawString(50, 700, f"Dato: {points}  Sted: ........"))
    assert [(one.label, one.type) for one in found.form.guesses[1:]] == [("Dato", "text"), ("Sted", "text")]
    alone = drafted(lambda canvas: canvas.drawString(50, 700, f"Dato: {points}"))
    assert [(one.label, one.type) for one in alone.form.guesses[1:]] == [("Dato", "date")]
    assert open_form(alone.pdf).in_order[1].places[0].rectangle[2] > 150


def test_dots_that_go_on_in_words_are_no_place() -> None:
    draw = lambda canvas: canvas.drawString(50, 700, "Vi skrev: ...og så kom svaret")  # noqa: E731
    assert fields(draw) == {}


@pytest.mark.parametrize("flat", [False, True])
def test_the_strokes_and_the_century_are_seen_only_where_no_date_stands(tmp_path: Path, flat: bool) -> None:
    pdf = draft_pdf(
        "a.pdf", paper(lambda canvas: canvas.drawString(50, 700, f"{BEFORE}____/____      20____")), "a"
    ).pdf
    fra, sak = field("permisjon_fra", "date"), field("navn", pdf='"sak"')
    form = form_with(tmp_path, pdf, sak, fra)
    render = PdfRenderer(form, "nb", flat=flat).render
    filled, empty = from_json(form, tmp_path, {"permisjon_fra": "14.03.2026", "navn": "Tur"}, {"navn": "Tur"})
    assert (_shows_century(render(filled)), _shows_century(render(empty))) == (False, True)


def _shows_century(pdf: bytes) -> bool:
    """Whether there is ink where the printed «20» stands."""
    left = 50 + stringWidth(f"{BEFORE}____/____      ", "Helvetica", 9)
    with pypdfium2.PdfDocument(pdf) as document:
        document.init_forms()
        page = document[0].render(scale=2, may_draw_forms=True).to_pil().convert("L")
    darkest, _ = page.crop((int(2 * left), 2 * (842 - 706), int(2 * left) + 18, 2 * (842 - 701))).getextrema()
    return bool(darkest < 128)
