"""What a draft may lack, and what it may not."""

from pathlib import Path

import pytest

from tests.cli.running import skjema
from tests.drawing import field, write_form
from tests.reading_back import docx_text

PARENTS = (
    '[[section.field]]\nid = "foresatte"\ntype = "group"\nlabel = { nb = "Foresatt" }\nmin = 1\nmax = 2\nblank = 2\n'
    '[[section.field.field]]\nid = "navn"\ntype = "name"\nlabel = { nb = "Navn" }\n'
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a form that wants a name, a place, an office's telephone and a parent."""
    fields = (
        field("navn", required="true"),
        field("sted", required="true"),
        field("kontor", required="true", profile="true"),
    )
    write_form(tmp_path, '[[section]]\nid = "del"\n' + "".join(fields) + field("fodt", "date") + PARENTS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("text", "code", "missing"),
    [
        ("Navn;Sted;Kontor;Foresatt 1: Navn\nKari;;Post;Per\n", "required-empty", "Sted"),
        ("Navn;Kontor;Foresatt 1: Navn\nKari;Post;Per\n", "column-missing", "Sted"),
        ("Navn;Sted;Foresatt 1: Navn\nKari;Bodø;Per\n", "common-missing", "Kontor"),
        ("Navn;Sted;Kontor\nKari;Bodø;Post\n", "group-too-few", "Foresatt"),
    ],
)
def test_a_draft_may_lack_what_must_be_filled_in_and_says_so(folder: Path, text: str, code: str, missing: str) -> None:
    (folder / "a.csv").write_text(text, "utf-8")
    refused = skjema("fill", "prove", "a.csv", "-o", "ut", "--format", "docx")
    assert (refused.code, f"[{code}]" in refused.said, "--draft" in refused.said) == (4, True, True)
    assert not (folder / "ut").exists()
    made = skjema("fill", "prove", "a.csv", "-o", "ut", "--format", "docx", "--draft")
    assert made.code == 1
    word = docx_text((folder / "ut" / "prove-0001.docx").read_bytes())
    assert word.splitlines()[0] == f"UTKAST. Mangler: {missing}."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Navn;Sted;Kontor;Fodt;Foresatt 1: Navn\nKari;Bodø;Post;31.02.2019;Per\n", "date-none"),
        ("Navn;Sted;Kontor;Foresatt 1: Navn\nKari;Bodø;Post;123\n", "name-form"),
    ],
)
def test_a_draft_may_not_hold_what_is_wrong_and_is_not_offered(folder: Path, text: str, code: str) -> None:
    (folder / "a.csv").write_text(text, "utf-8")
    for more in ((), ("--draft",)):
        refused = skjema("fill", "prove", "a.csv", "-o", "ut", *more)
        assert (refused.code, f"[{code}]" in refused.said, "--draft" in refused.said) == (4, True, False)
    assert not (folder / "ut").exists()


def test_what_stops_a_draft_is_the_only_error_and_what_it_may_lack_a_warning(folder: Path) -> None:
    rows = ("Kari;;Post;;Per", "Ola;;Post;31.02.2019;Per", "Ida;Bodø;Post;;")
    (folder / "a.csv").write_text("\n".join(("Navn;Sted;Kontor;Fodt;Foresatt 1: Navn", *rows)), "utf-8")
    stopped = skjema("fill", "prove", "a.csv", "-o", "ut", "--draft")
    codes = [line.rpartition("[")[2].rstrip("]") for line in stopped.said.splitlines() if line.endswith("]")]
    assert codes == ["date-none", "required-empty", "required-empty", "group-too-few"]
    assert "Feil: 1, advarsler: 3" in stopped.said
