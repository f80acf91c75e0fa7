"""What stands on paper where a sentence would have a value that isn't there."""

from pathlib import Path

from skjema.definition.model import Form
from skjema.render.pdf.pdf_renderer import PdfRenderer, blank_pdf
from tests.drawing import field, form_of, from_json
from tests.reading_back import pdf_text

LINE = "_" * 24


def form(folder: Path) -> Form:
    note = '[[section.field]]\nid = "tekst"\ntype = "note"\ntext = { nb = "Vi skriver til {{ navn }} i dag." }\n'
    more = '[[section]]\nid = "to"\nstarts_page = true\n' + field("sted")
    return form_of(folder, field("navn", required="true"), note, more=more)


def test_a_blank_form_has_a_line_to_write_on_in_the_sentence_and_at_the_head_of_the_second_page(tmp_path: Path) -> None:
    text = pdf_text(blank_pdf(form(tmp_path), "nb"))
    assert f"Vi skriver til {LINE} i dag." in text
    assert f"Navn: {LINE}" in text


def test_a_draft_has_the_line_and_a_finished_form_the_value(tmp_path: Path) -> None:
    made = form(tmp_path)
    empty, filled = from_json(made, tmp_path, {"sted": "Bodø"}, {"navn": "Kari"})
    assert f"Vi skriver til {LINE} i dag." in pdf_text(PdfRenderer(made, "nb", draft=True).render(empty))
    assert "Vi skriver til Kari i dag." in pdf_text(PdfRenderer(made, "nb", draft=True).render(filled))
    assert "Vi skriver til Kari i dag." in pdf_text(PdfRenderer(made, "nb", flat=True).render(filled))
