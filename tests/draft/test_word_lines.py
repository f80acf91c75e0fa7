"""Lines to write on in running words: where each begins and ends, and which words it belongs to."""

import io
from pathlib import Path

import docx as python_docx
import pytest

from tests.draft.filling import drafted, fields, filled, texts
from tests.draft.test_draft_word import in_body, paragraph, written

NAME = "Navn: ________"


@pytest.mark.parametrize(
    ("line", "values", "wanted"),
    [
        (
            "Permisjon fra ………………… til ………………… for eleven",
            {"permisjon_fra": "01.02.2027", "permisjon_til": "05.02.2027"},
            "Permisjon fra 01.02.2027 til 05.02.2027 for eleven",
        ),
        ("By: ……………   Sted: …………….", {"by": "Moss", "sted": "Fjellbygd"}, "By: Moss   Sted: Fjellbygd"),
        ("I tiden …… …… til …………… 20…..", {"i_tiden": "1. august", "til": "20. juni 2027"},
         "I tiden 1. august til 20. juni 2027"),
        ("Fra ....……... og til …...", {"fra": "kl. 8", "til": "kl. 9"}, "Fra kl. 8 og til kl. 9"),
    ],
)  # fmt: skip
def test_points_that_a_program_has_made_one_letter_of_end_before_the_next_word(
    tmp_path: Path, line: str, values: dict[str, str], wanted: str
) -> None:
    assert texts(filled(tmp_path, written(NAME, line), navn="Kari", **values))[-1] == wanted


@pytest.mark.parametrize(
    "line", ["Dato: …./…. 20….", "Dato: ....../......-20....", "Dato: ……/……/…………", "Dato:      /      20"]
)
def test_a_date_of_points_is_one_place(line: str) -> None:
    assert fields(written(NAME, line)) == {"Navn": "name", "Dato": "date"}


@pytest.mark.parametrize(
    "line", ["Ta med matpakke, drikke ….", "ball og/eller ... / ...", "Vi ser fram til … og håper."]
)
def test_points_that_leave_a_sentence_open_are_no_place(line: str) -> None:
    assert fields(written(NAME, line)) == {"Navn": "name"}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Svar på nett? ____ Ja ____ Nei", "Svar på nett? ☐ Ja ☒ Nei"),
        ("Svar på nett? ____ Nei / ____ Ja", "Svar på nett? ☒ Nei / ☐ Ja"),
        ("Svar på nett? Ja ____ Nei ____", "Svar på nett? Ja ☐ Nei ☒"),
    ],
)
def test_short_lines_beside_yes_and_no_are_boxes_of_one_question(tmp_path: Path, line: str, wanted: str) -> None:
    form = written(NAME, line)
    assert fields(form) == {"Navn": "name", "Svar på nett?": "yes_no"}
    assert texts(filled(tmp_path, form, navn="Kari", svar_pa_nett="nei"))[-1] == wanted


def test_a_line_before_a_yes_alone_is_to_write_on() -> None:
    assert fields(written(NAME, "Antall: ____ Ja, send meg alle.")) == {"Navn": "name", "Antall": "text"}


def test_whole_lines_below_a_sentence_belong_to_the_words_it_ends_with(tmp_path: Path) -> None:
    lines = ("Undertegnede ______ gir", "__________ fullmakt til å opptre på mine vegne i saken om", "_" * 60, "_" * 60)
    form = written(NAME, *lines)
    assert fields(form) == {
        "Navn": "name", "Undertegnede": "text", "gir": "text", "fullmakt til å opptre på mine vegne i saken om": "longtext",
    }  # fmt: skip
    said = texts(filled(tmp_path, form, navn="Kari", fullmakt_til_a_opptre_pa_mine_vegne_i="SFO", gir="Ola Berg"))
    assert said[-3:] == ["Ola Berg fullmakt til å opptre på mine vegne i saken om", "SFO", ""]


@pytest.mark.parametrize(
    "line", ["Begrunnelse: ______", "Begrunnelse: ______ (bruk flere ark)", "Vekt: ______ kg.", "Begrunnelse: ______."]
)
def test_whole_lines_go_on_with_a_blank_that_ends_its_line(line: str) -> None:
    assert list(fields(written(NAME, line, "_" * 60)).values()) == ["name", "longtext"]


def signs(font: str, *lines: str) -> bytes:
    """A form with lines of words, and letters of a font of signs: `q` between bars."""

    def run_of(words: str, *, is_sign: bool) -> str:
        looks = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if is_sign else ""
        return f'<w:r>{looks}<w:t xml:space="preserve">{words}</w:t></w:r>'

    drawn = ("".join(run_of(one, is_sign=bool(at % 2)) for at, one in enumerate(line.split("|"))) for line in lines)
    return in_body(paragraph(NAME), *(f"<w:p>{one}</w:p>" for one in drawn))


@pytest.mark.parametrize(
    ("font", "letter"),
    [("Wingdings", "q"), ("Wingdings", "\u00a8"), ("Wingdings", "o"), ("Wingdings 2", "\u00a3"), ("Webdings", "c")],
)
def test_letters_of_a_font_of_signs_that_are_boxes_are_ticked(tmp_path: Path, font: str, letter: str) -> None:
    form = signs(font, f"|{letter}| Legeerklæring er vedlagt", f"Svar? |{letter}| Ja |{letter}| Nei", "Gå |à| nå")
    assert fields(form) == {"Navn": "name", "Legeerklæring er vedlagt": "yes_no", "Svar?": "yes_no"}
    document = filled(tmp_path, form, navn="Kari", svar="nei")
    assert [one.text for one in document.paragraphs[1:]] == [
        "☐ Legeerklæring er vedlagt",
        "Svar? ☐ Ja ☒ Nei",
        "Gå à nå",
    ]
    assert document.element.xml.count(f'w:ascii="{font}"') == 1


def test_letters_of_a_font_of_signs_stay_where_no_field_is_made() -> None:
    copy = drafted(signs("Wingdings", "{{ navn }} |q| Ja")).docx
    assert "Wingdings" in python_docx.Document(io.BytesIO(copy)).element.xml


@pytest.mark.parametrize("mark", ["\u2b1c", "\u25fd", "[_]"])
def test_other_marks_are_boxes(mark: str) -> None:
    lines = f"{mark} Legeerklæring er vedlagt", "Fullmakt:", f"Svar? {mark} Ja {mark} Nei"
    assert list(fields(written(NAME, *lines)).values()) == ["name", "yes_no", "yes_no"]


@pytest.mark.parametrize("mark", ["\u25cb", "\u25ef", "\u25ab"])
def test_marks_that_may_be_of_a_list_are_told(mark: str) -> None:
    (problem,) = drafted(written(NAME, f"{mark} Legeerklæring er vedlagt")).problems
    assert (problem.code, problem.params) == ("draft-word-left", {"places": (f"«{mark} Legeerklæring er vedlagt»",)})


@pytest.mark.parametrize(
    "line",
    [
        "Til {navn}", "Adresse: ${adresse}", "Skole: «Skole»", "Saksnr: #saksnr#", "Ref: %ref%", "Hei @navn@,", "Til XXXXXX",
        "Dato: xx.xx.20xx", "Dato: dd.mm.åååå", "Vedtak: (skriv vedtaket her)", "Beløp: kr xxx,-", "Til +++INS navn+++",
    ],
)  # fmt: skip
def test_what_is_typed_to_be_written_over_is_told(line: str) -> None:
    (problem,) = drafted(written(NAME, line)).problems
    assert (problem.code, problem.params) == ("draft-word-left", {"places": (f"«{line}»",)})


@pytest.mark.parametrize(
    "line",
    [
        "Boka «Kari» er lest.", "Kurset heter: «Hei» og «Hå».", "Fyll ut (skriv med blokkbokstaver).", "50 % av # barn",
        "Skriv til post@moss.kommune.no eller kari@moss.no.", "Født (dd.mm.åååå): ______", "Ring 22 22 22 22 (se her).",
    ],
)  # fmt: skip
def test_ordinary_words_are_not_told(line: str) -> None:
    assert drafted(written(NAME, line)).problems == []


@pytest.mark.parametrize("line", ["Klasse: [[klasse]]", "Klasse: <<klasse>>", "Klasse: [klasse]"])
def test_a_stand_in_is_written_over_with_all_its_brackets(tmp_path: Path, line: str) -> None:
    assert texts(filled(tmp_path, written(NAME, line), navn="Kari", klasse="5A"))[-1] == "Klasse: 5A"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Kontonummer: |__|__|__|__|.|__|__|.|__|__|__|__|__|", "kontonummer"),
        ("Kontonr.: ………. ……. …………", "kontonummer"),
        ("Kontakt: ____@____", "email"),
        ("Kontakt: ________@________.____", "email"),
        ("Skoleår 20__/20__", "text"),
        ("Personnr (5 siffer) |_|_|_|_|_|", "text"),
    ],
)
def test_a_value_in_parts_is_one_place(tmp_path: Path, line: str, kind: str) -> None:
    found = fields(written(NAME, line))
    assert list(found.values()) == ["name", kind]
    (_, guess) = drafted(written(NAME, line)).guesses
    value = {"kontonummer": "12345678903", "email": "ola@example.no"}.get(kind, "2026/2027")
    (_, last) = texts(filled(tmp_path, written(NAME, line), navn="Kari", **{guess.id: value}))
    assert last.replace("\u00a0", "").endswith(f" {value}")


@pytest.mark.parametrize(
    ("line", "values", "wanted"),
    [
        ("Voksne til stede? ☐ Ja, hvem: ____________ ☐ Nei", {"hvem": "Bogusława"},
         "Voksne til stede? ☒ Ja, hvem: Bogusława ☐ Nei"),
        ("Allergi? ☐ Nei ☐ Ja, mot: ____________ Medisin: ________ ☐ Vet ikke", {"mot": "nøtter", "medisin": "Ø"},
         "Allergi? ☐ Nei ☒ Ja, mot: nøtter Medisin: Ø ☐ Vet ikke"),
        ("[ ] Ja, antall: ____ [ ] Nei", {"antall": "3"}, "☒ Ja, antall: 3 ☐ Nei"),
    ],
)  # fmt: skip
def test_a_line_to_write_on_may_stand_between_two_boxes(
    tmp_path: Path, line: str, values: dict[str, str], wanted: str
) -> None:
    form = written(NAME, line)
    question = next(one.id for one in drafted(form).guesses if one.type in ("yes_no", "choice"))
    assert texts(filled(tmp_path, form, navn="Kari", **{question: "ja"}, **values))[-1] == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Fastlege: \t\tTlf.: \t", {"Fastlege": "text", "Tlf": "phone"}),
        ("Utfylt av:\nDato:\n", {"Utfylt av": "text", "Dato": "date"}),
        ("Opplysningene er riktige.\n\nSted:\t\tDato:\t\tUnderskrift:", {"Sted": "pen", "Dato": "pen", "Underskrift": "pen"}),
        ("Sted:        Dato:        Underskrift:", {"Sted": "pen", "Dato": "pen", "Underskrift": "pen"}),
        ("Deres ref.:\tVår ref.:", {"Deres ref": "text", "Vår ref": "text"}),
    ],
)  # fmt: skip
def test_labels_on_a_line_without_anything_drawn_are_asked_for(line: str, wanted: dict[str, str]) -> None:
    assert fields(written(NAME, line)) == {"Navn": "name", **wanted}


def test_what_is_written_behind_a_label_alone_leaves_the_others_as_they_were(tmp_path: Path) -> None:
    form = written(NAME, "Sted:   \tTlf.:\tUnderskrift:")
    assert texts(filled(tmp_path, form, navn="Kari"))[-1] == "Sted:   \tTlf.: \tUnderskrift:"


@pytest.mark.parametrize(
    "lines",
    [("Tlf.: 55 00 00 00\tE-post: post@eksempel.no",), ("Merk: se under.\tHusk:",), ("Navn:\tDato:", "______\t______")],
)
def test_labels_with_words_or_lines_of_their_own_are_asked_for_once(lines: tuple[str, ...]) -> None:
    assert len(fields(written("Elev: ________", *lines))) == 1 + 2 * (len(lines) - 1)


def test_a_list_of_boxes_of_which_one_is_to_be_ticked_is_one_choice() -> None:
    form = written(NAME, "Grunn (sett ett kryss):", "☐ Lang skolevei", "☐ Farlig skolevei", "☐ Delt bosted")
    assert fields(form) == {"Navn": "name", "Grunn (sett ett kryss)": "choice"}


def test_labels_of_a_letterhead_have_their_words_on_the_next_line() -> None:
    assert fields(written(NAME, "Deres ref.:\tVår ref.:\tDato:", "\t2026/12-3\t01.12.2026")) == {"Navn": "name"}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("☐ Jeg godtar vedtektene.    ☐ Vi ønsker faktura på e-post.", "choices"),
        ("☐ Jeg samtykker til dette    ☐ Jeg samtykker ikke til dette", "choice"),
        ("☐ Innvilget    ☐ Avslått", "choice"),
    ],
)
def test_statements_that_nothing_asks_for_may_both_be_ticked(line: str, kind: str) -> None:
    assert list(fields(written(NAME, line)).values()) == ["name", kind]
