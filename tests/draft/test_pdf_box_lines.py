"""Which words belong to which box of a line, in PDF files with fields and in those that only draw boxes."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from skjema.draft.draft_pdf import draft_pdf
from skjema.draft.guess import Guess


def paper(*texts: tuple[int, str], radio: tuple[str, ...] = (), ticks: tuple[str, ...] = (), boxes: str = "") -> bytes:
    """A page with a name to fill in, and a line of texts; boxes stand at 230, 310 and 390, or as `boxes` says."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.setFont("Helvetica", 10)
    canvas.drawString(50, 765, "Navn")
    for at, text in texts:
        canvas.drawString(at, 700, text)
    places = [int(one) for one in boxes.split()] or [230, 310, 390]
    if radio or ticks:
        canvas.acroForm.textfield(name="navn", x=150, y=760, width=200, height=18)
    else:
        canvas.line(150, 763, 350, 763)
        for at in places:
            canvas.rect(at, 697, 12, 12)
    for at, value in zip(places, radio, strict=False):
        canvas.acroForm.radio(name="Felt1", value=value, x=at, y=696, size=14)
    for at, name in zip(places, ticks, strict=False):
        canvas.acroForm.checkbox(name=name, x=at, y=696, size=14)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def taken(content: bytes) -> list[Guess]:
    return list(draft_pdf("a.pdf", content, "a").form.guesses[1:])


def read(content: bytes) -> list[tuple[str, str, str, dict[str, str]]]:
    return [
        (one.label, one.type, one.reason, {answer.source: answer.label for answer in one.answers})
        for one in taken(content)
    ]


BEFORE = (200, "Buss"), (285, "Taxi"), (372, "Bil")
BEHIND = (248, "Buss"), (328, "Taxi"), (408, "Bil")
SAME = {"Buss": "Buss", "Taxi": "Taxi", "Bil": "Bil"}


@pytest.mark.parametrize(
    ("texts", "values", "reason", "answers"),
    [
        pytest.param([(50, "Reise"), *BEFORE], ("Buss", "Taxi", "Bil"), "kind", SAME, id="named, before"),
        pytest.param([(50, "Reise"), *BEHIND], ("Buss", "Taxi", "Bil"), "kind", SAME, id="named, behind"),
        pytest.param([(50, "Reise"), *BEFORE], ("a", "b", "c"), "kind", {"a": "Buss", "b": "Taxi", "c": "Bil"}, id="before"),
        pytest.param([(50, "Reise"), *BEHIND], ("a", "b", "c"), "kind", {"a": "Buss", "b": "Taxi", "c": "Bil"}, id="behind"),
        pytest.param(
            [(50, "Reise"), *BEFORE, (415, "Sett kryss")], ("Buss", "Taxi", "Bil"), "kind", SAME, id="named, words after",
        ),
        pytest.param(
            [(50, "Reise"), *BEFORE, (415, "Sett kryss")], ("a", "b", "c"), "label",
            {"a": "Buss", "b": "Taxi", "c": "Bil"}, id="words after",
        ),
        pytest.param(
            [(50, "Reise"), *BEHIND], ("Taxi", "Bil", "Buss"), "label",
            {"Taxi": "Buss", "Bil": "Taxi", "Buss": "Bil"}, id="mixed up",
        ),
    ],
)  # fmt: skip
def test_a_radio_button_is_called_by_the_words_that_are_its_own(
    texts: list[tuple[int, str]], values: tuple[str, ...], reason: str, answers: dict[str, str]
) -> None:
    assert read(paper(*texts, radio=values)) == [("Reise", "choice", reason, answers)]


@pytest.mark.parametrize("names", [("allergi_ja", "allergi_nei"), ("b1x", "c7y")])
@pytest.mark.parametrize("texts", [((215, "Ja"), (292, "Nei")), ((246, "Ja"), (326, "Nei"))])
def test_two_boxes_for_yes_and_no_are_one_question(names: tuple[str, str], texts: tuple[tuple[int, str], ...]) -> None:
    found = read(paper((50, "Har barnet allergi?"), *texts, ticks=names))
    assert found == [("Har barnet allergi?", "choice", "kind", dict(zip(names, ("Ja", "Nei"), strict=True)))]


@pytest.mark.parametrize("texts", [BEFORE, BEHIND])
def test_a_box_that_is_only_drawn_is_called_by_its_own_words(texts: tuple[tuple[int, str], ...]) -> None:
    assert read(paper((50, "Reise"), *texts)) == [
        ("Reise", "choice", "kind", {"buss": "Buss", "taxi": "Taxi", "bil": "Bil"})
    ]


def test_drawn_boxes_with_words_on_both_sides_are_told_of_and_not_guessed() -> None:
    drafted = draft_pdf("a.pdf", paper((50, "Reise"), *BEFORE, (415, "Sett kryss")), "a")
    assert [one.label for one in drafted.form.guesses] == ["Navn"]
    assert "draft-unlabelled" in [one.code for one in drafted.left]


def test_what_a_box_is_called_is_no_label_of_the_list_below_it() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.setFont("Helvetica", 10)
    for x, y, text in ((50, 700, "Sivilstand"), (166, 700, "Gift"), (266, 700, "Ugift"), (50, 680, "Plasstype")):
        canvas.drawString(x, y, text)
    for x, value in ((150, "gift"), (250, "ugift")):
        canvas.acroForm.radio(name="sivil", value=value, x=x, y=696, size=14)
    canvas.acroForm.choice(name="plass", options=["Hel", "Delt"], value="Hel", x=150, y=676, width=120, height=16)
    canvas.acroForm.textfield(name="navn", x=150, y=640, width=200, height=18)
    canvas.showPage()
    canvas.save()
    labels = {one.sources[0]: one.label for one in draft_pdf("a.pdf", out.getvalue(), "a").form.guesses}
    assert labels["plass"] == "Plasstype"


def test_a_date_in_three_parts_is_no_date_in_the_first_of_them() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.setFont("Helvetica", 10)
    canvas.drawString(50, 700, "Født")
    for name, x, width in (("d", 150, 22), ("m", 180, 22), ("y", 210, 40)):
        canvas.acroForm.textfield(name=name, x=x, y=696, width=width, height=16)
    canvas.acroForm.textfield(name="navn", x=150, y=640, width=200, height=18)
    canvas.showPage()
    canvas.save()
    types = {one.sources[0]: one.type for one in draft_pdf("a.pdf", out.getvalue(), "a").form.guesses}
    assert types["d"] == "text"
