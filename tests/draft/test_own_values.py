"""What a form says in its fields before anybody fills it in: it stands on the papers, or is told."""

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from skjema import api
from skjema.draft.draft_pdf import draft_pdf
from skjema.draft.draft_word import WordDraft, draft_word
from skjema.render.pdf.own_paper import read_fields
from tests.cli.running import skjema
from tests.draft.filling import filled, texts
from tests.draft.test_draft_word import in_body, paragraph, run
from tests.render.word.test_own_fields import BOX, BOXES, control, legacy

NAME = paragraph("Navn: ________")
TEXT = "<w:text/>"


def drafted(*body: str) -> WordDraft:
    return draft_word("a.docx", in_body(NAME, *body))


def shown(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def old(label: str, inner: str, result: str = "     ") -> str:
    return legacy("", inner, shown(result)).replace("<w:p>", f"<w:p>{run(label)}", 1)


def ticked(box: str) -> str:
    return box.replace('val="0"', 'val="1"')


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        (control(TEXT, shown("Fjell skole"), alias="Skole"), "'Fjell skole'"),
        (control("<w:text w:multiLine='1'/>", shown("Se «Rutiner»: 'A'"), alias="Merknad"), "\"Se «Rutiner»: 'A'\""),
        (control(ticked(BOX), shown("☒"), alias="Ønsker svar"), "'ja'"),
        (control('<w:dropDownList><w:listItem w:displayText="Bø" w:value="1"/><w:listItem w:displayText="Å" w:value="2"/>'
                 "</w:dropDownList>", shown("Bø"), alias="Krets"), "'bo'"),
        (old("Land: ", "<w:textInput/>", "Norge"), "'Norge'"),
        (old("Land: ", '<w:textInput><w:default w:val="Norge"/></w:textInput>'), "'Norge'"),
        (old("Ferdig: ", ticked(BOXES)), "'ja'"),
        (old("Krets: ", '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Velg"/><w:listEntry w:val="Bø"/></w:ddList>'), "'bo'"),
    ],
)  # fmt: skip
def test_what_a_field_says_already_is_its_default_and_told(place: str, wanted: str) -> None:
    found = drafted(place)
    assert found.guesses[-1].default == wanted
    assert [one.code for one in found.problems] == ["draft-prefilled"]


@pytest.mark.parametrize(
    "place",
    [
        control(TEXT, shown("Klikk eller trykk her for å skrive inn tekst."), alias="Skole"),
        control(f"{TEXT}<w:showingPlcHdr/>", shown("Fjell skole"), alias="Skole"),
        control(TEXT, shown("xxxxxx"), alias="Skole"),
        control(BOX, shown("☐"), alias="Ønsker svar"),
        old("Land: ", "<w:textInput/>", "\u2002\u2002\u2002"),
        old(
            "Krets: ", '<w:ddList><w:result w:val="0"/><w:listEntry w:val="Velg"/><w:listEntry w:val="Bø"/></w:ddList>'
        ),
        old("Ferdig: ", BOXES),
    ],
)
def test_what_asks_to_be_filled_in_is_no_value(place: str) -> None:
    found = drafted(place)
    assert (found.guesses[-1].default, found.problems) == ("", [])


@pytest.mark.parametrize(
    ("label", "words"), [("Foresatts navn", "Kari Nordli"), ("Mobil", "22222222"), ("Dato", "01.02.2024")]
)
def test_what_is_one_persons_or_one_days_is_told_and_on_no_paper(tmp_path: Path, label: str, words: str) -> None:
    body = control(TEXT, shown(words), alias=label)
    found = drafted(body)
    assert [(one.code, one.params) for one in found.problems] == [("draft-prefilled-left", {"names": (label,)})]
    assert words not in " ".join(texts(filled(tmp_path, in_body(NAME, body), navn="Ola")))


def test_what_word_calculates_is_told() -> None:
    summed = old("Sum: ", '<w:textInput><w:type w:val="calculated"/><w:default w:val="=A+B"/></w:textInput>', "0,00")
    found = drafted(summed)
    assert found.guesses[-1].default == ""
    assert [(one.code, one.params) for one in found.problems] == [("draft-calculated", {"names": ("Sum",)})]


def test_a_default_of_the_form_is_on_the_paper_until_a_row_says_otherwise(tmp_path: Path) -> None:
    body = in_body(NAME, old("Land: ", "<w:textInput/>", "Norge"), old("Ferdig: ", ticked(BOXES)))
    assert texts(filled(tmp_path / "a", body, navn="Ola"))[1] == "Land: Norge"
    assert texts(filled(tmp_path / "b", body, navn="Ola", land="Sverige"))[1] == "Land: Sverige"


def pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    form = canvas.acroForm
    for at, (name, value) in enumerate(
        (("navn", "Kari Nordli"), ("land", "Norge"), ("merknad", ""), ("mobil", "22222222"))
    ):
        canvas.drawString(50, 703 - 30 * at, name.capitalize())
        form.textfield(name=name, value=value, x=150, y=700 - 30 * at, width=200, height=16)
    canvas.drawString(50, 503, "Fylke")
    form.choice(
        name="fylke", value="Troms", options=["Velg fylke", "Nordland", "Troms"], x=150, y=500, width=100, height=16
    )
    form.checkbox(name="fornyelse", checked=True, x=50, y=460, size=12)
    canvas.drawString(70, 463, "Gjelder fornyelse")
    canvas.drawString(50, 423, "Kjønn:")
    for x, value in ((150, "Kvinne"), (250, "Mann")):
        form.radio(name="kjonn", value=value, selected=value == "Mann", x=x, y=420, size=12)
        canvas.drawString(x + 18, 423, value)
    canvas.save()
    return out.getvalue()


def test_what_a_pdf_says_in_its_fields_is_their_default() -> None:
    drafted = draft_pdf("a.pdf", pdf(), "a")
    assert {one.id: one.default for one in drafted.form.guesses if one.default} == {
        "land": "'Norge'", "fylke": "'troms'", "gjelder_fornyelse": "'ja'", "kjonn": "'mann'",
    }  # fmt: skip
    told = {one.code: one.params for one in drafted.left}
    assert told["draft-prefilled-left"] == {"names": ("Navn", "Mobil")}
    assert told["draft-prefilled"] == {"names": ("Land", "Fylke", "Gjelder fornyelse", "Kjønn")}


def test_a_filled_pdf_says_what_the_form_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.pdf").write_bytes(pdf())
    draft = api.draft(Path("a.pdf"), "soknad")
    folder = tmp_path / "templates" / "soknad"
    folder.mkdir(parents=True)
    (folder / "skjema.toml").write_text(draft.definition, "utf-8")
    (folder / "soknad.pdf").write_bytes(draft.papers["soknad.pdf"])
    made = skjema("fill", "soknad", "--format", "pdf", "-o", "ut", "--set", "navn=Ola Berg", "--set", "fylke=Nordland")
    assert made.code in (0, 1), made.said
    (paper,) = Path("ut").glob("*.pdf")
    values = {one.name: str(one.entries.get("/V")) for one in read_fields("a.pdf", paper.read_bytes()).fields}
    wanted = {"navn": "Ola Berg", "land": "Norge", "fylke": "Nordland", "fornyelse": "/Yes", "kjonn": "/Mann"}
    assert {name: values[name] for name in wanted} == wanted
