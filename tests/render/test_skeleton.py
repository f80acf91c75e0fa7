"""The skeleton of a yearly plan: each place to write says so, and the year is not torn apart."""

from pathlib import Path

import pytest

from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.render.pdf.pdf_renderer import PdfRenderer
from skjema.render.word.word_renderer import WordRenderer
from skjema.validation.check import RecordChecker
from tests.drawing import TEMPLATES, TODAY, from_json
from tests.reading_back import docx_text, pdf_text
from tests.sample_files import KOMMUNE

UNIT = {"enhet_navn": "Vika barnehage", "ar": 2027, "plan_niva": "enhet", "enhetstype": "barnehage"}
TO_FILL = [
    "[Fylles ut: Satsingsområde 1: Område]", "[Fylles ut: Satsingsområde 3: Område]", "[Fylles ut: Tiltak 1: Tiltak]",
    "[Fylles ut: Tiltak 2: Ansvarlig]",
]  # fmt: skip


@pytest.fixture(scope="module")
def plan() -> Form:
    return load_form(TEMPLATES / "virksomhetsplan", KOMMUNE)


def texts(plan: Form, folder: Path) -> tuple[str, str]:
    (read,) = from_json(plan, folder, UNIT)
    record = RecordChecker(plan, TODAY, draft=True).check(read.record)
    word = docx_text(WordRenderer(plan, "nb", draft=True).render(record))
    page = pdf_text(PdfRenderer(plan, "nb", flat=True, draft=True).render(record))
    return word, page


def test_rows_that_must_be_there_say_what_to_write_in_them(plan: Form, tmp_path: Path) -> None:
    for text in texts(plan, tmp_path):
        plain = " ".join(text.split())
        assert [words for words in TO_FILL if words not in plain] == []


def test_the_months_of_the_year_stand_on_one_page(plan: Form, tmp_path: Path) -> None:
    _, page = texts(plan, tmp_path)
    months = page[page.index("Måned") : page.index("Desember")]
    assert "Januar" in months
    assert "Side " not in months
