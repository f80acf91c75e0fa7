"""Boxes below their labels, and rows whose names take several lines: each place is called by its own words."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.draft.test_pdf_kinds import drafted, drawn_table, fields


def box(canvas: Canvas, bottom: float, top: float) -> None:
    canvas.rect(50, bottom, 400, top - bottom)


@pytest.mark.parametrize("height", [20, 60, 150])
@pytest.mark.parametrize("gap", [6, 12, 18])
def test_a_label_between_boxes_is_that_of_the_lower(height: int, gap: int) -> None:
    def draw(canvas: Canvas) -> None:
        top = 700
        for label in ("Beskriv vansken kort:", "Hvilke tiltak er prøvd?", "Hva ønskes:"):
            canvas.drawString(50, top + gap, label)
            box(canvas, top - height, top)
            top -= height + gap + 12  # nearer to the box above than to its own

    assert [*fields(draw)] == ["Beskriv vansken kort", "Hvilke tiltak er prøvd?", "Hva ønskes"]


def test_a_question_at_the_foot_of_a_page_is_of_the_box_on_the_next() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 300, "Beskriv vansken kort:")
        box(canvas, 130, 290)
        canvas.drawString(50, 118, "Hvilke tiltak er prøvd?")
        canvas.drawString(280, 30, "Side 1 av 2")
        canvas.showPage()
        canvas.setFont("Helvetica", 9)
        canvas.drawString(50, 810, "Henvisning")
        box(canvas, 500, 760)

    found = drafted(draw)
    assert [one.label for one in found.form.guesses][1:] == ["Beskriv vansken kort", "Hvilke tiltak er prøvd?"]
    assert "draft-unlabelled" not in {one.code for one in found.left}


def test_a_box_with_words_of_its_own_takes_none_of_the_page_before() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 118, "Hvilke tiltak er prøvd?")
        canvas.showPage()
        canvas.setFont("Helvetica", 9)
        canvas.drawString(50, 770, "Merknader")
        box(canvas, 500, 760)

    assert [*fields(draw)] == ["Merknader"]


WEEKS = ("26", "27", "28", "29", "30", "31")


@pytest.mark.parametrize("heads", [WEEKS, ("Ma", "Ti", "On", "To", "Fr", "Lø")])
def test_a_row_of_narrow_cells_with_heads_is_no_place_for_letters(heads: tuple[str, ...]) -> None:
    def draw(canvas: Canvas) -> None:
        edges = [50, 90, *(90 + 25 * at for at in range(1, 7))]
        for at, label in enumerate(("Uke", *heads)):
            canvas.drawString(edges[at] + 4, 686, label)
        canvas.drawString(54, 666, "Ferie")
        for at, words in enumerate(("I", "barneh", "agen")):
            canvas.drawString(54, 646 - 11 * at, words)
        for level in (700, 680, 660, 615):
            canvas.line(50, level, 240, level)
        for edge in edges:
            canvas.line(edge, 700, edge, 615)

    wanted = {f"{row}: {head}": "text" for row in ("Ferie", "I barneh agen") for head in heads}
    assert fields(draw) == wanted


def test_cells_for_letters_stay_one_field() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 655, "Fødselsdato:")
        for at in range(8):
            canvas.rect(120 + 16 * at, 650, 16, 18)

    assert fields(draw) == {"Fødselsdato": "date"}


def test_a_plain_table_is_as_before() -> None:
    def draw(canvas: Canvas) -> None:
        drawn_table(canvas, (100, 150, 150), ("", "Søker 1", "Søker 2"), ("Navn", "", ""))

    assert [*fields(draw)] == ["Navn: Søker 1", "Navn: Søker 2"]
