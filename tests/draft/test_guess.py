"""What fields of other people's papers are taken for."""

import pytest

from skjema.draft.guess import distinct, guess_type, plain_id, words_of


@pytest.mark.parametrize(
    ("label", "name", "wanted"),
    [
        ("Fødselsnummer (11 siffer)", "", "fodselsnummer"),
        ("Dato (DD.MM.ÅÅÅÅ)", "", "date"),
        ("Fødselsdato (ddmmåå)", "", "date"),
        ("Dato (dag, måned, år)", "", "date"),
        ("Fødselsdato (ÅÅÅÅMMDD)", "", "text"),
        ("Dato (MM/DD/YYYY)", "", "text"),
        ("Startdato (år-måned-dag)", "", "text"),
        ("From date: Year 4 digits. Month 2 digits. Day 2 digits", "", "text"),
        ("Personnr.", "", "fodselsnummer"),
        ("Barnets fødselsdato:", "", "date"),
        ("Dato", "", "date"),
        ("Startdato", "", "date"),
        ("Date of birth", "", "date"),
        ("Dato for underskrift", "", "date"),
        ("Tlf.", "", "phone"),
        ("Mobilnummer", "", "phone"),
        ("", "ParentPhone_2", "phone"),
        ("", "topmostSubform[0].Page1[0].epost[0]", "email"),
        ("E-postadresse", "", "email"),
        ("Postnr.", "", "postnummer"),
        ("Org.nr.", "", "organisasjonsnummer"),
        ("Organisasjonsnummer", "", "organisasjonsnummer"),
        ("Kontonummer", "", "kontonummer"),
        ("Underskrift av foresatt", "", "signature"),
        ("Dato og underskrift", "", "signature"),
        ("Underskrift, foresatt 1: Dato", "", "date"),
        ("Foresatt 1: Telefon (må fylles ut)", "", "phone"),
        ("Navn:", "", "name"),
        ("Barnets namn", "", "name"),
        ("Name", "", "name"),
    ],
)  # fmt: skip
def test_a_type_is_known_by_its_words(label: str, name: str, wanted: str) -> None:
    found = guess_type(label, name)
    assert found == (wanted, "label" if label else "name")


@pytest.mark.parametrize(
    "label",
    [
        "Skolens navn", "Medisinens navn", "Navn på medisin", "Kursets navn", "Skole", "Navn og adresse", "Postnr. og poststed", "Telefon/e-post", "Sted, dato",
        "Fødselsdato eller fødselsnummer", "Firmanavn", "Fornavn", "First name", "Datoen er feil i navnet",
    ],
)  # fmt: skip
def test_what_names_several_things_or_no_person_is_a_text(label: str) -> None:
    assert guess_type(label).type == "text"


def test_the_label_is_asked_before_the_name() -> None:
    assert guess_type("Telefon", "Date1") == ("phone", "label")
    assert guess_type("Opplysning", "Date1") == ("date", "name")
    assert guess_type("Opplysning", "Text12") == ("text", "unknown")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ParentPhone_2", ["parent", "phone", "2"]),
        ("form1[0].#subform[0].Navn[0]", ["navn"]),
        ("Barnets fødsels-dato", ["barnets", "fødsels", "dato"]),
    ],
)
def test_names_are_cut_into_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Barnets fødselsdato:", "barnets_fodselsdato"),
        ("Ærlig Åse", "aerlig_ase"),
        ("2. foresatt", "felt_2_foresatt"),
        ("Имя", ""),
        ("en ledetekst som er så lang at den ikke kan være et navn", "en_ledetekst_som_er_sa_lang_at_den_ikke"),
    ],
)
def test_a_text_becomes_an_id(text: str, wanted: str) -> None:
    assert plain_id(text) == wanted


def test_ids_that_come_again_get_numbers() -> None:
    assert distinct(["navn", "navn", "navn_2", "", "today"], {"today"}) == [
        "navn", "navn_2", "navn_2_2", "felt", "today_2"
    ]  # fmt: skip
