"""A form in a language that messages don't know is words, not code."""

from pathlib import Path

import pytest

from skjema.wording import forms, in_language, locale_of, message_language
from tests.cli.running import skjema
from tests.drawing import HEAD, field, write_form
from tests.reading_back import docx_text, pdf_text

SAMI = HEAD.replace('["nb"]', '["se"]').replace("nb = ", "se = ")


@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of words, with those of one language."""
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "se.toml").write_text(
        'page = "Siidu {n} / {total}"\nsignature-date = "Beaivi"\nelse = "x"\n', "utf-8"
    )
    monkeypatch.setattr(forms, "_FOLDER", tmp_path / "words")
    forms._own_words.cache_clear()
    return tmp_path / "words"


@pytest.fixture(autouse=True)
def _forgotten() -> None:
    forms._own_words.cache_clear()


def test_words_come_from_the_file_of_the_language(words: Path) -> None:
    assert forms.paper_word("page", "se", n=1, total=2) == "Siidu 1 / 2"
    assert forms.paper_word("yes", "se") == "Ja"
    assert "page" not in forms.words_lacking("se")
    assert "yes" in forms.words_lacking("se")
    assert forms.words_lacking("nn") == ()


def test_a_form_in_another_language_is_checked_filled_and_packed(folder: Path, words: Path) -> None:
    sign = field("vuolla", "signature", label='{ se = "Vuolláičála" }', filled_by='"recipient"')
    body = '[[section]]\nid = "del"\n' + field("navn", label='{ se = "Mánná namma" }', required="true") + sign
    write_form(folder, body, SAMI)
    said = skjema("lint", "prove")
    assert said.code == 1
    assert "[words-lacking]" in said.out
    assert skjema("sheet", "prove", "--lang", "se").code == 0
    (folder / "a.csv").write_text("Mánná namma\nMáret Ŋaba\n", "utf-8")
    done = skjema("fill", "prove", "a.csv", "-o", "ut", "--lang", "se")
    assert (done.code, done.said) == (
        0,
        "Poster sjekket: 1. Feil: 0, advarsler: 0, merknader: 0.\nFiler skrevet i ut: 2. Poster: 1.\n",
    )
    assert skjema("pack", "prove", "a.csv", "-o", "alle.pdf", "--lang", "se").code == 0
    paper = pdf_text((folder / "ut" / "prove-0001.pdf").read_bytes())
    assert "Siidu 1 / 1" in paper
    assert "Beaivi" in paper
    assert "Mánná namma" in docx_text((folder / "ut" / "prove-0001.docx").read_bytes())


def test_a_language_that_the_form_lacks_is_told(folder: Path) -> None:
    write_form(folder, '[[section]]\nid = "del"\n' + field("navn", label='{ se = "Namma" }'), SAMI)
    (folder / "a.csv").write_text("Namma\nMáret\n", "utf-8")
    assert "[language-unknown]" in skjema("fill", "prove", "a.csv", "-o", "ut").said


@pytest.mark.parametrize("code", ["no", "nb-NO", "N", "norsk"])
def test_a_code_that_says_no_language_is_a_fault(folder: Path, code: str) -> None:
    write_form(folder, '[[section]]\nid = "del"\n' + field("navn"), HEAD.replace('["nb"]', f'["nb", "{code}"]'))
    assert f"«{code}» er ingen språkkode" in skjema("lint", "prove").out


def test_what_is_said_of_a_paper_is_in_a_language_of_messages() -> None:
    assert [message_language(one) for one in ("nn", "se")] == ["nn", "nb"]
    assert [locale_of(one) for one in ("nb", "pl")] == ["nb-NO", "pl"]
    assert in_language({"pl": "Imię"}, "nb") == "Imię"
