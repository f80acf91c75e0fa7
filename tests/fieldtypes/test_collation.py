"""Words in the order of a Norwegian list."""

import random
from datetime import date

import pytest

from skjema.definition.form_cache import load_form
from skjema.fieldtypes.collation import sort_words
from skjema.fieldtypes.show import sort_key
from tests.drawing import TEMPLATES, field_of


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
        ["Tangen", "Þóra", "Tiril", "Weiß", "Weiter"],
    ],
    ids=["last letters", "aa as å", "ç and đ", "neighbours", "other scripts", "numbers", "spaces first", "þ and ß"],
)
def test_names_stand_where_one_looks_for_them(expected: list[str]) -> None:
    shuffled = random.Random(1).sample(expected, len(expected))
    assert sorted(shuffled, key=lambda one: (sort_words(one, is_name=True), one)) == expected


def test_numbers_and_dates_go_by_size_and_what_is_empty_last() -> None:
    form = load_form(TEMPLATES / "samtykke-overgang")
    year, born = form.fields["skolestart_ar"], form.fields["barn_fodselsdato"]
    assert sorted([10, None, 9], key=lambda one: sort_key(year, one, "nb")) == [9, 10, None]
    days = [date(2021, 12, 1), date(2021, 2, 1), None]
    assert sorted(days, key=lambda one: sort_key(born, one, "nb")) == [date(2021, 2, 1), date(2021, 12, 1), None]


def test_numbers_in_a_text_go_by_size_up_to_twelve_digits() -> None:
    cases = ["Sak 7", "Sak 08", "Sak 99999999999", "Sak 100000000000", "Sak 999999999999"]
    shuffled = random.Random(1).sample(cases, len(cases))
    assert sorted(shuffled, key=lambda one: sort_words(one, is_name=True)) == cases
    assert sort_words("Sak 7 b", is_name=True) == sort_words("sak 007 B", is_name=True)


def test_yes_comes_before_no_and_both_before_nothing() -> None:
    answer = field_of("yes_no")
    assert sorted([None, False, True], key=lambda one: sort_key(answer, one, "nb")) == [True, False, None]


def test_texts_that_differ_in_capitals_and_spaces_alone_have_the_same_place() -> None:
    text = field_of("text")
    assert sort_key(text, "Lia  Barnehage", "nb") == sort_key(text, "lia barnehage", "nb")
    assert sort_key(text, "Lia-Barnehage", "nb") != sort_key(text, "Lia Barnehage", "nb")
