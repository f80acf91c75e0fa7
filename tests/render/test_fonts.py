"""The bundled font: the letters of those who live in Norway, and no silent question mark."""

import pytest

from skjema.formats.fonts import font_for, full_font, latin_font

NAMES = {
    "norsk": "Ærlig Øvergård Åse",
    "nordsamisk": "Čáhppes Đuŋŋá Šoavvu Ŧeažžá",
    "lulesamisk": "Ánná Ájluokta Ŋuorssá",
    "sørsamisk": "Ïsvreles Gïele Öömege",
    "polsk": "Łukasz Wiśniewski Żółć Dzięcioł",
    "litauisk": "Jūratė Šarūnas Žąsinas",
    "tyrkisk": "İbrahim Şükrü Çağdaş ığ",
    "islandsk": "Þórður Ægir Eyþór",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_names_in_latin_letters_need_only_the_small_font(name: str) -> None:
    assert latin_font().lacks(name) == frozenset()
    assert font_for(name) is latin_font()


@pytest.mark.parametrize(
    "name", ["Ștefan Țăran", "Nguyễn Thị Ánh Trần Đức", "Олександр Ґалаґан Їжакевич", "Георгиев", "Αλέξανδρος"]
)
def test_other_european_and_vietnamese_names_need_the_whole_font(name: str) -> None:
    assert font_for(name) is full_font()
    assert full_font().lacks(name) == frozenset()


def test_what_it_lacks_is_told() -> None:
    assert full_font().lacks("Kari أحمد") == frozenset("أحمد")
    assert full_font().lacks("to\nlinjer") == frozenset()


def test_letters_are_as_wide_as_the_font_says() -> None:
    assert latin_font().widths["i"] < latin_font().widths["m"]
    assert latin_font().widths["1"] == latin_font().widths["8"]
    assert {len(code) for code in latin_font().hex.values()} == {4}
