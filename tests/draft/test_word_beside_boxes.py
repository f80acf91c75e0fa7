"""Labels that stand beside boxes, in their cell or on their line: each is a place of its own, or it is told."""

from pathlib import Path

import pytest

from tests.draft.filling import drafted, fields, filled, texts
from tests.draft.test_draft_word import grid, written

NAME = "Barnets navn: ________"

CELLS: list[tuple[list[tuple[str, ...]], dict[str, str]]] = [
    (
        [("Fødselsnr. (11 siffer):", "Kjønn: ☐ Gutt ☐ Jente")],
        {"Fødselsnr. (11 siffer)": "fodselsnummer", "Kjønn": "choice"},
    ),
    (
        [("Morsmål:", "Behov for tolk: ☐ Ja ☐ Nei Språk:")],
        {"Morsmål": "text", "Behov for tolk": "yes_no", "Språk": "text"},
    ),
    ([("Tolk: ☐ Ja ☐ Nei", "Telefon:")], {"Tolk": "yes_no", "Telefon": "phone"}),
    ([("Skole:", "Født: __.__.____"), ("Trinn:", "Kjønn: ☐ Gutt ☐ Jente")], {"Skole": "text", "Født": "date", "Trinn": "text", "Kjønn": "choice"}),
    ([("☐ Atferd", "☐ Annet, hva:")], {"Atferd": "yes_no", "Annet": "yes_no", "hva": "text"}),
    # a label whose answers are the boxes beside it is no place
    ([("Kjønn:", "☐ Gutt ☐ Jente")], {"Kjønn": "choice"}),
    ([("☐", "Jeg samtykker til dette:"), ("☐", "Jeg vil ha kopi:")], {"Jeg samtykker til dette": "yes_no", "Jeg vil ha kopi": "yes_no"}),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "wanted"), CELLS)
def test_a_cell_beside_boxes_is_a_place(rows: list[tuple[str, ...]], wanted: dict[str, str]) -> None:
    named = [*rows, ("Barnets navn", "")]
    assert fields(grid(*named)) == {**wanted, "Barnets navn": "name"}
    assert drafted(grid(*named)).problems == []


LINES: dict[str, dict[str, str]] = {
    "Bruker barnet medisin? ☐ Ja ☐ Nei Hvis ja, hvilken: __________": {"Bruker barnet medisin?": "yes_no", "hvilken": "text"},
    "Snakker norsk ☐ ja ☐ nei – kommentar: ________": {"Snakker norsk": "yes_no", "kommentar": "text"},
    "Allergi: ☐ Ja ☐ Nei. Beskriv: __________": {"Allergi": "yes_no", "Beskriv": "text"},
    "Tolk: ☐ Ja ☐ Nei (hvis nei, gå til neste side)": {"Tolk": "yes_no"},
    "Tolk: ☐ Ja ☐ Nei   Språk:": {"Tolk": "yes_no", "Språk": "text"},
    "Bruker barnet medisin? ☐ Ja ☐ Nei Dersom ja, når:": {"Bruker barnet medisin?": "yes_no", "når": "text"},
    "Reise: ☐ Buss ☐ Bil   Linje: ______": {"Reise": "choice", "Linje": "text"},
    "Fødselsnr.: |_|_|_|_|_|_| |_|_|_|_|_|": {"Fødselsnr": "fodselsnummer"},
    "Dato: |_|_| |_|_| |_|_|_|_|": {"Dato": "date"},
    "Konto: [_][_][_][_] [_][_] [_][_][_][_][_]": {"Konto": "kontonummer"},
    "Identitet: □□□□□□ □□□□□": {"Identitet": "fodselsnummer"},
}  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_what_follows_the_boxes_of_a_line_is_a_place_of_its_own(line: str) -> None:
    content = written(NAME, line, "Mer tekst.")
    assert fields(content) == {"Barnets navn": "name", **LINES[line]}
    assert drafted(content).problems == []


def test_an_answer_of_several_words_stays_whole() -> None:
    (asked,) = drafted(written(NAME, "Jeg ☐ Ja, gjerne ☐ Nei, ikke ennå")).guesses[1:]
    assert [one.label for one in asked.answers] == ["Ja, gjerne", "Nei, ikke ennå"]


def test_yes_and_no_below_one_another_are_yes_and_no() -> None:
    assert fields(written(NAME, "Allergi:", "☐ Nei", "☐ Ja, hvilke: ________")) == {
        "Barnets navn": "name", "Allergi": "yes_no", "hvilke": "text",
    }  # fmt: skip


def test_a_statement_with_its_list_below_is_no_place_to_write() -> None:
    assert fields(written(NAME, "☐ Jeg samtykker til følgende:", "– bilder", "– film")) == {
        "Barnets navn": "name", "Jeg samtykker til følgende": "yes_no",
    }  # fmt: skip


def test_each_value_stands_behind_its_label(tmp_path: Path) -> None:
    content = grid(("Morsmål:", "Behov for tolk: ☐ Ja ☐ Nei Språk:"), ("Navn:", "Kjønn: ☐ Gutt ☐ Jente"))
    made = filled(tmp_path, content, navn="Ŋábá", morsmal="Nordsamisk", behov_for_tolk="ja", sprak="Øst", kjonn="Jente")
    assert texts(made) == [
        "Morsmål: Nordsamisk | Behov for tolk: ☒ Ja ☐ Nei Språk: Øst", "Navn: Ŋábá | Kjønn: ☐ Gutt ☒ Jente",
    ]  # fmt: skip


def test_a_label_without_room_in_a_row_with_places_is_told() -> None:
    content = grid(("Merknad:", "Se vedlegg", "Kjønn: ☐ Gutt ☐ Jente", "Morsmål:"), ("Navn", "", "Adresse", ""))
    assert [one.params["places"] for one in drafted(content).problems] == [("«Morsmål»",)]
