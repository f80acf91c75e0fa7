"""What in a text tells who somebody is, and what of the same letters and digits doesn't."""

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
    ],
)
def test_what_does_not(text: str) -> None:
    assert not is_identifying(text)


def test_texts_and_columns_are_searched_and_what_is_empty_is_passed_over() -> None:
    assert identifies(None, "", ["", None, "91234567"])
    assert not identifies(None, ["august", None])
