"""The Word file and the PDF of one form hold the same labels and values in the same order."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from skjema.definition.loading import read_form
from skjema.definition.model import Form
from skjema.render.pdf.render import PdfRenderer
from skjema.render.word.parts import build_template
from skjema.render.word.render import WordRenderer
from skjema.validation.checked import Checked
from skjema.wording import Language
from tests.drawing import from_json, write_form
from tests.projections import docx_pieces, pdf_pieces
from tests.random_forms import Table, definitions, records, toml


def form_and_record(definition: Table, record: dict[str, Any]) -> tuple[Form, Checked]:
    with tempfile.TemporaryDirectory() as folder:
        made = write_form(Path(folder), "", toml(definition))
        form = read_form(made, None, (made,))
        return form, from_json(form, Path(folder), record)[0]


def compare(form: Form, one: Checked, language: Language, *, draft: bool = False) -> None:
    template = "mal.docx", build_template(form, language)
    word = docx_pieces(WordRenderer(form, language, draft=draft, template=template).render(one), form, language)
    for flat in (False, True) if form.layout == "fixed" else (False,):
        renderer = PdfRenderer(form, language, flat=flat, draft=draft)
        assert pdf_pieces(renderer.render(one)) == word


@settings(deadline=None, max_examples=40, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.data(), definitions(), st.booleans())
def test_word_and_pdf_say_the_same(data: st.DataObject, definition: Table, draft: bool) -> None:
    form, one = form_and_record(definition, data.draw(records(definition)))
    language = data.draw(st.sampled_from(form.languages))
    assume(not [*PdfRenderer(form, language, draft=draft).problems(one)])
    compare(form, one, language, draft=draft)
