"""First definitions of PDF forms: what each field is taken for, and that the definition works at once."""

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from skjema import api
from skjema.definition.form_cache import load_form
from skjema.draft.first_draft import Draft
from skjema.draft.guess import Guess
from skjema.errors import InputError, TemplateError
from skjema.problems import Severity
from skjema.render.pdf.own_paper import lint_own_paper
from tests.cli.running import skjema
from tests.own_pdf.raw_pdf import raw_pdf, stream, text
from tests.own_pdf.zoo import ZOO


def agency_form() -> bytes:
    """A form as an agency might make it: headings, labels beside, above and behind, and fields without sense in names."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.setAuthor("")
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(50, 790, "Søknad om plass")
    canvas.setFont("Helvetica-Bold", 13)
    canvas.drawString(50, 750, "Barnet")
    canvas.setFont("Helvetica", 9)
    form = canvas.acroForm
    lines: list[tuple[str, str, dict[str, Any]]] = [
        ("Barnets navn:", "Tekst1", {"fieldFlags": "required"}),
        ("Fødselsnummer (11 siffer)", "Tekst2", {"maxlen": 11, "fieldFlags": "comb"}),
        ("Postnr.", "Tekst3", {}), ("Poststed", "Tekst4", {}), ("Telefon ........", "Tekst5", {}),
    ]  # fmt: skip
    for at, (label, name, keys) in enumerate(lines):
        canvas.drawString(50, 725 - 30 * at, label)
        form.textfield(name=name, x=200, y=720 - 30 * at, width=200, height=18, borderWidth=0, **keys)
    canvas.setFont("Helvetica-Bold", 13)
    canvas.drawString(50, 560, "Plassen")
    canvas.setFont("Helvetica", 9)
    form.checkbox(name="Avkryssing1", x=50, y=530, size=14)
    canvas.drawString(70, 533, "Søsken i barnehagen")
    canvas.drawString(50, 512, "Ønsket tid")
    for at, (value, label) in enumerate((("Valg1", "Hel plass"), ("Valg2", "Halv plass"))):
        form.radio(name="Gruppe1", value=value, x=50 + 120 * at, y=490, size=14)
        canvas.drawString(70 + 120 * at, 493, label)
    canvas.drawString(50, 470, "Oppstartsdato")
    form.textfield(name="Tekst6", x=50, y=446, width=100, height=18)
    canvas.drawString(50, 430, "Andre opplysninger")
    form.textfield(name="Tekst7", x=50, y=360, width=400, height=64, fieldFlags="multiline")
    form.choice(
        name="Liste1",
        tooltip="Hvilken barnehage",
        x=50,
        y=320,
        width=150,
        height=18,
        options=["Bekken", "Åsen"],
        value="Bekken",
    )
    form.textfield(name="Signatur", tooltip="Underskrift", x=50, y=280, width=200, height=18)
    canvas.save()
    return out.getvalue()


def drafted(folder: Path, pdf: bytes) -> Draft:
    (folder / "etat.pdf").write_bytes(pdf)
    return api.draft(folder / "etat.pdf", "soknad")


def told(guess: Guess) -> str:
    answers = " ".join(f"{one.label}={one.source}" for one in guess.answers)
    marks = [guess.section, guess.type, guess.label, answers, "*" * guess.required, guess.reason]
    return " | ".join(filter(None, marks))


def test_every_field_is_taken_for_what_it_is(tmp_path: Path) -> None:
    draft = drafted(tmp_path, agency_form())
    assert [told(one) for one in draft.guesses] == [
        "Barnet | name | Barnets navn | * | label",
        "Barnet | fodselsnummer | Fødselsnummer (11 siffer) | label",
        "Barnet | postnummer | Postnr | label",
        "Barnet | text | Poststed | unknown",
        "Barnet | phone | Telefon | label",
        "Plassen | yes_no | Søsken i barnehagen | kind",
        "Plassen | choice | Ønsket tid | Hel plass=Valg1 Halv plass=Valg2 | * | kind",
        "Plassen | date | Oppstartsdato | label",
        "Plassen | longtext | Andre opplysninger | kind",
        "Plassen | choice | Hvilken barnehage | Bekken=Bekken Åsen=Åsen | kind",
        "Plassen | signature | Underskrift | label",
    ]
    assert draft.definition.splitlines()[9] == 'title = { nb = "Søknad om plass" }'
    assert [(one.code, one.params) for one in draft.problems] == [
        ("draft-prefilled", {"names": ("Hvilken barnehage",)})
    ]


def test_from_a_pdf_to_a_filled_one_in_four_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("etat.pdf").write_bytes(agency_form())
    told = skjema("draft", "etat.pdf", "-o", "templates/soknad")
    assert told.code == 0
    assert " name           Barnets navn (gjettet av ledeteksten) – feltet Tekst1 Side 1." in told.out
    assert skjema("lint", "soknad").code == 0
    assert skjema("sheet", "soknad").code == 0
    values = ("barnets_navn=Áile Ŋoaivi", "postnr=0150", "onsket_tid=Halv plass", "oppstartsdato=1.8.2027")
    sets = [word for value in values for word in ("--set", value)]
    filled = skjema("fill", "soknad", "--format", "pdf", "-o", "ut", *sets, "--date", "2026-11-30")
    assert filled.code == 0, filled.said
    (pdf,) = Path("ut").glob("*.pdf")
    fields = PdfReader(pdf).get_fields() or {}
    assert {name: fields[name].get("/V") for name in ("Tekst1", "Tekst3", "Gruppe1", "Tekst6")} == {
        "Tekst1": "Áile Ŋoaivi", "Tekst3": "0150", "Gruppe1": "/Valg2", "Tekst6": "01.08.2027",
    }  # fmt: skip


def test_a_draft_overwrites_nothing_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("etat.pdf").write_bytes(agency_form())
    for code, more in ((0, ()), (6, ()), (0, ("--overwrite",))):
        assert skjema("draft", "etat.pdf", "-o", "templates/soknad", *more).code == code
    assert skjema("draft", "etat.pdf", "-o", "templates/Søknad").code == 2


def test_what_is_left_out_is_told_with_its_reason(tmp_path: Path) -> None:
    draft = drafted(
        tmp_path,
        raw_pdf(
            text("navn"), text("sum", 1, more="/F 4/Ff 1"), text("skjult", 2, more="/F 2"),
            "/FT/Btn/Ff 65536/T(skriv ut)/Rect[50 100 90 120]/F 4", "/FT/Ch/T(tom)/Rect[50 50 90 90]/F 4/Opt[( )]",
        ),
    )  # fmt: skip
    assert [one.id for one in draft.guesses] == ["navn"]
    assert sorted((one.code, one.params["names"]) for one in draft.problems) == [
        ("draft-left-button", ("skriv ut",)), ("draft-left-empty", ("tom",)), ("draft-left-locked", ("sum",)),
        ("draft-left-unseen", ("skjult",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("pdf", "error", "code"),
    [
        (raw_pdf("/FT/Sig/T(underskrift)/Rect[50 50 90 90]/F 4"), InputError, "draft-nothing"),
        (raw_pdf(), TemplateError, "draft-no-places"),
        (raw_pdf(form="/XFA 20 0 R", more={20: stream(b"<xdp/>")}), TemplateError, "pdf-xfa-only"),
        (b"hei", TemplateError, "pdf-unreadable"),
    ],
)  # fmt: skip
def test_what_can_be_no_form_is_refused_by_name(tmp_path: Path, pdf: bytes, error: type[Exception], code: str) -> None:
    with pytest.raises(error) as caught:
        drafted(tmp_path, pdf)
    assert [one.code for one in caught.value.problems] == [code]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "name", [name for name in ZOO if name not in ("hidden", "locked", "in the list, but on no page")]
)
def test_every_form_of_the_zoo_gets_a_sound_definition(tmp_path: Path, name: str) -> None:
    draft = drafted(tmp_path, ZOO[name].pdf)
    folder = tmp_path / "templates" / "soknad"
    folder.mkdir(parents=True)
    (folder / "skjema.toml").write_text(draft.definition, "utf-8")
    for called, content in draft.papers.items():
        (folder / called).write_bytes(content)
    form = load_form(folder)
    assert [one for one in lint_own_paper(form, "nb") if one.severity is Severity.ERROR] == []
    assert [one for one in lint_own_paper(form, "nb") if one.code == "pdf-field-unfilled"] == []
