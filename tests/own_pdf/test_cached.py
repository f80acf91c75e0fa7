"""A form's own PDF is compiled once for a run and kept for the next; another PDF makes other papers."""

from pathlib import Path

import pytest

from skjema.api import renderer
from skjema.batch.plan import Plan
from skjema.render.pdf.pdf_renderer import PdfRenderer
from tests.drawing import TODAY, field, from_json
from tests.own_pdf.raw_pdf import raw_pdf, text
from tests.own_pdf.test_zoo import form_with
from tests.reading_back import pdf_values

PLAIN, OTHER = raw_pdf(text("navn")), raw_pdf(text("skjema.navn"))


def test_what_is_compiled_is_kept_once_and_without_values(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKJEMA_CACHE", str(tmp_path / "minne"))
    form = form_with(tmp_path, PLAIN, field("navn"))
    records = from_json(form, tmp_path, {"navn": "Kari"}, {"navn": "Ola"})
    for _ in range(2):
        made = PdfRenderer(form, "nb")
        assert [pdf_values(made.render(one)) for one in records] == [{"navn": "Kari"}, {"navn": "Ola"}]
    kept = list((tmp_path / "minne").glob("skjema/pdf-*"))
    assert len(kept) == 1
    assert b"Kari" not in kept[0].read_bytes()


def test_another_pdf_makes_other_papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKJEMA_CACHE", str(tmp_path / "minne"))
    printed = []
    for pdf, name in ((PLAIN, "navn"), (OTHER, "skjema.navn")):
        form = form_with(tmp_path, pdf, field("navn"))
        printed.append(Plan(form, "nb", TODAY, ("pdf",)).printing)
        result = renderer(form, "pdf").render(from_json(form, tmp_path, {"navn": "Kari"})[0])
        assert pdf_values(result) == {name: "Kari"}
    assert printed[0] != printed[1], "a run that is taken up again makes the papers anew"
