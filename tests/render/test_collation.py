"""Words in the order of a Norwegian list."""

import random
from datetime import date

import pytest

from skjema.definition.load import load_form
from skjema.render.collation import order, words
from tests.drawing import TEMPLATES


@pytest.mark.parametrize(
    "expected",
    [
        ["Anna", "Berit", "Zoé", "Ærlig", "Østby", "Aas", "Åse"],
        ["Hansen", "Haugen", "Hårek", "Haavard", "Haavik"],
        ["Çelik", "Dahl", "Đuološ", "Eng"],
        ["Lie", "Łukasz", "Mykland", "Müller", "Ŋaba", "Nagy", "Nilsen"],
        ["Ås", "Олександр"],
        ["Avdeling 2", "Avdeling 10", "Avdeling A"],
        ["Ann Kari", "Anna", "anne", "Anne-Marie", "Annelise"],
    ],
    ids=["last letters", "aa as å", "ç and đ", "neighbours", "other scripts", "numbers", "spaces first"],
)
def test_names_stand_where_one_looks_for_them(expected: list[str]) -> None:
    shuffled = random.Random(1).sample(expected, len(expected))
    assert sorted(shuffled, key=lambda one: (words(one, is_name=True), one)) == expected


def test_numbers_and_dates_go_by_size_and_what_is_empty_last() -> None:
    form = load_form(TEMPLATES / "samtykke-overgang")
    year, born = form.fields["skolestart_ar"], form.fields["barn_fodselsdato"]
    assert sorted([10, None, 9], key=lambda one: order(year, one, "nb")) == [9, 10, None]
    days = [date(2021, 12, 1), date(2021, 2, 1), None]
    assert sorted(days, key=lambda one: order(born, one, "nb")) == [date(2021, 2, 1), date(2021, 12, 1), None]
