"""PDF forms: what is filled in is what is read back, by another library, fillable and flat alike."""

import io
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import example as for_one
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdfium2 import raw

from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.fieldtypes.show import show
from skjema.formats.fonts import full_font
from skjema.formats.pdf.fit_text import TextTooLongError
from skjema.layout.letterhead import SENDER
from skjema.layout.variants import blank_variant
from skjema.render.pdf.compile_fillable import fillable as compile_fillable
from skjema.render.pdf.compile_flat import flat as compile_flat
from skjema.render.pdf.fieldize import fieldize
from skjema.render.pdf.fillable import FillablePdf
from skjema.render.pdf.flat import FlatPdf
from skjema.render.pdf.form_document import FormDocument
from skjema.render.pdf.pdf_renderer import PdfRenderer, blank_pdf
from skjema.render.typst.page import Page
from skjema.render.typst.typeset import typeset
from tests.drawing import HEAD, SAMPLES, TEMPLATES, example, field, form_of, from_json, lines
from tests.reading_back import pdf_fields, pdf_text, pdf_values

LONG = "Čáhppes Đuŋŋá Ærlig-Øvergård Nguyễn Łukasz Олександр"
EVERY_KIND = (
    field("navn", "name"),
    field("setning", width="6"),
    field("dato", "date", width="6"),
    field("tekst", "longtext", lines="4"),
    field("ja_nei", "yes_no"),
    field("valg", "choice", choices='[{ id = "en", label = { nb = "Én" } }, { id = "to", label = { nb = "To" } }, { id = "tre", label = { nb = "Tre" } }]'),
    field("mange", "choices", choices='[{ id = "a", label = { nb = "A" } }, { id = "b", label = { nb = "B (nr. 2)" } }]'),
    field("liste", "choice", choices="[" + ", ".join(f'{{ id = "l{at}", label = {{ nb = "Liste {at}" }} }}' for at in range(6)) + "]"),
    field("svar", "yes_no", filled_by='"recipient"', required="true"),
    field("signatur", "signature", filled_by='"recipient"', label='{ nb = "Underskrift" }'),
)  # fmt: skip


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Form:
    return form_of(tmp_path_factory.mktemp("skjema"), *EVERY_KIND)


def blank(form: Form, *, locked: bool = True) -> FormDocument:
    page = Page(form, blank_variant(form, "nb"), "nb")
    return fieldize(typeset(page.data), page.boxes, full_font(), "nb", page.mark, locked=locked)


@pytest.fixture(scope="module")
def fillable(form: Form) -> FillablePdf:
    return compile_fillable(blank(form), full_font())


@pytest.fixture(scope="module")
def flat(form: Form) -> FlatPdf:
    return compile_flat(blank(form), full_font())


LETTERS = st.text(st.sampled_from(sorted(full_font().widths)).filter(str.isprintable), max_size=25)
VALUES = st.fixed_dictionaries({
    "navn": LETTERS, "setning": LETTERS, "dato": st.sampled_from(["", "01.02.2027"]),
    "tekst": st.text(st.sampled_from("abc æøå\n"), max_size=80),
    "ja_nei": st.sampled_from(["ja", "nei", ""]), "valg": st.sampled_from(["en", "to", "tre", ""]),
    "mange.a": st.booleans(), "mange.b": st.booleans(), "liste": st.sampled_from(["l0", "l5", ""]),
})  # fmt: skip


def is_too_long(form: FillablePdf | FlatPdf, values: dict[str, Any]) -> bool:
    """Whether a text has no room; a form that is filled with it all the same refuses."""
    long = any(pen.excess(values.get(name) or "") for name, pen in form.writers.items())
    if long:
        with pytest.raises(TextTooLongError):
            form.fill(values)
    return long


@given(values=VALUES)
@for_one(values={"navn": "", "setning": "", "tekst": "\n" * 80 + "a"})
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
def test_what_is_filled_in_is_read_back(fillable: FillablePdf, values: dict[str, Any]) -> None:
    if not is_too_long(fillable, values):
        expected = {name: "Ja" if value is True else value for name, value in values.items() if value}
        assert pdf_values(fillable.fill(values)) == expected


@given(values=VALUES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10)
def test_a_flat_form_shows_the_same_text(fillable: FillablePdf, flat: FlatPdf, values: dict[str, Any]) -> None:
    if is_too_long(fillable, values):
        assert is_too_long(flat, values)
        return
    shown, printed = fillable.fill(values), flat.fill(values)
    assert pdf_fields(printed) == {}
    assert sorted("".join(pdf_text(printed).split())) == sorted("".join(pdf_text(shown).split()))


def test_the_same_values_give_the_same_bytes(form: Form) -> None:
    values: dict[str, str | bool] = {"navn": LONG, "valg": "to", "mange.a": True}
    assert compile_fillable(blank(form), full_font()).fill(values) == compile_fillable(blank(form), full_font()).fill(
        values
    )
    assert compile_flat(blank(form), full_font()).fill(values) == compile_flat(blank(form), full_font()).fill(values)


def test_nothing_of_one_record_stays_for_the_next(fillable: FillablePdf, flat: FlatPdf) -> None:
    empty = fillable.fill({}), flat.fill({})
    for form in (fillable, flat):
        form.fill({"navn": "HEMMELIG", "tekst": "a", "ja_nei": "ja", "mange.a": True, "liste": "l1"})
    assert (fillable.fill({}), flat.fill({})) == empty


def test_the_office_part_is_locked_and_the_recipients_open(fillable: FillablePdf) -> None:
    locked = {name: bool(found.get("/Ff", 0) & 1) for name, found in pdf_fields(fillable.fill({})).items()}
    open_fields = {"svar", "signatur.1.dato", "signatur.1.underskrift"}
    assert {name for name, is_locked in locked.items() if not is_locked} == open_fields


def test_a_blank_form_is_open_throughout(form: Form) -> None:
    assert all(not found.get("/Ff", 0) & 1 for found in pdf_fields(blank_pdf(form, "nb")).values())


def test_every_field_has_a_name_a_tooltip_and_says_if_it_is_required(fillable: FillablePdf) -> None:
    found = pdf_fields(fillable.fill({}))
    assert set(found) == {
        "navn", "setning", "dato", "tekst", "ja_nei", "valg", "mange.a", "mange.b", "liste", "svar",
        "signatur.1.dato", "signatur.1.underskrift", "signatur.1.navn",
    }  # fmt: skip
    assert found["svar"]["/TU"] == "Svar (må fylles ut)"
    assert found["svar"]["/Ff"] & 2
    assert found["mange.b"]["/TU"] == "Mange: B (nr. 2)"
    assert {name: str(one["/FT"]) for name, one in found.items() if one["/FT"] != "/Tx"} == {
        "ja_nei": "/Btn", "valg": "/Btn", "mange.a": "/Btn", "mange.b": "/Btn", "liste": "/Ch", "svar": "/Btn",
        "signatur.1.underskrift": "/Sig",
    }  # fmt: skip
    assert found["liste"]["/Opt"][5] == ["l5", "Liste 5"]
    assert found["tekst"]["/Ff"] & 1 << 12


def test_tab_order_follows_the_page(fillable: FillablePdf) -> None:
    for page in pdf_pages(fillable.fill({})):
        assert page["/Tabs"] == "/S"
        tops = [round(float(note["/Rect"][3])) for note in annotations(page)]
        assert tops == sorted(tops, reverse=True)


def test_every_widget_is_in_the_structure(fillable: FillablePdf) -> None:
    numbers = [note["/StructParent"] for page in pdf_pages(fillable.fill({})) for note in annotations(page)]
    assert len(set(numbers)) == len(numbers) == 17


def pdf_pages(content: bytes) -> list[Any]:
    return list(PdfReader(io.BytesIO(content)).pages)


def annotations(page: Any) -> list[Any]:
    return [note.get_object() for note in page["/Annots"]]


@pytest.mark.parametrize("flat", [False, True])
def test_names_of_all_kinds_are_seen_by_a_viewer(overgang: Form, tmp_path: Path, flat: bool) -> None:
    made = PdfRenderer(overgang, "nb", flat=flat).render(example(overgang, tmp_path, barn_navn=LONG))
    assert LONG in pdf_text(made)


def test_a_letter_without_a_glyph_is_a_problem_with_its_place(overgang: Form, tmp_path: Path) -> None:
    one = example(overgang, tmp_path, barn_navn="Ahmad أحمد")
    assert lines(list(PdfRenderer(overgang, "nb").problems(one))) == [
        "poster.json:$[0].barn_navn: «Barnets navn» har tegn som skriften i PDF-en mangler: أ (U+0623), ح (U+062D), د (U+062F), م (U+0645). "
        "Skriv det på en annen måte, eller lag skjemaet i Word. [letter-not-in-font]"
    ]


def test_a_text_too_long_for_its_box_says_by_how_much(overgang: Form, tmp_path: Path) -> None:
    one = example(overgang, tmp_path, barn_navn="Kari " + "Nordmann" * 20)
    found = list(PdfRenderer(overgang, "nb").problems(one))
    assert [problem.code for problem in found] == ["text-attached"]
    excess = found[0].params["excess"]
    assert isinstance(excess, int)
    shorter = example(overgang, tmp_path, barn_navn=("Kari " + "Nordmann" * 20)[:-excess])
    assert list(PdfRenderer(overgang, "nb").problems(shorter)) == []


def test_what_does_not_concern_a_record_is_not_on_its_paper(samarbeid: Form, tmp_path: Path) -> None:
    young = pdf_text(PdfRenderer(samarbeid, "nb", flat=True).render(example(samarbeid, tmp_path)))
    whole_form = pdf_text(blank_pdf(samarbeid, "nb"))
    assert "Underskrift, ungdom" in whole_form
    assert "Underskrift, ungdom" not in young


def test_a_draft_says_so_and_what_is_missing(overgang: Form, tmp_path: Path) -> None:
    one = example(overgang, tmp_path, skole_navn=None)
    text = pdf_text(PdfRenderer(overgang, "nb", draft=True).render(one))
    assert "UTKAST" in text
    assert "UTKAST. Mangler: Skole." in text
    assert "UTKAST" not in pdf_text(PdfRenderer(overgang, "nb").render(one))


@pytest.fixture(params=["samtykke-overgang", "samtykke-samarbeid"])
def consent(request: pytest.FixtureRequest) -> Form:
    return load_form(TEMPLATES / request.param, SAMPLES / "kommune.toml")


def test_every_value_of_the_examples_is_on_the_flat_form(consent: Form, tmp_path: Path) -> None:
    one = example(consent, tmp_path)
    text = "".join(pdf_text(PdfRenderer(consent, "nb", flat=True).render(one)).split())
    for name, found in consent.fields.items():
        if found.printed and name not in one.hidden and found.type not in ("signature", "choices", "yes_no", "choice"):
            assert "".join(show(found, one.values[name], "nb").split()) in text, name


def test_a_blank_form_has_a_box_for_every_field(consent: Form) -> None:
    names = set(pdf_fields(blank_pdf(consent, "nb")))
    left_out = blank_variant(consent, "nb").hidden | {*SENDER}
    for name, one in consent.fields.items():
        if one.printed and name not in left_out and one.type != "signature":
            wanted = {f"{name}.{answer.id}" for answer in one.kind.answers(one)} if one.type == "choices" else {name}
            assert wanted <= names, name


def test_a_name_too_long_for_the_line_to_sign_on_is_found_before_anything_is_written(tmp_path: Path) -> None:
    form = form_of(
        tmp_path,
        field("navn", "longtext"),
        field("signatur", "signature", filled_by='"recipient"', signer='"navn"'),
    )
    for flat in (False, True):
        renderer = PdfRenderer(form, "nb", flat=flat)
        (record,) = from_json(form, tmp_path, {"navn": LONG + " von und zu " + LONG})
        assert lines(list(renderer.problems(record))) == [
            "poster.json:$[0].signatur: «Signatur» er omtrent 43 tegn for lang for feltet på PDF-skjemaet. "
            "Teksten fortsetter på et vedlegg bak skjemaet. Kort den ned om alt skal stå på skjemaet. [text-attached]"
        ]
        assert "".join(LONG.split()) in "".join(pdf_text(renderer.render(record)).split())
        (record,) = from_json(form, tmp_path, {"navn": LONG})
        assert not list(renderer.problems(record))
        assert "".join(LONG.split()) in "".join(pdf_text(renderer.render(record)).split())


def widgets(content: bytes) -> list[Any]:
    """The form fields of the first page."""
    annotations: Any = PdfReader(io.BytesIO(content)).pages[0]["/Annots"]
    return [one.get_object() for one in annotations]


def typed(content: bytes, field_name: str, text: str) -> bytes:
    """The first page as PDFium, the engine of Chrome and Edge, draws it when somebody has typed into a field."""
    document = pypdfium2.PdfDocument(content)
    document.init_forms()
    environment, page = document.formenv.raw, document[0]
    found = next(one for one in widgets(content) if one.get("/T") == field_name)
    left, bottom, right, top = (float(edge) for edge in found["/Rect"])
    at = (left + right) / 2, (bottom + top) / 2
    raw.FORM_OnLButtonDown(environment, page, 0, *at)
    raw.FORM_OnLButtonUp(environment, page, 0, *at)
    for letter in text:
        raw.FORM_OnChar(environment, page, ord(letter), 0)
    raw.FORM_ForceToKillFocus(environment)
    return bytes(page.render(scale=2, may_draw_forms=True).buffer)


def test_who_types_into_a_field_sees_letters(form: Form) -> None:
    content = blank_pdf(form, "nb")
    letters = "bdpq"
    assert len({full_font().widths[one] for one in letters}) == 1, "boxes in their place would be of the same width"
    assert len({typed(content, "setning", one * 3) for one in letters}) == len(letters)


def test_every_letter_of_a_keyboard_has_a_shape_in_the_font_that_viewers_type_with(form: Form) -> None:
    reader = PdfReader(io.BytesIO(blank_pdf(form, "nb")))
    fonts: Any = reader.trailer["/Root"]["/AcroForm"]["/DR"]["/Font"]  # type: ignore[index]
    file = fonts["/SkjL"]["/FontDescriptor"]["/FontFile2"].get_data()
    with TTFont(io.BytesIO(file)) as font:
        letters = font.getBestCmap() or {}
    assert {ord(one) for one in bytes(range(32, 256)).decode("cp1252", "ignore") if one.isalnum()} <= letters.keys()


def test_no_two_fields_share_an_appearance(form: Form) -> None:
    """A program that fills in a field writes into its appearance."""
    found = widgets(blank_pdf(form, "nb"))
    texts = [one["/AP"].raw_get("/N").idnum for one in found if one.get("/FT") in ("/Tx", "/Ch")]
    assert len(texts) > 2
    assert len(texts) == len(set(texts))


def test_an_empty_line_of_a_flowing_form_is_room_between_paragraphs(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("om", "longtext"), head=HEAD.replace('"fixed"', '"flowing"'))

    def height(text: str) -> float:
        (record,) = from_json(form, tmp_path, {"navn": "A", "om": text})
        page = pypdfium2.PdfDocument(PdfRenderer(form, "nb").render(record))[0].get_textpage()
        found = page.search("Andre").get_next()
        assert found is not None
        return float(page.get_charbox(found[0])[1])

    one, two, three = (height(f"Første{breaks}Andre") for breaks in ("\n", "\n\n", "\n\n\n"))
    assert one - two == pytest.approx(two - three, abs=0.5)
    assert one - two > 8, "about a line, in points"
