"""Whether one or several boxes may be ticked: as words say, and marked as a guess where they don't."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from skjema.draft.answer_kinds import kind_of_answers
from tests.draft import test_pdf_kinds
from tests.draft.filling import drafted, filled, texts
from tests.draft.test_draft_word import grid, in_body, paragraph, written
from tests.draft.test_word_kinds import cell, table

NAME = "Barnets navn: ________"
WEEK = ("Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag")


@pytest.mark.parametrize(
    ("answers", "asked", "kind", "reason"),
    [
        (WEEK, "Før skoletid", "choices", "kind"),
        (("Ma", "Ti", "On", "To", "Fr"), "Før skoletid", "choices", "kind"),
        (("Jan", "Feb", "Mars"), "Ferie", "choices", "kind"),
        (("Gutt", "Jente"), "Kjønn", "choice", "kind"),
        (("Rullestol", "Rullator", "Barnesete"), "Hjelpemidler", "choices", "label"),
        (("Attest", "Kvittering"), "Vedlegg", "choices", "label"),
        (("Buss", "Bil", "Tog"), "Reise", "choice", "label"),
        (("Buss", "Bil", "Tog"), "Reise (sett ett kryss)", "choice", "kind"),
        (("Buss", "Bil", "Tog"), "Kryss av for det som passer", "choices", "label"),
        (("Aldri", "Av og til", "Ofte"), "Jeg trives", "choice", "kind"),
    ],
)
def test_words_say_how_many_may_be_ticked(answers: tuple[str, ...], asked: str, kind: str, reason: str) -> None:
    assert kind_of_answers(answers, asked) == (kind, reason)


def test_a_line_of_more_than_two_boxes_is_a_guess() -> None:
    found = drafted(written(NAME, "Hjelpemidler: [ ] Rullestol [ ] Rullator [ ] Barnesete", "Reise: ☐ Buss ☐ Bil"))
    assert [(one.label, one.type, one.reason) for one in found.guesses[1:]] == [
        ("Hjelpemidler", "choices", "label"), ("Reise", "choice", "kind"),
    ]  # fmt: skip


def test_several_days_of_a_row_are_ticked(tmp_path: Path) -> None:
    content = grid(("Barnets navn", *[""] * 5), ("", *WEEK), ("Før skoletid", *"☐☐☐☐☐"), ("Etter skoletid", *"☐☐☐☐☐"))
    made = filled(tmp_path, content, barnets_navn="Ola", for_skoletid=["mandag", "torsdag"], etter_skoletid="Fredag")
    assert texts(made)[-2:] == ["Før skoletid | ☒ | ☐ | ☐ | ☒ | ☐", "Etter skoletid | ☐ | ☐ | ☐ | ☐ | ☒"]


def test_what_stands_above_a_table_counts() -> None:
    rows = [tuple(cell(paragraph(word)) for word in row) for row in (("", "A", "B", "C"), ("Vare", *"☐☐☐"))]
    content = in_body(paragraph(NAME), paragraph("Kryss av for alle som gjelder:"), table(*rows))
    assert [(one.type, one.reason) for one in drafted(content).guesses[1:]] == [("choices", "label")]


def test_days_that_a_page_draws_are_boxes_of_their_own() -> None:
    def draw(canvas: Canvas) -> None:
        test_pdf_kinds.drawn_table(canvas, (100, 60, 60, 60), ("", *WEEK[:3]), ("Før skoletid", "", "", ""))
        for at in range(3):
            canvas.rect(170 + 60 * at, 664, 10, 10)

    assert test_pdf_kinds.fields(draw) == {f"Før skoletid: {day}": "yes_no" for day in WEEK[:3]}
