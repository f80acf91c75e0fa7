"""What in a text tells who somebody is, and what of the same letters and digits doesn't."""

from datetime import date

import pytest

from skjema.definition.functions import dated, identifies, identifies_person, names, names_diagnosis, names_person
from skjema.fieldtypes.identifying import is_identifying


@pytest.mark.parametrize(
    "text",
    [
        "Gutt, 01891599999, trives",
        "Fnr. 018915 99999",
        "Fnr.018915\u00a099999.",
        "Ring mor på 91234567",
        "Ring mor (912 34 567).",
        "Ring 22 22 22 22 etter fire",
        "+4791234567",
        "Skriv til kari@eksempel.no",
        "Født 1.2.2015",
        "f. 01.02.15",
        "født 1/2-2015",
        "2015-02-01",
        "1. februar 2015",
        "den 1.mars 2015",
        "Født 1.\u00a0februar\u00a02015",
        "018915\u202f99999",
        "018915-99999",
        "01 89 15 99999",
        "0189\n15 99999 er feil, men 018915\n99999 ikke",
        "Tlf.91234567",
        "mor,91234567",
        "912.34.567",
        "91 234 567",
        "+46 70 123 45 67",
        "1 februar 2015",
        "1. februar 15",
        "21.mars-18",
        "1/2 2015",
        "01.02 2015",
        "01 02 2015",
        "2015-2-1",
        "2015/02/01",
        "f. 010215",
        "født 1.2.15",
        "01022015",
        "Bor i Storgata 12, 8200 Fauske",
        "Bor i Storgata 12",
        "8200 Fauske",
        "fnr 148320 75036",
        "14832075036",
        "1 4 8 3 2 0 7 5 0 3 6",
        "14.832.075.036",
        "D-nr 47869141034",
        "DUF 201912345612",
        "sak 2026/2101",
        "2026/2101",
        "Født 14. mars 2020",
        "født 14.3.",
        "f. 14.03.20",
        "14/3-2020",
        "14/3 2020",
        "14.3 -20",
        "fjortende mars 2020",
        "2020 14 mars",
        "140320",
        "tlf 41 23 45 67",
        "412 34 567",
        "4123 4567",
        "41.23.45.67",
        "tlf. 4 1 2 3 4 5 6 7",
        "ola(at)skole.no",
        "ola @ skole.no",
        "@olanordmann på Snap",
        "facebook.com/ola.nordmann",
        "https://www.instagram.com/ola",
        "bil EK 12345",
        "gnr 12 bnr 3",
        "konto 1813 64 45320",
        "født tirsdag 14. mars",
        "Marsi  14 . 3 . 2020",
        "14‑03‑2020",
        "１４８３２０７５０３６",
        "148320-75036",
        "14 83 20 750 36",
        "+48 600 123 456",
        "0048600123456",
        "mars 14, 2020",
        "2020.14.03",
        "14.mars.2020",
        "14. mars 20",
        "Hemmeligveien 7",
        "Nordre gate 3B",
        "bor på storgata 12",
        "saksnr. 21/3456",
        "Solbakken 4",
        "https://skole.eksempel.no/elev/1",
        "Født: 14.03.20",
        "født den 14.3",
    ],
)
def test_what_tells_who_it_is(text: str) -> None:
    assert is_identifying(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Gutt på 9 år i 4. trinn.",
        "Siden august 2026, to ganger i uken, kl. 10.30-11.15",
        "Skåret 23 av 40, 2,5 timer, § 5-1 og § 13 a",
        "Ca. 120 000 kroner over 2 000 timer",
        "Grupper på 3-4 elever, uke 33-40, 2026/2027",
        "Tlf. finnes hos kontoret",
        "Punkt 1.2.3 i planen",
        "Budsjett 1 200 000 kroner",
        "Se rammeplanen pkt. 1.2.10",
        "Kartlagt med Lexia 3.0.15",
        "Plan 3/4-15",
        "Skoleårene 2024 2025",
        "5-10-15 minutter",
        "2-3-25 barn",
        "§ 5-1-10",
        "10.0.10.20",
        "skåret 23 av 40",
        "§ 9 A-4, § 12-4 og §§ 11-6 til 11-8",
        "skoleåret 2026/2027",
        "2026/27",
        "2024-2026",
        "WISC-V: 8 9 7 10 11 12 og 100",
        "Standardskår 85, 92, 101, 78",
        "kl. 10.10-11.15",
        "kl 10.10-11",
        "født 3-4 uker for tidlig",
        "født prematurt i uke 30",
        "født i mars 2020",
        "12.5-20 timer",
        "LOV-2023-06-09-30 er ny lov",
        "LOV-2021-06-18-97",
        "forskrift 2022 nr. 1110",
        "barnehageplassen 2 dager",
        "Skoleveien 20 minutter",
        "20 timer 2026",
        "14. mars skal de møtes",
        "skolestart første august",
        "150 000 kroner",
        "150000 kroner",
        "i 2026 Bamble",
        "se udir.no/laring",
        "https://www.udir.no/regelverk",
        "https://www.bamble.kommune.no",
        "fra 2024 2025",
        "uke 33-40",
        "Logos: 12. persentil 3 av 5",
        "klasse 3B",
        "3B og 4C",
        "1-2 ganger i uken",
        "10-12 elever, 5-10-15 minutter",
        "Trinn 5-7 og 8-10",
        "116 117",
        "ring 113",
        "TRAS, ASQ 36 måneder",
        "3 000 000",
        "2500 elever",
        "8200 elever",
        "Språk 5-6",
        "den første i tredje 2026 gruppen",
        "andre halvdel av 2026",
        "første mars",
        "ca. 30 000",
        "10 000-20 000",
        "NS 11000",
        "kr 12000",
        "Kartleggeren 2021 Norsk",
        "Carlsten lesetest 87 ord, persentil 20",
        "Alle Med 2026",
        "sak 12/26",
        "tiltak 1.2",
        "perioden 01.08-31.10",
        "1.8.-31.12.",
        "8.30-15.00",
        "sone 2",
        "Rektor underveis 3",
        "kl. 12.10 -13",
        "åpningstid 07.30-16.30",
        "årstrinn 1-4",
    ],
)
def test_what_does_not(text: str) -> None:
    assert not is_identifying(text)


def test_texts_and_columns_are_searched_and_what_is_empty_is_passed_over() -> None:
    assert identifies(None, "", ["", None, "91234567"])
    assert not identifies(None, ["august", None])


@pytest.mark.thorough
def test_a_long_text_takes_no_longer_than_its_length() -> None:
    assert not is_identifying("a." * 50_000)  # minutes, where each letter begins an address anew
    assert not is_identifying("1 " * 50_000)


def test_other_values_are_searched_as_they_are_shown() -> None:
    assert identifies(date(2015, 2, 1))
    assert not identifies(9, True, [])


def test_a_subject_line_may_have_a_case_number_and_the_day_of_a_meeting() -> None:
    assert not identifies_person("Sak 2026/2101, møtet 14.09.2026")
    assert identifies_person("møtet 14.09.2026", ["tlf 91234567"])
    assert (dated("Sak 2026/2101"), dated("møtet 14.09.2026")) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        "Barnet heter Ola.",
        "Ola Nordmann i 3B er redd.",
        "Moren Kari Olsen jobber på Nav",
        "mor Kari er sliten",
        "Čáhppes Đuŋŋá",
    ],
)
def test_what_looks_like_the_name_of_a_person(text: str) -> None:
    assert names_person(text)
    assert names("", None, [text])


@pytest.mark.parametrize("text", ["Går på Vestmyra skole", "Solbakken barnehage meldte"])
def test_a_school_by_its_name_is_no_person(text: str) -> None:
    assert (names(text), names_person(text)) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "Gutten i fjerde trinn strever.",
        "På Nav er det møte. Hos Nav Fauske også.",
        "Eleven får hjelp fra PPT og BUP.",
        "Bruker Marte Meo og De Utrolige Årene",
        "Kommunal barnehage, Videregående skole og Ny skole fra høsten",
        "Far bor i Norge. Barnet snakker Arabisk hjemme",
        "Helsesykepleier i Familiens hus, Kontaktlærer, 4. trinn",
    ],
)
def test_what_looks_like_no_name(text: str) -> None:
    assert not names(text)


def test_a_diagnosis_is_known_by_its_word() -> None:
    assert names_diagnosis("Autismeutredning")
    assert names_diagnosis("har adhd")
    assert not names_diagnosis("Lesing og konsentrasjon", "Søvn")
