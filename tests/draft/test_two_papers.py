"""`skjema draft` of a form that an office has both in Word and as a PDF: one definition, and both papers filled."""

import io
import json
from pathlib import Path

import docx as python_docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from skjema import api
from skjema.errors import InputError
from tests.cli.running import skjema
from tests.reading_back import docx_text, pdf_text

WORD_LINES = ("Barnets navn: ______________", "Fødselsdato: __________", "Avdeling: __________", "Sted: ____________")
PDF_FIELDS = ("Barnets navn", "Fødselsdato", "Avdeling", "Telefon")


def word_form() -> bytes:
    document = python_docx.Document()
    document.add_heading("Søknad om permisjon", 0)
    for line in WORD_LINES:
        document.add_paragraph(line)
    document.add_paragraph("Ønsker plass:  ☐ Hel  ☐ Halv")
    table = document.add_table(3, 2)
    table.style = "Table Grid"
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Søskens navn", "Alder"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf_form(*labels: str, answers: bool = True) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 800, "Søknad om permisjon")
    for number, label in enumerate(labels):
        top = 760 - 40 * number
        canvas.drawString(72, top, label)
        canvas.acroForm.textfield(name=f"felt{number}", x=220, y=top - 6, width=250, height=20, tooltip=label)
    if answers:
        canvas.drawString(72, 560, "Ønsker plass")
        for number, label in enumerate(("Hel", "Halv")):
            canvas.acroForm.radio(
                name="plass", value=label, x=220 + 90 * number, y=555, size=14, tooltip="Ønsker plass"
            )
            canvas.drawString(240 + 90 * number, 560, label)
    canvas.save()
    return out.getvalue()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("permisjon.docx").write_bytes(word_form())
    Path("permisjon.pdf").write_bytes(pdf_form(*PDF_FIELDS))
    return tmp_path


def test_a_field_of_both_papers_is_one_and_is_printed_on_both(folder: Path) -> None:
    found = skjema("draft", "permisjon.docx", "permisjon.pdf", "-o", "templates/permisjon")
    assert found.code == 1
    alone = [line for line in found.said.splitlines() if line.endswith("[draft-on-one]")]
    assert [line.split(":")[0].removeprefix("ADVARSEL ") for line in alone] == ["permisjon.docx", "permisjon.pdf"]
    assert "Sted" in alone[0]
    assert "Telefon" in alone[1]
    assert "Barnets navn" not in "".join(alone)
    assert {one.name for one in Path("templates/permisjon").iterdir()} == {
        "skjema.toml", "permisjon.nb.docx", "permisjon.pdf"
    }  # fmt: skip
    record = {
        "barnets_navn": "Áile Ŋoaivi", "fodselsdato": "2021-03-04", "avdeling": "Rød", "sted": "Bodø",
        "telefon": "40000001", "onsker_plass": "Halv",
    }  # fmt: skip
    Path("a.json").write_text(json.dumps([record]), "utf-8")
    filled = skjema("fill", "permisjon", "a.json", "-o", "ut")
    assert filled.code in (0, 1), filled.said
    word = docx_text(Path("ut/permisjon-0001.docx").read_bytes())
    pdf = pdf_text(Path("ut/permisjon-0001.pdf").read_bytes())
    for value in ("Áile Ŋoaivi", "04.03.2021", "Rød"):
        assert value in word
        assert value in pdf
    assert "☒ Halv" in word
    assert "Bodø" in word
    assert "40 00 00 01" in pdf.replace("\xa0", " ")


def test_what_the_pdf_calls_its_fields_stands_in_the_definition_and_nothing_of_words(folder: Path) -> None:
    draft = api.draft([Path("permisjon.docx"), Path("permisjon.pdf")], "permisjon")
    assert draft.definition.count('pdf = "felt0"') == 1
    assert 'word = "own"' in draft.definition
    assert 'pdf = "own"' in draft.definition
    by_label = {one.label: one for one in draft.guesses}
    assert (by_label["Fødselsdato"].type, by_label["Fødselsdato"].sources) == ("date", ("felt1",))
    assert by_label["Sted"].found_in == "blank"


def test_a_pdf_of_another_form_is_told_field_by_field_and_takes_no_id_of_the_first(folder: Path) -> None:
    Path("b.pdf").write_bytes(pdf_form("Saksnummer", "Sted", answers=False))
    draft = api.draft([Path("permisjon.docx"), Path("b.pdf")], "permisjon")
    ids = [one.id for one in draft.guesses if not one.group]
    assert len(ids) == len(set(ids))
    assert [one.label for one in draft.guesses if one.sources == ("felt0",)] == ["Saksnummer"]
    assert [one.code for one in draft.problems].count("draft-on-one") == 2


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (["permisjon.docx", "to.docx"], ["draft-several"]),
        (["permisjon.pdf", "to.pdf"], ["draft-several"]),
        (["permisjon.docx", "a.odt", "b.txt"], ["draft-kind", "draft-kind"]),
    ],
)
def test_a_form_has_one_paper_of_each_kind(folder: Path, names: list[str], codes: list[str]) -> None:
    for name in names[1:]:
        Path(name).write_bytes(Path(names[0]).read_bytes())
    with pytest.raises(InputError) as told:
        api.draft([Path(name) for name in names], "permisjon")
    assert [one.code for one in told.value.problems] == codes
