"""What in a text tells who somebody is, and what of the same letters and digits doesn't."""

from datetime import date

import pytest

from skjema.definition.functions import identifies
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
    ],
)
def test_what_does_not(text: str) -> None:
    assert not is_identifying(text)


def test_texts_and_columns_are_searched_and_what_is_empty_is_passed_over() -> None:
    assert identifies(None, "", ["", None, "91234567"])
    assert not identifies(None, ["august", None])


def test_a_long_text_takes_no_longer_than_its_length() -> None:
    assert not is_identifying("a." * 200_000)  # minutes, where each letter begins an address anew
    assert not is_identifying("1 " * 200_000)


def test_other_values_are_searched_as_they_are_shown() -> None:
    assert identifies(date(2015, 2, 1))
    assert not identifies(9, True, [])
