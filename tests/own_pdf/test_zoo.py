"""Every specimen of the zoo is filled in, printed flat and packed, and what it must hold and show is read by others."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.formats.pdf import document_revision
from skjema.problems import Severity
from skjema.render.pdf.own_paper import lint_own_paper
from skjema.render.pdf.pdf_pack import PdfPack
from skjema.render.pdf.pdf_renderer import PdfRenderer
from skjema.validation.checked import CheckedRecord
from tests.drawing import from_json, is_sound, write_form
from tests.own_pdf.zoo import ZOO, Specimen
from tests.reading_back import pdf_text

HEAD = """
schema = 1
[form]
id = "prove"
version = "2026-11-22"
layout = "fixed"
pdf = "own"
languages = ["nb"]
title = { nb = "Prøve" }
records = { nb = "Rader" }
key = ["navn"]
"""


def form_with(folder: Path, pdf: bytes, *fields: str, head: str = HEAD, name: str = "prove.nb.pdf") -> Form:
    """A form whose own PDF is `pdf`."""
    place = write_form(folder, '[[section]]\nid = "del"\n' + "".join(fields), head)
    (place / name).write_bytes(pdf)
    return load_form(place)


def record(form: Form, folder: Path, specimen: Specimen) -> CheckedRecord:
    checked = from_json(form, folder, dict(specimen.values))[0]
    assert is_sound(checked), checked.problems
    return checked


@pytest.mark.parametrize("name", ZOO)
def test_a_form_is_filled_in(tmp_path: Path, name: str) -> None:
    specimen = ZOO[name]
    form = form_with(tmp_path, specimen.pdf, *specimen.fields)
    renderer = PdfRenderer(form, "nb")
    checked = record(form, tmp_path, specimen)
    assert list(renderer.problems(checked)) == []
    pdf = renderer.render(checked)
    reader = PdfReader(io.BytesIO(pdf), strict=True)
    found = reader.get_fields() or {}
    assert {one: found[one].get("/V") for one in specimen.held} == dict(specimen.held)
    settings = reader.root_object["/AcroForm"]
    assert isinstance(settings, DictionaryObject)
    assert not {"/XFA", "/NeedAppearances"} & set(settings)
    shown = pdf_text(pdf)
    assert [one for one in specimen.seen if one not in shown] == []
    assert [one for one in specimen.unseen if one in shown] == []


@pytest.mark.parametrize("name", ZOO)
def test_a_form_is_printed_flat_and_packed(tmp_path: Path, name: str) -> None:
    specimen = ZOO[name]
    form = form_with(tmp_path, specimen.pdf, *specimen.fields)
    checked = record(form, tmp_path, specimen)
    flat = PdfRenderer(form, "nb", flat=True).render(checked)
    out = io.BytesIO()
    pack = PdfPack(out, form, "nb")
    pack.finish([pack.add(checked), None, pack.add(checked)], [], duplex=True)
    for pdf in (flat, out.getvalue()):
        reader = PdfReader(io.BytesIO(pdf), strict=True)
        assert "/AcroForm" not in reader.root_object
        shown = pdf_text(pdf)
        assert [one for one in specimen.seen if one not in shown] == []
        assert [one for one in specimen.unseen if one in shown] == []


@pytest.mark.parametrize("name", ZOO)
def test_what_is_to_be_filled_in_has_its_place(tmp_path: Path, name: str) -> None:
    specimen = ZOO[name]
    form = form_with(tmp_path, specimen.pdf, *specimen.fields)
    assert [one for one in lint_own_paper(form, "nb") if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize("most", [1, 2, 1000])
@pytest.mark.parametrize("flat", [False, True])
def test_more_objects_than_one_stream_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, flat: bool
) -> None:
    monkeypatch.setattr(document_revision, "_PACKED", most)
    specimen = ZOO["reportlab"]
    head = HEAD.replace("2026-11-22", f"2026-11-{10 + most % 7}")  # of no form whose pages are kept
    form = form_with(tmp_path, specimen.pdf, *specimen.fields, head=head)
    made = PdfRenderer(form, "nb", flat=flat).render(record(form, tmp_path, specimen))
    assert specimen.values["navn"] in pdf_text(made)
    assert (made.count(b"/Type/ObjStm") == 1) is (most == 1000)
    reader = PdfReader(io.BytesIO(made), strict=True)
    assert flat or {one: (reader.get_fields() or {})[one].get("/V") for one in specimen.held} == dict(specimen.held)
