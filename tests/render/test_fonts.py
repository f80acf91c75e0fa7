"""The bundled font: the letters of those who live in Norway, and no silent question mark."""

import pytest

from skjema.formats.fonts import font_for, latin, whole

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
    assert latin().lacks(name) == frozenset()
    assert font_for(name) is latin()


@pytest.mark.parametrize(
    "name", ["Ștefan Țăran", "Nguyễn Thị Ánh Trần Đức", "Олександр Ґалаґан Їжакевич", "Георгиев", "Αλέξανδρος"]
)
def test_other_european_and_vietnamese_names_need_the_whole_font(name: str) -> None:
    assert font_for(name) is whole()
    assert whole().lacks(name) == frozenset()


def test_what_it_lacks_is_told() -> None:
    assert whole().lacks("Kari أحمد") == frozenset("أحمد")
    assert whole().lacks("to\nlinjer") == frozenset()


def test_letters_are_as_wide_as_the_font_says() -> None:
    assert latin().widths["i"] < latin().widths["m"]
    assert latin().widths["1"] == latin().widths["8"]
    assert {len(code) for code in latin().hex.values()} == {4}
