"""Boxes of one question in others' PDFs, however their states are written: each answer is told apart, or it is told."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.draft.draft_pdf import Drafted, draft_pdf
from skjema.draft.write_draft import definition_text
from skjema.render.pdf.own_paper import own_paper_problems
from skjema.render.pdf.pdf_renderer import PdfRenderer
from tests.drawing import TODAY, from_json, is_sound, write_form
from tests.own_pdf.raw_pdf import look, raw_pdf, text
from tests.own_pdf.zoo import TICKED
from tests.reading_back import pdf_values

OFF = "/AP<</N<</Off 21 0 R>>>>/AS/Off"


def boxes(field: str, *kids: tuple[str, str], more: str = "") -> bytes:
    """A PDF of a name and a field of boxes below one another, each with words behind it.

    Args:
        kids: Words, and further entries.
    """
    drawn = b"BT /Helv 10 Tf 1 0 0 1 50 805 Tm (Navn:) Tj ET\n"
    listed = []
    for at, (words, entries) in enumerate(kids):
        top = 700 - 30 * at
        drawn += f"BT /Helv 10 Tf 1 0 0 1 80 {top - 15} Tm ({words}) Tj ET\n".encode("cp1252")
        listed.append(f"/Parent 11 0 R/F 4/Rect[50 {top - 20} 70 {top}]{entries}")
    numbers = " ".join(f"{12 + at} 0 R" for at in range(len(kids)))
    return raw_pdf(
        text("navn"), f"/FT/Btn{field}/T(reise)/Kids[{numbers}]{more}", *listed, tops=[10, 11], contents=drawn,
        more={20: TICKED, 21: look()}, page="/Resources<</Font<</Helv 5 0 R>>>>",
    )  # fmt: skip


def on(state: str) -> str:
    return f"/AP<</N<</{state} 20 0 R/Off 21 0 R>>>>/AS/Off"


RADIO = "/Ff 32768"
WAYS = ("Buss", "Bil", "Tog")
APART: dict[str, tuple[bytes, list[str]]] = {
    "no appearances": (boxes(RADIO, *((one, "") for one in WAYS)), ["Buss=0", "Bil=1", "Tog=2"]),
    "no appearances, with a list of answers": (
        boxes(RADIO, *((one, "") for one in WAYS), more="/Opt[(Buss)(Bil)(Tog)]"), ["Buss=0", "Bil=1", "Tog=2"]
    ),
    "appearances for off alone": (boxes(RADIO, *((one, OFF) for one in WAYS)), ["Buss=0", "Bil=1", "Tog=2"]),
    "an appearance for some": (
        boxes(RADIO, ("Buss", on("1")), ("Bil", ""), ("Tog", OFF)), ["Buss=1", "Bil=1x", "Tog=2"]
    ),
    "tick boxes with a list of answers": (
        boxes("", *((one, "") for one in WAYS), more="/Opt[(Buss)(Bil)(Tog)]"), ["Buss=0", "Bil=1", "Tog=2"]
    ),
    "yes and no for other words": (
        boxes(RADIO, ("Buss", on("Yes")), ("Bil", on("No"))), ["Buss=Yes", "Bil=No"]
    ),
    "yes and no for other answers of a list": (
        boxes(RADIO, ("", on("Yes")), ("", on("No")), more="/Opt[(Buss)(Bil)]"), ["Buss=Yes", "Bil=No"]
    ),
    "numbers that say the contrary": (boxes(RADIO, ("Ja", on("0")), ("Nei", on("1"))), ["Ja=0", "Nei=1"]),
}  # fmt: skip


def drafted(pdf: bytes) -> Drafted:
    return draft_pdf("prove.pdf", pdf, "prove")


def form_of(folder: Path, pdf: bytes) -> Form:
    """The form as it is drafted."""
    place = write_form(folder, "", definition_text(drafted(pdf).form, TODAY, "nb"))
    (place / "prove.nb.pdf").write_bytes(pdf)
    return load_form(place)


def filled(folder: Path, pdf: bytes, **values: str) -> Mapping[str, str]:
    """What stands in the fields of the form as it is drafted, once it is filled in."""
    form = form_of(folder, pdf)
    checked = from_json(form, folder, values)[0]
    assert is_sound(checked), checked.problems
    return pdf_values(PdfRenderer(form, "nb").render(checked))


@pytest.mark.parametrize("name", APART)
def test_each_box_is_an_answer_of_its_own(tmp_path: Path, name: str) -> None:
    pdf, answers = APART[name]
    found = drafted(pdf)
    (asked,) = [one for one in found.form.guesses if one.sources == ("reise",)]
    assert (asked.type, [f"{one.label}={one.source}" for one in asked.answers]) == ("choice", answers)
    assert "pdf-same-state" not in {one.code for one in found.left}
    label, _, state = answers[1].partition("=")
    assert filled(tmp_path, pdf, navn="Ola", **{asked.id: label}) == {"navn": "Ola", "reise": state}


@pytest.mark.parametrize("kids", [("Ja", "Nei"), ("Ja, jeg kommer", "Nei"), ("", "")])
def test_yes_and_no_on_paper_or_in_the_file_are_yes_and_no(kids: tuple[str, str]) -> None:
    found = drafted(boxes(RADIO, (kids[0], on("Yes")), (kids[1], on("No"))))
    assert [one.type for one in found.form.guesses if one.sources == ("reise",)] == ["yes_no"]


SAME = [(one, on(state)) for one, state in zip((*WAYS, "Til fots"), "1122", strict=True)]


@pytest.mark.parametrize(
    ("pdf", "is_told_of_the_file"),
    [
        (boxes(RADIO, *SAME), True),
        (boxes("/Ff 33587200", *SAME), False),  # in unison: right by the standard, but two answers are one
        (boxes("", ("Buss", on("Yes")), ("Bil", on("Yes"))), False),
    ],
)
def test_boxes_that_cannot_be_told_apart_are_told(tmp_path: Path, pdf: bytes, is_told_of_the_file: bool) -> None:
    assert "pdf-same-state" in {one.code for one in drafted(pdf).left}
    codes = {one.code for one in own_paper_problems(form_of(tmp_path, pdf), "nb")}
    assert codes == ({"pdf-same-state"} if is_told_of_the_file else set())


def test_twins_with_the_same_words_are_not_told() -> None:
    pdf = boxes("", ("Jeg samtykker", on("Yes")), ("Jeg samtykker", on("Yes")))
    assert "pdf-same-state" not in {one.code for one in drafted(pdf).left}
