"""What strangers wrote stands in messages on one line, and steers no terminal."""

import json
from pathlib import Path

import pytest

from skjema.problems import Place, Problem
from skjema.wording import LANGUAGES, on_one_line
from skjema.wording.messages import say
from tests.cli.running import skjema
from tests.drawing import field, sheet, write_form

NASTY = "\x1b[2J\x9b31m\x07\x00\u202e\ud800"
SAFE = r"\x1b[2J\x9b31m\x07\x00\u202e\ud800"


@pytest.mark.parametrize("wording", LANGUAGES)
def test_what_is_quoted_stays_on_its_line_wherever_it_stands(wording: str) -> None:
    language = next(one for one in LANGUAGES if one == wording)
    written = f"a\r\n\tb\u2028c{NASTY}"
    problem = Problem("heading-unused", Place(written, written, 1, 1, written), params={"got": written})
    own = Problem("rule", message={language: written})
    lists = Problem("heading-missing", params={"wanted": (written, {language: written})})
    for text in (problem.text(language), own.text(language), lists.text(language), say("file-written", language, file=Path("x" + NASTY[:3]))):  # fmt: skip
        assert text.isprintable(), text
    assert f"«a b c{SAFE}»" in problem.text("nb")


def test_letters_of_every_language_are_left_alone() -> None:
    text = "Čáhppes Đuŋŋá 東京 \U0001f600 e\u0301 a\u00a0b \u200d"
    assert on_one_line(text) == text


def test_headings_keys_and_names_of_files_reach_the_terminal_tamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_form(tmp_path, '[[section]]\nid = "del"\n' + field("navn", required="true") + field("sted"))
    book = sheet(tmp_path / "li\x1b[31mste\n.xlsx", [["Navn", "Sted", "Til\nlegg"], ["Kari", "Ås", "x"]])
    data = tmp_path / "a.json"
    data.write_text(json.dumps([{"navn": "Kari", "k\x1b[31m\nl": 1}]), "utf-8")
    for path, shown in ((book, "«Til legg»"), (data, r"k\x1b[31m l")):
        found = skjema("check", "prove", path)
        assert shown in found.out
        assert all(line.isprintable() and (line.endswith("]") or "Poster" in line) for line in (found.out + found.said).splitlines())  # fmt: skip
