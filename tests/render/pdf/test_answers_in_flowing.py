"""What the recipient fills in on a form whose pages grow, and what a blank one shows."""

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from skjema.definition.model import Form
from skjema.formats.pdf.objects import Document, reachable, target, written
from skjema.render.pdf import compile_pages
from skjema.render.pdf.pdf_renderer import PdfRenderer, blank_pdf
from skjema.render.word.word_renderer import WordRenderer
from skjema.validation.checked import CheckedRecord
from tests.drawing import HEAD, field, form_of, from_json
from tests.reading_back import W, docx_part, docx_text, pdf_fields, pdf_text, pdf_values

NAMES = ("Barnehage", "Skole", "Helsestasjon", "Barnevern", "PPT", "Annet")
ANSWERS = "[" + ", ".join(f'{{ id = "{one.lower()}", label = {{ nb = "{one}" }} }}' for one in NAMES) + "]"
RECIPIENT = '"recipient"'
FLOWING = HEAD.replace('layout = "fixed"', 'layout = "flowing"')
FIELDS = (
    field("navn", required="true")
    + field("historie", "longtext")
    + field("instans", "choice", choices=ANSWERS, width="3")
    + field("godtatt", "yes_no", filled_by=RECIPIENT)
    + field("videre", "choice", choices=ANSWERS, filled_by=RECIPIENT)
    + field("konklusjon", "longtext", filled_by=RECIPIENT, lines="3")
    + field("underskrift", "signature", filled_by=RECIPIENT)
)
RECORD = {"navn": "Máret Ŋaba", "historie": "Lang tekst. " * 40, "instans": "ppt"}
THEIRS = {"godtatt", "videre", "konklusjon", "underskrift.1.dato", "underskrift.1.underskrift"}


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return form_of(tmp_path, FIELDS, head=FLOWING)


def one(form: Form, folder: Path, **more: Any) -> CheckedRecord:
    return from_json(form, folder, RECORD | more)[0]


def test_what_the_office_wrote_is_text_and_the_rest_can_be_filled_in(form: Form, tmp_path: Path) -> None:
    pdf = PdfRenderer(form, "nb").render(one(form, tmp_path))
    fields = pdf_fields(pdf)
    assert set(fields) == THEIRS
    assert not any(int(found.get("/Ff", 0)) & 1 for found in fields.values())
    assert "Máret Ŋaba" in pdf_text(pdf)
    assert all(answer in pdf_text(pdf) for answer in NAMES)


@pytest.mark.parametrize("flat", [False, True])
def test_what_is_made_for_one_record_holds_what_is_made_for_many(
    form: Form, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flat: bool
) -> None:
    """Its structure too: objects that were changed and not written again would show as those of the page as it was set."""
    record = one(form, tmp_path, historie="Lang tekst. " * 400)
    alone = PdfRenderer(form, "nb", flat=flat).render(record)
    monkeypatch.setattr(compile_pages, "_FOR_ONE", compile_pages._COMPILERS)
    assert reached(alone) == reached(PdfRenderer(form, "nb", flat=flat).render(record))


def reached(content: bytes) -> list[bytes]:
    """Every object that the file leads to, in the order in which it leads to them, numbered by it."""
    found = reachable(Document(content).roots)
    numbers = {reference.idnum: number for number, reference in enumerate(found)}
    return [written(target(reference), numbers) for reference in found]


def test_another_program_fills_it_in(form: Form, tmp_path: Path) -> None:
    writer = PdfWriter(io.BytesIO(PdfRenderer(form, "nb").render(one(form, tmp_path))))
    writer.update_page_form_field_values(None, {"konklusjon": "Tas opp 3. mars"})
    saved = io.BytesIO()
    writer.write(saved)
    assert pdf_values(saved.getvalue()) == {"konklusjon": "Tas opp 3. mars"}
    assert "Tas opp 3. mars" in pdf_text(saved.getvalue())


def test_for_paper_it_has_boxes_and_no_fields(form: Form, tmp_path: Path) -> None:
    pdf = PdfRenderer(form, "nb", flat=True).render(one(form, tmp_path))
    assert "/AcroForm" not in PdfReader(io.BytesIO(pdf)).root_object
    assert all(answer in pdf_text(pdf) for answer in NAMES)


@pytest.mark.parametrize("flat", [False, True])
def test_an_answer_that_is_known_already_is_on_the_paper(form: Form, tmp_path: Path, flat: bool) -> None:
    answered = one(form, tmp_path, konklusjon="Avklares på møtet", videre="skole")
    assert "Avklares på møtet" in pdf_text(PdfRenderer(form, "nb", flat=flat).render(answered))
    assert "Avklares på møtet" in docx_text(WordRenderer(form, "nb").render(answered))


def test_an_answer_too_long_for_its_box_is_told(form: Form, tmp_path: Path) -> None:
    problems = [*PdfRenderer(form, "nb").problems(one(form, tmp_path, konklusjon="Et langt svar. " * 200))]
    assert [(problem.code, problem.params["label"]) for problem in problems] == [
        ("text-attached", {"nb": "Konklusjon"})
    ]


def test_word_has_controls_for_the_answers_alone(form: Form, tmp_path: Path) -> None:
    root = docx_part(WordRenderer(form, "nb").render(one(form, tmp_path)))
    tags = {tag.get(f"{W}val") for tag in root.iter(f"{W}tag")}
    videre = {f"videre.{name.lower()}" for name in NAMES}
    assert tags == {"godtatt.ja", "godtatt.nei", "konklusjon", "underskrift.1.dato", *videre}


def test_a_blank_form_has_a_place_for_everything_and_shows_every_answer(form: Form) -> None:
    blank = blank_pdf(form, "nb")
    assert set(pdf_fields(blank)) == THEIRS | {"navn", "historie", "instans", "underskrift.1.navn"}
    # once as boxes to tick, once under the narrow line that is written by hand
    assert all(pdf_text(blank).count(answer) == 2 for answer in NAMES)
