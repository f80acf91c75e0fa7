"""Values that are there and look wrong: each rule of the table, and what it must leave alone."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from skjema.misread import true_encoding
from skjema.validation.placeholder_words import NO_NAME_WORDS
from skjema.validation.plain_values import doubts, plain_test
from skjema.validation.plausibility import RULES, found_in
from tests.drawing import field, form_of, from_json

ORDINARY_NAMES = [
    "Kari Nordmann", "Máret Ærlig", "Čáhppes Gáhkku", "Jean-Luc O'Brien", "Ngũgĩ wa Thiong'o", "van der Berg", "Å", "Li",
    "Kari N. Olsen", "Ọlábísí Ọ̀yọ́", "José María", "Łukasz Żółć", "Ŋállá Ŧ", "Nguyễn Thị Ánh", "Đặng Đức", "Zoë Ÿ",
    "Françoise Œuvré", "Null Hansen", "Barnevernstjenesten i Bamble og Siljan", "Olsen, Kari", "Henrik IV", "Anne-Lise d´Ax",
    "Tom", "Tom Nes", "Mohamed Ali Mohamed", "Ali Ali", "Lie, Kari Lie Moe", "Anne-Anne Lie", "Plass", "Per Plass", "Gutt Hansen", "Sum Wen", "Bor Nilsen", "Se Young Pak", "Li Na", "To Thi Hoa", "Mor Levi", "Maria Mor",
    "SÃ Õnne", "Ïsak", "Günter Groß", "Sæther Å", "Ingeborg Ø. Å.", "O‘g‘iloy",
]  # fmt: skip
ORDINARY_TEXTS = [
    "Granlia barnehage", "KLASSE Å–B", "på «SOLØ»", "SÁMI Å»", "på „GRUPPE Ä“", "CAFÉ–BAR", "Å…", "barnehage (Nord)", "10 °C", "R&D", "A|b", "C:\\temp",
    "ADHD+ASD-utredning er gjort på BUP", "Støtte 50%deltid i gruppe", "100%barnehageplass", "Fravær: høst=85, vår=92", "snitt=95 poeng",
    "Lesing|skriving|regning", "Lesing| skriving| regning", "Se https://kommune.no/skjema?id=9012 for planen", "Lærer{vikar} i klassen",
    "https://us02web.zoom.us/j/85012345678?pwd=B4xYzQ1", "https://kommune.no/bj%C3%B8rn", "kommune.no/skjema?id=E5a", "Gjennomsnitt Ø=8 og Å=A1",
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_NjQ1%40thread.v2/0?context=%7b%22Tid", "x=AB test", "Mål 1 |tiltak |ansvar",
    "50 %fagstoff", "mor=far=AA", "Nivå B2+A1C-kurs", "Plan 1 |tiltak |ansvar", "lesing{ekstra} hver dag", "www.sol.no/?a=E5b", "IOP[norsk]",
    "Skriv navnet her på tavla", "Skriver her og der", "Sett av tid", "<3", "a < b og c > d", "[norsk]", "{a}", "2026-12-01", "<navn>",
    "#1", "a=b", "50%", "Hva?", "2026/00123", "Kommune\\Skole", "- nei", "+47", "sf_x", "Blå [liten]", "D&D; x", "µ-skole", "2.0", "10.05", "3.10.0",
    "17. mai", "17.mai", "5.jun", "1. mars",
]  # fmt: skip
MISREAD = {
    "UTF-8": [
        "BjÃ¸rn",
        "Ã…se",
        "Ã†gir",
        "ÅŠivetsaari Å¡",
        "Bj√∏rn",
        "Bj├©rn",
        "donâ€™t",
        "MarÄ‘a",
        "KÃ¥re",
        "LukaÅ»ka",
        "Å“uvre",
    ],
    "Windows-1252": ["Bj°rn", "PÕl", "PÂl", "Lµrer", "┼se", "≈se"],
    "Mac Roman": ["Bj¿rn", "PŒl", "¯yvind", "S¾ther"],
    "kodeside 850": ["Bj›rn", "P†l", "L‘rer", "\x8fse"],
    "HTML": ["Bj&oslash;rn", "P&#229;l", "Kari &amp; Ola"],
    "quoted-printable": ["Bj=C3=B8rn", "P=E5l", "=C3=98yvind"],
    "URL-koding (%)": ["Bj%C3%B8rn", "Bj%f8rn", "Kari%20Olsen"],
    r"\u-koding": ["Bj\\u00f8rn", "Bj_x00F8_rn"],
    "UTF-7": ["Bj+APg-rn"],
    "NS 4551-1 (7 bit)": ["S{ther", "Bj|rn", "P}l", "]se", "\\yvind", "[rlig", "Br}", "BJ\\RN"],
}
NOBODY = [
    "Mor", "Se mappe", "Samme som over", "N.N.", "NN", "Ukjent far", "Avdød", "Død", "Foresatt", "Ikke oppgitt", "Vet ikke", "Anonym donor",
    "Mor og far", "Begge foreldre", "Fosterforeldre", "Sperret", "Ja", "Nei", "Slettet", "Fornavn Etternavn", "Foresatt 1", "Navn Test",
    "Ikke registrert", "Ingen kontakt", "Bor i fosterhjem", "Hemmelig", "x", "Barnets mor", "Ikkje oppgitt", "Mor/far", "Reservert", "Ledig", "Gutt",
]  # fmt: skip
FOUND = {
    ("name", "letter-lost"): ["Bj\ufffdrn"],
    ("name", "cell-error"): ["#REF!", "Kari #I/T", "Err:508"],
    ("text", "cell-too-narrow"): ["########", " ## "],
    ("text", "formula-as-text"): ["=A2", "=FINN.RAD(A2;B:C;2)", "='Ark 1'!A2", "=+B3"],
    ("name", "value-placeholder"): ["NULL", "null", "N/A", "NULL Hansen", "Kari undefined", "ukjent", "Navn", "(tom)", "tom", *NOBODY],
    ("name", "name-part-none"): ["Kari Test", "Ukjent Hansen", "Fornavn Berg", "Ledig plass", "Ny elev", "Mor Kari Nes",
                                "mor Kari", "verge Per Lie", "Rapport generert av Visma"],
    ("text", "value-placeholder"): ["NULL", "null ", "nan", "N/A", "undefined", "(blank)"],
    ("prose", "value-placeholder"): [
        "null", "Klikk eller trykk her for å skrive inn tekst.", "Click or tap here to enter text.", "Lorem ipsum dolor sit amet.",
    ],
    ("text", "text-of-program"): [
        "<p>Liker å lese</p>", "Lese<br/>skrive", "2026-12-01T00:00:00", "2026-12-01 00:00:00", "fra 2026-12-01T00:00:00.000Z",
        '["Lese","Skrive"]', '{"navn": "Kari"}', '[{"navn": "Kari"}]',
    ],
    ("prose", "text-of-program"): ['Bra.<div class="x">Mer</div>', "<ul><li>lese</li></ul>"],
    ("name", "name-several"): [
        "Kari Olsen, Per Hansen", "Kari Olsen og Per Hansen", "Kari og Per Hansen", "Kari Olsen/Per Hansen",
        "Kari Olsen; Per Hansen", "Kari Olsen\nPer Hansen", "Kari Olsen & Per Hansen", "Kari Olsen + Per Hansen",
        "Kari (mor) og Per (far)", "Mor: Kari Olsen, far: Per", "Kari Olsen - Per Hansen", "Kari Olsen | Per Hansen",
        "Kari Olsen    Per Hansen", "Kari    Per", "Kari Olsen and Per Hansen",
    ],
    ("name", "name-repeats"): ["Kari Lie Lie", "Kari Kari Lie", "Kari Lie Kari Lie", "Kari Lie, Kari", "kari LIE Lie"],
    ("name", "name-question-mark"): ["?ase", "Tj?liv", "Du??a"],
    ("text", "name-question-mark"): ["?vre Valnes", "Solbakken sk?le"],
    ("name", "name-ornament"): ["Kari (mor)", '"Kari"', "Kari 2", "*Kari", "Kari,", "Kari, mor", "-Kari", "Kari!", "1. Kari", "Kari Nes, rektor", "Kari Nes, PPT",
                                "Eva Li, avd.leder", "Kari Nes, Kontaktlærer", "PPT, Fauske"],
    ("name", "name-capitals"): ["KARI NORDMANN", "kari nordmann", "Kari NORDMANN", "SØREN"],
    ("text", "number-fraction"): ["12.0", "202612.0 "],
    ("text", "text-made-date"): ["05.jun", "01.feb ", "12.des", "05-Jun"],
    ("text", "text-quoted"): ['"Solbakken"', "«SOLØ»", "*Solbakken*"],
}  # fmt: skip


@pytest.mark.parametrize("name", ORDINARY_NAMES)
def test_an_ordinary_name_is_left_alone(name: str) -> None:
    assert doubts("name", name) == ()


@pytest.mark.parametrize("text", ORDINARY_TEXTS)
@pytest.mark.parametrize("kind", ["text", "prose"])
def test_an_ordinary_text_is_left_alone(kind: str, text: str) -> None:
    assert doubts(kind, text) == ()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("encoding", "text"), [(encoding, text) for encoding, texts in MISREAD.items() for text in texts]
)
def test_letters_read_in_another_encoding_are_known_by_what_they_became(encoding: str, text: str) -> None:
    assert true_encoding(text) == encoding
    (doubt,) = doubts("name", text)
    assert (doubt.code, doubt.params["encoding"]) == ("letters-misread", encoding)


def test_the_first_letter_that_shows_it_is_counted() -> None:
    (doubt,) = doubts("prose", "Eleven strever med lesing og skriving pÃ¥ skolen")
    assert doubt.params == {"encoding": "UTF-8", "at": 40}


@pytest.mark.parametrize(("read_as", "written_in"), [("cp1252", "utf-8"), ("mac_roman", "utf-8"), ("cp850", "utf-8")])
@given(st.text("æøåÆØÅčđŋšŧž", min_size=1), st.sampled_from(["Bj{}rn", "L{}rer", "S{}ther"]))
def test_utf8_read_as_anything_else_is_told(read_as: str, written_in: str, letters: str, frame: str) -> None:
    written = frame.format(letters)
    assert true_encoding(written.encode(written_in).decode(read_as, "replace").replace("\ufffd", "\x81")) is not None


@pytest.mark.parametrize(("kind", "code", "text"), [(*key, text) for key, texts in FOUND.items() for text in texts])
def test_each_rule_finds_what_it_is_for(kind: str, code: str, text: str) -> None:
    assert code in [one.code for one in doubts(kind, text)]  # type: ignore[arg-type]


def test_every_rule_is_tried() -> None:
    assert {rule.code for rule in RULES} == {code for _, code in FOUND} | {"letters-misread"}


def test_bytes_that_look_like_utf_8_and_are_none_are_no_letter() -> None:
    assert true_encoding("\u00e0\u20ac\u20ac") is None
    assert true_encoding("\u00e0\x80\x80") != "UTF-8"


@given(st.sampled_from(["name", "text", "prose"]), st.text())
def test_no_text_is_too_strange_to_be_looked_at(kind: str, text: str) -> None:
    assert len(doubts(kind, text)) < len(RULES)  # type: ignore[arg-type]


WORDS = st.sampled_from(
    [*sorted(NO_NAME_WORDS), "Kari", "Ærlig", "Mor", "og", "Barnevern", "NAV", "=A2", "#REF!", "12", "Bjørn", "S{ther"]
)
LIKE_VALUES = st.lists(st.one_of(WORDS, WORDS.map(str.title), WORDS.map(str.upper)), min_size=1, max_size=4)


@pytest.mark.parametrize("kind", ["name", "text", "prose"])
@example(words=["Kari", "Mor", "Ola", "Far"], between=" ")
@example(words=["Kari", "Olsen", "Og", "Per", "Hansen"], between=" ")
@settings(max_examples=120)
@given(words=LIKE_VALUES, between=st.sampled_from([" ", "-", ", ", "  "]))
def test_what_is_taken_for_plain_is_found_by_no_rule(kind: str, words: list[str], between: str) -> None:
    value = between.join(words)
    if plain_test(kind)(value):  # type: ignore[arg-type]
        assert found_in(kind, value) == ()


@pytest.mark.parametrize("name", ["Kari None", "None Hansen", "Kari-None Berg"])
def test_a_word_that_a_program_wrote_is_told_of_within_a_name(name: str) -> None:
    assert [doubt.code for doubt in doubts("name", name)] == ["value-placeholder"]


PLACEHOLDERS = [
    '"', "-\"-", "–\"–", "''", "do.", "Ditto", "samme", "Samme som over", "?", "…", "*", "_____", "TBA", "xx", "0",
    "TRUE", "usann", "Velg …", "[Velg]", "Klikk her for å skrive...", "Klikk her for å skrive inn tekst.",
    "Velg et element.", "Choose an item.", "Skriv her", "{{skole}}", "{{ barn.skole }}", "[object Object]", "dd.mm.åååå",
]  # fmt: skip


@pytest.mark.parametrize("written", [*PLACEHOLDERS, 0, 0.0])
def test_what_stands_in_the_place_of_a_text_is_told(written: object, tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("skole", required="true"))
    (record,) = from_json(form, tmp_path, {"navn": "Kari", "skole": written})
    assert [problem.code for problem in record.problems] == ["value-placeholder"]


@pytest.mark.parametrize("written", ["-", "–", "—"])
def test_a_line_says_that_there_is_nothing_where_there_may_be(written: str, tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("skole", required="true"), field("merknad"))
    (record,) = from_json(form, tmp_path, {"navn": "Kari", "skole": written, "merknad": written})
    assert [(problem.code, problem.place and problem.place.path) for problem in record.problems] == [
        ("value-placeholder", "$[0].skole")
    ]


@pytest.mark.parametrize(
    "written",
    ["Velg skole i mars", "Klikk", "Samme dag", "Samme skole som søsken", "Do Thi", "10", "0–3 år", "0150", "A", "§ 9-3", "ukjent", "xx-gruppa", "!!! NB", "Vel møtt!"],
)  # fmt: skip
def test_a_text_that_says_something_is_none_of_them(written: str, tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("skole"))
    (record,) = from_json(form, tmp_path, {"navn": "Kari", "skole": written})
    assert record.problems == []


@pytest.mark.parametrize(
    "written",
    ["Kari Lie - sluttet", "Bjørn Moe flyttet", "Bjørn Moe Flytta", "Kari Berg Mor", "Kari Berg med tolk", "Ufødt Berg", "Tvillingene Berg", "Familien Berg"],
)  # fmt: skip
def test_what_is_noted_in_a_name_is_told(written: str) -> None:
    """A child who has left gets no form with that as its name."""
    assert "name-part-none" in [doubt.code for doubt in doubts("name", written)]


@pytest.mark.parametrize("written", ["Mor Berg", "Anne Tolkeid", "Per Moe", "Farid Odd Lie"])
def test_names_alike_them_are_names(written: str) -> None:
    assert "name-part-none" not in [doubt.code for doubt in doubts("name", written)]
