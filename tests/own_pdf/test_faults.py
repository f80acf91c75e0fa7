"""What a definition and somebody else's PDF don't agree on is told before anything is written, each once and by name."""

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from skjema import api
from skjema.definition.form_cache import load_form
from skjema.errors import TemplateError
from skjema.formats.pdf.field_look import text_box
from skjema.render.pdf.own_paper import lint_own_paper, own_paper_problems, read_fields
from skjema.render.pdf.pdf_pack import PdfPack
from skjema.render.pdf.pdf_renderer import PdfRenderer
from tests.cli.running import skjema
from tests.drawing import field, from_json, write_form
from tests.own_pdf.raw_pdf import look, raw_pdf, stream, text
from tests.own_pdf.test_zoo import HEAD, form_with
from tests.own_pdf.zoo import LETTERS, choice
from tests.reading_back import page_count, pdf_text, pdf_values

NAVN = field("navn")
PLAIN = raw_pdf(text("navn"))


def group(*columns: str, label: str = "Foresatt", more: str = "max = 2") -> str:
    head = f'[[section.field]]\nid = "foresatte"\ntype = "group"\nlabel = {{ nb = "{label}" }}\n{more}\n'
    return head + "".join(one.replace("[[section.field]]", "[[section.field.field]]") for one in columns)


def locked_file() -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(PLAIN))
    writer.encrypt("hemmelig")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


TICKS = raw_pdf(
    text("navn"), "/FT/Btn/Ff 32768/T(vei)/Kids[12 0 R 13 0 R]",
    "/Parent 11 0 R/F 4/Rect[50 700 70 720]/AP<</N<</Valg1 20 0 R>>>>",
    "/Parent 11 0 R/F 4/Rect[90 700 110 720]/AP<</N<</Valg2 20 0 R>>>>", tops=[10, 11], more={20: look("0 0 9 9 re f")},
)  # fmt: skip
ROWS = raw_pdf(text("navn"), text("Navn1", 1), text("Navn2", 2))

FAULTS: dict[str, tuple[bytes, tuple[str, ...], list[str]]] = {
    "no place": (PLAIN, (NAVN, field("alder")), ["pdf-unmatched alder"]),
    "no such name": (PLAIN, (field("navn", pdf='"namn"'),), ["pdf-name-unknown Navn"]),
    "two places": (
        raw_pdf(text("a.navn"), text("b.navn", 1)), (NAVN,), ["pdf-ambiguous navn"]
    ),
    "one place for two": (
        PLAIN, (field("navn", pdf='"navn"'), field("kall", pdf='"navn"')), ["pdf-field-twice navn"]
    ),
    "a text in a box to tick": (TICKS, (NAVN, field("vei")), ["pdf-kind vei"]),
    "answers that mean nothing there": (TICKS, (NAVN, choice("vei")), ["pdf-answer-unmatched Vei"] * 2),
    "an answer without a box": (
        raw_pdf(text("navn"), "/FT/Btn/T(Tog)/Rect[50 50 70 70]/F 4"), (NAVN, choice("vei", "choices")),
        ["pdf-answer-unmatched Vei"],
    ),
    "more rows than there is room for": (
        ROWS, (NAVN, group(field("fnavn", label='{ nb = "Navn" }', pdf='"Navn{n}"'), more="max = 3")), ["pdf-rows Foresatt"]
    ),
    "rows without end": (
        ROWS, (NAVN, group(field("fnavn", pdf='"Navn{n}"'), more="")), ["pdf-rows Foresatt"]
    ),
    "a column that some rows lack": (
        raw_pdf(text("navn"), text("Navn1", 1), text("Navn2", 2), text("Tlf1", 3)),
        (NAVN, group(field("fnavn", pdf='"Navn{n}"'), field("tlf", "phone", pdf='"Tlf{n}"'))), ["pdf-name-unknown Tlf"],
    ),
}  # fmt: skip


def told(problem: Any) -> str:
    params = problem.params
    label = params["label"]["nb"]
    by_name = problem.code in ("pdf-unmatched", "pdf-ambiguous", "pdf-field-twice", "pdf-kind")
    return f"{problem.code} {params['name'] if by_name else label}"


@pytest.mark.parametrize("name", FAULTS)
def test_a_value_without_its_place_is_an_error(tmp_path: Path, name: str) -> None:
    pdf, fields, codes = FAULTS[name]
    form = form_with(tmp_path, pdf, *fields)
    problems = own_paper_problems(form, "nb")
    assert [told(one) for one in problems] == codes
    assert all(one.text("nb") for one in problems)
    with pytest.raises(TemplateError) as caught:
        PdfRenderer(form, "nb").render(from_json(form, tmp_path, {"navn": "Ola"})[0])
    assert [one.code for one in caught.value.problems] == [one.split()[0] for one in codes]


@pytest.mark.parametrize(
    ("pdf", "code"),
    [
        (b"%PDF-1.7\nhei", "pdf-unreadable"),
        (locked_file(), "pdf-password"),
        (raw_pdf(), "pdf-without-fields"),
        (raw_pdf(form="/XFA 20 0 R", more={20: stream(b"<xdp/>")}), "pdf-xfa-only"),
    ],
)
def test_a_file_that_can_be_no_form_is_refused_by_name(tmp_path: Path, pdf: bytes, code: str) -> None:
    form = form_with(tmp_path, pdf, NAVN)
    assert [one.code for one in lint_own_paper(form, "nb")] == [code]
    with pytest.raises(TemplateError):
        PdfRenderer(form, "nb").render(from_json(form, tmp_path, {"navn": "Ola"})[0])


def test_a_form_without_its_pdf_says_what_it_is_to_be_called(tmp_path: Path) -> None:
    write_form(tmp_path, f'[[section]]\nid = "del"\n{NAVN}', HEAD)
    form = load_form(tmp_path / "templates" / "prove")
    (problem,) = own_paper_problems(form, "nb")
    assert (problem.code, problem.params["known"]) == ("pdf-own-missing", ("prove.nb.pdf", "prove.pdf"))


@pytest.mark.parametrize(
    ("pdf", "codes"),
    [
        (raw_pdf(text("navn"), form="/XFA 20 0 R", more={20: stream(b"<xdp/>")}), {"pdf-xfa"}),
        (raw_pdf(text("navn", more="/F 2")), {"pdf-unseen"}),
        (raw_pdf(text("navn", more="/F 4/AA<</C<</S/JavaScript/JS(1)>>>>")), {"pdf-calculated"}),
        (raw_pdf(text("navn"), text("annet", 1)), {"pdf-field-unfilled"}),
        (raw_pdf(text("navn", more="/F 4/V(Ola)")), {"pdf-prefilled"}),
        (raw_pdf(text("navn", more="/F 4/V(Norge)/DV(Norge)")), set()),
        (raw_pdf(text("navn", more="")), {"pdf-not-printed"}),
        (raw_pdf(text("navn", more="/F 4/Ff 8192")), {"pdf-masked"}),
        (raw_pdf(text("navn", size="600 20")), {"pdf-off-page"}),
    ],
)
def test_what_is_lost_or_left_is_a_warning(tmp_path: Path, pdf: bytes, codes: set[str]) -> None:
    found = list(lint_own_paper(form_with(tmp_path, pdf, NAVN), "nb"))
    assert {one.code for one in found} == codes
    assert not any("Ola" in one.text("nb") for one in found), "a value in a message"


def test_a_yes_that_may_be_of_any_question_is_no_guess(tmp_path: Path) -> None:
    boxes = [
        f"/FT/Btn/T({name})/TU({said})/Rect[{50 + 30 * at} 50 {60 + 30 * at} 60]/F 4"
        for at, (name, said) in enumerate((("q1a", "Ja"), ("q1b", "Nei"), ("q2a", "Ja"), ("q2b", "Nei")))
    ]
    questions = field("forste", "yes_no"), field("andre", "yes_no")
    found = list(lint_own_paper(form_with(tmp_path, raw_pdf(text("navn"), *boxes), NAVN, *questions), "nb"))
    assert "pdf-ambiguous" in {one.code for one in found}


def test_rows_lie_where_their_numbers_say(tmp_path: Path) -> None:
    columns = field("fnavn", pdf='"Navn{n}"'), field("tlf", "phone", pdf='["Tlf", "Tlf_2"]')
    pdf = raw_pdf(text("navn"), text("Navn1", 1), text("Navn2", 2), text("Tlf", 3), text("Tlf_2", 4))
    form = form_with(tmp_path, pdf, NAVN, group(*columns))
    rows = [{"fnavn": "Kari", "tlf": "22222222"}, {"fnavn": "Ola"}]
    result = PdfRenderer(form, "nb").render(from_json(form, tmp_path, {"navn": "Per", "foresatte": rows})[0])
    assert pdf_values(result) == {"navn": "Per", "Navn1": "Kari", "Navn2": "Ola", "Tlf": "22\u00a022\u00a022\u00a022"}


@pytest.mark.parametrize(
    "names", [("Foresatt 1 Navn", "Foresatt 2 Navn"), ("foresatte.1.navn", "foresatte.2.navn"), ("Navn1", "Navn2")]
)
def test_rows_are_found_by_their_names(tmp_path: Path, names: tuple[str, str]) -> None:
    pdf = raw_pdf(text("barn"), text(names[0], 1), text(names[1], 2))
    head = HEAD.replace('["navn"]', '["barn"]')
    form = form_with(tmp_path, pdf, field("barn"), group(NAVN), head=head)
    assert list(lint_own_paper(form, "nb")) == []
    result = PdfRenderer(form, "nb").render(
        from_json(form, tmp_path, {"barn": "Per", "foresatte": [{"navn": "Kari"}, {"navn": "Ola"}]})[0]
    )
    assert pdf_values(result) == {"barn": "Per", names[0]: "Kari", names[1]: "Ola"}


def test_a_text_that_is_too_long_goes_on_on_a_sheet(tmp_path: Path) -> None:
    words = " ".join(f"ord{number}" for number in range(300))
    pdf = raw_pdf(text("navn"), text("om", 2, size="300 60", more="/F 4/Ff 4096"))
    form = form_with(tmp_path, pdf, NAVN, field("om", "longtext", label='{ nb = "Om barnet" }'))
    checked = from_json(form, tmp_path, {"navn": "Máret", "om": words})[0]
    for flat in (False, True):
        renderer = PdfRenderer(form, "nb", flat=flat)
        assert [one.code for one in renderer.problems(checked)] == ["text-attached"]
        result = renderer.render(checked)
        assert page_count(result) == 2
        first, second = pdf_text(result).split("Vedlegg 1: Om barnet")
        assert "(fortsetter på vedlegg 1)" in first
        seen = first + second
        assert all(f"ord{number}" in seen for number in range(300))
        assert seen.count("Máret") == 2, "the sheet says whom it concerns"
        PdfReader(io.BytesIO(result), strict=True)
    out = io.BytesIO()
    pack = PdfPack(out, form, "nb")
    pack.finish([pack.add(checked)], [], duplex=True)
    assert page_count(out.getvalue()) == 2
    assert "Vedlegg 1: Om barnet" in pdf_text(out.getvalue())


@pytest.mark.parametrize("label", ["Om barnet ▶", "子供について"])
def test_a_sheet_is_called_by_what_of_a_label_can_be_printed(tmp_path: Path, label: str) -> None:
    pdf = raw_pdf(text("navn"), text("om", 2, size="300 60", more="/F 4/Ff 4096"))
    form = form_with(tmp_path, pdf, NAVN, field("om", "longtext", label=f'{{ nb = "{label}" }}'))
    result = PdfRenderer(form, "nb").render(from_json(form, tmp_path, {"navn": "Máret", "om": "Lang tekst. " * 300})[0])
    assert "Vedlegg 1: om" in pdf_text(result).replace("Om barnet", "om")


def test_what_is_shown_as_stars_has_no_sheet_that_shows_it(tmp_path: Path) -> None:
    form = form_with(tmp_path, raw_pdf(text("navn", more="/F 4/Ff 8192")), NAVN)
    (problem,) = PdfRenderer(form, "nb").problems(from_json(form, tmp_path, {"navn": "Kari Nordmann " * 9})[0])
    assert problem.code == "text-too-long"


@pytest.mark.parametrize(("most", "value", "excess"), [(5, "Kari Nordmann", 8), (3, "Ola N", 2)])
@pytest.mark.parametrize("comb", [0, 1 << 24])
def test_more_letters_than_a_field_takes_are_an_error(
    tmp_path: Path, most: int, value: str, excess: int, comb: int
) -> None:
    form = form_with(tmp_path, raw_pdf(text("navn", more=f"/F 4/MaxLen {most}/Ff {comb}")), NAVN)
    (problem,) = PdfRenderer(form, "nb").problems(from_json(form, tmp_path, {"navn": value})[0])
    assert (problem.code, problem.params["excess"]) == ("text-too-long", excess)


def test_digits_lose_what_stands_between_them_where_there_is_no_room(tmp_path: Path) -> None:
    fields = NAVN, field("dag", "date"), field("tlf", "phone")
    pdf = raw_pdf(text("navn"), text("dag", 1, more="/F 4/Ff 16777216/MaxLen 8"), text("tlf", 2, more="/F 4/MaxLen 8"))
    form = form_with(tmp_path, pdf, *fields)
    record = {"navn": "Ola", "dag": "2026-11-01", "tlf": "22 22 22 22"}
    assert pdf_values(PdfRenderer(form, "nb").render(from_json(form, tmp_path, record)[0])) == {
        "navn": "Ola", "dag": "01112026", "tlf": "22222222",
    }  # fmt: skip


def test_a_draft_says_so_on_each_page_and_lists_what_is_missing(tmp_path: Path) -> None:
    form = form_with(tmp_path, raw_pdf(text("navn"), text("sted", 1)), NAVN, field("sted", required="true"))
    checked = api.check_record(form, api.make_record(form, {"navn": "Máret"}), draft=True)
    pdf = PdfRenderer(form, "nb", draft=True).render(checked)
    assert page_count(pdf) == 2
    seen = pdf_text(pdf)
    assert (seen.upper().count("UTKAST"), seen.count("Máret")) == (4, 2)
    assert "Sted" in seen


def test_the_sheet_behind_a_draft_in_a_pack_says_whose_it_is(tmp_path: Path) -> None:
    """Sheets of a stack come loose."""
    form = form_with(tmp_path, raw_pdf(text("navn"), text("sted", 1)), NAVN, field("sted", required="true"))
    out = io.BytesIO()
    pack = PdfPack(out, form, "nb", draft=True)
    records = [api.check_record(form, api.make_record(form, {"navn": name}), draft=True) for name in ("Máret", "Ola")]
    pack.finish([pack.add(one) for one in records], [], duplex=False)
    pages = [page.extract_text() for page in PdfReader(out).pages]
    assert [name in page for name, page in zip(("Máret", "Máret", "Ola", "Ola"), pages, strict=True)] == [True] * 4


def test_a_letter_that_no_font_has_is_told(tmp_path: Path) -> None:
    form = form_with(tmp_path, PLAIN, NAVN)
    (problem,) = PdfRenderer(form, "nb").problems(from_json(form, tmp_path, {"navn": "漢"})[0])
    assert problem.code == "letter-not-in-font"


def test_one_file_may_serve_all_languages(tmp_path: Path) -> None:
    head = HEAD.replace('["nb"]', '["nb", "nn"]').replace('"Prøve" }', '"Prøve", nn = "Prøve" }')
    head = head.replace('"Rader" }', '"Rader", nn = "Rader" }')
    both = field("navn", label='{ nb = "Navn", nn = "Namn" }')
    form = form_with(tmp_path, PLAIN, both, head=head, name="prove.pdf")
    for language in ("nb", "nn"):
        pdf = PdfRenderer(form, language).render(from_json(form, tmp_path, {"navn": LETTERS})[0])
        assert pdf_values(pdf) == {"navn": LETTERS}


def test_the_commands_tell_and_fill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pdf = raw_pdf(text("navn"), text("annet", 1))
    form_with(tmp_path, pdf, NAVN)
    assert skjema("lint", "prove").lines == [
        "ADVARSEL prove.nb.pdf: Felt på side 1 fylles ikke ut av definisjonen: annet. Skal de det, gi et felt i "
        'definisjonen samme navn, eller skriv pdf = "navnet". [pdf-field-unfilled]',
        "MERK prove.nb.pdf: Felt på side 1 mangler hjelpetekst, så en skjermleser sier bare navnet: navn, annet. "
        "Sett inn hjelpetekst (verktøytips) i et PDF-program. [pdf-no-tooltip]",
    ]
    Path("rader.json").write_text('[{"navn": "Øyvind"}, {"navn": "Ŋaba"}]', "utf-8")
    assert skjema("fill", "prove", "rader.json", "-o", "ut", "--format", "pdf").code == 0
    assert [pdf_values(path.read_bytes()) for path in sorted(Path("ut").glob("*.pdf"))] == [
        {"navn": "Øyvind"}, {"navn": "Ŋaba"}
    ]  # fmt: skip
    assert skjema("pack", "prove", "rader.json", "-o", "pakke.pdf", "--duplex", "--index", "liste.xlsx").code == 0
    assert page_count(Path("pakke.pdf").read_bytes()) == 4
    assert skjema("build", "prove", "-o", "malene").code == 0
    assert [path.name for path in Path("malene").iterdir()] == ["prove.nb.docx"]


def test_whose_paper_it_is_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    form_with(tmp_path, PLAIN, NAVN)
    assert [line.split() for line in skjema("list").lines if "Prøve" in line] == [
        ["prove", "Prøve", "(nb)", "–", "egen", "PDF"]
    ]
    assert skjema("show", "prove").lines[1] == "egen PDF: prove.nb.pdf"
    form_with(tmp_path, PLAIN, NAVN, head=HEAD.replace('pdf = "own"\n', ""))
    told = skjema("lint", "prove")
    assert (told.code, [line for line in told.lines if "[pdf-unclaimed]" in line]) == (1, told.lines)
    Path("templates/prove/prove.nb.pdf").unlink()
    assert skjema("build", "prove").code == 0
    assert skjema("lint", "prove").code == 0


def test_a_run_stops_before_a_value_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    form_with(tmp_path, PLAIN, NAVN, field("alder"))
    Path("rader.json").write_text('[{"navn": "Øyvind", "alder": "3"}]', "utf-8")
    for command in (("fill", "-o", "ut", "--format", "pdf"), ("pack", "-o", "pakke.pdf")):
        told = skjema(command[0], "prove", "rader.json", *command[1:])
        assert told.code == 5
        assert "[pdf-unmatched]" in told.said
    assert not Path("ut").exists()


@pytest.mark.parametrize(("size", "largest"), [(34, 10), (12, 12), (0, 10), (20, 20)])
def test_letters_fitted_to_an_empty_box_leave_room_for_lines(size: int, largest: float) -> None:
    """pdf-lib writes the size by which nothing at all fills a box of several lines."""
    field = f"/FT/Tx/Ff 4096/T(om)/Rect[50 700 450 780]/F 4/DA(/Helv {size} Tf)"
    (one,) = read_fields("x.pdf", raw_pdf(field)).fields
    assert text_box(one, one.places[0], (400, 80)).largest == largest


@pytest.mark.parametrize("flat", [False, True])
def test_letters_of_an_answer_that_is_a_box_are_not_drawn(tmp_path: Path, flat: bool) -> None:
    ways = choice("vei", answers="● Valg1,▶ Valg2").replace('id = "● valg1"', 'id = "a", pdf = "Valg1"')
    form = form_with(tmp_path, TICKS, NAVN, ways.replace('id = "▶ valg2"', 'id = "b", pdf = "Valg2"'))
    checked = from_json(form, tmp_path, {"navn": "Øyvind", "vei": "a"})[0]
    renderer = PdfRenderer(form, "nb", flat=flat)
    assert list(renderer.problems(checked)) == []
    result = renderer.render(checked)
    assert "Øyvind" in pdf_text(result)
    assert flat or pdf_values(result) == {"navn": "Øyvind", "vei": "Valg1"}


def test_letters_of_an_answer_that_is_written_are_told(tmp_path: Path) -> None:
    form = form_with(tmp_path, raw_pdf(text("navn"), text("vei", 1)), NAVN, choice("vei", answers="漢,Bil"))
    (problem,) = PdfRenderer(form, "nb").problems(from_json(form, tmp_path, {"navn": "Ola", "vei": "漢"})[0])
    assert problem.code == "letter-not-in-font"


def test_all_that_is_wrong_with_a_record_is_told_at_once(tmp_path: Path) -> None:
    form = form_with(tmp_path, raw_pdf(text("navn"), text("vei", 1, more="/F 4/MaxLen 3")), NAVN, field("vei"))
    record = from_json(form, tmp_path, {"navn": "漢", "vei": "Lang vei"})[0]
    assert [one.code for one in PdfRenderer(form, "nb").problems(record)] == ["letter-not-in-font", "text-too-long"]


def layered(off: str, layer: str = "20 0 R") -> bytes:
    """A form with a field in a layer."""
    return raw_pdf(
        text("navn"), text("skjult", 1, more=f"/F 4/OC {layer}"), root=f"/OCProperties<</OCGs[20 0 R 21 0 R]/D<<{off}>>>>",
        more={20: b"<</Type/OCG/Name(Lag)>>", 21: b"<</Type/OCG/Name(Annet)>>", 22: b"<</Type/OCMD/OCGs[20 0 R 21 0 R]>>"},
    )  # fmt: skip


UNSEEN = {
    "a layer that is off": (layered("/OFF[20 0 R]"), {"pdf-unseen"}),
    "all layers off but others": (layered("/BaseState/OFF/ON[21 0 R]"), {"pdf-unseen"}),
    "several layers, all off": (layered("/OFF[20 0 R 21 0 R]", "22 0 R"), {"pdf-unseen"}),
    "several layers, one on": (layered("/OFF[20 0 R]", "22 0 R"), set()),
    "a layer that is on": (layered("/OFF[21 0 R]"), set()),
    "off the page": (raw_pdf(text("navn"), "/FT/Tx/T(skjult)/Rect[700 50 900 70]/F 4"), {"pdf-off-page"}),
    "not printed": (raw_pdf(text("navn"), text("skjult", 1, more="")), {"pdf-not-printed"}),
}


@pytest.mark.parametrize("name", UNSEEN)
def test_what_is_not_seen_on_paper_is_told_before_it_is_filled_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    pdf, codes = UNSEEN[name]
    assert {one.code for one in own_paper_problems(form_with(tmp_path, pdf, NAVN, field("skjult")), "nb")} == codes
    monkeypatch.chdir(tmp_path)
    Path("a.pdf").write_bytes(pdf)
    told = {one.code for one in api.draft(Path("a.pdf"), "a").problems}
    assert told == {"draft-left-unseen" if one == "pdf-unseen" else one for one in codes}


def test_a_field_on_no_page_has_no_number_of_a_page(tmp_path: Path) -> None:
    pdf = raw_pdf(text("navn"), text("borte", 1), annotations=[10])
    (problem,) = own_paper_problems(form_with(tmp_path, pdf, NAVN, field("borte")), "nb")
    assert (problem.code, problem.params["page"]) == ("pdf-unseen", "-")


def test_fields_without_a_name_are_told_of_and_seen_in_messages(tmp_path: Path) -> None:
    pdf = raw_pdf(text("navn"), text("", 1), text("", 2))
    (tmp_path / "a.pdf").write_bytes(pdf)
    (shared,) = [one for one in api.draft(tmp_path / "a.pdf", "a").problems if one.code == "pdf-name-shared"]
    assert shared.params["names"] == ("?",)
