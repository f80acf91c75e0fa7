"""Kinds of places in others' PDFs that look like something else: what each is taken for."""

import io
from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from skjema.draft.draft_pdf import Drafted, draft_pdf

Draw = Callable[[Canvas], object]


def paper(draw: Draw, *, name: bool = True) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.setFont("Helvetica", 9)
    if name:
        canvas.drawString(50, 790, "Sak:")
        canvas.line(80, 788, 250, 788)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def drafted(draw: Draw, *, name: bool = True) -> Drafted:
    return draft_pdf("a.pdf", paper(draw, name=name), "a")


def fields(draw: Draw, *, name: bool = True) -> dict[str, str]:
    found = drafted(draw, name=name).form.guesses
    return {one.label: "pen" if one.recipient else one.type for one in found if one.label != "Sak"}


def drawn_table(canvas: Canvas, widths: tuple[int, ...], *rows: tuple[str, ...]) -> None:
    edges = [50 + sum(widths[:at]) for at in range(len(widths) + 1)]
    for at in range(len(rows) + 1):
        canvas.line(edges[0], 700 - 20 * at, edges[-1], 700 - 20 * at)
    for edge in edges:
        canvas.line(edge, 700, edge, 700 - 20 * len(rows))
    for at, row in enumerate(rows):
        for edge, text in zip(edges, row, strict=False):
            canvas.drawString(edge + 3, 686 - 20 * at, text)


def test_a_corner_of_a_table_is_no_place_and_columns_have_their_heads() -> None:
    def draw(canvas: Canvas) -> None:
        drawn_table(canvas, (100, 150, 150), ("", "Søker 1", "Søker 2"), ("Navn", "", ""), ("Telefon", "", ""))

    assert fields(draw) == {
        "Navn: Søker 1": "name", "Navn: Søker 2": "name", "Telefon: Søker 1": "phone", "Telefon: Søker 2": "phone",
    }  # fmt: skip


def test_numbered_rows_are_a_group_and_signed_by_hand() -> None:
    def draw(canvas: Canvas) -> None:
        heads = ("Nr", "Navn", "Fødselsdato", "Underskrift")
        drawn_table(canvas, (30, 150, 100, 150), heads, *((f"{at}", "", "", "") for at in (1, 2, 3)))

    found = [one for one in drafted(draw).form.guesses if one.label != "Sak"]
    assert [(one.label, one.type, bool(one.group), len(one.sources)) for one in found] == [
        ("Navn", "name", True, 3), ("Fødselsdato", "date", True, 3),
    ]  # fmt: skip


def test_columns_for_yes_and_no_are_one_question_a_row() -> None:
    def draw(canvas: Canvas) -> None:
        drawn_table(canvas, (200, 60, 60), ("Spørsmål", "Ja", "Nei"), ("Turer med buss", "", ""), ("Bading", "", ""))

    assert fields(draw) == {"Turer med buss": "yes_no", "Bading": "yes_no"}


def test_a_box_in_a_cell_is_ticked_for_the_statement_in_the_next() -> None:
    def draw(canvas: Canvas) -> None:
        drawn_table(canvas, (200, 250), ("", "Jeg samtykker til turer"), ("", "Jeg samtykker til bilder"))
        for at in (0, 1):
            canvas.rect(60, 685 - 20 * at, 9, 9)

    assert fields(draw) == {"Jeg samtykker til turer": "yes_no", "Jeg samtykker til bilder": "yes_no"}


def test_a_date_in_parts_is_one_place() -> None:
    assert fields(lambda canvas: canvas.drawString(50, 700, "Dato: __.__.____  Sted: ____________")) == {
        "Dato": "date", "Sted": "text",
    }  # fmt: skip


def test_white_boxes_on_a_dark_ground_are_places() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.85)
        canvas.rect(40, 560, 515, 200, stroke=0, fill=1)
        for at, label in enumerate(("Etternavn", "Adresse")):
            canvas.setFillGray(1)
            canvas.rect(50, 700 - 50 * at, 240, 20, stroke=0, fill=1)
            canvas.setFillGray(0)
            canvas.drawString(52, 723 - 50 * at, label)

    assert fields(draw) == {"Etternavn": "text", "Adresse": "text"}
    white = draft_pdf(
        "a.pdf", paper(lambda canvas: (canvas.setFillGray(1), canvas.rect(50, 600, 200, 40, stroke=0, fill=1))), "a"
    )
    assert [one.label for one in white.form.guesses] == ["Sak"]


def test_a_short_line_behind_a_label_leaves_the_whole_lines_to_the_text() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 700, "Er det flere barn i husholdningen? Hvis ja, forklar:")
        canvas.line(400, 698, 545, 698)
        for at in (1, 2, 3):
            canvas.line(50, 698 - 18 * at, 545, 698 - 18 * at)

    from skjema.render.pdf.own_paper import read_fields

    made = drafted(draw)
    (wide,) = (one for one in read_fields("a.pdf", made.pdf).fields if "husholdningen" in one.name)
    left, _, right, _ = wide.places[0].rectangle
    assert right - left > 480


@pytest.mark.parametrize("required", [True, False])
def test_a_required_question_stays_required(*, required: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.acroForm.textfield(name="sak", x=80, y=785, width=200, height=16)
        canvas.drawString(50, 703, "Trenger tolk?")
        for at, value in ((200, "Ja"), (260, "Nei")):
            flags = "noToggleToOff radio required" if required else "noToggleToOff radio"
            canvas.acroForm.radio(name="tolk", value=value, x=at, y=700, size=12, fieldFlags=flags)
            canvas.drawString(at + 16, 703, value)

    (found,) = (one for one in drafted(draw).form.guesses if one.label != "Sak")
    assert (found.type, found.required) == ("yes_no", required)


def test_form_fields_in_a_table_are_called_by_row_and_column() -> None:
    def draw(canvas: Canvas) -> None:
        for at, head in ((150, "Foresatt 1"), (350, "Foresatt 2")):
            canvas.drawString(at, 720, head)
        for row, label in enumerate(("Navn", "E-post")):
            canvas.drawString(50, 704 - 18 * row, label)
            for at in (150, 350):
                canvas.acroForm.textfield(name=f"f{at}{row}", x=at, y=700 - 18 * row, width=180, height=14)
        canvas.drawString(50, 603, "Pasienten er arbeidsufør")
        canvas.acroForm.checkbox(name="ch0", x=480, y=600, size=12)

    assert fields(draw, name=False) == {
        "Navn: Foresatt 1": "name", "Navn: Foresatt 2": "name", "E-post: Foresatt 1": "email", "E-post: Foresatt 2": "email",
        "Pasienten er arbeidsufør": "yes_no",
    }  # fmt: skip


def test_a_list_that_takes_other_answers_is_told_of() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.acroForm.textfield(name="sak", x=80, y=785, width=200, height=16)
        canvas.drawString(50, 703, "Boligtype")
        canvas.acroForm.choice(
            name="bolig", value="Leie", options=["Leie", "Eie"], x=150, y=700, width=100, height=16, fieldFlags="combo edit",
        )  # fmt: skip

    assert [one.code for one in drafted(draw).left] == ["draft-prefilled", "draft-open-list"]


def test_boxes_in_columns_answer_what_their_heads_say_in_every_row() -> None:
    def draw(canvas: Canvas) -> None:
        rows = (("Utsagn", "Enig", "Uenig", "Merknad"), ("Jeg trives", "", "", ""), ("Jeg får hjelp", "", "", ""))
        drawn_table(canvas, (150, 60, 60, 100), *rows)
        for row in (0, 1):
            for at in (215, 275):
                canvas.rect(at, 665 - 20 * row, 9, 9)

    found = {one.label: [answer.label for answer in one.answers] for one in drafted(draw).form.guesses if one.answers}
    assert found == {"Jeg trives": ["Enig", "Uenig"], "Jeg får hjelp": ["Enig", "Uenig"]}


@pytest.mark.parametrize("groups", [(6, 5), (4, 2, 5), (4, 4, 4)])
def test_each_group_of_boxes_for_a_number_is_a_place(groups: tuple[int, ...]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 705, "Nummer")
        left = 50
        for size in groups:
            for _ in range(size):
                canvas.rect(left, 680, 14, 18)
                left += 14
            left += 12

    found = drafted(draw)
    numbers = [one for one in found.form.guesses if one.label.startswith("Nummer")]
    assert [one.max_length for one in numbers] == list(groups)
    assert "draft-unlabelled" not in [one.code for one in found.left]


def test_two_boxes_with_words_of_their_own_are_ticked() -> None:
    def draw(canvas: Canvas) -> None:
        for at, words in ((50, "Ja"), (90, "Nei")):
            canvas.rect(at, 680, 10, 10)
            canvas.drawString(at + 14, 681, words)

    assert [one.type for one in drafted(draw).form.guesses if one.label != "Sak"] == ["yes_no"]
