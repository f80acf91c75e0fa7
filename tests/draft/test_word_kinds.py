"""Kinds of places in others' Word files that look like something else: what each is taken for, and what is told."""

import io
import re
from pathlib import Path

import docx as python_docx
import pytest
from docx.document import Document

from skjema.draft.draft_word import WordDraft, draft_word
from skjema.errors import InputError
from skjema.render.word.check_names import template_warnings
from tests.cli.running import skjema
from tests.draft.filling import filled, texts, word_form
from tests.draft.test_draft_word import compared, grid, in_body, paragraph, run, written
from tests.render.word.documents import docx
from tests.render.word.test_merge_fields import whole
from tests.render.word.test_own_fields import BOX, BOXES, control, legacy

NAME = "Navn: ________"
TICK = "{{ '☒' if valgt.%s.%s else '☐' }}"
WINGDING = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
RULE = '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="4"/></w:pBdr></w:pPr></w:p>'
BREAK = "<w:r><w:br/></w:r>"


def drafted(content: bytes) -> WordDraft:
    return draft_word("skjema.docx", content)


def fields(content: bytes) -> dict[str, str]:
    """The type of each field by its label; `pen` for what is left to whoever signs."""
    return {one.label: "pen" if one.recipient else one.type for one in drafted(content).guesses}


def paragraphs(content: bytes) -> list[str]:
    return [one.text for one in python_docx.Document(io.BytesIO(drafted(content).docx)).paragraphs]


def cell(*inner: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(inner) or '<w:p/>'}</w:tc>"


def table(*rows: tuple[str, ...], height: int = 0) -> str:
    tall = f'<w:trPr><w:trHeight w:val="{height}"/></w:trPr>' if height else ""
    drawn = (f"<w:tr>{tall}{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl>{''.join(drawn)}</w:tbl>"


# -- which words are which box's


@pytest.mark.parametrize(
    ("line", "answers", "sure"),
    [
        ("Jeg tillater ☐ / tillater ikke ☐ at barnet fotograferes.", ["tillater", "tillater ikke"], True),
        ("Undertegnede samtykker ☐ samtykker ikke ☐ til at noe deles.", ["samtykker", "samtykker ikke"], True),
        ("Eg samtykkjer ☐ samtykkjer ikkje ☐ til bilete.", ["samtykkjer", "samtykkjer ikkje"], True),
        ("Jeg samtykker ☐ ikke ☐ til bilder.", ["samtykker", "ikke"], True),
        ("Jeg ☐ samtykker ☐ samtykker ikke", ["samtykker", "samtykker ikke"], True),
        ("Barnet er vaksinert ☐ ikke vaksinert ☐ vet ikke ☐", ["vaksinert", "ikke vaksinert", "vet ikke"], True),
        ("Kommunen: innvilger ☐ avslår ☐ søknaden", ["innvilger", "avslår"], False),
        ("Kommunen innvilger ☐ avslår ☐ søknaden", ["innvilger", "avslår"], False),
        ("Søknaden innvilges ☐ avslås ☐ av rektor", ["innvilges", "avslås"], False),
        ("Ektefelle ☐ samboer ☐ barn", ["samboer", "barn"], False),
    ],
)
def test_a_box_whose_words_are_not_sure_is_marked(line: str, answers: list[str], *, sure: bool) -> None:
    (_, guess) = drafted(written(NAME, line)).guesses
    assert [one.label for one in guess.answers] == answers
    assert (guess.reason == "kind") is sure


def test_the_box_before_a_clause_that_goes_on_is_ticked_for_its_own_words() -> None:
    copy = paragraphs(written(NAME, "Jeg tillater ☐ / tillater ikke ☐ at barnet fotograferes."))
    label = "jeg_tillater_tillater_ikke_at_barnet"
    ticks = TICK % (label, "tillater"), TICK % (label, "tillater_ikke")
    assert copy[-1] == f"Jeg tillater {ticks[0]} / tillater ikke {ticks[1]} at barnet fotograferes."


def test_several_questions_of_a_line_are_each_their_own() -> None:
    line = "Eg ynskjer skyss: ☐ Ja ☐ Nei    Do you consent? ☐ Yes ☐ No    Mun miehtan: ☐ Juo ☐ In"
    assert fields(written(NAME, line)) == {
        "Navn": "name", "Eg ynskjer skyss": "yes_no", "Do you consent?": "yes_no", "Mun miehtan": "choice",
    }  # fmt: skip
    before = "Røyker: Ja ☐ Nei ☐   Snuser: Ja ☐ Nei ☐"
    assert fields(written(NAME, before)) == {"Navn": "name", "Røyker": "yes_no", "Snuser": "yes_no"}


# -- controls and form fields


def test_unnamed_controls_are_a_field_each_called_by_their_row() -> None:
    text = control("<w:text/>", "<w:r><w:t>Klikk her</w:t></w:r>")
    rows = in_body(table(*((cell(paragraph(one)), cell(text)) for one in ("Navn", "Adresse", "Poststed"))))
    assert fields(rows) == {"Navn": "name", "Adresse": "text", "Poststed": "text"}


def test_controls_that_hold_a_cell_each_are_called_by_their_row() -> None:
    shown = "<w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr>"
    held = f"<w:sdt>{shown}<w:sdtContent>{cell(paragraph('Klikk her'))}</w:sdtContent></w:sdt>"
    rows = in_body(table(*((cell(paragraph(one)), held) for one in ("Navn", "Adresse"))))
    assert fields(rows) == {"Navn": "name", "Adresse": "text"}


def test_form_fields_with_words_own_name_are_a_field_each() -> None:
    lines = [
        legacy(name, "<w:textInput/>").replace("<w:p>", f"<w:p>{run(label)}", 1)
        for name, label in (("Tekst1", "Navn: "), ("Tekst1", "Adresse: "), ("", "Km: "), ("", "Beløp: "))
    ]
    assert fields(in_body(*lines)) == {"Navn": "name", "Adresse": "text", "Km": "text", "Beløp": "text"}


def test_controls_with_the_same_real_name_are_one_field() -> None:
    twice = in_body(control("<w:text/>", tag="elev_navn"), control("<w:text/>", tag="elev_navn"))
    assert len(drafted(twice).guesses) == 1


def test_what_a_control_shows_until_it_is_filled_is_no_label() -> None:
    shown = "<w:showingPlcHdr/><w:text/>"
    content = in_body(table((cell(paragraph("Navn")), cell(control(shown), "<w:p/>"))))
    assert fields(content) == {"Navn": "name"}


@pytest.mark.parametrize("kind", ["control", "legacy"])
def test_two_boxes_beside_a_question_are_one_field(kind: str) -> None:
    box = control(BOX, "<w:r><w:t>☐</w:t></w:r>") if kind == "control" else legacy("Avm1", BOXES)
    inner = box.removeprefix("<w:p>").removesuffix("</w:p>")
    line = f"<w:p>{run('Egen bil: ')}{inner}{run(' Ja  ')}{inner}{run(' Nei')}</w:p>"
    draft = drafted(in_body(paragraph(NAME), line))
    assert [(one.label, one.type) for one in draft.guesses] == [("Navn", "name"), ("Egen bil", "yes_no")]
    xml = python_docx.Document(io.BytesIO(draft.docx)).element.xml
    assert 'w:val="egen_bil.ja"' in xml
    assert 'w:val="egen_bil.nei"' in xml


def test_boxes_in_columns_with_heads_are_one_question_a_row() -> None:
    box = control(BOX, "<w:r><w:t>☐</w:t></w:r>")
    heads = tuple(cell(paragraph(one)) for one in ("Opplysning", "Ja", "Nei"))
    rows = [(cell(paragraph(one)), cell(box), cell(box)) for one in ("Helse", "Skole")]
    assert fields(in_body(paragraph(NAME), table(heads, *rows))) == {
        "Navn": "name",
        "Helse": "yes_no",
        "Skole": "yes_no",
    }


def test_boxes_below_one_another_are_called_by_their_own_words() -> None:
    box = control(BOX, "<w:r><w:t>☐</w:t></w:r>").removesuffix("</w:p>")
    listed = in_body(
        paragraph(NAME), paragraph("Hva ønskes?"), f"{box}{run(' Skyss')}</w:p>", f"{box}{run(' Leksehjelp')}</w:p>"
    )
    assert fields(listed) == {"Navn": "name", "Skyss": "yes_no", "Leksehjelp": "yes_no"}


def test_boxes_under_heads_are_called_by_row_and_column() -> None:
    box = control(BOX, "<w:r><w:t>☐</w:t></w:r>").removeprefix("<w:p>").removesuffix("</w:p>")
    both = cell(f"<w:p>{box}{run(' Ja ')}{box}{run(' Nei')}</w:p>")
    heads = (cell(), cell(paragraph("Mor")), cell(paragraph("Far")))
    rows = in_body(paragraph(NAME), table(heads, (cell(paragraph("Foreldreansvar")), both, both)))
    assert fields(rows) == {"Navn": "name", "Foreldreansvar: Mor": "yes_no", "Foreldreansvar: Far": "yes_no"}


# -- tables


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        pytest.param([("Hva gjelder saken?",), ("",), ("Tiltak",), ("",)], {"Hva gjelder saken?": "text", "Tiltak": "text"}, id="one column"),
        pytest.param([("Beskrivelse av saken:",), ("",)], {"Beskrivelse av saken": "text"}, id="a colon over an empty cell"),
        pytest.param([("Spørsmål", "Ja", "Nei"), ("Kan svømme?", "", "")], {"Kan svømme?": "yes_no"}, id="room for crosses"),
        pytest.param([("Spørsmål", "Ja", "Nei", "Vet ikke"), ("Briller?", "", "", "")], {"Briller?": "choice"}, id="three answers"),
        pytest.param([("☐", "Jeg samtykker til turer")], {"Jeg samtykker til turer": "yes_no"}, id="a statement in the next cell"),
        pytest.param(
            [("Nr", "Navn", "Født"), ("1", "", ""), ("2", "", ""), ("3", "", "")], {"Navn (Tabell)": "name", "Født": "date"}, id="numbered rows",
        ),
        pytest.param([("", "Far", "Mor"), ("Foreldreansvar", "☐ Ja ☐ Nei", "☐ Ja ☐ Nei")], {"Foreldreansvar: Far": "yes_no", "Foreldreansvar: Mor": "yes_no"}, id="boxes under heads"),
        pytest.param([("____________", "____________"), ("Sted og dato", "Underskrift")], {"Sted og dato": "pen", "Underskrift": "pen"}, id="lines over captions"),
        pytest.param([("Fødselsdato", "Underskrift"), ("", "")], {"Fødselsdato": "date", "Underskrift": "pen"}, id="a birthday beside a signature"),
    ],
)  # fmt: skip
def test_cells_are_taken_for_what_stands_round_them(rows: list[tuple[str, ...]], wanted: dict[str, str]) -> None:
    width = max(map(len, rows))
    found = fields(grid(("Kommune", *[""] * (width - 1)) if width > 1 else ("Kommune:",), *rows))
    assert {label: kind for label, kind in found.items() if label != "Kommune"} == {
        label.replace(" (Tabell)", ""): kind for label, kind in wanted.items()
    }


def test_a_label_and_a_break_are_room_below_it() -> None:
    lines = [cell(f"<w:p>{run(one)}{BREAK}</w:p>") for one in ("Etternavn", "Postnr.")]
    content = in_body(table(tuple(lines)))
    assert fields(content) == {"Etternavn": "text", "Postnr": "postnummer"}


def test_a_tall_cell_with_a_label_is_room_below_it() -> None:
    assert fields(in_body(table((cell(paragraph("Telefon")), cell(paragraph("E-post"))), height=900))) == {
        "Telefon": "phone", "E-post": "email",
    }  # fmt: skip


def test_what_stands_over_all_columns_tells_rows_apart() -> None:
    rows = [("FORESATT 1", ""), ("Navn", ""), ("FORESATT 2", ""), ("Navn", "")]

    def draw(document: Document) -> None:
        made = document.add_table(rows=4, cols=2)
        for row, words in zip(made.rows, rows, strict=True):
            row.cells[0].text = words[0]
        for at in (0, 2):
            made.cell(at, 0).merge(made.cell(at, 1))

    assert list(fields(docx(draw=draw))) == ["Navn", "Navn (FORESATT 2)"]


# -- lines


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Leien betales innen __.__.____ til konto ____.__._____", {"Leien betales innen": "date", "til konto": "kontonummer"}),
        ("Fravær fra ___/___-20__ til ___/___-20__", {"Fravær fra": "date", "Fravær til": "date"}),
        ("Kontonummer: _ _ _ _ . _ _ . _ _ _ _ _", {"Kontonummer": "kontonummer"}),
        ("Leien gjelder [dato], for <antall> personer.", {"dato": "date", "antall": "text"}),
        ("Utleier: [Sett inn navn]", {"navn": "name"}),
        ("Fødselsnummer: ___________ (11 siffer)", {"Fødselsnummer": "fodselsnummer"}),
        ("Org.nr.: ______________ (heretter kalt arbeidsgiver)", {"Org.nr": "organisasjonsnummer"}),
        ("Undertegnede ________ (navn) bekrefter dette.", {"navn": "name"}),
        ("Høyde ____ cm   Vekt ____ kg", {"Høyde": "text", "Vekt": "text"}),
    ],
)  # fmt: skip
def test_a_line_is_one_place_called_by_its_words(line: str, wanted: dict[str, str]) -> None:
    found = fields(written("Kommune: ________", line))
    assert {label: kind for label, kind in found.items() if label != "Kommune"} == wanted


def test_brackets_that_cite_are_no_place() -> None:
    assert fields(written(NAME, "Se rundskrivet [1] og [x], a_b og 3 < 4 > 2.")) == {"Navn": "name"}


def test_parties_below_lines_sign_on_them() -> None:
    tab = "<w:r><w:tab/></w:r>"
    lines = f"<w:p>{run('_' * 20)}{tab}{run('_' * 20)}</w:p>"
    named = f"<w:p>{run('Utleier')}{tab}{run('Leietaker')}</w:p>"
    content = in_body(paragraph(NAME), lines, named)
    assert fields(content) == {"Navn": "name", "Utleier": "pen", "Leietaker": "pen"}
    assert "_" * 20 in paragraphs(content)[1]


def test_symbols_that_are_boxes_are_ticked_and_others_stay() -> None:
    listed = [f"<w:p>{WINGDING}{run(one)}</w:p>" for one in (" Egen sykdom", " Barns sykdom")]
    content = in_body(paragraph(NAME), paragraph("Grunn:"), *listed)
    assert fields(content) == {"Navn": "name", "Grunn": "choices"}
    alone = in_body(paragraph("Navn: {{ navn }}"), f"<w:p>{WINGDING}{run('{{ merknad }}')}</w:p>")
    assert 'w:char="F0A8"' in python_docx.Document(io.BytesIO(drafted(alone).docx)).element.xml


def test_paragraphs_with_a_border_below_a_label_are_its_lines() -> None:
    content = in_body(paragraph(NAME), paragraph("Formål:"), RULE, RULE, RULE)
    assert fields(content) == {"Navn": "name", "Formål": "longtext"}
    assert paragraphs(content)[2] == "{{ formal }}"
    assert fields(in_body(paragraph(NAME), paragraph("Vilkår følger."), RULE)) == {"Navn": "name"}


def test_a_text_box_is_read_once_and_both_its_texts_are_filled() -> None:
    inner = "<w:txbxContent><w:p><w:r><w:t>Saksnummer: ______</w:t></w:r></w:p></w:txbxContent>"
    spaces = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f'<mc:AlternateContent {spaces}><mc:Choice Requires="wps">{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent>'
    content = in_body(f"<w:p><w:r>{both}</w:r></w:p>")
    assert fields(content) == {"Saksnummer": "text"}
    assert (
        python_docx.Document(io.BytesIO(drafted(content).docx)).element.xml.count("{{ saksnummer or '______' }}") == 2
    )


# -- mail merge and tags


def test_switches_of_merge_fields_become_tags() -> None:
    codes = [
        r" MERGEFIELD Etternavn \* Upper ",
        r' MERGEFIELD Poststed \b "(" \f ")" ',
        r' MERGEFIELD Dato \@ "d. MMMM" ',
        " MERGEFIELD Navn ",
    ]
    content = in_body(*map(whole, codes))
    assert paragraphs(content)[:3] == [
        "{{ etternavn|upper }}",
        "{% if poststed %}({{ poststed }}){% endif %}",
        "{{ dato }}",
    ]
    assert [(one.code, one.params["names"]) for one in drafted(content).problems] == [("draft-merge-shape", ("Dato",))]


def test_what_of_mail_merge_can_be_no_tag_is_told() -> None:
    content = in_body(whole(" MERGEFIELD Navn "), whole(" NEXT "))
    assert [(one.code, one.params["names"]) for one in drafted(content).problems] == [("draft-merge-left", ("NEXT",))]


def test_a_comparison_with_a_number_asks_for_one() -> None:
    content = written("{{ navn }}", "{% if antall > 2 %}Mange{% endif %} {% if pris >= 2.5 %}Dyrt{% endif %}")
    assert fields(content) == {"Navn": "name", "Antall": "integer", "Pris": "decimal"}
    assert "antall|int > 2" in paragraphs(content)[1]
    assert fields(written("{{ navn }}", "{% if tolk == true %}Tolk{% endif %}"))["Tolk"] != "integer"
    aged = compared("Alder", "18").replace("= &quot;18&quot;", ">= 18")
    assert fields(in_body(aged, whole(" MERGEFIELD Navn "))) == {"Alder": "integer", "Navn": "name"}


def test_a_name_compared_with_one_text_may_say_others() -> None:
    assert fields(written("{{ navn }}", "{% if sak == 'Klage' %}Klage{% else %}Annet{% endif %}"))["Sak"] == "text"


# -- what is left


@pytest.mark.parametrize(
    "line", ["O Mann  O Kvinne", "Ja/Nei (stryk det som ikke passer)", "Navn {{ navn }} og ______"],
)  # fmt: skip
def test_what_looks_like_a_place_and_is_none_is_told(line: str) -> None:
    (problem,) = drafted(written("{{ fornavn }}", line)).problems
    assert problem.code == "draft-word-left"


@pytest.mark.parametrize("line", ["Dette er et brev om vedtaket.", "Vedlegg:", "Dato: ____ Underskrift: ____"])
def test_what_is_no_place_is_not_told_of(line: str) -> None:
    assert drafted(written(NAME, line, "Med hilsen oss alle.")).problems == []


def test_active_x_is_told_of() -> None:
    with pytest.raises(InputError) as caught:
        drafted(
            in_body(paragraph("Navn:"), '<w:p><w:r><w:object><w:control w:name="TextBox1"/></w:object></w:r></w:p>')
        )
    assert [one.code for one in caught.value.problems] == ["draft-empty", "draft-active"]


# -- all the way


def test_what_is_drafted_is_filled_where_it_belongs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    box = control(BOX, "<w:r><w:t>☐</w:t></w:r>").removeprefix("<w:p>").removesuffix("</w:p>")
    old = legacy("Avm1", BOXES).removeprefix("<w:p>").removesuffix("</w:p>")
    heads = tuple(cell(paragraph(one)) for one in ("Spørsmål", "Ja", "Nei"))
    content = in_body(
        paragraph(NAME),
        f"<w:p>{run('Egen bil: ')}{box}{run(' Ja  ')}{box}{run(' Nei')}</w:p>",
        f"<w:p>{run('Tolk: ')}{old}{run(' Ja  ')}{old}{run(' Nei')}</w:p>",
        table(heads, (cell(paragraph("Kan svømme?")), cell(), cell())),
        paragraph("Jeg tillater ☐ / tillater ikke ☐ at barnet fotograferes."),
        paragraph("Frist: __.__.____."),
        whole(r" MERGEFIELD Etternavn \* Upper "),
        paragraph("{% if antall > 2 %}Mange{% else %}Få{% endif %}"),
    )
    Path("a.docx").write_bytes(content)
    assert skjema("draft", "a.docx", "-o", "templates/a").code == 0
    linted = skjema("lint", "a")
    assert linted.code in (0, 1), linted.out
    values = (
        "navn=Nora Eksempel", "egen_bil=nei", "tolk=ja", "kan_svomme=nei", "frist=2026-11-22", "etternavn=Eksempel",
        "jeg_tillater_tillater_ikke_at_barnet=tillater ikke", "antall=7",
    )  # fmt: skip
    sets = [word for value in values for word in ("--set", value)]
    filled = skjema("fill", "a", "--format", "docx", "-o", "ut", *sets)
    assert filled.code == 0, filled.said
    (made,) = Path("ut").glob("*.docx")
    document = python_docx.Document(str(made))
    assert [one.text for one in document.tables[0].rows[1].cells] == ["Kan svømme?", "", "X"]
    texts = [one.text for one in document.paragraphs]
    assert "Jeg tillater ☐ / tillater ikke ☒ at barnet fotograferes." in texts
    assert "Frist: 22.11.2026." in texts
    assert "EKSEMPEL" in texts
    assert "Mange" in texts
    xml = document.element.xml
    assert re.findall(r'<w14:checked w14:val="(\d)"', xml) == ["0", "1"]
    assert re.findall(r'<w:checked w:val="(\d)"', xml) == ["1", "0"]


def test_the_command_that_looks_a_draft_over_is_told_as_it_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.docx").write_bytes(written(NAME))
    told = skjema("draft", "a.docx", "-o", "annet/prove")
    assert "skjema lint prove --templates annet" in told.said
    assert skjema("lint", "prove", "--templates", "annet").code in (0, 1)
    assert "skjema lint prove\n" in skjema("draft", "a.docx", "-o", "templates/prove").said


@pytest.mark.parametrize(
    ("tags", "kind", "answers"),
    [
        (("{% if tolk == 'ja' %}Med{% endif %}", "{% if tolk == 'nei' %}Uten{% endif %}"), "choice", ["ja", "nei"]),
        (("{% if tolk == “ja” %}Med{% else %}Uten{% endif %}",), "choice", ["ja", "nei"]),
        (("{% if tolk == 'JA' %}Med{% else %}Uten{% endif %}",), "choice", ["JA", "NEI"]),
        (("{% if tolk == 'Nei' %}Uten{% else %}Med{% endif %}",), "yes_no", []),
        (("{% if tolk != 'nei' %}Med{% else %}Uten{% endif %}",), "choice", ["ja", "nei"]),
        ((compared("Tolk", "ja").replace("A&quot;", "Med&quot;").replace("B", "Uten"),), "choice", ["ja", "nei"]),
    ],
)
def test_a_comparison_with_yes_or_no_holds(
    tmp_path: Path, tags: tuple[str, ...], kind: str, answers: list[str]
) -> None:
    content = in_body(paragraph("{{ navn }}"), *(one if one.startswith("<") else paragraph(one) for one in tags))
    (asked,) = [one for one in drafted(content).guesses if one.id.casefold() == "tolk"]
    assert (asked.type, [one.label for one in asked.answers]) == (kind, answers)
    for number, (said, printed) in enumerate((("ja", "Med"), ("nei", "Uten"))):
        made = texts(filled(tmp_path / str(number), content, navn="Ola", tolk=said))
        assert "".join(made) == f"Ola{printed}"


def test_a_comparison_that_never_holds_is_told(tmp_path: Path) -> None:
    form = word_form(tmp_path, written("{{ navn }}", "{% if tolk %}Tolk{% endif %}"))
    docx = written(
        "{{ navn }}{{ tolk }}", "{% if tolk == 'ja' %}Tolk{% endif %}{% if tolk == 'Ja' or navn == 'x' %}x{% endif %}"
    )
    (problem,) = [one for one in template_warnings(form, "nb", "a.docx", docx) if one.code == "tag-never-true"]
    assert (problem.code, problem.params) == ("tag-never-true", {"name": "tolk", "got": "ja", "known": ("Ja", "Nei")})


def sdt(title: str, properties: str, inner: str = "<w:p><w:r><w:t>x</w:t></w:r></w:p>") -> str:
    head = f'<w:sdtPr><w:alias w:val="{title}"/>{properties}</w:sdtPr>'
    return f"<w:sdt>{head}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"


REPEATED = '<w15:repeatingSection xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>'


@pytest.mark.parametrize(
    ("control", "code", "name"),
    [
        (sdt("Foresatte", REPEATED, sdt("Mor", "<w:text/>")), "draft-control-repeated", "Foresatte"),
        (sdt("Saksnr", '<w:lock w:val="sdtContentLocked"/><w:text/>'), "draft-control-locked", "Saksnr"),
        (sdt("Saksnr", '<w:lock w:val="contentLocked"/><w:text/>'), "draft-control-locked", "Saksnr"),
        (sdt("Dag", '<w:date><w:dateFormat w:val="dddd d. MMMM yyyy"/></w:date>'), "draft-merge-shape", "Dag"),
        (sdt("Dag", '<w:date><w:dateFormat w:val="dd.MM.yyyy"/></w:date>'), "", ""),
        (sdt("Saksnr", '<w:lock w:val="sdtLocked"/><w:text/>'), "", ""),
        (sdt("Passfoto", "<w:showingPlcHdr/><w:picture/>"), "draft-control-picture", "Passfoto"),
        (sdt("Logo", "<w:picture/>"), "", ""),
    ],
)
def test_what_a_control_does_besides_is_told(control: str, code: str, name: str) -> None:
    found = drafted(in_body(paragraph(NAME), control)).problems
    assert [(one.code, one.params["names"]) for one in found] == ([(code, (name,))] if code else [])
    assert all(name in one.text("nb") for one in found)


def test_a_tick_box_that_begins_its_line_has_the_id_of_its_own_words() -> None:
    said = ("Skattemelding er lagt ved", "Jeg samtykker til innhenting")
    lines = [
        legacy(name, BOXES, result="", instruction="FORMCHECKBOX").replace("</w:p>", f"{run(one)}</w:p>")
        for name, one in zip(("Avmerking1", ""), said, strict=True)
    ]
    found = drafted(in_body(paragraph("Søknad"), paragraph(NAME), *lines)).guesses
    assert [(one.id, one.label) for one in found[1:]] == [
        ("skattemelding_er_lagt_ved", said[0]), ("jeg_samtykker_til_innhenting", said[1]),
    ]  # fmt: skip


def word_field(label: str, instruction: str, result: str) -> str:
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end"))
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"<w:p>{run(label)}{begin}{code}{middle}{run(result)}{end}</w:p>"


def test_fields_that_show_the_files_own_properties_are_told() -> None:
    simple = f'<w:p><w:fldSimple w:instr=" AUTHOR ">{run("Kari")}</w:fldSimple></w:p>'
    asked = (
        word_field("Sak: ", "DOCPROPERTY Saksnr \\* MERGEFORMAT", "26/123"),
        word_field("Fil: ", "FILENAME \\p", "a.docx"),
    )
    found = drafted(in_body(paragraph(NAME), *asked, simple, word_field("Side ", "PAGE", "1"))).problems
    assert [(one.code, one.params) for one in found] == [
        ("draft-fixed", {"names": ("DOCPROPERTY Saksnr", "FILENAME", "AUTHOR")})
    ]


@pytest.mark.parametrize(
    ("heads", "wanted"),
    [
        (("Dato", "Hva", "Beløp"), {"sum": 2}),
        (("Dato", "Hva", "Merknad"), {"sum": 2}),
        (("Dato", "Beløp", "Kvittering"), {"sum": 1}),
        (("Dato", "Antall km", "Beløp (kr)"), {"sum": 2}),
    ],
)
def test_a_sum_stands_below_what_it_adds_up(heads: tuple[str, ...], wanted: dict[str, int]) -> None:
    rows = [tuple(cell(paragraph(one)) for one in heads), *([tuple(cell() for _ in heads)] * 2)]
    found = drafted(in_body(paragraph(NAME), table(*rows, (cell(paragraph("Sum")), *(cell() for _ in heads[1:])))))
    last = python_docx.Document(io.BytesIO(found.docx)).tables[0].rows[-1].cells
    assert {name: at for at, one in enumerate(last) if (name := one.text.strip("{} ")) != "Sum" and name} == wanted
